//! The typed model of SAML messages: what stands where, nothing judged.
//!
//! Everything is optional, for the messages that people paste are broken. An element in no namespace, as an
//! undeclared prefix leaves it, is taken for the SAML element of the same name; the XML problem is reported apart.

mod assertion;
mod instant;
pub mod metadata;
pub mod names;

use crate::order::Gather as _;
use crate::source::{Span, Text};
use crate::xml::{Document, Element, NodeId};
use std::collections::BTreeSet;

pub use assertion::{
    Assertion, Attribute, AttributeValue, AudienceRestriction, AuthnStatement, Conditions, ConfirmationData,
    NameId, Subject, SubjectConfirmation, read as read_assertion,
};
pub use instant::{FaultKind, Instant, InstantFault};

/// What a document is, by the name of its root element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Response,
    /// An `Assertion` that stands alone, without its `Response`.
    Assertion,
    EncryptedAssertion,
    AuthnRequest,
    LogoutRequest,
    LogoutResponse,
    ArtifactResponse,
    /// Any other element of the SAML 2.0 protocol namespace.
    OtherProtocol,
    EntityDescriptor,
    EntitiesDescriptor,
    /// SAML 1.0 or 1.1, as `Response` or `Assertion`.
    Saml1,
    /// A WS-Trust token response, as WS-Federation posts it in `wresult`.
    WsFederation,
    SoapEnvelope,
    OtherXml,
    /// No element at all.
    Empty,
}

/// One message or assertion.
#[derive(Debug, Clone)]
pub struct Message {
    pub kind: Kind,
    pub root: NodeId,
    /// The start tag of the root.
    pub tag: Span,
    pub id: Option<Text>,
    pub version: Option<Text>,
    pub issue_instant: Option<Text>,
    pub destination: Option<Text>,
    pub in_response_to: Option<Text>,
    pub consent: Option<Text>,
    pub issuer: Option<Issuer>,
    pub status: Option<Status>,
    /// Assertions that are children of the root, or the root itself. What was decrypted counts.
    pub assertions: Vec<Assertion>,
    /// `EncryptedAssertion` children of the root, or the root itself.
    pub encrypted: Vec<EncryptedAssertion>,
    /// `Assertion` elements anywhere else in the document.
    pub elsewhere: Vec<NodeId>,
    /// All `ds:Signature` elements, in document order.
    pub signatures: Vec<Signature>,
}

/// `Issuer` (SAML core 2.2.5).
#[derive(Debug, Clone)]
pub struct Issuer {
    pub tag: Span,
    pub text: Text,
    pub format: Option<Text>,
}

