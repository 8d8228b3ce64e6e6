//! Values of YAML on one place: properties, a scalar, a block.
//!
//! It deliberately takes any tag but `!Sub` for a reference; tags of YAML itself say nothing here.

use super::scalar::{self, Style, folded};
use super::{Reader, alias, is_nothing, is_reference};
use crate::json::number::is_number;
use crate::json::{FaultKind, Kind, intrinsics};

impl<'t> Reader<'t, '_> {
    /// A string on one line, with or without quotes.
    pub(super) fn string(&mut self, from: usize, end: usize) {
        let raw = self.text.get(from..end).unwrap_or_default();
        let (style, quote) = Style::of(raw);
        let trimmed = raw.trim_end().len();
        let (start, end) = (
            from.saturating_add(quote),
            from.saturating_add(trimmed).saturating_sub(quote).max(from.saturating_add(quote)),
        );
        let inner = self.text.get(start..end).unwrap_or_default();
        match folded(inner, style, self.limits) {
            Some(decoded) => self.out.decoded(start, end, quote > 0, decoded),
            None if quote > 0 => self.out.quoted(start, end),
            None => self.out.scalar(Kind::String, start, end),
        }
    }

    /// A value that begins at the position: its properties, then a scalar, an alias or a flow collection.
    pub(super) fn value(&mut self) {
        let mut from = self.pos;
        let mut own = std::mem::take(&mut self.pending);
        // A tag and an anchor, in either order.
        for _ in 0..2 {
            let rest = self.line();
            if !rest.starts_with(['!', '&']) {
                break;
            }
            let word = rest.split(' ').next().unwrap_or_default();
            match word.strip_prefix('&') {
                Some(_) => own.anchor = Some(alias::name(word)).filter(|name| !name.is_empty()),
                None => own.tag = is_reference(word).then_some(self.pos),
            }
            let after = rest.get(word.len()..).unwrap_or_default();
            let content = after.trim_start_matches(' ');
            self.pos =
                self.pos.saturating_add(word.len()).saturating_add(after.len().saturating_sub(content.len()));
            if is_nothing(content) {
                // The value stands on the next lines.
                self.pending = own;
                self.pos = self.after_line();
                return;
            }
        }
        if !self.take_place() {
            return self.unexpected();
        }
        from = own.tag.unwrap_or(from);
        if own.anchor.is_some() && self.key().is_some() {
            // The name of the name of a member.
            self.out.fault(FaultKind::Unexpected, from, self.pos);
        }
        match self.text.as_bytes().get(self.pos) {
            Some(b'{' | b'[') => self.flow(own),
            Some(b'*') => self.alias(),
            Some(b'|' | b'>') => {
                self.block();
                if own.tag.is_some_and(|tag| self.tag(tag) == "!Sub") {
                    intrinsics::substitutions(&mut self.out);
                }
                self.remember(own.anchor, self.out.last());
            }
            _ => {
                self.plain_or_quoted(own.tag, from);
                self.remember(own.anchor, self.out.last());
            }
        }
        self.rest_of_line();
    }

    fn plain_or_quoted(&mut self, tag: Option<usize>, from: usize) {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let indent = self.open.last().map_or(0, |top| top.indent.saturating_add(1));
        let len = match rest.as_bytes().first() {
            Some(b'"' | b'\'') => scalar::quoted(rest).unwrap_or_else(|| {
                self.out.fault(FaultKind::Unclosed, self.pos, self.text.len());
                rest.len()
            }),
            _ => scalar::plain(rest, indent),
        };
        let (start, end) = (self.pos, self.pos.saturating_add(len));
        self.pos = end;
        self.end = end;
        match tag.map(|tag| self.tag(tag)) {
            Some("!Sub") => {
                self.string(start, end);
                intrinsics::substitutions(&mut self.out);
            }
            Some(_) => self.out.unresolved(from, end),
            None => self.scalar(start, end),
        }
    }

    /// The tag that stands there.
    pub(super) fn tag(&self, at: usize) -> &'t str {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.split([' ', ',', '[', ']', '{', '}', '\r', '\n']).next().unwrap_or_default()
    }

    pub(super) fn scalar(&mut self, start: usize, end: usize) {
        let raw = self.text.get(start..end).unwrap_or_default();
        match raw {
            "" | "~" | "null" | "Null" | "NULL" => self.out.scalar(Kind::Null, start, end),
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => self.out.scalar(Kind::Bool, start, end),
            _ if is_number(raw.as_bytes()) => self.out.scalar(Kind::Number, start, end),
            _ => self.string(start, end),
        }
    }

    /// A literal (`|`) or folded (`>`) block on the lines that follow.
    fn block(&mut self) {
        let header = self.line();
        let folds = header.starts_with('>');
        let keeps = header.split(' ').next().unwrap_or_default();
        let chomp = scalar::Chomp::of(keeps);
        self.pos = self.after_line();
        let parent = self.open.last().map_or(0, |top| top.indent.saturating_add(1));
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let (len, decoded) = scalar::block(rest, parent, folds, chomp, self.limits);
        let end = self.pos.saturating_add(len);
        self.out.decoded(self.pos, end, false, decoded);
        self.pos = end;
        self.end = end;
    }
}
