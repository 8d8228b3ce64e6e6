//! What the page draws of signatures, certificates and encrypted parts.

use serde::{Deserialize, Serialize};

use super::{Phrase, Place, Row, Tone};

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureView {
    /// Where it stands: `Signature in Assertion`.
    pub signs: String,
    pub place: Place,
    pub tone: Tone,
    /// The verdict in a few words.
    pub word: String,
    /// What the verdict means, in whole sentences.
    pub meaning: String,
    /// By whose key it holds, in one sentence.
    pub key: String,
    /// The characters of the supplied key that it holds by.
    pub key_place: Option<Place>,
    pub covers: Vec<CoverView>,
    /// Why it does not hold or cannot be judged, the heaviest reason first, with what undoes it.
    pub reasons: Vec<(Phrase, Place)>,
    /// Its algorithms, as they are written.
    pub rows: Vec<Row>,
    /// Those that it brings along.
    pub certificates: Vec<CertificateView>,
    /// Whether the octets of SignedInfo can be shown.
    pub has_octets: bool,
}

/// What one reference of a signature covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverView {
    /// Local name; empty where nothing is found.
    pub element: String,
    /// As the reference writes it.
    pub uri: String,
    pub path: String,
    /// The element's start tag, or the reference where there is no element.
    pub place: Place,
    pub tone: Tone,
    /// Whether the digest holds, in a few words.
    pub word: String,
    /// What was done to it after it was signed, where that was found out.
    pub explanation: Phrase,
    /// In Base64, as a DigestValue is written; empty where there is none.
    pub expected: String,
    pub computed: String,
    pub rows: Vec<Row>,
    pub has_octets: bool,
}

/// A certificate in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateView {
    pub title: String,
    /// How it stands to what was supplied; may be empty.
    pub note: String,
    /// Label and value, in the order of the certificate.
    pub fields: Vec<(String, String)>,
    pub pem: String,
    pub place: Place,
}

/// The certificates of the message beside those of the metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RotationView {
    pub columns: Vec<RotationColumn>,
    pub tone: Tone,
    pub word: String,
    /// What is to be done, in whole sentences.
    pub step: String,
    pub command: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RotationColumn {
    pub title: String,
    /// What stands there where there is no certificate.
    pub empty: String,
    pub certificates: Vec<RotationEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RotationEntry {
    /// One for each key: the same number is the same key.
    pub number: usize,
    /// The beginning of the SHA-256 fingerprint.
    pub fingerprint: String,
    pub subject: String,
    /// As an instant; empty where it cannot be read.
    pub until: String,
    pub place: Place,
}

/// One encrypted part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncryptedView {
    /// `EncryptedAssertion`, `EncryptedID`, `EncryptedAttribute`.
    pub name: String,
    pub place: Place,
    pub tone: Tone,
    pub word: String,
    /// What became of it and what helps, in whole sentences.
    pub meaning: String,
    pub rows: Vec<Row>,
    /// For whom it was encrypted.
    pub certificates: Vec<CertificateView>,
}

/// One part of the message, and whether it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedPart {
    /// `NameID`; for a value of an attribute, the attribute's name.
    pub label: String,
    pub path: String,
    pub tone: Tone,
    /// Signed or not, in a few words.
    pub word: String,
    /// Index in `signatures` of the one that means it.
    pub signature: Option<usize>,
    pub place: Place,
    /// It stands in an assertion that is signed otherwise, or is such an assertion: worth a mark in the document.
    pub stands_out: bool,
}

/// A stretch of the document that a signature covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    pub start: u32,
    pub end: u32,
    /// The signature itself, which its digest leaves out.
    pub without: (u32, u32),
    /// Accepted, unknown or refused.
    pub tone: Tone,
}

/// Which octets are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OctetsOf {
    pub message: usize,
    pub signature: usize,
    /// Index in `covers`; `None`: SignedInfo.
    pub reference: Option<usize>,
}

/// What was digested or signed, in canonical form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OctetsView {
    /// The beginning, if it is long.
    pub text: String,
    /// For people: `8.2 KB`.
    pub size: String,
    pub cut: bool,
}
