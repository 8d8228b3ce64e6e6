//! What the message alone cannot decide, and the one command whose output would.

mod connect_user_missing;
mod identity_center_user_missing;
mod issuer_not_in_provider;
mod output_not_json;
mod relay_state_missing;
pub(super) mod resemblance;
mod workspaces_user_missing;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &issuer_not_in_provider::RULE,
    &relay_state_missing::RULE,
    &connect_user_missing::RULE,
    &workspaces_user_missing::RULE,
    &identity_center_user_missing::RULE,
    &output_not_json::RULE,
];
