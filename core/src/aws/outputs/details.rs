//! `aws iam get-account-authorization-details`: roles with what they may do.
//!
//! It deliberately takes of a managed policy the version in force alone, and leaves users and groups out: they assume no role by
//! SAML.

use super::fields::{list, listed, text};
use super::origin::Origin;
use super::policy::{PermissionPolicy, PolicyKinds, RolePolicies, RolePolicy};
use super::{Listing, PolicySource, Roles, role};
use crate::json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Its roles (IAM API Reference, `GetAccountAuthorizationDetails`).
pub(super) fn read(root: Value<'_>, origin: &Origin<'_>) -> Option<Roles> {
    let (details, listing) = listed(root, "RoleDetailList");
    let details = details?;
    let mut managed = Managed::of(root);
    let mut out = Roles { roles: Vec::new(), listing, policies: Vec::new(), named: Vec::new() };
    for detail in details.items().filter(|detail| role::is_role(*detail)) {
        let one = role::of(detail, origin);
        let policy = |policy_name, arn, document| PermissionPolicy {
            policy_name,
            role_name: one.role_name.clone(),
            role_arn: one.arn.clone(),
            arn,
            version_id: None,
            in_force: true,
            document,
        };
        let mut named = Vec::new();
        for inline in list(detail, "RolePolicyList").into_iter().flatten() {
            let name = text(inline, "PolicyName");
            named.push(RolePolicy { name: name.clone(), arn: None });
            let document = inline.get("PolicyDocument").and_then(|document| origin.policy(document));
            out.policies.extend(document.map(|document| policy(name, None, document)));
        }
        let mut seen = BTreeSet::new();
        for attached in list(detail, "AttachedManagedPolicies").into_iter().flatten() {
            let (name, arn) = (text(attached, "PolicyName"), text(attached, "PolicyArn"));
            let Some(arn) = arn.filter(|arn| seen.insert(arn.value.clone())) else { continue };
            named.push(RolePolicy { name: name.clone(), arn: Some(arn.clone()) });
            let document = managed.document(arn.as_str(), origin);
            out.policies.extend(document.map(|document| policy(name, Some(arn), document)));
        }
        let has_both =
            ["RolePolicyList", "AttachedManagedPolicies"].iter().all(|name| list(detail, name).is_some());
        out.named.push(RolePolicies {
            span: one.arn.as_ref().map_or(one.span, |arn| arn.span),
            policies: named,
            listing: if has_both { Listing::Whole } else { Listing::Excerpt },
            kinds: PolicyKinds::Both,
            role_name: one.role_name.clone(),
            role_arn: one.arn.clone(),
        });
        out.roles.push(one);
    }
    if out.roles.is_empty() {
        // A filter left the roles out.
        out.listing = Listing::Excerpt;
    }
    Some(out)
}

/// The managed policies of the output, each read when a role has it, and once.
struct Managed<'j> {
    versions: BTreeMap<String, Value<'j>>,
    read: BTreeMap<String, Option<PolicySource>>,
}

impl<'j> Managed<'j> {
    fn of(root: Value<'j>) -> Self {
        let in_force = |policy: Value<'j>| {
            let mut versions = list(policy, "PolicyVersionList")?;
            versions.find(|version| text(*version, "IsDefaultVersion").is_some_and(|is| is.value == "true"))
        };
        let policies = list(root, "Policies").into_iter().flatten();
        let versions = policies.filter_map(|policy| Some((text(policy, "Arn")?.value, in_force(policy)?)));
        Self { versions: versions.collect(), read: BTreeMap::new() }
    }

    fn document(&mut self, arn: &str, origin: &Origin<'_>) -> Option<PolicySource> {
        let version = self.versions.get(arn)?;
        let read = || version.get("Document").and_then(|document| origin.policy(document));
        self.read.entry(arn.to_owned()).or_insert_with(read).clone()
    }
}
