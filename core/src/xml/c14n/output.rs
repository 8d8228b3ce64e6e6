//! The octets while they grow, and the way back from them to the source.
//!
//! It deliberately knows no tree: who writes says where each piece comes from.

use std::ops::Range;

use super::Fault;
use crate::source::{SourceId, Span, narrow};

/// Canonical octets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Canonical {
    pub octets: Vec<u8>,
    /// With any of these the octets stand for nothing.
    pub faults: Vec<Fault>,
    source: SourceId,
    base: u32,
    marks: Vec<Mark>,
}

/// The octets from `out` to the next mark come from `start..end` of the document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    out: u32,
    start: u32,
    end: u32,
}

/// A mark with the end of its octets.
#[derive(Debug, Clone, Copy)]
struct Piece {
    mark: Mark,
    end: u32,
}

/// Where characters are written: it decides what is escaped (Canonical XML 1.0, section 2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escape {
    Text,
    Attribute,
    Nothing,
}

impl Canonical {
    pub(super) fn new(source: SourceId, base: u32) -> Self {
        Self { source, base, ..Self::default() }
    }

    /// The source characters that made a range of the octets. Where the octets are no copy, a whole piece is meant.
    pub fn place(&self, range: Range<usize>) -> Option<Span> {
        let (first, last) = (narrow(range.start), narrow(range.end.saturating_sub(1)));
        let from = self.piece(first)?;
        let start = from.exact(first).unwrap_or(from.mark.start);
        let end = match range.is_empty() {
            true => start,
            false => {
                let upto = self.piece(last)?;
                upto.exact(last).map_or(upto.mark.end, |at| at.saturating_add(1))
            }
        };
        let at = |offset: u32| self.base.saturating_add(offset) as usize;
        Some(Span::new(self.source, at(start), at(end.max(start))))
    }

    fn piece(&self, out: u32) -> Option<Piece> {
        let after = self.marks.partition_point(|mark| mark.out <= out);
        let mark = *self.marks.get(after.checked_sub(1)?)?;
        Some(Piece { mark, end: self.marks.get(after).map_or(narrow(self.octets.len()), |next| next.out) })
    }

    /// What is written from now on comes from these bytes of the document.
    pub(super) fn from(&mut self, start: u32, end: u32) {
        let out = narrow(self.octets.len());
        match self.marks.last_mut() {
            Some(last) if last.out == out => (last.start, last.end) = (start, end),
            _ => self.marks.push(Mark { out, start, end }),
        }
    }

    pub(super) fn put(&mut self, text: &str) {
        self.octets.extend_from_slice(text.as_bytes());
    }

    /// Characters that stand in the document at `at` as they are.
    pub(super) fn copy(&mut self, text: &str, at: u32, escape: Escape) {
        let mut rest = text;
        let mut at = at;
        while !rest.is_empty() {
            let plain = rest.bytes().position(|byte| escaped(byte, escape).is_some()).unwrap_or(rest.len());
            let Some((copy, tail)) = rest.split_at_checked(plain) else { return };
            if !copy.is_empty() {
                self.from(at, at.saturating_add(narrow(copy.len())));
                self.put(copy);
                at = at.saturating_add(narrow(copy.len()));
            }
            let Some(reference) = tail.bytes().next().and_then(|byte| escaped(byte, escape)) else { return };
            self.from(at, at.saturating_add(1));
            self.put(reference);
            at = at.saturating_add(1);
            rest = tail.get(1..).unwrap_or_default();
        }
    }

    /// One character that a reference or a line end means.
    pub(super) fn character(&mut self, means: char, escape: Escape) {
        let reference = u8::try_from(means).ok().and_then(|byte| escaped(byte, escape));
        match reference {
            Some(reference) => self.put(reference),
            None => self.put(means.encode_utf8(&mut [0; 4])),
        }
    }
}

impl Piece {
    /// The byte of the document that an octet is a copy of.
    fn exact(self, out: u32) -> Option<u32> {
        let copied = self.end.saturating_sub(self.mark.out) == self.mark.end.saturating_sub(self.mark.start);
        copied.then(|| self.mark.start.saturating_add(out.saturating_sub(self.mark.out)))
    }
}

fn escaped(byte: u8, escape: Escape) -> Option<&'static str> {
    Some(match (byte, escape) {
        (_, Escape::Nothing) => return None,
        (b'&', _) => "&amp;",
        (b'<', _) => "&lt;",
        (b'>', Escape::Text) => "&gt;",
        (b'\r', _) => "&#xD;",
        (b'"', Escape::Attribute) => "&quot;",
        (b'\t', Escape::Attribute) => "&#x9;",
        (b'\n', Escape::Attribute) => "&#xA;",
        _ => return None,
    })
}
