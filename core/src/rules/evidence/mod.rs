//! What the message alone cannot decide, and the one command whose output would.

mod connect_user_missing;
mod issuer_not_in_provider;
mod provider_missing;
mod relay_state_missing;
mod resemblance;
mod role_not_assumable;
mod workspaces_user_missing;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &issuer_not_in_provider::RULE,
    &provider_missing::RULE,
    &role_not_assumable::RULE,
    &relay_state_missing::RULE,
    &connect_user_missing::RULE,
    &workspaces_user_missing::RULE,
];
