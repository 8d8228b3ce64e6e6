//! The walk over the nodes, in document order and without recursion.
//!
//! It deliberately decides nothing about which nodes belong to the subset.

use std::collections::BTreeMap;

use super::output::{Canonical, Escape};
use super::scope::Scope;
use super::{Attr, Element, Fault, FaultKind, Form, Method, Node, Part, Subset};
use crate::xml::Kind;
use crate::xml::names::XML;
use crate::xml::tree::Tree;
use crate::xml::value::{Piece, Pieces, Place, Reference};

/// Faults kept of one walk: one of a kind is enough to refuse the octets.
const MOST_FAULTS: usize = 16;

pub(super) struct Walk<'a, 'm> {
    tree: &'a Tree,
    subset: Subset<'a>,
    pub method: &'m Method,
    most: usize,
    out: Canonical,
    scope: Scope<'a>,
    open: Vec<Open<'a>>,
}

/// An element whose end has not been reached.
struct Open<'a> {
    element: Element<'a>,
    after: u32,
    visible: bool,
    mark: usize,
}

impl<'a, 'm> Walk<'a, 'm> {
    pub fn new(tree: &'a Tree, subset: Subset<'a>, method: &'m Method, most: usize) -> Self {
        let out = Canonical::new(tree.source, tree.base);
        Self { tree, subset, method, most, out, scope: Scope::default(), open: Vec::new() }
    }

    pub fn run(mut self) -> Canonical {
        let (mut at, end) = match self.subset {
            Subset::Tree { apex: Some(apex), .. } => (apex.id().0, self.after(apex.id().0)),
            _ => (0, crate::source::narrow(self.tree.nodes.len())),
        };
        while at < end {
            self.close(at);
            let Some(node) = Node::new(self.tree, at) else { break };
            if self.out.octets.len() > self.most {
                self.fault(Fault { kind: FaultKind::Limit, span: node.span() });
                break;
            }
            at = self.node(node);
        }
        self.close(end);
        self.out
    }

    /// Whether a member belongs to the subset. In a tree all do; what is left out is never walked.
    pub fn shows(&self, part: Part<'a>) -> bool {
        match self.subset {
            Subset::Tree { .. } => true,
            Subset::Nodes(includes) => includes(part),
        }
    }

    /// Whether the element around is no member, so that inherited attributes must be written.
    pub fn is_orphan(&self, element: Element<'a>) -> bool {
        match self.subset {
            Subset::Tree { apex, .. } => apex == Some(element),
            Subset::Nodes(includes) => {
                let parent = element.parent().and_then(Element::as_node);
                parent.is_some_and(|parent| !includes(Part::Node(parent)))
            }
        }
    }

    pub fn fault(&mut self, fault: Fault) {
        if self.out.faults.len() < MOST_FAULTS {
            self.out.faults.push(fault);
        }
    }

    fn after(&self, id: u32) -> u32 {
        self.tree.node(id).map_or(u32::MAX, |node| node.after)
    }

    /// Writes one node and gives the number of the next.
    fn node(&mut self, node: Node<'a>) -> u32 {
        let next = node.id().0.saturating_add(1);
        match node.kind() {
            Kind::Element(element) => {
                if matches!(self.subset, Subset::Tree { without: Some(without), .. } if without == element) {
                    return self.after(element.id().0);
                }
                self.element(element, node);
            }
            Kind::Text | Kind::CData if node.parent().is_some() => {
                if self.shows(Part::Node(node)) {
                    let Some((start, end, place)) = node.characters() else { return next };
                    self.characters(start, end, place, Escape::Text);
                }
            }
            Kind::Comment if self.method.comments => self.aside(node, "<!--", "-->"),
            Kind::Instruction => self.aside(node, "<?", "?>"),
            Kind::Broken => self.fault(Fault { kind: FaultKind::Broken, span: node.span() }),
            Kind::Text | Kind::CData | Kind::Comment | Kind::Doctype | Kind::Declaration => {}
        }
        next
    }

    /// A comment or an instruction; outside the root it has a line of its own (section 2.3).
    fn aside(&mut self, node: Node<'a>, before: &str, behind: &str) {
        if !self.shows(Part::Node(node)) {
            return;
        }
        let (start, end) = node.offsets();
        let outside = node.parent().is_none();
        let root = self.tree.elements.first().map_or(u32::MAX, |root| root.node);
        self.out.from(start, end);
        if outside && node.id().0 > root {
            self.out.put("\n");
        }
        self.out.put(before);
        let target = node.target();
        self.out.put(target);
        let text = node.text();
        if !target.is_empty() && !text.value.is_empty() {
            self.out.put(" ");
        }
        self.out.put(&text.value);
        self.out.put(behind);
        if outside && node.id().0 < root {
            self.out.put("\n");
        }
    }

    fn element(&mut self, element: Element<'a>, node: Node<'a>) {
        let visible = self.shows(Part::Node(node));
        let mark = self.scope.mark();
        let attributes = self.shown_attributes(element, visible);
        let (start, _) = node.offsets();
        let tag_end = self.offset(element.start_tag().bytes.end);
        if visible {
            self.out.from(start, self.offset(element.name_span().bytes.end));
            self.out.put("<");
            self.out.put(element.qname());
        }
        self.namespaces(element, visible, &attributes);
        for attr in attributes {
            self.attribute(attr);
        }
        if visible {
            self.out.from(tag_end.saturating_sub(1), tag_end);
            self.out.put(">");
        }
        self.open.push(Open { element, after: self.after(element.id().0), visible, mark });
    }

