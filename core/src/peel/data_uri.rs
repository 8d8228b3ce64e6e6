//! `data:` URIs (RFC 2397).
//!
//! It deliberately ignores the media type: the content tells more.

use super::layer::{Input, Layer, Part, Unwrapped};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "data-uri",
    name: "data: URI",
    title: "a data: URI (RFC 2397)",
    matches: &["data:text/xml;base64,PGEvPg==", "data:text/xml,%3Ca%2F%3E"],
    misses: &["data: <a/>", "data:", "metadata:text/xml;base64,PGEvPg=="],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let head = text.get(..super::looks::floor(text, 128))?;
    let kind = head.strip_prefix("data:")?;
    let (media, _) = kind.split_once(',')?;
    if media.contains(char::is_whitespace) || media.contains(['<', '"']) {
        return None;
    }
    let from = "data:".len() + media.len() + 1;
    Unwrapped::one(Part::same(Bytes::new(start + from, start + text.len())))
}

/// The URIs inside a longer text.
pub(super) fn find(text: &str) -> Vec<Bytes> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    for at in memchr::memmem::find_iter(bytes, b";base64,").take(super::parameters::MOST) {
        let before = bytes.get(at.saturating_sub(96)..at).unwrap_or_default();
        let Some(back) = memchr::memmem::rfind(before, b"data:") else { continue };
        let start = at - (before.len() - back);
        let body = at + b";base64,".len();
        all.push(Bytes::new(start, super::parameters::extent(bytes, body).max(body)));
    }
    all
}
