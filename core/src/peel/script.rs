//! `Copy as fetch` (JavaScript) and `Copy as PowerShell`.
//!
//! It deliberately runs no script: it reads the string literals of one.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{Context, curl, parameters};
use crate::codec::escapes::{self, Dialect};
use crate::source::{Bytes, Text};

pub(super) static FETCH: Layer = Layer {
    id: "fetch",
    name: "fetch call",
    title: "a call of fetch in JavaScript",
    matches: &[
        "fetch(\"https://a.example.com/saml\", {\n  \"body\": \"SAMLResponse=PGEvPg%3D%3D\",\n  \"method\": \"POST\"\n});",
        "await fetch('https://a.example.com/saml', {body: 'SAMLResponse=PGEvPg%3D%3D'})",
    ],
    misses: &["fetch(\"https://a.example.com\")", "fetch the SAMLResponse"],
    unwrap: |input| unwrap(input, &FETCH, &["fetch("], Dialect::Script),
};

pub(super) static POWERSHELL: Layer = Layer {
    id: "powershell",
    name: "PowerShell command",
    title: "a web request of PowerShell",
    matches: &[
        "Invoke-WebRequest -UseBasicParsing -Uri \"https://a.example.com/saml\" `\n-Method \"POST\" `\n-Body \"SAMLResponse=PGEvPg%3D%3D\"",
        "$r = Invoke-RestMethod 'https://a.example.com/saml' -Body 'SAMLResponse=PGEvPg%3D%3D'",
    ],
    misses: &["Invoke-WebRequest -Uri \"https://a.example.com\"", "Invoke it with SAMLResponse"],
    unwrap: |input| {
        unwrap(input, &POWERSHELL, &["Invoke-WebRequest", "Invoke-RestMethod"], Dialect::PowerShell)
    },
};

fn unwrap(input: &Input<'_>, layer: &Layer, calls: &[&str], dialect: Dialect) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let head = text.get(..super::looks::floor(text, 2048))?;
    if !calls.iter().any(|call| head.contains(call)) || super::looks::like_markup(text) {
        return None;
    }
    let mut context = Context { via: layer.id, ..input.context.clone() };
    let mut parts = Vec::new();
    for at in literals(text, dialect) {
        let raw = text.get(at.range()).unwrap_or_default();
        let at = Bytes::new(start + at.start as usize, start + at.end as usize);
        let span = input.span_of(at);
        if context.url.is_none() && raw.starts_with("http") {
            context.url = Some(escapes::decode(raw, dialect, input.limits).into_text(span));
        }
        if raw.eq_ignore_ascii_case("post") {
            context.method = Some(Text::plain(raw, span));
        }
        if parameters::any(raw) {
            let decoded = escapes::decode(raw, dialect, input.limits);
            parts.push(match decoded.is_identity(raw.as_bytes()) {
                true => Part::same(at).optional(),
                false => Part::made(at, decoded).optional(),
            });
        }
    }
    // The method may stand behind the body.
    let parts = parts.into_iter().map(|part| part.with(context.clone())).collect();
    Unwrapped::some(parts)
}

/// The end of the statements that begin here and hold a call: the first line end outside of brackets and literals.
pub(super) fn extent(text: &str, dialect: Dialect) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut called) = (0, 0usize, false);
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        at = match byte {
            b'`' if dialect == Dialect::PowerShell => at + if rest.starts_with(b"`\r\n") { 3 } else { 2 },
            b'"' | b'\'' | b'`' => literal_end(bytes, at + 1, byte, dialect) + 1,
            b'\n' if depth == 0 && called => return at,
            _ => at + 1,
        };
        match byte {
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        called |= match dialect {
            Dialect::PowerShell => rest.starts_with(b"Invoke-"),
            _ => byte == b'(',
        };
    }
    bytes.len()
}

fn literal_end(bytes: &[u8], start: usize, quote: u8, dialect: Dialect) -> usize {
    match dialect {
        Dialect::PowerShell => backtick_close(bytes, start, quote),
        _ => curl::close(bytes, start, quote, true),
    }
}

/// The insides of the string literals, in order.
fn literals(text: &str, dialect: Dialect) -> impl Iterator<Item = Bytes> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = loop {
            let found = memchr::memchr3(b'"', b'\'', b'`', bytes.get(at..)?)?;
            at += found + 1;
            // A backtick is PowerShell's escape.
            if !(dialect == Dialect::PowerShell && bytes.get(at - 1) == Some(&b'`')) {
                break at;
            }
            at += 1;
        };
        let quote = *bytes.get(start - 1)?;
        let end = literal_end(bytes, start, quote, dialect).min(bytes.len());
        at = end + 1;
        Some(Bytes::new(start, end))
    })
}

fn backtick_close(bytes: &[u8], from: usize, quote: u8) -> usize {
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let found = match quote {
            b'\'' => memchr::memchr(quote, rest),
            _ => memchr::memchr2(quote, b'`', rest),
        };
        match found {
            None => return bytes.len(),
            Some(found) if rest.get(found) == Some(&quote) => return at + found,
            Some(found) => at += found + 2,
        }
    }
}
