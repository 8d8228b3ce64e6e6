//! A string literal of a script, or its inside: quotes around, backslashes within.
//!
//! It deliberately takes JSON strings no more than others: those are JSON.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::looks;
use crate::codec::escapes::{self, Dialect};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "escapes",
    name: "String literal",
    title: "a string literal with its quotes and backslashes",
    matches: &[
        "'<a/>'",
        "b'<a>\\n</a>'",
        "<a b=\\\"c\\\"/>",
        "<a>\\n<b/></a>",
        "\\u003ca/\\u003e",
        "u'PGEgYj0iYyIvPg=='",
    ],
    misses: &["<a b='\\'/>", "it's", "'quoted'", "<a/>"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let (inner, from) = quoted(text).unwrap_or((text, 0));
    if inner.len() == text.len() && memchr::memchr(b'\\', text.as_bytes()).is_none() {
        return None;
    }
    let at = Bytes::new(start + from, start + from + inner.len());
    let decoded = escapes::decode(inner, Dialect::Script, input.limits);
    if !std::str::from_utf8(&decoded.bytes).is_ok_and(looks::promising) {
        return None;
    }
    // Without quotes around, only the start tells that this is the inside of a literal.
    let starts = || match looks::like_markup(text) {
        true => {
            let extent = super::xml::extent(text, 0);
            extent.escaped || extent.line_ends && !input.is_as_posted()
        }
        false => looks::begins(text, &["\\u003c", "\\u003C", "\\x3c", "\\x3C", "{\\\"", "[{\\\""]),
    };
    if inner.len() == text.len() && (decoded.bytes == inner.as_bytes() || !starts()) {
        return None;
    }
    Unwrapped::one(match decoded.is_identity(inner.as_bytes()) {
        true => Part::same(at),
        false => Part::made(at, decoded),
    })
}

/// The inside of a literal, and where it starts.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let prefix =
        text.chars().take(2).take_while(|c| matches!(c, 'b' | 'B' | 'r' | 'R' | 'u' | 'U' | '$')).count();
    let literal = text.get(prefix..)?;
    ["\"\"\"", "'''", "\"", "'", "`"].into_iter().find_map(|quote| {
        let inner = literal.strip_prefix(quote)?.strip_suffix(quote)?;
        Some((inner, prefix + quote.len()))
    })
}
