//! Finds what is encrypted and the keys that go with it (XML Encryption 1.1, sections 3.5.1 and 3.5.2; SAML puts the
//! keys beside the data, SAML errata E43).
//!
//! It deliberately follows `#id` only, a few steps, and never in a circle; it fetches nothing.

use super::{EncryptedData, Found, Recipient};
use crate::source::Text;
use crate::xml::{Document, Element, NodeId};

pub(super) const ENCRYPTION: &str = "http://www.w3.org/2001/04/xmlenc#";
pub(super) const ENCRYPTION_11: &str = "http://www.w3.org/2009/xmlenc11#";
pub(super) const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
const SIGNATURE_11: &str = "http://www.w3.org/2009/xmldsig11#";

/// Encrypted pieces of one document, and keys of one piece; what is beyond is not looked at.
const MOST_DATA: usize = 64;
const MOST_RECIPIENTS: usize = 32;
/// Encrypted keys of one document that are asked what they refer to.
const MOST_KEYS: usize = 256;
/// References followed one after the other.
const MOST_STEPS: usize = 8;

/// Each `EncryptedData` in document order, with its keys.
pub(super) fn all(document: &Document) -> Vec<EncryptedData> {
    let is_key = |element: &Element<'_>| element.is(ENCRYPTION, "EncryptedKey");
    let keys: Vec<_> = document.elements().filter(is_key).take(MOST_KEYS).collect();
    let data = document.elements().filter(|element| element.is(ENCRYPTION, "EncryptedData"));
    data.take(MOST_DATA).map(|data| describe(document, data, &keys)).collect()
}

fn describe(document: &Document, data: Element<'_>, keys: &[Element<'_>]) -> EncryptedData {
    let mut found = Keys::default();
    if let Some(info) = data.child(SIGNATURE, "KeyInfo") {
        found.of_key_info(document, info);
    }
    if let Some(parent) = data.parent() {
        parent.children_named(ENCRYPTION, "EncryptedKey").for_each(|key| found.add(key, Found::Sibling));
    }
    if let Some(id) = data.attribute("Id").map(|id| id.value().as_str()) {
        let refers = |key: &&Element<'_>| {
            let lists = key.children_named(ENCRYPTION, "ReferenceList");
            let references = lists.flat_map(|list| list.children_named(ENCRYPTION, "DataReference"));
            let mut targets = references.filter_map(|reference| fragment(reference));
            targets.any(|target| target == id)
        };
        keys.iter().filter(refers).for_each(|key| found.add(*key, Found::Referring));
    }
    EncryptedData {
        element: data.id(),
        kind: data.attribute("Type").map(|kind| kind.value().clone()),
        method: method(data),
        recipients: found.list,
    }
}

#[derive(Default)]
struct Keys {
    list: Vec<Recipient>,
}

impl Keys {
    fn add(&mut self, key: Element<'_>, found: Found) {
        let known = self.list.iter().any(|known| known.element == key.id());
        if known || self.list.len() >= MOST_RECIPIENTS {
            return;
        }
        let info = key.child(SIGNATURE, "KeyInfo");
        let names = info.into_iter().flat_map(|info| info.children_named(SIGNATURE, "KeyName"));
        let certificates = info
            .into_iter()
            .flat_map(|info| info.children_named(SIGNATURE, "X509Data"))
            .flat_map(|data| data.children_named(SIGNATURE, "X509Certificate"));
        let values = info.into_iter().flat_map(|info| info.children_named(SIGNATURE, "KeyValue"));
        let moduli =
            values.filter_map(|value| value.child(SIGNATURE, "RSAKeyValue")?.child(SIGNATURE, "Modulus"));
        let texts = |element: Element<'_>| element.text();
        self.list.push(Recipient {
            element: key.id(),
            found,
            name: key.attribute("Recipient").map(|name| name.value().clone()),
            method: method(key),
            key_names: names.take(8).map(texts).collect(),
            certificates: certificates.take(8).map(texts).collect(),
            moduli: moduli.take(8).map(texts).collect(),
        });
    }

    /// The keys in a `KeyInfo`, and those that it points at.
    fn of_key_info(&mut self, document: &Document, info: Element<'_>) {
        let mut seen: Vec<NodeId> = Vec::new();
        let mut next = Some((info, Found::Inside));
        while let Some((info, found)) = next.take() {
            if seen.len() >= MOST_STEPS || seen.contains(&info.id()) {
                return;
            }
            seen.push(info.id());
            info.children_named(ENCRYPTION, "EncryptedKey").for_each(|key| self.add(key, found));
            for pointer in info.elements().filter(|element| is_pointer(*element)) {
                let Some(target) = fragment(pointer).and_then(|id| document.by_id(id).next()) else {
                    continue;
                };
                if target.is(ENCRYPTION, "EncryptedKey") {
                    self.add(target, Found::Retrieved);
                } else if target.is(SIGNATURE, "KeyInfo") {
                    next = Some((target, Found::Retrieved));
                }
            }
        }
    }
}

fn is_pointer(element: Element<'_>) -> bool {
    element.is(SIGNATURE, "RetrievalMethod") || element.is(SIGNATURE_11, "KeyInfoReference")
}

/// What `URI="#id"` names.
fn fragment(pointer: Element<'_>) -> Option<&str> {
    pointer.attribute("URI")?.value().as_str().strip_prefix('#')
}

/// The `Algorithm` of its `EncryptionMethod`.
fn method(element: Element<'_>) -> Option<Text> {
    let method = element.child(ENCRYPTION, "EncryptionMethod")?;
    Some(method.attribute("Algorithm")?.value().clone())
}
