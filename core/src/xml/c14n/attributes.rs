//! The attribute axis: which attributes an element shows, those that it inherits, and their order.
//!
//! It deliberately does not write them.

use super::walk::Walk;
use super::{Attr, Element, Fault, FaultKind, Form, Part};
use crate::order;
use crate::xml::names::XML;

impl<'a> Walk<'a, '_> {
    /// In the order of Canonical XML 1.0, section 2.2: by namespace name, then by local name.
    pub(super) fn shown_attributes(&mut self, element: Element<'a>, visible: bool) -> Vec<Attr<'a>> {
        let own = element.attributes().filter(|attr| !attr.is_namespace_declaration());
        let mut shown: Vec<_> = own.filter(|&attr| self.shows(Part::Attribute(element, attr))).collect();
        if visible && self.method.form != Form::Exclusive && self.is_orphan(element) {
            self.inherited(element, &mut shown);
        }
        let key = |attr: &Attr<'a>| (attr.namespace().unwrap_or_default(), attr.local());
        order::by(&mut shown, |a, b| key(a).cmp(&key(b)));
        shown
    }

    /// The attributes of the `xml` namespace that hold for the content of the elements left out (section 2.4).
    fn inherited(&mut self, element: Element<'a>, shown: &mut Vec<Attr<'a>>) {
        let mut known: Vec<&str> = xml_attributes(element).map(Attr::local).collect();
        for outer in std::iter::successors(element.parent(), |outer| outer.parent()) {
            for attr in xml_attributes(outer) {
                if self.method.form == Form::Inclusive11 {
                    if attr.local() == "base" {
                        self.fault(Fault { kind: FaultKind::XmlBase, span: attr.span() });
                    }
                    if !matches!(attr.local(), "lang" | "space") {
                        continue;
                    }
                }
                if !known.contains(&attr.local()) {
                    known.push(attr.local());
                    shown.push(attr);
                }
            }
        }
    }
}

fn xml_attributes(element: Element<'_>) -> impl Iterator<Item = Attr<'_>> {
    element.attributes().filter(|attr| attr.namespace() == Some(XML))
}
