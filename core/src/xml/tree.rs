//! The arena: nodes in document order, elements and attributes beside them.
//!
//! It deliberately has no boxes: dropping it is flat, however deep the document.

use super::names::{XML, XMLNS};
use super::namespaces::Namespaces;
use super::start_tag::declared_prefix;
use crate::order;
use crate::source::{SourceId, Span, Text, narrow};

/// No node, attribute or namespace.
pub(super) const NONE: u32 = u32::MAX;
/// The namespace of `xml`, which no attribute need declare.
pub(super) const XML_NAMESPACE: u32 = u32::MAX - 1;
/// The namespace of `xmlns`.
pub(super) const XMLNS_NAMESPACE: u32 = u32::MAX - 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Index into `elements`.
    Element(u32),
    Text,
    CData,
    Comment,
    Instruction,
    Doctype,
    Declaration,
    Broken,
}

/// Offsets are bytes of the document's text.
#[derive(Debug, Clone)]
pub(super) struct NodeData {
    pub shape: Shape,
    pub start: u32,
    pub end: u32,
    pub parent: u32,
    pub previous: u32,
    /// One past the last node within; so the next sibling, if there is one.
    pub after: u32,
}

#[derive(Debug, Clone)]
pub(super) struct ElementData {
    pub node: u32,
    /// End of the start tag; the name begins one byte after the node.
    pub tag_end: u32,
    pub name_end: u32,
    pub prefix_len: u32,
    /// Where the end tag begins. It goes to the end of the node. `NONE`: there is none.
    pub end_tag: u32,
    pub empty: bool,
    pub depth: u32,
    /// Attributes `first..after`.
    pub first_attribute: u32,
    pub after_attributes: u32,
    /// The attribute that declares its namespace, or one of the constants.
    pub namespace: u32,
    /// Counts from 1 among the siblings of the same local name.
    pub ordinal: u32,
    /// Whether there are several of them.
    pub several: bool,
}

#[derive(Debug, Clone)]
pub(super) struct AttributeData {
    pub name_start: u32,
    pub name_end: u32,
    pub end: u32,
    pub prefix_len: u32,
    pub namespace: u32,
    pub value: Text,
}

#[derive(Debug, Clone)]
pub(super) struct Tree {
    pub text: Box<str>,
    /// Where the text begins in its source.
    pub base: u32,
    pub source: SourceId,
    pub nodes: Vec<NodeData>,
    pub elements: Vec<ElementData>,
    pub attributes: Vec<AttributeData>,
    pub namespaces: Namespaces,
    /// Attribute and node of each identifier, by value, then in document order.
    pub ids: Vec<(u32, u32)>,
}

impl Tree {
    pub fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn span(&self, start: u32, end: u32) -> Span {
        let at = |offset: u32| self.base.saturating_add(offset) as usize;
        Span::new(self.source, at(start), at(end))
    }

    pub fn node(&self, id: u32) -> Option<&NodeData> {
        self.nodes.get(id as usize)
    }

    pub fn element_of(&self, id: u32) -> Option<&ElementData> {
        match self.node(id)?.shape {
            Shape::Element(index) => self.elements.get(index as usize),
            _ => None,
        }
    }

    pub fn attribute(&self, index: u32) -> Option<&AttributeData> {
        self.attributes.get(index as usize)
    }

    /// The URI that a namespace index means. `xmlns=""` means none.
    pub fn uri(&self, namespace: u32) -> Option<&str> {
        match namespace {
            XML_NAMESPACE => Some(XML),
            XMLNS_NAMESPACE => Some(XMLNS),
            _ => self
                .attribute(namespace)
                .map(|attribute| attribute.value.as_str())
                .filter(|uri| !uri.is_empty()),
        }
    }

    /// Whether `outer` is `inner` or an element around it.
    pub fn holds(&self, outer: u32, inner: u32) -> bool {
        outer <= inner && self.node(outer).is_some_and(|node| inner < node.after)
    }

    /// The span of an element's name.
    pub fn name_span(&self, id: u32) -> Option<Span> {
        let start = self.node(id)?.start.saturating_add(1);
        Some(self.span(start, self.element_of(id)?.name_end))
    }

    /// Ends an element and its declarations. The nodes that it holds are those from it to the last one there is.
    pub fn close(&mut self, id: u32, end: u32, end_tag: u32) {
        let after = narrow(self.nodes.len());
        let Some(node) = self.nodes.get_mut(id as usize) else { return };
        (node.end, node.after) = (end, after);
        let Shape::Element(index) = node.shape else { return };
        let Some(element) = self.elements.get_mut(index as usize) else { return };
        element.end_tag = end_tag;
        for index in element.first_attribute..element.after_attributes {
            let Some(attribute) = self.attributes.get(index as usize) else { continue };
            let name = self.text.get(attribute.name_start as usize..attribute.name_end as usize);
            if let Some(prefix) = name.and_then(declared_prefix) {
                self.namespaces.close(prefix, id);
            }
        }
    }

    pub fn sort_ids(&mut self) {
        let attributes = &self.attributes;
        let value =
            |index: u32| attributes.get(index as usize).map_or("", |attribute| attribute.value.as_str());
        order::by(&mut self.ids, |a, b| value(a.0).cmp(value(b.0)).then(a.0.cmp(&b.0)));
    }

    /// The elements that carry the identifier, in document order.
    pub fn with_id(&self, id: &str) -> impl Iterator<Item = u32> {
        let value = |index: u32| self.attribute(index).map_or("", |attribute| attribute.value.as_str());
        let start = self.ids.partition_point(|&(attribute, _)| value(attribute) < id);
        let end = self.ids.partition_point(|&(attribute, _)| value(attribute) <= id);
        let mut nodes: Vec<u32> =
            self.ids.get(start..end).unwrap_or_default().iter().map(|&(_, node)| node).collect();
        nodes.dedup();
        nodes.into_iter()
    }
}
