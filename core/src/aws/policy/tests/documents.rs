//! Documents as people write them, and what is wrong with some.

use super::*;
use crate::aws::policy::document::{Language, PrincipalKind, ProblemKind, Sense};
use crate::aws::policy::looks_like_policy;

#[test]
fn everything_has_its_place() {
    let text = r#"{"Version": "2012-10-17", "Id": "x", "Statement": {"Sid": "S", "Effect": "Allow",
        "Principal": {"Federated": ["a", "b"], "AWS": "c"}, "NotAction": "sts:\u002a", "NotResource": ["r"],
        "Condition": {"StringEquals": {"SAML:aud": ["u", "v"]}, "Bool": {"aws:SecureTransport": true}}}}"#;
    let (document, problems) = document_and_problems(text);
    assert_eq!(problems, []);
    assert!(document.sound && document.names_principals());
    assert_eq!(document.language(), Language::V2012);
    let [statement] = document.statements.as_slice() else { panic!("one statement") };
    assert!(statement.allows() && statement.sound);
    let principal = statement.principal.as_ref().unwrap();
    let listed: Vec<_> = principal.items.iter().map(|item| (item.kind, item.value.as_str())).collect();
    let (federated, aws) = (PrincipalKind::Federated, PrincipalKind::Aws);
    assert_eq!(listed, [(federated, "a"), (federated, "b"), (aws, "c")]);
    let action = statement.action.as_ref().unwrap();
    assert_eq!((action.sense, strings(&action.items)), (Sense::NotListed, vec!["sts:*"]));
    assert_eq!((at(text, action.name), at(text, action.items[0].span)), ("NotAction", r"sts:\u002a"));
    assert_eq!(statement.resource.as_ref().map(|clause| clause.sense), Some(Sense::NotListed));
    let found: Vec<_> = statement
        .conditions
        .iter()
        .map(|condition| {
            (at(text, condition.operator.span), at(text, condition.key.span), at(text, condition.span))
        })
        .collect();
    assert_eq!(
        found,
        [("StringEquals", "SAML:aud", r#"["u", "v"]"#), ("Bool", "aws:SecureTransport", "true")]
    );
    assert_eq!(at(text, statement.conditions[0].values[1].span), "v");
}

#[test]
fn each_problem_is_found_where_it_stands() {
    use ProblemKind::*;
    let rest = r#""Version": "2012-10-17","#;
    let ok = r#""Effect": "Allow", "Action": "a:B""#;
    let cases: &[(String, &[(ProblemKind, &str)])] = &[
        (format!(r#"{{"Statement": {{{ok}}}}}"#), &[(NoVersion, "")]),
        (format!(r#"{{"Version": "2008-10-17", "Statement": {{{ok}}}}}"#), &[(OldVersion, "2008-10-17")]),
        (format!(r#"{{"Version": "2012-10-18", "Statement": {{{ok}}}}}"#), &[(BadVersion, "2012-10-18")]),
        (format!(r#"{{{rest} "Id": 5, "Statement": {{{ok}}}}}"#), &[(WrongType, "5")]),
        (format!("{{{rest} \"Id\": \"\"}}"), &[(NoStatement, "")]),
        (
            format!(r#"{{{rest} "Statements": []}}"#),
            &[(UnknownElement(Some("Statement")), "Statements"), (NoStatement, "")],
        ),
        (format!(r#"{{{rest} "Statement": [7]}}"#), &[(WrongType, "7"), (NoEffect, ""), (NoAction, "")]),
        (format!(r#"{{{rest} "Statement": {{"Action": "a:B"}}}}"#), &[(NoEffect, "")]),
        (
            format!(r#"{{{rest} "Statement": {{"Effect": "allow", "Action": "a:B"}}}}"#),
            &[(BadEffect, "allow")],
        ),
        (format!(r#"{{{rest} "Statement": {{"Effect": "Allow"}}}}"#), &[(NoAction, "")]),
        (format!(r#"{{{rest} "Statement": {{{ok}, "NotAction": "c:D"}}}}"#), &[(BothForms, "NotAction")]),
        (format!(r#"{{{rest} "Statement": {{{ok}, "Action": "c:D"}}}}"#), &[(Duplicate, "Action")]),
        (
            format!(r#"{{{rest} "Statement": {{{ok}, "conditions": {{}}}}}}"#),
            &[(UnknownElement(Some("Condition")), "conditions")],
        ),
        (format!(r#"{{{rest} "Statement": {{{ok}, "Owner": "x"}}}}"#), &[(UnknownElement(None), "Owner")]),
        (format!(r#"{{{rest} "Statement": {{{ok}, "Resource": []}}}}"#), &[(Empty, "[]")]),
        (format!(r#"{{{rest} "Statement": {{{ok}, "Resource": ["a", null]}}}}"#), &[(WrongType, "null")]),
        (format!(r#"{{{rest} "Statement": {{{ok}, "Principal": "arn:x"}}}}"#), &[(BarePrincipal, "arn:x")]),
        (
            format!(r#"{{{rest} "Statement": {{{ok}, "Principal": {{"SAML": "x"}}}}}}"#),
            &[(UnknownPrincipalKind, "SAML")],
        ),
        (
            format!(r#"{{{rest} "Statement": {{{ok}, "Condition": {{"StringIs": {{"k": "v"}}}}}}}}"#),
            &[(UnknownOperator, "StringIs")],
        ),
        (
            format!(r#"{{{rest} "Statement": {{{ok}, "Condition": {{"stringEquals": {{"k": "v"}}}}}}}}"#),
            &[(OperatorCase, "stringEquals")],
        ),
        (
            format!(r#"{{{rest} "Statement": {{{ok}, "Condition": {{"Null": {{"k": null}}}}}}}}"#),
            &[(BadConditionValue, "null")],
        ),
        (
            format!(r#"{{{rest} "Statement": {{{ok}, "Condition": {{"Null": {{"k": true, "k": true}}}}}}}}"#),
            &[(Duplicate, "k")],
        ),
        (format!(r#"{{{rest} "Statement": {{{ok}, "Condition": "x"}}}}"#), &[(WrongType, "\"x\"")]),
    ];
    for (text, expected) in cases {
        let (document, problems) = document_and_problems(text);
        let found: Vec<_> = problems.iter().map(|problem| (problem.kind, at(text, problem.span))).collect();
        assert_eq!(&found, expected, "{text}");
        let refused = problems.iter().any(|problem| problem.kind.is_refused());
        let sound = document.sound && document.statements.iter().all(|statement| statement.sound);
        assert_eq!(sound, !refused, "{text}");
    }
}

#[test]
fn policies_are_recognised() {
    let is_policy = |text: &str| {
        let json = json::parse(text, Span::default(), &Limits::default());
        json.root().is_some_and(looks_like_policy)
    };
    for text in [
        r#"{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#,
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "NotAction": []}}"#,
        r#"{"statement": [{"effect": "allow", "principal": {}, "action": "x"}]}"#,
        r#"{"Statements": [{}, {"Principal": "*"}]}"#,
    ] {
        assert!(is_policy(text), "{text}");
    }
    for text in [
        "{}",
        "[]",
        r#""Statement""#,
        r#"{"Statement": "Allow"}"#,
        r#"{"Statement": []}"#,
        r#"{"Statement": [{"Amount": 5}]}"#,
        r#"{"Role": {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "*"}]}}}"#,
    ] {
        assert!(!is_policy(text), "{text}");
    }
}
