//! A look at one value of a document, without a copy.
//!
//! It deliberately has no index of members: objects are small, and a search keeps duplicates apart.

use super::{Json, Kind, Node};
use crate::codec::escapes::{self, Dialect};
use crate::limits::Limits;
use crate::source::{Span, Text};

#[derive(Clone, Copy)]
pub struct Value<'j> {
    pub(super) json: &'j Json<'j>,
    pub(super) at: u32,
}

impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?} at {:?}", self.kind(), self.span().bytes)
    }
}

impl<'j> Value<'j> {
    pub fn kind(self) -> Kind {
        self.node().kind
    }

    /// The whole value; of a string, with its quotes.
    pub fn span(self) -> Span {
        let node = self.node();
        let quote = usize::from(node.quoted);
        let end = (node.end as usize + quote).min(self.json.text.len());
        self.json.span((node.start as usize).saturating_sub(quote), end)
    }

    /// Of a string, the characters between the quotes; else the whole.
    pub fn inner_span(self) -> Span {
        let node = self.node();
        self.json.span(node.start as usize, node.end as usize)
    }

    /// The characters of the value as they stand; of a string, without its quotes.
    pub fn raw(self) -> &'j str {
        let node = self.node();
        self.json.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// The first member of that name.
    pub fn get(self, key: &str) -> Option<Value<'j>> {
        self.entries().find(|(name, _)| name.is(key)).map(|(_, value)| value)
    }

    /// Every member of that name.
    pub fn get_all(self, key: &str) -> impl Iterator<Item = Value<'j>> {
        self.entries().filter(move |(name, _)| name.is(key)).map(|(_, value)| value)
    }

    /// The value at the end of a path of member names.
    pub fn path(self, keys: &[&str]) -> Option<Value<'j>> {
        keys.iter().try_fold(self, |value, key| value.get(key))
    }

    /// Members in order, duplicates included.
    pub fn members(self) -> impl Iterator<Item = (Text, Value<'j>)> {
        self.entries().map(|(key, value)| (key.text(), value))
    }

    /// Members in order with their names as values: nothing is decoded.
    pub fn entries(self) -> impl Iterator<Item = (Value<'j>, Value<'j>)> {
        let mut children = self.children(Kind::Object);
        std::iter::from_fn(move || Some((children.next()?, children.next()?)))
    }

    /// Items of an array in order.
    pub fn items(self) -> impl Iterator<Item = Value<'j>> {
        self.children(Kind::Array)
    }

    /// A string, decoded, with its own way back.
    pub fn as_text(self) -> Option<Text> {
        (self.kind() == Kind::String).then(|| self.text())
    }

    /// A string that stands in the text as it is; `None` where escapes must be decoded.
    pub fn as_plain_str(self) -> Option<&'j str> {
        (self.kind() == Kind::String && !self.node().escaped).then(|| self.raw())
    }

    /// Whether this is that string.
    pub fn is(self, text: &str) -> bool {
        self.kind() == Kind::String
            && match self.as_plain_str() {
                Some(plain) => plain == text,
                // An escape is at most twelve characters for four bytes.
                None if self.made().is_some() => self.made().is_some_and(|made| made.value == text),
                None => self.raw().len() <= text.len().saturating_mul(6) && self.text().value == text,
            }
    }

    pub fn number_text(self) -> Option<&'j str> {
        (self.kind() == Kind::Number).then(|| self.raw())
    }

    pub fn as_bool(self) -> Option<bool> {
        (self.kind() == Kind::Bool).then(|| self.raw().eq_ignore_ascii_case("true"))
    }

    /// A number without fraction and exponent that fits.
    pub fn as_i64(self) -> Option<i64> {
        self.number_text()?.parse().ok()
    }

    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// This value and everything in it, in order, without the names of members.
    pub fn descendants(self) -> impl Iterator<Item = Value<'j>> {
        self.keyed_descendants().map(|(_, value)| value)
    }

    /// The same with the name of the member that the value is.
    pub fn keyed_descendants(self) -> impl Iterator<Item = (Option<Value<'j>>, Value<'j>)> {
        let end = self.node().next;
        let json = self.json;
        let mut at = self.at;
        // The ends of the containers around `at`, and whether they are objects.
        let mut open: Vec<(u32, bool)> = Vec::new();
        std::iter::from_fn(move || {
            while open.last().is_some_and(|&(end, _)| at >= end) {
                open.pop();
            }
            if at >= end {
                return None;
            }
            let key = open.last().is_some_and(|&(_, object)| object).then_some(Value { json, at });
            at = at.saturating_add(u32::from(key.is_some()));
            let value = Value { json, at };
            if matches!(value.kind(), Kind::Array | Kind::Object) {
                open.push((value.node().next, value.kind() == Kind::Object));
            }
            at = at.saturating_add(1);
            Some((key, value))
        })
    }

    /// The places within this value, not in what it contains, that stand for something unknown.
    pub fn unresolved(self) -> impl Iterator<Item = Span> {
        let all = &self.json.unresolved;
        let first = all.partition_point(|(node, _)| *node < self.at);
        all.iter().skip(first).take_while(move |(node, _)| *node == self.at).map(|(_, span)| *span)
    }

    /// The number of this value in its document. Reading the same text again gives the same numbers.
    pub fn index(self) -> u32 {
        self.at
    }

    pub(super) fn next(self) -> u32 {
        self.node().next
    }

    fn made(self) -> Option<&'j Text> {
        let made = &self.json.made;
        let at = made.binary_search_by_key(&self.at, |(node, _)| *node).ok()?;
        made.get(at).map(|(_, text)| text)
    }

    pub(super) fn text(self) -> Text {
        if let Some(made) = self.made() {
            return made.clone();
        }
        let span = self.inner_span();
        match self.node().escaped {
            false => Text::plain(self.raw(), span),
            true => escapes::decode(self.raw(), self.dialect(), &Limits::default()).into_text(span),
        }
    }

    /// Strings in single quotes are a script's.
    fn dialect(self) -> Dialect {
        let quote =
            (self.node().start as usize).checked_sub(1).and_then(|at| self.json.text.as_bytes().get(at));
        if quote == Some(&b'\'') { Dialect::Script } else { Dialect::Json }
    }

    fn children(self, kind: Kind) -> impl Iterator<Item = Value<'j>> {
        let end = if self.kind() == kind { self.node().next } else { 0 };
        let json = self.json;
        let mut at = self.at.saturating_add(1);
        std::iter::from_fn(move || {
            let value = (at < end).then_some(Value { json, at })?;
            at = value.node().next.max(at.saturating_add(1));
            Some(value)
        })
    }

    pub(super) fn node(self) -> Node {
        let nothing = Node { start: 0, end: 0, next: 0, kind: Kind::Null, escaped: false, quoted: false };
        self.json.nodes.get(self.at as usize).copied().unwrap_or(nothing)
    }
}
