//! Where markup begins and ends: quick-xml's positions, and a restart where it gives up.
//!
//! It deliberately judges nothing inside a piece of markup: names, attributes and references are read by others.
//! The tokens tile the text.

use std::ops::Range;

use memchr::{memchr, memchr2};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::names::is_space;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Text,
    Start,
    Empty,
    /// May lack its `>`.
    End,
    CData,
    Comment,
    Instruction,
    Doctype,
    /// From a `<` that begins nothing whole to the next `<`.
    Broken(Fault),
    /// What is left when there were too many faults.
    Rest,
}

/// Why a `<` is not read as markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Stray,
    Tag,
    /// The offset of the quote.
    Quote(usize),
    Comment,
    CData,
    Instruction,
    Doctype,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub range: Range<usize>,
}

/// The tokens of a text from left to right.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Reads on from `base`; absent after a fault, until the next `<`.
    reader: Option<Reader<&'a [u8]>>,
    base: usize,
    restarts_left: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str, restarts: usize) -> Self {
        Self { text, at: 0, reader: None, base: 0, restarts_left: restarts }
    }

    fn text_run(&mut self, rest: &str) -> Token {
        let end = self.at + memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        // The reader stops at references too. They are decoded elsewhere, so a fresh reader goes on behind them.
        if let Some(reader) = &mut self.reader
            && (reader.read_event().is_err() || self.base + position(reader) != end)
        {
            self.reader = None;
        }
        self.token(TokenKind::Text, end)
    }

    fn markup(&mut self, rest: &'a str) -> Token {
        let base = if self.reader.is_some() { self.base } else { self.at };
        let reader = self.reader.get_or_insert_with(|| reader(rest));
        let event = reader.read_event();
        let end = base + position(reader);
        self.base = base;
        let kind = match event {
            Ok(Event::Start(_)) => TokenKind::Start,
            Ok(Event::Empty(_)) => TokenKind::Empty,
            Ok(Event::CData(_)) => TokenKind::CData,
            Ok(Event::Comment(_)) => TokenKind::Comment,
            Ok(Event::PI(_) | Event::Decl(_)) => TokenKind::Instruction,
            Ok(Event::DocType(_)) => TokenKind::Doctype,
            _ if rest.starts_with("</") => return self.end_tag(rest, end),
            _ => return self.unfinished(rest),
        };
        if !matches!(kind, TokenKind::Start | TokenKind::Empty) {
            return self.token(kind, end);
        }
        let tag = self.text.get(self.at..end).unwrap_or_default();
        if !begins_name(tag) {
            return self.broken(rest, Fault::Stray);
        }
        match quoting(tag) {
            Quoting::LessThan => self.broken(rest, Fault::Tag),
            Quoting::Open { end: Some(length), .. } => self.cut_tag(rest, length),
            Quoting::Even | Quoting::Open { .. } => self.token(kind, end),
        }
    }

    /// Markup of which the reader found no end.
    fn unfinished(&mut self, rest: &str) -> Token {
        let openings = [
            ("<!--", Fault::Comment),
            ("<![CDATA[", Fault::CData),
            ("<!DOCTYPE", Fault::Doctype),
            ("<?", Fault::Instruction),
            ("<!", Fault::Stray),
        ];
        if let Some((_, fault)) = openings.into_iter().find(|(opening, _)| rest.starts_with(opening)) {
            return self.broken(rest, fault);
        }
        if rest == "<" {
            return self.broken(rest, Fault::Tag);
        }
        if !begins_name(rest) {
            return self.broken(rest, Fault::Stray);
        }
        match quoting(rest) {
            Quoting::Open { end: Some(length), .. } => self.cut_tag(rest, length),
            Quoting::Open { quote, end: None } => self.broken(rest, Fault::Quote(self.at + quote)),
            Quoting::LessThan | Quoting::Even => self.broken(rest, Fault::Tag),
        }
    }

    /// A tag that ends inside what its quotes seem to hold.
    fn cut_tag(&mut self, rest: &str, length: usize) -> Token {
        if !self.restart() {
            return self.token(TokenKind::Rest, self.text.len());
        }
        let empty = rest.get(..length).is_some_and(|tag| tag.ends_with("/>"));
        self.token(if empty { TokenKind::Empty } else { TokenKind::Start }, self.at + length)
    }

    /// An end tag has no quotes, whatever stands in it: it ends at the first `>`, or before the next `<`.
    fn end_tag(&mut self, rest: &str, read: usize) -> Token {
        let inner = rest.get(2..).unwrap_or_default().as_bytes();
        let length = match memchr2(b'>', b'<', inner) {
            Some(at) => 2 + at + usize::from(inner.get(at) == Some(&b'>')),
            None => rest.len(),
        };
        if rest.get(2..length).is_some_and(|inner| inner.trim_matches(is_space).is_empty()) {
            return self.broken(rest, Fault::Tag);
        }
        let end = self.at + length;
        if read != end && !self.restart() {
            return self.token(TokenKind::Rest, self.text.len());
        }
        self.token(TokenKind::End, end)
    }

    fn broken(&mut self, rest: &str, fault: Fault) -> Token {
        if !self.restart() {
            return self.token(TokenKind::Rest, self.text.len());
        }
        let after = rest.as_bytes().get(1..).unwrap_or_default();
        let end = self.at + 1 + memchr(b'<', after).unwrap_or(after.len());
        self.token(TokenKind::Broken(fault), end)
    }

    /// A reader that gave up has looked at all that is left, so there is a bound on how often.
    fn restart(&mut self) -> bool {
        self.reader = None;
        let left = self.restarts_left.checked_sub(1);
        self.restarts_left = left.unwrap_or(0);
        left.is_some()
    }

    fn token(&mut self, kind: TokenKind, end: usize) -> Token {
        let range = self.at..end;
        self.at = end;
        Token { kind, range }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        Some(if rest.starts_with('<') { self.markup(rest) } else { self.text_run(rest) })
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.trim_markup_names_in_closing_tags = false;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// Whether a person would take `<…` for a tag, if perhaps one with a bad name.
fn begins_name(tag: &str) -> bool {
    !tag.chars().nth(1).is_none_or(|c| is_space(c) || matches!(c, '=' | '<' | '>' | '&' | '"' | '\'' | '/'))
}

/// What the quotes in a tag hold.
enum Quoting {
    /// There is no `<` where it matters.
    Even,
    /// There is a `<` outside quotes: another tag begins before this one ends.
    LessThan,
    /// A value goes on to the end, or over a `>` and then a `<`: its closing quote is missing. `quote` is where it
    /// begins; `end` is one past the first `>` in it, where the tag was most likely meant to end.
    Open { quote: usize, end: Option<usize> },
}

fn quoting(tag: &str) -> Quoting {
    let inner = tag.get(1..).unwrap_or_default();
    if tag.ends_with('>') && memchr(b'<', inner.as_bytes()).is_none() {
        return Quoting::Even;
    }
    let mut open: Option<(u8, usize, Option<usize>)> = None;
    for (at, byte) in tag.bytes().enumerate().skip(1) {
        match (&mut open, byte) {
            (None, b'<') => return Quoting::LessThan,
            (None, b'"' | b'\'') => open = Some((byte, at, None)),
            (None, _) => {}
            (Some((quote, ..)), _) if *quote == byte => open = None,
            (Some((_, _, end)), b'>') if end.is_none() => *end = Some(at + 1),
            (Some((_, quote, Some(end))), b'<') => return Quoting::Open { quote: *quote, end: Some(*end) },
            _ => {}
        }
    }
    open.map_or(Quoting::Even, |(_, quote, end)| Quoting::Open { quote, end })
}
