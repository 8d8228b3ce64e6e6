//! Session name, duration and source identity.

mod connect_session_name_characters;
pub(super) mod only_value;
mod session_duration_absent;
mod session_duration_malformed;
mod session_duration_out_of_range;
mod session_name_characters;
mod session_name_duplicated;
mod session_name_empty;
mod session_name_missing;
mod session_name_placeholder;
mod session_name_several_values;
mod session_name_too_long;
mod session_name_too_short;
mod session_name_white_space;
mod source_identity_characters;
mod source_identity_length;
mod source_identity_prefix;
mod source_identity_several_values;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &session_name_missing::RULE,
    &session_name_empty::RULE,
    &session_name_duplicated::RULE,
    &session_name_several_values::RULE,
    &session_name_placeholder::RULE,
    &session_name_characters::RULE,
    &session_name_white_space::RULE,
    &session_name_too_short::RULE,
    &session_name_too_long::RULE,
    &connect_session_name_characters::RULE,
    &source_identity_several_values::RULE,
    &source_identity_characters::RULE,
    &source_identity_prefix::RULE,
    &source_identity_length::RULE,
    &session_duration_malformed::RULE,
    &session_duration_out_of_range::RULE,
    &session_duration_absent::RULE,
];
