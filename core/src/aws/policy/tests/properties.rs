//! What holds for every policy.

use super::*;
use crate::aws::policy::{Decision, changes, looks_like_policy};
use proptest::prelude::*;

/// Members of a statement, from parts that come together in telling ways.
fn any_statement() -> impl Strategy<Value = String> {
    let effect = prop_oneof![Just("Allow"), Just("Allow"), Just("Deny"), Just("allow")];
    let principal = prop_oneof![
        Just(format!(r#""Principal": {{"Federated": "{PROVIDER}"}}, "#)),
        Just(r#""Principal": "*", "#.to_owned()),
        Just(r#""NotPrincipal": {"Federated": "x"}, "#.to_owned()),
        Just(String::new()),
    ];
    let action = prop_oneof![
        Just(r#""Action": "sts:AssumeRoleWithSAML""#),
        Just(r#""Action": ["sts:Tag*", "sts:*saml"]"#),
        Just(r#""NotAction": "sts:TagSession""#),
    ];
    let condition = prop_oneof![
        Just(""),
        Just(r#", "Condition": {"StringEquals": {"saml:aud": ["a", "b"]}}"#),
        Just(
            r#", "Condition": {"ForAnyValue:StringLike": {"aws:TagKeys": "?*"}, "Null": {"saml:aud": false}}"#
        ),
        Just(r#", "Condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}"#),
        Just(r#", "Condition": {"StringNotLike": {"saml:sub": "${saml:aud}*"}}"#),
    ];
    (effect, principal, action, condition).prop_map(|(effect, principal, action, condition)| {
        format!(r#"{{"Effect": "{effect}", {principal}{action}{condition}}}"#)
    })
}

fn any_context() -> impl Strategy<Value = Context> {
    (proptest::option::of("[ab]"), proptest::collection::vec("[a-c]{0,2}", 0..3)).prop_map(|(aud, tags)| {
        let absent = Found::Absent(crate::aws::policy::Absence::NotSent);
        let aud = aud.map_or(absent, Found::value);
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        Context::unknown().with("saml:aud", aud).with("aws:TagKeys", values(&tags))
    })
}

fn decide(text: &str, context: &Context) -> Decision {
    let request = Request::federated("sts:AssumeRoleWithSAML", PROVIDER);
    evaluate(&document(text), &request, context).decision
}

fn policy(statements: &[String]) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.join(", "))
}

proptest! {
    #[test]
    fn one_more_deny_never_allows(
        statements in proptest::collection::vec(any_statement(), 0..4),
        more in any_statement(),
        context in any_context(),
    ) {
        let before = decide(&policy(&statements), &context);
        let mut with_deny = statements.clone();
        with_deny.push(more.replace(r#""Allow""#, r#""Deny""#).replace(r#""allow""#, r#""Deny""#));
        let after = decide(&policy(&with_deny), &context);
        match before {
            Decision::Allowed => {}
            Decision::Unknown => prop_assert_ne!(after, Decision::Allowed),
            Decision::ExplicitDeny => prop_assert_eq!(after, Decision::ExplicitDeny),
            Decision::ImplicitDeny => prop_assert!(after.is_refusal()),
        }
    }

    #[test]
    fn one_more_allow_never_refuses(
        statements in proptest::collection::vec(any_statement(), 0..4),
        more in any_statement(),
        context in any_context(),
    ) {
        let before = decide(&policy(&statements), &context);
        let mut with_allow = statements.clone();
        with_allow.push(more.replace(r#""Deny""#, r#""Allow""#).replace(r#""allow""#, r#""Allow""#));
        let after = decide(&policy(&with_allow), &context);
        prop_assert!(before != Decision::Allowed || after == Decision::Allowed);
        prop_assert!(before.is_refusal() || !after.is_refusal());
    }

    #[test]
    fn the_order_of_statements_never_matters(
        statements in proptest::collection::vec(any_statement(), 0..5),
        context in any_context(),
    ) {
        let mut turned = statements.clone();
        turned.reverse();
        prop_assert_eq!(decide(&policy(&statements), &context), decide(&policy(&turned), &context));
    }

    #[test]
    fn the_layout_never_matters(statement in any_statement(), context in any_context()) {
        let text = policy(&[statement]);
        // The values hold none of these characters but `:` in names and ARNs, which stays.
        let spaced = text.replace(", ", " ,\n\t").replace('{', "{\r\n").replace("}]", "} ]").replace("${\r\n", "${");
        let escaped = text.replace("Effect", r"\u0045ffect").replace("sts:", r"st\u0073:");
        let expected = decide(&text, &context);
        prop_assert_eq!(decide(&spaced, &context), expected);
        prop_assert_eq!(decide(&escaped, &context), expected);
    }

    #[test]
    fn what_is_refused_says_what_must_change(
        statements in proptest::collection::vec(any_statement(), 0..4),
        context in any_context(),
    ) {
        let document = document(&policy(&statements));
        let request = Request::federated("sts:AssumeRoleWithSAML", PROVIDER);
        let evaluation = evaluate(&document, &request, &context);
        let changes = changes(&evaluation, &request);
        // A deny of which it is unknown whether it applies is no certain fault.
        if evaluation.decision == Decision::Allowed || evaluation.decision == Decision::Unknown {
            prop_assert!(changes.is_empty());
        } else {
            prop_assert!(!changes.is_empty());
        }
    }

    #[test]
    fn nothing_panics(
        text in r#"(\{|\}|\[|\]|:|,|"Statement"|"Effect"|"Allow"|"Action"|"Principal"|"Federated"|"Condition"|"StringLike"|"Null"|"Date(Equals|LessThan)"|"IpAddress"|"ArnLike"|"\*"|"\$\{[a-z:,' ]{0,4}\}?"|"192.0.2.1/[0-9]{1,3}"|[0-9]{1,12}|"[0-9T:Z-]{0,12}"|true|null|"\PC{0,4}"){0,40}"#,
        found in r"\PC{0,8}|[0-9.+-]{0,6}|[0-9T:Z-]{0,20}",
    ) {
        let json = json::parse(&text, Span::default(), &Limits::default());
        if let Some(root) = json.root() {
            for value in json.values() {
                looks_like_policy(value);
            }
            let (document, _) = read(root);
            let context = Context::unknown().with("*", values(&[&found])).with("", values(&[&found]));
            for asked in [Asked::Unknown, Asked::NotInPolicy, Asked::Known(&found)] {
                let request = Request { action: &found, federated: asked, resource: asked };
                changes(&evaluate(&document, &request, &context), &request);
            }
        }
    }

    #[test]
    fn no_operator_panics(name in "(ForAnyValue:|ForAllValues:)?[A-Za-z]{4,25}|é{1,9}", at in 0usize..27, wanted in r"\PC{0,12}|[0-9T:Z./+-]{0,20}", found in r"\PC{0,12}|[0-9T:Z./+-]{0,20}") {
        let known = crate::aws::policy::Operator::all().nth(at).unwrap().name();
        for name in [name, known] {
            with_values(&name, &serde_json::to_string(&wanted).unwrap(), &[&found]);
        }
    }
}
