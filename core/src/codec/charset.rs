//! Character encodings of whole inputs: UTF-8 with a byte order mark, UTF-16 (PowerShell's `Out-File` writes it),
//! Windows-1252 for what is no UTF-8.
//!
//! It deliberately never guesses from statistics of languages.

use super::{Decoded, Output, RepairKind};
use crate::limits::Limits;

/// How the bytes are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    /// UTF-8 after a byte order mark.
    Utf8Mark,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

/// What the first bytes and the zero bytes among them say. Bytes that nothing explains are `None`.
pub fn detect(bytes: &[u8]) -> Option<Charset> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Some(Charset::Utf8Mark),
        [0xFF, 0xFE, ..] => return Some(Charset::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Charset::Utf16Be),
        _ => {}
    }
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    if head.len() >= 4 {
        let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
        let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
        // ASCII in UTF-16: nearly every other byte is zero, and none of the others.
        if even == 0 && odd * 10 >= half * 9 {
            return Some(Charset::Utf16Le);
        }
        if odd == 0 && even * 10 >= half * 9 {
            return Some(Charset::Utf16Be);
        }
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(Charset::Utf8);
    }
    // Text in a single-byte encoding has no control characters but white space; compressed data has many.
    let controls =
        head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x1B)).count();
    let high = head.iter().filter(|&&byte| byte >= 0x80).count();
    (controls == 0 && high * 3 <= head.len()).then_some(Charset::Windows1252)
}

/// Turns the bytes into UTF-8.
pub fn decode(bytes: &[u8], charset: Charset, limits: &Limits) -> Decoded {
    let mut out = Output::new(bytes.len(), limits);
    match charset {
        Charset::Utf8 => utf8(bytes, 0, &mut out),
        Charset::Utf8Mark => {
            out.repair(RepairKind::ByteOrderMark, 0, 3);
            out.skip(3);
            utf8(bytes, 3, &mut out);
        }
        Charset::Utf16Le => utf16(bytes, u16::from_le_bytes, &mut out),
        Charset::Utf16Be => utf16(bytes, u16::from_be_bytes, &mut out),
        Charset::Windows1252 => windows_1252(bytes, &mut out),
    }
    out.finish()
}

fn utf8(bytes: &[u8], from: usize, out: &mut Output) {
    let mut at = from;
    for chunk in bytes.get(from..).unwrap_or_default().utf8_chunks() {
        out.copy(chunk.valid().as_bytes());
        at += chunk.valid().len();
        let invalid = chunk.invalid().len();
        if invalid > 0 {
            out.repair(RepairKind::InvalidCharacter, at, at + invalid);
            out.unit("\u{FFFD}".as_bytes(), invalid);
            at += invalid;
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, out: &mut Output) {
    let mut at = 0;
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut units = pairs.iter().map(|&pair| unit(pair)).peekable();
    match units.peek() {
        Some(0xFEFF) => {
            out.repair(RepairKind::ByteOrderMark, 0, 2);
            out.skip(2);
            at = 2;
            units.next();
        }
        _ => out.repair(RepairKind::NoByteOrderMark, 0, 0),
    }
    for character in char::decode_utf16(units) {
        let (character, width) = match character {
            Ok(character) => (character, character.len_utf16() * 2),
            Err(_) => {
                out.repair(RepairKind::LoneSurrogate, at, at + 2);
                ('\u{FFFD}', 2)
            }
        };
        out.unit(character.encode_utf8(&mut [0; 4]).as_bytes(), width);
        at += width;
    }
    if !rest.is_empty() {
        out.repair(RepairKind::InvalidCharacter, at, at + rest.len());
        out.skip(rest.len());
    }
}

/// 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index windows-1252); the rest is Latin-1.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows_1252(bytes: &[u8], out: &mut Output) {
    for (at, &byte) in bytes.iter().enumerate() {
        if byte < 0x80 {
            out.copy(&[byte]);
            continue;
        }
        let character = byte
            .checked_sub(0x80)
            .and_then(|index| HIGH.get(usize::from(index)))
            .copied()
            .unwrap_or(char::from(byte));
        out.repair(RepairKind::InvalidCharacter, at, at + 1);
        out.unit(character.encode_utf8(&mut [0; 4]).as_bytes(), 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_le(text: &str, mark: bool) -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn each_encoding_is_told_apart() {
        let big: Vec<u8> = "<a/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let cases: &[(Vec<u8>, Option<Charset>, &str)] = &[
            (b"<a/>".to_vec(), Some(Charset::Utf8), "<a/>"),
            ("\u{FEFF}<a/>".into(), Some(Charset::Utf8Mark), "<a/>"),
            (utf16_le("<é😀/>", true), Some(Charset::Utf16Le), "<é😀/>"),
            (utf16_le("<aaaa/>", false), Some(Charset::Utf16Le), "<aaaa/>"),
            (big, Some(Charset::Utf16Be), "<a/>"),
            (b"caf\xE9 \x80".to_vec(), Some(Charset::Windows1252), "café €"),
            (vec![0x1F, 0x8B, 8, 0, 0xFF, 0xFE], None, ""),
        ];
        for (bytes, charset, text) in cases {
            assert_eq!(detect(bytes), *charset, "{text}");
            if let Some(charset) = charset {
                let decoded = decode(bytes, *charset, &Limits::default());
                assert_eq!(String::from_utf8(decoded.bytes).unwrap(), *text);
                assert_eq!(decoded.map.unwrap().src_len() as usize, bytes.len());
            }
        }
    }

    #[test]
    fn half_a_pair_and_half_a_unit() {
        let decoded = decode(&[0xFF, 0xFE, 0x00, 0xD8, 0x41], Charset::Utf16Le, &Limits::default());
        assert_eq!(decoded.bytes, "\u{FFFD}".as_bytes());
        assert!(decoded.has(RepairKind::LoneSurrogate) && decoded.has(RepairKind::InvalidCharacter));
    }
}
