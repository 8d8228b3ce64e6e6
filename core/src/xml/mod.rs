//! XML as it is written: a tree that keeps every byte, knows the place of everything and survives every fault.
//!
//! It deliberately expands no entity, fetches nothing and validates against nothing; attribute defaults and types of
//! a DOCTYPE are not applied. What is wrong is told as [`Problem`]s; the tree holds what a person would read all the
//! same.
//!
//! The node tree tiles the input: the tags of elements and the nodes without children, one after the other, are the
//! text again, byte for byte.

mod attr;
mod attributes;
mod build;
pub mod c14n;
mod content;
mod element;
pub mod names;
mod namespaces;
mod node;
mod problem;
mod prolog;
mod start_tag;
#[cfg(test)]
mod tests;
mod tokens;
mod tree;
mod value;

use std::sync::Arc;

pub use attr::Attr;
pub use element::Element;
pub use node::{Kind, Node, NodeId};
pub use problem::{Budget, ParseClass, Problem, ProblemKind};

use crate::limits::Limits;
use crate::source::Span;
use tree::Tree;

/// One parsed document. Cloning it shares the tree.
#[derive(Debug, Clone)]
pub struct Document {
    /// The part of the source that it was read from.
    pub span: Span,
    /// In the order of the document.
    pub problems: Vec<Problem>,
    /// How many more there were.
    pub problems_dropped: usize,
    class: ParseClass,
    tree: Arc<Tree>,
}

/// Reads `text`, which stands at `span` in its source. It takes linear time and stops at the budgets `xml_bytes`,
/// `xml_depth`, `xml_nodes` and `xml_restarts`; what is behind is one broken node.
pub fn parse(text: &str, span: Span, limits: &Limits) -> Document {
    let (tree, problems) = build::Builder::new(text, span, limits).run();
    let class = problems.class();
    let (problems, problems_dropped) = problems.finish();
    Document { span, problems, problems_dropped, class, tree: Arc::new(tree) }
}

impl Document {
    /// The first element that no other holds.
    pub fn root(&self) -> Option<Element<'_>> {
        self.top().find_map(Node::as_element)
    }

    /// The nodes that no element holds.
    pub fn top(&self) -> impl Iterator<Item = Node<'_>> {
        std::iter::successors(Node::new(&self.tree, 0), |node| node.next_sibling())
    }

    /// All nodes in document order.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (0..crate::source::narrow(self.tree.nodes.len())).filter_map(|id| Node::new(&self.tree, id))
    }

    pub fn node(&self, id: NodeId) -> Option<Node<'_>> {
        Node::new(&self.tree, id.0)
    }

    pub fn element(&self, id: NodeId) -> Option<Element<'_>> {
        Element::new(&self.tree, id.0)
    }

    /// All elements in document order.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.tree.elements.iter().filter_map(|element| Element::new(&self.tree, element.node))
    }

    /// The elements with this value in `ID`, `Id`, `id`, `AssertionID` or `ResponseID`, in document order.
    pub fn by_id(&self, id: &str) -> impl Iterator<Item = Element<'_>> {
        self.tree.with_id(id).filter_map(|node| Element::new(&self.tree, node))
    }

    /// The deepest node at a byte offset of the source.
    pub fn node_at(&self, offset: u32) -> Option<Node<'_>> {
        let offset = offset.checked_sub(self.tree.base)?;
        let last = self.tree.nodes.partition_point(|node| node.start <= offset).checked_sub(1)?;
        let mut node = Node::new(&self.tree, crate::source::narrow(last))?;
        loop {
            let (start, end) = node.offsets();
            if start <= offset && offset < end {
                return Some(node);
            }
            node = Node::new(&self.tree, node.parent_id()?)?;
        }
    }

    /// The characters at a span of this document; empty for any other span.
    pub fn raw(&self, span: Span) -> &str {
        let base = self.tree.base;
        match (span.bytes.start.checked_sub(base), span.bytes.end.checked_sub(base)) {
            (Some(start), Some(end)) if span.source == self.tree.source => self.tree.slice(start, end),
            _ => "",
        }
    }

    /// What a namespace-aware parser would say to it.
    pub fn parse_class(&self) -> ParseClass {
        self.class
    }
}
