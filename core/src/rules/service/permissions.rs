//! What the permission policies that were supplied say of one action, and which characters decide.
//!
//! It deliberately weighs permission policies only: boundaries and an organisation's policies are not known here.

use crate::aws::policy::{Asked, Context, Decision, Document, Evaluation, Request, Truth, evaluate};
use crate::rules::response::difference::{between, underline};
use crate::source::{Span, Text};

/// What one policy says.
pub(super) enum Said {
    Allows,
    /// A statement that denies applies.
    Denies(Span),
    DoesNotAllow(Gap),
    CannotTell,
}

/// Why a policy does not allow it, with the characters at fault.
pub(super) struct Gap {
    pub span: Span,
    pub why: Why,
}

pub(super) enum Why {
    /// It allows other actions.
    Action(Option<String>),
    /// It allows the action on something else.
    Resource(String),
    /// It allows the action where this key has this value; the second is the one that the session has.
    Condition { key: String, wanted: String, found: Option<String> },
}

impl Why {
    /// The more of a statement fits, the nearer it is to allowing.
    pub fn distance(&self) -> u8 {
        match self {
            Self::Condition { .. } => 0,
            Self::Resource(_) => 1,
            Self::Action(_) => 2,
        }
    }
}

/// Asks one policy.
pub(super) fn ask(document: &Document, action: &str, resource: Option<&str>, context: &Context) -> Said {
    if document.statements.is_empty() && !document.sound {
        return Said::CannotTell;
    }
    let asked = resource.map_or(Asked::Unknown, Asked::Known);
    let evaluation = evaluate(document, &Request::access(action, asked), context);
    match evaluation.decision {
        Decision::Allowed => Said::Allows,
        Decision::ExplicitDeny => Said::Denies(
            evaluation
                .deciding()
                .find_map(|trace| trace.statement.effect.map(|effect| effect.span))
                .unwrap_or(document.span),
        ),
        Decision::ImplicitDeny => Said::DoesNotAllow(gap(&evaluation, resource, document.span)),
        Decision::Unknown => Said::CannotTell,
    }
}

/// The statement that is nearest to allowing it.
fn gap(evaluation: &Evaluation<'_>, resource: Option<&str>, whole: Span) -> Gap {
    let of_action = || {
        let allows = evaluation.statements.iter().filter(|trace| trace.statement.allows());
        allows.filter(|trace| trace.action.result == Truth::True)
    };
    for trace in of_action() {
        if let Some(failed) = trace.failed().next().filter(|_| !trace.resource.result.is_false()) {
            let wanted = failed.condition.values.iter().map(|value| value.value.clone());
            let found = failed.found.values().next().map(|value| value.text.clone());
            return Gap {
                span: failed.condition.values.first().map_or(failed.condition.span, |value| value.span),
                why: Why::Condition {
                    key: failed.condition.key.value.clone(),
                    wanted: wanted.collect::<Vec<_>>().join(", "),
                    found,
                },
            };
        }
    }
    for trace in of_action() {
        let near = trace.resource.items.iter().find(|item| item.near.is_some());
        if let Some(item) = near.or(trace.resource.items.first()) {
            return Gap { span: differing(item.text, resource), why: Why::Resource(item.text.value.clone()) };
        }
    }
    let first = evaluation
        .statements
        .iter()
        .filter(|trace| trace.statement.allows())
        .find_map(|trace| trace.action.items.first().map(|item| item.text));
    Gap {
        span: first.map_or(whole, |text| text.span),
        why: Why::Action(first.map(|text| text.value.clone())),
    }
}

/// Where only the case tells them apart, those characters; else the whole resource.
fn differing(written: &Text, wanted: Option<&str>) -> Span {
    match wanted {
        Some(wanted) if written.as_str().eq_ignore_ascii_case(wanted) => {
            underline(written, between(written.as_str(), wanted).0)
        }
        _ => written.span,
    }
}
