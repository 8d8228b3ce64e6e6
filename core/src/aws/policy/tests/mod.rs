//! Tests of policies: reading, operators, contexts, evaluation.
//!
//! What they share is here: a policy from its text, and a context from pairs.

mod contexts;
mod documents;
mod evaluation;
mod matrix;
mod operators;
mod properties;
mod refusals;

use super::context::{Context, Found, FoundValue};
use super::document::{Document, Problem, read};
use super::truth::Truth;
use super::{Asked, Request, evaluate};
use crate::json;
use crate::limits::Limits;
use crate::saml::{self, Message};
use crate::source::{SourceId, Span, Text};
use crate::xml;

pub(super) const PROVIDER: &str = "arn:aws:iam::444455556666:saml-provider/ExampleIdP";

pub(super) fn document_and_problems(text: &str) -> (Document, Vec<Problem>) {
    let json = json::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default());
    read(json.root().unwrap())
}

pub(super) fn document(text: &str) -> Document {
    document_and_problems(text).0
}

/// A policy with one statement, given by its members.
pub(super) fn statement(members: &str) -> Document {
    document(&format!(r#"{{"Version": "2012-10-17", "Statement": [{{{members}}}]}}"#))
}

pub(super) fn values(texts: &[&str]) -> Found {
    Found::Values(texts.iter().map(|text| FoundValue { text: (*text).to_owned(), span: None }).collect())
}

/// What the condition `{operator: {"test:key": wanted}}` is worth. `wanted` is JSON.
pub(super) fn condition(operator: &str, wanted: &str, context: &Context) -> Truth {
    let document = statement(&format!(
        r#""Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {{"{operator}": {{"test:key": {wanted}}}}}"#
    ));
    let evaluation = evaluate(&document, &Request::access("test:Act", Asked::Unknown), context);
    evaluation.statements[0].conditions[0].result
}

/// The same for a key with these values.
pub(super) fn with_values(operator: &str, wanted: &str, found: &[&str]) -> Truth {
    condition(operator, wanted, &Context::unknown().with("test:key", values(found)))
}

pub(super) fn message(xml: &str) -> Message {
    let document = xml::parse(xml, Span::new(SourceId(1), 0, xml.len()), &Limits::default());
    saml::read(&document).unwrap()
}

/// The characters at a place in the text that it was read from.
pub(super) fn at(text: &str, span: Span) -> &str {
    text.get(span.bytes.range()).unwrap()
}

pub(super) fn strings(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(Text::as_str).collect()
}
