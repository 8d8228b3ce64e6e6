//! What is done to messages to make a receiver believe what nobody signed.
//!
//! The rules look for what such messages have in common, not for known shapes: what is read and what is signed are two
//! things.

mod assertion_read_is_not_signed;
mod digest_of_nothing;
mod hmac_signature;
mod identifier_duplicated;
mod identifier_prefixed;
mod key_info_disagrees;
mod look_alike_character;
mod markup_in_signature_value;
mod markup_in_value;
mod meant;
mod readings;
mod response_in_response;
mod several_references;
mod signature_covers_another_element;
mod signature_part_displaced;
mod signed_element_hidden;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &assertion_read_is_not_signed::RULE,
    &signature_covers_another_element::RULE,
    &signed_element_hidden::RULE,
    &response_in_response::RULE,
    &several_references::RULE,
    &digest_of_nothing::RULE,
    &hmac_signature::RULE,
    &markup_in_value::RULE,
    &markup_in_signature_value::RULE,
    &signature_part_displaced::RULE,
    &key_info_disagrees::RULE,
    &identifier_duplicated::RULE,
    &identifier_prefixed::RULE,
    &look_alike_character::RULE,
];
