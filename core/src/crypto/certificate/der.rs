//! DER (X.690) one element at a time, with the place of each.
//!
//! It deliberately builds no tree and knows no schema. A length that lies is cut to what there is, so that a damaged
//! certificate is still read up to its damage.

use super::problem::{ProblemKind, Problems};
use crate::source::Bytes;

pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(crate) const UTC_TIME: u8 = 0x17;
pub(crate) const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

/// The constructed context tag of this number, which is below 31.
pub(crate) const fn context(number: u8) -> u8 {
    0xA0 | number
}

/// One element: tag, length and content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'a> {
    /// The first byte of the tag.
    pub tag: u8,
    /// All of it.
    pub at: Bytes,
    /// Its bytes, header included.
    pub raw: &'a [u8],
    pub content: &'a [u8],
    /// Where the content begins.
    pub content_start: usize,
}

/// The elements that stand one after the other in some bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Elements<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Element<'a> {
    /// The place of the content.
    pub fn inner(&self) -> Bytes {
        Bytes::new(self.content_start, self.content_start.saturating_add(self.content.len()))
    }

    /// The elements within.
    pub fn elements(&self) -> Elements<'a> {
        Elements { rest: self.content, at: self.content_start }
    }
}

impl<'a> Elements<'a> {
    /// The bytes that begin at `at` in the whole.
    pub fn new(rest: &'a [u8], at: usize) -> Self {
        Self { rest, at }
    }

    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// What has not been read.
    pub fn rest(&self) -> Bytes {
        Bytes::new(self.at, self.at.saturating_add(self.rest.len()))
    }

    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, whatever it is. `None` at the end and where the header is cut off.
    pub fn next(&mut self, problems: &mut Problems) -> Option<Element<'a>> {
        let whole = self.rest;
        let (&tag, mut rest) = whole.split_first()?;
        if tag & 0x1F == 0x1F {
            // A tag number of several bytes: all but the last have the high bit. X.509 has none.
            let more = rest.iter().take_while(|&&byte| byte & 0x80 != 0).count();
            rest = rest.get(more.saturating_add(1)..).unwrap_or_default();
        }
        let length = self.length(&mut rest, whole.len(), problems);
        let header = whole.len().saturating_sub(rest.len());
        let start = self.at;
        let content = match length.and_then(|length| rest.get(..length)) {
            Some(content) => content,
            None => {
                if length.is_some() {
                    problems.add(ProblemKind::Truncated, Bytes::new(start, start.saturating_add(header)));
                }
                rest
            }
        };
        self.rest = rest.get(content.len()..).unwrap_or_default();
        let content_start = start.saturating_add(header);
        self.at = content_start.saturating_add(content.len());
        let raw = whole.get(..header.saturating_add(content.len())).unwrap_or_default();
        Some(Element { tag, at: Bytes::new(start, self.at), raw, content, content_start })
    }

    /// The next element if it has this tag. Another one is passed over as a fault, so that what follows is in step.
    pub fn expect(&mut self, tag: u8, problems: &mut Problems) -> Option<Element<'a>> {
        let Some(element) = self.next(problems) else {
            problems.add(ProblemKind::Missing, Bytes::new(self.at, self.at));
            return None;
        };
        if element.tag != tag {
            problems.add(ProblemKind::WrongTag, element.at);
            return None;
        }
        Some(element)
    }

    /// The next element if it has this tag; else nothing is read.
    pub fn optional(&mut self, tag: u8, problems: &mut Problems) -> Option<Element<'a>> {
        if self.peek() == Some(tag) { self.next(problems) } else { None }
    }

    /// Says so where more elements follow than belong here.
    pub fn end(&self, problems: &mut Problems) {
        if !self.is_empty() {
            problems.add(ProblemKind::ExcessElements, self.rest());
        }
    }

    /// The length that `rest` begins with. `None` where there is no usable one; then all that follows is the content.
    fn length(&self, rest: &mut &'a [u8], whole: usize, problems: &mut Problems) -> Option<usize> {
        let at = self.at.saturating_add(whole.saturating_sub(rest.len()));
        let place = |len: usize| Bytes::new(at, at.saturating_add(len));
        let Some((&first, after)) = rest.split_first() else {
            problems.add(ProblemKind::Truncated, place(0));
            return None;
        };
        *rest = after;
        let count = usize::from(first & 0x7F);
        if first & 0x80 == 0 {
            return Some(count);
        }
        if count == 0 {
            problems.add(ProblemKind::IndefiniteLength, place(1));
            return None;
        }
        let Some((digits, after)) = after.split_at_checked(count) else {
            problems.add(ProblemKind::Truncated, place(1));
            return None;
        };
        *rest = after;
        let significant = digits.iter().skip_while(|&&digit| digit == 0).count();
        if significant > 4 {
            problems.add(ProblemKind::AbsurdLength, place(count.saturating_add(1)));
            return None;
        }
        let length = digits.iter().fold(0usize, |sum, &digit| sum << 8 | usize::from(digit));
        if significant < count || length < 0x80 {
            problems.add(ProblemKind::NonMinimalLength, place(count.saturating_add(1)));
        }
        Some(length)
    }
}

