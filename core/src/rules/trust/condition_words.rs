//! What a condition wants and what the message has instead, in words.
//!
//! It deliberately names a value by the element that people know it by: the Recipient rather than `saml:aud`.

use crate::aws::policy::changes::Change;
use crate::aws::policy::context::{Absence, Found};
use crate::aws::policy::operators::{Comparison, Family};
use crate::aws::policy::trace::{ConditionTrace, Why};
use crate::lint::{Cx, Message, code};
use crate::say;
use crate::source::{Span, Text};

/// Values that are named in a sentence; more are counted.
const NAMED: usize = 3;

/// The wanted value that is at fault; the key, where the message has none.
pub(super) fn place(trace: &ConditionTrace<'_>) -> Span {
    if matches!(trace.why, Why::KeyAbsent | Why::Existence) {
        return trace.condition.key.span;
    }
    let negated = trace.condition.test.is_some_and(|operator| operator.negated);
    let at_fault = trace
        .wanted
        .iter()
        .find(|wanted| if negated { wanted.matches.is_true() } else { wanted.near.is_some() });
    match (at_fault, trace.wanted.as_slice()) {
        (Some(wanted), _) => wanted.text.span,
        (None, [only]) => only.text.span,
        (None, _) => trace.condition.span,
    }
}

/// "the trust policy wants … to be …, but …".
pub(super) fn message(cx: &Cx<'_>, trace: &ConditionTrace<'_>) -> Message {
    let words = say!["the trust policy wants ", code(trace.condition.key.as_str())].then(wants(trace));
    let words = words.and(", but ").then(has(trace));
    match is_audience(cx, trace) {
        true => words.and("; ").and(code("SAML:aud")).and(" is the Recipient, not the Audience"),
        false => words,
    }
}

pub(super) fn expected(trace: &ConditionTrace<'_>) -> Message {
    match trace.why {
        Why::Existence => say!["no ", code(trace.condition.key.as_str())],
        _ => values(&trace.condition.values),
    }
}

pub(super) fn advice(trace: &ConditionTrace<'_>, change: &Change<'_>) -> Message {
    let key = trace.condition.key.as_str();
    match (change, trace.found) {
        (_, Found::Absent(Absence::Never)) => {
            say![
                "Take the condition on ",
                code(key),
                " out of the trust policy: it can never hold for a sign-in with SAML."
            ]
        }
        (Change::ChangeOperator { operator, .. }, _) => {
            say!["Use ", code(operator.name()), ": this operator takes the wildcard as it stands."]
        }
        (Change::AddValue { value, .. }, _) => say![
            "Let ",
            code(key),
            " also be ",
            code(&value.text),
            " in the trust policy of every role that trusts the provider, or send what the policy wants."
        ],
        (Change::DropCondition(_), Found::Absent(_)) => {
            say!["Send what the condition on ", code(key), " wants, or take the condition out."]
        }
        _ => say!["Change the condition on ", code(key), ", or send what it wants."],
    }
}

fn wants(trace: &ConditionTrace<'_>) -> Message {
    let values = values(&trace.condition.values);
    let Some(operator) = trace.condition.test else { return say![" to fit "].then(values) };
    let lead = match (operator.family, operator.comparison, operator.negated) {
        (Family::Null, ..) => return existence(trace),
        (_, Comparison::Equals, false) => " to be ",
        (_, Comparison::Equals, true) => " not to be ",
        (_, Comparison::EqualsIgnoringCase, false) => " to be, in whatever case, ",
        (_, Comparison::EqualsIgnoringCase, true) => " not to be, in whatever case, ",
        (_, Comparison::Like, false) => " to look like ",
        (_, Comparison::Like, true) => " not to look like ",
        _ => return say![" to pass ", code(operator.name()), " with "].then(values),
    };
    say![lead].then(values)
}

/// `Null` with `true` wants that there is no such key.
fn existence(trace: &ConditionTrace<'_>) -> Message {
    let absent = trace.condition.values.iter().any(|value| value.value.eq_ignore_ascii_case("true"));
    if absent { " to be absent".into() } else { " to be there".into() }
}

fn values(values: &[Text]) -> Message {
    let mut words = match values {
        [] => return "one of an empty list".into(),
        [one] => return code(one.as_str()).into(),
        _ => Message::from("one of "),
    };
    for (index, value) in values.iter().take(NAMED).enumerate() {
        if index > 0 {
            words = words.and(", ");
        }
        words = words.and(code(value.as_str()));
    }
    match values.len().saturating_sub(NAMED) {
        0 => words,
        more => words.and(format!(" and {more} more")),
    }
}

fn has(trace: &ConditionTrace<'_>) -> Message {
    let key = trace.condition.key.value.to_ascii_lowercase();
    match trace.found {
        Found::Absent(Absence::Never) => "no sign-in with SAML has this key".into(),
        Found::Absent(Absence::NotSent) => say!["the message has no ", source(&key)],
        _ => {
            let found: Vec<_> = trace.found.values().map(|value| value.text.as_str()).collect();
            match found.as_slice() {
                [] => "the message has none".into(),
                [one] => say!["the ", source(&key), " is ", code(one)],
                // Of several readings the first is what stands there.
                [one, ..] if matches!(trace.found, Found::OneOf(_)) => {
                    say!["the ", source(&key), " is ", code(one)]
                }
                all => say!["the message has ", code(all.join(", "))],
            }
        }
    }
}

/// What the key is computed from.
fn source(key: &str) -> &'static str {
    match key {
        "saml:aud" => "Recipient",
        "saml:iss" => "Issuer",
        "saml:sub" => "NameID",
        "saml:sub_type" => "Format of the NameID",
        "saml:doc" => "account and name of the provider",
        "saml:namequalifier" => "name qualifier of issuer and provider",
        "sts:rolesessionname" => "RoleSessionName",
        "sts:sourceidentity" => "SourceIdentity",
        "sts:transitivetagkeys" => "TransitiveTagKeys",
        "aws:tagkeys" => "set of session tags",
        "aws:currenttime" | "aws:epochtime" => "time of the sign-in",
        key if key.starts_with("aws:requesttag/") => "session tag",
        _ => "attribute",
    }
}

/// Whether the value wanted of `saml:aud` is what the message has as its audience.
fn is_audience(cx: &Cx<'_>, trace: &ConditionTrace<'_>) -> bool {
    let conditions = cx.assertion().and_then(|assertion| assertion.conditions.as_ref());
    let restrictions = conditions.into_iter().flat_map(|conditions| &conditions.audience_restrictions);
    let mut audiences = restrictions.flat_map(|restriction| &restriction.audiences);
    let wanted = |audience: &Text| trace.condition.values.iter().any(|value| value.value == audience.value);
    trace.condition.key.value.eq_ignore_ascii_case("saml:aud") && audiences.any(wanted)
}
