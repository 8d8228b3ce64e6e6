//! Policies against another evaluator, `iam-rs`, on the ground that both share.
//!
//! Where that crate departs from the documentation or answers what AWS does not document, the case is left out of the
//! comparison and stands in `differences`, with the reason; a newer version that agrees fails there.

mod agreement;
mod differences;

use iam_rs::{
    Arn, Context as TheirContext, ContextValue, Decision as TheirDecision, EvaluationOptions, IAMPolicy,
    IAMRequest, PolicyEvaluator, Principal, PrincipalId,
};
use samlens_core::aws::policy::context::FoundValue;
use samlens_core::aws::policy::{Absence, Asked, Context, Decision, Found, Request, document, evaluate};
use samlens_core::json;
use samlens_core::limits::Limits;
use samlens_core::source::Span;

const PROVIDER: &str = "arn:aws:iam::444455556666:saml-provider/ExampleIdP";
const RESOURCE: &str = "arn:aws:appstream:eu-west-1:444455556666:stack/Office";

/// A key's value in both worlds.
#[derive(Clone, Copy, Debug)]
enum Given {
    Absent,
    One(&'static str),
    True,
    False,
    Many(&'static [&'static str]),
}

fn our_context(given: Given) -> Context {
    let values = |texts: &[&str]| {
        Found::Values(texts.iter().map(|text| FoundValue { text: (*text).to_owned(), span: None }).collect())
    };
    let found = match given {
        Given::Absent => Found::Absent(Absence::NotSent),
        Given::One(text) => values(&[text]),
        Given::True => values(&["true"]),
        Given::False => values(&["false"]),
        Given::Many(texts) => values(texts),
    };
    Context::unknown().with("test:key", found)
}

fn their_context(given: Given) -> TheirContext {
    let mut context = TheirContext::new();
    let value = match given {
        Given::Absent => return context,
        Given::One(text) => ContextValue::String(text.to_owned()),
        Given::True => ContextValue::Boolean(true),
        Given::False => ContextValue::Boolean(false),
        Given::Many(texts) => ContextValue::StringList(texts.iter().map(|text| (*text).to_owned()).collect()),
    };
    context.insert("test:key".to_owned(), value);
    context
}

fn ours(policy: &str, request: &Request<'_>, given: Given) -> Decision {
    let json = json::parse(policy, Span::default(), &Limits::default());
    let (document, _) = document::read(json.root().unwrap());
    evaluate(&document, request, &our_context(given)).decision
}

/// `None` where the policy cannot be read or evaluated.
fn theirs(policy: &str, request: &Request<'_>, given: Given) -> Option<Decision> {
    let policy = IAMPolicy::from_json(policy).ok()?;
    let options = EvaluationOptions {
        ignore_resource_constraints: request.resource == Asked::NotInPolicy,
        ..EvaluationOptions::default()
    };
    let principal = Principal::Federated(PrincipalId::String(PROVIDER.to_owned()));
    let context = their_context(given);
    let asked =
        IAMRequest::new_with_context(principal, request.action, Arn::parse(RESOURCE).unwrap(), context);
    let evaluator = PolicyEvaluator::with_policies(vec![policy]).with_options(options);
    Some(match evaluator.evaluate(&asked).ok()?.decision {
        TheirDecision::Allow => Decision::Allowed,
        TheirDecision::Deny => Decision::ExplicitDeny,
        TheirDecision::NotApplicable => Decision::ImplicitDeny,
    })
}

fn with_condition(operator: &str, wanted: &str) -> String {
    format!(
        r#"{{"Version": "2012-10-17", "Statement": [{{"Effect": "Allow", "Action": "test:Act", "Resource": "*", "Condition": {{"{operator}": {{"TEST:Key": {wanted}}}}}}}]}}"#
    )
}

fn access() -> Request<'static> {
    Request::access("test:Act", Asked::Known(RESOURCE))
}