/// The magnitude of a positive integer, without leading zeros, and its place.
pub(crate) fn positive<'a>(element: &Element<'a>, problems: &mut Problems) -> (&'a [u8], Bytes) {
    match element.content {
        [] => problems.add(ProblemKind::EmptyInteger, element.at),
        [0, second, ..] if second & 0x80 == 0 => {
            problems.add(ProblemKind::NonMinimalInteger, element.inner())
        }
        [0xFF, second, ..] if second & 0x80 != 0 => {
            problems.add(ProblemKind::NonMinimalInteger, element.inner());
            problems.add(ProblemKind::NegativeInteger, element.inner());
        }
        [first, ..] if first & 0x80 != 0 => problems.add(ProblemKind::NegativeInteger, element.inner()),
        _ => {}
    }
    let zeros = element.content.iter().take_while(|&&byte| byte == 0).count();
    let magnitude = element.content.get(zeros..).unwrap_or_default();
    let start = element.content_start.saturating_add(zeros);
    (magnitude, Bytes::new(start, start.saturating_add(magnitude.len())))
}

/// A small number from a magnitude.
pub(crate) fn small(magnitude: &[u8]) -> Option<u64> {
    (magnitude.len() <= 8).then(|| magnitude.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)))
}

/// The bytes of a bit string whose bits are a whole number of bytes, and where they begin.
pub(crate) fn bit_string<'a>(element: &Element<'a>, problems: &mut Problems) -> (&'a [u8], usize) {
    let start = element.content_start.saturating_add(1);
    match element.content.split_first() {
        Some((0..=7, bits)) => (bits, start),
        Some((_, bits)) => {
            problems.add(ProblemKind::BadBitString, element.at);
            (bits, start)
        }
        None => {
            problems.add(ProblemKind::BadBitString, element.at);
            (&[], element.content_start)
        }
    }
}

/// An object identifier in dotted form (X.690, 8.19). None that is in use has more than 64 bytes.
pub(crate) fn identifier(element: &Element<'_>, problems: &mut Problems) -> String {
    let mut dotted = String::new();
    let mut number = 0u128;
    let mut complete = false;
    let mut fault = element.content.len() > 64;
    for &byte in element.content.iter().take(64) {
        // A first byte of 80 is a leading zero; 128 bits are enough for the arcs made from UUIDs.
        fault |= number == 0 && byte == 0x80 || number.leading_zeros() < 7;
        number = number.wrapping_shl(7) | u128::from(byte & 0x7F);
        complete = byte & 0x80 == 0;
        if !complete {
            continue;
        }
        if dotted.is_empty() {
            let first = (number / 40).min(2);
            dotted = format!("{first}.{}", number.saturating_sub(first.saturating_mul(40)));
        } else {
            dotted.push_str(&format!(".{number}"));
        }
        number = 0;
    }
    if fault || !complete {
        problems.add(ProblemKind::BadIdentifier, element.at);
    }
    dotted
}
