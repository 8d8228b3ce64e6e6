//! Percent-encoding (RFC 3986, section 2.1) and its form variant (WHATWG URL, application/x-www-form-urlencoded).
//!
//! It deliberately keeps what is broken (`%zz`, a `%` at the end) as it stands, and reports it.

use super::{Decoded, Output, RepairKind};
use crate::limits::Limits;

/// Whether `+` stands for a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plus {
    Space,
    Plus,
}

pub fn decode(input: &str, plus: Plus, limits: &Limits) -> Decoded {
    let bytes = input.as_bytes();
    let mut out = Output::new(bytes.len(), limits);
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let clean = match plus {
            Plus::Space => memchr::memchr2(b'%', b'+', rest),
            Plus::Plus => memchr::memchr(b'%', rest),
        }
        .unwrap_or(rest.len());
        out.copy(rest.get(..clean).unwrap_or_default());
        at += clean;
        match bytes.get(at..).unwrap_or_default() {
            [b'+', ..] => {
                out.unit(b" ", 1);
                at += 1;
            }
            [b'%', rest @ ..] => match escape(rest) {
                Some(byte) => {
                    out.unit(&[byte], 3);
                    at += 3;
                }
                None => {
                    out.repair(RepairKind::BrokenPercent, at, at + 1 + rest.len().min(2));
                    out.copy(b"%");
                    at += 1;
                }
            },
            _ => {}
        }
    }
    out.finish()
}

/// The byte that two hexadecimal digits mean.
pub(crate) fn escape(digits: &[u8]) -> Option<u8> {
    let [high, low, ..] = digits else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(*high)? << 4 | digit(*low)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_escapes_are_kept_and_reported() {
        let cases = [
            ("a%2Bb+c", Plus::Space, "a+b c", 0),
            ("a%2bb+c", Plus::Plus, "a+b+c", 0),
            ("%zz%4", Plus::Plus, "%zz%4", 2),
            ("%", Plus::Plus, "%", 1),
            ("%C3%A9", Plus::Plus, "é", 0),
            ("%2525", Plus::Plus, "%25", 0),
        ];
        for (input, plus, text, broken) in cases {
            let decoded = decode(input, plus, &Limits::default());
            assert_eq!(String::from_utf8(decoded.bytes).unwrap(), text);
            assert_eq!(decoded.repairs.first().map_or(0, |repair| repair.count), broken, "{input}");
            let map = decoded.map.unwrap();
            assert_eq!((map.out_len() as usize, map.src_len() as usize), (text.len(), input.len()));
        }
    }
}
