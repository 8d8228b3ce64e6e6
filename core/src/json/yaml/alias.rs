//! Anchors, aliases and merge keys of YAML (YAML 1.2.2, chapter 7.1; YAML 1.1, merge key language-independent type).
//!
//! It deliberately knows no name before its value has ended, so that nothing contains itself. What repetitions cost is the
//! builder's to count.

use super::Reader;
use crate::json::{FaultKind, Kind};

impl<'t> Reader<'t, '_> {
    /// Gives a node a name.
    pub(super) fn remember(&mut self, anchor: Option<&'t str>, node: Option<usize>) {
        if let (Some(anchor), Some(node)) = (anchor, node) {
            self.anchors.insert(anchor, node);
        }
    }

    /// `*name` at the position: the value again.
    pub(super) fn alias(&mut self) {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let name = name(rest);
        let (start, end) = (self.pos, self.pos.saturating_add(1).saturating_add(name.len()));
        match self.anchors.get(name) {
            Some(node) => self.out.repeat(*node, start),
            None => {
                self.out.fault(FaultKind::Unexpected, start, end);
                self.out.scalar(Kind::Null, start, start);
            }
        }
        self.pos = end;
        self.end = end;
    }

    /// `<<: *name` or `<<: [*name, *name]` on the line at the position, whose name has that length. The members are added
    /// when the object ends, since its own count more.
    pub(super) fn merged_lines(&mut self, key: usize) -> bool {
        let line = self.line();
        let Some(rest) = line.strip_prefix("<<").filter(|_| key == 2) else { return false };
        let rest = rest.trim_start().strip_prefix(':').unwrap_or_default();
        let rest = rest.split(" #").next().unwrap_or_default().trim();
        let list = rest.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
        let Some(objects) = list.unwrap_or(rest).split(',').map(|one| self.object(one.trim())).collect()
        else {
            return false;
        };
        self.give_up();
        self.add_later(objects);
        self.pos = self.after_line();
        true
    }

    /// The same in a flow collection; the position is behind the name.
    pub(super) fn merged_in_flow(&mut self) -> bool {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let value = rest.trim_start().strip_prefix(':').unwrap_or_default().trim_start();
        let Some(object) = self.object(value) else { return false };
        let len = rest.len().saturating_sub(value.len()).saturating_add(1).saturating_add(name(value).len());
        self.add_later(vec![object]);
        self.pos = self.pos.saturating_add(len);
        self.end = self.pos;
        true
    }

    /// The object that an alias at the beginning of a text names.
    fn object(&self, text: &str) -> Option<usize> {
        text.strip_prefix('*')?;
        self.anchors.get(name(text)).copied().filter(|node| self.out.is_object(*node))
    }

    fn add_later(&mut self, objects: Vec<usize>) {
        let depth = self.open.len();
        self.merges.extend(objects.into_iter().map(|object| (depth, object)));
    }

    /// Adds what was put off to the innermost container, which ends.
    pub(super) fn add_merged(&mut self) {
        let depth = self.open.len();
        let mut objects = Vec::new();
        while let Some((_, object)) = self.merges.pop_if(|(of, _)| *of >= depth) {
            objects.push(object);
        }
        objects.reverse();
        if !objects.is_empty() {
            self.out.merge(&objects, self.end);
        }
    }
}

/// The name behind the mark of an anchor or alias.
pub(super) fn name(text: &str) -> &str {
    let name = text.get(1..).unwrap_or_default();
    name.split([' ', ',', '[', ']', '{', '}', '\r', '\n']).next().unwrap_or_default()
}
