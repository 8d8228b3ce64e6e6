//! An attribute: a handle that costs nothing to copy.
//!
//! It deliberately keeps declarations of namespaces among the attributes, as they are written.

use super::start_tag::declared_prefix;
use super::tree::{AttributeData, Tree};
use crate::source::{Span, Text};

#[derive(Debug, Clone, Copy)]
pub struct Attr<'a> {
    tree: &'a Tree,
    data: &'a AttributeData,
}

impl<'a> Attr<'a> {
    pub(super) fn new(tree: &'a Tree, index: u32) -> Option<Self> {
        Some(Self { tree, data: tree.attribute(index)? })
    }

    pub fn qname(self) -> &'a str {
        self.tree.slice(self.data.name_start, self.data.name_end)
    }

    pub fn prefix(self) -> Option<&'a str> {
        self.qname().get(..self.data.prefix_len as usize).filter(|prefix| !prefix.is_empty())
    }

    pub fn local(self) -> &'a str {
        let skip = if self.data.prefix_len == 0 { 0 } else { self.data.prefix_len as usize + 1 };
        self.qname().get(skip..).unwrap_or_default()
    }

    /// `None` without a prefix, and for a prefix that nothing declares.
    pub fn namespace(self) -> Option<&'a str> {
        self.tree.uri(self.data.namespace)
    }

    pub fn name_span(self) -> Span {
        self.tree.span(self.data.name_start, self.data.name_end)
    }

    /// The value, normalised (XML 1.0, section 3.3.3).
    pub fn value(self) -> &'a Text {
        &self.data.value
    }

    /// What stands between the quotes.
    pub fn value_span(self) -> Span {
        self.data.value.span
    }

    /// From the name to the closing quote.
    pub fn span(self) -> Span {
        self.tree.span(self.data.name_start, self.data.end)
    }

    /// The characters at `span`.
    pub fn raw(self) -> &'a str {
        self.tree.slice(self.data.name_start, self.data.end)
    }

    pub fn is_namespace_declaration(self) -> bool {
        declared_prefix(self.qname()).is_some()
    }

    /// The prefix that it declares: `None` if it declares none, `Some("")` for the default namespace.
    pub fn declares(self) -> Option<&'a str> {
        declared_prefix(self.qname())
    }
}
