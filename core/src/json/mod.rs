//! JSON (RFC 8259) with the place of every value, for HAR files and for the policies and outputs that people paste.
//!
//! It deliberately refuses nothing: comments, trailing commas, single quotes and the like are read and reported as
//! faults. Duplicate members are kept. Strings are decoded when they are asked for. Nothing here writes JSON.
//!
//! [`yaml`] and [`hcl`] read what people paste instead of JSON into the same tree, so that whoever looks for a member need
//! not know the syntax.

mod build;
pub mod hcl;
pub mod intrinsics;
mod number;
mod reader;
mod value;
pub mod yaml;

use crate::limits::Limits;
use crate::source::{Bytes, Span, Text, narrow};

pub(crate) use build::Builder;
pub use value::Value;

/// One document: flat nodes in the order of the text, each with the index after its last descendant.
#[derive(Debug, Clone)]
pub struct Json<'t> {
    text: &'t str,
    at: Span,
    nodes: Vec<Node>,
    /// Strings whose value is not what stands in the text, by their nodes, in order.
    made: Vec<(u32, Text)>,
    /// What stands for something that the document does not say, by its node, in order.
    unresolved: Vec<(u32, Span)>,
    /// Departures from RFC 8259, in order; at most `Limits::problems`.
    pub faults: Vec<Fault>,
    /// Faults beyond those kept.
    pub more_faults: usize,
    /// Where reading ended, in bytes of the text; white space after the value is read, too.
    end: u32,
}

/// A departure from the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    Empty,
    Comment,
    TrailingComma,
    MissingComma,
    MissingColon,
    MissingValue,
    Mismatched,
    Unclosed,
    Unexpected,
    ControlCharacter,
    BadNumber,
    /// `True`, `None`, `undefined` and such.
    BadLiteral,
    SingleQuotes,
    UnquotedKey,
    TrailingText,
    Depth,
    Nodes,
}

impl FaultKind {
    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Comment => "comment",
            Self::TrailingComma => "trailing-comma",
            Self::MissingComma => "missing-comma",
            Self::MissingColon => "missing-colon",
            Self::MissingValue => "missing-value",
            Self::Mismatched => "mismatched-bracket",
            Self::Unclosed => "unclosed",
            Self::Unexpected => "unexpected-character",
            Self::ControlCharacter => "control-character",
            Self::BadNumber => "bad-number",
            Self::BadLiteral => "bad-literal",
            Self::SingleQuotes => "single-quotes",
            Self::UnquotedKey => "unquoted-key",
            Self::TrailingText => "trailing-text",
            Self::Depth => "depth-limit",
            Self::Nodes => "node-limit",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    /// In bytes of the text; of a string, without its quotes.
    start: u32,
    end: u32,
    /// Index of the node after the last descendant.
    next: u32,
    kind: Kind,
    /// A string that holds escapes.
    escaped: bool,
    /// A string between quotes.
    quoted: bool,
}

/// Reads one document. `text` is what stands at `at`.
pub fn parse<'t>(text: &'t str, at: Span, limits: &Limits) -> Json<'t> {
    let mut json = reader::read(text, at, 0, limits);
    let end = json.end as usize;
    if let Some(rest) = text.get(end..).filter(|rest| !rest.is_empty()) {
        json.fault(FaultKind::TrailingText, end, end + rest.len(), limits);
    }
    json
}

/// Reads documents that stand one after the other, each on a line of its own or not. Ends after the first that is
/// not cleanly delimited.
pub fn documents<'t>(text: &'t str, at: Span, limits: &Limits) -> Vec<Json<'t>> {
    let mut all = Vec::new();
    let mut from = 0;
    let mut nodes = limits.json_nodes;
    while from < text.len() && nodes > 0 {
        let json = reader::read(text, at, from, &Limits { json_nodes: nodes, ..limits.clone() });
        let progress = json.end as usize > from;
        let sound = json.root().is_some() && !json.is_doubtful();
        from = json.end as usize;
        nodes = nodes.saturating_sub(json.nodes.len());
        all.push(json);
        if !progress || !sound {
            break;
        }
    }
    all
}