/// `Status` (SAML core 3.2.2).
#[derive(Debug, Clone)]
pub struct Status {
    pub tag: Span,
    /// The top-level code, then those within it.
    pub codes: Vec<StatusCode>,
    pub message: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct StatusCode {
    pub tag: Span,
    pub value: Option<Text>,
}

/// `EncryptedAssertion` (SAML core 2.3.4): only what can be read without a key.
#[derive(Debug, Clone)]
pub struct EncryptedAssertion {
    pub node: NodeId,
    pub tag: Span,
    /// `EncryptedData/EncryptionMethod/@Algorithm`.
    pub data_algorithm: Option<Text>,
    /// `EncryptedKey/EncryptionMethod/@Algorithm`.
    pub key_algorithm: Option<Text>,
}

/// `ds:Signature`, by what it says of itself. Whether it holds is not judged here.
#[derive(Debug, Clone)]
pub struct Signature {
    pub node: NodeId,
    pub tag: Span,
    /// The element that it stands in.
    pub parent: Option<NodeId>,
    /// Local name of that element.
    pub parent_name: String,
    /// `ID` of that element.
    pub parent_id: Option<Text>,
    /// `Reference/@URI` of each reference.
    pub references: Vec<Text>,
    pub algorithm: Option<Text>,
    pub digest_algorithm: Option<Text>,
}

/// What a document is.
pub fn kind(document: &Document) -> Kind {
    let Some(root) = document.root() else { return Kind::Empty };
    kind_of(root)
}

/// Reads the message that a document holds. `None` for documents that are no message, such as metadata. Of SAML 1
/// and WS-Federation only the frame is read.
pub fn read(document: &Document) -> Option<Message> {
    let root = unwrapped(document.root()?);
    let kind = kind_of(root);
    let reads = matches!(
        kind,
        Kind::Response
            | Kind::Assertion
            | Kind::EncryptedAssertion
            | Kind::AuthnRequest
            | Kind::LogoutRequest
            | Kind::LogoutResponse
            | Kind::ArtifactResponse
            | Kind::OtherProtocol
            | Kind::Saml1
            | Kind::WsFederation
    );
    if !reads {
        return None;
    }
    let at_root = |name: &str| is(root, names::ASSERTION, name);
    let assertions: Vec<_> = if at_root("Assertion") {
        vec![assertion::read(root)]
    } else {
        children(root, names::ASSERTION, "Assertion").map(assertion::read).collect()
    };
    let encrypted = if at_root("EncryptedAssertion") {
        vec![encrypted(root)]
    } else {
        children(root, names::ASSERTION, "EncryptedAssertion").map(encrypted).collect()
    };
    let known: BTreeSet<NodeId> = assertions.iter().map(|assertion| assertion.node).gathered();
    let elsewhere = document
        .elements()
        .filter(|element| is(*element, names::ASSERTION, "Assertion") && !known.contains(&element.id()))
        .map(|element| element.id())
        .collect();
    let signatures = document
        .elements()
        .filter(|element| element.is(names::SIGNATURE, "Signature"))
        .map(signature)
        .collect();
    Some(Message {
        kind,
        root: root.id(),
        tag: root.start_tag(),
        id: attribute(root, "ID"),
        version: attribute(root, "Version"),
        issue_instant: attribute(root, "IssueInstant"),
        destination: attribute(root, "Destination"),
        in_response_to: attribute(root, "InResponseTo"),
        consent: attribute(root, "Consent"),
        issuer: issuer(root),
        status: child(root, names::PROTOCOL, "Status").map(status),
        assertions,
        encrypted,
        elsewhere,
        signatures,
    })
}

/// The element that matters: the response in an artifact response, and either in a SOAP envelope (SAML Bindings, 3.2
/// and 3.6).
fn unwrapped(root: Element<'_>) -> Element<'_> {
    let mut inner = root;
    if kind_of(inner) == Kind::SoapEnvelope {
        let body = inner.elements().find(|element| element.local() == "Body");
        let holds = |element: &Element<'_>| !matches!(kind_of(*element), Kind::OtherXml | Kind::SoapEnvelope);
        inner = body.and_then(|body| body.elements().find(holds)).unwrap_or(inner);
    }
    if kind_of(inner) == Kind::ArtifactResponse {
        inner = child(inner, names::PROTOCOL, "Response").unwrap_or(inner);
    }
    inner
}

impl Kind {
    /// Whether it is meant to sign somebody in.
    pub fn signs_in(self) -> bool {
        matches!(
            self,
            Self::Response
                | Self::Assertion
                | Self::EncryptedAssertion
                | Self::ArtifactResponse
                | Self::Saml1
                | Self::WsFederation
        )
    }

    /// The name that people and the JSON report use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Response => "Response",
            Self::Assertion => "Assertion",
            Self::EncryptedAssertion => "EncryptedAssertion",
            Self::AuthnRequest => "AuthnRequest",
            Self::LogoutRequest => "LogoutRequest",
            Self::LogoutResponse => "LogoutResponse",
            Self::ArtifactResponse => "ArtifactResponse",
            Self::OtherProtocol => "OtherProtocolMessage",
            Self::EntityDescriptor => "EntityDescriptor",
            Self::EntitiesDescriptor => "EntitiesDescriptor",
            Self::Saml1 => "SAML1",
            Self::WsFederation => "WSFederation",
            Self::SoapEnvelope => "SOAPEnvelope",
            Self::OtherXml => "OtherXML",
            Self::Empty => "Empty",
        }
    }
}

