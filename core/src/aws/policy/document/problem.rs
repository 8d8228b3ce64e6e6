//! What can be wrong with a policy document.
//!
//! It deliberately knows the grammar alone: what a policy of some kind must or must not hold is not asked here.

use crate::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The policy, a statement, a condition block … is of another JSON type.
    WrongType,
    NoStatement,
    /// No `Version`: the language of 2008, without variables.
    NoVersion,
    /// `2008-10-17`: the same, in so many words.
    OldVersion,
    /// Neither of the two versions there are.
    BadVersion,
    /// An element that IAM does not know, and the one that it resembles.
    UnknownElement(Option<&'static str>),
    /// A name that stands twice in one object.
    Duplicate,
    /// Both forms of one element, such as `Action` and `NotAction`.
    BothForms,
    NoEffect,
    /// `allow`, `Permit` …
    BadEffect,
    NoAction,
    /// An array without items.
    Empty,
    /// `AWS`, `Federated`, `Service` and `CanonicalUser` are all there are.
    UnknownPrincipalKind,
    /// `"Principal": "arn:…"` without the object around it.
    BarePrincipal,
    UnknownOperator,
    /// An operator in other letters, such as `stringEquals`: whether IAM takes it is not documented.
    OperatorCase,
    /// A condition's value that is neither string nor number nor boolean.
    BadConditionValue,
}

impl ProblemKind {
    /// Whether IAM would not have saved the policy so, or it is not known what IAM makes of it.
    pub fn is_refused(self) -> bool {
        !matches!(self, Self::NoVersion | Self::OldVersion)
    }
}
