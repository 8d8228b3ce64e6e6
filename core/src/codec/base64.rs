//! Base64 (RFC 4648, sections 4 and 5) as people paste it: wrapped, unpadded, URL-safe, with its plus signs lost.
//!
//! It deliberately does not decide whether a text is Base64: every English word is. Callers look at the result.

use super::{Decoded, Output, RepairKind};
use crate::limits::Limits;

/// Decodes. What a strict decoder would refuse is repaired and recorded; decoding ends at the padding and at
/// what cannot be part of the value.
pub fn decode(input: &str, limits: &Limits) -> Decoded {
    let bytes = input.as_bytes();
    let survey = Survey::of(input);
    let mut out = Output::new(bytes.len() / 4 * 3 + 3, limits);
    if survey.standard > 0 && survey.url_safe > 0 {
        out.repair(RepairKind::MixedAlphabets, survey.first_url_safe, survey.first_url_safe + 1);
    } else if survey.url_safe > 0 {
        out.repair(RepairKind::UrlSafeAlphabet, survey.first_url_safe, survey.first_url_safe + 1);
    }
    let mut group = Group::default();
    let mut at = 0;
    let mut padding = 0usize;
    let mut padding_at = 0;
    while let Some(&byte) = bytes.get(at) {
        let step = match byte {
            b'=' => {
                if padding == 0 {
                    padding_at = at;
                }
                padding = padding.saturating_add(1);
                1
            }
            _ if padding > 0 && !is_blank(bytes, at) && !matches!(byte, b'"' | b'\'') => {
                out.repair(RepairKind::TrailingGarbage, at, bytes.len());
                break;
            }
            b' ' if survey.spaces_are_plus
                && padding == 0
                && (survey.inside(at) || at == survey.last + 1 && group.ends_inside_a_tag(&out)) =>
            {
                out.repair(RepairKind::SpaceForPlus, at, at + 1);
                group.push(62, at, 1, &mut out);
                at += 1;
                continue;
            }
            _ => match sextet(byte) {
                Some(value) => {
                    group.push(value, at, 1, &mut out);
                    at += 1;
                    continue;
                }
                None => match oddity(bytes, at, &survey) {
                    Some((kind, len)) => {
                        out.repair(kind, at, at + len);
                        len
                    }
                    None => {
                        let kind = match cut(bytes, at) {
                            true => RepairKind::TruncatedBase64,
                            false => RepairKind::TrailingGarbage,
                        };
                        out.repair(kind, at, bytes.len());
                        break;
                    }
                },
            },
        };
        group.skip(step, &mut out);
        at += step;
    }
    // The same at the very end, where somebody trimmed the space away.
    if survey.spaces_are_plus && at > survey.last && padding == 0 && group.ends_inside_a_tag(&out) {
        out.repair(RepairKind::SpaceForPlus, at.min(bytes.len()), at.min(bytes.len()));
        group.push(62, at, 0, &mut out);
    }
    let held = group.finish(&mut out);
    let needed = (4 - held % 4) % 4;
    if held == 1 {
        out.repair(RepairKind::TruncatedBase64, bytes.len().min(at).saturating_sub(1), bytes.len().min(at));
    } else if padding < needed {
        out.repair(RepairKind::MissingPadding, at.min(bytes.len()), at.min(bytes.len()));
    } else if padding > needed {
        out.repair(RepairKind::ExcessPadding, padding_at, padding_at + padding);
    }
    out.finish()
}

/// The six bits of a character of either alphabet.
pub fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// White space that people bring along, some of it three bytes wide, and its length.
fn blank(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C, ..] => Some(1),
        [0xC2, 0xA0 | 0xAD, ..] => Some(2),
        [0xE2, 0x80, 0x8B..=0x8F | 0xA8..=0xAE, ..] | [0xE2, 0x81, 0xA0, ..] | [0xEF, 0xBB, 0xBF, ..] => {
            Some(3)
        }
        _ => None,
    }
}

fn is_blank(bytes: &[u8], at: usize) -> bool {
    blank(bytes, at).is_some()
}

/// What may be dropped at `at`, and its length.
fn oddity(bytes: &[u8], at: usize, survey: &Survey) -> Option<(RepairKind, usize)> {
    match bytes.get(at..)? {
        [b'\n', ..] | [b'\r', ..] if survey.inside(at) => Some((RepairKind::LineBreaks, 1)),
        [b'\\', b'n' | b'r' | b't', ..] => Some((RepairKind::EscapedCharacter, 2)),
        [b'\\', ..] => Some((RepairKind::EscapedCharacter, 1)),
        [b'"' | b'\'' | b'`', ..] => Some((RepairKind::Quotes, 1)),
        _ => {
            if let Some(len) = blank(bytes, at) {
                return Some((RepairKind::WhiteSpace, len));
            }
            let single = |next: usize| bytes.get(next).is_some_and(|&byte| sextet(byte).is_some());
            let ascii = bytes.get(at).is_some_and(u8::is_ascii);
            (ascii && single(at + 1) && !matches!(bytes.get(at), Some(b'.' | b'*' | b'&' | b'<')))
                .then_some((RepairKind::ForeignCharacter, 1))
        }
    }
}

/// Whether somebody cut here: an ellipsis or a row of dots, stars or x.
fn cut(bytes: &[u8], at: usize) -> bool {
    matches!(
        bytes.get(at..),
        Some(
            [b'.', b'.', ..]
                | [b'*', b'*', ..]
                | [b'[', b'.', ..]
                | [b'<', b's', b'n', ..]
                | [0xE2, 0x80, 0xA6, ..]
        )
    )
}

