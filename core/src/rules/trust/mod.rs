//! Whether a role of the message can be assumed: the role, its trust policy, and what stands above it.

mod assertion_not_encrypted;
mod command;
mod command_duration_out_of_range;
mod companion_action;
mod condition_words;
mod correction;
mod decryption_key_missing;
mod duration_exceeds_role_maximum;
mod organization_policy_denies;
mod pasted;
mod provider;
mod provider_missing;
mod recipient_not_provider_address;
mod recipient_of_another_provider;
mod refusal;
mod requested_role_not_offered;
mod role_near_miss;
mod role_not_assumable;
mod role_not_in_account;
mod session_duration_beyond_role;
mod trust_action_for_others;
mod trust_action_missing;
mod trust_audience_misread;
mod trust_condition_unmet;
mod trust_denied;
mod trust_key_never_sent;
mod trust_policy_too_long;
mod trust_principal_mismatch;
mod trust_resource_present;
mod trust_source_identity_missing;
mod trust_subject_type_misread;
mod trust_tag_session_missing;
mod trust_undecided;
mod trust_wildcard_literal;
mod unfit_value;

pub(crate) mod standard;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &requested_role_not_offered::RULE,
    &provider_missing::RULE,
    &assertion_not_encrypted::RULE,
    &decryption_key_missing::RULE,
    &recipient_not_provider_address::RULE,
    &recipient_of_another_provider::RULE,
    &role_near_miss::RULE,
    &role_not_in_account::RULE,
    &role_not_assumable::RULE,
    &trust_principal_mismatch::RULE,
    &trust_action_missing::RULE,
    &trust_tag_session_missing::RULE,
    &trust_source_identity_missing::RULE,
    &trust_condition_unmet::RULE,
    &trust_denied::RULE,
    &trust_undecided::RULE,
    &organization_policy_denies::RULE,
    &command_duration_out_of_range::RULE,
    &duration_exceeds_role_maximum::RULE,
    &session_duration_beyond_role::RULE,
    &trust_action_for_others::RULE,
    &trust_audience_misread::RULE,
    &trust_subject_type_misread::RULE,
    &trust_wildcard_literal::RULE,
    &trust_key_never_sent::RULE,
    &trust_resource_present::RULE,
    &trust_policy_too_long::RULE,
];
