//! What only one product sends: its defaults, its substitutes, its own expressions.
//!
//! The product is known by the value itself here; that a message was recognised as a provider's never makes a finding.

mod expression_sent;
mod groups_left_out;
mod session_name_default;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[&expression_sent::RULE, &groups_left_out::RULE, &session_name_default::RULE];
