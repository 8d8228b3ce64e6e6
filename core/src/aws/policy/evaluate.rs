//! Evaluates a document for one request: a `Deny` that applies decides, then an `Allow`; otherwise the request is denied
//! (IAM User Guide, "Policy evaluation logic").
//!
//! It deliberately evaluates one document. A permission policy, a boundary and an organisation's policies each have a say,
//! and whoever has several asks for each.

use super::condition;
use super::context::Context;
use super::document::{
    Clause, Condition, Document, Effect, Language, Principal, PrincipalKind, Sense, Statement,
};
use super::fuel::Fuel;
use super::near::near;
use super::trace::{Decision, Evaluation, ItemTrace, PartTrace, StatementTrace};
use super::truth::Truth;
use super::variables::{Reading, Resolved, resolve};
use super::wildcard::{self, Token};
use crate::source::Text;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'r> {
    /// `service:Operation`; upper and lower case do not matter.
    pub action: &'r str,
    /// The ARN of the SAML provider, which is who asks for a role.
    pub federated: Asked<'r>,
    /// An ARN.
    pub resource: Asked<'r>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked<'r> {
    /// Policies of this kind have no such element.
    NotInPolicy,
    Known(&'r str),
    /// It matches what matches everything; otherwise it is unknown.
    Unknown,
}

impl<'r> Request<'r> {
    /// A request that a role's trust policy decides.
    pub fn federated(action: &'r str, provider: &'r str) -> Self {
        Self { action, federated: Asked::Known(provider), resource: Asked::NotInPolicy }
    }

    /// A request that a permission policy or an organisation's policy decides.
    pub fn access(action: &'r str, resource: Asked<'r>) -> Self {
        Self { action, federated: Asked::NotInPolicy, resource }
    }
}

pub fn evaluate<'a>(document: &'a Document, request: &Request<'_>, context: &'a Context) -> Evaluation<'a> {
    let mut evaluator =
        Evaluator { request, context, variables: document.language() == Language::V2012, fuel: Fuel::new() };
    let statements: Vec<StatementTrace<'a>> = document
        .statements
        .iter()
        .map(|statement| evaluator.statement(statement, document.sound && statement.sound))
        .collect();
    Evaluation { decision: decide(document, &statements), statements }
}

fn decide(document: &Document, statements: &[StatementTrace<'_>]) -> Decision {
    // A statement without a readable effect may be either.
    let strongest = |effect: Effect| {
        let may_be = |trace: &&StatementTrace<'_>| {
            trace.statement.effect.is_none_or(|written| written.value == effect)
        };
        Truth::any(statements.iter().filter(may_be).map(|trace| trace.applies))
    };
    match (strongest(Effect::Deny), strongest(Effect::Allow)) {
        (Truth::True, _) => Decision::ExplicitDeny,
        (_, Truth::False) if statements.is_empty() && !document.sound => Decision::Unknown,
        (_, Truth::False) => Decision::ImplicitDeny,
        (Truth::False, Truth::True) => Decision::Allowed,
        _ => Decision::Unknown,
    }
}

struct Evaluator<'a, 'r> {
    request: &'r Request<'r>,
    context: &'a Context,
    variables: bool,
    fuel: Fuel,
}

