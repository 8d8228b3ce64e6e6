//! Why a signature does not hold, or cannot be judged: kinds with a place and without prose.
//!
//! It deliberately does not say what a receiver makes of it; rules do.

use crate::source::Span;

/// One reason, at the fewest characters that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    pub kind: ReasonKind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonKind {
    /// The signed part is no longer what was digested. At the DigestValue.
    DigestMismatch,
    /// No key makes the SignatureValue right. At the SignatureValue.
    SignatureMismatch,
    /// The signature is right by the key that it brings along, and by none of those that were given. At that key.
    WrongKey,
    /// No element has the identifier. At the URI.
    ReferenceNotFound,
    /// Several elements have the identifier: which one is meant depends on the reader. At the URI.
    AmbiguousId,
    /// The document or the signature is not as its specification says.
    Malformed,
    /// The transforms leave nothing of what the reference means. At the reference.
    NothingSigned,
    /// The SignatureValue is right, but it is an ASN.1 sequence instead of r and s side by side (XML Signature 1.1,
    /// section 6.4.3). At the SignatureValue.
    DerValue,
    /// The SignatureValue is right, but r and s are not as long as a coordinate of the curve: receivers differ in
    /// whether they take it. At the SignatureValue.
    ValueLength,
    /// A namespace name is a relative URI, on which canonicalisation must fail (Canonical XML 1.0, section 1.3).
    RelativeNamespace,
    /// What the DOCTYPE declares would change the signed part.
    Doctype,
    /// An algorithm that is not verified here. At its identifier.
    Algorithm,
    /// A transform that is not run here. At its identifier.
    Transform,
    /// What is signed stands outside the document. At the URI.
    ExternalReference,
    /// An XPointer other than `/` and `id(…)`. At the URI.
    XPointer,
    /// Canonical XML 1.1 would join this `xml:base` to another.
    XmlBase,
    /// A budget was reached.
    Limit,
    /// No key was given, and the signature brings none along that could be read. At the signature.
    NoKey,
    /// A comment or an instruction within a value: readers that take the first piece of text read another value than
    /// the one that is signed. At the comment.
    MarkupInValue,
}

/// What a reason does to the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Nothing: people should know.
    Note,
    /// It could be checked with a key.
    Unchecked,
    Unsupported,
    Invalid,
}

impl ReasonKind {
    /// A stable identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::DigestMismatch => "digest-mismatch",
            Self::SignatureMismatch => "signature-mismatch",
            Self::WrongKey => "wrong-key",
            Self::ReferenceNotFound => "reference-not-found",
            Self::AmbiguousId => "ambiguous-id",
            Self::Malformed => "malformed",
            Self::NothingSigned => "nothing-signed",
            Self::DerValue => "der-value",
            Self::ValueLength => "value-length",
            Self::RelativeNamespace => "relative-namespace",
            Self::Doctype => "doctype",
            Self::Algorithm => "algorithm",
            Self::Transform => "transform",
            Self::ExternalReference => "external-reference",
            Self::XPointer => "xpointer",
            Self::XmlBase => "xml-base",
            Self::Limit => "limit",
            Self::NoKey => "no-key",
            Self::MarkupInValue => "markup-in-value",
        }
    }

    pub fn weight(self) -> Weight {
        match self {
            Self::DigestMismatch
            | Self::SignatureMismatch
            | Self::WrongKey
            | Self::ReferenceNotFound
            | Self::AmbiguousId
            | Self::Malformed
            | Self::NothingSigned
            | Self::DerValue
            | Self::RelativeNamespace => Weight::Invalid,
            Self::Doctype
            | Self::Algorithm
            | Self::Transform
            | Self::ExternalReference
            | Self::XPointer
            | Self::XmlBase
            | Self::ValueLength
            | Self::Limit => Weight::Unsupported,
            Self::NoKey => Weight::Unchecked,
            Self::MarkupInValue => Weight::Note,
        }
    }
}
