//! Whether a role of the message can be assumed: the role, its trust policy, and what stands above it.

mod correction;
mod refusal;
mod role_missing_in_account;

use crate::lint::Rule;
