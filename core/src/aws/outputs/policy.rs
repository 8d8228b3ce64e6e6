//! Policies: a trust policy alone, permission policies as IAM shows them, policies of an organisation, and lists of names.
//!
//! It deliberately reads no statement further than to tell a trust policy from a permission policy.

use super::fields::{list, strings, text};
use super::origin::{Origin, PolicySource};
use super::{Listing, Output};
use crate::json::{Kind, Value};
use crate::source::{Span, Text};

/// What a role or user may do.
#[derive(Debug, Clone)]
pub struct PermissionPolicy {
    pub policy_name: Option<Text>,
    /// The role that it is embedded in.
    pub role_name: Option<Text>,
    /// The role's ARN, where the output says whose it is.
    pub role_arn: Option<Text>,
    pub arn: Option<Text>,
    pub version_id: Option<Text>,
    /// Not so where the output says that another version of the policy is.
    pub in_force: bool,
    pub document: PolicySource,
}

/// A policy of AWS Organizations: a service control policy or a resource control policy.
#[derive(Debug, Clone)]
pub struct OrganizationPolicy {
    pub span: Span,
    pub id: Option<Text>,
    pub arn: Option<Text>,
    pub name: Option<Text>,
    /// A resource control policy; else a service control policy.
    pub controls_resources: bool,
    pub document: Option<PolicySource>,
}

/// The policies of a role, by name.
#[derive(Debug, Clone)]
pub struct RolePolicies {
    pub span: Span,
    pub policies: Vec<RolePolicy>,
    pub listing: Listing,
    pub kinds: PolicyKinds,
    /// Whose they are; lists of the CLI do not say it.
    pub role_name: Option<Text>,
    pub role_arn: Option<Text>,
}

/// Which policies of a role a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PolicyKinds {
    Inline,
    Attached,
    Both,
}

/// A policy that a role has: an attached one has an ARN.
#[derive(Debug, Clone)]
pub struct RolePolicy {
    pub name: Option<Text>,
    pub arn: Option<Text>,
}

pub(super) fn read(root: Value<'_>, origin: &Origin<'_>) -> Option<Output> {
    if let Some(document) = root.get("PolicyDocument") {
        return Some(permission(root, origin.policy(document)?));
    }
    if let Some(version) = root.get("PolicyVersion").or_else(|| root.get("VersionId").map(|_| root)) {
        return Some(permission(version, origin.policy(version.get("Document")?)?));
    }
    if let Some(policy) = root.get("Policy").or_else(|| root.get("PolicySummary").map(|_| root)) {
        return organization(policy, origin).map(Output::OrganizationPolicy);
    }
    if !is_policy(root) {
        return None;
    }
    let source = origin.part(root);
    Some(match is_trust_policy(root) {
        true => Output::TrustPolicy(source),
        false => permission(root, source),
    })
}

fn permission(around: Value<'_>, document: PolicySource) -> Output {
    Output::PermissionPolicy(PermissionPolicy {
        policy_name: text(around, "PolicyName"),
        role_name: text(around, "RoleName"),
        role_arn: None,
        arn: None,
        version_id: text(around, "VersionId"),
        in_force: text(around, "IsDefaultVersion").is_none_or(|is| !is.value.eq_ignore_ascii_case("false")),
        document,
    })
}

fn organization(policy: Value<'_>, origin: &Origin<'_>) -> Option<OrganizationPolicy> {
    let summary = policy.get("PolicySummary")?;
    let controls_resources = match text(summary, "Type")?.as_str() {
        "SERVICE_CONTROL_POLICY" => false,
        "RESOURCE_CONTROL_POLICY" => true,
        _ => return None,
    };
    Some(OrganizationPolicy {
        span: policy.span(),
        id: text(summary, "Id"),
        arn: text(summary, "Arn"),
        name: text(summary, "Name"),
        controls_resources,
        document: policy.get("Content").and_then(|content| origin.policy(content)),
    })
}

/// `PolicyNames` or `AttachedPolicies`.
pub(super) fn read_names(root: Value<'_>) -> Option<RolePolicies> {
    let more = root.get("Marker").is_some_and(|marker| !marker.is_null());
    let listing = if more { Listing::Page } else { Listing::Whole };
    let mut kinds = PolicyKinds::Inline;
    let policies: Vec<_> = if let Some(names) = root.get("PolicyNames") {
        let names = strings(names).unwrap_or_default().into_iter();
        names.map(|name| RolePolicy { name: Some(name), arn: None }).collect()
    } else {
        kinds = PolicyKinds::Attached;
        let attached = list(root, "AttachedPolicies")?;
        attached
            .map(|one| RolePolicy { name: text(one, "PolicyName"), arn: text(one, "PolicyArn") })
            .collect()
    };
    Some(RolePolicies { span: root.span(), policies, listing, kinds, role_name: None, role_arn: None })
}

/// A policy, or a statement alone, or a list of statements.
pub(super) fn is_policy(value: Value<'_>) -> bool {
    let container = |value: &Value<'_>| matches!(value.kind(), Kind::Object | Kind::Array);
    value.get("Statement").as_ref().is_some_and(container)
        || super::fields::first(value).is_some_and(is_statement)
}

fn is_statement(value: Value<'_>) -> bool {
    let says = |names: &[&str]| names.iter().any(|name| value.get(name).is_some());
    says(&["Effect"])
        && says(&["Action", "NotAction"])
        && says(&["Principal", "NotPrincipal", "Resource", "NotResource"])
}

/// Whether a statement speaks of who may assume a role. One with a resource, which a trust policy must not have, is one
/// all the same where its action is of STS.
pub(super) fn is_trust_policy(policy: Value<'_>) -> bool {
    let statements = policy.get("Statement").unwrap_or(policy);
    super::fields::each(statements).into_iter().any(|statement| {
        let principal = statement.get("Principal").or_else(|| statement.get("NotPrincipal")).is_some();
        let resource = statement.get("Resource").or_else(|| statement.get("NotResource")).is_some();
        let of_sts = statement.get("Action").is_some_and(|action| {
            let names = action.descendants().filter_map(Value::as_text);
            names.into_iter().any(|name| name.as_str().to_ascii_lowercase().starts_with("sts:assumerole"))
        });
        principal && (!resource || of_sts)
    })
}
