//! Strings, heredocs, numbers and expressions of HCL as values.
//!
//! It deliberately fills in nothing: what is inserted into a string is marked as unresolved.

use super::Reader;
use super::expression::{expression, heredoc, quoted};
use crate::codec::escapes::{self, Dialect};
use crate::codec::{Decoded, Output};
use crate::json::number::is_number;
use crate::json::{Kind, intrinsics};
use crate::limits::Limits;

impl Reader<'_, '_> {
    pub(super) fn scalar(&mut self) {
        let rest = self.rest();
        let start = self.pos;
        if let Some(found) = heredoc(rest) {
            let (from, to) = (start.saturating_add(found.body.start), start.saturating_add(found.body.end));
            let raw = self.text.get(from..to).unwrap_or_default();
            self.out.decoded(from, to, false, dedented(raw, found.indent, self.limits));
            self.insertions(from, raw);
            self.pos = start.saturating_add(found.len);
            return;
        }
        let len = expression(rest);
        let end = start.saturating_add(len);
        let raw = rest.get(..len).unwrap_or_default();
        self.pos = end;
        match raw {
            "" => {}
            "null" => self.out.scalar(Kind::Null, start, end),
            "true" | "false" => self.out.scalar(Kind::Bool, start, end),
            _ if is_number(raw.as_bytes()) => self.out.scalar(Kind::Number, start, end),
            _ if quoted(raw) == Some(len) => self.string(start, end),
            _ => self.out.unresolved(start, end),
        }
    }

    /// A string with its quotation marks.
    pub(super) fn string(&mut self, start: usize, end: usize) {
        let (start, end) = (start.saturating_add(1), end.saturating_sub(1));
        let raw = self.text.get(start..end).unwrap_or_default();
        if raw.contains('\\') || raw.contains(LITERAL) {
            let mut out = Output::new(raw.len(), self.limits);
            unescaped(raw, 0, true, &mut out, self.limits);
            self.out.decoded(start, end, true, out.finish());
        } else {
            self.out.quoted(start, end);
        }
        self.insertions(start, raw);
    }

    /// Marks what is inserted into the last string, whose characters begin at `start`.
    fn insertions(&mut self, start: usize, raw: &str) {
        for range in intrinsics::variables(raw, "") {
            self.out.last_has_unresolved(start.saturating_add(range.start), start.saturating_add(range.end));
        }
    }
}

/// What stands for `${`.
const LITERAL: &str = "$${";

/// Characters of a string; those of a heredoc know no backslash.
fn unescaped(raw: &str, offset: usize, backslashes: bool, out: &mut Output, limits: &Limits) {
    let mut at = offset;
    for (index, part) in raw.split(LITERAL).enumerate() {
        if index > 0 {
            out.skip(1);
            out.copy(b"${");
            at = at.saturating_add(LITERAL.len());
        }
        match backslashes {
            true => out.append(escapes::decode(part, Dialect::Json, limits), at),
            false => out.copy(part.as_bytes()),
        }
        at = at.saturating_add(part.len());
    }
}

/// The lines of a heredoc without their common indentation.
fn dedented(text: &str, indent: usize, limits: &Limits) -> Decoded {
    let mut out = Output::new(text.len(), limits);
    let mut at = 0usize;
    for line in text.split_inclusive('\n') {
        let blanks = line.len().saturating_sub(line.trim_start_matches([' ', '\t']).len()).min(indent);
        out.skip(blanks);
        let said = line.get(blanks..).unwrap_or_default();
        unescaped(said, at.saturating_add(blanks), false, &mut out, limits);
        at = at.saturating_add(line.len());
    }
    out.finish()
}
