//! Canonical XML 1.0 and 1.1 and Exclusive XML Canonicalization 1.0, over the lossless tree.
//!
//! It deliberately expands no entity, evaluates no XPath and joins no `xml:base`: where one of these would change the
//! octets, a [`Fault`] says so and the octets must not be used. Nor does it know the defaults and types that a DOCTYPE
//! gives to attributes; who verifies a document with a DOCTYPE must look for that.

mod attributes;
mod output;
mod scope;
#[cfg(test)]
mod tests;
mod walk;

use super::attr::Attr;
use super::element::Element;
use super::node::Node;
use super::{Document, ParseClass};
use crate::source::Span;

pub use output::Canonical;

/// Which specification writes the octets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Canonical XML 1.0.
    Inclusive,
    /// Canonical XML 1.1: `xml:id` is not inherited, `xml:base` is joined.
    Inclusive11,
    /// Exclusive XML Canonicalization 1.0.
    Exclusive,
}

/// A canonicalisation method with its parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    pub form: Form,
    /// Whether comments are kept.
    pub comments: bool,
    /// The InclusiveNamespaces PrefixList of the exclusive form; the empty string is `#default`.
    pub prefixes: Vec<String>,
}

/// The part of a document that is canonicalised.
#[derive(Clone, Copy)]
pub enum Subset<'a> {
    /// An element with all that it holds, or the document (`None`); without one element and all that this holds.
    Tree { apex: Option<Element<'a>>, without: Option<Element<'a>> },
    /// Any set of nodes, as XPath makes them. It costs elements times the declarations around them.
    Nodes(&'a dyn Fn(Part<'a>) -> bool),
}

/// A member of a node-set, as XPath 1.0, section 5, counts nodes.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    Node(Node<'a>),
    /// An attribute of an element; no declaration.
    Attribute(Element<'a>, Attr<'a>),
    /// A prefix in scope at an element; the empty one is the default namespace.
    Namespace(Element<'a>, &'a str),
}

/// Why the octets cannot be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A namespace name that is a relative URI: the specification says to fail (Canonical XML 1.0, section 1.3).
    RelativeNamespace,
    /// A reference to an entity that a DOCTYPE may declare.
    Entity,
    /// Canonical XML 1.1 would join this `xml:base` to that of an element which is left out (section 2.4).
    XmlBase,
    /// Markup that is no XML, or a prefix that nothing declares.
    Broken,
    /// The octets grew past their budget.
    Limit,
}

impl Method {
    /// Without parameters.
    pub fn new(form: Form) -> Self {
        Self { form, comments: false, prefixes: Vec::new() }
    }

    /// The method of an algorithm identifier.
    pub fn from_uri(uri: &str) -> Option<Self> {
        let (form, comments) = match uri {
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" => (Form::Inclusive, false),
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments" => (Form::Inclusive, true),
            "http://www.w3.org/2006/12/xml-c14n11" => (Form::Inclusive11, false),
            "http://www.w3.org/2006/12/xml-c14n11#WithComments" => (Form::Inclusive11, true),
            "http://www.w3.org/2001/10/xml-exc-c14n#" => (Form::Exclusive, false),
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments" => (Form::Exclusive, true),
            _ => return None,
        };
        Some(Self { form, comments, prefixes: Vec::new() })
    }
}

impl FaultKind {
    /// A stable identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::RelativeNamespace => "relative-namespace",
            Self::Entity => "doctype",
            Self::XmlBase => "xml-base",
            Self::Broken => "malformed",
            Self::Limit => "limit",
        }
    }
}

/// Canonicalises a part of `document`; at most `most` octets are made, and then some.
pub fn canonicalise<'a>(
    document: &'a Document,
    subset: Subset<'a>,
    method: &Method,
    most: usize,
) -> Canonical {
    let mut canonical = walk::Walk::new(&document.tree, subset, method, most).run();
    if matches!(document.parse_class(), ParseClass::NotWellFormed | ParseClass::NamespaceError) {
        canonical.faults.push(Fault { kind: FaultKind::Broken, span: document.span });
    }
    canonical
}
