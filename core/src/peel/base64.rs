//! Base64 of something else.
//!
//! It deliberately accepts only what decodes to something recognisable, unless a parameter says that it is a message.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{Context, LeafKind, looks};
use crate::codec::{RepairKind, base64};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "base64",
    name: "Base64",
    title: "bytes as Base64 text (RFC 4648)",
    matches: &[
        "PGEgYj0iYyIvPg==",
        "PGEg\nYj0i\nYyIvPg",
        "'PGEgYj0iYyIvPg=='",
        "77u/PGEvPg==",
        "UEdFZ1lqMGlZeUl2UGc9PQ==",
    ],
    misses: &[
        "Zm9vYmFyYmF6",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
        "The quick brown fox",
        "MIIBIjANBgkq",
        "PGEgYj0i#YyIvPg==",
        "",
    ],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let hinted = is_message(input.context) && !input.trail.contains(&LAYER.id);
    // The first part of a JSON Web Token is Base64 of JSON, too.
    if !looks::like_base64(text) || text.len() < if hinted { 4 } else { 8 } || is_token(text) {
        return None;
    }
    let decoded = base64::decode(text, input.limits);
    let clean = !decoded.has(RepairKind::ForeignCharacter) && !decoded.has(RepairKind::TrailingGarbage);
    if !(looks::promising_bytes(&decoded.bytes) || hinted && clean) {
        return None;
    }
    Unwrapped::one(Part::made(Bytes::new(start, start + text.len()), decoded))
}

/// Whether a JSON Web Token is all that there is.
fn is_token(text: &str) -> bool {
    matches!(tokens(text).as_slice(), [(_, at)] if at.len() == text.len())
}

/// Whether a parameter of the outside says that this is a message.
pub(super) fn is_message(context: &Context) -> bool {
    context.parameter.as_ref().is_some_and(|name| super::parameters::named(name.as_str()).is_some())
}

/// Runs of Base64 inside a longer text that decode to something recognisable.
pub(super) fn find(text: &str) -> Vec<Bytes> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if all.len() >= super::parameters::MOST {
            break;
        }
        if base64::sextet(byte).is_none() {
            at += 1;
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let run = rest.iter().take_while(|byte| base64::sextet(**byte).is_some()).count();
        // Shorter runs are words.
        if run >= 24 && looks::text_of_base64(text.get(at..at + run).unwrap_or_default()) {
            let end = super::parameters::extent(bytes, at).max(at + run);
            all.push(Bytes::new(at, end));
            at = end;
        } else {
            at += run.max(1);
        }
    }
    all
}

/// A JSON Web Token: three runs of URL-safe Base64 with dots between, the first a JSON object.
pub(super) fn tokens(text: &str) -> Vec<(LeafKind, Bytes)> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(bytes.get(from..).unwrap_or_default(), b"eyJ") {
        if all.len() >= super::parameters::MOST {
            break;
        }
        let start = from + found;
        let rest = bytes.get(start..).unwrap_or_default();
        let part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let len = rest.iter().take_while(part).count();
        let token = rest.get(..len).unwrap_or_default();
        let dots = memchr::memchr_iter(b'.', token).count();
        let starts_word =
            text.get(..start).is_none_or(|before| !before.ends_with(|c: char| c.is_alphanumeric()));
        if matches!(dots, 2 | 4) && starts_word && len >= 24 {
            all.push((LeafKind::Jwt, Bytes::new(start, start + len)));
        }
        from = start + len.max(1);
    }
    all
}
