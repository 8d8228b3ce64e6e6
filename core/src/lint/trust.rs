//! What the supplied trust policies say of each role value of a message, worked out once for all rules.
//!
//! It deliberately reports nothing, and leaves policies of other roles alone.

use super::{Cx, RoleChoice};
use crate::aws::policy::context::{Context, Federation, for_assume_role};
use crate::aws::policy::document::Document;
use crate::aws::policy::trust::{self, Trust};
use crate::aws::policy::{Decision, Request};
use crate::evidence::TrustPolicy;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The request contexts of a message, by the provider that asks.
#[derive(Debug, Default)]
pub struct Contexts(BTreeMap<String, Context>);

/// What is known of one role value.
#[derive(Debug, Clone)]
pub struct RoleTrust<'a> {
    /// Index of the role value in [`Cx::roles`].
    pub role: usize,
    pub standing: Standing,
    /// The policy that was evaluated.
    pub policy: Option<&'a TrustPolicy>,
    pub trust: Option<Rc<Trust<'a>>>,
}

/// How it stands with the trust policy of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    NotSupplied,
    /// Two policies of the role were supplied, and they do not say the same.
    Contradictory,
    /// A part of the policy stands for something that the pasted template does not say.
    Template,
    /// It depends on something that only AWS sees, or on what AWS does not document.
    Undecided,
    Refused,
    Allowed,
}

impl Contexts {
    pub fn of(cx: &Cx<'_>) -> Self {
        let mut contexts = BTreeMap::new();
        let supplied = !cx.evidence.policies.trust.is_empty();
        let (Some(message), Some(assertion), true) = (cx.response(), cx.role_assertion(), supplied) else {
            return Self::default();
        };
        for choice in &cx.roles {
            let Some(provider) = choice.pair.provider() else { continue };
            if contexts.contains_key(provider.text()) {
                continue;
            }
            let federation = Federation {
                message,
                assertion,
                provider: provider.text(),
                provider_span: choice.value.text.sub(provider.range.clone()),
                at: cx.instant(),
            };
            contexts.insert(provider.text().to_owned(), for_assume_role(&federation));
        }
        Self(contexts)
    }
}

impl<'a> Cx<'a> {
    /// The same with the trust policies evaluated.
    pub fn with_trust<'b>(self, contexts: &'b Contexts) -> Cx<'b>
    where
        'a: 'b,
    {
        let mut cx: Cx<'b> = self;
        let mut evaluated = BTreeMap::new();
        if cx.role_assertion().is_some() {
            cx.trust =
                cx.roles.iter().filter_map(|choice| judge(&cx, choice, contexts, &mut evaluated)).collect();
        }
        cx
    }

    /// What is asked of a trust policy for a role value.
    pub fn request(&self, action: &'a str, role: usize) -> Option<Request<'_>> {
        let provider = self.roles.get(role)?.pair.provider()?;
        Some(Request::federated(action, provider.text()))
    }
}

type Evaluated<'b> = BTreeMap<(&'b str, usize), Rc<Trust<'b>>>;

fn judge<'b>(
    cx: &Cx<'b>,
    choice: &RoleChoice<'b>,
    contexts: &'b Contexts,
    evaluated: &mut Evaluated<'b>,
) -> Option<RoleTrust<'b>> {
    let (role, provider) = (choice.pair.role()?, choice.pair.provider()?);
    let none = |standing| RoleTrust { role: choice.index, standing, policy: None, trust: None };
    let Some((asks, context)) = contexts.0.get_key_value(provider.text()) else {
        return Some(none(Standing::NotSupplied));
    };
    let (message, assertion) = (cx.response()?, cx.role_assertion()?);
    let federation = Federation {
        message,
        assertion,
        provider: asks,
        provider_span: choice.value.text.sub(provider.range.clone()),
        at: cx.instant(),
    };
    let policies = of_role(cx, role.text(), role.resource_name(), provider.text());
    let mut answers: Vec<RoleTrust<'b>> = Vec::new();
    for (index, policy) in policies {
        let trust = evaluated
            .entry((asks.as_str(), index))
            .or_insert_with(|| Rc::new(trust::trust(&policy.document, &federation, context)));
        let standing = standing(policy, trust.decision);
        answers.push(RoleTrust {
            role: choice.index,
            standing,
            policy: Some(policy),
            trust: Some(Rc::clone(trust)),
        });
    }
    let Some(first) = answers.first().cloned() else { return Some(none(Standing::NotSupplied)) };
    let agree = answers.iter().all(|answer| answer.standing == first.standing);
    Some(if agree { first } else { none(Standing::Contradictory) })
}

fn standing(policy: &TrustPolicy, decision: Decision) -> Standing {
    match decision {
        // What a template leaves open may be a Deny that applies, or the very value that is missing.
        _ if policy.has_unknowns => Standing::Template,
        Decision::Allowed => Standing::Allowed,
        Decision::ExplicitDeny | Decision::ImplicitDeny => Standing::Refused,
        Decision::Unknown => Standing::Undecided,
    }
}

/// The policies of a role: those that stood in a role of its ARN; else in one of its name, of which nothing more is said;
/// else those of which nothing says whose they are, if the message has one role only or they name its provider.
fn of_role<'b>(cx: &Cx<'b>, arn: &str, name: &str, provider: &str) -> Vec<(usize, &'b TrustPolicy)> {
    let all = || cx.evidence.policies.trust.iter().enumerate();
    let with = |policy: &TrustPolicy| policy.arn.as_ref().is_some_and(|own| own.as_str() == arn);
    let exact: Vec<_> = all().filter(|(_, policy)| with(policy)).collect();
    if !exact.is_empty() {
        return exact;
    }
    let named = |policy: &TrustPolicy| {
        policy.arn.is_none() && policy.role_name.as_ref().is_some_and(|own| own.as_str() == name)
    };
    let by_name: Vec<_> = all().filter(|(_, policy)| named(policy)).collect();
    if !by_name.is_empty() {
        return by_name;
    }
    let bare = all().filter(|(_, policy)| !policy.of_a_role);
    let naming: Vec<_> = bare.clone().filter(|(_, policy)| names(&policy.document, provider)).collect();
    if !naming.is_empty() || cx.roles.len() > 1 {
        return naming;
    }
    bare.collect()
}

/// Whether a statement of the policy lists the provider.
fn names(document: &Document, provider: &str) -> bool {
    let principals = document.statements.iter().filter_map(|statement| statement.principal.as_ref());
    principals.flat_map(|clause| &clause.items).any(|principal| principal.value.as_str() == provider)
}
