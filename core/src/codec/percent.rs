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
                None if let Some((byte, len)) = torn(rest) => {
                    out.repair(RepairKind::LineBreaks, at, at + 1 + len);
                    out.unit(&[byte], 1 + len);
                    at += 1 + len;
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

/// An escape that a line break tore apart, behind its percent sign: the byte, and how many it took.
fn torn(bytes: &[u8]) -> Option<(u8, usize)> {
    let one = usize::from(bytes.first().is_some_and(u8::is_ascii_hexdigit));
    let behind = bytes.get(one..)?;
    let blanks = behind.iter().take(16).take_while(|byte| byte.is_ascii_whitespace()).count();
    memchr::memchr(b'\n', behind.get(..blanks)?)?;
    let rest = behind.get(blanks..)?;
    let byte = match one {
        1 => escape(&[*bytes.first()?, *rest.first()?])?,
        _ => escape(rest)?,
    };
    Some((byte, blanks + 2))
}

/// Takes off two layers at once, with the places in what was encoded first. Broken escapes stay, unreported.
pub fn decode_twice(input: &str, plus: Plus, limits: &Limits) -> Decoded {
    let once = decode_units(input.bytes().map(|byte| (byte, 1)).collect(), plus);
    let mut out = Output::new(input.len(), limits);
    for (byte, from) in decode_units(once, plus) {
        out.unit(&[byte], from);
    }
    out.finish()
}

/// Bytes, each with the number of those that made it.
fn decode_units(units: Vec<(u8, usize)>, plus: Plus) -> Vec<(u8, usize)> {
    let mut made = Vec::with_capacity(units.len());
    let mut rest = units.as_slice();
    while let [(byte, from), behind @ ..] = rest {
        rest = behind;
        made.push(match (*byte, behind) {
            (b'+', _) if plus == Plus::Space => (b' ', *from),
            (b'%', [(high, one), (low, other), after @ ..]) => match escape(&[*high, *low]) {
                Some(escaped) => {
                    rest = after;
                    (escaped, from.saturating_add(*one).saturating_add(*other))
                }
                None => (b'%', *from),
            },
            _ => (*byte, *from),
        });
    }
    made
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
    fn two_layers_come_off_at_once() {
        let cases = [
            ("a%252Bb%2Bc+d", "a+b c d"),
            ("%25C3%25A9", "é"),
            ("%2525", "%"),
            ("%253", "%3"),
            ("%zz%", "%zz%"),
            ("%25%32%46", "/"),
        ];
        for (input, text) in cases {
            let decoded = decode_twice(input, Plus::Space, &Limits::default());
            assert_eq!(String::from_utf8(decoded.bytes).unwrap(), text);
            let map = decoded.map.unwrap();
            assert_eq!((map.out_len() as usize, map.src_len() as usize), (text.len(), input.len()));
        }
    }

    #[test]
    fn broken_escapes_are_kept_and_reported() {
        let cases = [
            ("a%2Bb+c", Plus::Space, "a+b c", 0),
            ("a%2bb+c", Plus::Plus, "a+b+c", 0),
            ("%zz%4", Plus::Plus, "%zz%4", 2),
            ("%", Plus::Plus, "%", 1),
            ("%C3%A9", Plus::Plus, "é", 0),
            ("%2525", Plus::Plus, "%25", 0),
            ("a%2\nBb%\r\n3D%2\n", Plus::Plus, "a+b=%2\n", 2),
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
