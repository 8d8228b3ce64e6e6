//! `aws identitystore list-users` and `describe-user`.
//!
//! It deliberately leaves out names and addresses of people: IAM Identity Center looks for the user name alone.

use super::Listing;
use super::fields::{each, first, listed, text};
use crate::json::Value;
use crate::source::Text;

#[derive(Debug, Clone)]
pub struct IdentityCenterUsers {
    /// Their `UserName` (Identity Store API Reference, data type `User`).
    pub user_names: Vec<Text>,
    pub listing: Listing,
}

pub(super) fn read(root: Value<'_>) -> Option<IdentityCenterUsers> {
    let (list, listing) = listed(root, "Users");
    let (list, listing) = match list {
        Some(list) if first(list).is_some_and(is_user) => (list, listing),
        None if first(root).is_some_and(is_user) => (root, Listing::Excerpt),
        _ => return None,
    };
    let user_names = each(list).into_iter().filter_map(|user| text(user, "UserName")).collect();
    Some(IdentityCenterUsers { user_names, listing })
}

/// IAM's users have an `Arn`, and Cognito's a `Username`.
fn is_user(value: Value<'_>) -> bool {
    value.get("UserName").is_some() && value.get("IdentityStoreId").is_some()
}
