//! Says what each pasted leaf is, by its meaning.
//!
//! Metadata, keys and certificates are recognised here; what they settle is for later stages to say.

use super::{Before, Deciphered, GivenError, Signed, errors_in, is_record};
use crate::aws::outputs::{self, Output, OutputKind};
use crate::limits::Limits;
use crate::peel::{Leaf, LeafKind};
use crate::saml::{self, Message, metadata};
use crate::source::Sources;
use crate::xml::{self, Document};

/// One leaf and what it is.
#[derive(Debug, Clone)]
pub struct Item {
    pub leaf: Leaf,
    pub kind: ItemKind,
    /// The tree of XML leaves.
    pub document: Option<Document>,
    pub message: Option<Message>,
    /// AWS error texts found in it.
    pub errors: Vec<GivenError>,
    /// What it says as an output of AWS: a policy, a list, an event.
    pub output: Option<Output>,
    /// The signatures of the document, verified; in its order.
    pub signatures: Vec<Signed>,
    /// What became of each encrypted part.
    pub deciphered: Vec<Deciphered>,
    /// The documents before parts of them were decrypted, the first one first.
    pub before: Vec<Before>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// A SAML message or assertion.
    Message,
    /// SAML metadata of one or more entities.
    Metadata,
    /// XML that is no SAML.
    OtherXml,
    /// An output of AWS, see [`Item::output`].
    Output(OutputKind),
    /// A text in which AWS error texts were found.
    ErrorText,
    PrivateKey,
    Certificate,
    /// PEM of another kind.
    OtherPem,
    Jwt,
    /// An HTML page without a SAML form.
    HtmlPage,
    Json,
    Text,
    Binary,
    Empty,
}

impl ItemKind {
    pub fn id(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Metadata => "idp-metadata",
            Self::OtherXml => "xml",
            Self::Output(kind) => kind.id(),
            Self::ErrorText => "error-text",
            Self::PrivateKey => "private-key",
            Self::Certificate => "certificate",
            Self::OtherPem => "pem",
            Self::Jwt => "jwt",
            Self::HtmlPage => "html",
            Self::Json => "json",
            Self::Text => "text",
            Self::Binary => "binary",
            Self::Empty => "empty",
        }
    }

    /// For people: a noun phrase.
    pub fn title(self) -> &'static str {
        match self {
            Self::Message => "SAML message",
            Self::Metadata => "SAML metadata",
            Self::OtherXml => "XML that is no SAML",
            Self::Output(kind) => kind.title(),
            Self::ErrorText => "AWS error text",
            Self::PrivateKey => "Private key",
            Self::Certificate => "Certificate",
            Self::OtherPem => "PEM block",
            Self::Jwt => "JSON Web Token",
            Self::HtmlPage => "Web page",
            Self::Json => "JSON",
            Self::Text => "Text",
            Self::Binary => "Binary data",
            Self::Empty => "Nothing",
        }
    }
}

/// Looks at one leaf.
pub fn classify(leaf: Leaf, sources: &Sources, limits: &Limits) -> Item {
    let text = sources.excerpt(leaf.span);
    let mut item = Item {
        leaf,
        kind: ItemKind::Empty,
        document: None,
        message: None,
        errors: Vec::new(),
        signatures: Vec::new(),
        deciphered: Vec::new(),
        before: Vec::new(),
        output: None,
    };
    item.kind = match item.leaf.kind {
        LeafKind::Xml => {
            let document = xml::parse(text, item.leaf.span, limits);
            item.message = saml::read(&document);
            let kind = match &item.message {
                Some(_) => ItemKind::Message,
                _ if metadata::read(&document).is_some() => ItemKind::Metadata,
                _ => ItemKind::OtherXml,
            };
            item.document = Some(document);
            kind
        }
        LeafKind::Pem => pem(text),
        LeafKind::Jwt => ItemKind::Jwt,
        LeafKind::Binary => ItemKind::Binary,
        LeafKind::Empty => ItemKind::Empty,
        LeafKind::Json | LeafKind::Yaml | LeafKind::Hcl | LeafKind::Html | LeafKind::Text => {
            let searched = text.floor_char_boundary(limits.error_text_bytes);
            item.errors = errors_in(text.get(..searched).unwrap_or_default(), item.leaf.span);
            if !item.errors.is_empty() && is_record(text) {
                // Only where it is read as an event is it known whose errors they are.
                item.errors.iter_mut().for_each(|error| error.about = Some(Vec::new()));
            }
            match item.leaf.kind {
                _ if !item.errors.is_empty() => ItemKind::ErrorText,
                LeafKind::Json => ItemKind::Json,
                LeafKind::Html => ItemKind::HtmlPage,
                _ => ItemKind::Text,
            }
        }
    };
    if matches!(item.kind, ItemKind::OtherXml | ItemKind::ErrorText | ItemKind::Json | ItemKind::Text) {
        item.output = outputs::recognise(&item.leaf, sources, limits);
    }
    match &item.output {
        // A command with the error that it gave: the error says more.
        Some(Output::CliArguments(_)) if !item.errors.is_empty() => {}
        Some(output) => item.kind = ItemKind::Output(output.kind()),
        None => {}
    }
    // The error of an event that a string holds is found in the event itself.
    if let Some(Output::CloudTrail(trail)) = &item.output
        && trail.events.is_empty()
    {
        item.errors.clear();
    }
    item
}

/// What a PEM block is, by its label (RFC 7468).
fn pem(text: &str) -> ItemKind {
    let label = text.split_once("-----BEGIN ").and_then(|(_, rest)| rest.split_once("-----"));
    match label.map(|(label, _)| label) {
        Some(label) if label.ends_with("PRIVATE KEY") => ItemKind::PrivateKey,
        Some(label) if label.ends_with("CERTIFICATE") => ItemKind::Certificate,
        _ => ItemKind::OtherPem,
    }
}
