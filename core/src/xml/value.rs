//! What raw characters mean: references and line ends resolved, each with its place.
//!
//! It deliberately expands nothing that a DOCTYPE declares: such a reference stays as it is written.

use memchr::{memchr, memchr2, memchr3};

use super::names::{fault_in_name, is_char};
use crate::source::{MapBuilder, Span, Text};

/// Where the characters stand: it decides what is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Text of an element: references, and line ends (XML 1.0, section 2.11).
    Content,
    /// CDATA, comments and instructions: line ends only.
    Verbatim,
    /// An attribute value: references, and each white space is a space (section 3.3.3).
    Attribute,
}

/// A stretch of raw characters and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Copy(&'a str),
    /// `raw` bytes that mean one character.
    Made {
        raw: usize,
        means: char,
    },
    /// A reference that stays as it is written. Its `;` is included; a bare ampersand stands alone.
    Fault(Reference, &'a str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Bare,
    Entity,
    BadCharacter,
}

/// The pieces of raw characters from left to right; they tile them.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    place: Place,
}

impl<'a> Pieces<'a> {
    pub fn new(raw: &'a str, place: Place) -> Self {
        Self { rest: raw, place }
    }

    fn next_special(&self) -> Option<usize> {
        let bytes = self.rest.as_bytes();
        match self.place {
            Place::Content => memchr2(b'&', b'\r', bytes),
            Place::Verbatim => memchr(b'\r', bytes),
            Place::Attribute => bytes.iter().position(|byte| matches!(byte, b'&' | b'\r' | b'\n' | b'\t')),
        }
    }

    fn special(&self) -> Piece<'a> {
        let space = |plain| if self.place == Place::Attribute { ' ' } else { plain };
        match self.rest.as_bytes() {
            [b'\r', b'\n', ..] => Piece::Made { raw: 2, means: space('\n') },
            [b'\r' | b'\n', ..] => Piece::Made { raw: 1, means: space('\n') },
            [b'\t', ..] => Piece::Made { raw: 1, means: space('\t') },
            _ => reference(self.rest),
        }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let piece = match self.next_special() {
            Some(0) => self.special(),
            Some(at) => Piece::Copy(self.rest.get(..at)?),
            None => Piece::Copy(self.rest),
        };
        self.rest = self.rest.get(piece.raw_len()..)?;
        Some(piece)
    }
}

impl Piece<'_> {
    pub fn raw_len(&self) -> usize {
        match self {
            Self::Copy(raw) | Self::Fault(_, raw) => raw.len(),
            Self::Made { raw, .. } => *raw,
        }
    }
}

/// Builds one value from several stretches.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    value: String,
    map: MapBuilder,
    changed: bool,
}

impl Joiner {
    pub fn add(&mut self, raw: &str, place: Place) {
        for piece in Pieces::new(raw, place) {
            match piece {
                Piece::Copy(raw) | Piece::Fault(_, raw) => {
                    self.value.push_str(raw);
                    self.map.copy(raw.len());
                }
                Piece::Made { raw, means } => {
                    self.changed = true;
                    self.value.push(means);
                    // A reference may be padded with any number of zeros; what a unit cannot hold made nothing.
                    let from = u16::try_from(raw).unwrap_or(u16::MAX);
                    self.map.units(u16::try_from(means.len_utf8()).unwrap_or(1), from, 1, false);
                    self.map.skip(raw.saturating_sub(from.into()));
                }
            }
        }
    }

    /// Bytes of markup between two stretches.
    pub fn skip(&mut self, bytes: usize) {
        self.changed |= bytes > 0;
        self.map.skip(bytes);
    }

    pub fn finish(self, span: Span) -> Text {
        let map = self.changed.then(|| self.map.finish());
        Text { value: self.value, span, map }
    }
}

/// The meaning of one stretch.
pub(super) fn decode(raw: &str, span: Span, place: Place) -> Text {
    if Pieces::new(raw, place).next_special().is_none() {
        return Text::plain(raw, span);
    }
    let mut joiner = Joiner::default();
    joiner.add(raw, place);
    joiner.finish(span)
}

/// Whether a reference can stand in the raw characters at all.
pub(super) fn has_ampersand(raw: &str) -> bool {
    memchr(b'&', raw.as_bytes()).is_some()
}

/// A reference at the start of `rest`, which begins with `&`.
fn reference(rest: &str) -> Piece<'_> {
    let inner = rest.get(1..).unwrap_or_default();
    let bare = Piece::Fault(Reference::Bare, rest.get(..1).unwrap_or_default());
    let Some(length) = memchr3(b';', b'&', b'<', inner.as_bytes()) else { return bare };
    let (Some(name), Some(whole)) = (inner.get(..length), rest.get(..length + 2)) else { return bare };
    if !whole.ends_with(';') {
        return bare;
    }
    let made = |means| Piece::Made { raw: whole.len(), means };
    match name {
        "amp" => made('&'),
        "lt" => made('<'),
        "gt" => made('>'),
        "quot" => made('"'),
        "apos" => made('\''),
        _ => match name.strip_prefix('#') {
            Some(number) => character(number).map_or(Piece::Fault(Reference::BadCharacter, whole), made),
            None if fault_in_name(name).is_none() => Piece::Fault(Reference::Entity, whole),
            None => bare,
        },
    }
}

fn character(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    // `from_str_radix` would take a sign.
    if !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    let code = u32::from_str_radix(digits, radix).ok()?;
    char::from_u32(code).filter(|&c| is_char(c))
}
