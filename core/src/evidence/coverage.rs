//! The signed map of a message: which of the parts that AWS reads a signature covers, and which none does.
//!
//! It deliberately draws no conclusion: an unsigned part is for the rules to judge.

use super::Item;
use super::marks::{Mark, Marks, better};
use crate::crypto::Verdict;
use crate::saml::{attribute, child, children, names};
use crate::source::Span;
use crate::xml::{Element, NodeId};

/// What a part of a message is, by the name of its element or attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Destination,
    Status,
    Issuer,
    Assertion,
    NameId,
    /// Of the subject confirmation data, as is the next.
    Recipient,
    NotOnOrAfter,
    Conditions,
    Audience,
    AuthnInstant,
    SessionNotOnOrAfter,
    AttributeValue,
}

/// One part, and the signature over it.
#[derive(Debug, Clone)]
pub struct Mapped {
    pub part: Part,
    /// As [`Element::path`] writes it; an attribute has `/@` before its name.
    pub path: String,
    /// The value; of what holds more than a value, the start tag.
    pub span: Span,
    /// The `Name` of the attribute that a value belongs to.
    pub name: Option<String>,
    /// Whether the digest over it holds. Whether the signature does, `signature` says.
    pub signed: bool,
    /// Of the signature that means it or an element around it: its index in [`Message::signatures`](crate::saml::Message::signatures), and its
    /// verdict.
    pub signature: Option<(usize, Verdict)>,
}

impl Part {
    pub const ALL: [Self; 12] = [
        Self::Destination,
        Self::Status,
        Self::Issuer,
        Self::Assertion,
        Self::NameId,
        Self::Recipient,
        Self::NotOnOrAfter,
        Self::Conditions,
        Self::Audience,
        Self::AuthnInstant,
        Self::SessionNotOnOrAfter,
        Self::AttributeValue,
    ];

    /// The name that people and the JSON report use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Destination => "Destination",
            Self::Status => "Status",
            Self::Issuer => "Issuer",
            Self::Assertion => "Assertion",
            Self::NameId => "NameID",
            Self::Recipient => "Recipient",
            Self::NotOnOrAfter => "NotOnOrAfter",
            Self::Conditions => "Conditions",
            Self::Audience => "Audience",
            Self::AuthnInstant => "AuthnInstant",
            Self::SessionNotOnOrAfter => "SessionNotOnOrAfter",
            Self::AttributeValue => "AttributeValue",
        }
    }
}

/// The map: the response's own parts, then each assertion with its parts, those last that stand where receivers do not
/// look.
pub fn coverage(item: &Item) -> Vec<Mapped> {
    let (Some(message), Some(document)) = (&item.message, &item.document) else { return Vec::new() };
    let mut map = Map { marks: Marks::of(item, message, document), out: Vec::new() };
    let own: Vec<NodeId> = message.assertions.iter().map(|assertion| assertion.node).collect();
    if let Some(root) = document.element(message.root).filter(|root| !own.contains(&root.id())) {
        map.response(root);
    }
    for assertion in own.iter().chain(&message.elsewhere).filter_map(|node| document.element(*node)) {
        map.assertion(assertion);
    }
    map.out
}

struct Map<'a> {
    marks: Marks<'a>,
    out: Vec<Mapped>,
}

