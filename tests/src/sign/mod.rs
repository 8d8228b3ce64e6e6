//! Signs test messages: puts an enveloped XML Signature behind the issuer of an element.
//!
//! The same text gives the same signature, so what is signed can be kept in files. It deliberately takes the octets from
//! `samlens_core`'s own canonicalisation: whether that is right is for the documents in `fixtures/signed`, which other
//! programs signed.

mod carry;
mod envelope;
mod keys;

pub use carry::{Which, resign};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use samlens_core::crypto::DSIG;
use samlens_core::limits::Limits;
use samlens_core::saml::names::{ASSERTION, PROTOCOL};
use samlens_core::source::{SourceId, Span};
use samlens_core::xml::c14n::{Form, Method, Subset, canonicalise};
use samlens_core::xml::{self, Document, Element, ParseClass};

/// Which element is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Response,
    Assertion,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    RsaSha256,
    RsaSha1,
    EcdsaSha256,
}

/// How it is signed. The default is what current identity providers send.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub algorithm: Algorithm,
    /// Whether `KeyInfo` brings the certificate along.
    pub key_info: bool,
}

/// A signed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub text: String,
    /// Where the signature was put in, and its length, in bytes.
    pub at: usize,
    pub len: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { algorithm: Algorithm::RsaSha256, key_info: true }
    }
}

impl Part {
    /// `Response` or `Assertion`.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Response, Self::Assertion].into_iter().find(|part| part.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Response => "Response",
            Self::Assertion => "Assertion",
        }
    }

    fn is(self, element: Element<'_>) -> bool {
        let namespace = if self == Self::Response { PROTOCOL } else { ASSERTION };
        element.is(namespace, self.name())
    }
}

impl Algorithm {
    fn uri(self) -> &'static str {
        match self {
            Self::RsaSha256 => "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            Self::RsaSha1 => "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
            Self::EcdsaSha256 => "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        }
    }

    fn digest_uri(self) -> &'static str {
        match self {
            Self::RsaSha1 => "http://www.w3.org/2000/09/xmldsig#sha1",
            Self::RsaSha256 | Self::EcdsaSha256 => "http://www.w3.org/2001/04/xmlenc#sha256",
        }
    }
}

impl Signed {
    /// Where a place of the unsigned text stands in the signed one. A range around the signature grows.
    pub fn shift(&self, (from, to): (usize, usize)) -> (usize, usize) {
        let shifted = |offset: usize| offset + self.len;
        match () {
            () if from >= self.at => (shifted(from), shifted(to)),
            () if to > self.at => (from, shifted(to)),
            () => (from, to),
        }
    }
}

/// Signs the only element of this kind. What speaks against it is an error that says so.
pub fn sign(text: &str, part: Part, style: Style) -> Result<Signed, String> {
    let document = read(text);
    let mut elements = document.elements().filter(|element| part.is(*element));
    let element = elements.next().ok_or_else(|| format!("there is no {}", part.name()))?;
    if elements.next().is_some() {
        return Err(format!("there are several elements {}", part.name()));
    }
    sign_element(text, &document, element, style)
}

/// Signs each assertion, where nobody has signed anything in it yet.
pub fn sign_assertions(text: &str, style: Style) -> Result<String, String> {
    let mut text = text.to_owned();
    loop {
        let document = read(&text);
        let open =
            |element: &Element<'_>| Part::Assertion.is(*element) && element.find(DSIG, "Signature").is_none();
        let Some(element) = document.elements().find(open) else { return Ok(text) };
        text = sign_element(&text, &document, element, style)?.text;
    }
}

/// Signs the assertion of a message that nobody has signed. `None`: nothing in it can be signed without a doubt.
pub fn sign_plain(text: &str) -> Option<Signed> {
    let document = read(text);
    if document.elements().any(|element| element.is(DSIG, "Signature")) {
        return None;
    }
    sign(text, Part::Assertion, Style::default()).ok()
}

/// Gives the first signature the value of its `SignedInfo` as it stands, for messages whose `SignedInfo` was edited.
pub fn revalue(text: &str) -> Result<String, String> {
    let document = read(text);
    let signature =
        document.elements().find(|element| element.is(DSIG, "Signature")).ok_or("no signature")?;
    let info = signature.child(DSIG, "SignedInfo").ok_or("no SignedInfo")?;
    let value = signature.child(DSIG, "SignatureValue").ok_or("no SignatureValue")?;
    let new = STANDARD.encode(keys::value(Algorithm::RsaSha256, &octets(&document, info)?));
    let mut text = text.to_owned();
    text.replace_range(value.content_span().bytes.range(), &new);
    Ok(text)
}

/// The text without its signatures.
pub fn unsigned(text: &str) -> String {
    let document = read(text);
    let is_signature = |element: &Element<'_>| element.is(DSIG, "Signature");
    let within = |element: &Element<'_>| {
        std::iter::successors(element.parent(), |outer| outer.parent()).any(|outer| is_signature(&outer))
    };
    let outermost = document.elements().filter(|element| is_signature(element) && !within(element));
    let ranges: Vec<_> = outermost.map(|signature| signature.span().bytes.range()).collect();
    let mut out = text.to_owned();
    for range in ranges.into_iter().rev() {
        out.replace_range(range, "");
    }
    out
}

fn read(text: &str) -> Document {
    xml::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default())
}

fn sign_element(
    text: &str,
    document: &Document,
    element: Element<'_>,
    style: Style,
) -> Result<Signed, String> {
    if document.parse_class() != ParseClass::Ok {
        return Err("the document is not well-formed".into());
    }
    let id = element.attribute("ID").map(|id| id.value().as_str().to_owned()).unwrap_or_default();
    let plain = id.chars().all(|char| char.is_ascii_alphanumeric() || "_-.".contains(char));
    if id.is_empty() || !plain || document.by_id(&id).count() != 1 {
        return Err(format!("`{id}` is no ID that refers to one element"));
    }
    if element.is_empty_tag() {
        return Err("the element is empty".into());
    }
    let octets = octets(document, element)?;
    let signed_info = envelope::signed_info(&id, &keys::digest(style.algorithm, &octets), style.algorithm);
    let small = read(&signed_info);
    let value = keys::value(style.algorithm, &self::octets(&small, small.root().ok_or("no root")?)?);
    let signature = envelope::signature(&signed_info, &STANDARD.encode(value), style);
    let issuer = element.child(ASSERTION, "Issuer");
    let at = issuer.map_or(element.content_span().bytes.start, |issuer| issuer.span().bytes.end) as usize;
    let mut text = text.to_owned();
    text.insert_str(at, &signature);
    Ok(Signed { text, at, len: signature.len() })
}

/// Exclusive XML Canonicalization 1.0 of an element.
fn octets(document: &Document, element: Element<'_>) -> Result<Vec<u8>, String> {
    let subset = Subset::Tree { apex: Some(element), without: None };
    let most = Limits::default().canonical_bytes;
    let canonical = canonicalise(document, subset, &Method::new(Form::Exclusive), most);
    match canonical.faults.first() {
        Some(fault) => Err(fault.kind.id().to_owned()),
        None => Ok(canonical.octets),
    }
}

#[cfg(test)]
mod tests;
