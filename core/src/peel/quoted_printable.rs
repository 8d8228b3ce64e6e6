//! Quoted-printable text of mails.
//!
//! It deliberately wants every equals sign to be an escape: in all other texts some are not.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::looks;
use crate::codec::percent::escape;
use crate::codec::quoted_printable;
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "quoted-printable",
    name: "Quoted-printable",
    title: "quoted-printable text of a mail (RFC 2045)",
    matches: &["<a b=3D\"c\"/>", "SAMLResponse=3DPGEv=\nPg=3D=3D"],
    misses: &["<a b=\"3D\"/>", "a=b", "PGEvPg==\n", "x =3D y"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let text = input.text?;
    let bytes = text.as_bytes();
    memchr::memmem::find(bytes, b"=3D")?;
    let escapes = |at: usize| match bytes.get(at + 1..).unwrap_or_default() {
        [] | [b'\n', ..] | [b'\r', b'\n', ..] => true,
        digits => escape(digits).is_some(),
    };
    if !memchr::memchr_iter(b'=', bytes).all(escapes) {
        return None;
    }
    let decoded = quoted_printable::decode(text, input.limits);
    std::str::from_utf8(&decoded.bytes).is_ok_and(looks::promising).then_some(())?;
    Unwrapped::one(Part::made(Bytes::new(0, text.len()), decoded))
}
