//! Elements: names, places, relatives and text.
//!
//! It deliberately knows no schema: it answers only for what is written.

use super::attr::Attr;
use super::names::{is_space, prefix_len};
use super::node::{Node, NodeId};
use super::tree::{ElementData, NONE, NodeData, Tree};
use super::value::Joiner;
use crate::source::{Span, Text};

/// An element: a handle that costs nothing to copy.
#[derive(Debug, Clone, Copy)]
pub struct Element<'a> {
    tree: &'a Tree,
    node: &'a NodeData,
    data: &'a ElementData,
}

impl<'a> Element<'a> {
    pub(super) fn new(tree: &'a Tree, id: u32) -> Option<Self> {
        Some(Self { tree, node: tree.node(id)?, data: tree.element_of(id)? })
    }

    pub fn id(self) -> NodeId {
        NodeId(self.data.node)
    }

    /// The same place in the tree, as a node.
    pub fn as_node(self) -> Option<Node<'a>> {
        Node::new(self.tree, self.data.node)
    }

    pub fn qname(self) -> &'a str {
        self.tree.slice(self.node.start.saturating_add(1), self.data.name_end)
    }

    pub fn prefix(self) -> Option<&'a str> {
        self.qname().get(..self.data.prefix_len as usize).filter(|prefix| !prefix.is_empty())
    }

    pub fn local(self) -> &'a str {
        let skip = if self.data.prefix_len == 0 { 0 } else { self.data.prefix_len as usize + 1 };
        self.qname().get(skip..).unwrap_or_default()
    }

    /// `None` where no declaration applies, and for a prefix that nothing declares.
    pub fn namespace(self) -> Option<&'a str> {
        self.tree.uri(self.data.namespace)
    }

    /// Whether this is its expanded name.
    pub fn is(self, namespace: &str, local: &str) -> bool {
        self.local() == local && self.namespace() == Some(namespace)
    }

    /// From the start tag to the end tag. Without an end tag: to where the element ends all the same.
    pub fn span(self) -> Span {
        self.tree.span(self.node.start, self.node.end)
    }

    /// The characters at `span`.
    pub fn raw(self) -> &'a str {
        self.tree.slice(self.node.start, self.node.end)
    }

    pub fn start_tag(self) -> Span {
        self.tree.span(self.node.start, self.data.tag_end)
    }

    /// The name in the start tag, with its prefix.
    pub fn name_span(self) -> Span {
        self.tree.span(self.node.start.saturating_add(1), self.data.name_end)
    }

    /// `None` for `<a/>` and for an element that nothing closes.
    pub fn end_tag(self) -> Option<Span> {
        Some(self.data.end_tag).filter(|&at| at != NONE).map(|at| self.tree.span(at, self.node.end))
    }

    /// Whether it is written `<a/>`.
    pub fn is_empty_tag(self) -> bool {
        self.data.empty
    }

    /// Between the tags; empty at the end of the start tag for `<a/>`.
    pub fn content_span(self) -> Span {
        let (start, end) = self.content();
        self.tree.span(start, end)
    }

    pub fn parent(self) -> Option<Element<'a>> {
        Self::new(self.tree, self.node.parent)
    }

    /// The number of elements around it: zero for the root.
    pub fn depth(self) -> usize {
        self.data.depth as usize
    }

    /// Its number among the siblings of the same local name, counted from 1.
    pub fn index_among_same_name(self) -> usize {
        self.data.ordinal as usize
    }

    /// Local names from the root down, with a number where there are several of a name: `Response/Assertion[2]/Issuer`.
    pub fn path(self) -> String {
        let mut steps: Vec<_> = std::iter::successors(Some(self), |element| element.parent()).collect();
        steps.reverse();
        let step = |element: &Element<'_>| match element.data.several {
            true => format!("{}[{}]", element.local(), element.data.ordinal),
            false => element.local().to_owned(),
        };
        steps.iter().map(step).collect::<Vec<_>>().join("/")
    }

    pub fn children(self) -> impl Iterator<Item = Node<'a>> {
        let first = Node::new(self.tree, self.data.node.saturating_add(1)).filter(|_| self.has_children());
        std::iter::successors(first, |node| node.next_sibling())
    }

    /// The children that are elements.
    pub fn elements(self) -> impl Iterator<Item = Element<'a>> {
        self.children().filter_map(Node::as_element)
    }

    /// The first child of this expanded name.
    pub fn child(self, namespace: &str, local: &str) -> Option<Element<'a>> {
        self.elements().find(|element| element.is(namespace, local))
    }

    pub fn children_named(self, namespace: &str, local: &str) -> impl Iterator<Item = Element<'a>> {
        self.elements().filter(move |element| element.is(namespace, local))
    }

    /// All elements within, in document order, without itself.
    pub fn descendants(self) -> impl Iterator<Item = Element<'a>> {
        self.nodes_within().filter_map(Node::as_element)
    }

    /// All nodes within, in document order, without itself.
    pub fn nodes_within(self) -> impl Iterator<Item = Node<'a>> {
        (self.data.node.saturating_add(1)..self.node.after).filter_map(move |id| Node::new(self.tree, id))
    }

    /// The first descendant of this expanded name.
    pub fn find(self, namespace: &str, local: &str) -> Option<Element<'a>> {
        self.descendants().find(|element| element.is(namespace, local))
    }

    /// Whether `other` is this element or within it.
    pub fn contains(self, other: Element<'_>) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.tree.holds(self.data.node, other.data.node)
    }

    /// As written, declarations of namespaces included.
    pub fn attributes(self) -> impl Iterator<Item = Attr<'a>> {
        (self.data.first_attribute..self.data.after_attributes)
            .filter_map(move |index| Attr::new(self.tree, index))
    }

    /// The attribute of this name in no namespace; the first, should there be two.
    pub fn attribute(self, local: &str) -> Option<Attr<'a>> {
        self.attributes()
            .find(|attribute| attribute.prefix().is_none() && attribute.qname() == local && local != "xmlns")
    }

    pub fn attribute_ns(self, namespace: &str, local: &str) -> Option<Attr<'a>> {
        self.attributes()
            .find(|attribute| attribute.local() == local && attribute.namespace() == Some(namespace))
    }

    /// What a prefix means here; the empty prefix is the default namespace.
    pub fn namespace_of_prefix(self, prefix: &str) -> Option<&'a str> {
        match prefix {
            "xml" => Some(super::names::XML),
            "xmlns" => Some(super::names::XMLNS),
            _ => {
                let node = self.data.node;
                let attribute =
                    self.tree.namespaces.at(prefix, node, |outer| self.tree.holds(outer, node))?;
                self.tree.uri(attribute)
            }
        }
    }

    /// The declarations in this start tag: prefix (`None`: the default namespace) and URI (empty: undeclared).
    pub fn declarations(self) -> impl Iterator<Item = (Option<&'a str>, &'a str)> {
        self.attributes().filter_map(|attribute| {
            let prefix = attribute.declares()?;
            Some((Some(prefix).filter(|prefix| !prefix.is_empty()), attribute.value().as_str()))
        })
    }

    /// Its own text and CDATA joined, over the content; comments, instructions and elements are passed over.
    pub fn text(self) -> Text {
        self.join(self.children())
    }

    /// All text and CDATA within, as XPath 1.0, section 5.2, says.
    pub fn string_value(self) -> String {
        self.join(self.nodes_within()).value
    }

    /// The first comment or instruction beside text that is more than white space. Some readers take only the text
    /// before it, so both readings matter.
    pub fn has_markup_in_text(self) -> Option<Span> {
        let markup = self.children().find(|node| node.is_comment_or_instruction())?;
        let has_text = |node: Node<'_>| match node.characters() {
            Some((start, end, _)) => self.tree.slice(start, end).contains(|c| !is_space(c)),
            None => false,
        };
        self.children().any(has_text).then(|| markup.span())
    }

    fn join(self, nodes: impl Iterator<Item = Node<'a>>) -> Text {
        let (mut at, end) = self.content();
        let span = self.tree.span(at, end);
        let mut joiner = Joiner::default();
        for (from, to, place) in nodes.filter_map(Node::characters) {
            joiner.skip(from.saturating_sub(at) as usize);
            joiner.add(self.tree.slice(from, to), place);
            at = to;
        }
        joiner.skip(end.saturating_sub(at) as usize);
        joiner.finish(span)
    }

    fn has_children(self) -> bool {
        self.node.after > self.data.node.saturating_add(1)
    }

    fn content(self) -> (u32, u32) {
        let end = if self.data.end_tag == NONE { self.node.end } else { self.data.end_tag };
        (self.data.tag_end, end.max(self.data.tag_end))
    }

    /// What a QName in a value means here (`xsi:type`): namespace and local part. `None`: the prefix is not declared.
    pub fn resolve_qname<'v>(self, value: &'v str) -> Option<(Option<&'a str>, &'v str)> {
        match prefix_len(value) {
            0 => Some((self.namespace_of_prefix(""), value)),
            colon => Some((Some(self.namespace_of_prefix(value.get(..colon)?)?), value.get(colon + 1..)?)),
        }
    }
}

impl PartialEq for Element<'_> {
    /// Whether both are the same element of the same document.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.data.node == other.data.node
    }
}

impl Eq for Element<'_> {}
