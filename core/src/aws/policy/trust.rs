//! Whether a role's trust policy lets an assertion in: each action that the assertion asks for must be allowed (IAM User
//! Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken with assumed roles").
//!
//! It deliberately sees the trust policy alone; an organisation's policies may deny what it allows.

use super::context::{Context, Federation};
use super::document::Document;
use super::evaluate::{Request, evaluate};
use super::trace::{Decision, Evaluation};
use crate::aws::attributes::{AttributeName, AwsAttribute, recognise};
use crate::saml::Assertion;
use crate::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StsAction {
    AssumeRoleWithSaml,
    TagSession,
    SetSourceIdentity,
}

/// An action, and what in the assertion asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    pub action: StsAction,
    /// The start tag of the first attribute that asks for it; `None` for the assumption of the role itself.
    pub because: Option<Span>,
    /// Whether it is certain. Encrypted attributes may hold a tag or a source identity.
    pub certain: bool,
}

#[derive(Debug, Clone)]
pub struct Trust<'a> {
    pub decision: Decision,
    /// One for each action, in the order of [`StsAction`].
    pub actions: Vec<(Needed, Evaluation<'a>)>,
}

impl StsAction {
    pub fn id(self) -> &'static str {
        match self {
            Self::AssumeRoleWithSaml => "sts:AssumeRoleWithSAML",
            Self::TagSession => "sts:TagSession",
            Self::SetSourceIdentity => "sts:SetSourceIdentity",
        }
    }
}

/// The actions that AWS authorises for an assertion.
pub fn needed(assertion: &Assertion) -> Vec<Needed> {
    let tag = assertion
        .attributes
        .iter()
        .find(|attribute| matches!(recognise(attribute.name()), AttributeName::PrincipalTag(_)));
    let identity = assertion
        .attributes_named(AwsAttribute::SourceIdentity.name())
        .find(|attribute| attribute.values.iter().any(|value| !value.text.trimmed().0.is_empty()));
    let encrypted = assertion.encrypted_attributes.first().copied();
    let mut needed = vec![Needed { action: StsAction::AssumeRoleWithSaml, because: None, certain: true }];
    for (action, attribute) in [(StsAction::TagSession, tag), (StsAction::SetSourceIdentity, identity)] {
        let because = attribute.map(|attribute| attribute.tag);
        if because.or(encrypted).is_some() {
            needed.push(Needed { action, because: because.or(encrypted), certain: because.is_some() });
        }
    }
    needed
}

/// Evaluates the trust policy for each action. The context is that of [`super::context::for_assume_role`].
pub fn trust<'a>(document: &'a Document, federation: &Federation<'_>, context: &'a Context) -> Trust<'a> {
    let actions: Vec<(Needed, Evaluation<'a>)> = needed(federation.assertion)
        .into_iter()
        .map(|needed| {
            let request = Request::federated(needed.action.id(), federation.provider);
            (needed, evaluate(document, &request, context))
        })
        .collect();
    let says = |wanted: Decision| {
        actions.iter().any(|(needed, evaluation)| needed.certain && evaluation.decision == wanted)
    };
    let all_allowed = actions.iter().all(|(_, evaluation)| evaluation.decision == Decision::Allowed);
    let decision = if says(Decision::ExplicitDeny) {
        Decision::ExplicitDeny
    } else if says(Decision::ImplicitDeny) {
        Decision::ImplicitDeny
    } else if all_allowed {
        Decision::Allowed
    } else {
        Decision::Unknown
    };
    Trust { decision, actions }
}