impl Map<'_> {
    fn response(&mut self, root: Element<'_>) {
        let over = self.marks.over(root, None);
        self.attribute(Part::Destination, root, "Destination", root, over);
        for issuer in children(root, names::ASSERTION, "Issuer").take(1) {
            self.text(Part::Issuer, issuer, root, over);
        }
        if let Some(status) = child(root, names::PROTOCOL, "Status") {
            self.push(Part::Status, status.path(), status.start_tag(), None, self.inner(status, root, over));
        }
    }

    fn assertion(&mut self, assertion: Element<'_>) {
        let over = self.marks.over(assertion, None);
        self.push(Part::Assertion, assertion.path(), assertion.start_tag(), None, over);
        if let Some(issuer) = child(assertion, names::ASSERTION, "Issuer") {
            self.text(Part::Issuer, issuer, assertion, over);
        }
        for subject in children(assertion, names::ASSERTION, "Subject").take(1) {
            if let Some(name_id) = child(subject, names::ASSERTION, "NameID") {
                self.text(Part::NameId, name_id, assertion, over);
            }
            for confirmation in children(subject, names::ASSERTION, "SubjectConfirmation") {
                if let Some(data) = child(confirmation, names::ASSERTION, "SubjectConfirmationData") {
                    self.attribute(Part::Recipient, data, "Recipient", assertion, over);
                    self.attribute(Part::NotOnOrAfter, data, "NotOnOrAfter", assertion, over);
                }
            }
        }
        if let Some(conditions) = child(assertion, names::ASSERTION, "Conditions") {
            let mark = self.inner(conditions, assertion, over);
            self.push(Part::Conditions, conditions.path(), conditions.start_tag(), None, mark);
            for restriction in children(conditions, names::ASSERTION, "AudienceRestriction") {
                for audience in children(restriction, names::ASSERTION, "Audience") {
                    self.text(Part::Audience, audience, assertion, over);
                }
            }
        }
        for statement in children(assertion, names::ASSERTION, "AuthnStatement") {
            self.attribute(Part::AuthnInstant, statement, "AuthnInstant", assertion, over);
            self.attribute(Part::SessionNotOnOrAfter, statement, "SessionNotOnOrAfter", assertion, over);
        }
        for statement in children(assertion, names::ASSERTION, "AttributeStatement") {
            for named in children(statement, names::ASSERTION, "Attribute") {
                let name = attribute(named, "Name").map(|name| name.value);
                for value in children(named, names::ASSERTION, "AttributeValue") {
                    let mark = self.inner(value, assertion, over);
                    let (path, span) = (value.path(), value.text().span);
                    self.push(Part::AttributeValue, path, span, name.clone(), mark);
                }
            }
        }
    }

    fn text(&mut self, part: Part, element: Element<'_>, within: Element<'_>, over: Option<Mark>) {
        let mark = self.inner(element, within, over);
        self.push(part, element.path(), element.text().span, None, mark);
    }

    fn attribute(
        &mut self,
        part: Part,
        element: Element<'_>,
        name: &str,
        within: Element<'_>,
        over: Option<Mark>,
    ) {
        let Some(value) = element.attribute(name) else { return };
        let mark = self.inner(element, within, over);
        self.push(part, format!("{}/@{name}", element.path()), value.value_span(), None, mark);
    }

    /// The best of the marks between an element and `within`, and of `over`, which holds for `within`.
    fn inner(&self, element: Element<'_>, within: Element<'_>, over: Option<Mark>) -> Option<Mark> {
        better(over, self.marks.over(element, Some(within.id())))
    }

    fn push(&mut self, part: Part, path: String, span: Span, name: Option<String>, mark: Option<Mark>) {
        self.out.push(Mapped {
            part,
            path,
            span,
            name,
            signed: mark.is_some_and(|mark| mark.holds),
            signature: mark.map(|mark| (mark.signature, mark.verdict)),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Options;
    use crate::inspect::{Input, inspect};
    use crate::limits::Limits;

    /// How many parts there are, and where the unsigned ones stand.
    fn unsigned(xml: &str) -> (usize, Vec<String>) {
        let input = Input { name: None, bytes: xml.as_bytes().to_vec() };
        let report = inspect(&[input], &Options::default(), &Limits::default());
        let map = coverage(report.items.iter().find(|item| item.message.is_some()).unwrap());
        (map.len(), map.into_iter().filter(|part| !part.signed).map(|part| part.path).collect())
    }

    const BASELINE: &str = include_str!("../../../tests/baselines/iam.xml");

    #[test]
    fn what_the_digest_covers_is_signed_and_nothing_else() {
        let own = ["Response/@Destination", "Response/Issuer", "Response/Status"];
        assert_eq!(unsigned(BASELINE), (14, own.map(str::to_owned).to_vec()));
        let (all, open) = unsigned(&BASELINE.replacen("role/Admin", "role/Owner", 1));
        assert_eq!(all, open.len(), "{open:?}");
        let both = include_str!("../../../tests/fixtures/signed/both.xml");
        assert_eq!(unsigned(both).1, Vec::<String>::new());
    }

    /// The signature of the assertion leaves out itself, and so what stands in it.
    #[test]
    fn what_hides_in_the_signature_is_not_signed() {
        let hidden = "<ds:Object><saml:Assertion ID=\"_e\"><saml:Issuer>x</saml:Issuer></saml:Assertion></ds:Object>\
                      </ds:Signature>";
        let (all, open) = unsigned(&BASELINE.replacen("</ds:Signature>", hidden, 1));
        assert_eq!((all, open.len()), (16, 5), "{open:?}");
        assert!(open.contains(&"Response/Assertion/Signature/Object/Assertion/Issuer".to_owned()));
    }
}
