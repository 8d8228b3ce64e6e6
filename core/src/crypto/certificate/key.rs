//! Public keys: `SubjectPublicKeyInfo` (RFC 5280, 4.1.2.7) and the bare RSA form of RFC 8017, A.1.1.
//!
//! It deliberately computes nothing with them and does not ask whether a point lies on its curve.

use super::der::{self, BIT_STRING, Element, Elements, INTEGER, OBJECT_IDENTIFIER, SEQUENCE};
use super::named::Named;
use super::problem::{Problem, ProblemKind, Problems};
use crate::source::Bytes;

/// A public key. Places are bytes of the DER that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// The whole `SubjectPublicKeyInfo`; of a bare RSA key the whole `RSAPublicKey`.
    pub at: Bytes,
    pub algorithm: Named,
    pub kind: KeyKind,
}

/// What is needed to use a key. Magnitudes are big-endian, without leading zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyKind {
    Rsa(RsaPublic),
    /// `point` holds the bytes of SEC 1, 2.3.3: 04, x, y; or 02 or 03, x.
    Ec {
        curve: Named,
        point: Bytes,
    },
    /// Of another algorithm, or unreadable.
    Other,
}

/// Places and sizes of an RSA public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RsaPublic {
    pub modulus: Bytes,
    /// Significant bits of the modulus.
    pub bits: usize,
    pub exponent: Bytes,
    /// The exponent itself, where it has at most 64 bits.
    pub exponent_value: Option<u64>,
}

impl PublicKey {
    pub fn rsa(&self) -> Option<RsaPublic> {
        match self.kind {
            KeyKind::Rsa(rsa) => Some(rsa),
            _ => None,
        }
    }
}

/// Reads a public key in either form: `BEGIN PUBLIC KEY` or `BEGIN RSA PUBLIC KEY`.
pub fn read_public_key(der: &[u8]) -> (Option<PublicKey>, Vec<Problem>) {
    let mut problems = Problems::default();
    let key = super::outermost(der, &mut problems).and_then(|outer| match outer.elements().peek() {
        Some(INTEGER) => {
            let kind = rsa(&outer, &mut problems).map_or(KeyKind::Other, KeyKind::Rsa);
            Some(PublicKey { at: outer.at, algorithm: Named::new("1.2.840.113549.1.1.1".to_owned()), kind })
        }
        Some(SEQUENCE) => Some(read(&outer, &mut problems)),
        _ => {
            problems.add(ProblemKind::WrongTag, outer.inner());
            None
        }
    });
    (key, problems.finish())
}

/// Reads a `SubjectPublicKeyInfo`.
pub(super) fn read(info: &Element<'_>, problems: &mut Problems) -> PublicKey {
    let mut fields = info.elements();
    let (algorithm, parameters) = match fields.expect(SEQUENCE, problems) {
        Some(algorithm) => read_algorithm(&algorithm, problems),
        None => (Named::new(String::new()), None),
    };
    let bits = fields.expect(BIT_STRING, problems);
    fields.end(problems);
    let kind = match bits {
        None => KeyKind::Other,
        Some(bits) => {
            let (content, start) = der::bit_string(&bits, problems);
            match algorithm.as_str() {
                "rsaEncryption" | "rsassaPss" | "rsaesOaep" => {
                    let mut inner = Elements::new(content, start);
                    let key = inner.expect(SEQUENCE, problems);
                    inner.end(problems);
                    match key.and_then(|key| rsa(&key, problems)) {
                        Some(rsa) => KeyKind::Rsa(rsa),
                        None => {
                            problems.add(ProblemKind::BadKey, bits.at);
                            KeyKind::Other
                        }
                    }
                }
                "ecPublicKey" => {
                    // Parameters that are no identifier spell a curve out, which RFC 5480, 2.1.1, forbids.
                    let curve = parameters.filter(|parameters| parameters.tag == OBJECT_IDENTIFIER);
                    if curve.is_none() || content.is_empty() {
                        problems.add(ProblemKind::BadKey, info.at);
                    }
                    let curve = curve.map_or_else(String::new, |curve| der::identifier(&curve, problems));
                    let point = Bytes::new(start, start.saturating_add(content.len()));
                    KeyKind::Ec { curve: Named::new(curve), point }
                }
                _ => KeyKind::Other,
            }
        }
    };
    PublicKey { at: info.at, algorithm, kind }
}

/// An `AlgorithmIdentifier` (RFC 5280, 4.1.1.2).
pub(super) fn read_algorithm<'a>(
    algorithm: &Element<'a>,
    problems: &mut Problems,
) -> (Named, Option<Element<'a>>) {
    let mut fields = algorithm.elements();
    let identifier = fields.expect(OBJECT_IDENTIFIER, problems);
    let identifier = identifier.map_or_else(String::new, |oid| der::identifier(&oid, problems));
    let parameters = if fields.is_empty() { None } else { fields.next(problems) };
    fields.end(problems);
    (Named::new(identifier), parameters)
}

/// Modulus and exponent from an `RSAPublicKey`.
fn rsa(key: &Element<'_>, problems: &mut Problems) -> Option<RsaPublic> {
    let mut fields = key.elements();
    let (modulus, modulus_at) = der::positive(&fields.expect(INTEGER, problems)?, problems);
    let (exponent, exponent_at) = der::positive(&fields.expect(INTEGER, problems)?, problems);
    fields.end(problems);
    let bits = bit_length(modulus);
    let even = |magnitude: &[u8]| magnitude.last().is_none_or(|byte| byte & 1 == 0);
    if even(modulus) || bits > 16_384 {
        problems.add(ProblemKind::AbsurdModulus, modulus_at);
    } else if bits < 1024 {
        problems.add(ProblemKind::ShortModulus, modulus_at);
    }
    let exponent_value = der::small(exponent);
    // 33 bits is what common implementations go up to.
    if even(exponent) || exponent_value.is_none_or(|value| value < 3 || value >> 33 != 0) {
        problems.add(ProblemKind::AbsurdExponent, exponent_at);
    }
    Some(RsaPublic { modulus: modulus_at, bits, exponent: exponent_at, exponent_value })
}

/// Significant bits of a magnitude without leading zeros.
pub(crate) fn bit_length(magnitude: &[u8]) -> usize {
    let first = magnitude.first().map_or(0, |byte| byte.leading_zeros() as usize);
    magnitude.len().saturating_mul(8).saturating_sub(first)
}
