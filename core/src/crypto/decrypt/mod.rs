//! XML Encryption (1.0 and 1.1) as SAML uses it: what is encrypted, for whom, and the plain bytes where a key is given.
//!
//! It deliberately does not parse what it decrypts: the caller makes a new source of it and reads it like any other.
//! Nothing is fetched. An algorithm that is not listed in [`Content`] and [`Transport`] is named and left alone.

mod algorithms;
mod attempt;
#[cfg_attr(not(feature = "decryption"), path = "content_left_out.rs")]
mod content;
mod find;
#[cfg(test)]
mod tests;
mod transport;

pub use algorithms::{Content, Hash, Transport};
pub use attempt::decrypt;
pub use transport::DecryptionKey;

use zeroize::Zeroizing;

use crate::source::{Span, Text};
use crate::xml::{Document, NodeId};

/// One `EncryptedData` (section 3.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncryptedData {
    pub element: NodeId,
    /// Its `Type`: whether an element or mere content is inside.
    pub kind: Option<Text>,
    /// Identifier of the content's algorithm, as it is written.
    pub method: Option<Text>,
    /// The encrypted keys that go with it, each once: those inside first.
    pub recipients: Vec<Recipient>,
}

/// One `EncryptedKey` (section 3.5.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    pub element: NodeId,
    pub found: Found,
    /// Its `Recipient`: the entity ID of the one who has the private key, where the sender says so.
    pub name: Option<Text>,
    /// Identifier of the key's algorithm, as it is written.
    pub method: Option<Text>,
    pub key_names: Vec<Text>,
    /// Base64 of the certificates whose key it was encrypted for.
    pub certificates: Vec<Text>,
    /// Base64 of RSA moduli given instead.
    pub moduli: Vec<Text>,
}

/// Where an encrypted key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// In the data's own `KeyInfo`.
    Inside,
    /// Where `RetrievalMethod` or `KeyInfoReference` points.
    Retrieved,
    /// Beside the data (SAML core 2.3.4, errata E43).
    Sibling,
    /// Elsewhere, with a `ReferenceList` that names the data.
    Referring,
}

/// What became of one [`EncryptedData`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Decrypted(Decrypted),
    Failed(Failure),
}

/// The plain bytes: wiped when they are dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Decrypted {
    pub plaintext: Zeroizing<Vec<u8>>,
    /// The `EncryptedKey` that was opened.
    pub recipient: NodeId,
    /// Index of the key that opened it.
    pub key: usize,
}

/// Why there is no plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub reason: Reason,
    pub at: Span,
    /// What is not supported, as it is written.
    pub algorithm: Option<String>,
}

/// The kinds of failure, the least advanced first: of several encrypted keys the one that came furthest is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The message holds no encrypted key for these data.
    NoEncryptedKey,
    /// An algorithm that is not known here, or a key agreement.
    UnsupportedAlgorithm,
    /// An element is missing or its Base64 or length is wrong.
    Malformed,
    /// An entity of a DOCTYPE is used inside; entities are never expanded.
    Doctype,
    /// No private key was supplied.
    NoKey,
    /// The key does not fit.
    WrongKey,
    /// It is said for which certificate the message is encrypted, and none of the keys belongs to it.
    WrongRecipient,
    /// The budget is spent.
    Limit,
    /// The key fits; what is inside is damaged, or the stated parameters are not those that were used.
    BadPadding,
    /// The authentication tag is wrong: the data were changed.
    BadTag,
}

/// What decryption may spend, over all calls that it is handed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Operations with a private key, of which each takes milliseconds.
    pub operations: usize,
    /// Plain bytes.
    pub bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { operations: 64, bytes: 16 << 20 }
    }
}

impl Reason {
    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::NoEncryptedKey => "no-encrypted-key",
            Self::UnsupportedAlgorithm => "unsupported-algorithm",
            Self::Malformed => "malformed",
            Self::Doctype => "doctype",
            Self::NoKey => "no-key",
            Self::WrongKey => "wrong-key",
            Self::WrongRecipient => "wrong-recipient",
            Self::Limit => "limit",
            Self::BadPadding => "bad-padding",
            Self::BadTag => "bad-tag",
        }
    }
}

impl std::fmt::Debug for Decrypted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Decrypted({} bytes, key {})", self.plaintext.len(), self.key)
    }
}

/// Everything encrypted in a document, in its order, and for whom. No key is needed.
pub fn find(document: &Document) -> Vec<EncryptedData> {
    find::all(document)
}
