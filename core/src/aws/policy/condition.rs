//! Evaluates one condition: a key under an operator with its values (IAM User Guide, "Conditions with multiple context keys
//! or values" and "Set operators for multivalued context keys").
//!
//! It deliberately leaves unknown what AWS does not document: a plain operator on a key with several values that differ,
//! `ForAnyValue:…IfExists` on an absent key, and `Null` with a set operator.

use super::context::{Context, Found, FoundValue};
use super::document::Condition;
use super::fuel::Fuel;
use super::near::{Near, near};
use super::operators::{Comparison, Family, Operator, SetQualifier, Wanted, compare};
use super::trace::{ConditionTrace, WantedTrace, Why};
use super::truth::Truth;
use super::variables::{Reading, Resolved, resolve};
use super::wildcard;
use crate::source::Text;

/// `variables` says whether the document's language has them.
pub(super) fn evaluate<'a>(
    condition: &'a Condition,
    context: &'a Context,
    variables: bool,
    fuel: &mut Fuel,
) -> ConditionTrace<'a> {
    let found = context.find(&condition.key.value);
    let Some(operator) = condition.test else {
        let wanted = condition.values.iter().map(unmatched).collect();
        return ConditionTrace {
            condition,
            found,
            wanted,
            result: Truth::Unknown,
            why: Why::UnknownOperator,
        };
    };
    if operator.family == Family::Null {
        return existence(condition, operator, found);
    }
    let reading = Reading {
        wildcards: operator.takes_wildcards(),
        variables: (variables && operator.takes_variables()).then_some(context),
    };
    let resolved: Vec<Resolved> = condition.values.iter().map(|text| resolve(&text.value, reading)).collect();
    let wanted: Vec<Wanted<'_>> = condition
        .values
        .iter()
        .zip(&resolved)
        .map(|(text, resolved)| Wanted { text: &text.value, resolved })
        .collect();
    let traces = condition
        .values
        .iter()
        .zip(&wanted)
        .map(|(text, wanted)| trace(operator, text, wanted, found, fuel))
        .collect();
    let absent = if_absent(operator);
    let (result, why) = match found {
        Found::Unknown(_) => (Truth::Unknown, Why::KeyUnknown),
        Found::Absent(_) => (absent, Why::KeyAbsent),
        Found::Values(values) if values.is_empty() => (absent, Why::KeyAbsent),
        Found::Values(values) => (over(operator, &wanted, values, fuel), Why::Compared),
        Found::OneOf(values) => {
            let each = values.iter().map(|value| match value {
                Some(value) => over(operator, &wanted, std::slice::from_ref(value), fuel),
                None => absent,
            });
            (Truth::agreed(each.collect::<Vec<_>>()), Why::Compared)
        }
    };
    ConditionTrace { condition, found, wanted: traces, result, why }
}

/// What a condition is worth whose key is absent.
fn if_absent(operator: Operator) -> Truth {
    match (operator.set, operator.if_exists) {
        (Some(SetQualifier::ForAllValues), _) => Truth::True,
        (Some(SetQualifier::ForAnyValue), true) => Truth::Unknown,
        (Some(SetQualifier::ForAnyValue), false) => Truth::False,
        (None, true) => Truth::True,
        (None, false) => Truth::from(operator.negated),
    }
}

/// The values of a key that is there.
fn over(operator: Operator, wanted: &[Wanted<'_>], found: &[FoundValue], fuel: &mut Fuel) -> Truth {
    // "An empty data set, such as an empty string".
    if found.iter().all(|value| value.text.is_empty()) {
        match operator.set {
            Some(SetQualifier::ForAllValues) => return Truth::True,
            Some(SetQualifier::ForAnyValue) => return Truth::False,
            None => {}
        }
    }
    let mut results = Vec::new();
    for value in found {
        let mut any = Truth::False;
        for wanted in wanted {
            if fuel.is_empty() {
                return Truth::Unknown;
            }
            any = any.or(compare(operator, wanted, &value.text, fuel));
            if any.is_true() {
                break;
            }
        }
        results.push(if operator.negated { !any } else { any });
    }
    match operator.set {
        Some(SetQualifier::ForAllValues) => Truth::all(results),
        Some(SetQualifier::ForAnyValue) => Truth::any(results),
        None => Truth::agreed(results),
    }
}

/// `true` wants the key to be absent, `false` wants it to be there.
fn existence<'a>(condition: &'a Condition, operator: Operator, found: &'a Found) -> ConditionTrace<'a> {
    let absent = match found {
        Found::Unknown(_) => Truth::Unknown,
        Found::Absent(_) => Truth::True,
        Found::Values(values) => Truth::from(values.is_empty()),
        Found::OneOf(values) => Truth::agreed(values.iter().map(|value| Truth::from(value.is_none()))),
    };
    let matches = |text: &Text| match text.as_str() {
        _ if operator.set.is_some() => Truth::Unknown,
        text if text.eq_ignore_ascii_case("true") => absent,
        text if text.eq_ignore_ascii_case("false") => !absent,
        _ => Truth::Unknown,
    };
    let wanted: Vec<WantedTrace<'_>> = condition
        .values
        .iter()
        .map(|text| WantedTrace { text, matches: matches(text), near: None })
        .collect();
    let result = Truth::any(wanted.iter().map(|wanted| wanted.matches));
    ConditionTrace { condition, found, wanted, result, why: Why::Existence }
}

fn unmatched(text: &Text) -> WantedTrace<'_> {
    WantedTrace { text, matches: Truth::Unknown, near: None }
}

fn trace<'a>(
    operator: Operator,
    text: &'a Text,
    wanted: &Wanted<'_>,
    found: &'a Found,
    fuel: &mut Fuel,
) -> WantedTrace<'a> {
    if matches!(found, Found::Unknown(_)) || fuel.is_empty() {
        return unmatched(text);
    }
    let matches: Vec<Truth> =
        found.values().map(|value| compare(operator, wanted, &value.text, fuel)).collect();
    let matches = match found {
        Found::OneOf(_) => Truth::agreed(matches),
        _ => Truth::any(matches),
    };
    let textual = matches!(operator.family, Family::String | Family::Arn) && !matches.is_true();
    let near = found
        .values()
        .filter(|_| textual)
        .find_map(|value| Some((nearly(operator, text, &value.text, fuel)?, value)));
    WantedTrace { text, matches, near }
}

fn nearly(operator: Operator, wanted: &Text, found: &str, fuel: &mut Fuel) -> Option<Near> {
    if !fuel.take(found.len().saturating_add(wanted.value.len())) {
        return None;
    }
    near(&wanted.value, found).or_else(|| {
        let equals = operator.family == Family::String && operator.comparison != Comparison::Like;
        let has = equals && wanted.value.contains(['*', '?']);
        (has && wildcard::fits(&wildcard::pattern(&wanted.value), found, fuel).is_true())
            .then_some(Near::Wildcard)
    })
}
