//! What is wrong with a certificate, in words.
//!
//! It deliberately has no words for faults that have a rule of their own.

use crate::crypto::certificate::ProblemKind;

/// What is at the place of a problem. `None`: another rule says it, or nobody is kept from reading the certificate by it.
pub(super) fn describe(kind: ProblemKind) -> Option<&'static str> {
    Some(match kind {
        ProblemKind::Empty => "there is nothing in it",
        ProblemKind::NotDer => "this is no certificate, but some other data",
        ProblemKind::Truncated => "it breaks off before its end",
        ProblemKind::IndefiniteLength => "a length is left open, as only the older encoding BER allows",
        ProblemKind::AbsurdLength => "a length is absurd",
        ProblemKind::NonMinimalLength => "a length is written in more bytes than it needs",
        ProblemKind::WrongTag => "here stands something of another type than belongs here",
        ProblemKind::Missing => "a part is missing here",
        ProblemKind::ExcessElements => "here is more than belongs here",
        ProblemKind::TrailingBytes => "there is more after its end",
        ProblemKind::NonMinimalInteger => "a number is written in more bytes than it needs",
        ProblemKind::EmptyInteger => "a number has no digits",
        ProblemKind::NegativeInteger => "a number is negative",
        ProblemKind::LongSerial => "the serial number is longer than 20 bytes",
        ProblemKind::BadIdentifier => "an identifier cannot be read",
        ProblemKind::BadBoolean => "a truth value is neither true nor false",
        ProblemKind::BadBitString => "a string of bits is broken",
        ProblemKind::UnknownVersion => "the version is none of 1, 2 and 3",
        ProblemKind::ExtensionsBeforeVersion3 => "it has extensions, which only version 3 allows",
        ProblemKind::AlgorithmsDiffer => "it names two different signature algorithms",
        ProblemKind::BadTime => "a time cannot be read",
        ProblemKind::ValidityReversed => "its validity ends before it begins",
        ProblemKind::BadExtension => "an extension cannot be read",
        ProblemKind::BadKey => "its key cannot be read",
        ProblemKind::AbsurdModulus => "the modulus of its key is no product of two primes, or absurdly long",
        ProblemKind::AbsurdExponent => "the exponent of its key is absurd",
        ProblemKind::Limit => "it has so many faults that the rest is left out",
        // Characters and forms of time that the standard forbids are met in certificates that work.
        ProblemKind::BadString | ProblemKind::TimeForm | ProblemKind::TimeType => return None,
        ProblemKind::RepeatedExtension | ProblemKind::ShortModulus => return None,
    })
}
