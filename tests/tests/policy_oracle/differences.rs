//! Where the two differ, each with the sentence of the documentation that decides, or the note that none does.

use super::{Given, PROVIDER, access, ours, theirs, with_condition};
use samlens_core::aws::policy::{Decision, Request};

/// Why, the policy, what is asked for, the key's value, our answer and theirs.
type Case = (&'static str, String, Request<'static>, Given, Decision, Option<Decision>);

#[test]
fn where_the_two_differ() {
    use Decision::{Allowed, ImplicitDeny, Unknown};
    let trust = |principal: &str| {
        format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Principal": {principal}, "Action": "test:Act"}}}}"#
        )
    };
    let resource = |resource: &str| {
        format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "test:Act", "Resource": "{resource}"}}}}"#
        )
    };
    let federated = Request::federated("test:Act", PROVIDER);
    let one = |text| Given::One(text);
    let cases: Vec<Case> = vec![
        (
            "ArnEquals and ArnLike behave identically",
            with_condition("ArnEquals", r#""arn:aws:s3:::*""#),
            access(),
            one("arn:aws:s3:::bucket"),
            Allowed,
            Some(ImplicitDeny),
        ),
        (
            "each of the six parts of an ARN is checked separately",
            with_condition("ArnLike", r#""arn:aws:sqs:*:111122223333:finance/*""#),
            access(),
            one("arn:aws:sqs:us-east-2:999999999999:store/abc:111122223333:finance/x"),
            ImplicitDeny,
            Some(Allowed),
        ),
        (
            "the ARN of a provider that begins with another's is another provider",
            trust(r#"{"Federated": "arn:aws:iam::444455556666:saml-provider/Example"}"#),
            federated,
            Given::Absent,
            ImplicitDeny,
            Some(Allowed),
        ),
        (
            "whether everyone includes a provider that asks for a role is not documented",
            trust(r#""*""#),
            federated,
            Given::Absent,
            Unknown,
            Some(Allowed),
        ),
        (
            "variables are replaced in the values of string operators",
            with_condition("StringEquals", r#""${test:key}""#),
            access(),
            one("a"),
            Allowed,
            Some(ImplicitDeny),
        ),
        (
            "`${*}` is an asterisk",
            with_condition("StringEquals", r#""${*}""#),
            access(),
            one("*"),
            Allowed,
            Some(ImplicitDeny),
        ),
        (
            "a plain operator on a key with several values is not documented",
            with_condition("StringEquals", r#""a""#),
            access(),
            Given::Many(&["a", "b"]),
            Unknown,
            Some(Allowed),
        ),
        (
            "an empty string is an empty set, of which ForAllValues is true",
            with_condition("ForAllValues:StringEquals", r#""a""#),
            access(),
            one(""),
            Allowed,
            Some(ImplicitDeny),
        ),
        (
            "IfExists may be added to any operator but Null; here the policy is not read",
            with_condition("ForAllValues:StringEqualsIfExists", r#""a""#),
            access(),
            one("a"),
            Allowed,
            None,
        ),
        (
            "binary values are compared byte for byte, and case counts in Base64",
            with_condition("BinaryEquals", r#""YWJj""#),
            access(),
            one("ywjj"),
            ImplicitDeny,
            Some(Allowed),
        ),
        (
            "numbers are compared as decimals",
            with_condition("NumericEquals", r#""9007199254740993""#),
            access(),
            one("9007199254740992"),
            ImplicitDeny,
            Some(Allowed),
        ),
        (
            "a date without a time is one of the forms that the W3C lists",
            with_condition("DateEquals", r#""2026-01-15""#),
            access(),
            one("2026-01-15T00:00:00Z"),
            Allowed,
            None,
        ),
        (
            "a value that cannot be read would not have been saved",
            with_condition("NumericEquals", r#""ten""#),
            access(),
            one("10"),
            Unknown,
            None,
        ),
        (
            "a variable without a value matches nothing; what that makes of a resource is not documented",
            resource("arn:aws:appstream:eu-west-1:444455556666:stack/Office${test:key}"),
            access(),
            Given::Absent,
            Unknown,
            Some(Allowed),
        ),
    ];
    for (why, policy, request, given, expected, other) in cases {
        assert_ne!(Some(expected), other, "{why}");
        assert_eq!(ours(&policy, &request, given), expected, "ours: {why}");
        assert_eq!(theirs(&policy, &request, given), other, "theirs: {why}");
    }
}
