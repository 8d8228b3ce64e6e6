//! HTML with a form that posts a SAML message, as identity providers send it.
//!
//! It deliberately is no HTML parser: it looks for the tags of fields, in whatever order and quoting their attributes.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::parameters::{self, Name};
use super::{Context, LeafKind, form, looks};
use crate::codec::entities;
use crate::source::{Bytes, Text};

pub(super) static LAYER: Layer = Layer {
    id: "html",
    name: "HTML form",
    title: "an HTML page or a piece of one",
    matches: &[
        "<html><form action='/x' method=post><input type=hidden value=\"PGEvPg&#x3d;=\" name=SAMLResponse></form></html>",
        "<INPUT NAME='SAMLResponse' VALUE='PGEvPg=='>",
        "<textarea name=\"SAMLRequest\">PGEvPg==</textarea>",
        "<!DOCTYPE html><title>x</title>",
    ],
    misses: &["<a/>", "<samlp:Response xmlns:samlp=\"u:x\"/>", "input SAMLResponse"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let text = input.text?;
    let page = looks::like_html(text);
    // Quotation marks with backslashes: the page stands in a string, which is to be taken out first.
    let inside_string = || memchr::memmem::find(text.as_bytes(), b"=\\\"").is_some();
    if !page && (!mentions_fields(text) || inside_string()) {
        return None;
    }
    let mut out = Unwrapped::default();
    let mut page_form = Form::default();
    for tag in tags(text) {
        match tag.name {
            Tag::Form => {
                page_form.finish(input, &mut out);
                page_form = Form {
                    action: tag.value(text, "action"),
                    method: tag.value(text, "method"),
                    ..Form::default()
                };
            }
            Tag::Field => {
                let Some(name) = tag.value(text, "name").or_else(|| tag.value(text, "id")) else { continue };
                let content = tag.content.or_else(|| tag.value(text, "value"));
                let kind = text.get(name.range()).and_then(parameters::named);
                if let (Some(kind), Some(content)) = (kind, content) {
                    page_form.fields.push((kind, name, content));
                }
            }
        }
    }
    page_form.finish(input, &mut out);
    if out.parts.is_empty() && page {
        // A redirect by script or by `meta`.
        let hits = parameters::find(text);
        if let Some(found) = form::messages(input, text, 0, &hits, LAYER.id) {
            out = found;
            out.parts = out.parts.into_iter().map(Part::optional).collect();
        }
        out.parts.push(Part::leaf(LeafKind::Html, Bytes::new(0, text.len())));
    }
    (!out.parts.is_empty()).then_some(out)
}

fn mentions_fields(text: &str) -> bool {
    let bytes = text.as_bytes();
    [&b"<input"[..], b"<INPUT", b"<Input", b"<textarea", b"<TEXTAREA"]
        .iter()
        .any(|tag| memchr::memmem::find(bytes, tag).is_some())
}

#[derive(Default)]
struct Form {
    action: Option<Bytes>,
    method: Option<Bytes>,
    fields: Vec<(Name, Bytes, Bytes)>,
}

impl Form {
    /// The messages of this form, each with the relay state beside it.
    fn finish(&self, input: &Input<'_>, out: &mut Unwrapped) {
        let relay = self.fields.iter().find(|(kind, ..)| *kind == Name::RelayState).map(|(.., value)| *value);
        let mut seen: Vec<&str> = Vec::new();
        for (kind, name, value) in &self.fields {
            let parameter = input.slice(*name);
            match kind {
                Name::RelayState => continue,
                Name::Artifact => {
                    out.notes.push((super::NoteKind::ArtifactOnly, *value));
                    continue;
                }
                Name::Message if seen.contains(&parameter) => {
                    out.notes.push((super::NoteKind::DuplicateParameter, *name))
                }
                Name::Message => seen.push(parameter),
            }
            let context = Context {
                url: self.action.map(|at| text(input, at)).or_else(|| input.context.url.clone()),
                method: self.method.map(|at| text(input, at)),
                relay_state: relay.map(|at| text(input, at)),
                parameter: Some(Text::plain(parameter, input.span_of(*name))),
                via: LAYER.id,
                ..input.context.clone()
            };
            let decoded = entities::decode(input.slice(*value), input.limits);
            let part = match decoded.is_identity(input.slice(*value).as_bytes()) {
                true => Part::same(*value),
                false => Part::made(*value, decoded),
            };
            out.parts.push(part.with(context));
        }
    }
}

/// An attribute's value, decoded.
fn text(input: &Input<'_>, at: Bytes) -> Text {
    let (raw, span) = (input.slice(at), input.span_of(at));
    match raw.contains('&') {
        true => entities::decode(raw, input.limits).into_text(span),
        false => Text::plain(raw, span),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Form,
    Field,
}

struct Found {
    name: Tag,
    attributes: Vec<(Bytes, Bytes)>,
    /// Of a `textarea`.
    content: Option<Bytes>,
}

impl Found {
    fn value(&self, text: &str, name: &str) -> Option<Bytes> {
        let named = |at: &Bytes| text.get(at.range()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        self.attributes.iter().find(|(at, _)| named(at)).map(|&(_, value)| value)
    }
}

/// The tags of forms and fields, in order.
fn tags(text: &str) -> impl Iterator<Item = Found> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + memchr::memchr(b'<', bytes.get(at..)?)?;
            at = start + 1;
            let rest = bytes.get(at..)?;
            let word = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let name = match rest.get(..word.min(10))?.to_ascii_lowercase().as_slice() {
                b"form" => Tag::Form,
                b"input" | b"textarea" => Tag::Field,
                _ => continue,
            };
            let (attributes, end) = attributes(bytes, at + word);
            at = end.max(at);
            let area = name == Tag::Field && word == "textarea".len();
            let content = area.then(|| {
                let rest = bytes.get(end..).unwrap_or_default();
                Bytes::new(end, end + memchr::memchr(b'<', rest).unwrap_or(rest.len()))
            });
            return Some(Found { name, attributes, content });
        }
    })
}

/// The attributes from `at` to the end of the tag, and where that is.
fn attributes(bytes: &[u8], at: usize) -> (Vec<(Bytes, Bytes)>, usize) {
    let (mut all, mut at) = (Vec::new(), at);
    let count = |from: usize, wanted: &dyn Fn(u8) -> bool| {
        bytes.get(from..).unwrap_or_default().iter().take_while(|byte| wanted(**byte)).count()
    };
    loop {
        at += count(at, &|byte| byte.is_ascii_whitespace() || byte == b'/');
        match bytes.get(at) {
            None => return (all, at),
            Some(b'>') => return (all, at + 1),
            // A new tag: this one was not closed.
            Some(b'<') => return (all, at),
            Some(_) => {}
        }
        let name = at;
        at += count(at, &|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'<' | b'/'))
            .max(1);
        let name = Bytes::new(name, at.min(bytes.len()));
        let gap = count(at, &|byte| byte.is_ascii_whitespace());
        if bytes.get(at + gap) != Some(&b'=') {
            continue;
        }
        at += gap + 1;
        at += count(at, &|byte| byte.is_ascii_whitespace());
        let (start, len, after) = match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => {
                let rest = bytes.get(at + 1..).unwrap_or_default();
                let len = memchr::memchr(quote, rest).unwrap_or(rest.len());
                (at + 1, len, 1)
            }
            _ => (at, count(at, &|byte| !byte.is_ascii_whitespace() && byte != b'>'), 0),
        };
        at = (start + len + after).min(bytes.len());
        all.push((name, Bytes::new(start, start + len)));
    }
}
