//! What an evaluation found, part by part, so that it can be told which characters decide.
//!
//! It deliberately says nothing in words, and borrows everything from the document and the context.

use super::context::{Found, FoundValue};
use super::document::{Condition, Sense, Statement};
use super::near::Near;
use super::truth::Truth;
use crate::source::{Span, Text};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Allowed,
    /// A `Deny` applies.
    ExplicitDeny,
    /// No `Allow` applies. A `Deny` may apply besides, if that is unknown.
    ImplicitDeny,
    Unknown,
}

impl Decision {
    pub fn is_refusal(self) -> bool {
        matches!(self, Self::ExplicitDeny | Self::ImplicitDeny)
    }
}

#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    pub decision: Decision,
    /// In the order of the document.
    pub statements: Vec<StatementTrace<'a>>,
}

#[derive(Debug, Clone)]
pub struct StatementTrace<'a> {
    pub statement: &'a Statement,
    /// Whether every part matches. At most unknown where IAM would not have saved the statement.
    pub applies: Truth,
    pub principal: PartTrace<'a>,
    pub action: PartTrace<'a>,
    pub resource: PartTrace<'a>,
    pub conditions: Vec<ConditionTrace<'a>>,
}

/// `Principal`, `Action` or `Resource`, or the form with `Not`.
#[derive(Debug, Clone)]
pub struct PartTrace<'a> {
    pub result: Truth,
    /// The form and the element's name; `None` where there is no such element.
    pub written: Option<(Sense, Span)>,
    /// What is listed, each by itself.
    pub items: Vec<ItemTrace<'a>>,
}

#[derive(Debug, Clone, Copy)]
pub struct ItemTrace<'a> {
    pub text: &'a Text,
    /// Whether it matches what is asked for, whichever form the element has.
    pub matches: Truth,
    pub near: Option<Near>,
}

/// One key under one operator.
#[derive(Debug, Clone)]
pub struct ConditionTrace<'a> {
    /// Operator, key and wanted values with their places in the policy.
    pub condition: &'a Condition,
    /// The values found with their places in the message.
    pub found: &'a Found,
    pub wanted: Vec<WantedTrace<'a>>,
    pub result: Truth,
    pub why: Why,
}

/// One of the values of a condition.
#[derive(Debug, Clone, Copy)]
pub struct WantedTrace<'a> {
    pub text: &'a Text,
    /// Whether a value found is the one wanted, before any negation.
    pub matches: Truth,
    /// The difference to a value found where there is little of it.
    pub near: Option<(Near, &'a FoundValue)>,
}

/// What decided a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The values were compared.
    Compared,
    /// The key is absent, and the operator says what that means.
    KeyAbsent,
    /// The value of the key cannot be known here.
    KeyUnknown,
    /// `Null` asks whether the key exists.
    Existence,
    UnknownOperator,
}

impl<'a> Evaluation<'a> {
    /// Statements of the effect that decided: the `Deny` that applies, else every `Allow`.
    pub fn deciding(&self) -> impl Iterator<Item = &StatementTrace<'a>> {
        let denied = self.decision == Decision::ExplicitDeny;
        self.statements.iter().filter(move |trace| match denied {
            true => trace.statement.denies() && trace.applies.is_true(),
            false => trace.statement.allows(),
        })
    }
}

impl<'a> StatementTrace<'a> {
    /// Whether everything but the conditions matches: the statement is about this request.
    pub fn concerns(&self) -> Truth {
        self.principal.result.and(self.action.result).and(self.resource.result)
    }

    /// The conditions that do not hold.
    pub fn failed(&self) -> impl Iterator<Item = &ConditionTrace<'a>> {
        self.conditions.iter().filter(|condition| condition.result.is_false())
    }

    /// The conditions of which it is not known whether they hold.
    pub fn open(&self) -> impl Iterator<Item = &ConditionTrace<'a>> {
        self.conditions.iter().filter(|condition| condition.result == Truth::Unknown)
    }
}
