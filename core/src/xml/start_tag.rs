//! Start tags: the element, its attributes, its declarations, and what each name means.
//!
//! It deliberately takes in whatever can be read of a bad tag and reports the rest.

use std::ops::Range;

use super::attributes::{AttributeFault, Scanner};
use super::build::Builder;
use super::names::{self, fault_in_name, fault_in_qname, is_space, prefix_len};
use super::problem::ProblemKind;
use super::tree::{AttributeData, ElementData, NONE, Shape, XML_NAMESPACE, XMLNS_NAMESPACE};
use super::value::{Place, decode, has_ampersand};
use crate::source::narrow;

/// Attributes that hold identifiers: SAML 2.0, XML Signature, SAML 1.1 (assertion, response).
const ID_NAMES: [&str; 5] = ["ID", "Id", "id", "AssertionID", "ResponseID"];

impl<'a> Builder<'a> {
    pub(super) fn start_tag(&mut self, range: Range<usize>, empty: bool) {
        let inner_end = range.end.saturating_sub(if empty { 2 } else { 1 });
        let inner = self.slice(range.start + 1..inner_end);
        let name_len =
            inner.find(|c| is_space(c) || matches!(c, '=' | '"' | '\'' | '/')).unwrap_or(inner.len());
        let name_at = range.start + 1..range.start + 1 + name_len;
        let name = self.slice(name_at.clone());
        self.name_faults(&name_at);
        if self.depth() == 0 && self.has_root {
            self.problem(ProblemKind::SecondRoot, name_at.clone());
        }
        self.has_root |= self.depth() == 0;

        let index = narrow(self.tree.elements.len());
        let node = self.push(Shape::Element(index), range.clone());
        let prefix = prefix_len(name);
        let local = if prefix == 0 { name } else { name.get(prefix + 1..).unwrap_or_default() };
        let ordinal = self.count(local, index);
        let first_attribute = narrow(self.tree.attributes.len());
        self.attributes(name_at.end..inner_end, node);
        let after_attributes = narrow(self.tree.attributes.len());
        self.declarations(first_attribute..after_attributes, node);
        let namespace = self.resolve(name_at.start..name_at.start + prefix, Default::Applies);
        for attribute in first_attribute..after_attributes {
            self.resolve_attribute(attribute);
        }
        self.duplicates(first_attribute..after_attributes);
        self.tree.elements.push(ElementData {
            node,
            tag_end: narrow(range.end),
            name_end: narrow(name_at.end),
            prefix_len: narrow(prefix),
            end_tag: NONE,
            empty,
            depth: narrow(self.depth()),
            first_attribute,
            after_attributes,
            namespace,
            ordinal,
            several: ordinal > 1,
        });
        self.open(node, name);
        if empty {
            self.close(range.end, None, None);
        }
    }

    /// Which of the siblings with this local name it is.
    fn count(&mut self, local: &'a str, element: u32) -> u32 {
        let Some(frame) = self.stack.last_mut() else { return 1 };
        let (count, first) = frame.names.entry(local).or_insert((0, element));
        *count = count.saturating_add(1);
        if *count == 2
            && let Some(first) = self.tree.elements.get_mut(*first as usize)
        {
            first.several = true;
        }
        *count
    }

    fn name_faults(&mut self, at: &Range<usize>) {
        let name = self.slice(at.clone());
        let found = match fault_in_name(name) {
            Some(fault) => Some((ProblemKind::BadName, fault)),
            None => fault_in_qname(name).map(|fault| (ProblemKind::BadQName, fault)),
        };
        if let Some((kind, fault)) = found {
            self.problem(kind, at.start + fault.start..at.start + fault.end);
        }
    }

    fn attributes(&mut self, at: Range<usize>, node: u32) {
        let mut scanner = Scanner::new(self.slice(at.clone()));
        while self.has_room() {
            let Some(raw) = scanner.next() else { break };
            let within = |range: Range<usize>| at.start + range.start..at.start + range.end;
            let (name, value) = (within(raw.name), within(raw.value));
            let (qname, written) = (self.slice(name.clone()), self.slice(value.clone()));
            if fault_in_name(qname).is_none() {
                self.name_faults(&name);
            }
            if let Some(less_than) = written.find('<') {
                self.problem(
                    ProblemKind::LessThanInAttribute,
                    value.start + less_than..value.start + less_than + 1,
                );
            }
            if has_ampersand(written) {
                self.references(value.clone(), Place::Attribute);
            }
            if ID_NAMES.contains(&qname) {
                self.tree.ids.push((narrow(self.tree.attributes.len()), node));
            }
            let span = self.span(value);
            self.tree.attributes.push(AttributeData {
                name_start: narrow(name.start),
                name_end: narrow(name.end),
                end: narrow(at.start + raw.whole.end),
                prefix_len: narrow(prefix_len(qname)),
                namespace: NONE,
                value: decode(written, span, Place::Attribute),
            });
        }
        for (fault, range) in scanner.take_faults() {
            let kind = match fault {
                AttributeFault::BadName => ProblemKind::BadName,
                AttributeFault::Glued => ProblemKind::GluedAttribute,
                AttributeFault::Unquoted => ProblemKind::UnquotedAttribute,
                AttributeFault::Valueless => ProblemKind::ValuelessAttribute,
                AttributeFault::UnclosedQuote => ProblemKind::UnclosedQuote,
            };
            self.problem(kind, at.start + range.start..at.start + range.end);
        }
    }