/// What one look over the whole tells.
struct Survey {
    standard: usize,
    url_safe: usize,
    first_url_safe: usize,
    spaces_are_plus: bool,
    first: usize,
    last: usize,
}

impl Survey {
    fn of(input: &str) -> Self {
        let bytes = input.as_bytes();
        let (mut standard, mut url_safe, mut first_url_safe) = (0usize, 0usize, 0);
        let (mut first, mut last) = (bytes.len(), 0);
        let (mut held, mut padding, mut pluses) = (0usize, 0usize, 0usize);
        for (at, &byte) in bytes.iter().enumerate() {
            match byte {
                b'+' | b'/' => standard += 1,
                b'-' | b'_' => {
                    if url_safe == 0 {
                        first_url_safe = at;
                    }
                    url_safe += 1;
                }
                _ => {}
            }
            pluses += usize::from(byte == b'+');
            if byte == b'=' {
                // A lost plus sign may stand right before the padding.
                last = if padding == 0 { at } else { last };
                padding += 1;
            }
            if sextet(byte).is_some() {
                first = first.min(at);
                last = if padding == 0 { at } else { last };
                held += 1;
            }
        }
        let mut survey = Self { standard, url_safe, first_url_safe, spaces_are_plus: false, first, last };
        survey.spaces_are_plus = pluses == 0 && url_safe == 0 && survey.reads_as_plus(bytes, held, padding);
        survey
    }

    /// Between the first character of the value and the last one, or the padding.
    fn inside(&self, at: usize) -> bool {
        self.first < at && at < self.last
    }

    /// Form decoding turns `+` into a space, so spaces inside a value without any `+` are lost plus signs unless they
    /// stand at regular intervals (wrapping) or next to line breaks (indentation), or the length says otherwise.
    fn reads_as_plus(&self, bytes: &[u8], held: usize, padding: usize) -> bool {
        let inner = bytes.get(self.first..self.last).unwrap_or_default();
        let spaces = memchr::memchr_iter(b' ', inner).count();
        if spaces == 0 {
            return false;
        }
        let indented = memchr::memchr_iter(b'\n', inner)
            .any(|at| inner.get(at + 1) == Some(&b' ') || at > 0 && inner.get(at - 1) == Some(&b' '));
        let mut lengths = inner.split(|&byte| byte == b' ').map(<[u8]>::len).take(spaces);
        let width = lengths.next().unwrap_or_default();
        let short_end = inner.rsplit(|&byte| byte == b' ').next().is_some_and(|end| end.len() < width);
        let wrapped = width % 4 == 0
            && (spaces > 1 || matches!(width, 64 | 76))
            && short_end
            && lengths.all(|len| len == width);
        let fits = |count: usize| match padding {
            0 => count % 4 != 1,
            _ => (count + padding).is_multiple_of(4),
        };
        !indented && !wrapped && (fits(held + spaces) || !fits(held))
    }
}

/// Four characters on their way to become three bytes.
#[derive(Default)]
struct Group {
    bits: u32,
    held: usize,
    start: usize,
    width: usize,
    /// Skipped bytes since the last character of this group: they belong to it only if another one follows.
    pending: usize,
}

impl Group {
    fn push(&mut self, value: u8, at: usize, len: usize, out: &mut Output) {
        if self.held == 0 {
            self.start = at;
        }
        self.bits = self.bits << 6 | u32::from(value);
        self.held += 1;
        self.width += self.pending + len;
        self.pending = 0;
        if self.held == 4 {
            let [_, a, b, c] = self.bits.to_be_bytes();
            match self.width {
                4 => out.shared(&[a, b, c], 4),
                width => out.unit(&[a, b, c], width),
            }
            *self = Self::default();
        }
    }

    fn skip(&mut self, len: usize, out: &mut Output) {
        match self.held {
            0 => out.skip(len),
            _ => self.pending += len,
        }
    }

    /// Whether the last two bytes of a text are held, and it goes on. A text of a multiple of three bytes that ends in `>` ends in
    /// `+` as Base64; where plus signs became spaces, that one is at the end of the paste, or trimmed away.
    fn ends_inside_a_tag(&self, out: &Output) -> bool {
        let [.., last] = (self.bits >> 2).to_be_bytes();
        out.starts_with(b"<")
            && self.held == 3
            && self.bits & 3 == 0
            && last != b'>'
            && !last.is_ascii_whitespace()
    }

    /// Writes what is left; gives the number of characters that made no full group.
    fn finish(self, out: &mut Output) -> usize {
        let (held, width) = (self.held, self.width);
        let lost = match held {
            2 => {
                out.unit(&[u8::try_from(self.bits >> 4 & 0xFF).unwrap_or_default()], width);
                self.bits & 0x0F
            }
            3 => {
                let [_, _, a, b] = (self.bits >> 2).to_be_bytes();
                match width {
                    3 => out.shared(&[a, b], 3),
                    width => out.unit(&[a, b], width),
                }
                self.bits & 0x03
            }
            _ => {
                out.skip(width);
                0
            }
        };
        if lost != 0 {
            out.repair(RepairKind::TrailingBits, self.start, self.start + width);
        }
        out.skip(self.pending);
        held
    }
}

#[cfg(test)]
mod tests;
