//! The part of YAML 1.2 that the AWS CLI prints and that CloudFormation templates are written in, as a tree like JSON's.
//!
//! It deliberately knows no complex keys and not several documents in one: what uses them is doubtful. A crate that reads
//! all of YAML with places costs the page 34 KB for what nobody pastes here.

mod alias;
mod flow;
mod scalar;
mod value;

use std::collections::BTreeMap;

use super::{Builder, FaultKind, Json, Kind};
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
        pending: Properties::default(),
        anchors: BTreeMap::new(),
        merges: Vec::new(),
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
    open: Vec<Open<'t>>,
    /// Whether the one value of the document has begun.
    root: bool,
    /// Where the last value ended.
    end: usize,
    /// Properties of a value that follows on the next lines.
    pending: Properties<'t>,
    /// The nodes that have names.
    anchors: BTreeMap<&'t str, usize>,
    /// Objects whose members the open ones get: how many containers are open there, and the node.
    merges: Vec<(usize, usize)>,
    limits: &'l Limits,
}

/// What stands before a value (YAML 1.2.2, chapter 6.9).
#[derive(Debug, Clone, Copy, Default)]
struct Properties<'t> {
    /// Where a tag stands that makes the value a reference.
    tag: Option<usize>,
    /// The name under which it can be repeated.
    anchor: Option<&'t str>,
}

#[derive(Clone, Copy)]
struct Open<'t> {
    kind: Kind,
    /// The column of its names or hyphens; of a flow collection, 0.
    indent: usize,
    flow: bool,
    /// A name or hyphen stands without its value so far.
    awaits: bool,
    properties: Properties<'t>,
}

impl<'t> Reader<'t, '_> {
    fn document(&mut self) {
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
            self.entry(indent);
        }
    }

    /// What stands at a column, up to the end of its value or of its line.
    fn entry(&mut self, indent: usize) {
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
                if !self.belongs(Kind::Array, column) && !self.begin(Kind::Array, column) {
                    return;
                }
                self.expect_value();
                let after = rest.get(1..).unwrap_or_default();
                let step = after.len().saturating_sub(after.trim_start_matches(' ').len()).saturating_add(1);
                self.pos = self.pos.saturating_add(step);
                column = column.saturating_add(step);
            } else if let Some(key) = self.key() {
                if !self.belongs(Kind::Object, column) && !self.begin(Kind::Object, column) {
                    return;
                }
                if self.merged_lines(key) {
                    return;
                }
                self.expect_value();
                self.name(from, key);
            } else {
                return self.value();
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
            return self.value();
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
    fn begin(&mut self, kind: Kind, indent: usize) -> bool {
        if !self.take_place() {
            self.unexpected();
            return false;
        }
        self.out.open(kind, self.pos);
        let properties = std::mem::take(&mut self.pending);
        self.open.push(Open { kind, indent, flow: false, awaits: false, properties });
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
            self.pending = Properties::default();
        }
    }

    fn close(&mut self) {
        self.give_up();
        self.add_merged();
        let Some(open) = self.open.pop() else { return };
        let node = self.out.innermost();
        match open.properties.tag {
            Some(tag) => self.out.close_function(Some(self.tag(tag)), tag, self.end),
            None => self.out.close(self.end),
        }
        self.remember(open.properties.anchor, node);
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