    fn declarations(&mut self, attributes: Range<u32>, node: u32) {
        for index in attributes {
            let Some(attribute) = self.tree.attribute(index) else { continue };
            let (name, uri) =
                (attribute.name_start as usize..attribute.name_end as usize, attribute.value.as_str());
            let Some(prefix) = declared_prefix(self.text.get(name.clone()).unwrap_or_default()) else {
                continue;
            };
            let reserved = match prefix {
                "xml" => uri != names::XML,
                "xmlns" => true,
                _ => uri == names::XML || uri == names::XMLNS,
            };
            let empty = !prefix.is_empty() && uri.is_empty();
            self.tree.namespaces.open(prefix, node, index);
            if reserved {
                self.problem(ProblemKind::ReservedNamespace, name.clone());
            }
            if empty {
                self.problem(ProblemKind::EmptyPrefixDeclaration, name);
            }
        }
    }

    /// The namespace index of a prefix, where the builder stands.
    fn resolve(&mut self, prefix_at: Range<usize>, default: Default) -> u32 {
        match (self.slice(prefix_at.clone()), default) {
            ("", Default::Applies) => self.tree.namespaces.here("").unwrap_or(NONE),
            ("", Default::DoesNot) => NONE,
            ("xml", _) => XML_NAMESPACE,
            ("xmlns", Default::DoesNot) => XMLNS_NAMESPACE,
            ("xmlns", Default::Applies) => {
                self.problem(ProblemKind::ReservedNamespace, prefix_at);
                XMLNS_NAMESPACE
            }
            (prefix, _) => match self.tree.namespaces.here(prefix) {
                Some(attribute) => attribute,
                None => {
                    self.problem(ProblemKind::UndeclaredPrefix, prefix_at);
                    NONE
                }
            },
        }
    }

    fn resolve_attribute(&mut self, index: u32) {
        let Some(attribute) = self.tree.attribute(index) else { return };
        let start = attribute.name_start as usize;
        let prefix = start..start + attribute.prefix_len as usize;
        let namespace = match self.slice(start..attribute.name_end as usize) {
            "xmlns" => XMLNS_NAMESPACE,
            _ => self.resolve(prefix, Default::DoesNot),
        };
        if let Some(attribute) = self.tree.attributes.get_mut(index as usize) {
            attribute.namespace = namespace;
        }
    }

    /// Names that come twice, as written (XML 1.0, section 3.1) or expanded (Namespaces in XML, section 6.3).
    fn duplicates(&mut self, attributes: Range<u32>) {
        if attributes.len() < 2 {
            return;
        }
        let text = self.text;
        let name = |attribute: &AttributeData, skip: u32| {
            text.get((attribute.name_start + skip) as usize..attribute.name_end as usize).unwrap_or_default()
        };
        let tree = &self.tree;
        let all = || attributes.clone().filter_map(|index| tree.attribute(index));
        let mut written: Vec<_> = all().map(|attribute| (name(attribute, 0), attribute.name_start)).collect();
        let mut expanded: Vec<_> = all()
            .filter(|attribute| attribute.prefix_len > 0)
            .filter_map(|attribute| {
                let uri = tree.uri(attribute.namespace)?;
                Some((
                    (uri, name(attribute, attribute.prefix_len + 1)),
                    attribute.name_start,
                    name(attribute, 0),
                ))
            })
            .collect();
        written.sort_unstable();
        expanded.sort_unstable();
        let mut found = Vec::new();
        let at = |name: &str, start: u32| tree.span(start, start.saturating_add(narrow(name.len())));
        for pair in written.windows(2) {
            if let [(first, first_at), (second, second_at)] = pair
                && first == second
            {
                let first = at(first, *first_at);
                found.push((ProblemKind::DuplicateAttribute { first }, at(second, *second_at)));
            }
        }
        for pair in expanded.windows(2) {
            if let [(first, first_at, first_name), (second, second_at, second_name)] = pair
                && first == second
                && first_name != second_name
            {
                let first = at(first_name, *first_at);
                found.push((ProblemKind::DuplicateExpandedName { first }, at(second_name, *second_at)));
            }
        }
        for (kind, span) in found {
            self.problems.add(kind, span);
        }
    }
}

/// Whether a name without a prefix is in the default namespace: an element's is, an attribute's is not.
#[derive(Clone, Copy)]
enum Default {
    Applies,
    DoesNot,
}

/// The prefix that an attribute of this name declares; empty for the default namespace.
pub(super) fn declared_prefix(qname: &str) -> Option<&str> {
    match qname {
        "xmlns" => Some(""),
        _ => qname.strip_prefix("xmlns:").filter(|prefix| !prefix.is_empty()),
    }
}
