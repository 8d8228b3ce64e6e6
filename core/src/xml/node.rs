//! Nodes of a document: handles that cost nothing to copy.
//!
//! It deliberately changes nothing: the tree is built once.

use super::element::Element;
use super::names::is_space;
use super::tree::{NONE, NodeData, Shape, Tree};
use super::value::{Place, decode};
use crate::source::{Span, Text};

/// Index of a node in its document; smaller comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A piece of a document. Nodes tile it: what an element's tags and children do not cover does not exist.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    pub(super) tree: &'a Tree,
    pub(super) id: u32,
    data: &'a NodeData,
}

#[derive(Debug, Clone, Copy)]
pub enum Kind<'a> {
    Element(Element<'a>),
    /// With references undecoded; a stray `<` too is text.
    Text,
    CData,
    Comment,
    Instruction,
    Doctype,
    /// `<?xml … ?>` at the start.
    Declaration,
    /// Markup that is not whole, an end tag that closes nothing, or what lies behind a budget. No text counts it.
    Broken,
}

impl<'a> Node<'a> {
    pub(super) fn new(tree: &'a Tree, id: u32) -> Option<Self> {
        Some(Self { tree, id, data: tree.node(id)? })
    }

    pub fn id(self) -> NodeId {
        NodeId(self.id)
    }

    pub fn kind(self) -> Kind<'a> {
        match self.data.shape {
            Shape::Element(_) => Element::new(self.tree, self.id).map_or(Kind::Broken, Kind::Element),
            Shape::Text => Kind::Text,
            Shape::CData => Kind::CData,
            Shape::Comment => Kind::Comment,
            Shape::Instruction => Kind::Instruction,
            Shape::Doctype => Kind::Doctype,
            Shape::Declaration => Kind::Declaration,
            Shape::Broken => Kind::Broken,
        }
    }

    /// The element, if the node is one.
    pub fn as_element(self) -> Option<Element<'a>> {
        Element::new(self.tree, self.id)
    }

    /// All of it, markup included; an element from its start tag to its end tag.
    pub fn span(self) -> Span {
        self.tree.span(self.data.start, self.data.end)
    }

    /// The characters at `span`.
    pub fn raw(self) -> &'a str {
        self.tree.slice(self.data.start, self.data.end)
    }

    pub fn parent(self) -> Option<Element<'a>> {
        Element::new(self.tree, self.data.parent)
    }

    pub fn next_sibling(self) -> Option<Self> {
        Self::new(self.tree, self.data.after).filter(|next| next.data.parent == self.data.parent)
    }

    pub fn previous_sibling(self) -> Option<Self> {
        Self::new(self.tree, self.data.previous)
    }

    /// Text and CDATA: the characters that are meant. A comment: what stands in it. An instruction: what follows its
    /// target. Line ends are `\n` (XML 1.0, section 2.11). For other nodes it is empty, at their start.
    pub fn text(self) -> Text {
        let raw = self.raw();
        let (from, to, place) = match self.data.shape {
            Shape::Text => (0, raw.len(), Place::Content),
            Shape::CData => (9, raw.len().saturating_sub(3), Place::Verbatim),
            Shape::Comment => (4, raw.len().saturating_sub(3), Place::Verbatim),
            Shape::Instruction => {
                let end = raw.len().saturating_sub(2);
                let data = raw.get(2 + self.target().len()..end).unwrap_or_default();
                (end - data.trim_start_matches(is_space).len(), end, Place::Verbatim)
            }
            _ => (0, 0, Place::Verbatim),
        };
        let at = |offset: usize| self.data.start.saturating_add(crate::source::narrow(offset));
        decode(raw.get(from..to).unwrap_or_default(), self.tree.span(at(from), at(to)), place)
    }

    /// The target of an instruction; empty for other nodes.
    pub fn target(self) -> &'a str {
        let content =
            self.raw().strip_prefix("<?").and_then(|raw| raw.strip_suffix("?>")).unwrap_or_default();
        content.split(is_space).next().unwrap_or_default()
    }

    /// The raw characters of text and CDATA as they count for an element's text: their range in the document.
    pub(super) fn characters(self) -> Option<(u32, u32, Place)> {
        let NodeData { start, end, .. } = *self.data;
        match self.data.shape {
            Shape::Text => Some((start, end, Place::Content)),
            Shape::CData => Some((start.saturating_add(9), end.saturating_sub(3), Place::Verbatim)),
            _ => None,
        }
    }

    pub(super) fn is_comment_or_instruction(self) -> bool {
        matches!(self.data.shape, Shape::Comment | Shape::Instruction)
    }

    pub(super) fn offsets(self) -> (u32, u32) {
        (self.data.start, self.data.end)
    }

    /// Index of the parent, for walks upward.
    pub(super) fn parent_id(self) -> Option<u32> {
        Some(self.data.parent).filter(|&parent| parent != NONE)
    }
}

impl PartialEq for Node<'_> {
    /// Whether both are the same node of the same document.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.id == other.id
    }
}

impl Eq for Node<'_> {}
