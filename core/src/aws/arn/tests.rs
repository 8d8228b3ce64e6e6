//! Examples of ARNs, right and wrong; the code they hold is in the module above.

use super::super::placeholders::PlaceholderKind;
use super::*;
use proptest::prelude::*;

fn faults(value: &str) -> Vec<(ArnFaultKind, &str)> {
    Arn::read(value).faults.into_iter().map(|fault| (fault.kind, value.get(fault.range).unwrap())).collect()
}

#[test]
fn parts_have_places() {
    let arn = Arn::read("arn:aws-cn:iam::444455556666:role/team/a/Admin,x");
    assert_eq!(arn.faults, []);
    assert!(arn.is_grammatical());
    assert_eq!((arn.part(&arn.partition), arn.account_id()), ("aws-cn", Some("444455556666")));
    assert_eq!((arn.part(&arn.path), arn.resource_name()), ("/team/a/", "Admin,x"));
    let arn = Arn::read("arn:aws:iam::444455556666:saml-provider/My.Id_P-1");
    assert!(arn.is_grammatical());
    assert_eq!((arn.kind, arn.resource_name()), (ArnKind::SamlProvider, "My.Id_P-1"));
}

#[test]
fn each_fault_is_found_where_it_stands() {
    use ArnFaultKind::*;
    let cases: &[(&str, &[(ArnFaultKind, &str)])] = &[
        ("", &[(NotAnArn, "")]),
        ("Admin", &[(NotAnArn, "Admin")]),
        ("aws:iam::444455556666:role/A", &[(MissingPrefix, "")]),
        ("ARN:aws:iam::444455556666:role/A", &[(PrefixCase, "ARN")]),
        ("arn:amazon:iam::444455556666:role/A", &[(UnknownPartition, "amazon")]),
        (
            "arn:aws:sts::444455556666:assumed-role/A/jane",
            &[(WrongService, "sts"), (WrongResource(ArnKind::AssumedRole), "assumed-role")],
        ),
        ("arn:aws:iam::444455556666:user/jane", &[(WrongResource(ArnKind::User), "user")]),
        (
            "arn:aws:iam::444455556666:oidc-provider/idp.example.com",
            &[(WrongResource(ArnKind::OidcProvider), "oidc-provider")],
        ),
        ("arn:aws:iam:us-east-1:444455556666:role/A", &[(RegionNotEmpty, "us-east-1")]),
        ("arn:aws:iam:444455556666:role/A", &[(MissingColon, "")]),
        ("arn:aws:iam:::role/A", &[(EmptyPart(ArnPart::Account), "")]),
        ("arn::iam::444455556666:role/A", &[(EmptyPart(ArnPart::Partition), "")]),
        ("arn:aws:iam", &[(MissingPart(ArnPart::Region), "")]),
        ("arn:aws:iam::4444-5555-6666:role/A", &[(AccountHyphens, "4444-5555-6666")]),
        ("arn:aws:iam::1111111111:role/A", &[(AccountLength(10), "1111111111")]),
        ("arn:aws:iam::alpha:role/A", &[(AccountNotDigits, "alpha")]),
        ("arn:aws:iam::444455556666:Role/A", &[(ResourceCase, "Role")]),
        ("arn:aws:iam::444455556666:role:A", &[(ResourceSeparator, ":")]),
        ("arn:aws:iam::444455556666:role/", &[(EmptyPart(ArnPart::Name), "")]),
        ("arn:aws:iam::444455556666:role", &[(EmptyPart(ArnPart::Name), "")]),
        ("arn:aws:iam::444455556666:", &[(EmptyPart(ArnPart::Resource), "")]),
        ("arn:aws:iam::444455556666:role/R&D", &[(RoleNameCharacter('&'), "&")]),
        ("arn:aws:iam::444455556666:role/Züri", &[(RoleNameCharacter('ü'), "ü")]),
        ("arn:aws:iam::444455556666:role/A B", &[(WhiteSpace(' '), " ")]),
        ("arn:aws:iam::444455556666:role/A*", &[(Wildcard, "*")]),
        ("arn:aws:iam::444455556666:role/Аdmin", &[(LookAlike('А', 'A'), "А")]),
        ("arn:aws:iam::444455556666:role/A\u{200B}", &[(Invisible('\u{200B}'), "\u{200B}")]),
        ("arn:aws:iam::444455556666:role/té am/A", &[(PathCharacter('é'), "é"), (WhiteSpace(' '), " ")]),
        ("arn:aws:iam::444455556666:saml-provider/My,IdP", &[(ProviderNameCharacter(','), ",")]),
        ("arn:aws:iam::444455556666:saml-provider/My IdP", &[(WhiteSpace(' '), " ")]),
        ("arn:aws:iam::444455556666:saml-provider/a/IdP", &[(ProviderPath, "a/")]),
        (
            "arn:aws:iam::ACCOUNTID:role/A",
            &[(AccountNotDigits, "ACCOUNTID"), (Placeholder(PlaceholderKind::Word), "ACCOUNTID")],
        ),
        (
            "arn:aws:iam::111122223333:role/A",
            &[(Placeholder(PlaceholderKind::DocumentationAccount), "111122223333")],
        ),
    ];
    for (value, expected) in cases {
        assert_eq!(&faults(value), expected, "{value}");
    }
}

#[test]
fn lengths_have_limits() {
    let role = |n: usize| format!("arn:aws:iam::444455556666:role/{}", "a".repeat(n));
    let provider = |n: usize| format!("arn:aws:iam::444455556666:saml-provider/{}", "a".repeat(n));
    let path = |n: usize| format!("arn:aws:iam::444455556666:role/{}/A", "p".repeat(n));
    assert!(Arn::read(&role(64)).is_grammatical());
    assert_eq!(Arn::read(&role(65)).faults[0].kind, ArnFaultKind::RoleNameLength(65));
    assert!(Arn::read(&provider(128)).is_grammatical());
    assert_eq!(Arn::read(&provider(129)).faults[0].kind, ArnFaultKind::ProviderNameLength(129));
    assert!(Arn::read(&path(510)).is_grammatical());
    assert_eq!(Arn::read(&path(511)).faults[0].kind, ArnFaultKind::PathLength(513));
}

#[test]
fn what_is_only_suspicious_stays_grammatical() {
    assert!(Arn::read("arn:aws:iam::111122223333:role/ROLENAME").is_grammatical());
    assert!(!Arn::read("arn:aws:iam::111122223333:role/${role}").is_grammatical());
}

proptest! {
    #[test]
    fn nothing_panics(value in "(arn:|aws|:|iam|role/|saml-provider/|[0-9]{12}|\\PC| ){0,12}") {
        let arn = Arn::read(&value);
        for fault in &arn.faults {
            prop_assert!(value.get(fault.range.clone()).is_some());
        }
    }
}
