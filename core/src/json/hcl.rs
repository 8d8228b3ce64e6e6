//! The part of HCL, Terraform's language, that resources and policies are written in, as a tree like JSON's.
//!
//! A block is an object under its type and labels, as in Terraform's own JSON syntax: `resource "a" "b" { }` is
//! `{"resource": {"a": {"b": {}}}}`. It deliberately evaluates nothing but `jsonencode`: any other expression is a string
//! that holds the expression, and is marked as unresolved.

mod expression;
mod scalar;

use self::expression::{expression, quoted};
use super::{Builder, FaultKind, Json, Kind};
use crate::limits::Limits;
use crate::source::Span;

/// Reads one file. `text` is what stands at `at`.
pub fn parse<'t>(text: &'t str, at: Span, limits: &Limits) -> Json<'t> {
    let mut reader = Reader {
        text,
        pos: 0,
        out: Builder::new(text, at, limits),
        open: vec![Open::Body { labels: 0 }],
        limits,
    };
    reader.out.open(Kind::Object, 0);
    reader.file();
    if reader.open.len() > 1 {
        reader.out.fault(FaultKind::Unclosed, text.len(), text.len());
    }
    reader.out.finish(text.len())
}

struct Reader<'t, 'l> {
    text: &'t str,
    pos: usize,
    out: Builder<'t, 'l>,
    /// What is open around the position; the first is the file.
    open: Vec<Open>,
    limits: &'l Limits,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A block, and how many of its labels are objects around it.
    Body {
        labels: usize,
    },
    Object,
    Array,
    /// `jsonencode(`
    Call,
}

