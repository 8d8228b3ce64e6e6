//! `Assertion` and what stands in it (SAML core 2.3 to 2.7).

use super::{Issuer, attribute, child, children, issuer, names};
use crate::source::{Span, Text};
use crate::xml::{Element, NodeId};

#[derive(Debug, Clone)]
pub struct Assertion {
    pub node: NodeId,
    pub tag: Span,
    pub id: Option<Text>,
    pub version: Option<Text>,
    pub issue_instant: Option<Text>,
    pub issuer: Option<Issuer>,
    pub subject: Option<Subject>,
    pub conditions: Option<Conditions>,
    pub authn_statements: Vec<AuthnStatement>,
    /// Start tags of the attribute statements.
    pub attribute_statements: Vec<Span>,
    pub attributes: Vec<Attribute>,
    /// Start tags of `EncryptedAttribute` elements.
    pub encrypted_attributes: Vec<Span>,
}

#[derive(Debug, Clone)]
pub struct Subject {
    pub tag: Span,
    pub name_id: Option<NameId>,
    /// Start tag of an `EncryptedID`.
    pub encrypted_id: Option<Span>,
    pub confirmations: Vec<SubjectConfirmation>,
}

impl Subject {
    /// The confirmation that a receiver reads: the only one whose data has `Recipient` and `NotOnOrAfter`, which a bearer
    /// needs (SAML Profiles 4.1.4.2), else the first.
    pub fn confirmation(&self) -> Option<&SubjectConfirmation> {
        self.only_complete().or_else(|| self.confirmations.first())
    }

    /// The confirmation with `Recipient` and `NotOnOrAfter`, where one alone has both.
    pub fn only_complete(&self) -> Option<&SubjectConfirmation> {
        let is_complete =
            |data: &ConfirmationData| data.recipient.is_some() && data.not_on_or_after.is_some();
        let mut complete = self
            .confirmations
            .iter()
            .filter(|confirmation| confirmation.data.as_ref().is_some_and(is_complete));
        complete.next().filter(|_| complete.next().is_none())
    }
}

/// `NameID` (SAML core 2.2.3).
#[derive(Debug, Clone)]
pub struct NameId {
    pub tag: Span,
    pub text: Text,
    pub format: Option<Text>,
    pub name_qualifier: Option<Text>,
    pub sp_name_qualifier: Option<Text>,
    /// A comment or instruction inside the text: readers differ in what they take for the value.
    pub markup: Option<Span>,
}

#[derive(Debug, Clone)]
pub struct SubjectConfirmation {
    pub tag: Span,
    pub method: Option<Text>,
    pub data: Option<ConfirmationData>,
}

/// `SubjectConfirmationData` (SAML core 2.4.1.2).
#[derive(Debug, Clone)]
pub struct ConfirmationData {
    pub tag: Span,
    pub recipient: Option<Text>,
    pub not_before: Option<Text>,
    pub not_on_or_after: Option<Text>,
    pub in_response_to: Option<Text>,
    pub address: Option<Text>,
}

/// `Conditions` (SAML core 2.5.1).
#[derive(Debug, Clone)]
pub struct Conditions {
    pub tag: Span,
    pub not_before: Option<Text>,
    pub not_on_or_after: Option<Text>,
    /// All must hold; of the audiences in one, any.
    pub audience_restrictions: Vec<AudienceRestriction>,
}

#[derive(Debug, Clone)]
pub struct AudienceRestriction {
    pub tag: Span,
    pub audiences: Vec<Text>,
}

/// `AuthnStatement` (SAML core 2.7.2).
#[derive(Debug, Clone)]
pub struct AuthnStatement {
    pub tag: Span,
    pub authn_instant: Option<Text>,
    pub session_index: Option<Text>,
    pub session_not_on_or_after: Option<Text>,
    pub class_ref: Option<Text>,
}

/// `Attribute` (SAML core 2.7.3.1).
#[derive(Debug, Clone)]
pub struct Attribute {
    pub tag: Span,
    pub name: Option<Text>,
    pub name_format: Option<Text>,
    pub friendly_name: Option<Text>,
    pub values: Vec<AttributeValue>,
}

#[derive(Debug, Clone)]
pub struct AttributeValue {
    pub tag: Span,
    pub text: Text,
    /// `xsi:nil="true"`.
    pub nil: bool,
    /// The value holds elements instead of text.
    pub structured: bool,
    /// A comment or instruction inside the text: readers differ in what they take for the value.
    pub markup: Option<Span>,
}

impl Attribute {
    /// The `Name`, empty where it is absent.
    pub fn name(&self) -> &str {
        self.name.as_ref().map(Text::as_str).unwrap_or_default()
    }
}