/// Reads the document that starts `from` bytes into the text and leaves the rest alone.
pub fn prefix<'t>(text: &'t str, at: Span, from: usize, limits: &Limits) -> Json<'t> {
    reader::read(text, at, from, limits)
}

impl<'t> Json<'t> {
    pub fn root(&self) -> Option<Value<'_>> {
        (!self.nodes.is_empty()).then_some(Value { json: self, at: 0 })
    }

    /// Every value of the document in order, members' keys left out.
    pub fn values(&self) -> impl Iterator<Item = Value<'_>> {
        self.root().into_iter().flat_map(Value::descendants)
    }

    /// The places of references that the document does not resolve: `!Ref`, `${…}` of a template, Terraform's
    /// `var.name`. JSON itself has none.
    pub fn unresolved(&self) -> impl Iterator<Item = Span> {
        self.unresolved.iter().map(|(_, span)| *span)
    }

    /// Says of the strings that meet these places that they stand for something unknown. The places are in order.
    pub fn mark_unresolved(&mut self, places: &[Span]) {
        let mut places = places.iter().peekable();
        for (index, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.kind == Kind::String) {
            let own = self.span(node.start as usize, node.end as usize).bytes;
            while places.peek().is_some_and(|place| place.bytes.end <= own.start) {
                places.next();
            }
            while let Some(place) = places.next_if(|place| place.bytes.start < own.end) {
                self.unresolved.push((narrow(index), *place));
            }
        }
    }

    /// One value as a document of its own, over the same text.
    pub fn subtree(&self, value: Value<'_>) -> Json<'t> {
        let (first, end) = (value.at, value.next());
        let nodes = self.nodes.get(first as usize..end as usize).unwrap_or_default().iter();
        let shift = |node: u32| node.saturating_sub(first);
        Json {
            text: self.text,
            at: self.at,
            nodes: nodes.map(|node| Node { next: shift(node.next), ..*node }).collect(),
            made: of_nodes(&self.made, first, end)
                .iter()
                .map(|(node, text)| (shift(*node), text.clone()))
                .collect(),
            unresolved: of_nodes(&self.unresolved, first, end)
                .iter()
                .map(|(node, span)| (shift(*node), *span))
                .collect(),
            faults: Vec::new(),
            more_faults: 0,
            end: self.end,
        }
    }

    /// Makes another document over the same text.
    pub(crate) fn builder<'l>(&self, limits: &'l Limits) -> Builder<'t, 'l> {
        Builder::new(self.text, self.at, limits)
    }

    /// The value with that number, see [`Value::index`].
    pub fn value_at(&self, index: u32) -> Option<Value<'_>> {
        ((index as usize) < self.nodes.len()).then_some(Value { json: self, at: index })
    }

    /// Where reading ended, in bytes of the text.
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// Whether it may be no JSON at all: something was found that no habit of writing JSON explains.
    pub fn is_doubtful(&self) -> bool {
        use FaultKind::*;
        self.more_faults > 0
            || self.faults.iter().any(|fault| {
                matches!(
                    fault.kind,
                    Empty
                        | MissingComma
                        | MissingColon
                        | MissingValue
                        | Mismatched
                        | Unclosed
                        | Unexpected
                        | BadLiteral
                        | BadNumber
                        | TrailingText
                        | Depth
                        | Nodes
                )
            })
    }

    pub fn has(&self, kind: FaultKind) -> bool {
        self.faults.iter().any(|fault| fault.kind == kind)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let base = self.at.bytes.start as usize;
        Span {
            source: self.at.source,
            bytes: Bytes::new(base.saturating_add(start), base.saturating_add(end)),
        }
    }

    fn fault(&mut self, kind: FaultKind, start: usize, end: usize, limits: &Limits) {
        if self.faults.len() < limits.problems {
            let span = self.span(start, end);
            self.faults.push(Fault { kind, span });
        } else {
            self.more_faults = self.more_faults.saturating_add(1);
        }
    }
}

/// What belongs to the nodes `first..end`, of a list in the order of the nodes.
fn of_nodes<T>(list: &[(u32, T)], first: u32, end: u32) -> &[(u32, T)] {
    let from = list.partition_point(|(node, _)| *node < first);
    let to = list.partition_point(|(node, _)| *node < end);
    list.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests;
