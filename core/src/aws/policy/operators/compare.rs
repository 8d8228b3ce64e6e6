//! Whether one value that was found is what one value of a condition asks for.
//!
//! It deliberately leaves negation, lists and absent keys to the condition.

use super::address::Range;
use super::number::Number;
use super::{Comparison, Family, Operator, date};
use crate::aws::policy::fuel::Fuel;
use crate::aws::policy::truth::Truth;
use crate::aws::policy::variables::Resolved;
use crate::aws::policy::wildcard::{self, Token};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::cmp::Ordering;
use std::net::IpAddr;

/// A value of a condition, made ready.
pub(in crate::aws::policy) struct Wanted<'w> {
    pub text: &'w str,
    /// With wildcards and variables read; of no meaning to families without them.
    pub resolved: &'w Resolved,
}

/// The operator without its negation.
pub(in crate::aws::policy) fn compare(
    operator: Operator,
    wanted: &Wanted<'_>,
    found: &str,
    fuel: &mut Fuel,
) -> Truth {
    if !fuel.take(wanted.text.len().saturating_add(found.len())) {
        return Truth::Unknown;
    }
    let ordered = |ordering: Ordering| Truth::from(holds(operator.comparison, ordering));
    // A value in the policy that is none of its kind would not have been saved; one in the request does not match.
    match operator.family {
        Family::String | Family::Arn => text(operator, wanted.resolved, found, fuel),
        Family::Numeric => match (Number::parse(wanted.text), Number::parse(found)) {
            (None, _) => Truth::Unknown,
            (Some(_), None) => Truth::False,
            (Some(wanted), Some(found)) => ordered(found.cmp(&wanted)),
        },
        Family::Date => match (date::parse(wanted.text), date::parse(found)) {
            (None, _) => Truth::Unknown,
            (Some(_), None) => Truth::False,
            (Some(wanted), Some(found)) => ordered(found.cmp(&wanted)),
        },
        Family::Bool => match (boolean(wanted.text), boolean(found)) {
            (None, _) => Truth::Unknown,
            (Some(wanted), found) => Truth::from(found == Some(wanted)),
        },
        Family::Binary => binary(wanted.text, found),
        Family::IpAddress => match (Range::parse(wanted.text), found.parse::<IpAddr>()) {
            (None, _) => Truth::Unknown,
            (Some(_), Err(_)) => Truth::False,
            (Some(range), Ok(address)) => Truth::from(range.contains(address)),
        },
        // It asks for no value, so that a comparison has no meaning.
        Family::Null => Truth::Unknown,
    }
}

fn text(operator: Operator, wanted: &Resolved, found: &str, fuel: &mut Fuel) -> Truth {
    let fits = |pattern: &[Token], fuel: &mut Fuel| match (operator.family, operator.comparison) {
        (Family::Arn, _) => wildcard::fits_arn(pattern, found, fuel).unwrap_or(Truth::Unknown),
        (_, Comparison::Like) => wildcard::fits(pattern, found, fuel),
        (_, Comparison::EqualsIgnoringCase) => {
            let lower = pattern.iter().flat_map(|token| match token {
                Token::One(c) => c.to_lowercase(),
                // Patterns without wildcards hold single characters alone.
                Token::AnyOne => '?'.to_lowercase(),
                Token::AnyMany => '*'.to_lowercase(),
            });
            Truth::from(lower.eq(found.chars().flat_map(char::to_lowercase)))
        }
        _ => Truth::from(pattern.iter().copied().eq(found.chars().map(Token::One))),
    };
    match wanted {
        // Nothing equals or is like a variable without a value (IAM User Guide, "Policy variables with no value").
        Resolved::NoValue => Truth::False,
        Resolved::Unknown => Truth::Unknown,
        Resolved::Patterns(patterns) => {
            Truth::agreed(patterns.iter().map(|pattern| fits(pattern, fuel)).collect::<Vec<_>>())
        }
    }
}

fn binary(wanted: &str, found: &str) -> Truth {
    match STANDARD.decode(wanted) {
        Err(_) => Truth::Unknown,
        Ok(bytes) => Truth::from(wanted == found || bytes == found.as_bytes()),
    }
}

fn boolean(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

fn holds(comparison: Comparison, found_to_wanted: Ordering) -> bool {
    match comparison {
        Comparison::Equals | Comparison::EqualsIgnoringCase | Comparison::Like => found_to_wanted.is_eq(),
        Comparison::LessThan => found_to_wanted.is_lt(),
        Comparison::LessThanEquals => found_to_wanted.is_le(),
        Comparison::GreaterThan => found_to_wanted.is_gt(),
        Comparison::GreaterThanEquals => found_to_wanted.is_ge(),
    }
}
