//! What was pasted, and how it was encoded.

mod base64_redacted;
mod base64_truncated;
mod base64_url_safe;
pub(in crate::rules) mod cut;
mod doctype_present;
mod encoded_twice;
mod encoding_declared;
mod html_without_message;
mod json_web_token;
mod length;
pub(crate) mod limit_reached;
mod message_deflated;
pub(crate) mod metadata_instead_of_response;
mod no_saml_found;
mod nothing_pasted;
mod place;
mod plus_became_space;
mod private_key_pasted;
mod response_too_large;
mod saml_artifact;
mod several_candidates;
mod transport_repaired;
mod xml_entity_undefined;
mod xml_faults;
mod xml_not_well_formed;
mod xml_prefix_undeclared;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &nothing_pasted::RULE,
    &no_saml_found::RULE,
    &json_web_token::RULE,
    &html_without_message::RULE,
    &private_key_pasted::RULE,
    &saml_artifact::RULE,
    &metadata_instead_of_response::RULE,
    &base64_truncated::RULE,
    &base64_redacted::RULE,
    &base64_url_safe::RULE,
    &plus_became_space::RULE,
    &encoded_twice::RULE,
    &message_deflated::RULE,
    &transport_repaired::RULE,
    &several_candidates::RULE,
    &limit_reached::RULE,
    &response_too_large::RULE,
    &xml_not_well_formed::RULE,
    &xml_prefix_undeclared::RULE,
    &xml_entity_undefined::RULE,
    &doctype_present::RULE,
    &encoding_declared::RULE,
];
