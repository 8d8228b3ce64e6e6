//! Role and provider.

mod arn_fault;
mod attribute_in_friendly_name;
mod attribute_name_wrong;
mod attribute_value_structured;
mod attribute_white_space;
mod defect;
mod role_accounts_differ;
mod role_arn_alone;
mod role_arn_malformed;
mod role_comma_in_name;
mod role_duplicated;
mod role_empty;
mod role_escaped;
mod role_extra_text;
mod role_invisible_character;
mod role_look_alike_character;
mod role_missing;
mod role_not_an_arn;
mod role_pair_kinds;
mod role_pair_separator;
mod role_partition_unknown;
mod role_partitions_differ;
mod role_placeholder;
mod role_quoted;
mod role_reserved_sso;
mod role_too_many_arns;
mod role_white_space;

pub(super) mod attribute_lookup;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &role_missing::RULE,
    &attribute_name_wrong::RULE,
    &attribute_in_friendly_name::RULE,
    &attribute_value_structured::RULE,
    &attribute_white_space::RULE,
    &role_duplicated::RULE,
    &role_empty::RULE,
    &role_placeholder::RULE,
    &role_escaped::RULE,
    &role_quoted::RULE,
    &role_invisible_character::RULE,
    &role_look_alike_character::RULE,
    &role_not_an_arn::RULE,
    &role_too_many_arns::RULE,
    &role_arn_alone::RULE,
    &role_pair_kinds::RULE,
    &role_extra_text::RULE,
    &role_pair_separator::RULE,
    &role_arn_malformed::RULE,
    &role_white_space::RULE,
    &role_partition_unknown::RULE,
    &role_partitions_differ::RULE,
    &role_accounts_differ::RULE,
    &role_reserved_sso::RULE,
    &role_comma_in_name::RULE,
];
