//! The signatures, by what they say of themselves.
//!
//! It deliberately calls none of them valid: nothing here has verified them.

use super::message::row;
use super::{SignatureView, Tone, sources};
use crate::saml::Message;
use crate::xml::Document;

pub fn signatures(message: &Message, document: &Document) -> Vec<SignatureView> {
    let view = |signature: &crate::saml::Signature| {
        let certificate = document
            .element(signature.node)
            .and_then(|element| element.descendants().find(|inner| inner.local() == "X509Certificate"))
            .map(|certificate| certificate.text());
        let mut rows = vec![row("Signed element", signature.parent_id.as_ref())];
        rows.extend(signature.references.iter().map(|reference| row("Reference", Some(reference))));
        rows.push(row("Algorithm", signature.algorithm.as_ref()));
        rows.push(row("Digest", signature.digest_algorithm.as_ref()));
        rows.push(row("Certificate in it", certificate.as_ref()));
        SignatureView {
            signs: format!("Signature in {}", signature.parent_name),
            tone: Tone::Unknown,
            word: "not verified".to_owned(),
            rows: rows.into_iter().flatten().collect(),
            place: sources::place(signature.tag),
        }
    };
    message.signatures.iter().map(view).collect()
}
