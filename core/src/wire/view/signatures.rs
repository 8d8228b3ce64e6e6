//! The signatures: what each says of itself, and what became of it.
//!
//! It deliberately judges none of them: the verdicts are those of the evidence, the findings those of the rules.

use super::message::row;
use super::{Row, SignatureView, Tone, sources};
use crate::crypto::Verdict;
use crate::evidence::{Item, KeyOrigin, Signed};
use crate::saml::Message;
use crate::xml::Document;

pub fn signatures(item: &Item, message: &Message, document: &Document) -> Vec<SignatureView> {
    let view = |signature: &crate::saml::Signature| {
        let certificate = document
            .element(signature.node)
            .and_then(|element| element.descendants().find(|inner| inner.local() == "X509Certificate"))
            .map(|certificate| certificate.text());
        let signed = item.signatures.iter().find(|signed| signed.node == signature.node);
        let mut rows = vec![row("Signed element", signature.parent_id.as_ref())];
        rows.extend(signature.references.iter().map(|reference| row("Reference", Some(reference))));
        rows.push(row("Algorithm", signature.algorithm.as_ref()));
        rows.push(row("Digest", signature.digest_algorithm.as_ref()));
        rows.push(row("Certificate in it", certificate.as_ref()));
        let (tone, word) = verdict(signed);
        SignatureView {
            signs: format!("Signature in {}", signature.parent_name),
            tone,
            word: word.to_owned(),
            rows: rows.into_iter().flatten().collect::<Vec<Row>>(),
            place: sources::place(signature.tag),
        }
    };
    message.signatures.iter().map(view).collect()
}

/// The verdict in a few words.
fn verdict(signed: Option<&Signed>) -> (Tone, &'static str) {
    let Some(signed) = signed else { return (Tone::Unknown, "not verified") };
    match (signed.verdict(), signed.key) {
        (Verdict::Valid, KeyOrigin::Metadata { .. }) => (Tone::Accepted, "holds, by the metadata"),
        (Verdict::Valid, KeyOrigin::Supplied) => (Tone::Accepted, "holds, by the supplied certificate"),
        (Verdict::Valid, _) => (Tone::Unknown, "holds, but only by its own certificate"),
        (Verdict::Invalid, KeyOrigin::Embedded) => {
            (Tone::Refused, "does not hold by any key that was supplied")
        }
        (Verdict::Invalid, _) => (Tone::Refused, "does not hold"),
        (Verdict::Unsupported, _) => (Tone::Unknown, "cannot be verified here"),
        (Verdict::Unchecked, _) => (Tone::Unknown, "no key to verify it with"),
    }
}
