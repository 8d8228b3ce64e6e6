//! Character references of HTML and XML: numeric ones and the few names that generators of forms use.
//!
//! It deliberately does not know the two thousand other names of HTML: they are kept as they stand and reported.

use super::{Decoded, Output, RepairKind};
use crate::limits::Limits;

pub fn decode(input: &str, limits: &Limits) -> Decoded {
    let bytes = input.as_bytes();
    let mut out = Output::new(bytes.len(), limits);
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let clean = memchr::memchr(b'&', rest).unwrap_or(rest.len());
        out.copy(rest.get(..clean).unwrap_or_default());
        at += clean;
        let Some(reference) = bytes.get(at..).filter(|rest| !rest.is_empty()) else { break };
        match character(reference) {
            Some((character, len)) => {
                out.unit(character.encode_utf8(&mut [0; 4]).as_bytes(), len);
                at += len;
            }
            None => {
                out.repair(RepairKind::BrokenEntity, at, at + 1);
                out.copy(b"&");
                at += 1;
            }
        }
    }
    out.finish()
}

/// The character that a reference at the start of `bytes` means, and the length of the reference.
pub(crate) fn character(bytes: &[u8]) -> Option<(char, usize)> {
    // The longest sensible reference is `&#x0010FFFF;`; leading zeros beyond that are nobody's habit.
    let window = bytes.get(..bytes.len().min(16))?;
    let end = memchr::memchr(b';', window)?;
    let body = std::str::from_utf8(window.get(1..end)?).ok()?;
    let character = match body {
        "amp" | "AMP" => '&',
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "plus" => '+',
        "equals" => '=',
        "sol" => '/',
        "colon" => ':',
        "num" => '#',
        "lowbar" => '_',
        "NewLine" => '\n',
        "Tab" => '\t',
        _ => {
            let digits = body.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => digits.parse().ok(),
            }?;
            char::from_u32(code).unwrap_or('\u{FFFD}')
        }
    };
    Some((character, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_what_is_neither() {
        let cases = [
            ("&lt;a b=&quot;1&quot;&gt;", "<a b=\"1\">", 0),
            ("https&#x3a;&#47;&#X2F;", "https://", 0),
            ("a&b&unknown;", "a&b&unknown;", 2),
            ("&#xD800;&#0;", "\u{FFFD}\0", 0),
            ("&", "&", 1),
            ("&#;&#x;&#99999999999;", "&#;&#x;&#99999999999;", 3),
        ];
        for (input, text, broken) in cases {
            let decoded = decode(input, &Limits::default());
            assert_eq!(String::from_utf8(decoded.bytes).unwrap(), text);
            assert_eq!(decoded.repairs.first().map_or(0, |repair| repair.count), broken, "{input}");
            assert_eq!(decoded.map.unwrap().src_len() as usize, input.len());
        }
    }
}
