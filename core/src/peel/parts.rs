//! A captured request, page or bare value, and what stands beside it: an error text, documents that were fetched besides, a
//! second message.
//!
//! It deliberately takes apart only what begins with a capture or has a command in it; all other texts the layers of
//! longer texts take apart. Without it a capture, which reads to its end, would take the rest for a part of itself.

use super::layer::{Input, Layer, Part, Unwrapped, is_blank};
use super::{charset, extents, line_prefix, looks};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "parts",
    name: "Parts",
    title: "a capture and what stands beside it",
    matches: &[
        "curl 'https://a.example/saml' --data-raw 'SAMLResponse=PGEvPg%3D%3D'\n\n{\"Role\": {}}",
        "<html><body>x</body></html>\n\n<md:EntityDescriptor xmlns:md=\"u:m\"/>",
        "PGEgYj0iYyIgZD0iZSIgZj0iZyIvPg==\r\n\r\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "PGEgYj0iYyIgZD0iZSIgZj0iZyIvPg==\n\nPGEvPg==",
        "PGEgYj0iYyIgZD0iZSIgZj0iZyIvPg%3D%3D\nAccess was denied",
        "C:\\>curl ^\"https://a.example/saml^\" ^\n  -d ^\"SAMLResponse=PGEvPg^%^3D^%^3D^\"\n\nAccess was denied",
        "Access was denied\n\nawait fetch('https://a.example/', {body: 'SAMLResponse=PGEvPg%3D%3D'});",
        "https://a.example/sso?SAMLRequest=PGEvPg%3D%3D\n\nAccess was denied",
    ],
    misses: &[
        "curl 'https://a.example/saml' --data-raw 'SAMLResponse=PGEvPg%3D%3D'",
        "<a/>\n\n{\"Role\": {}}",
        "words\n\n{\"Role\": {}}",
        "PGEgYj0iYyIgZD0iZSIgZj0iZyIg\n\naD0iaSIgaj0iayIvPg==\n",
        "words about curl and a SAMLResponse",
    ],
    unwrap,
};

/// Commands that turned out to be none after which no more are tried, so that noise costs one pass.
const PATIENCE: usize = 64;

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let outer = [&charset::UTF_8_MARK, &charset::UTF_16, &charset::WINDOWS_1252, &line_prefix::LAYER];
    if !input.trail.iter().all(|layer| outer.iter().any(|outer| outer.id == *layer)) {
        return None;
    }
    let text = input.text?;
    let all = sections(text, input.limits.leaves);
    let parts = |at: &Bytes| {
        let part = Part::same(*at);
        let said = input.slice(*at).chars().filter(|c| c.is_alphanumeric()).count();
        if said < 8 { part.optional() } else { part }
    };
    let start = text.len() - text.trim_start_matches(is_blank).len();
    match all.as_slice() {
        [] => None,
        [only] if only.start as usize == start => None,
        _ => Unwrapped::some(all.iter().map(parts).collect()),
    }
}

/// The captures of a text and what stands between them. Only one where there is nothing to take apart.
fn sections(text: &str, most: usize) -> Vec<Bytes> {
    let mut all = Vec::new();
    let (mut at, mut failed) = (0, 0);
    let says = |text: &str| text.contains(char::is_alphanumeric);
    while let Some(rest) = text.get(at..).filter(|rest| says(rest) && all.len() < most) {
        let start = at + (rest.len() - rest.trim_start_matches(is_blank).len());
        let capture = first(text, start).or_else(|| later(text, start, &mut failed));
        let capture = capture.unwrap_or_else(|| Bytes::new(text.len(), text.len()));
        // What is no capture reaches to the next one; of a line before a command only whole ones say something.
        let lines = text.get(start..capture.start as usize).unwrap_or_default();
        let lines = if capture.start == capture.end {
            lines
        } else {
            lines.rsplit_once('\n').map_or("", |(whole, _)| whole)
        };
        for section in [Bytes::new(start, start + lines.len()), capture] {
            if text.get(section.range()).is_some_and(says) {
                all.push(section);
            }
        }
        at = capture.end as usize;
    }
    all
}

/// A capture that begins at `start`.
fn first(text: &str, start: usize) -> Option<Bytes> {
    let rest = text.get(start..)?;
    let page = looks::like_html(rest);
    let bare = extents::value(rest).or_else(|| extents::address(rest));
    let found = match bare {
        Some(end) => Some((0, end)),
        None if page || extents::like_form(rest) => Some((0, extents::page(rest))),
        None => extents::command(rest),
    };
    let until = |end: usize| documents_start(rest.get(..end).unwrap_or_default());
    let certain = bare.is_some() || page;
    match found {
        Some((skipped, end)) if certain || extents::holds_message(rest.get(skipped..end)?) => {
            Some(Bytes::new(start + skipped, start + until(end).unwrap_or(end)))
        }
        _ if is_capture(rest) => until(rest.len()).map(|end| Bytes::new(start, start + end)),
        _ => None,
    }
}

/// The next command with a message in it, at the start of a line.
fn later(text: &str, start: usize, failed: &mut usize) -> Option<Bytes> {
    let bytes = text.as_bytes();
    let mut at = start;
    while *failed < PATIENCE {
        at += memchr::memchr(b'\n', bytes.get(at..)?)? + 1;
        let rest = text.get(at..)?;
        let found = match extents::like_form(rest) {
            true => Some((0, extents::page(rest))),
            false => extents::command(rest),
        };
        let Some((skipped, end)) = found else { continue };
        if extents::holds_message(rest.get(skipped..end).unwrap_or_default()) {
            return Some(Bytes::new(at + skipped, at + end));
        }
        *failed += 1;
    }
    None
}

/// Whether it begins as one of the forms that read to the end of a text.
fn is_capture(text: &str) -> bool {
    let head = text.get(..looks::floor(text, 64)).unwrap_or_default().to_ascii_lowercase();
    const HEADS: [&str; 5] = ["curl ", "fetch(", "invoke-webrequest", "$session", "https://"];
    let line = text.lines().next().unwrap_or_default().trim_end();
    let base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
    looks::begins(&head, &HEADS) || line.len() >= 32 && line.bytes().all(base64)
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
