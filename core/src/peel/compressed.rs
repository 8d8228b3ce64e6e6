//! Compressed bytes: DEFLATE as the Redirect binding uses it (SAML Bindings, 3.4.4.1), zlib and gzip frames.
//!
//! It deliberately accepts only what inflates to something recognisable: any bytes may begin like DEFLATE.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{NoteKind, base64, looks};
use crate::codec::inflate::{self, Frame};
use crate::source::Bytes;

pub(super) static GZIP: Layer = Layer {
    id: "gzip",
    name: "gzip",
    title: "gzip-compressed bytes (RFC 1952)",
    matches: &[],
    misses: &["\u{1F}x", "<a/>"],
    unwrap: |input| unwrap(input, Frame::Gzip),
};

pub(super) static ZLIB: Layer = Layer {
    id: "zlib",
    name: "zlib",
    title: "zlib-compressed bytes (RFC 1950)",
    matches: &[],
    misses: &["x\u{1}abc", "<a/>"],
    unwrap: |input| unwrap(input, Frame::Zlib),
};

pub(super) static DEFLATE: Layer = Layer {
    id: "deflate",
    name: "DEFLATE",
    title: "DEFLATE-compressed bytes (RFC 1951), as the Redirect binding has them",
    matches: &[],
    misses: &["<a/>", "Hello", "K"],
    unwrap: |input| unwrap(input, Frame::Raw),
};

fn unwrap(input: &Input<'_>, frame: Frame) -> Option<Unwrapped> {
    // Text that people wrote starts no stream; what came out of Base64 may be one by chance of its bytes.
    if input.text.is_some() && input.trail.last() != Some(&"base64") {
        return None;
    }
    if !looks::holds_text(input.bytes, frame) {
        return None;
    }
    let whole = Bytes::new(0, input.bytes.len());
    let decoded = inflate::decode(input.bytes, frame, input.inflatable);
    let mut out = Unwrapped::one(Part::made(whole, decoded))?;
    let posted =
        input.context.method.as_ref().is_some_and(|method| method.as_str().eq_ignore_ascii_case("POST"))
            || matches!(input.context.via, "html");
    if posted && base64::is_message(input.context) {
        out.notes.push((NoteKind::CompressedPost, whole));
    }
    Some(out)
}
