//! Escapes inside string literals: JSON (RFC 8259, section 7), scripts (JavaScript, Python, bash `$'…'`) and
//! PowerShell's backticks.
//!
//! It deliberately takes the characters between the quotes: where a literal ends is the caller's matter.

use super::{Decoded, Output, RepairKind};
use crate::limits::Limits;

/// Whose rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Json,
    /// JavaScript, Python and `$'…'`: JSON's escapes and `\xHH`, `\'`, `\0`, `\a`, `\v`, `\U00000000`, a line break.
    Script,
    /// A double-quoted string of a POSIX shell: a backslash takes the meaning from `$ ` " \` and from a line break.
    Shell,
    PowerShell,
}

pub fn decode(input: &str, dialect: Dialect, limits: &Limits) -> Decoded {
    let bytes = input.as_bytes();
    let mark = if dialect == Dialect::PowerShell { b'`' } else { b'\\' };
    let mut out = Output::new(bytes.len(), limits);
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let clean = memchr::memchr(mark, rest).unwrap_or(rest.len());
        out.copy(rest.get(..clean).unwrap_or_default());
        at += clean;
        let Some(escape) = bytes.get(at..).filter(|rest| !rest.is_empty()) else { break };
        match read(escape, dialect) {
            Read::Char(character, len) => {
                out.unit(character.encode_utf8(&mut [0; 4]).as_bytes(), len);
                at += len;
            }
            Read::Nothing(len) => {
                out.skip(len);
                at += len;
            }
            Read::Surrogate(len) => {
                out.repair(RepairKind::LoneSurrogate, at, at + len);
                out.unit("\u{FFFD}".as_bytes(), len);
                at += len;
            }
            Read::Literal => {
                out.copy(&[mark]);
                at += 1;
            }
            Read::Broken => {
                out.repair(RepairKind::BrokenEscape, at, at + escape.len().min(2));
                out.copy(&[mark]);
                at += 1;
            }
        }
    }
    out.finish()
}

enum Read {
    Char(char, usize),
    Nothing(usize),
    Surrogate(usize),
    Literal,
    Broken,
}

fn read(escape: &[u8], dialect: Dialect) -> Read {
    let Some(&letter) = escape.get(1) else { return Read::Broken };
    let simple = |character| Read::Char(character, 2);
    match (dialect, letter) {
        (Dialect::Shell, b'$' | b'`' | b'"' | b'\\' | b'!') => simple(char::from(letter)),
        (Dialect::Shell | Dialect::Script | Dialect::PowerShell, b'\n') => Read::Nothing(2),
        (Dialect::Shell | Dialect::Script, b'\r') if escape.get(2) == Some(&b'\n') => Read::Nothing(3),
        (Dialect::Shell, _) => Read::Literal,
        (Dialect::PowerShell, b'0') => simple('\0'),
        (_, b'n') => simple('\n'),
        (_, b'r') => simple('\r'),
        (_, b't') => simple('\t'),
        (_, b'b') => simple('\u{8}'),
        (_, b'f') => simple('\u{C}'),
        (Dialect::PowerShell, letter) if letter.is_ascii() => simple(char::from(letter)),
        (_, b'"' | b'\\' | b'/') => simple(char::from(letter)),
        (_, b'u') => unicode(escape),
        (Dialect::Script, b'\'' | b'`' | b'$' | b'!' | b'?') => simple(char::from(letter)),
        (Dialect::Script, b'0') => simple('\0'),
        (Dialect::Script, b'a') => simple('\u{7}'),
        (Dialect::Script, b'v') => simple('\u{B}'),
        (Dialect::Script, b'x') => match hexadecimal(escape, 2, 2).and_then(char::from_u32) {
            Some(character) => Read::Char(character, 4),
            None => Read::Broken,
        },
        (Dialect::Script, b'U') => match hexadecimal(escape, 2, 8).and_then(char::from_u32) {
            Some(character) => Read::Char(character, 10),
            None => Read::Broken,
        },
        _ => Read::Broken,
    }
}

/// `\uXXXX`, a pair of them for what lies beyond the basic plane.
fn unicode(escape: &[u8]) -> Read {
    let Some(code) = hexadecimal(escape, 2, 4) else { return Read::Broken };
    if let Some(character) = char::from_u32(code) {
        return Read::Char(character, 6);
    }
    let low = match escape.get(6..8) {
        Some(b"\\u") => hexadecimal(escape, 8, 4),
        _ => None,
    };
    match (code, low) {
        (0xD800..=0xDBFF, Some(low @ 0xDC00..=0xDFFF)) => {
            let joined = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            Read::Char(char::from_u32(joined).unwrap_or('\u{FFFD}'), 12)
        }
        _ => Read::Surrogate(6),
    }
}

fn hexadecimal(bytes: &[u8], from: usize, digits: usize) -> Option<u32> {
    let digits = bytes.get(from..from + digits)?;
    digits.iter().try_fold(0u32, |sum, &digit| Some(sum << 4 | char::from(digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(input: &str, dialect: Dialect) -> (String, Vec<RepairKind>) {
        let decoded = decode(input, dialect, &Limits::default());
        let kinds = decoded.repairs.iter().map(|repair| repair.kind).collect();
        (String::from_utf8(decoded.bytes).unwrap(), kinds)
    }

    #[test]
    fn each_dialect_has_its_escapes() {
        let cases = [
            (r#"a\"b\n\u00e9\ud83d\ude00\/"#, Dialect::Json, "a\"b\né😀/", vec![]),
            (
                r"\ud83d!\q\u12",
                Dialect::Json,
                "\u{FFFD}!\\q\\u12",
                vec![RepairKind::LoneSurrogate, RepairKind::BrokenEscape],
            ),
            (
                r"\x41\'\
b",
                Dialect::Script,
                "A'b",
                vec![],
            ),
            (r#"\$\"\n"#, Dialect::Shell, "$\"\\n", vec![]),
            ("`$a`\"`n", Dialect::PowerShell, "$a\"\n", vec![]),
            ("\\", Dialect::Json, "\\", vec![RepairKind::BrokenEscape]),
        ];
        for (input, dialect, text, kinds) in cases {
            assert_eq!(run(input, dialect), (text.to_owned(), kinds), "{input}");
        }
    }

    proptest! {
        #[test]
        fn json_strings_agree_with_the_oracle(text in any::<String>()) {
            let encoded = serde_json::to_string(&text).unwrap();
            let inner = encoded.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap();
            let (decoded, kinds) = run(inner, Dialect::Json);
            prop_assert_eq!(decoded, text);
            prop_assert!(kinds.is_empty());
        }
    }
}
