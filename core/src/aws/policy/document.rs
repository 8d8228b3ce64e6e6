//! A policy document as it is written, with the place of everything in it (IAM User Guide, "Grammar of the IAM JSON
//! policy language").
//!
//! It deliberately keeps what IAM would refuse, and says so beside it. It does not know what the policy is attached to.

mod problem;
mod read;

pub use self::problem::{Problem, ProblemKind};
pub use self::read::{looks_like_policy, read, read_statements};

use super::operators::Operator;
use crate::source::{Span, Spanned, Text};

#[derive(Debug, Clone)]
pub struct Document {
    /// The whole object.
    pub span: Span,
    pub version: Option<Text>,
    pub id: Option<Text>,
    pub statements: Vec<Statement>,
    /// Whether nothing was found at the top level that IAM refuses.
    pub sound: bool,
}

/// The policy language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// The default where `Version` is absent: `${…}` is no variable.
    V2008,
    V2012,
    /// Any other text: IAM refuses the document.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Allow,
    Deny,
}

#[derive(Debug, Clone)]
pub struct Statement {
    /// The place in the document, from 0.
    pub index: usize,
    /// The whole object.
    pub span: Span,
    pub sid: Option<Text>,
    /// `None` where it is absent or is neither `Allow` nor `Deny`.
    pub effect: Option<Spanned<Effect>>,
    pub principal: Option<Clause<Principal>>,
    pub action: Option<Clause<Text>>,
    pub resource: Option<Clause<Text>>,
    /// All must hold. One for each key of each operator, in order.
    pub conditions: Vec<Condition>,
    /// Whether nothing was found in it that IAM refuses.
    pub sound: bool,
}

/// `Action` or `NotAction`, `Resource` or `NotResource`, `Principal` or `NotPrincipal`.
#[derive(Debug, Clone)]
pub struct Clause<T> {
    pub sense: Sense,
    /// The element's name, without its quotes.
    pub name: Span,
    /// The element's value.
    pub span: Span,
    pub items: Vec<T>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// What is listed.
    Listed,
    /// Everything but what is listed.
    NotListed,
}

#[derive(Debug, Clone)]
pub struct Principal {
    pub kind: PrincipalKind,
    pub value: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrincipalKind {
    /// `"Principal": "*"`, without an object around it.
    Everyone,
    Aws,
    Federated,
    Service,
    CanonicalUser,
    /// A word that IAM does not know.
    Other,
}

/// One key under one operator.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The operator as it is written.
    pub operator: Text,
    /// `None` for an operator that IAM does not know.
    pub test: Option<Operator>,
    pub key: Text,
    /// Any one may match; with a negated operator, none.
    pub values: Vec<Text>,
    /// The values, with the brackets around them.
    pub span: Span,
}

impl Document {
    pub fn language(&self) -> Language {
        match self.version.as_ref().map(Text::as_str) {
            None | Some("2008-10-17") => Language::V2008,
            Some("2012-10-17") => Language::V2012,
            Some(_) => Language::Other,
        }
    }

    /// Whether every statement names a principal: so it is with the policy of a resource or the trust policy of a role,
    /// and never with one that is attached to a role or a user.
    pub fn names_principals(&self) -> bool {
        !self.statements.is_empty() && self.statements.iter().all(|statement| statement.principal.is_some())
    }
}

impl Statement {
    pub fn allows(&self) -> bool {
        self.effect.is_some_and(|effect| effect.value == Effect::Allow)
    }

    pub fn denies(&self) -> bool {
        self.effect.is_some_and(|effect| effect.value == Effect::Deny)
    }
}

impl PrincipalKind {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "AWS" => Some(Self::Aws),
            "Federated" => Some(Self::Federated),
            "Service" => Some(Self::Service),
            "CanonicalUser" => Some(Self::CanonicalUser),
            _ => None,
        }
    }
}
