//! What can be wrong with a certificate or a key, each with the bytes at fault.
//!
//! It deliberately has no prose and no severity.

use crate::source::Bytes;

/// A fault, at bytes of the DER that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub kind: ProblemKind,
    pub at: Bytes,
}

/// Sections are those of RFC 5280 unless X.690 (the encoding) or RFC 8017 (RSA) is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// There are no bytes.
    Empty,
    /// The first byte begins no DER sequence: text, an image, another encoding.
    NotDer,
    /// An element claims more bytes than there are; it is read to the end of what there is.
    Truncated,
    /// BER's indefinite length, which DER does not have (X.690, 10.1).
    IndefiniteLength,
    /// A length of more than four bytes.
    AbsurdLength,
    /// A length in more bytes than it needs (X.690, 10.1).
    NonMinimalLength,
    /// Another type than the one that belongs here.
    WrongTag,
    /// An element that has to be there is not; the place is where it belongs.
    Missing,
    /// More elements in a sequence than it has.
    ExcessElements,
    /// Bytes after the end of the whole.
    TrailingBytes,
    /// An integer in more bytes than it needs (X.690, 8.3.2).
    NonMinimalInteger,
    /// An integer without a single byte.
    EmptyInteger,
    /// A negative number where only a positive one makes sense (4.1.2.2; a lost leading zero).
    NegativeInteger,
    /// A serial number of more than 20 bytes (4.1.2.2).
    LongSerial,
    /// An object identifier that cannot be read (X.690, 8.19).
    BadIdentifier,
    /// A truth value other than 00 and FF (X.690, 11.1).
    BadBoolean,
    /// A bit string without or with an impossible count of unused bits (X.690, 8.6).
    BadBitString,
    /// Characters that the string's type does not have (4.1.2.4).
    BadString,
    /// A version other than 1, 2 and 3 (4.1.2.1).
    UnknownVersion,
    /// Extensions in a certificate that is not of version 3 (4.1.2.9).
    ExtensionsBeforeVersion3,
    /// The algorithm outside and the one inside the signed part differ (4.1.1.2).
    AlgorithmsDiffer,
    /// A time that is none (4.1.2.5.1, 4.1.2.5.2).
    BadTime,
    /// A time without seconds, with fractions or with an offset: readable, yet not allowed (4.1.2.5).
    TimeForm,
    /// GeneralizedTime before 2050 (4.1.2.5).
    TimeType,
    /// The validity ends before it begins.
    ValidityReversed,
    /// The same extension a second time (4.2).
    RepeatedExtension,
    /// An extension whose content is not what its identifier says.
    BadExtension,
    /// A key that cannot be read.
    BadKey,
    /// RSA modulus under 1024 bits.
    ShortModulus,
    /// RSA modulus over 16,384 bits, or even.
    AbsurdModulus,
    /// RSA public exponent that is even, 1, or of more than 33 bits.
    AbsurdExponent,
    /// More problems than are kept.
    Limit,
}

impl ProblemKind {
    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotDer => "not-der",
            Self::Truncated => "truncated",
            Self::IndefiniteLength => "indefinite-length",
            Self::AbsurdLength => "absurd-length",
            Self::NonMinimalLength => "non-minimal-length",
            Self::WrongTag => "wrong-tag",
            Self::Missing => "missing",
            Self::ExcessElements => "excess-elements",
            Self::TrailingBytes => "trailing-bytes",
            Self::NonMinimalInteger => "non-minimal-integer",
            Self::EmptyInteger => "empty-integer",
            Self::NegativeInteger => "negative-integer",
            Self::LongSerial => "long-serial",
            Self::BadIdentifier => "bad-identifier",
            Self::BadBoolean => "bad-boolean",
            Self::BadBitString => "bad-bit-string",
            Self::BadString => "bad-string",
            Self::UnknownVersion => "unknown-version",
            Self::ExtensionsBeforeVersion3 => "extensions-before-version-3",
            Self::AlgorithmsDiffer => "algorithms-differ",
            Self::BadTime => "bad-time",
            Self::TimeForm => "time-form",
            Self::TimeType => "time-type",
            Self::ValidityReversed => "validity-reversed",
            Self::RepeatedExtension => "repeated-extension",
            Self::BadExtension => "bad-extension",
            Self::BadKey => "bad-key",
            Self::ShortModulus => "short-modulus",
            Self::AbsurdModulus => "absurd-modulus",
            Self::AbsurdExponent => "absurd-exponent",
            Self::Limit => "limit",
        }
    }
}

/// The problems of one reading, at most [`Problems::MOST`].
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    pub const MOST: usize = 64;

    pub fn add(&mut self, kind: ProblemKind, at: Bytes) {
        match self.list.len() {
            len if len + 1 < Self::MOST => self.list.push(Problem { kind, at }),
            len if len < Self::MOST => self.list.push(Problem { kind: ProblemKind::Limit, at }),
            _ => {}
        }
    }

    pub fn finish(self) -> Vec<Problem> {
        self.list
    }
}
