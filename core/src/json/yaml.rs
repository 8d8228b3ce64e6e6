//! The part of YAML 1.2 that the AWS CLI prints and that CloudFormation templates are written in, as a tree like JSON's.
//!
//! It deliberately knows no anchors, aliases, merge keys, complex keys or several documents in one: what uses them is
//! doubtful. A crate that reads all of YAML with places costs the page 34 KB for what nobody pastes here.

mod scalar;

use self::scalar::{Style, folded};
use super::{Builder, FaultKind, Json, Kind, number::is_number};
use crate::limits::Limits;
use crate::source::Span;

/// Reads one document. `text` is what stands at `at`.
pub fn parse<'t>(text: &'t str, at: Span, limits: &Limits) -> Json<'t> {
    let mut reader = Reader {
        text,
        pos: 0,
        out: Builder::new(text, at, limits),
        open: Vec::new(),
        root: false,
        end: 0,
        limits,
    };
    reader.document();
    while !reader.open.is_empty() {
        reader.close();
    }
    if reader.out.is_empty() {
        reader.out.fault(FaultKind::Empty, 0, 0);
    }
    let end = reader.pos;
    reader.out.finish(end)
}

struct Reader<'t, 'l> {
    text: &'t str,
    pos: usize,
    out: Builder<'t, 'l>,
    /// Containers around the position.
    open: Vec<Open>,
    /// Whether the one value of the document has begun.
    root: bool,
    /// Where the last value ended.
    end: usize,
    limits: &'l Limits,
}

#[derive(Clone, Copy)]
struct Open {
    kind: Kind,
    /// The column of its names or hyphens; of a flow collection, 0.
    indent: usize,
    flow: bool,
    /// A name or hyphen stands without its value so far.
    awaits: bool,
    /// Where a tag stands that makes the whole a reference.
    tag: Option<usize>,
}

