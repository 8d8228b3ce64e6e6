//! How the values of one thing in A stand to those in B.
//!
//! It does not ask which of them is right.

use super::{Kind, Near, Value, What, near, shapes};
use std::collections::BTreeMap;

/// Pairs of values that are looked at for a near miss, at most, on each side.
const PAIRED: usize = 16;

pub(super) fn kind(what: &What, a: &[Value], b: &[Value]) -> Kind {
    let (only_a, only_b) = (lacking(a, b), lacking(b, a));
    if only_a.is_empty() && only_b.is_empty() {
        return if a.len() == b.len() { Kind::Same } else { Kind::Times };
    }
    if b.is_empty() || a.is_empty() {
        return if b.is_empty() { Kind::OnlyInA } else { Kind::OnlyInB };
    }
    if what.is_of_one_sign_in() {
        return Kind::Expected;
    }
    let personal = what.is_personal();
    if let Some(near) = all_near(&only_a, &only_b, !personal && *what != What::Certificate) {
        return Kind::Near(near);
    }
    match (a, b) {
        ([a], [b]) if personal => match shapes(&a.text, &b.text, what.alphabet()) {
            shapes if shapes.is_empty() => Kind::Expected,
            shapes => Kind::Shape(shapes),
        },
        _ => Kind::Differs,
    }
}

/// The values of `these` that are none of `others`.
pub(super) fn lacking<'v>(these: &'v [Value], others: &[Value]) -> Vec<&'v Value> {
    let mut known = BTreeMap::new();
    others.iter().for_each(|value| {
        known.insert(value.text.as_str(), ());
    });
    these.iter().filter(|value| !known.contains_key(value.text.as_str())).collect()
}

/// What tells the values apart, where each of one side has its near miss on the other.
fn all_near(a: &[&Value], b: &[&Value], typed: bool) -> Option<Near> {
    if a.len() != b.len() || a.len() > PAIRED {
        return None;
    }
    let mut left: Vec<&Value> = b.to_vec();
    let mut found: Option<Near> = None;
    for value in a {
        let (at, how) = left
            .iter()
            .enumerate()
            .find_map(|(at, other)| Some((at, near(&value.text, &other.text, typed)?)))?;
        left = left.into_iter().enumerate().filter(|(index, _)| *index != at).map(|(_, one)| one).collect();
        found = match found {
            Some(before) if before != how => Some(Near::Several),
            _ => Some(how),
        };
    }
    found
}
