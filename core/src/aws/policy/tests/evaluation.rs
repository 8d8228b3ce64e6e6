//! Whole policies: who is let in, who is not, and which characters decide.

use super::*;
use crate::aws::policy::context::{Federation, for_assume_role};
use crate::aws::policy::trust::{needed, trust};
use crate::aws::policy::{Decision, Near, StsAction, Why};

const BASE: &str = r#""Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML""#;

fn decide(statements: &str) -> Decision {
    let document = document(&format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#));
    let context = Context::unknown().with("saml:aud", values(&["https://signin.aws.amazon.com/saml"]));
    evaluate(&document, &Request::federated("sts:AssumeRoleWithSAML", PROVIDER), &context).decision
}

#[test]
fn statements_of_trust_policies() {
    use Decision::*;
    let provider = format!(r#""Principal": {{"Federated": "{PROVIDER}"}}"#);
    let action = r#""Action": "sts:AssumeRoleWithSAML""#;
    let cases: &[(String, Decision)] = &[
        (format!("{{{BASE}}}"), Allowed),
        (String::new(), ImplicitDeny),
        (
            format!(r#"{{"Effect": "Allow", "Principal": {{"Federated": ["x", "{PROVIDER}"]}}, {action}}}"#),
            Allowed,
        ),
        (
            format!(
                r#"{{"Effect": "Allow", {provider}, "Action": ["sts:TagSession", "sts:assumerolewithsaml"]}}"#
            ),
            Allowed,
        ),
        (format!(r#"{{"Effect": "Allow", {provider}, "Action": "sts:AssumeRole*"}}"#), Allowed),
        (format!(r#"{{"Effect": "Allow", {provider}, "Action": "sts:*"}}"#), Allowed),
        (format!(r#"{{"Effect": "Allow", {provider}, "Action": "sts:AssumeRole"}}"#), ImplicitDeny),
        (format!(r#"{{"Effect": "Allow", {provider}, "NotAction": "sts:TagSession"}}"#), Allowed),
        (format!(r#"{{"Effect": "Allow", {provider}, "NotAction": ["sts:*"]}}"#), ImplicitDeny),
        (
            format!(
                r#"{{"Effect": "Allow", "Principal": {{"Federated": "arn:aws:iam::444455556666:saml-provider/exampleidp"}}, {action}}}"#
            ),
            ImplicitDeny,
        ),
        (format!(r#"{{"Effect": "Allow", "Principal": {{"AWS": "{PROVIDER}"}}, {action}}}"#), ImplicitDeny),
        (
            format!(
                r#"{{"Effect": "Allow", "Principal": {{"AWS": "arn:aws:iam::444455556666:root"}}, {action}}}"#
            ),
            ImplicitDeny,
        ),
        (
            format!(r#"{{"Effect": "Allow", "Principal": {{"Service": "sts.amazonaws.com"}}, {action}}}"#),
            ImplicitDeny,
        ),
        // Whether everyone includes a provider is not documented for `Allow`; a wildcard within a name is refused.
        (format!(r#"{{"Effect": "Allow", "Principal": "*", {action}}}"#), Unknown),
        (
            format!(
                r#"{{"Effect": "Allow", "Principal": {{"Federated": "arn:aws:iam::444455556666:saml-provider/*"}}, {action}}}"#
            ),
            Unknown,
        ),
        (
            format!(
                r#"{{"Effect": "Allow", "Principal": {{"Federated": "arn:aws:iam::777788889999:*"}}, {action}}}"#
            ),
            ImplicitDeny,
        ),
        (format!(r#"{{"Effect": "Allow", "NotPrincipal": {{"Federated": "x"}}, {action}}}"#), Allowed),
        (
            format!(r#"{{"Effect": "Allow", "NotPrincipal": {{"Federated": "{PROVIDER}"}}, {action}}}"#),
            ImplicitDeny,
        ),
        // A deny beside it decides, wherever it stands.
        (format!(r#"{{{BASE}}}, {{"Effect": "Deny", "Principal": "*", "Action": "sts:*"}}"#), ExplicitDeny),
        (
            format!(r#"{{"Effect": "Deny", "Principal": {{"AWS": "*"}}, "Action": "*"}}, {{{BASE}}}"#),
            ExplicitDeny,
        ),
        (format!(r#"{{{BASE}}}, {{"Effect": "Deny", {provider}, "Action": "sts:TagSession"}}"#), Allowed),
        (
            format!(
                r#"{{{BASE}}}, {{"Effect": "Deny", "Principal": "*", {action}, "Condition": {{"StringNotEquals": {{"SAML:aud": "https://signin.aws.amazon.com/saml"}}}}}}"#
            ),
            Allowed,
        ),
        (
            format!(
                r#"{{{BASE}}}, {{"Effect": "Deny", "Principal": "*", {action}, "Condition": {{"NotIpAddress": {{"aws:SourceIp": "192.0.2.0/24"}}}}}}"#
            ),
            Unknown,
        ),
        (
            format!(
                r#"{{{BASE}}}, {{"Effect": "Deny", "NotPrincipal": {{"Federated": "{PROVIDER}"}}, {action}}}"#
            ),
            Allowed,
        ),
        // Without an `Allow` it is denied, whatever a `Deny` does.
        (
            format!(
                r#"{{"Effect": "Deny", "Principal": "*", {action}, "Condition": {{"NotIpAddress": {{"aws:SourceIp": "192.0.2.0/24"}}}}}}"#
            ),
            ImplicitDeny,
        ),
        (format!(r#"{{{BASE}, "Condition": {{"IpAddress": {{"aws:SourceIp": "192.0.2.0/24"}}}}}}"#), Unknown),
        (
            format!(
                r#"{{{BASE}, "Condition": {{"IpAddress": {{"aws:SourceIp": "192.0.2.0/24"}}}}}}, {{{BASE}}}"#
            ),
            Allowed,
        ),
        // An unknown condition does not save one that fails.
        (
            format!(
                r#"{{{BASE}, "Condition": {{"IpAddress": {{"aws:SourceIp": "192.0.2.0/24"}}, "StringEquals": {{"saml:aud": "x"}}}}}}"#
            ),
            ImplicitDeny,
        ),
        // What IAM would not have saved decides nothing in favour.
        (format!(r#"{{{BASE}, "Resource": "*"}}"#), Unknown),
        (format!(r#"{{"Effect": "Allow", {action}}}"#), Unknown),
        (format!(r#"{{"Effect": "allow", {provider}, {action}}}"#), Unknown),
        (format!(r#"{{{BASE}, "Action": "sts:*"}}"#), Unknown),
        (format!(r#"{{{BASE}, "Condition": {{"StringIs": {{"saml:aud": "x"}}}}}}"#), Unknown),
    ];
    for (statements, expected) in cases {
        assert_eq!(decide(statements), *expected, "{statements}");
    }
}

#[test]
fn permission_policies_and_resources() {
    use Decision::*;
    let resource = "arn:aws:appstream:eu-west-1:444455556666:stack/Office";
    let cases: &[(&str, Asked<'_>, Decision)] = &[
        (r#""Resource": "*""#, Asked::Known(resource), Allowed),
        (r#""Resource": "*""#, Asked::Unknown, Allowed),
        (
            r#""Resource": "arn:aws:appstream:eu-west-1:444455556666:stack/*""#,
            Asked::Known(resource),
            Allowed,
        ),
        (r#""Resource": "arn:aws:appstream:*:444455556666:stack/Off?ce""#, Asked::Known(resource), Allowed),
        (
            r#""Resource": "arn:aws:appstream:eu-west-1:444455556666:stack/office""#,
            Asked::Known(resource),
            ImplicitDeny,
        ),
        (
            r#""Resource": "arn:aws:appstream:us-east-1:444455556666:stack/*""#,
            Asked::Known(resource),
            ImplicitDeny,
        ),
        (r#""Resource": "arn:aws:appstream:eu-west-1:444455556666:stack/*""#, Asked::Unknown, Unknown),
        // Whether a `*` may span colons is not documented.
        (r#""Resource": "arn:aws:appstream:*/Office""#, Asked::Known(resource), Unknown),
        (
            r#""Resource": "arn:aws:appstream:eu-west-1:444455556666:stack/${saml:sub}""#,
            Asked::Known(resource),
            Allowed,
        ),
        (
            r#""NotResource": "arn:aws:appstream:eu-west-1:444455556666:stack/Other""#,
            Asked::Known(resource),
            Allowed,
        ),
        (r#""NotResource": "*""#, Asked::Known(resource), ImplicitDeny),
        (r#""Resource": "*", "Principal": "*""#, Asked::Known(resource), Unknown),
        ("\"Sid\": \"NoResource\"", Asked::Known(resource), Unknown),
    ];
    for (members, asked, expected) in cases {
        let document = statement(&format!(r#""Effect": "Allow", "Action": "appstream:Stream", {members}"#));
        let context = Context::unknown().with("saml:sub", values(&["Office"]));
        let evaluation = evaluate(&document, &Request::access("AppStream:stream", *asked), &context);
        assert_eq!(evaluation.decision, *expected, "{members} {asked:?}");
    }
}

#[test]
fn the_trace_shows_what_decides() {
    let text = format!(
        r#"{{"Version": "2012-10-17", "Statement": [{{{BASE}, "Condition": {{"StringEquals": {{"SAML:aud": "https://signin.aws.amazon.com/saml"}}}}}}]}}"#
    );
    let xml = r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><Subject><SubjectConfirmation><SubjectConfirmationData Recipient="https://eu-west-1.signin.aws.amazon.com/saml"/></SubjectConfirmation></Subject></Assertion>"#;
    let document = document(&text);
    let message = message(xml);
    let assertion = &message.assertions[0];
    let federation = Federation {
        message: &message,
        assertion,
        provider: PROVIDER,
        provider_span: Span::default(),
        at: None,
    };
    let context = for_assume_role(&federation);
    let trust = trust(&document, &federation, &context);
    assert_eq!(trust.decision, Decision::ImplicitDeny);
    let [(_, evaluation)] = trust.actions.as_slice() else { panic!("one action") };
    let statement = evaluation.deciding().next().unwrap();
    assert_eq!((statement.concerns(), statement.applies), (Truth::True, Truth::False));
    let failed: Vec<_> = statement.failed().collect();
    let [condition] = failed.as_slice() else { panic!("one condition") };
    assert_eq!(condition.why, Why::Compared);
    assert_eq!(at(&text, condition.condition.operator.span), "StringEquals");
    assert_eq!(at(&text, condition.condition.key.span), "SAML:aud");
    assert_eq!(at(&text, condition.wanted[0].text.span), "https://signin.aws.amazon.com/saml");
    let found = condition.found.values().next().unwrap();
    assert_eq!(at(xml, found.span.unwrap()), "https://eu-west-1.signin.aws.amazon.com/saml");
}

#[test]
fn each_action_is_asked_for_by_something() {
    let attribute = |name: &str| {
        format!(
            r#"<Attribute Name="https://aws.amazon.com/SAML/Attributes/{name}"><AttributeValue>x</AttributeValue></Attribute>"#
        )
    };
    let (tag, identity) = (attribute("PrincipalTag:Email"), attribute("SourceIdentity"));
    use StsAction::*;
    let cases: &[(&str, &[(StsAction, bool)])] = &[
        ("", &[(AssumeRoleWithSaml, true)]),
        (&tag, &[(AssumeRoleWithSaml, true), (TagSession, true)]),
        (&identity, &[(AssumeRoleWithSaml, true), (SetSourceIdentity, true)]),
        (
            "<EncryptedAttribute/>",
            &[(AssumeRoleWithSaml, true), (TagSession, false), (SetSourceIdentity, false)],
        ),
    ];
    for (attributes, expected) in cases {
        let xml = format!(
            r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><AttributeStatement>{attributes}</AttributeStatement></Assertion>"#
        );
        let message = message(&xml);
        let assertion = &message.assertions[0];
        let found: Vec<_> =
            needed(assertion).into_iter().map(|needed| (needed.action, needed.certain)).collect();
        assert_eq!(&found, expected, "{attributes}");
        // A policy that allows the role alone is enough where nothing else is asked for.
        let document = statement(BASE);
        let federation = Federation {
            message: &message,
            assertion,
            provider: PROVIDER,
            provider_span: Span::default(),
            at: None,
        };
        let context = for_assume_role(&federation);
        let decision = match expected {
            [_] => Decision::Allowed,
            [_, (_, true)] => Decision::ImplicitDeny,
            _ => Decision::Unknown,
        };
        assert_eq!(trust(&document, &federation, &context).decision, decision, "{attributes}");
    }
}

#[test]
fn near_misses_are_named() {
    for (operator, wanted, found, expected) in [
        ("StringEquals", "Persistent", "persistent", Some(Near::Case)),
        ("StringEquals", "https://a.example.com/", "https://a.example.com", Some(Near::TrailingSlash)),
        ("StringEquals", "http://a.example.com", "https://a.example.com", Some(Near::Scheme)),
        ("StringEquals", "jane", " jane", Some(Near::WhiteSpace)),
        (
            "StringEquals",
            "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            "persistent",
            Some(Near::Prefix),
        ),
        ("StringEquals", "https://*/saml", "https://a.example.com/saml", Some(Near::Wildcard)),
        ("StringLike", "https://*/saml", "https://a.example.com/acs", None),
        ("StringEquals", "jane", "jane", None),
        ("StringEquals", "jane", "joe", None),
        ("NumericEquals", "10", "10 ", None),
    ] {
        let document = statement(&format!(
            r#""Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {{"{operator}": {{"k": "{wanted}"}}}}"#
        ));
        let context = Context::unknown().with("k", values(&[found]));
        let evaluation = evaluate(&document, &Request::access("a:B", Asked::Unknown), &context);
        let wanted_trace = evaluation.statements[0].conditions[0].wanted[0];
        assert_eq!(wanted_trace.near.map(|(near, _)| near), expected, "{operator} {wanted} {found}");
    }
}
