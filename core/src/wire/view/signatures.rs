//! The signatures: what each says of itself, what became of it, and which parts of the message it covers.
//!
//! It deliberately judges none of them: the verdicts are those of the evidence, the findings those of the rules.

use super::message::row;
use super::{Row, SignatureView, SignedPart, Tone, sources};
use crate::crypto::Verdict;
use crate::evidence::{Item, KeyOrigin, Mapped, Signed, coverage};
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

pub fn signed_map(item: &Item) -> Vec<SignedPart> {
    let view = |part: Mapped| {
        let (tone, word) = cover(item, &part);
        SignedPart {
            label: part.name.unwrap_or_else(|| part.part.id().to_owned()),
            path: part.path,
            tone,
            word: word.to_owned(),
            signature: part.signature.map(|(index, _)| index),
            place: sources::place(part.span),
        }
    };
    coverage(item).into_iter().map(view).collect()
}

/// Whether a part is signed, in a few words.
fn cover(item: &Item, part: &Mapped) -> (Tone, &'static str) {
    let Some((index, verdict)) = part.signature else { return (Tone::Refused, "not signed") };
    let node = item.message.as_ref().and_then(|message| message.signatures.get(index)).map(|one| one.node);
    let trusted = item.signatures.iter().any(|signed| Some(signed.node) == node && signed.is_trusted());
    match verdict {
        Verdict::Unsupported | Verdict::Unchecked => (Tone::Unknown, "signed, but not verified"),
        _ if !part.signed => (Tone::Refused, "changed after it was signed"),
        Verdict::Invalid => (Tone::Refused, "the signature over it does not hold"),
        Verdict::Valid if trusted => (Tone::Accepted, "signed"),
        Verdict::Valid => (Tone::Unknown, "signed by a key that nobody vouches for"),
    }
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
