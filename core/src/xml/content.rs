//! Text, CDATA, comments and markup that is not whole: the nodes without children, and what is wrong in them.
//!
//! It deliberately decodes nothing: a node's text is made when it is asked for.

use std::ops::Range;

use memchr::memmem;

use super::build::Builder;
use super::names::is_space;
use super::problem::ProblemKind;
use super::tokens::Fault;
use super::tree::Shape;
use super::value::{Piece, Pieces, Place, Reference, has_ampersand};

impl Builder<'_> {
    pub(super) fn text(&mut self, range: Range<usize>) {
        let mut range = range;
        if range.start == 0 && self.text.starts_with('\u{feff}') {
            // The byte order mark is a signature of the encoding, no part of the document (section 4.3.3).
            self.push(Shape::Text, 0..'\u{feff}'.len_utf8());
            range.start = '\u{feff}'.len_utf8();
            if range.is_empty() {
                return;
            }
        }
        self.push(Shape::Text, range.clone());
        let raw = self.slice(range.clone());
        if self.depth() == 0 {
            let text = raw.trim_matches(is_space);
            if !text.is_empty() {
                let start = range.start + (raw.len() - raw.trim_start_matches(is_space).len());
                self.problem(ProblemKind::TextOutsideRoot, start..start + text.len());
            }
            return;
        }
        if has_ampersand(raw) {
            self.references(range.clone(), Place::Content);
        }
        for at in memmem::find_iter(raw.as_bytes(), b"]]>") {
            self.problem(ProblemKind::CDataEndInText, range.start + at..range.start + at + 3);
        }
    }

    pub(super) fn cdata(&mut self, range: Range<usize>) {
        if self.depth() == 0 {
            self.problem(ProblemKind::CDataOutsideRoot, range.clone());
        }
        self.push(Shape::CData, range);
    }

    pub(super) fn comment(&mut self, range: Range<usize>) {
        let (start, end) = (range.start + 4, range.end.saturating_sub(3));
        let hyphens = self.slice(start..end + 1);
        // The last hyphen of the end may make a pair with one before it.
        for at in memmem::find_iter(hyphens.as_bytes(), b"--") {
            self.problem(ProblemKind::DoubleHyphen, start + at..start + at + 2);
        }
        self.push(Shape::Comment, range);
    }

    pub(super) fn broken(&mut self, fault: Fault, range: Range<usize>) {
        let (kind, at) = match fault {
            // It is read as the text that it was probably meant to be.
            Fault::Stray => (ProblemKind::StrayLessThan, range.start..range.start + 1),
            Fault::Tag => {
                (ProblemKind::UnclosedTag, range.start..range.start + self.tag_opening(range.clone()))
            }
            Fault::Quote(at) => (ProblemKind::UnclosedQuote, at..at + 1),
            Fault::Comment => (ProblemKind::UnclosedComment, range.start..range.start + 4),
            Fault::CData => (ProblemKind::UnclosedCData, range.start..range.start + 9),
            Fault::Instruction => (ProblemKind::UnclosedInstruction, range.start..range.start + 2),
            Fault::Doctype => (ProblemKind::UnclosedDoctype, range.start..range.start + 9),
        };
        self.problem(kind, at);
        self.push(if fault == Fault::Stray { Shape::Text } else { Shape::Broken }, range);
    }

    /// The length of `<` and the name behind it.
    fn tag_opening(&self, range: Range<usize>) -> usize {
        let raw = self.slice(range);
        raw.find(is_space).unwrap_or(raw.len())
    }

    /// The faults of references in a stretch of raw characters.
    pub(super) fn references(&mut self, range: Range<usize>, place: Place) {
        let mut at = range.start;
        for piece in Pieces::new(self.slice(range), place) {
            let end = at + piece.raw_len();
            if let Piece::Fault(fault, raw) = piece {
                let kind = match fault {
                    Reference::Bare => ProblemKind::BareAmpersand,
                    Reference::BadCharacter => ProblemKind::BadCharacterReference,
                    Reference::Entity => match &self.entities {
                        Some(entities) if entities.may_declare(raw.trim_matches(['&', ';'])) => {
                            ProblemKind::DoctypeEntityUsed
                        }
                        _ => ProblemKind::UndefinedEntity,
                    },
                };
                self.problem(kind, at..end);
            }
            at = end;
        }
    }

    /// All but production 2 allows; those that UTF-8 can carry are control characters, U+FFFE and U+FFFF.
    pub(super) fn illegal_characters(&mut self, read: &str) {
        let bytes = read.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            if byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') {
                self.problem(ProblemKind::IllegalCharacter, at..at + 1);
            } else if byte == 0xEF && matches!(bytes.get(at + 1..at + 3), Some([0xBF, 0xBE | 0xBF])) {
                self.problem(ProblemKind::IllegalCharacter, at..at + 3);
            }
        }
    }
}
