//! What would have to change for a refused request.

use super::*;
use crate::aws::policy::{Change, changes};

/// One word for each change, with the characters that it is about.
fn shown(statements: &str) -> Vec<String> {
    let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#);
    let document = document(&text);
    let context = Context::unknown()
        .with("saml:aud", values(&["https://eu-west-1.signin.aws.amazon.com/saml"]))
        .with("saml:sub_type", values(&["persistent"]))
        .with("saml:iss", {
            let value = |text: &str| Some(FoundValue { text: text.to_owned(), span: None });
            Found::OneOf(vec![value("https://a.example.com"), value("https://b.example.com")])
        })
        .with("aws:MultiFactorAuthPresent", Found::Absent(crate::aws::policy::Absence::Never));
    let request = Request::federated("sts:TagSession", PROVIDER);
    let evaluation = evaluate(&document, &request, &context);
    changes(&evaluation, &request)
        .into_iter()
        .map(|change| match change {
            Change::LiftDeny(statement) => format!("lift {}", statement.index),
            Change::AddStatement => "statement".to_owned(),
            Change::AddPrincipal { statement, principal, instead } => {
                let instead: Vec<_> = instead.iter().map(|text| text.as_str()).collect();
                format!("{} principal {principal} for {}", statement.index, instead.join(" "))
            }
            Change::AddAction { statement, action } => format!("{} action {action}", statement.index),
            Change::AddResource { statement, resource } => format!("{} resource {resource}", statement.index),
            Change::AddValue { condition, value, instead } => {
                let instead = instead.map(Text::as_str).unwrap_or_default();
                format!("{} += {} for {instead}", condition.key.value, value.text)
            }
            Change::RemoveValue { condition, value } => format!("{} -= {}", condition.key.value, value.value),
            Change::ChangeOperator { condition, operator } => {
                format!("{} {}", condition.key.value, operator.name())
            }
            Change::DropCondition(condition) => format!("drop {}", condition.key.value),
        })
        .collect()
}

#[test]
fn the_least_that_must_change() {
    let own = format!(r#""Principal": {{"Federated": "{PROVIDER}"}}"#);
    let allow = format!(r#""Effect": "Allow", {own}, "Action": "sts:*""#);
    let cases: &[(String, &[&str])] = &[
        (format!("{{{allow}}}"), &[]),
        (format!(r#"{{"Effect": "Allow", {own}, "Action": "sts:AssumeRoleWithSAML"}}"#), &["0 action sts:TagSession"]),
        (
            format!(r#"{{"Effect": "Allow", "Principal": {{"Federated": "{}"}}, "Action": "sts:*"}}"#, PROVIDER.to_uppercase()),
            &["0 principal arn:aws:iam::444455556666:saml-provider/ExampleIdP for ARN:AWS:IAM::444455556666:SAML-PROVIDER/EXAMPLEIDP"],
        ),
        (
            format!(r#"{{{allow}, "Condition": {{"StringEquals": {{"SAML:aud": "https://signin.aws.amazon.com/saml"}}}}}}"#),
            &["SAML:aud += https://eu-west-1.signin.aws.amazon.com/saml for "],
        ),
        (
            format!(r#"{{{allow}, "Condition": {{"StringEquals": {{"SAML:sub_type": "Persistent"}}}}}}"#),
            &["SAML:sub_type += persistent for Persistent"],
        ),
        (
            format!(r#"{{{allow}, "Condition": {{"StringEquals": {{"SAML:aud": "https://*signin.aws.amazon.com/saml"}}}}}}"#),
            &["SAML:aud StringLike"],
        ),
        (format!(r#"{{{allow}, "Condition": {{"Bool": {{"aws:MultiFactorAuthPresent": "true"}}}}}}"#), &["drop aws:MultiFactorAuthPresent"]),
        (
            format!(r#"{{{allow}, "Condition": {{"StringNotEquals": {{"saml:sub_type": ["persistent", "transient"]}}}}}}"#),
            &["saml:sub_type -= persistent"],
        ),
        (
            format!(r#"{{{allow}, "Condition": {{"StringEquals": {{"saml:iss": "https://a.example.com/"}}}}}}"#),
            &["saml:iss += https://a.example.com for https://a.example.com/", "saml:iss += https://b.example.com for "],
        ),
        (String::new(), &["statement"]),
        (
            r#"{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}"#.to_owned(),
            &["statement"],
        ),
        (
            format!(r#"{{{allow}}}, {{"Effect": "Deny", {own}, "Action": "sts:TagSession"}}"#),
            &["lift 1"],
        ),
        (
            format!(r#"{{"Effect": "Deny", {own}, "Action": "*"}}, {{"Effect": "Allow", {own}, "Action": "sts:AssumeRoleWithSAML"}}"#),
            &["lift 0", "1 action sts:TagSession"],
        ),
        // The statement with the fewest faults is the one to mend.
        (
            format!(r#"{{"Effect": "Allow", "Principal": {{"Federated": "x"}}, "Action": "sts:*"}}, {{{allow}, "Condition": {{"StringEquals": {{"saml:sub_type": "transient"}}}}}}"#),
            &["saml:sub_type += persistent for "],
        ),
        // Nothing is certain to be wrong.
        (format!(r#"{{{allow}, "Condition": {{"IpAddress": {{"aws:SourceIp": "192.0.2.0/24"}}}}}}"#), &[]),
    ];
    for (statements, expected) in cases {
        assert_eq!(shown(statements), *expected, "{statements}");
    }
}
