//! A call of `aws sts assume-role-with-saml` with the assertion in its arguments.
//!
//! It deliberately keeps the command as a leaf: its other arguments are evidence.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{Context, LeafKind, looks};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "aws-cli",
    name: "AWS CLI command",
    title: "a call of the AWS CLI with a SAML response",
    matches: &[
        "aws sts assume-role-with-saml --role-arn a --principal-arn b --saml-assertion PGEgYj0iYyIvPg==",
        "$ aws sts assume-role-with-saml \\\n  --saml-assertion 'PGEgYj0iYyIvPg==' \\\n  --role-arn a",
    ],
    misses: &[
        "aws sts assume-role-with-saml --saml-assertion file://response.b64",
        "aws sts get-caller-identity",
    ],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let command = text.trim_start_matches(['$', '#', '>', ' ']);
    if !command.starts_with("aws ") || !text.contains("assume-role-with-saml") {
        return None;
    }
    let (before, after) = text.split_once("--saml-assertion")?;
    let value = after.trim_start_matches([' ', '=', '\\', '\r', '\n', '\t']);
    let skipped = after.len().saturating_sub(value.len());
    let (value, quote) = match value.strip_prefix(['\'', '"']) {
        Some(inner) => (inner.split(['\'', '"']).next()?, 1),
        None => (value.split_whitespace().next()?, 0),
    };
    if !looks::promising(value) {
        return None;
    }
    let from = start
        .saturating_add(before.len())
        .saturating_add("--saml-assertion".len())
        .saturating_add(skipped)
        .saturating_add(quote);
    let context = Context { via: LAYER.id, ..input.context.clone() };
    let at = Bytes::new(from, from.saturating_add(value.len()));
    let whole = Bytes::new(start, start.saturating_add(text.len()));
    Unwrapped::some(vec![Part::leaf(LeafKind::Text, whole), Part::same(at).with(context).optional()])
}
