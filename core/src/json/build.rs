//! Makes a document node by node, for readers of other syntaxes.
//!
//! It deliberately checks no grammar: in an object, names and values must alternate, and that is the caller's part.

mod repeat;

use super::{FaultKind, Json, Kind, Node, intrinsics};
use crate::codec::Decoded;
use crate::limits::Limits;
use crate::source::{MapBuilder, Span, Text, narrow};

pub(crate) struct Builder<'t, 'l> {
    json: Json<'t>,
    /// Containers around the position: their nodes.
    open: Vec<usize>,
    /// What repetitions have cost so far, in nodes and bytes.
    repeated: usize,
    limits: &'l Limits,
}

impl<'t> Json<'t> {
    /// A document without any value over a text that stands at `at`.
    pub(super) fn empty(text: &'t str, at: Span) -> Self {
        Self {
            text,
            at,
            nodes: Vec::new(),
            made: Vec::new(),
            unresolved: Vec::new(),
            faults: Vec::new(),
            more_faults: 0,
            end: 0,
        }
    }
}

impl<'t, 'l> Builder<'t, 'l> {
    pub(crate) fn new(text: &'t str, at: Span, limits: &'l Limits) -> Self {
        Self { json: Json::empty(text, at), open: Vec::new(), repeated: 0, limits }
    }

    /// Whether a budget is used up; then a fault says so.
    pub(crate) fn is_full(&mut self, pos: usize) -> bool {
        let kind = match (self.json.nodes.len(), self.open.len()) {
            (nodes, _) if nodes >= self.limits.json_nodes => FaultKind::Nodes,
            (_, depth) if depth >= self.limits.json_depth => FaultKind::Depth,
            _ => return false,
        };
        if !self.json.has(kind) {
            self.fault(kind, pos, pos);
        }
        true
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.json.nodes.is_empty()
    }

    /// Begins an array or object at `start`.
    pub(crate) fn open(&mut self, kind: Kind, start: usize) {
        self.open.push(self.json.nodes.len());
        self.push(kind, start, start, false);
    }

    /// Ends the innermost array or object before `end`.
    pub(crate) fn close(&mut self, end: usize) {
        let after = narrow(self.json.nodes.len());
        if let Some(node) = self.open.pop().and_then(|at| self.json.nodes.get_mut(at)) {
            node.end = narrow(end).max(node.start);
            node.next = after;
        }
    }

    /// Ends the innermost array or object and puts one string in its place, which begins at `start`: what a function of
    /// CloudFormation makes of it, or else an unresolved one. Without a name, the object names the function.
    pub(crate) fn close_function(&mut self, name: Option<&str>, start: usize, end: usize) {
        let Some(at) = self.innermost() else { return };
        self.close(end);
        let value = super::Value { json: &self.json, at: narrow(at) };
        let made = match name {
            Some(name) => intrinsics::evaluate(name, value),
            None => value
                .entries()
                .next()
                .and_then(|(name, argument)| intrinsics::evaluate(name.as_plain_str()?, argument)),
        };
        self.json.nodes.truncate(at);
        let kept = narrow(at);
        self.json.made.truncate(self.json.made.partition_point(|(node, _)| *node < kept));
        self.json.unresolved.truncate(self.json.unresolved.partition_point(|(node, _)| *node < kept));
        match made {
            Some((place, decoded)) => self.decoded(place.start, place.end, false, decoded),
            None => self.unresolved(start, end),
        }
    }

    /// The node of the innermost array or object.
    pub(crate) fn innermost(&self) -> Option<usize> {
        self.open.last().copied()
    }

    /// The node of the last value that is not an array or object.
    pub(crate) fn last(&self) -> Option<usize> {
        self.json.nodes.len().checked_sub(1)
    }

    pub(crate) fn is_object(&self, node: usize) -> bool {
        self.json.nodes.get(node).is_some_and(|node| node.kind == Kind::Object)
    }

    /// A number, a literal, or a string that means what stands there.
    pub(crate) fn scalar(&mut self, kind: Kind, start: usize, end: usize) {
        self.push(kind, start, end, false);
    }

    /// A string between quotes that means what stands between them.
    pub(crate) fn quoted(&mut self, start: usize, end: usize) {
        self.push(Kind::String, start, end, true);
    }

    /// A string that was decoded from what stands there.
    pub(crate) fn decoded(&mut self, start: usize, end: usize, quoted: bool, decoded: Decoded) {
        let text = decoded.into_text(self.json.span(start, end));
        self.made(start, end, quoted, text);
    }

