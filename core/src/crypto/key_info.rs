//! The keys that a signature brings along (XML Signature 1.1, section 4.5).
//!
//! It deliberately follows no RetrievalMethod and looks up no KeyName. Such a key vouches for nothing by itself.

use super::algorithms::{DSIG, DSIG11};
use super::keys::{Curve, PublicKey};
use super::values::{Value, base64};
use crate::limits::Limits;
use crate::source::Span;
use crate::xml::Element;

/// A key out of KeyInfo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbeddedKey {
    pub key: PublicKey,
    pub form: KeyForm,
    /// The characters of the certificate, or the element of the key.
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyForm {
    RsaKeyValue,
    EcKeyValue,
    DerEncodedKeyValue,
    X509Certificate,
}

/// The keys of a KeyInfo element that can be read, in its order.
pub fn embedded_keys(key_info: Element<'_>, limits: &Limits) -> Vec<EmbeddedKey> {
    let mut keys = Vec::new();
    for element in key_info.elements() {
        match (element.namespace(), element.local()) {
            (Some(DSIG), "KeyValue") => {
                keys.extend(element.elements().find_map(|value| key_value(value, limits)))
            }
            (Some(DSIG11), "DEREncodedKeyValue") => {
                let key = PublicKey::from_spki(&octets(element, limits));
                keys.extend(key.map(|key| embedded(key, KeyForm::DerEncodedKeyValue, element)));
            }
            (Some(DSIG), "X509Data") => {
                for certificate in element.children_named(DSIG, "X509Certificate") {
                    let key = PublicKey::from_certificate(&octets(certificate, limits));
                    keys.extend(key.map(|key| EmbeddedKey {
                        span: certificate.text().trimmed().1,
                        ..embedded(key, KeyForm::X509Certificate, certificate)
                    }));
                    if keys.len() >= limits.keys {
                        break;
                    }
                }
            }
            _ => {}
        }
        if keys.len() >= limits.keys {
            break;
        }
    }
    keys
}

fn key_value(value: Element<'_>, limits: &Limits) -> Option<EmbeddedKey> {
    if value.is(DSIG, "RSAKeyValue") {
        let number = |name| Some(octets(value.child(DSIG, name)?, limits));
        let key = PublicKey::rsa(&number("Modulus")?, &number("Exponent")?);
        return Some(embedded(key, KeyForm::RsaKeyValue, value));
    }
    if value.is(DSIG11, "ECKeyValue") {
        let curve = value.child(DSIG11, "NamedCurve")?.attribute("URI")?;
        let point = octets(value.child(DSIG11, "PublicKey")?, limits);
        let key = PublicKey::Ec { curve: Curve::from_urn(curve.value().as_str())?, point };
        return Some(embedded(key, KeyForm::EcKeyValue, value));
    }
    None
}

fn embedded(key: PublicKey, form: KeyForm, element: Element<'_>) -> EmbeddedKey {
    EmbeddedKey { key, form, span: element.span() }
}

fn octets(element: Element<'_>, limits: &Limits) -> Vec<u8> {
    match base64(element, limits) {
        Value::Octets(octets) => octets,
        Value::Bad => Vec::new(),
    }
}
