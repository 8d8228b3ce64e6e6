//! The trust policies of a leaf that was pasted without a message: what can be said of them all the same.
//!
//! It deliberately gives none where the paste holds a message, for then they are evaluated for it, and that says more.

use crate::aws::outputs::Output;
use crate::aws::policy::document::{Condition, Statement};
use crate::aws::policy::operators::{Comparison, Family};
use crate::evidence::TrustPolicy;
use crate::lint::Cx;
use crate::order::Gather as _;
use crate::source::{Span, Text};
use std::collections::BTreeSet;

/// The policies of the leaf at hand.
pub(super) fn policies<'a>(cx: &Cx<'a>) -> Option<Vec<&'a TrustPolicy>> {
    if cx.other_messages > 0 || cx.message().is_some() {
        return None;
    }
    let infrastructure = match cx.item.output.as_ref()? {
        Output::Terraform(infrastructure) | Output::CloudFormation(infrastructure) => Some(infrastructure),
        _ => None,
    };
    let roles = match cx.item.output.as_ref()? {
        Output::Role(role) => std::slice::from_ref(&**role),
        Output::Roles(roles) => &roles.roles,
        _ => infrastructure.map(|it| it.roles.as_slice()).unwrap_or_default(),
    };
    let bare = match cx.item.output.as_ref()? {
        Output::TrustPolicy(policy) => std::slice::from_ref(policy),
        _ => infrastructure.map(|it| it.trust_policies.as_slice()).unwrap_or_default(),
    };
    let sources = roles.iter().filter_map(|role| role.trust_policy.as_ref()).chain(bare);
    let places: BTreeSet<Span> = sources.map(|source| source.span).gathered();
    let of_leaf: Vec<_> =
        cx.evidence.policies.trust.iter().filter(|policy| places.contains(&policy.document.span)).collect();
    (!of_leaf.is_empty()).then_some(of_leaf)
}

/// Statements that let SAML providers in, or are meant to.
pub(super) fn allowing(policy: &TrustPolicy) -> impl Iterator<Item = &Statement> {
    policy.document.statements.iter().filter(|statement| statement.allows() && is_for_saml(statement))
}

/// Their conditions, each with whether another statement may let a message in where this one does not.
pub(super) fn conditions(policy: &TrustPolicy) -> impl Iterator<Item = (&Condition, bool)> {
    let several = allowing(policy).count() > 1;
    allowing(policy).flat_map(move |statement| statement.conditions.iter().map(move |one| (one, several)))
}

/// Whether the values are compared as they stand, so that one of them must be the value that is sent.
pub(super) fn wants_equality(condition: &Condition) -> bool {
    condition.test.is_some_and(|operator| {
        let plain = matches!(operator.comparison, Comparison::Equals | Comparison::EqualsIgnoringCase);
        operator.family == Family::String && plain && !operator.negated
    })
}

fn is_for_saml(statement: &Statement) -> bool {
    let named = |text: &Text| text.as_str().to_ascii_lowercase().starts_with("sts:assumerolewithsaml");
    let actions = statement.action.iter().flat_map(|clause| &clause.items);
    let principals = statement.principal.iter().flat_map(|clause| &clause.items);
    actions.into_iter().any(named)
        || principals.into_iter().any(|principal| principal.value.as_str().contains(":saml-provider/"))
}
