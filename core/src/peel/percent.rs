//! A whole text in percent-encoding, as it stands in a form body or a query.
//!
//! It deliberately takes `+` for a space only beside escapes: a value without any was not encoded.

use super::base64::is_message;
use super::layer::{Input, Layer, Part, Unwrapped};
use super::looks;
use crate::codec::percent::{self, Plus};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "percent",
    name: "Percent-encoding",
    title: "percent-encoded text (RFC 3986), perhaps as in forms",
    matches: &["%3Ca%2F%3E", "PGEvPg%3D%3D", "%253Ca%252F%253E", "%26SAMLResponse%3DPGEvPg%253D%253D"],
    misses: &["100%25", "a%20b", "%zz", "50% off", "<a href=\"%20\"/>"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    memchr::memchr(b'%', text.as_bytes())?;
    let hinted = is_message(input.context);
    let plain = |byte: &u8| !matches!(byte, b'<' | b'>' | b'{' | b'}') && (hinted || *byte != b' ');
    if !text.as_bytes().iter().all(plain) || !has_escape(text) {
        return None;
    }
    let decoded = percent::decode(text, Plus::Space, input.limits);
    let promising = match std::str::from_utf8(&decoded.bytes) {
        Ok(text) => looks::promising(text),
        Err(_) => looks::promising_bytes(&decoded.bytes),
    };
    (promising || hinted)
        .then(|| Unwrapped::one(Part::made(Bytes::new(start, start + text.len()), decoded)))
        .flatten()
}

fn has_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'%', bytes)
        .any(|at| bytes.get(at + 1..at + 3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)))
}