impl Assertion {
    /// Attributes of this exact name.
    pub fn attributes_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Attribute> {
        self.attributes.iter().filter(move |attribute| attribute.name() == name)
    }
}

/// Reads an `Assertion` element wherever it stands.
pub fn read(element: Element<'_>) -> Assertion {
    let statements: Vec<_> = children(element, names::ASSERTION, "AttributeStatement").collect();
    Assertion {
        node: element.id(),
        tag: element.start_tag(),
        id: attribute(element, "ID"),
        version: attribute(element, "Version"),
        issue_instant: attribute(element, "IssueInstant"),
        issuer: issuer(element),
        subject: child(element, names::ASSERTION, "Subject").map(subject),
        conditions: child(element, names::ASSERTION, "Conditions").map(conditions),
        authn_statements: children(element, names::ASSERTION, "AuthnStatement")
            .map(authn_statement)
            .collect(),
        attribute_statements: statements.iter().map(|statement| statement.start_tag()).collect(),
        attributes: statements
            .iter()
            .flat_map(|statement| children(*statement, names::ASSERTION, "Attribute"))
            .map(read_attribute)
            .collect(),
        encrypted_attributes: statements
            .iter()
            .flat_map(|statement| children(*statement, names::ASSERTION, "EncryptedAttribute"))
            .map(|element| element.start_tag())
            .collect(),
    }
}

fn subject(element: Element<'_>) -> Subject {
    Subject {
        tag: element.start_tag(),
        name_id: child(element, names::ASSERTION, "NameID").map(name_id),
        encrypted_id: child(element, names::ASSERTION, "EncryptedID").map(|id| id.start_tag()),
        confirmations: children(element, names::ASSERTION, "SubjectConfirmation").map(confirmation).collect(),
    }
}

fn name_id(element: Element<'_>) -> NameId {
    NameId {
        tag: element.start_tag(),
        text: element.text(),
        format: attribute(element, "Format"),
        name_qualifier: attribute(element, "NameQualifier"),
        sp_name_qualifier: attribute(element, "SPNameQualifier"),
        markup: element.has_markup_in_text(),
    }
}

fn confirmation(element: Element<'_>) -> SubjectConfirmation {
    SubjectConfirmation {
        tag: element.start_tag(),
        method: attribute(element, "Method"),
        data: child(element, names::ASSERTION, "SubjectConfirmationData").map(|data| ConfirmationData {
            tag: data.start_tag(),
            recipient: attribute(data, "Recipient"),
            not_before: attribute(data, "NotBefore"),
            not_on_or_after: attribute(data, "NotOnOrAfter"),
            in_response_to: attribute(data, "InResponseTo"),
            address: attribute(data, "Address"),
        }),
    }
}

fn conditions(element: Element<'_>) -> Conditions {
    let restriction = |restriction: Element<'_>| AudienceRestriction {
        tag: restriction.start_tag(),
        audiences: children(restriction, names::ASSERTION, "Audience")
            .map(|audience| audience.text())
            .collect(),
    };
    Conditions {
        tag: element.start_tag(),
        not_before: attribute(element, "NotBefore"),
        not_on_or_after: attribute(element, "NotOnOrAfter"),
        audience_restrictions: children(element, names::ASSERTION, "AudienceRestriction")
            .map(restriction)
            .collect(),
    }
}

fn authn_statement(element: Element<'_>) -> AuthnStatement {
    let context = child(element, names::ASSERTION, "AuthnContext");
    AuthnStatement {
        tag: element.start_tag(),
        authn_instant: attribute(element, "AuthnInstant"),
        session_index: attribute(element, "SessionIndex"),
        session_not_on_or_after: attribute(element, "SessionNotOnOrAfter"),
        class_ref: context
            .and_then(|context| child(context, names::ASSERTION, "AuthnContextClassRef"))
            .map(|class| class.text()),
    }
}

fn read_attribute(element: Element<'_>) -> Attribute {
    let value = |value: Element<'_>| AttributeValue {
        tag: value.start_tag(),
        text: value.text(),
        nil: value
            .attribute_ns(names::XSI, "nil")
            .is_some_and(|nil| matches!(nil.value().as_str(), "true" | "1")),
        structured: value.elements().next().is_some(),
        markup: value.has_markup_in_text(),
    };
    Attribute {
        tag: element.start_tag(),
        name: attribute(element, "Name"),
        name_format: attribute(element, "NameFormat"),
        friendly_name: attribute(element, "FriendlyName"),
        values: children(element, names::ASSERTION, "AttributeValue").map(value).collect(),
    }
}
