//! What became of a signature, in words: the verdict, by whose key, why not, and what it covers.
//!
//! It judges nothing: the verdicts are those of the evidence.

use crate::crypto::decrypt::Reason as Closed;
use crate::crypto::{ReasonKind, Verdict};
use crate::evidence::{Evidence, HeldBy, Item, KeyOrigin, Signed};
use crate::lint::{Message, code};
use crate::saml;
use crate::say;

/// How a signature stands, apart from the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// By a key that somebody vouches for.
    Holds,
    Fails,
    /// It holds only by its own key, or could not be verified.
    Open,
}

/// One signature of a message, and what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    pub read: &'a saml::Signature,
    /// `None`: there were more signatures than are verified.
    pub signed: Option<&'a Signed>,
}

/// The signatures of a message, in its order.
pub fn list(item: &Item) -> impl Iterator<Item = Shown<'_>> {
    let all = item.message.iter().flat_map(|message| &message.signatures);
    all.map(|read| Shown { read, signed: item.signatures.iter().find(|signed| signed.node == read.node) })
}

/// One signature in one line.
#[derive(Debug, Clone)]
pub struct Line {
    pub standing: Standing,
    pub words: Message,
}

/// A line for each signature: where it stands, what became of it, what it covers, by which algorithm.
pub fn lines(item: &Item) -> impl Iterator<Item = Line> {
    list(item).map(|shown| {
        let (standing, said) = verdict(shown.signed);
        let mut words = say!["in ", code(&shown.read.parent_name), format!(": {said}")];
        let covers = shown.signed.map(|signed| signed.covers.as_slice()).unwrap_or_default();
        let elements = covers.iter().filter_map(|cover| item.document.as_ref()?.element(cover.target));
        for (index, element) in elements.enumerate() {
            words = words.and(if index == 0 { "; it covers " } else { ", " }).and(code(element.path()));
        }
        if let Some(algorithm) = &shown.read.algorithm {
            let name = algorithm.as_str();
            words = words.and("; ").and(code(name.rsplit_once('#').map_or(name, |(_, name)| name)));
        }
        Line { standing, words }
    })
}

/// The verdict in a few words, without a capital.
pub fn verdict(signed: Option<&Signed>) -> (Standing, &'static str) {
    let Some(signed) = signed else { return (Standing::Open, "not verified") };
    match (signed.verdict(), signed.key) {
        (Verdict::Valid, KeyOrigin::Metadata { .. }) => (Standing::Holds, "holds, by the metadata"),
        (Verdict::Valid, KeyOrigin::Supplied) => (Standing::Holds, "holds, by the supplied certificate"),
        (Verdict::Valid, _) => (Standing::Open, "holds, but only by its own certificate"),
        (Verdict::Invalid, KeyOrigin::Embedded) if is_by_wrong_key(signed) => {
            (Standing::Fails, "does not hold by any key that was supplied")
        }
        (Verdict::Invalid, _) => (Standing::Fails, "does not hold"),
        (Verdict::Unsupported, _) => (Standing::Open, "cannot be verified here"),
        (Verdict::Unchecked, _) => (Standing::Open, "no key to verify it with"),
    }
}

/// What the verdict means for who relies on it: one whole sentence.
pub fn meaning(signed: Option<&Signed>) -> &'static str {
    let Some(signed) = signed else { return "There are more signatures than are verified here." };
    match (signed.verdict(), signed.key) {
        (Verdict::Valid, KeyOrigin::Metadata { .. } | KeyOrigin::Supplied) => {
            "What it covers is as it was signed, and somebody vouches for the key by supplying it."
        }
        (Verdict::Valid, _) => {
            "What it covers is as it was signed. But the key came with the message, and anybody can make a key: supply the \
             metadata that IAM holds, or the provider's certificate, to know who signed."
        }
        (Verdict::Invalid, KeyOrigin::Embedded) if is_by_wrong_key(signed) => {
            "It fits the certificate that it brings along, and none that was supplied: another key made it."
        }
        (Verdict::Invalid, _) => "A receiver must refuse it.",
        (Verdict::Unsupported, _) => {
            "Nothing was found against it, but something in it is not verified here."
        }
        (Verdict::Unchecked, _) => {
            "It brings no key along. Supply the metadata that IAM holds, or the provider's certificate."
        }
    }
}

