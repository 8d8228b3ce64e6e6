//! Metadata that somebody wants to upload to IAM, or has.

mod entity_id_missing;
mod entity_id_placeholder;
mod entity_id_white_space;
mod identity_provider_missing;
mod key_duplicated;
mod metadata_byte_order_mark;
mod metadata_expiry_ignored;
mod metadata_misnamed;
mod metadata_signature_broken;
mod metadata_size;
mod signed_requests_wanted;
mod signing_key_missing;
mod single_sign_on_service_missing;
mod too_many_issuers;
mod too_many_keys;
pub(crate) mod upload;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &metadata_byte_order_mark::RULE,
    &metadata_size::RULE,
    &metadata_misnamed::RULE,
    &entity_id_missing::RULE,
    &entity_id_placeholder::RULE,
    &entity_id_white_space::RULE,
    &identity_provider_missing::RULE,
    &single_sign_on_service_missing::RULE,
    &signing_key_missing::RULE,
    &key_duplicated::RULE,
    &too_many_keys::RULE,
    &too_many_issuers::RULE,
    &signed_requests_wanted::RULE,
    &metadata_expiry_ignored::RULE,
    &metadata_signature_broken::RULE,
];
