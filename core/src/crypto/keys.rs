//! Public keys as verifiers take them, out of SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7) and certificates.
//!
//! It deliberately judges neither the dates of a certificate nor its issuer; `certificate` reads the DER.

use super::certificate::{self, KeyKind, Problem, ProblemKind};
use crate::source::Bytes;

/// A public key. Numbers are big-endian.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PublicKey {
    /// Modulus and exponent, without leading zeros.
    Rsa { n: Vec<u8>, e: Vec<u8> },
    /// An encoded point (SEC 1, section 2.3.3).
    Ec { curve: Curve, point: Vec<u8> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Curve {
    P256,
    P384,
    P521,
}

impl PublicKey {
    pub fn rsa(n: &[u8], e: &[u8]) -> Self {
        Self::Rsa { n: without_zeros(n).to_vec(), e: without_zeros(e).to_vec() }
    }

    /// Reads a SubjectPublicKeyInfo or a bare RSAPublicKey in DER. `None` for other algorithms and curves, and where the
    /// key is cut off or overlaid.
    pub fn from_spki(der: &[u8]) -> Option<Self> {
        let (key, problems) = certificate::read_public_key(der);
        Self::of(&key?, der, &problems)
    }

    /// The key of an X.509 certificate in DER (RFC 5280, section 4.1), whatever else of the certificate is damaged.
    pub fn from_certificate(der: &[u8]) -> Option<Self> {
        let (certificate, problems) = certificate::read(der);
        Self::of(&certificate?.public_key?, der, &problems)
    }

    /// A key that was read from `der`, where it was read whole: half of a modulus is another number.
    fn of(key: &certificate::PublicKey, der: &[u8], problems: &[Problem]) -> Option<Self> {
        let damaged = |problem: &Problem| {
            use ProblemKind::{AbsurdLength, IndefiniteLength, Truncated};
            matches!(problem.kind, Truncated | AbsurdLength | IndefiniteLength) && key.at.contains(problem.at)
        };
        if problems.iter().any(damaged) {
            return None;
        }
        let bytes = |at: Bytes| der.get(at.range());
        match &key.kind {
            KeyKind::Rsa(rsa) => Some(Self::rsa(bytes(rsa.modulus)?, bytes(rsa.exponent)?)),
            KeyKind::Ec { curve, point } => {
                Some(Self::Ec { curve: Curve::from_oid(&curve.oid)?, point: bytes(*point)?.to_vec() })
            }
            KeyKind::Other => None,
        }
    }
}

impl Curve {
    /// Length of a coordinate, in bytes.
    pub fn size(self) -> usize {
        match self {
            Self::P256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }

    /// The curve of a `urn:oid:` name (XML Signature 1.1, section 4.5.2.3.1).
    pub fn from_urn(urn: &str) -> Option<Self> {
        Self::from_oid(urn.strip_prefix("urn:oid:")?)
    }

    fn from_oid(dotted: &str) -> Option<Self> {
        match dotted {
            "1.2.840.10045.3.1.7" => Some(Self::P256),
            "1.3.132.0.34" => Some(Self::P384),
            "1.3.132.0.35" => Some(Self::P521),
            _ => None,
        }
    }
}

pub(super) fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}
