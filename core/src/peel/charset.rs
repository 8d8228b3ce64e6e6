//! Character encodings other than plain UTF-8.
//!
//! It deliberately looks at whole sources only: an encoding is not changed in the middle.

use super::layer::{Input, Layer, Part, Unwrapped};
use crate::codec::charset::{self, Charset};
use crate::source::Bytes;

pub(super) static UTF_8_MARK: Layer = Layer {
    id: "utf-8-bom",
    name: "UTF-8 with a byte order mark",
    title: "UTF-8 text after a byte order mark",
    matches: &["\u{FEFF}<a/>"],
    misses: &["<a/>", " \u{FEFF}<a/>"],
    unwrap: |input| unwrap(input, &[Charset::Utf8Mark]),
};

pub(super) static UTF_16: Layer = Layer {
    id: "utf-16",
    name: "UTF-16",
    title: "UTF-16 text, as PowerShell's Out-File writes it",
    matches: &["<\0a\0/\0>\0", "\0<\0a\0/\0>"],
    misses: &["<a/>", "a\0", "\0\0\0\0"],
    unwrap: |input| unwrap(input, &[Charset::Utf16Le, Charset::Utf16Be]),
};

pub(super) static WINDOWS_1252: Layer = Layer {
    id: "windows-1252",
    name: "Windows-1252",
    title: "single-byte text that is no UTF-8",
    matches: &[],
    misses: &["<a/>", "é"],
    unwrap: |input| unwrap(input, &[Charset::Windows1252]),
};

fn unwrap(input: &Input<'_>, wanted: &[Charset]) -> Option<Unwrapped> {
    let charset = charset::detect(input.bytes)?;
    if !wanted.contains(&charset) {
        return None;
    }
    let decoded = charset::decode(input.bytes, charset, input.limits);
    Unwrapped::one(Part::made(Bytes::new(0, input.bytes.len()), decoded))
}