/// By whose key it holds: one whole sentence.
pub fn key(signed: &Signed, evidence: &Evidence) -> &'static str {
    let held_by_iam =
        |index: usize| evidence.metadata.get(index).is_some_and(|metadata| metadata.held_by == HeldBy::Iam);
    match signed.key {
        KeyOrigin::Metadata { index, .. } if held_by_iam(index) => {
            "Its value fits a key of the metadata that IAM holds."
        }
        KeyOrigin::Metadata { .. } => "Its value fits a key of the metadata that was supplied.",
        KeyOrigin::Supplied => "Its value fits a certificate or key that was supplied by itself.",
        KeyOrigin::Embedded => {
            "Its value fits the key that it brings along itself: self-asserted, which is no trust."
        }
        KeyOrigin::None => "Its value was found to fit no key.",
    }
}

/// Why it does not hold or cannot be judged: a clause without a capital and without a final stop.
pub fn reason(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::DigestMismatch => "what is signed is no longer what was digested",
        ReasonKind::SignatureMismatch => "no key makes the SignatureValue right",
        ReasonKind::WrongKey => "the SignatureValue is right only by the key that came with it",
        ReasonKind::ReferenceNotFound => "no element has the identifier that it refers to",
        ReasonKind::AmbiguousId => "several elements have the identifier that it refers to",
        ReasonKind::Malformed => "this is not as XML Signature says",
        ReasonKind::NothingSigned => "its transforms leave nothing to be signed",
        ReasonKind::DerValue => "the SignatureValue is an ASN.1 sequence instead of r and s side by side",
        ReasonKind::ValueLength => "r and s are not as long as the curve asks for",
        ReasonKind::RelativeNamespace => {
            "a namespace name is a relative URI, on which canonicalisation fails"
        }
        ReasonKind::Doctype => "what the DOCTYPE declares could change what is signed",
        ReasonKind::Algorithm => "this algorithm is not verified here",
        ReasonKind::Transform => "this transform is not run here",
        ReasonKind::ExternalReference => {
            "what it refers to stands outside the document, and nothing is fetched"
        }
        ReasonKind::XPointer => "this XPointer is not followed here",
        ReasonKind::XmlBase => "an xml:base would have to be joined to another",
        ReasonKind::Limit => "it is larger than what is verified here",
        ReasonKind::NoKey => "there is no key to verify it with",
        ReasonKind::MarkupInValue => "a comment or an instruction stands in this value",
    }
}

/// Why an encrypted part was not opened, and what helps: whole sentences.
pub fn closed(reason: Closed) -> &'static str {
    match reason {
        Closed::NoKey => {
            "Supply the private key that was added to the SAML provider in IAM, in PEM: paste or drop it. It stays in memory."
        }
        Closed::WrongKey => "The private key that was supplied does not fit it.",
        Closed::WrongRecipient => {
            "It was encrypted for the certificate below, and the private key that was supplied does not belong to it."
        }
        Closed::BadTag => {
            "The key fits, but the authentication tag is wrong: the encrypted data were changed."
        }
        Closed::BadPadding => {
            "The key fits, but what is inside is damaged, or was encrypted by other parameters than it says."
        }
        Closed::NoEncryptedKey => "There is no encrypted key with it, so that no private key can open it.",
        Closed::UnsupportedAlgorithm => "An algorithm that it names is not decrypted here.",
        Closed::Malformed => "It is not built as XML Encryption says.",
        Closed::Doctype => "It uses an entity of a DOCTYPE, and entities are never expanded.",
        Closed::Limit => "It is larger than what is decrypted here.",
    }
}

fn is_by_wrong_key(signed: &Signed) -> bool {
    signed.verification.all_reasons().iter().any(|reason| reason.kind == ReasonKind::WrongKey)
}
