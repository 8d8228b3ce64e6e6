//! Base64 values of elements, as xs:base64Binary allows them: with any white space.
//!
//! It deliberately repairs nothing: a receiver would refuse a value in another alphabet or without its padding.

use crate::codec::{self, RepairKind};
use crate::limits::Limits;
use crate::xml::Element;
use crate::xml::names::is_space;

pub(super) enum Value {
    Octets(Vec<u8>),
    /// It is no Base64.
    Bad,
}

/// The value of an element: all its text, as the canonical form has it, whatever comments stand between.
pub(super) fn base64(element: Element<'_>, limits: &Limits) -> Value {
    let text: String = element.text().value.chars().filter(|&c| !is_space(c)).collect();
    let decoded = codec::base64::decode(&text, limits);
    // Bits behind the last byte are passed over by decoders everywhere.
    let bad = decoded.repairs.iter().any(|repair| repair.kind != RepairKind::TrailingBits);
    if bad { Value::Bad } else { Value::Octets(decoded.bytes) }
}
