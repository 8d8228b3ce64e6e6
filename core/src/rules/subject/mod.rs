//! The subject and its confirmation.

mod confirmation_data_missing;
mod confirmation_method_not_bearer;
mod confirmation_not_before;
mod confirmation_not_on_or_after_missing;
pub(super) mod faults;
mod formats;
mod name_id_empty;
mod name_id_format_absent;
mod name_id_format_for_identity_center;
mod name_id_format_misversioned;
mod name_id_format_unsupported;
mod name_id_missing;
mod name_id_not_persistent;
mod name_id_white_space;
mod recipient_missing;
mod recipient_partition;
mod recipient_region_unknown;
mod recipient_unknown;
mod recipient_white_space;
mod recipient_wrong;
mod several_subject_confirmations;
mod subject_confirmation_missing;
mod subject_missing;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &subject_missing::RULE,
    &name_id_missing::RULE,
    &name_id_empty::RULE,
    &name_id_white_space::RULE,
    &name_id_format_absent::RULE,
    &name_id_format_unsupported::RULE,
    &name_id_format_misversioned::RULE,
    &name_id_not_persistent::RULE,
    &name_id_format_for_identity_center::RULE,
    &subject_confirmation_missing::RULE,
    &several_subject_confirmations::RULE,
    &confirmation_method_not_bearer::RULE,
    &confirmation_data_missing::RULE,
    &recipient_missing::RULE,
    &confirmation_not_on_or_after_missing::RULE,
    &confirmation_not_before::RULE,
    &recipient_wrong::RULE,
    &recipient_white_space::RULE,
    &recipient_unknown::RULE,
    &recipient_region_unknown::RULE,
    &recipient_partition::RULE,
];
