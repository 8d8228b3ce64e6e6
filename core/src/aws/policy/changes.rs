//! The least that would have to change for a refused request to be allowed: what a corrected policy is made from.
//!
//! It deliberately advises nothing. Whether a change is wise, and in whose hands it lies, is for others to say.

use super::context::FoundValue;
use super::document::{Condition, Effect, Statement};
use super::evaluate::{Asked, Request};
use super::near::Near;
use super::operators::{Comparison, Family, Operator};
use super::trace::{ConditionTrace, Decision, Evaluation, StatementTrace};
use super::truth::Truth;
use crate::source::Text;

#[derive(Debug, Clone)]
pub enum Change<'a> {
    /// This `Deny` applies and must not.
    LiftDeny(&'a Statement),
    /// No `Allow` comes close: one more statement is needed, for the request's principal, action and resource.
    AddStatement,
    /// The statement must list this principal. `instead` are listed ones that almost are it.
    AddPrincipal { statement: &'a Statement, principal: String, instead: Vec<&'a Text> },
    /// The statement must list this action.
    AddAction { statement: &'a Statement, action: String },
    /// The statement must list this resource.
    AddResource { statement: &'a Statement, resource: String },
    /// The condition must take one more value. `instead` is a wanted one that almost is it.
    AddValue { condition: &'a Condition, value: &'a FoundValue, instead: Option<&'a Text> },
    /// The condition must not list this value: its operator is negated, and the value was found.
    RemoveValue { condition: &'a Condition, value: &'a Text },
    /// The condition's values have wildcards, which only this operator reads.
    ChangeOperator { condition: &'a Condition, operator: Operator },
    /// The condition cannot hold for such a request, or no value that was found could be added.
    DropCondition(&'a Condition),
}

/// What must change in the document that was evaluated. Empty where it is not refused for certain.
pub fn changes<'a>(evaluation: &Evaluation<'a>, request: &Request<'_>) -> Vec<Change<'a>> {
    if !evaluation.decision.is_refusal() {
        return Vec::new();
    }
    let of = |effect: Effect| {
        evaluation
            .statements
            .iter()
            .filter(move |trace| trace.statement.effect.is_some_and(|written| written.value == effect))
    };
    let mut changes = Vec::new();
    if evaluation.decision == Decision::ExplicitDeny {
        let denies = of(Effect::Deny).filter(|trace| trace.applies.is_true());
        changes.extend(denies.map(|trace| Change::LiftDeny(trace.statement)));
    }
    if of(Effect::Allow).any(|trace| !trace.applies.is_false()) {
        return changes;
    }
    match of(Effect::Allow).min_by_key(|trace| distance(trace)) {
        Some(nearest) if is_about(nearest) => changes.extend(of_statement(nearest, request)),
        _ => changes.push(Change::AddStatement),
    }
    changes
}

/// A statement for another principal and other actions is about something else.
fn is_about(trace: &StatementTrace<'_>) -> bool {
    let parts = [trace.principal.result, trace.action.result, trace.resource.result];
    parts.into_iter().filter(|part| part.is_false()).count() < 2
}

/// How many parts fail; those that say whom and what it is about weigh more.
fn distance(trace: &StatementTrace<'_>) -> usize {
    let part = |result: Truth, weight: usize| if result.is_false() { weight } else { 0 };
    part(trace.principal.result, 1000)
        .saturating_add(part(trace.action.result, 100))
        .saturating_add(part(trace.resource.result, 100))
        .saturating_add(trace.failed().count())
}

fn of_statement<'a>(trace: &StatementTrace<'a>, request: &Request<'_>) -> Vec<Change<'a>> {
    let statement = trace.statement;
    let mut changes = Vec::new();
    if trace.principal.result.is_false()
        && let Asked::Known(provider) = request.federated
    {
        let almost = trace.principal.items.iter().filter(|item| item.near.is_some());
        let instead = almost.map(|item| item.text).collect();
        changes.push(Change::AddPrincipal { statement, principal: provider.to_owned(), instead });
    }
    if trace.action.result.is_false() {
        changes.push(Change::AddAction { statement, action: request.action.to_owned() });
    }
    if trace.resource.result.is_false()
        && let Asked::Known(resource) = request.resource
    {
        changes.push(Change::AddResource { statement, resource: resource.to_owned() });
    }
    changes.extend(trace.failed().flat_map(of_condition));
    changes
}

fn of_condition<'a>(trace: &ConditionTrace<'a>) -> Vec<Change<'a>> {
    let condition = trace.condition;
    let drop = || vec![Change::DropCondition(condition)];
    let Some(operator) = condition.test else { return drop() };
    if operator.negated {
        let found = trace.wanted.iter().filter(|wanted| wanted.matches.is_true());
        let changes: Vec<_> =
            found.map(|wanted| Change::RemoveValue { condition, value: wanted.text }).collect();
        return if changes.is_empty() { drop() } else { changes };
    }
    let wildcard = trace.wanted.iter().any(|wanted| matches!(wanted.near, Some((Near::Wildcard, _))));
    if wildcard && let Some(operator) = operator.with(Comparison::Like) {
        return vec![Change::ChangeOperator { condition, operator }];
    }
    let listable = matches!(operator.family, Family::String | Family::Arn);
    // Where one of several is meant, each of them is to be taken.
    let missing = trace
        .found
        .values()
        .filter(|value| listable && trace.wanted.iter().all(|wanted| wanted.text.value != value.text));
    let instead = |value: &FoundValue| {
        let near = trace
            .wanted
            .iter()
            .find(|wanted| wanted.near.is_some_and(|(_, found)| std::ptr::eq(found, value)));
        near.map(|wanted| wanted.text)
    };
    let changes: Vec<_> =
        missing.map(|value| Change::AddValue { condition, value, instead: instead(value) }).collect();
    if changes.is_empty() { drop() } else { changes }
}