    /// A string that means `text`.
    pub(crate) fn made(&mut self, start: usize, end: usize, quoted: bool, text: Text) {
        self.json.made.push((narrow(self.json.nodes.len()), text));
        self.push(Kind::String, start, end, quoted);
        if let Some(node) = self.json.nodes.last_mut() {
            node.escaped = true;
        }
    }

    /// What stands for something that the document does not say, as it stands.
    pub(crate) fn unresolved(&mut self, start: usize, end: usize) {
        let span = self.json.span(start, end);
        self.json.unresolved.push((narrow(self.json.nodes.len()), span));
        self.push(Kind::String, start, end, false);
    }

    /// Begins an array or object where a value of the same text begins.
    pub(crate) fn open_at(&mut self, kind: Kind, place: super::Value<'_>) {
        self.open(kind, place.node().start as usize);
    }

    /// Ends the innermost array or object where a value of the same text ends.
    pub(crate) fn close_at(&mut self, place: super::Value<'_>) {
        self.close(place.node().end as usize);
    }

    /// A string that another word of the same text stands for.
    pub(crate) fn word(&mut self, place: super::Value<'_>, word: &str) {
        let span = place.inner_span();
        let mut map = MapBuilder::new();
        let width = |len: usize| u16::try_from(len).unwrap_or(u16::MAX);
        map.units(width(word.len()), width(span.bytes.len()), 1, false);
        let text = Text { value: word.to_owned(), span, map: Some(map.finish()) };
        let node = place.node();
        self.made(node.start as usize, node.end as usize, false, text);
    }

    /// Says that a part of the last string stands for something unknown.
    pub(crate) fn last_has_unresolved(&mut self, start: usize, end: usize) {
        let Some(last) = self.json.nodes.len().checked_sub(1).map(narrow) else { return };
        let span = self.json.span(start, end);
        self.json.unresolved.push((last, span));
    }

    /// The same for a range of its value.
    pub(crate) fn last_value_has_unresolved(&mut self, range: std::ops::Range<usize>) {
        let Some(last) = self.json.nodes.len().checked_sub(1).map(narrow) else { return };
        let Some(text) = (super::Value { json: &self.json, at: last }).as_text() else { return };
        let span = text.sub(range);
        self.json.unresolved.push((last, span));
    }

    /// Gives the last string another value, decoded from the characters that stand there.
    pub(crate) fn replace_last(&mut self, decoded: Decoded) {
        let Some(last) = self.json.nodes.len().checked_sub(1).map(narrow) else { return };
        let span = (super::Value { json: &self.json, at: last }).inner_span();
        if self.json.made.last().is_some_and(|(node, _)| *node == last) {
            self.json.made.pop();
        }
        self.json.made.push((last, decoded.into_text(span)));
        if let Some(node) = self.json.nodes.last_mut() {
            node.escaped = true;
        }
    }

    /// The value of the last string.
    pub(crate) fn last_text(&self) -> Option<Text> {
        let last = narrow(self.json.nodes.len().checked_sub(1)?);
        super::Value { json: &self.json, at: last }.as_text()
    }

    /// A value that is taken from another document over the same text, with all that is in it.
    pub(crate) fn copy(&mut self, value: super::Value<'_>) {
        self.append(value.json.subtree(value));
    }

    fn append(&mut self, part: Json<'_>) {
        let base = narrow(self.json.nodes.len());
        let place = |node: u32| node.saturating_add(base);
        self.json.nodes.extend(part.nodes.iter().map(|node| Node { next: place(node.next), ..*node }));
        self.json.made.extend(part.made.into_iter().map(|(node, text)| (place(node), text)));
        self.json.unresolved.extend(part.unresolved.into_iter().map(|(node, span)| (place(node), span)));
    }

    pub(crate) fn fault(&mut self, kind: FaultKind, start: usize, end: usize) {
        self.json.fault(kind, start, end, self.limits);
    }

    /// Ends whatever is open before `end`.
    pub(crate) fn finish(mut self, end: usize) -> Json<'t> {
        while !self.open.is_empty() {
            self.close(end);
        }
        self.json.end = narrow(end);
        self.json
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize, quoted: bool) {
        let next = narrow(self.json.nodes.len().saturating_add(1));
        let node = Node { start: narrow(start), end: narrow(end), next, kind, escaped: false, quoted };
        self.json.nodes.push(node);
    }
}
