//! The export of the SAML-tracer browser extension: requests with their parameters decoded, and the message.
//!
//! It deliberately takes the decoded XML only where the parameter was masked on export or is missing: the extension
//! decodes each byte as a character.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::parameters::{self, Name};
use super::{Context, har, json, looks};
use crate::json::{Kind, Value};
use crate::source::Text;

pub(super) static LAYER: Layer = Layer {
    id: "saml-tracer",
    name: "SAML-tracer export",
    title: "an export of the browser extension SAML-tracer",
    matches: &[
        "{\"requests\":[{\"method\":\"POST\",\"url\":\"https://a.example.com\",\"post\":[[\"SAMLResponse\",\"PGEgYj0iYyIvPg==\"]]}],\"timestamp\":\"2026-01-15T10:00:00Z\"}",
        "{\"requests\":[{\"method\":\"POST\",\"url\":\"https://a.example.com\",\"post\":[[\"SAMLResponse\",\"{masked}\"]],\"saml\":\"<a/>\"}]}",
    ],
    misses: &["{\"requests\":[]}", "{\"requests\":[{\"id\":1}]}", "{\"requests\":5}"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, _) = input.trimmed()?;
    if !text.starts_with('{') || !text.contains("\"requests\"") {
        return None;
    }
    let (json, _) = json::parse(input)?;
    let requests = json.root()?.get("requests").filter(|requests| requests.kind() == Kind::Array)?;
    let mut parts = Vec::new();
    for request in requests.items().filter(|request| request.get("url").is_some()) {
        if parts.len() > input.limits.leaves {
            break;
        }
        self::request(input, request, &mut parts);
    }
    Unwrapped::some(parts)
}

fn request(input: &Input<'_>, request: Value<'_>, parts: &mut Vec<Part>) {
    let url = request.get("url");
    let context = Context {
        url: url.and_then(Value::as_text),
        method: json::member(request, "method"),
        date_header: json::header(request.get("responseHeaders"), "date"),
        via: LAYER.id,
        ..Context::default()
    };
    let posted = pairs(request.get("post"));
    let queried = pairs(request.get("get"));
    let find = |list: &[(Text, Text)], wanted: Name| {
        list.iter().find(|(name, _)| parameters::named(&name.value) == Some(wanted)).cloned()
    };
    let saml = json::member(request, "saml").filter(|saml| looks::like_markup(&saml.value));
    let message = find(&posted, Name::Message).or_else(|| find(&queried, Name::Message));
    let relay =
        find(&posted, Name::RelayState).or_else(|| find(&queried, Name::RelayState)).map(|(_, value)| value);
    if let Some(url) = url.filter(|url| parameters::any(url.raw())).and_then(Value::as_text) {
        return parts.push(Part::text(input.range_of(url.span), url).with(context).optional());
    }
    let whole = message.filter(|(_, value)| looks::promising(&value.value) || saml.is_none());
    match (whole, saml) {
        (Some((name, value)), _) => parts.push(har::field_part(input, name, value, relay, &context)),
        (None, Some(saml)) => {
            let context = Context { relay_state: relay, ..context };
            parts.push(Part::text(input.range_of(saml.span), saml).with(context));
        }
        (None, None) => {}
    }
}

/// `[["name","value"], …]`; also `{"name":["value"]}` and `[{"name":…,"value":…}]`.
fn pairs(list: Option<Value<'_>>) -> Vec<(Text, Text)> {
    let Some(list) = list else { return Vec::new() };
    let first = |value: Value<'_>| match value.kind() {
        Kind::Array => value.items().next().and_then(Value::as_text),
        _ => value.as_text(),
    };
    match list.kind() {
        Kind::Object => list.members().filter_map(|(name, value)| Some((name, first(value)?))).collect(),
        _ => list
            .items()
            .filter_map(|pair| {
                let mut items = pair.items();
                match pair.kind() {
                    Kind::Object => Some((pair.get("name")?.as_text()?, first(pair.get("value")?)?)),
                    _ => Some((items.next()?.as_text()?, first(items.next()?)?)),
                }
            })
            .collect(),
    }
}
