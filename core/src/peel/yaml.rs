//! YAML as the AWS CLI prints it and as CloudFormation templates are written.
//!
//! It deliberately takes no other YAML: any list of words with colons is some, so a document must begin with a name that
//! AWS uses.

use super::layer::{Input, Layer, Part, Unwrapped, is_blank};
use super::{LeafKind, json};
use crate::json::{Kind, yaml};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "yaml",
    name: "YAML",
    title: "a YAML document of AWS",
    matches: &[
        "Role:\n  Arn: arn:aws:iam::444455556666:role/R\n",
        "---\nAWSTemplateFormatVersion: '2010-09-09'\nResources:\n  P:\n    Type: AWS::IAM::SAMLProvider\n",
        "Version: '2012-10-17'\nStatement:\n- Effect: Allow\n",
        "SAMLMetadataDocument: '<a b=\"c\"/>'\nValidUntil: '2126-01-01T00:00:00+00:00'\n",
    ],
    misses: &[
        "Note: not a document",
        "Role: none",
        "{\"Role\": {}}",
        "Resources:\n  a: [b",
        "first: 1\nsecond: 2",
    ],
    unwrap,
};

/// Names that begin the CLI's outputs, policies and templates.
const NAMES: &[&str] = &[
    "AWSTemplateFormatVersion",
    "Arn",
    "AssertionEncryptionMode",
    "AssumeRolePolicyDocument",
    "AttachedPolicies",
    "CreateDate",
    "Description",
    "Directories",
    "Effect",
    "Entitlements",
    "Events",
    "Id",
    "Instance",
    "InstanceSummaryList",
    "IsTruncated",
    "NextToken",
    "Parameters",
    "Policy",
    "PolicyDocument",
    "PolicyName",
    "PolicyNames",
    "PolicyVersion",
    "PrivateKeyList",
    "Resources",
    "Role",
    "RoleDetailList",
    "RoleName",
    "Roles",
    "SAMLMetadataDocument",
    "SAMLProviderList",
    "SAMLProviderUUID",
    "Sid",
    "Stacks",
    "Statement",
    "Type",
    "User",
    "UserSummaryList",
    "Version",
    "Workspaces",
];

/// Bytes beyond which a text is no document that somebody pastes.
const MOST: usize = 16 << 20;

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let text = input.text.filter(|text| text.len() <= MOST)?;
    // The first line keeps its indentation, which tells what belongs to it.
    let blank = text.len().saturating_sub(text.trim_start_matches(is_blank).len());
    let start = text.get(..blank)?.rfind('\n').map_or(0, |at| at.saturating_add(1));
    let whole = text.get(start..)?.trim_end_matches(is_blank);
    let named = |line: &str| {
        let name =
            line.trim_start_matches("- ").split_once(':').map(|(name, _)| name.trim_matches(['"', '\'']));
        name.is_some_and(|name| NAMES.contains(&name))
    };
    let is_head = |line: &&str| line.is_empty() || line.starts_with('#') || *line == "---";
    let first = whole.lines().map(str::trim).find(|line| !is_head(line))?;
    // A template may begin with a resource of any name.
    if !named(first) && !whole.contains("Type: AWS::") {
        return None;
    }
    let at = Bytes::new(start, start.saturating_add(whole.len()));
    let document = yaml::parse(whole, input.span_of(at), input.limits);
    let root = document.root()?;
    let structured = match root.kind() {
        Kind::Object => {
            let nested = root.entries().any(|(_, value)| matches!(value.kind(), Kind::Object | Kind::Array));
            nested || root.entries().count() > 1
        }
        Kind::Array => root.items().any(|item| item.kind() == Kind::Object),
        _ => false,
    };
    let is_name = |name: &str| !name.contains(' ');
    if !structured
        || document.is_doubtful()
        || !root.entries().all(|(name, _)| name.as_plain_str().is_some_and(is_name))
    {
        return None;
    }
    let mut parts = vec![Part::leaf(LeafKind::Yaml, at)];
    parts.extend(json::strings(input, at, root));
    Some(Unwrapped { parts, notes: Vec::new() })
}
