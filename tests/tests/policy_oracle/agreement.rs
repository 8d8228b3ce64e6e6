//! Operators, statements and resources on which both give the same answer.
//!
//! What is left out, and why, stands beside this file.

use super::{Given, PROVIDER, access, ours, theirs, with_condition};
use samlens_core::aws::policy::Request;

#[test]
fn strings() {
    let singles = ["", "a", "A", "abc", "a*", "a?c", " a", "https://signin.aws.amazon.com/saml"];
    let lists: [&[&str]; 3] = [&["a", "b"], &["a", "abc"], &["c", "d", "a*"]];
    let wanted = [
        r#""a""#,
        r#""A""#,
        r#""a*""#,
        r#""?""#,
        r#""*""#,
        r#""a?c""#,
        r#"["a", "b"]"#,
        r#"["abc", "a*"]"#,
        r#""https://*signin.aws.amazon.com/saml*""#,
    ];
    let bare = ["Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike"];
    let mut compared = 0;
    for operator in bare {
        for wanted in wanted {
            let mut check = |prefix: &str, suffix: &str, given| {
                agree(
                    &with_condition(&format!("{prefix}String{operator}{suffix}"), wanted),
                    &access(),
                    given,
                );
                compared += 1;
            };
            for suffix in ["", "IfExists"] {
                check("", suffix, Given::Absent);
                singles.into_iter().for_each(|text| check("", suffix, Given::One(text)));
            }
            for prefix in ["ForAnyValue:", "ForAllValues:"] {
                check(prefix, "", Given::Absent);
                lists.into_iter().for_each(|list| check(prefix, "", Given::Many(list)));
                for text in singles.into_iter().filter(|text| !text.is_empty()) {
                    check(prefix, "", Given::One(text));
                }
            }
        }
    }
    assert_eq!(compared, 6 * 9 * (2 * 9 + 2 * 11));
}

#[test]
fn numbers_dates_addresses_and_the_rest() {
    let numeric = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];
    let mut operators: Vec<(String, Vec<&str>, Vec<Given>)> = Vec::new();
    for operator in numeric {
        operators.push((
            format!("Numeric{operator}"),
            vec![r#""10""#, "10", r#""-2.50""#, r#"["10", "11"]"#],
            ["10", "10.0", "9", "11", "-2.5", "-3", "ten"].map(Given::One).to_vec(),
        ));
        operators.push((
            format!("Date{operator}"),
            vec![
                r#""2026-01-15T10:00:00Z""#,
                r#""2026-01-15T11:00:00+01:00""#,
                r#""1768471200""#,
                "1768471200",
            ],
            ["2026-01-15T10:00:00Z", "2026-01-15T09:59:59Z", "1768471201", "soon"].map(Given::One).to_vec(),
        ));
    }
    for operator in ["IpAddress", "NotIpAddress"] {
        operators.push((
            operator.to_owned(),
            vec![
                r#""203.0.113.0/24""#,
                r#""203.0.113.7""#,
                r#""2001:db8::/32""#,
                r#"["203.0.113.0/24", "::/0"]"#,
            ],
            ["203.0.113.7", "203.0.114.7", "2001:db8::1", "2001:db9::1", "here"].map(Given::One).to_vec(),
        ));
    }
    operators.push(("Bool".to_owned(), vec![r#""true""#, "false"], vec![Given::True, Given::False]));
    for operator in ["ArnLike", "ArnNotLike"] {
        operators.push((
            operator.to_owned(),
            vec![r#""arn:aws:s3:::bucket""#, r#""arn:aws:s3:::b*""#, r#""arn:*:s3:::b?cket""#],
            ["arn:aws:s3:::bucket", "arn:aws-cn:s3:::bucket", "arn:aws:s3:::other"].map(Given::One).to_vec(),
        ));
    }
    for (operator, wanted, given) in operators {
        for suffix in ["", "IfExists"] {
            for wanted in &wanted {
                for given in given.iter().copied().chain([Given::Absent]) {
                    agree(&with_condition(&format!("{operator}{suffix}"), wanted), &access(), given);
                }
            }
        }
    }
    for wanted in ["true", "false", r#""true""#, r#""false""#] {
        for given in [Given::Absent, Given::One("a"), Given::Many(&["a", "b"])] {
            agree(&with_condition("Null", wanted), &access(), given);
        }
    }
}

#[test]
fn pairs_of_statements_of_trust_policies() {
    let principals = [
        format!(r#""Principal": {{"Federated": "{PROVIDER}"}}"#),
        format!(
            r#""Principal": {{"Federated": ["arn:aws:iam::444455556666:saml-provider/Other", "{PROVIDER}"]}}"#
        ),
        r#""Principal": {"AWS": "arn:aws:iam::444455556666:root"}"#.to_owned(),
        r#""NotPrincipal": {"Federated": "arn:aws:iam::444455556666:saml-provider/Other"}"#.to_owned(),
    ];
    let actions = [
        r#""Action": "sts:AssumeRoleWithSAML""#,
        r#""Action": ["sts:TagSession", "STS:assumerole*"]"#,
        r#""NotAction": "sts:AssumeRoleWithSAML""#,
    ];
    let conditions = [
        "",
        r#", "Condition": {"StringEquals": {"test:key": "a"}}"#,
        r#", "Condition": {"StringNotEquals": {"test:key": "a"}, "Null": {"test:key": "false"}}"#,
    ];
    let mut statements = Vec::new();
    for effect in ["Allow", "Deny"] {
        for principal in &principals {
            for action in actions {
                for condition in conditions {
                    statements.push(format!(r#"{{"Effect": "{effect}", {principal}, {action}{condition}}}"#));
                }
            }
        }
    }
    let request = Request::federated("sts:AssumeRoleWithSAML", PROVIDER);
    for first in &statements {
        for second in &statements {
            let policy = format!(r#"{{"Version": "2012-10-17", "Statement": [{first}, {second}]}}"#);
            agree(&policy, &request, Given::One("b"));
        }
        let policy = format!(r#"{{"Version": "2012-10-17", "Statement": {first}}}"#);
        for given in [Given::Absent, Given::One("a"), Given::One("b")] {
            agree(&policy, &request, given);
        }
    }
}

#[test]
fn resources() {
    for element in ["Resource", "NotResource"] {
        for resource in [
            r#""*""#,
            r#""arn:aws:appstream:eu-west-1:444455556666:stack/Office""#,
            r#""arn:aws:appstream:eu-west-1:444455556666:stack/office""#,
            r#""arn:aws:appstream:eu-west-1:444455556666:stack/*""#,
            r#""arn:aws:appstream:*:*:stack/Off?ce""#,
            r#""arn:aws:appstream:us-east-1:444455556666:stack/*""#,
            r#"["arn:aws:s3:::bucket", "arn:aws:appstream:eu-west-1:*:*"]"#,
        ] {
            for effect in ["Allow", "Deny"] {
                let policy = format!(
                    r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "{effect}", "Action": "test:*", "{element}": {resource}}}}}"#
                );
                agree(&policy, &access(), Given::Absent);
            }
        }
    }
}

fn agree(policy: &str, request: &Request<'_>, given: Given) {
    let (ours, theirs) = (ours(policy, request, given), theirs(policy, request, given));
    assert_eq!(Some(ours), theirs, "{policy} {given:?}");
}
