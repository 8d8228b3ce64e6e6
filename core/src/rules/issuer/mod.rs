//! Who issued it.

mod issuer_empty;
mod issuer_missing;
mod issuer_placeholder;
mod issuer_white_space;
mod issuers_differ;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &issuer_missing::RULE,
    &issuer_empty::RULE,
    &issuer_white_space::RULE,
    &issuers_differ::RULE,
    &issuer_placeholder::RULE,
];
