//! Roles, SAML providers and policies that a CloudFormation template declares, in YAML or JSON.
//!
//! It deliberately resolves no reference, not even to another resource of the same template: functions and parameters are
//! named as unresolved.

use super::fields::{list, number, text};
use super::origin::Origin;
use super::{Infrastructure, PermissionPolicy, Role, SamlProvider};
use crate::json::{Json, Kind, Value};
use crate::source::Text;

/// A template, its resources alone, or one resource.
pub(super) fn is_template(root: Value<'_>) -> bool {
    let resources = root.get("Resources").unwrap_or(root);
    let first = resources.entries().next().map(|(_, value)| value);
    root.get("AWSTemplateFormatVersion").is_some() || is_resource(root) || first.is_some_and(is_resource)
}

fn is_resource(value: Value<'_>) -> bool {
    value.get("Type").and_then(Value::as_plain_str).is_some_and(|kind| kind.starts_with("AWS::"))
}

pub(super) fn read(json: &Json<'_>, origin: &Origin<'_>) -> Option<Infrastructure> {
    let root = json.root()?;
    let mut out = Infrastructure { unresolved: json.unresolved().collect(), ..Infrastructure::default() };
    if is_resource(root) {
        resource(None, root, origin, &mut out);
    }
    for (label, value) in root.get("Resources").unwrap_or(root).members() {
        if is_resource(value) {
            resource(Some(label), value, origin, &mut out);
        }
    }
    (!out.is_empty()).then_some(out)
}

fn resource(label: Option<Text>, value: Value<'_>, origin: &Origin<'_>, out: &mut Infrastructure) {
    let Some(properties) = value.get("Properties").filter(|properties| properties.kind() == Kind::Object)
    else {
        return;
    };
    let policy = |holder: Value<'_>, role_name: Option<Text>| {
        Some(PermissionPolicy {
            policy_name: text(holder, "PolicyName").or_else(|| text(holder, "ManagedPolicyName")),
            role_name,
            role_arn: None,
            arn: None,
            version_id: None,
            in_force: true,
            document: origin.policy(holder.get("PolicyDocument")?)?,
        })
    };
    match value.get("Type").and_then(Value::as_plain_str) {
        Some("AWS::IAM::Role") => {
            let role_name = text(properties, "RoleName");
            for inline in list(properties, "Policies").into_iter().flatten() {
                out.permission_policies.extend(policy(inline, role_name.clone()));
            }
            out.roles.push(Role {
                role_name: out.known(role_name),
                path: out.known(text(properties, "Path")),
                path_is_open: out.is_open(properties.get("Path")),
                max_session_duration: number(properties, "MaxSessionDuration"),
                trust_policy: properties
                    .get("AssumeRolePolicyDocument")
                    .and_then(|policy| origin.policy(policy)),
                permissions_boundary: text(properties, "PermissionsBoundary"),
                label,
                ..Role::empty(value.span())
            });
        }
        Some("AWS::IAM::SAMLProvider") => out.providers.push(SamlProvider {
            name: text(properties, "Name"),
            metadata: text(properties, "SamlMetadataDocument"),
            assertion_encryption_mode: text(properties, "AssertionEncryptionMode"),
            label,
            ..SamlProvider::empty(value.span())
        }),
        Some("AWS::IAM::Policy" | "AWS::IAM::ManagedPolicy" | "AWS::IAM::RolePolicy") => {
            let role_name = text(properties, "RoleName");
            out.permission_policies.extend(policy(properties, role_name));
        }
        _ => {}
    }
}