impl<'a> Evaluator<'a, '_> {
    fn statement(&mut self, statement: &'a Statement, sound: bool) -> StatementTrace<'a> {
        let principal = self.principal(statement);
        let action = self.action(statement.action.as_ref());
        let resource = self.resource(statement.resource.as_ref());
        let conditions: Vec<_> =
            statement.conditions.iter().map(|condition| self.condition(condition)).collect();
        let parts = [principal.result, action.result, resource.result];
        let holds = Truth::all(parts.into_iter().chain(conditions.iter().map(|trace| trace.result)));
        let applies = if sound { holds } else { holds.and(Truth::Unknown) };
        StatementTrace { statement, applies, principal, action, resource, conditions }
    }

    fn condition(&mut self, condition: &'a Condition) -> super::trace::ConditionTrace<'a> {
        condition::evaluate(condition, self.context, self.variables, &mut self.fuel)
    }

    fn principal(&mut self, statement: &'a Statement) -> PartTrace<'a> {
        let denies = statement.denies();
        let asked = self.request.federated;
        part(statement.principal.as_ref(), asked, |item, provider| {
            let matches =
                provider.map_or(Truth::Unknown, |provider| self.is_principal(item, provider, denies));
            ItemTrace {
                text: &item.value,
                matches,
                near: near(&item.value.value, provider.unwrap_or_default()),
            }
        })
    }

    fn is_principal(&mut self, item: &Principal, provider: &str, denies: bool) -> Truth {
        let wanted = item.value.as_str();
        match item.kind {
            // Everyone is denied; whether everyone includes a provider that asks for a role is not documented.
            PrincipalKind::Everyone | PrincipalKind::Aws | PrincipalKind::Federated if wanted == "*" => {
                if denies && item.kind != PrincipalKind::Federated {
                    Truth::True
                } else {
                    Truth::Unknown
                }
            }
            PrincipalKind::Federated if wanted == provider => Truth::True,
            // A wildcard within a principal is refused when the policy is saved.
            PrincipalKind::Federated if wanted.contains(['*', '?']) => {
                wildcard::fits(&wildcard::pattern(wanted), provider, &mut self.fuel).and(Truth::Unknown)
            }
            PrincipalKind::Other => Truth::Unknown,
            _ => Truth::False,
        }
    }

    fn action(&mut self, clause: Option<&'a Clause<Text>>) -> PartTrace<'a> {
        let asked = self.request.action.to_lowercase();
        part(clause, Asked::Known(&asked), |text, asked| {
            let asked = asked.unwrap_or_default();
            let pattern = wildcard::pattern(&text.value.to_lowercase());
            let matches = wildcard::fits(&pattern, asked, &mut self.fuel);
            ItemTrace { text, matches, near: near(&text.value.to_lowercase(), asked) }
        })
    }

    fn resource(&mut self, clause: Option<&'a Clause<Text>>) -> PartTrace<'a> {
        let reading = Reading { wildcards: true, variables: self.variables.then_some(self.context) };
        part(clause, self.request.resource, |text, asked| {
            let matches = match (text.as_str(), asked) {
                ("*", _) => Truth::True,
                (_, None) => Truth::Unknown,
                (pattern, Some(asked)) => match resolve(pattern, reading) {
                    Resolved::Unknown => Truth::Unknown,
                    // "Do not match" is said of conditions; of resources it is not said.
                    Resolved::NoValue => Truth::Unknown,
                    Resolved::Patterns(patterns) => Truth::agreed(
                        patterns
                            .iter()
                            .map(|pattern| resource_fits(pattern, asked, &mut self.fuel))
                            .collect::<Vec<_>>(),
                    ),
                },
            };
            ItemTrace { text, matches, near: near(&text.value, asked.unwrap_or_default()) }
        })
    }
}

/// Wildcards stand within the parts of an ARN; whether one may span a colon is not documented.
fn resource_fits(pattern: &[Token], arn: &str, fuel: &mut Fuel) -> Truth {
    match wildcard::fits_arn(pattern, arn, fuel) {
        Some(Truth::True) => Truth::True,
        Some(_) | None => wildcard::fits(pattern, arn, fuel).and(Truth::Unknown),
    }
}

/// An element that policies of this kind must have and that is missing, or that they must not have, makes the statement one
/// that IAM would not have saved.
fn part<'a, T>(
    clause: Option<&'a Clause<T>>,
    asked: Asked<'_>,
    mut trace: impl FnMut(&'a T, Option<&str>) -> ItemTrace<'a>,
) -> PartTrace<'a> {
    let Some(clause) = clause else {
        let result = if asked == Asked::NotInPolicy { Truth::True } else { Truth::Unknown };
        return PartTrace { result, written: None, items: Vec::new() };
    };
    let known = match asked {
        Asked::Known(asked) => Some(asked),
        Asked::NotInPolicy | Asked::Unknown => None,
    };
    let items: Vec<ItemTrace<'a>> = clause.items.iter().map(|item| trace(item, known)).collect();
    let listed = Truth::any(items.iter().map(|item| item.matches));
    let result = match clause.sense {
        _ if asked == Asked::NotInPolicy => Truth::Unknown,
        Sense::Listed => listed,
        Sense::NotListed => !listed,
    };
    PartTrace { result, written: Some((clause.sense, clause.name)), items }
}
