//! `aws connect list-users`, `describe-user`, `describe-instance` and `list-instances`.
//!
//! It deliberately compares no name: Amazon Connect tells upper case from lower case, and so does this.

use super::Listing;
use super::fields::{each, first, listed, text};
use crate::json::Value;
use crate::source::{Span, Text};

#[derive(Debug, Clone)]
pub struct ConnectUsers {
    pub users: Vec<ConnectUser>,
    pub listing: Listing,
    /// What asks for the next page.
    pub next_token: Option<Text>,
}

/// One user. In a line cut out of an output, only one of these is known.
#[derive(Debug, Clone, Default)]
pub struct ConnectUser {
    pub id: Option<Text>,
    pub arn: Option<Text>,
    pub username: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct ConnectInstances {
    pub instances: Vec<ConnectInstance>,
    pub listing: Listing,
}

/// One instance (Amazon Connect API Reference, data type `Instance`).
#[derive(Debug, Clone)]
pub struct ConnectInstance {
    pub span: Span,
    pub id: Option<Text>,
    pub arn: Option<Text>,
    /// `SAML`, `CONNECT_MANAGED` or `EXISTING_DIRECTORY`.
    pub identity_management_type: Option<Text>,
    pub instance_alias: Option<Text>,
    pub instance_access_url: Option<Text>,
}

pub(super) fn read_users(root: Value<'_>) -> Option<ConnectUsers> {
    let next_token = text(root, "NextToken");
    let (list, listing) = listed(root, "UserSummaryList");
    let (list, listing) = match list.or_else(|| root.get("User").filter(|user| is_user(*user))) {
        Some(list) => (list, listing),
        None if first(root).is_some_and(is_user) => (root, Listing::Excerpt),
        None => return None,
    };
    let of =
        |user| ConnectUser { id: text(user, "Id"), arn: text(user, "Arn"), username: text(user, "Username") };
    Some(ConnectUsers { users: each(list).into_iter().map(of).collect(), listing, next_token })
}

pub(super) fn read_instances(root: Value<'_>) -> Option<ConnectInstances> {
    let (list, listing) = listed(root, "InstanceSummaryList");
    let (list, listing) = match list.or_else(|| root.get("Instance").filter(|one| is_instance(*one))) {
        Some(list) => (list, listing),
        None if first(root).is_some_and(is_instance) => (root, Listing::Excerpt),
        None => return None,
    };
    let of = |one: Value<'_>| ConnectInstance {
        span: one.span(),
        id: text(one, "Id"),
        arn: text(one, "Arn"),
        identity_management_type: text(one, "IdentityManagementType"),
        instance_alias: text(one, "InstanceAlias"),
        instance_access_url: text(one, "InstanceAccessUrl"),
    };
    Some(ConnectInstances { instances: each(list).into_iter().map(of).collect(), listing })
}

/// IAM's users have a `UserName`.
fn is_user(value: Value<'_>) -> bool {
    value.get("Username").is_some() && value.get("Arn").or_else(|| value.get("Id")).is_some()
        || is_connect_arn(value, "/agent/")
}

fn is_instance(value: Value<'_>) -> bool {
    value.get("IdentityManagementType").is_some() || value.get("InstanceAlias").is_some()
}

fn is_connect_arn(value: Value<'_>, part: &str) -> bool {
    let arn = value.get("Arn").and_then(Value::as_plain_str);
    arn.is_some_and(|arn| arn.contains(":connect:") && arn.contains(part))
}
