//! `aws iam get-role`, `list-roles`, and what `--query` leaves of them.
//!
//! It deliberately does not read the trust policy; that is a [`PolicySource`].

use super::fields::{each, first, listed, number, strings, text};
use super::origin::Origin;
use super::{Listing, PermissionPolicy, PolicySource, RolePolicies};
use crate::json::Value;
use crate::source::{Span, Spanned, Text};

/// One role (IAM API Reference, data type `Role`).
#[derive(Debug, Clone)]
pub struct Role {
    pub span: Span,
    pub arn: Option<Text>,
    pub role_name: Option<Text>,
    /// With both its slashes.
    pub path: Option<Text>,
    pub role_id: Option<Text>,
    /// Seconds.
    pub max_session_duration: Option<Spanned<i64>>,
    pub trust_policy: Option<PolicySource>,
    /// ARN of the policy that bounds what the role may do.
    pub permissions_boundary: Option<Text>,
    /// The name that a template gives it.
    pub label: Option<Text>,
    /// A template leaves its path open.
    pub path_is_open: bool,
}

#[derive(Debug, Clone)]
pub struct Roles {
    pub roles: Vec<Role>,
    pub listing: Listing,
    /// What they may do, where the output says it.
    pub policies: Vec<PermissionPolicy>,
    /// The names of all policies of each role, where the output says them.
    pub named: Vec<RolePolicies>,
}

impl Roles {
    pub(super) fn new(roles: Vec<Role>, listing: Listing) -> Self {
        Self { roles, listing, policies: Vec::new(), named: Vec::new() }
    }
}

/// One role: `{"Role": {…}}`, or its inside.
pub(super) fn read(root: Value<'_>, origin: &Origin<'_>) -> Option<Role> {
    let role = root.get("Role").unwrap_or(root);
    is_role(role).then(|| of(role, origin))
}

pub(super) fn read_list(root: Value<'_>, origin: &Origin<'_>) -> Option<Roles> {
    if let Some(arns) = strings(root) {
        let all_roles = arns.iter().all(|arn| is_role_arn(arn.as_str()));
        let roles = arns.into_iter().map(|arn| Role { arn: Some(arn.clone()), ..Role::empty(arn.span) });
        return all_roles.then(|| Roles::new(roles.collect(), Listing::Excerpt));
    }
    let (list, listing) = listed(root, "Roles");
    let (list, listing) = match list {
        Some(list) if first(list).is_none_or(is_role) => (list, listing),
        None if root.items().next().is_some_and(is_role) => (root, Listing::Excerpt),
        _ => return None,
    };
    Some(Roles::new(each(list).into_iter().map(|role| of(role, origin)).collect(), listing))
}

pub(super) fn of(role: Value<'_>, origin: &Origin<'_>) -> Role {
    Role {
        arn: text(role, "Arn"),
        role_name: text(role, "RoleName"),
        path: text(role, "Path"),
        role_id: text(role, "RoleId"),
        max_session_duration: number(role, "MaxSessionDuration"),
        trust_policy: role.get("AssumeRolePolicyDocument").and_then(|policy| origin.policy(policy)),
        permissions_boundary: role
            .get("PermissionsBoundary")
            .and_then(|boundary| text(boundary, "PermissionsBoundaryArn")),
        ..Role::empty(role.span())
    }
}

impl Role {
    pub(super) fn empty(span: Span) -> Self {
        Self {
            span,
            arn: None,
            role_name: None,
            path: None,
            role_id: None,
            max_session_duration: None,
            trust_policy: None,
            permissions_boundary: None,
            label: None,
            path_is_open: false,
        }
    }
}

pub(super) fn is_role(value: Value<'_>) -> bool {
    value.get("Arn").and_then(Value::as_plain_str).is_some_and(is_role_arn)
        || value.get("RoleName").is_some() && value.get("AssumeRolePolicyDocument").is_some()
}

pub(super) fn is_role_arn(text: &str) -> bool {
    text.starts_with("arn:") && text.contains(":iam::") && text.contains(":role/")
}
