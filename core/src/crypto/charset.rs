//! Text that was read in the wrong charset: UTF-8 as Windows-1252, and back.
//!
//! It deliberately guesses nothing: both directions are always possible, and a signature tells which one happened.

/// Bytes of UTF-8 that were read as Windows-1252, read as UTF-8.
pub(super) fn from_single_bytes(raw: &str) -> String {
    runs(raw, |run| {
        let bytes: Option<Vec<u8>> = run.chars().map(single_byte).collect();
        bytes.and_then(|bytes| String::from_utf8(bytes).ok())
    })
}

/// The other way round.
pub(super) fn to_single_bytes(raw: &str) -> String {
    runs(raw, |run| Some(run.bytes().map(character).collect()))
}

/// Changes the stretches that are not ASCII.
fn runs(raw: &str, new: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = raw;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (before, tail) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let end = tail.find(|c: char| c.is_ascii()).unwrap_or(tail.len());
        let (run, tail) = tail.split_at_checked(end).unwrap_or((tail, ""));
        out.push_str(before);
        out.push_str(&new(run).unwrap_or_else(|| run.to_owned()));
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index windows-1252); the rest is Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn single_byte(c: char) -> Option<u8> {
    let place = WINDOWS_1252.iter().position(|&known| known == c);
    match place {
        Some(place) => u8::try_from(place + 0x80).ok(),
        None => u8::try_from(c).ok(),
    }
}

fn character(byte: u8) -> char {
    let place = usize::from(byte).checked_sub(0x80).and_then(|place| WINDOWS_1252.get(place));
    place.copied().unwrap_or(char::from(byte))
}
