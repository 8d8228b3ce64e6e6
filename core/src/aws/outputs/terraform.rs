//! Roles, SAML providers and policies that a Terraform file declares.
//!
//! It deliberately follows one kind of reference only: from a role to an `aws_iam_policy_document` in the same file. All
//! else that Terraform would fill in is named as unresolved.

use std::collections::BTreeMap;

use super::fields::{number, text};
use super::origin::Origin;
use super::{Infrastructure, PermissionPolicy, PolicySource, Role, SamlProvider, policy};
use crate::codec::Output;
use crate::json::{Builder, Json, Kind, Value};
use crate::limits::Limits;
use crate::source::Text;

pub(super) fn read(json: &Json<'_>, origin: &Origin<'_>) -> Option<Infrastructure> {
    let root = json.root()?;
    let mut out = Infrastructure { unresolved: json.unresolved().collect(), ..Infrastructure::default() };
    let mut documents = BTreeMap::new();
    for (kind, name, body) in blocks(root, "data") {
        if kind.is("aws_iam_policy_document") {
            documents.insert(name.value, (body, false));
        }
    }
    for (kind, label, body) in blocks(root, "resource") {
        let mut document = |member: &str| policy_of(body.get(member)?, origin, &mut documents);
        match kind.as_plain_str() {
            Some("aws_iam_role") => out.roles.push(Role {
                role_name: out.known(text(body, "name")),
                path: out.known(text(body, "path")),
                path_is_open: out.is_open(body.get("path")),
                max_session_duration: number(body, "max_session_duration"),
                trust_policy: document("assume_role_policy"),
                permissions_boundary: text(body, "permissions_boundary"),
                label: Some(label),
                ..Role::empty(body.span())
            }),
            Some("aws_iam_saml_provider") => out.providers.push(SamlProvider {
                name: text(body, "name"),
                metadata: text(body, "saml_metadata_document"),
                label: Some(label),
                ..SamlProvider::empty(body.span())
            }),
            Some("aws_iam_policy" | "aws_iam_role_policy") => {
                out.permission_policies.extend(document("policy").map(|document| PermissionPolicy {
                    policy_name: text(body, "name"),
                    role_name: text(body, "role").filter(|name| super::is_resolved(&out.unresolved, name)),
                    role_arn: None,
                    arn: None,
                    version_id: None,
                    in_force: true,
                    document,
                }));
            }
            _ => {}
        }
    }
    for (body, _) in documents.into_values().filter(|(_, used)| !used) {
        let converted = policy_document(json, body, origin.limits);
        let source = source(body, origin);
        if converted.root().is_some_and(policy::is_trust_policy) {
            out.trust_policies.push(source);
        } else {
            out.permission_policies.push(PermissionPolicy {
                policy_name: None,
                role_name: None,
                role_arn: None,
                arn: None,
                version_id: None,
                in_force: true,
                document: source,
            });
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Blocks with two labels.
fn blocks<'j>(root: Value<'j>, block: &'static str) -> impl Iterator<Item = (Value<'j>, Text, Value<'j>)> {
    root.get_all(block)
        .flat_map(Value::entries)
        .flat_map(|(kind, named)| named.members().map(move |(name, body)| (kind, name, body)))
        .filter(|(_, _, body)| body.kind() == Kind::Object)
}

/// The policy that a member is, holds, or names. Of a named document, says that it is used.
fn policy_of(
    value: Value<'_>,
    origin: &Origin<'_>,
    documents: &mut BTreeMap<String, (Value<'_>, bool)>,
) -> Option<PolicySource> {
    if let Some(policy) = origin.policy(value) {
        return Some(policy);
    }
    let reference = value.as_text()?;
    let whole = reference.value.as_str();
    // Terraform 0.11 wrote every reference as a string.
    let whole = whole.strip_prefix("${").and_then(|inner| inner.strip_suffix('}')).unwrap_or(whole).trim();
    let name = whole.strip_prefix("data.aws_iam_policy_document.")?.strip_suffix(".json")?;
    let (body, used) = documents.get_mut(name)?;
    *used = true;
    Some(source(*body, origin))
}

fn source(body: Value<'_>, origin: &Origin<'_>) -> PolicySource {
    let mut source = origin.part(body).of_terraform();
    // Statements that come from elsewhere.
    let added = ["dynamic", "source_policy_documents", "override_policy_documents"];
    let names = body.entries().map(|(name, _)| name);
    source.unresolved.extend(names.filter(|name| added.iter().any(|other| name.is(other))).map(Value::span));
    source
}

/// Members of a statement and what they are called in a policy (Terraform AWS provider, `aws_iam_policy_document`).
const NAMES: [(&str, &str); 6] = [
    ("sid", "Sid"),
    ("effect", "Effect"),
    ("actions", "Action"),
    ("not_actions", "NotAction"),
    ("resources", "Resource"),
    ("not_resources", "NotResource"),
];

/// The policy that a `data "aws_iam_policy_document"` makes.
pub(super) fn policy_document<'t>(whole: &Json<'t>, body: Value<'_>, limits: &Limits) -> Json<'t> {
    let mut out = whole.builder(limits);
    out.open_at(Kind::Object, body);
    let statements: Vec<_> = body.entries().filter(|(name, _)| name.is("statement")).collect();
    let place = statements.first().map_or(body, |(name, _)| *name);
    out.word(place, "Version");
    match body.get("version") {
        Some(version) => out.copy(version),
        // The provider's default.
        None => out.word(place, "2012-10-17"),
    }
    out.word(place, "Statement");
    out.open_at(Kind::Array, place);
    for (name, statement) in statements {
        self::statement(name, statement, &mut out);
    }
    out.close_at(body);
    out.close_at(body);
    out.finish(whole.end())
}

fn statement(place: Value<'_>, statement: Value<'_>, out: &mut Builder<'_, '_>) {
    out.open_at(Kind::Object, statement);
    if statement.get("effect").is_none() {
        out.word(place, "Effect");
        out.word(place, "Allow");
    }
    for (name, value) in statement.entries() {
        if let Some((_, word)) = NAMES.iter().find(|(known, _)| name.is(known)) {
            out.word(name, word);
            copy(value, out);
        }
    }
    for (block, word) in [("principals", "Principal"), ("not_principals", "NotPrincipal")] {
        grouped(statement, block, word, "type", out);
    }
    grouped(statement, "condition", "Condition", "test", out);
    out.close_at(statement);
}

/// Blocks of one name as one object, by the value of their member `by`: `{"Federated": […]}`,
/// `{"StringEquals": {"SAML:aud": […]}}`.
fn grouped(statement: Value<'_>, block: &str, word: &str, by: &str, out: &mut Builder<'_, '_>) {
    let all: Vec<_> = statement.entries().filter(|(name, _)| name.is(block)).collect();
    let Some((place, first)) = all.first().copied() else { return };
    let mut groups: BTreeMap<String, Vec<Value<'_>>> = BTreeMap::new();
    for (_, one) in &all {
        let Some(key) = one.get(by).and_then(Value::as_text) else { continue };
        groups.entry(key.value).or_default().push(*one);
    }
    out.word(place, word);
    if by == "type" && groups.contains_key("*") {
        return out.word(place, "*");
    }
    out.open_at(Kind::Object, first);
    for members in groups.into_values() {
        let Some(key) = members.first().and_then(|one| one.get(by)) else { continue };
        out.copy(key);
        if by == "type" {
            out.open_at(Kind::Array, key);
            for identifier in members.iter().filter_map(|one| one.get("identifiers")).flat_map(Value::items) {
                copy(identifier, out);
            }
        } else {
            out.open_at(Kind::Object, key);
            for one in &members {
                if let (Some(variable), Some(values)) = (one.get("variable"), one.get("values")) {
                    out.copy(variable);
                    copy(values, out);
                }
            }
        }
        out.close_at(members.last().copied().unwrap_or(key));
    }
    out.close_at(all.last().map_or(first, |(_, last)| *last));
}

/// A value or a list of values. `&{…}` is a policy's own variable (Terraform AWS provider, `aws_iam_policy_document`,
/// Context variable interpolation).
fn copy(value: Value<'_>, out: &mut Builder<'_, '_>) {
    if value.kind() == Kind::Array {
        out.open_at(Kind::Array, value);
        for item in value.items() {
            one(item, out);
        }
        out.close_at(value);
    } else {
        one(value, out);
    }
}

fn one(value: Value<'_>, out: &mut Builder<'_, '_>) {
    out.copy(value);
    let Some(text) = value.as_text().filter(|text| text.map.is_none() && text.value.contains("&{")) else {
        return;
    };
    let mut decoded = Output::new(text.value.len(), &Limits::default());
    for (at, part) in text.value.split("&{").enumerate() {
        if at > 0 {
            decoded.unit(b"${", 2);
        }
        decoded.copy(part.as_bytes());
    }
    out.replace_last(decoded.finish());
}
