//! JSON that holds something in one of its strings.
//!
//! It deliberately keeps the document itself as a leaf, too: a policy or an event is evidence.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{Context, Held, LeafKind, looks, parameters};
use crate::json::{self, FaultKind, Json, Kind, Value};
use crate::source::{Bytes, Text};

pub(super) static LAYER: Layer = Layer {
    id: "json",
    name: "JSON",
    title: "a JSON document",
    matches: &[
        "{\"SAMLResponse\":\"PGEvPg==\"}",
        "[1,2]",
        "\"PGEgYj0iYyIvPg==\"",
        "{\"a\":[{\"b\":\"<a/>\"}]}",
        "{\"cut\":[1,",
        "{}",
    ],
    misses: &["[INFO] started", "{x}", "42", "null", "{\"a\":1}{\"b\":2}", "[", "\"\""],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (json, at) = parse(input)?;
    let root = json.root()?;
    if root.kind() == Kind::String {
        let text = root.as_text().filter(|text| looks::promising(&text.value))?;
        return Unwrapped::one(Part::text(input.range_of(text.span), text));
    }
    let mut parts = vec![Part::leaf(LeafKind::Json, at)];
    parts.extend(strings(input, at, root));
    Some(Unwrapped { parts, notes: Vec::new() })
}

/// The whole input as a document, if it is one.
pub(super) fn parse<'a>(input: &Input<'a>) -> Option<(Json<'a>, Bytes)> {
    let (text, start) = input.trimmed()?;
    let at = Bytes::new(start, start + text.len());
    let second = text.trim_start_matches(['{', '[']).trim_start().chars().next();
    let likely = match text.as_bytes().first()? {
        b'{' => matches!(second, Some('"' | '\'' | '}' | '/')),
        b'[' => {
            second.is_some_and(|c| !c.is_ascii_uppercase() || text.contains("True") || text.contains("None"))
        }
        b'"' => text.len() > 2 && text.ends_with('"'),
        _ => false,
    };
    if !likely {
        return None;
    }
    let json = json::parse(text, input.span_of(at), input.limits);
    // An object that is broken or cut off is still one; an array may be anything in brackets.
    let believable = !json.is_doubtful()
        || text.starts_with('{')
            && !json.has(FaultKind::TrailingText)
            && !json.has(FaultKind::Unexpected)
            && json.root().is_some_and(|root| root.entries().next().is_some());
    believable.then_some((json, at))
}

/// Strings of the document at `at` that hold something.
pub(super) fn strings(input: &Input<'_>, at: Bytes, root: Value<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let relay = root.get("RelayState").and_then(Value::as_text);
    for (key, value) in root.keyed_descendants() {
        if parts.len() > input.limits.leaves {
            break;
        }
        let parameter = key
            .filter(|key| key.as_plain_str().and_then(parameters::named) == Some(parameters::Name::Message));
        if value.kind() != Kind::String || value.raw().len() < 4 || parameter.is_none() && !holds(value.raw())
        {
            continue;
        }
        let Some(text) = value.as_text() else { continue };
        let context = Context {
            parameter: parameter.and_then(Value::as_text).or_else(|| input.context.parameter.clone()),
            relay_state: relay.clone().or_else(|| input.context.relay_state.clone()),
            held: Some(Held { by: input.span_of(at), member: key.and_then(Value::as_text) }),
            via: if parameter.is_some() { LAYER.id } else { input.context.via },
            ..input.context.clone()
        };
        let part = Part::text(input.range_of(text.span), text).with(context);
        parts.push(if parameter.is_some() { part } else { part.optional() });
    }
    parts
}

/// Whether the raw characters of a string may hold something: a look at its start, and one for parameters.
pub(super) fn holds(raw: &str) -> bool {
    if raw.len() < 8 {
        return looks::like_markup(raw);
    }
    looks::promising(raw)
        || looks::begins(raw, &["{\\n", "{\\r", "{ "])
        || memchr::memmem::find(raw.as_bytes(), b"-----BEGIN ").is_some()
        || {
            let marks = [&b"urn:oasis:names:tc:SAML"[..], b"SAMLResponse", b"SAMLRequest", b"<?xml"];
            marks.iter().any(|mark| memchr::memmem::find(raw.as_bytes(), mark).is_some())
        }
}

/// Documents inside a longer text: objects, and arrays of objects or strings.
pub(super) fn find(text: &str, input: &Input<'_>, patience: usize) -> Vec<Bytes> {
    let bytes = text.as_bytes();
    let (mut all, mut at, mut failed) = (Vec::new(), 0, 0);
    while let Some(found) = memchr::memchr2(b'{', b'[', bytes.get(at..).unwrap_or_default()) {
        let start = at + found;
        at = start + 1;
        let rest = bytes.get(at..).unwrap_or_default();
        let blanks = rest.iter().take(64).take_while(|byte| byte.is_ascii_whitespace()).count();
        let likely = matches!(
            (bytes.get(start), rest.get(blanks)),
            (Some(b'{'), Some(b'"' | b'\'')) | (Some(b'['), Some(b'{'))
        );
        if !likely {
            continue;
        }
        let json = json::prefix(text, input.span_of(Bytes::new(0, text.len())), start, input.limits);
        if let Some(root) = json.root().filter(|_| !json.is_doubtful()) {
            let span = input.range_of(root.span());
            at = (span.end as usize).max(at);
            all.push(span);
        } else {
            failed += 1;
            if failed >= patience {
                break;
            }
        }
    }
    all
}

/// A string member as context.
pub(super) fn member(value: Value<'_>, key: &str) -> Option<Text> {
    value.get(key).and_then(Value::as_text).filter(|text| !text.value.is_empty())
}

/// The value of the header of that name: `[{"name":…,"value":…}]`, or pairs in arrays as old exports have them.
pub(super) fn header(headers: Option<Value<'_>>, wanted: &str) -> Option<Text> {
    headers?.items().find_map(|header| {
        let mut pair = header.items();
        let (name, value) = match header.kind() {
            Kind::Array => (pair.next(), pair.next()),
            _ => (header.get("name"), header.get("value")),
        };
        name?.as_text().filter(|name| name.value.eq_ignore_ascii_case(wanted)).and_then(|_| value?.as_text())
    })
}
