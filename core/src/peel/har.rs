//! HAR 1.2: what a browser recorded. Every message in order, with where and when it went.
//!
//! It deliberately makes sources only of strings that hold a message, and takes each message of an entry once although
//! HAR has it in `text` and in `params`, or in `url` and in `queryString`.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::parameters::{self, Name};
use super::{Context, form, json, looks};
use crate::codec::percent::{self, Plus};
use crate::json::{Kind, Value};
use crate::source::Text;

pub(super) static LAYER: Layer = Layer {
    id: "har",
    name: "HAR",
    title: "a recording of a browser's network traffic (HAR 1.2)",
    matches: &[
        "{\"log\":{\"version\":\"1.2\",\"entries\":[{\"request\":{\"method\":\"POST\",\"url\":\"https://a.example.com\",\"postData\":{\"text\":\"SAMLResponse=PGEvPg%3D%3D\"}}}]}}",
    ],
    misses: &["{\"log\":{}}", "{\"entries\":[]}", "{\"log\":{\"entries\":[]}}"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, _) = input.trimmed()?;
    let likely = ["\"entries\"", "\"request\""].iter().any(|name| text.contains(name));
    if !text.starts_with('{') || !likely {
        return None;
    }
    let (json, _) = json::parse(input)?;
    let root = json.root()?;
    // People copy what `log` holds, or one entry.
    let entries = root.path(&["log", "entries"]).or_else(|| root.get("entries"));
    let entries = entries.filter(|entries| entries.kind() == Kind::Array);
    let alone = || root.get("startedDateTime").and(root.path(&["request", "url"])).map(|_| root);
    let mut parts = Vec::new();
    let one = if entries.is_none() { Some(alone()?) } else { None };
    for entry in
        entries.into_iter().flat_map(Value::items).chain(one).filter(|entry| entry.kind() == Kind::Object)
    {
        if parts.len() > input.limits.leaves {
            break;
        }
        self::entry(input, entry, &mut parts);
    }
    Unwrapped::some(parts)
}

fn entry(input: &Input<'_>, entry: Value<'_>, parts: &mut Vec<Part>) {
    let Some(request) = entry.get("request") else { return };
    let response = entry.get("response");
    let url = request.get("url");
    let post = request.get("postData");
    let encoded = post.is_some_and(|post| {
        ["encoding", "_encoding"]
            .iter()
            .any(|name| post.get(name).is_some_and(|encoding| encoding.is("base64")))
    });
    let body = post.and_then(|post| post.get("text"));
    let in_parts = |raw: &str| raw.contains("form-data");
    let body = body.filter(|text| {
        let raw = text.raw();
        carries(raw) || (encoded || in_parts(raw)) && marked(raw.as_bytes(), encoded)
    });
    let fields = post.and_then(|post| post.get("params"));
    let queried = url.filter(|url| carries(url.raw()));
    let query = request.get("queryString");
    let any_field = |list: Option<Value<'_>>| {
        list.is_some_and(|list| {
            list.items().any(|field| {
                field
                    .get("name")
                    .and_then(Value::as_plain_str)
                    .is_some_and(|name| parameters::named(name).is_some())
            })
        })
    };
    let posts = body.is_some() || any_field(fields);
    let page = response.and_then(|response| page(response, posts));
    if body.is_none() && queried.is_none() && page.is_none() && !any_field(fields) && !any_field(query) {
        return;
    }
    let context = Context {
        url: url.and_then(Value::as_text),
        method: json::member(request, "method"),
        started: json::member(entry, "startedDateTime"),
        date_header: json::header(response.and_then(|response| response.get("headers")), "date"),
        via: LAYER.id,
        ..Context::default()
    };
    let before = parts.len();
    match queried.and_then(Value::as_text) {
        Some(text) => {
            parts.push(Part::text(input.range_of(text.span), text).with(context.clone()).optional())
        }
        None => self::fields(input, query, &context, parts),
    }
    match body.and_then(Value::as_text) {
        Some(text) => {
            parts.push(Part::text(input.range_of(text.span), text).with(context.clone()).optional())
        }
        None => self::fields(input, fields, &context, parts),
    }
    let sent = parts.len() > before;
    if let Some(text) = page.and_then(Value::as_text) {
        let part =
            Part::text(input.range_of(text.span), text.clone()).with(Context { parameter: None, ..context });
        // The answer to a message says what the receiver thought of it, even if it holds no message.
        parts.push(if sent || looks::like_html(&text.value) { part } else { part.optional() });
    }
}

/// Whether the raw characters of a URL or of a body hold a message's parameter.
fn carries(raw: &str) -> bool {
    parameters::any(raw)
}

/// A response's body that speaks of SAML, or that refuses what was posted. Scripts and styles do, too, but hold nothing.
fn page<'j>(response: Value<'j>, posts: bool) -> Option<Value<'j>> {
    let content = response.get("content")?;
    let text = content.get("text").filter(|text| text.kind() == Kind::String)?;
    let mime = content.get("mimeType").and_then(Value::as_text).map(|mime| mime.value.to_ascii_lowercase());
    if mime.is_some_and(|mime| {
        ["script", "css", "image/", "font", "audio", "video", "wasm"].iter().any(|kind| mime.contains(kind))
    }) {
        return None;
    }
    let encoded = content.get("encoding").is_some_and(|encoding| encoding.is("base64"));
    let status = response.get("status").map_or("", Value::raw);
    let says = text.raw().contains(|c: char| c.is_alphanumeric());
    let refuses = posts && says && matches!(status.as_bytes(), [b'4' | b'5', _, _]);
    (refuses || marked(text.raw().as_bytes(), encoded)).then_some(text)
}

/// Whether the raw characters of a body speak of SAML.
fn marked(raw: &[u8], encoded: bool) -> bool {
    // "SAML" in Base64 at each of the three alignments, without the characters that its neighbours share.
    let marks: &[&[u8]] = match encoded {
        true => &[b"U0FNT", b"NBTU", b"TQU1M", b"c2Ftb", b"NhbWx", b"zYW1s", b"wres"],
        false => &[b"SAMLRe", b"SAMLart", b"wresult", b":SAML:", b"SAML"],
    };
    marks.iter().any(|mark| memchr::memmem::find(raw, mark).is_some())
}

/// Parameters as HAR lists them. Chrome writes them encoded, Firefox decoded.
fn fields(input: &Input<'_>, list: Option<Value<'_>>, context: &Context, parts: &mut Vec<Part>) {
    let Some(list) = list else { return };
    let named = |field: &Value<'_>, wanted: Name| {
        field.get("name").and_then(Value::as_plain_str).and_then(parameters::named) == Some(wanted)
    };
    let relay = list
        .items()
        .find(|field| named(field, Name::RelayState))
        .and_then(|field| field.get("value")?.as_text());
    let relay = relay.map(|text| match text.map.is_none() && form::is_encoded(&text.value) {
        true => percent::decode(&text.value, Plus::Space, input.limits).into_text(text.span),
        false => text,
    });
    for field in list.items().filter(|field| named(field, Name::Message)) {
        let (Some(name), Some(value)) =
            (field.get("name").and_then(Value::as_text), field.get("value").and_then(Value::as_text))
        else {
            continue;
        };
        parts.push(field_part(input, name, value, relay.clone(), context));
    }
}

pub(super) fn field_part(
    input: &Input<'_>,
    name: Text,
    value: Text,
    relay: Option<Text>,
    context: &Context,
) -> Part {
    let context = Context { parameter: Some(name), relay_state: relay, ..context.clone() };
    Part::text(input.range_of(value.span), value).with(context)
}
