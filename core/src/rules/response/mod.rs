//! The response as a whole.

mod addressee;
mod assertion_elsewhere;
mod assertion_encrypted;
mod assertion_missing;
mod assertion_not_decrypted;
mod bare_assertion;
mod decryption_failed;
mod destination_not_recipient;
pub(in crate::rules) mod difference;
mod encryption_not_listed;
mod for_another_service;
mod in_response_to;
mod namespace_missing;
mod not_a_response;
mod not_for_aws;
mod saml_1;
mod saml_version;
mod several_assertions;
mod status_codes;
mod status_missing;
mod status_not_success;
mod ws_federation;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &namespace_missing::RULE,
    &not_a_response::RULE,
    &saml_1::RULE,
    &ws_federation::RULE,
    &bare_assertion::RULE,
    &saml_version::RULE,
    &status_not_success::RULE,
    &status_missing::RULE,
    &assertion_missing::RULE,
    &several_assertions::RULE,
    &assertion_elsewhere::RULE,
    &assertion_encrypted::RULE,
    &assertion_not_decrypted::RULE,
    &decryption_failed::RULE,
    &encryption_not_listed::RULE,
    &in_response_to::RULE,
    &destination_not_recipient::RULE,
    &for_another_service::RULE,
    &not_for_aws::RULE,
];