fn kind_of(root: Element<'_>) -> Kind {
    let namespace = root.namespace().unwrap_or_default();
    match (namespace, root.local()) {
        (names::PROTOCOL | "", "Response") => Kind::Response,
        (names::ASSERTION | "", "Assertion") => Kind::Assertion,
        (names::ASSERTION | "", "EncryptedAssertion") => Kind::EncryptedAssertion,
        (names::PROTOCOL | "", "AuthnRequest") => Kind::AuthnRequest,
        (names::PROTOCOL | "", "LogoutRequest") => Kind::LogoutRequest,
        (names::PROTOCOL | "", "LogoutResponse") => Kind::LogoutResponse,
        (names::PROTOCOL | "", "ArtifactResponse") => Kind::ArtifactResponse,
        (names::PROTOCOL, _) => Kind::OtherProtocol,
        (names::METADATA | "", "EntityDescriptor") => Kind::EntityDescriptor,
        (names::METADATA | "", "EntitiesDescriptor") => Kind::EntitiesDescriptor,
        (names::SAML1_PROTOCOL | names::SAML1_ASSERTION, _) => Kind::Saml1,
        (names::WS_TRUST_2005 | names::WS_TRUST_13, _) => Kind::WsFederation,
        (names::SOAP11 | names::SOAP12, "Envelope") => Kind::SoapEnvelope,
        _ => Kind::OtherXml,
    }
}

fn issuer(parent: Element<'_>) -> Option<Issuer> {
    let element = child(parent, names::ASSERTION, "Issuer")?;
    Some(Issuer { tag: element.start_tag(), text: element.text(), format: attribute(element, "Format") })
}

fn status(element: Element<'_>) -> Status {
    let mut codes = Vec::new();
    let mut next = child(element, names::PROTOCOL, "StatusCode");
    // The standard nests second-level codes one level deep; more are read, within reason.
    while let Some(code) = next
        && codes.len() < 8
    {
        codes.push(StatusCode { tag: code.start_tag(), value: attribute(code, "Value") });
        next = child(code, names::PROTOCOL, "StatusCode");
    }
    Status {
        tag: element.start_tag(),
        codes,
        message: child(element, names::PROTOCOL, "StatusMessage").map(|message| message.text()),
    }
}

fn encrypted(element: Element<'_>) -> EncryptedAssertion {
    let algorithm = |of: &str| {
        let owner = element.descendants().find(|inner| inner.is(names::ENCRYPTION, of))?;
        attribute(child(owner, names::ENCRYPTION, "EncryptionMethod")?, "Algorithm")
    };
    EncryptedAssertion {
        node: element.id(),
        tag: element.start_tag(),
        data_algorithm: algorithm("EncryptedData"),
        key_algorithm: algorithm("EncryptedKey"),
    }
}

fn signature(element: Element<'_>) -> Signature {
    let info = child(element, names::SIGNATURE, "SignedInfo");
    let references: Vec<_> =
        info.iter().flat_map(|info| children(*info, names::SIGNATURE, "Reference")).collect();
    let method = |of: Option<Element<'_>>, name| attribute(child(of?, names::SIGNATURE, name)?, "Algorithm");
    let parent = element.parent();
    Signature {
        node: element.id(),
        tag: element.start_tag(),
        parent: parent.map(|parent| parent.id()),
        parent_name: parent.map(|parent| parent.local().to_owned()).unwrap_or_default(),
        parent_id: parent.and_then(|parent| attribute(parent, "ID")),
        references: references.iter().filter_map(|reference| attribute(*reference, "URI")).collect(),
        algorithm: method(info, "SignatureMethod"),
        digest_algorithm: method(references.first().copied(), "DigestMethod"),
    }
}

/// Whether an element is the SAML one meant; one whose prefix is undeclared is in no namespace and counts.
pub(crate) fn is(element: Element<'_>, namespace: &str, local: &str) -> bool {
    element.local() == local && element.namespace().is_none_or(|own| own == namespace)
}

pub(crate) fn child<'a>(parent: Element<'a>, namespace: &str, local: &str) -> Option<Element<'a>> {
    parent.elements().find(|element| is(*element, namespace, local))
}

pub(crate) fn children<'a>(
    parent: Element<'a>,
    namespace: &'a str,
    local: &'a str,
) -> impl Iterator<Item = Element<'a>> {
    parent.elements().filter(move |element| is(*element, namespace, local))
}

pub(crate) fn attribute(element: Element<'_>, local: &str) -> Option<Text> {
    element.attribute(local).map(|attribute| attribute.value().clone())
}
