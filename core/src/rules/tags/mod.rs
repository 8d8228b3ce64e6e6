//! Session tags.

mod access_control_attribute;
mod tag;
mod tag_duplicated;
mod tag_key_characters;
mod tag_key_empty;
mod tag_key_length;
mod tag_key_prefix;
mod tag_several_values;
mod tag_value_characters;
mod tag_value_length;
mod tag_value_prefix;
mod tag_white_space;
mod too_many_tags;
mod transitive_tag_unknown;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &too_many_tags::RULE,
    &tag_duplicated::RULE,
    &tag_key_empty::RULE,
    &tag_key_characters::RULE,
    &tag_key_length::RULE,
    &tag_key_prefix::RULE,
    &tag_value_characters::RULE,
    &tag_value_length::RULE,
    &tag_value_prefix::RULE,
    &tag_several_values::RULE,
    &tag_white_space::RULE,
    &transitive_tag_unknown::RULE,
    &access_control_attribute::RULE,
];