impl<'t> Reader<'t, '_> {
    fn file(&mut self) {
        loop {
            let inside = self.open.last().copied().unwrap_or(Open::Body { labels: 0 });
            self.blank();
            if self.out.is_full(self.pos) || self.rest().is_empty() {
                return;
            }
            let before = self.pos;
            match (inside, self.rest().as_bytes().first()) {
                (Open::Body { .. } | Open::Object, Some(b'}'))
                | (Open::Array, Some(b']'))
                | (Open::Call, Some(b')')) => self.close(inside),
                (_, Some(b',')) => self.pos = self.pos.saturating_add(1),
                (Open::Body { .. }, _) => self.statement(),
                (Open::Object, _) => self.member(),
                (Open::Array | Open::Call, _) => self.value(),
            }
            if self.pos == before {
                self.unexpected();
            }
        }
    }

    fn close(&mut self, inside: Open) {
        self.pos = self.pos.saturating_add(1);
        if self.open.len() == 1 {
            return self.out.fault(FaultKind::Mismatched, self.pos.saturating_sub(1), self.pos);
        }
        self.open.pop();
        let ends = match inside {
            Open::Body { labels } => labels.saturating_add(1),
            Open::Object | Open::Array => 1,
            Open::Call => 0,
        };
        for _ in 0..ends {
            self.out.close(self.pos);
        }
    }

    /// `name = value`, or a block's type and labels up to its brace.
    fn statement(&mut self) {
        let len = word(self.rest());
        if len == 0 {
            return self.unexpected();
        }
        self.out.scalar(Kind::String, self.pos, self.pos.saturating_add(len));
        self.pos = self.pos.saturating_add(len);
        let mut labels = 0usize;
        loop {
            self.spaces();
            match self.rest().as_bytes().first() {
                Some(b'=') if labels == 0 => {
                    self.pos = self.pos.saturating_add(1);
                    self.blank();
                    return self.value();
                }
                Some(b'{') => {
                    self.out.open(Kind::Object, self.pos);
                    self.open.push(Open::Body { labels });
                    self.pos = self.pos.saturating_add(1);
                    return;
                }
                Some(_) if labels < 4 => {
                    let (start, len, step) = match quoted(self.rest()) {
                        Some(len) => (1, len.saturating_sub(2), len),
                        None => (0, word(self.rest()), word(self.rest())),
                    };
                    if step == 0 {
                        break;
                    }
                    self.out.open(Kind::Object, self.pos);
                    labels = labels.saturating_add(1);
                    let start = self.pos.saturating_add(start);
                    self.out.scalar(Kind::String, start, start.saturating_add(len));
                    self.pos = self.pos.saturating_add(step);
                }
                _ => break,
            }
        }
        // Neither: the name gets `null`, so that names and values keep alternating.
        self.out.fault(FaultKind::MissingValue, self.pos, self.pos);
        self.out.scalar(Kind::Null, self.pos, self.pos);
        for _ in 0..labels {
            self.out.close(self.pos);
        }
        self.skip_line();
    }

    /// `name = value` or `name: value` in an object.
    fn member(&mut self) {
        let rest = self.rest();
        let len = match rest.as_bytes().first() {
            Some(b'"') => quoted(rest).unwrap_or(rest.len()),
            Some(b'(') => expression(rest),
            _ => word(rest),
        };
        if len == 0 {
            return self.unexpected();
        }
        let (start, end) = (self.pos, self.pos.saturating_add(len));
        match rest.as_bytes().first() {
            Some(b'"') => self.string(start, end),
            Some(b'(') => self.out.unresolved(start, end),
            _ => self.out.scalar(Kind::String, start, end),
        }
        self.pos = end;
        self.spaces();
        if matches!(self.rest().as_bytes().first(), Some(b'=' | b':')) {
            self.pos = self.pos.saturating_add(1);
            self.blank();
            if !matches!(self.rest().as_bytes().first(), None | Some(b'}' | b',')) {
                return self.value();
            }
        }
        self.out.fault(FaultKind::MissingValue, self.pos, self.pos);
        self.out.scalar(Kind::Null, self.pos, self.pos);
    }

    fn value(&mut self) {
        let rest = self.rest();
        let generated = |open: char| {
            rest.strip_prefix(open).is_some_and(|inner| {
                inner
                    .trim_start()
                    .strip_prefix("for")
                    .is_some_and(|after| after.starts_with(char::is_whitespace))
            })
        };
        if let Some(inner) = rest.strip_prefix("jsonencode(") {
            self.pos = self.pos.saturating_add(rest.len().saturating_sub(inner.len()));
            self.open.push(Open::Call);
            self.blank();
            return match self.rest().as_bytes().first() {
                // `jsonencode()` holds nothing, and something must be there.
                None | Some(b')') => self.out.scalar(Kind::Null, self.pos, self.pos),
                _ => self.value_of_call(),
            };
        }
        if rest.starts_with('{') && !generated('{') {
            self.begin(Kind::Object, Open::Object)
        } else if rest.starts_with('[') && !generated('[') {
            self.begin(Kind::Array, Open::Array)
        } else {
            self.scalar();
        }
    }

    /// The one argument of `jsonencode`: a second call inside needs no stack, for it adds nothing to the tree.
    fn value_of_call(&mut self) {
        let rest = self.rest();
        match rest.as_bytes().first() {
            Some(b'{') => self.begin(Kind::Object, Open::Object),
            Some(b'[') => self.begin(Kind::Array, Open::Array),
            _ => self.scalar(),
        }
    }

    fn begin(&mut self, kind: Kind, open: Open) {
        self.out.open(kind, self.pos);
        self.open.push(open);
        self.pos = self.pos.saturating_add(1);
    }

    fn unexpected(&mut self) {
        let start = self.pos;
        let step = self.rest().chars().next().map_or(1, char::len_utf8);
        self.pos = self.pos.saturating_add(step);
        self.out.fault(FaultKind::Unexpected, start, self.pos);
    }

    fn skip_line(&mut self) {
        let rest = self.rest();
        self.pos = self.pos.saturating_add(memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len()));
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.pos =
            self.pos.saturating_add(rest.len().saturating_sub(rest.trim_start_matches([' ', '\t']).len()));
    }

    /// White space and comments.
    fn blank(&mut self) {
        loop {
            let rest = self.rest();
            let said = rest.trim_start();
            self.pos = self.pos.saturating_add(rest.len().saturating_sub(said.len()));
            if said.starts_with('#') || said.starts_with("//") {
                self.skip_line();
            } else if said.starts_with("/*") {
                let len = said.find("*/").map_or(said.len(), |at| at.saturating_add(2));
                self.pos = self.pos.saturating_add(len);
            } else {
                return;
            }
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.pos..).unwrap_or_default()
    }
}

/// The length of an identifier.
fn word(text: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    match text.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        true => text.find(|c| !is_part(c)).unwrap_or(text.len()),
        false => 0,
    }
}

#[cfg(test)]
mod tests;
