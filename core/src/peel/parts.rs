//! A captured request or page, and below it documents that were fetched besides, such as metadata or a role.
//!
//! It deliberately separates no more than that: what comes after the capture, the layers of longer texts take apart. Without
//! it a capture, which reads to its end, would take the documents for a part of itself.

use super::layer::{Input, Layer, Part, Unwrapped};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "parts",
    name: "Parts",
    title: "a capture and what stands below it",
    matches: &[
        "curl 'https://a.example/saml' --data-raw 'SAMLResponse=PGEvPg%3D%3D'\n\n{\"Role\": {}}",
        "<html><body>x</body></html>\n\n<md:EntityDescriptor xmlns:md=\"u:m\"/>",
        "PGEgYj0iYyIgZD0iZSIgZj0iZyIvPg==\r\n\r\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    ],
    misses: &[
        "curl 'https://a.example/saml' --data-raw 'SAMLResponse=PGEvPg%3D%3D'",
        "<a/>\n\n{\"Role\": {}}",
        "words\n\n{\"Role\": {}}",
        "PGEgYj0iYyIgZD0iZSIgZj0iZyIvPg==\n\nPGEvPg==",
    ],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    if !input.trail.is_empty() {
        return None;
    }
    let text = input.text?;
    if !is_capture(text) {
        return None;
    }
    let at = documents_start(text)?;
    let part = |start: usize, end: usize| Part::same(Bytes::new(start, end));
    Unwrapped::some(vec![part(0, at), part(at, text.len())])
}

/// Whether it begins as one of the forms that read to the end of a text.
fn is_capture(text: &str) -> bool {
    let text = text.trim_start_matches(super::layer::is_blank);
    let head = text.get(..super::looks::floor(text, 64)).unwrap_or_default().to_ascii_lowercase();
    const HEADS: [&str; 7] =
        ["curl ", "fetch(", "invoke-webrequest", "$session", "<!doctype html", "<html", "https://"];
    let line = text.lines().next().unwrap_or_default().trim_end();
    let base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
    HEADS.iter().any(|known| head.starts_with(known)) || line.len() >= 32 && line.bytes().all(base64)
}

/// Where the first document begins that stands behind an empty line.
fn documents_start(text: &str) -> Option<usize> {
    const HEADS: [&str; 5] = ["{", "<md:EntityDescriptor", "<EntityDescriptor", "<?xml", "-----BEGIN "];
    let bytes = text.as_bytes();
    let is_document = |at: &usize| {
        let rest = text.get(*at..).unwrap_or_default();
        HEADS.iter().any(|head| rest.starts_with(head))
    };
    let first = |line_end: &'static [u8]| {
        memchr::memmem::find_iter(bytes, line_end)
            .map(|at| at.saturating_add(line_end.len()))
            .find(is_document)
    };
    match (first(b"\n\n"), first(b"\n\r\n")) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
