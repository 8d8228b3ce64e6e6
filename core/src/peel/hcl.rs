//! Terraform files and snippets of them.
//!
//! It deliberately claims them before a JSON policy inside is found as an excerpt: the policy belongs to its role.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{LeafKind, json, looks};
use crate::json::hcl;
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "hcl",
    name: "Terraform",
    title: "a file in Terraform's language (HCL)",
    matches: &[
        "resource \"aws_iam_role\" \"r\" {\n  name = \"R\"\n}\n",
        "# why\nlocals {\n  a = 1\n}\ndata \"aws_iam_policy_document\" \"d\" {\n  statement {\n    actions = [\"sts:TagSession\"]\n  }\n}",
        "resource \"aws_iam_saml_provider\" \"p\" {\n  saml_metadata_document = <<EOF\n<a/>\nEOF\n}",
    ],
    misses: &[
        "resource \"aws_iam_role\" is not there",
        "locals {",
        "{\"resource\": {}}",
        "output \"a\" {\n  value = 1\n}",
    ],
    unwrap,
};

/// What a file, or what people copy of one, begins with.
const HEADS: &[&str] = &[
    "resource \"",
    "data \"",
    "locals {",
    "variable \"",
    "terraform {",
    "provider \"",
    "module \"",
    "output \"",
];

/// Bytes beyond which a text is no file that somebody wrote.
const MOST: usize = 4 << 20;

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let is_comment = |line: &&str| line.is_empty() || line.starts_with('#') || line.starts_with("//");
    let first = text.lines().map(str::trim).find(|line| !is_comment(line))?;
    if text.len() > MOST || !looks::begins(first, HEADS) || !text.contains(" \"aws_") {
        return None;
    }
    let at = Bytes::new(start, start.saturating_add(text.len()));
    let document = hcl::parse(text, input.span_of(at), input.limits);
    if document.is_doubtful() {
        return None;
    }
    let mut parts = vec![Part::leaf(LeafKind::Hcl, at)];
    parts.extend(json::strings(input, at, document.root()?));
    Some(Unwrapped { parts, notes: Vec::new() })
}