impl<'t> Reader<'t, '_> {
    fn document(&mut self) {
        // The tag of a value that follows on the next lines.
        let mut tag = None;
        while self.pos < self.text.len() {
            if self.out.is_full(self.pos) {
                return;
            }
            let line = self.line();
            let content = line.trim_start_matches(' ');
            if is_nothing(content) || content.starts_with('%') && !self.root {
                self.pos = self.after_line();
                continue;
            }
            let indent = line.len().saturating_sub(content.len());
            if indent == 0 && (line.starts_with("---") || line.starts_with("...")) {
                if self.root {
                    return self.out.fault(FaultKind::TrailingText, self.pos, self.text.len());
                }
                self.pos = self.pos.saturating_add(3);
                if !is_nothing(self.line().trim()) {
                    self.out.fault(FaultKind::Unexpected, self.pos, self.pos);
                }
                self.pos = self.after_line();
                continue;
            }
            if content.starts_with('\t') {
                self.out.fault(FaultKind::Unexpected, self.pos, self.pos);
            }
            self.pos = self.pos.saturating_add(indent);
            self.entry(indent, &mut tag);
        }
    }

    /// What stands at a column, up to the end of its value or of its line.
    fn entry(&mut self, indent: usize, tag: &mut Option<usize>) {
        let mut column = indent;
        loop {
            if self.out.is_full(self.pos) {
                self.pos = self.text.len();
                return;
            }
            let rest = self.line();
            let hyphen = rest == "-" || rest.starts_with("- ");
            self.leave(column, hyphen);
            let from = self.pos;
            if hyphen {
                if !self.belongs(Kind::Array, column) && !self.begin(Kind::Array, column, tag.take()) {
                    return;
                }
                self.expect_value();
                let after = rest.get(1..).unwrap_or_default();
                let step = after.len().saturating_sub(after.trim_start_matches(' ').len()).saturating_add(1);
                self.pos = self.pos.saturating_add(step);
                column = column.saturating_add(step);
            } else if let Some(key) = self.key() {
                if !self.belongs(Kind::Object, column) && !self.begin(Kind::Object, column, tag.take()) {
                    return;
                }
                self.expect_value();
                self.name(from, key);
            } else {
                return self.value(tag);
            }
            let rest = self.line();
            let blanks = rest.len().saturating_sub(rest.trim_start_matches(' ').len());
            if is_nothing(rest.trim_start()) {
                self.end = self.pos;
                self.pos = self.after_line();
                return;
            }
            if hyphen {
                continue;
            }
            self.pos = self.pos.saturating_add(blanks);
            return self.value(tag);
        }
    }

    /// Ends what a line at that column does not belong to.
    fn leave(&mut self, column: usize, hyphen: bool) {
        while let Some(top) = self.open.last() {
            let stays = top.indent < column || top.indent == column && (hyphen || top.kind == Kind::Object);
            if stays {
                return;
            }
            self.close();
        }
    }

    fn belongs(&self, kind: Kind, column: usize) -> bool {
        self.open.last().is_some_and(|top| top.kind == kind && top.indent == column && !top.flow)
    }

    /// Begins a block collection where one may stand.
    fn begin(&mut self, kind: Kind, indent: usize, tag: Option<usize>) -> bool {
        if !self.take_place() {
            self.unexpected();
            return false;
        }
        self.out.open(kind, self.pos);
        self.open.push(Open { kind, indent, flow: false, awaits: false, tag });
        true
    }

    /// A new name or item: what is still awaited will not come.
    fn expect_value(&mut self) {
        self.give_up();
        if let Some(top) = self.open.last_mut() {
            top.awaits = true;
        }
    }

    /// Takes the place of the value that is awaited, if one is.
    fn take_place(&mut self) -> bool {
        match self.open.last_mut() {
            None => !std::mem::replace(&mut self.root, true),
            Some(top) => std::mem::take(&mut top.awaits),
        }
    }

    fn give_up(&mut self) {
        if self.open.last_mut().is_some_and(|top| std::mem::take(&mut top.awaits)) {
            self.out.scalar(Kind::Null, self.end, self.end);
        }
    }

    fn close(&mut self) {
        self.give_up();
        let Some(open) = self.open.pop() else { return };
        match open.tag {
            Some(tag) => self.out.close_unresolved(tag, self.end),
            None => self.out.close(self.end),
        }
    }

    /// The length of the name at the position, if `:` follows it.
    fn key(&self) -> Option<usize> {
        let line = self.line();
        let len = match line.as_bytes().first()? {
            b'"' | b'\'' => scalar::quoted(line)?,
            b'{' | b'[' | b'!' | b'|' | b'>' | b'#' | b'&' | b'*' | b'?' => return None,
            _ => {
                let colon =
                    line.find(": ").or_else(|| line.ends_with(':').then(|| line.len().saturating_sub(1)))?;
                if line.get(..colon)?.contains(" #") {
                    return None;
                }
                colon
            }
        };
        let after = line.get(len..)?.trim_start_matches(' ').strip_prefix(':')?;
        (after.is_empty() || after.starts_with(' ')).then_some(len)
    }

    /// The name itself; the position moves behind its colon.
    fn name(&mut self, from: usize, len: usize) {
        let end = from.saturating_add(len);
        self.string(from, end);
        let rest = self.text.get(end..).unwrap_or_default();
        let blanks = rest.len().saturating_sub(rest.trim_start_matches(' ').len());
        self.pos = end.saturating_add(blanks).saturating_add(1);
        self.end = self.pos;
    }

    /// A string on one line, with or without quotes.
    fn string(&mut self, from: usize, end: usize) {
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

    /// A value that begins at the position: its tag, then a scalar or a flow collection.
    fn value(&mut self, tag: &mut Option<usize>) {
        let from = self.pos;
        let rest = self.line();
        let mut word = "";
        if rest.starts_with('!') {
            word = rest.split(' ').next().unwrap_or_default();
            let after = rest.get(word.len()..).unwrap_or_default();
            let content = after.trim_start_matches(' ');
            self.pos =
                self.pos.saturating_add(word.len()).saturating_add(after.len().saturating_sub(content.len()));
            if is_nothing(content) {
                // The value stands on the next lines.
                *tag = is_reference(word).then_some(from);
                self.pos = self.after_line();
                return;
            }
        }
        if !self.take_place() {
            return self.unexpected();
        }
        let tag = is_reference(word).then_some(from);
        match self.text.as_bytes().get(self.pos) {
            Some(b'{' | b'[') => self.flow(tag),
            Some(b'|' | b'>') => self.block(),
            Some(b'&' | b'*') => {
                self.out.fault(FaultKind::Unexpected, self.pos, self.pos.saturating_add(1));
                self.plain_or_quoted(tag, from, word);
            }
            _ => self.plain_or_quoted(tag, from, word),
        }
        self.rest_of_line();
    }

    fn plain_or_quoted(&mut self, tag: Option<usize>, from: usize, word: &str) {
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
        match (tag, word) {
            (Some(_), "!Sub") => {
                self.string(start, end);
                super::intrinsics::substitutions(&mut self.out);
            }
            (Some(_), _) => self.out.unresolved(from, end),
            (None, _) => self.scalar(start, end),
        }
    }

    fn scalar(&mut self, start: usize, end: usize) {
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

    /// `[…]` and `{…}`, over several lines perhaps.
    fn flow(&mut self, tag: Option<usize>) {
        let outside = self.open.len();
        let mut tag = tag;
        loop {
            if self.out.is_full(self.pos) {
                self.pos = self.text.len();
                return;
            }
            self.flow_blank();
            let rest = self.text.get(self.pos..).unwrap_or_default();
            let Some(&byte) = rest.as_bytes().first() else {
                return self.out.fault(FaultKind::Unclosed, self.pos, self.pos);
            };
            match byte {
                b'{' | b'[' => {
                    if self.open.len() > outside {
                        self.flow_item();
                    }
                    let kind = if byte == b'{' { Kind::Object } else { Kind::Array };
                    self.out.open(kind, self.pos);
                    self.open.push(Open { kind, indent: 0, flow: true, awaits: false, tag: tag.take() });
                    self.pos = self.pos.saturating_add(1);
                }
                b'}' | b']' => {
                    self.pos = self.pos.saturating_add(1);
                    self.end = self.pos;
                    self.close();
                }
                b',' => {
                    self.give_up();
                    self.pos = self.pos.saturating_add(1);
                }
                b'!' => {
                    let word = rest.split([' ', ',', ']', '}', '\n']).next().unwrap_or_default();
                    tag = is_reference(word).then_some(self.pos);
                    self.pos = self.pos.saturating_add(word.len().max(1));
                }
                _ => self.flow_scalar(rest, &mut tag),
            }
            if self.open.len() <= outside {
                return;
            }
        }
    }

    fn flow_scalar(&mut self, rest: &str, tag: &mut Option<usize>) {
        let len = match rest.as_bytes().first() {
            Some(b'"' | b'\'') => scalar::quoted(rest).unwrap_or(rest.len()),
            _ => scalar::plain_in_flow(rest),
        };
        if len == 0 {
            self.out.fault(FaultKind::Unexpected, self.pos, self.pos.saturating_add(1));
            let step = rest.chars().next().map_or(1, char::len_utf8);
            self.pos = self.pos.saturating_add(step);
            return;
        }
        let (start, end) = (self.pos, self.pos.saturating_add(len));
        self.pos = end;
        self.end = end;
        let awaits_name = self.open.last().is_some_and(|top| top.kind == Kind::Object && !top.awaits);
        if awaits_name {
            self.string(start, end);
            self.flow_blank();
            if self.text.as_bytes().get(self.pos) == Some(&b':') {
                self.pos = self.pos.saturating_add(1);
            } else {
                self.out.fault(FaultKind::MissingColon, self.pos, self.pos);
            }
            if let Some(top) = self.open.last_mut() {
                top.awaits = true;
            }
            return;
        }
        self.flow_item();
        match tag.take() {
            Some(from) if self.text.get(from..start).is_some_and(|tag| tag.starts_with("!Sub")) => {
                self.string(start, end);
                super::intrinsics::substitutions(&mut self.out);
            }
            Some(from) => self.out.unresolved(from, end),
            None => self.scalar(start, end),
        }
    }

    /// A value inside a flow collection: in an object its name stands before it.
    fn flow_item(&mut self) {
        if let Some(top) = self.open.last_mut()
            && top.kind == Kind::Object
            && !std::mem::take(&mut top.awaits)
        {
            self.out.fault(FaultKind::MissingColon, self.pos, self.pos);
            self.out.scalar(Kind::String, self.pos, self.pos);
        }
    }

    fn flow_blank(&mut self) {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        self.pos = self.pos.saturating_add(rest.len().saturating_sub(rest.trim_start().len()));
    }

    /// Behind a value only a comment may stand.
    fn rest_of_line(&mut self) {
        if self.pos == 0 || self.text.as_bytes().get(self.pos.saturating_sub(1)) == Some(&b'\n') {
            return;
        }
        let rest = self.line();
        if !is_nothing(rest.trim_start()) {
            self.out.fault(FaultKind::Unexpected, self.pos, self.pos.saturating_add(rest.len()));
        }
        self.pos = self.after_line();
    }

    fn unexpected(&mut self) {
        let len = self.line().len();
        self.out.fault(FaultKind::Unexpected, self.pos, self.pos.saturating_add(len));
        self.pos = self.after_line();
    }

    /// The rest of the line, without its end.
    fn line(&self) -> &'t str {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let len = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        rest.get(..len).unwrap_or_default().trim_end_matches('\r')
    }

    fn after_line(&self) -> usize {
        let rest = self.text.as_bytes().get(self.pos..).unwrap_or_default();
        memchr::memchr(b'\n', rest)
            .map_or(self.text.len(), |len| self.pos.saturating_add(len).saturating_add(1))
    }
}

/// Whether nothing but a comment is left of a line.
fn is_nothing(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('#')
}

/// Tags of CloudFormation's short forms; a tag of YAML itself begins with two marks.
fn is_reference(tag: &str) -> bool {
    tag.len() > 1 && !tag.starts_with("!!")
}

#[cfg(test)]
pub(in crate::json) mod tests;
