//! Every family of operators by examples, each with the answer that the documentation gives.

use super::*;
use crate::aws::policy::operators::Operator;
use crate::aws::policy::{Absence, Obscurity};
use Truth::{False, True, Unknown};

#[test]
fn every_name_is_read_and_written() {
    let sets = ["", "ForAnyValue:", "ForAllValues:"];
    for operator in Operator::all() {
        for set in sets {
            for suffix in ["", "IfExists"] {
                let name = format!("{set}{}{suffix}", operator.name());
                let read = Operator::parse(&name);
                // `Null` asks for existence itself.
                let exists = operator.name() != "Null" || suffix.is_empty();
                assert_eq!(read.map(Operator::name), exists.then_some(name));
            }
        }
    }
    assert_eq!(Operator::all().count(), 27);
    for unknown in ["", "IfExists", "StringMatches", "ForEach:StringEquals", "StringEqualsIfExist", "é"] {
        assert_eq!(Operator::parse(unknown), None, "{unknown}");
    }
}

#[test]
fn values_are_compared_as_their_family_says() {
    let cases: &[(&str, &str, &str, Truth)] = &[
        ("StringEquals", r#""a""#, "a", True),
        ("StringEquals", r#""a""#, "A", False),
        ("StringEquals", r#""a*""#, "abc", False),
        ("StringEquals", r#""a*""#, "a*", True),
        ("StringEqualsIgnoreCase", r#""ÄB""#, "äb", True),
        ("StringEqualsIgnoreCase", r#""a*""#, "A*", True),
        (
            "StringLike",
            r#""https://*signin.aws.amazon.com/saml*""#,
            "https://signin.aws.amazon.com/saml",
            True,
        ),
        (
            "StringLike",
            r#""https://*signin.aws.amazon.com/saml*""#,
            "https://eu-west-1.signin.aws.amazon.com/saml/acs/SAMLSPXX",
            True,
        ),
        (
            "StringLike",
            r#""https://*signin.aws.amazon.com/saml*""#,
            "https://signin.aws.amazon.com/SAML",
            False,
        ),
        ("StringLike", r#""*""#, "", True),
        ("StringLike", r#""?""#, "", False),
        ("StringLike", r#""?""#, "é", True),
        ("StringLike", r#""a?c""#, "abc", True),
        ("StringLike", r#""*ab""#, "aab", True),
        ("StringLike", r#""*a*b*""#, "xbxaxb", True),
        ("StringLike", r#""*a*b""#, "xbxax", False),
        ("StringLike", r#""${*}x""#, "*x", True),
        ("StringLike", r#""${*}x""#, "ax", False),
        ("StringLike", r#""${?}${$}""#, "?$", True),
        ("StringEquals", r#""${$}{a}""#, "${a}", True),
        ("NumericEquals", "3600", "3600.0", True),
        ("NumericEquals", r#""+1""#, "1", True),
        ("NumericEquals", r#""-0""#, "0", True),
        ("NumericLessThan", r#""10""#, "9.99", True),
        ("NumericLessThan", r#""-10""#, "-9", False),
        ("NumericLessThanEquals", r#""10""#, "10.00", True),
        ("NumericGreaterThan", r#""9007199254740992""#, "9007199254740993", True),
        ("NumericGreaterThanEquals", r#""10""#, "9", False),
        ("NumericEquals", r#""many""#, "10", Unknown),
        ("NumericEquals", r#""10""#, "many", False),
        ("NumericNotEquals", r#""10""#, "many", True),
        ("DateEquals", r#""2026-01-15T10:00:00Z""#, "2026-01-15T11:00:00+01:00", True),
        ("DateEquals", r#""2026-01-15""#, "2026-01-15T00:00:00Z", True),
        ("DateEquals", r#""2026-01""#, "2026-01-01T00:00:00Z", True),
        ("DateEquals", r#""2026-01-15T10:00Z""#, "2026-01-15T10:00:00Z", True),
        ("DateLessThan", "1768471200", "2026-01-15T09:59:59Z", True),
        ("DateLessThan", "1768471200", "2026-01-15T10:00:00Z", False),
        ("DateGreaterThan", r#""2026-01-15T10:00:00Z""#, "1768471201", True),
        ("DateEquals", r#""2026""#, "2026-01-01T00:00:00Z", Unknown),
        ("DateEquals", r#""2026-13-01""#, "2026-01-01T00:00:00Z", Unknown),
        ("Bool", "true", "true", True),
        ("Bool", r#""True""#, "true", True),
        ("Bool", "false", "true", False),
        ("Bool", r#""yes""#, "true", Unknown),
        ("BinaryEquals", r#""QmluYXJ5VmFsdWVJbkJhc2U2NA==""#, "BinaryValueInBase64", True),
        ("BinaryEquals", r#""QmluYXJ5""#, "binary", False),
        ("BinaryEquals", r#""§""#, "binary", Unknown),
        ("IpAddress", r#""203.0.113.0/24""#, "203.0.113.255", True),
        ("IpAddress", r#""203.0.113.0/24""#, "203.0.114.0", False),
        ("IpAddress", r#""203.0.113.7""#, "203.0.113.7", True),
        ("IpAddress", r#""0.0.0.0/0""#, "198.51.100.1", True),
        ("IpAddress", r#""::/0""#, "2001:db8::1", True),
        ("IpAddress", r#""2001:DB8:1234:5678::/64""#, "2001:db8:1234:5678::9", True),
        ("IpAddress", r#""2001:DB8:1234:5678::/64""#, "203.0.113.7", False),
        ("IpAddress", r#""203.0.113.0/33""#, "203.0.113.7", Unknown),
        ("NotIpAddress", r#"["203.0.113.0/24", "198.51.100.0/24"]"#, "198.51.100.1", False),
        ("NotIpAddress", r#"["203.0.113.0/24", "198.51.100.0/24"]"#, "192.0.2.1", True),
        (
            "ArnLike",
            r#""arn:aws:someservice:*:111122223333:finance/*""#,
            "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
            False,
        ),
        (
            "StringLike",
            r#""arn:aws:someservice:*:111122223333:finance/*""#,
            "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
            True,
        ),
        ("ArnEquals", r#""arn:aws:s3:::*""#, "arn:aws:s3:::bucket/a:b", True),
        ("ArnNotEquals", r#""arn:aws:s3:::*""#, "arn:aws:sns:::topic", True),
        ("ArnEquals", r#""arn:aws:s3:::bucket""#, "bucket", False),
        ("ArnEquals", r#""*""#, "arn:aws:s3:::bucket", Unknown),
        ("Null", r#""false""#, "a", True),
        ("Null", "true", "a", False),
        ("Null", r#"["true", "false"]"#, "a", True),
        ("NoSuchOperator", r#""a""#, "a", Unknown),
    ];
    for (operator, wanted, found, expected) in cases {
        assert_eq!(with_values(operator, wanted, &[found]), *expected, "{operator} {wanted} {found}");
    }
}

#[test]
fn variables_take_their_values_from_the_context() {
    let context = Context::unknown()
        .with("test:key", values(&["jane"]))
        .with("saml:sub", values(&["jane"]))
        .with("saml:odd", values(&["j*"]))
        .with("aws:TagKeys", values(&["a", "b"]))
        .with("aws:gone", Found::Absent(Absence::NotSent))
        .with("aws:SourceIp", Found::Unknown(Obscurity::OnlyAws));
    let cases: &[(&str, &str, Truth)] = &[
        ("StringEquals", "${saml:sub}", True),
        ("StringEquals", "${SAML:Sub}", True),
        ("StringEquals", "${saml:sub, 'nobody'}", True),
        ("StringEquals", "x${saml:sub}", False),
        ("StringEquals", "${aws:gone}", False),
        ("StringNotEquals", "${aws:gone}", True),
        ("StringEquals", "${aws:gone, 'jane'}", True),
        ("StringEquals", "${aws:gone,'jane'}", True),
        ("StringEquals", "${aws:gone, jane}", Unknown),
        ("StringLike", "${saml:sub}*", True),
        // Whether a wildcard that was put in is one is not documented.
        ("StringLike", "${saml:odd}", Unknown),
        ("StringEquals", "${saml:odd}", False),
        ("StringEquals", "${aws:SourceIp}", Unknown),
        ("StringEquals", "${aws:TagKeys}", Unknown),
        ("StringEquals", "${", Unknown),
        ("StringEquals", "${}", Unknown),
        ("NumericEquals", "${saml:sub}", Unknown),
    ];
    for (operator, wanted, expected) in cases {
        assert_eq!(condition(operator, &format!("{wanted:?}"), &context), *expected, "{operator} {wanted}");
    }
}

#[test]
fn older_policies_have_no_variables() {
    for (version, text, expected) in [
        (r#""Version": "2008-10-17","#, "${saml:sub}", True),
        ("", "${saml:sub}", True),
        (r#""Version": "2012-10-17","#, "${saml:sub}", False),
    ] {
        let document = document(&format!(
            r#"{{{version} "Statement": {{"Effect": "Allow", "Action": "*", "Resource": "*",
                "Condition": {{"StringEquals": {{"test:key": "{text}"}}}}}}}}"#
        ));
        let context =
            Context::unknown().with("test:key", values(&["${saml:sub}"])).with("saml:sub", values(&["jane"]));
        let evaluation = evaluate(&document, &Request::access("a:B", Asked::Unknown), &context);
        assert_eq!(evaluation.statements[0].conditions[0].result, expected, "{version}");
    }
}

#[test]
fn patterns_that_go_back_and_forth_end() {
    let wanted = format!("{:?}", "*a".repeat(4_000) + "b");
    let found = "a".repeat(200_000);
    assert_ne!(with_values("StringLike", &wanted, &[&found]), True);
}

#[test]
fn many_values_against_many_end() {
    let wanted: Vec<String> = (0..20_000).map(|number| format!("w{number}*")).collect();
    let found: Vec<String> = (0..20_000).map(|number| format!("f{number}")).collect();
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let json = format!("{wanted:?}");
    assert_eq!(with_values("ForAnyValue:StringLike", &json, &found), Unknown);
}
