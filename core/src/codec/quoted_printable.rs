//! Quoted-printable (RFC 2045, section 6.7), as it comes out of saved mails.
//!
//! It deliberately keeps trailing blanks of a line: who copies from a mail program has none added in transit.

use super::percent::escape;
use super::{Decoded, Output, RepairKind};
use crate::limits::Limits;

pub fn decode(input: &str, limits: &Limits) -> Decoded {
    let bytes = input.as_bytes();
    let mut out = Output::new(bytes.len(), limits);
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let clean = memchr::memchr(b'=', rest).unwrap_or(rest.len());
        out.copy(rest.get(..clean).unwrap_or_default());
        at += clean;
        match bytes.get(at..).unwrap_or_default() {
            [b'=', b'\r', b'\n', ..] => {
                out.skip(3);
                at += 3;
            }
            [b'=', b'\n', ..] => {
                out.skip(2);
                at += 2;
            }
            [b'=', digits @ ..] => match escape(digits) {
                Some(byte) => {
                    out.unit(&[byte], 3);
                    at += 3;
                }
                None => {
                    out.repair(RepairKind::BrokenQuotedPrintable, at, at + 1);
                    out.copy(b"=");
                    at += 1;
                }
            },
            _ => {}
        }
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn soft_breaks_vanish_and_escapes_are_bytes() {
        let decoded = decode("a=3D=C3=A9=\r\nb=\nc=zz=", &Limits::default());
        assert_eq!(String::from_utf8(decoded.bytes).unwrap(), "a=ébc=zz=");
        assert_eq!(
            decoded.repairs.first().map(|repair| (repair.kind, repair.count)),
            Some((RepairKind::BrokenQuotedPrintable, 2))
        );
    }
}