    /// Ends the elements that do not hold the node `at`.
    fn close(&mut self, at: u32) {
        while let Some(open) = self.open.pop_if(|open| open.after <= at) {
            self.scope.back(open.mark);
            if open.visible {
                let end = open.element.end_tag().unwrap_or(open.element.start_tag()).bytes;
                self.out.from(self.offset(end.start), self.offset(end.end));
                self.out.put("</");
                self.out.put(open.element.qname());
                self.out.put(">");
            }
        }
    }

    /// A byte of the source as a byte of the document.
    fn offset(&self, source: u32) -> u32 {
        source.saturating_sub(self.tree.base)
    }

    fn attribute(&mut self, attr: Attr<'a>) {
        let bytes = attr.span().bytes;
        self.out.from(self.offset(bytes.start), self.offset(bytes.end));
        self.out.put(" ");
        self.out.put(attr.qname());
        self.out.put("=\"");
        let value = attr.value_span().bytes;
        self.characters(
            self.offset(value.start),
            self.offset(value.end),
            Place::Attribute,
            Escape::Attribute,
        );
        self.out.from(self.offset(value.end), self.offset(bytes.end));
        self.out.put("\"");
    }

    /// The namespace axis: what was not yet said, or no longer holds (section 2.3; Exclusive, section 3).
    fn namespaces(&mut self, element: Element<'a>, visible: bool, attributes: &[Attr<'a>]) {
        let mut candidates = BTreeMap::new();
        self.declared(element, &mut candidates);
        if self.method.form == Form::Exclusive {
            candidates.retain(|prefix, _| self.method.prefixes.iter().any(|listed| listed == prefix));
            if visible {
                self.utilised(element, attributes, &mut candidates);
            }
        }
        for (prefix, attr) in candidates {
            if prefix == "xml" {
                continue;
            }
            let name = attr.map(|attr| attr.value().as_str()).filter(|name| !name.is_empty());
            let name = name.filter(|_| self.shows(Part::Namespace(element, prefix)));
            match (name, attr, self.scope.get(prefix)) {
                (Some(name), Some(attr), before) if before != Some(name) => {
                    self.relative(attr);
                    self.attribute(attr);
                }
                (None, _, Some(_)) if prefix.is_empty() && visible => {
                    let bytes = attr.map_or(element.name_span(), Attr::span).bytes;
                    self.out.from(self.offset(bytes.start), self.offset(bytes.end));
                    self.out.put(" xmlns=\"\"");
                }
                _ => {}
            }
            if visible {
                self.scope.set(prefix, name);
            }
        }
    }

    /// The declarations that can differ from what the element around showed: its own. At an apex and in a node-set
    /// it is all that are in scope.
    fn declared(&mut self, element: Element<'a>, candidates: &mut BTreeMap<&'a str, Option<Attr<'a>>>) {
        for attr in element.attributes() {
            if let Some(prefix) = attr.declares() {
                self.relative(attr);
                candidates.entry(prefix).or_insert(Some(attr));
            }
        }
        if matches!(self.subset, Subset::Tree { apex, .. } if apex != Some(element)) {
            return;
        }
        for outer in std::iter::successors(element.parent(), |outer| outer.parent()) {
            for attr in outer.attributes() {
                if let Some(prefix) = attr.declares() {
                    candidates.entry(prefix).or_insert(Some(attr));
                }
            }
        }
    }

    /// The prefixes that the element and its attributes visibly utilise (Exclusive, section 1.1).
    fn utilised(
        &mut self,
        element: Element<'a>,
        attributes: &[Attr<'a>],
        candidates: &mut BTreeMap<&'a str, Option<Attr<'a>>>,
    ) {
        let of_attributes = attributes.iter().filter_map(|attr| attr.prefix());
        for prefix in std::iter::once(element.prefix().unwrap_or_default()).chain(of_attributes) {
            if prefix == "xml" || candidates.contains_key(prefix) {
                continue;
            }
            let node = element.id().0;
            let holds = |outer| self.tree.holds(outer, node);
            let declaration = self.tree.namespaces.at(prefix, node, holds);
            candidates.insert(prefix, declaration.and_then(|index| Attr::new(self.tree, index)));
        }
    }

    fn relative(&mut self, attr: Attr<'a>) {
        let name = attr.value().as_str();
        if !name.is_empty() && name != XML && !has_scheme(name) {
            self.fault(Fault { kind: FaultKind::RelativeNamespace, span: attr.value_span() });
        }
    }

    /// Raw characters as they are meant, escaped anew.
    fn characters(&mut self, start: u32, end: u32, place: Place, escape: Escape) {
        let mut at = start;
        for piece in Pieces::new(self.tree.slice(start, end), place) {
            let behind = at.saturating_add(crate::source::narrow(piece.raw_len()));
            match piece {
                Piece::Copy(raw) => self.out.copy(raw, at, escape),
                Piece::Made { means, .. } => {
                    self.out.from(at, behind);
                    self.out.character(means, escape);
                }
                Piece::Fault(reference, raw) => {
                    let kind = match reference {
                        Reference::Entity => FaultKind::Entity,
                        Reference::Bare | Reference::BadCharacter => FaultKind::Broken,
                    };
                    self.fault(Fault { kind, span: self.tree.span(at, behind) });
                    self.out.copy(raw, at, Escape::Nothing);
                }
            }
            at = behind;
        }
    }
}

/// Whether a URI reference is absolute (RFC 3986, section 3.1).
fn has_scheme(uri: &str) -> bool {
    let Some((scheme, _)) = uri.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}
