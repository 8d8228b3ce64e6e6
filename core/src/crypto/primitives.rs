//! Whether a value is the signature of a hash by a key: the calls into RustCrypto, and what is cheaper without.
//!
//! It deliberately does no arithmetic but one power of public numbers, and reads no XML.

use rsa::traits::PublicKeyParts as _;
use rsa::{BigUint, Pkcs1v15Sign, Pss, RsaPublicKey};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use super::algorithms::{DigestAlgorithm, SignatureAlgorithm};
use super::certificate::Problems;
use super::certificate::der::{Elements, INTEGER, SEQUENCE};
use super::keys::{Curve, PublicKey, without_zeros};
use crate::limits::Limits;

/// What came of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Holds,
    /// It holds, once an ASN.1 sequence is read as r and s.
    HoldsAsDer,
    /// It holds, once each half is cut or filled to the length of a coordinate.
    HoldsAsHalves,
    Differs,
    /// The key is of another kind than the algorithm.
    OtherKind,
    /// The key is larger than the budget, or none that a verifier takes.
    Unusable,
}

pub(super) fn check(
    key: &PublicKey,
    algorithm: SignatureAlgorithm,
    hash: &[u8],
    signature: &[u8],
    limits: &Limits,
) -> Outcome {
    match (key, algorithm) {
        (PublicKey::Rsa { n, e }, SignatureAlgorithm::RsaPkcs1(_) | SignatureAlgorithm::RsaPss { .. }) => {
            rsa(n, e, algorithm, hash, signature, limits)
        }
        (PublicKey::Ec { curve, point }, SignatureAlgorithm::Ecdsa(_)) => {
            ecdsa(*curve, point, hash, signature)
        }
        _ => Outcome::OtherKind,
    }
}

fn rsa(
    n: &[u8],
    e: &[u8],
    algorithm: SignatureAlgorithm,
    hash: &[u8],
    signature: &[u8],
    limits: &Limits,
) -> Outcome {
    if n.len().saturating_mul(8) > limits.key_bits.saturating_add(7) {
        return Outcome::Unusable;
    }
    let (n, e) = (BigUint::from_bytes_be(n), BigUint::from_bytes_be(e));
    // A number that is not below the modulus is no signature (RFC 8017, section 5.2.2); one reader less may forget it.
    if BigUint::from_bytes_be(signature) >= n {
        return Outcome::Differs;
    }
    let Ok(key) = RsaPublicKey::new_with_max_size(n, e, limits.key_bits) else { return Outcome::Unusable };
    use DigestAlgorithm as D;
    let holds = match algorithm {
        SignatureAlgorithm::RsaPss { digest, salt } => {
            let scheme = match digest {
                D::Sha1 => Pss::new_with_salt::<Sha1>(salt),
                D::Sha224 => Pss::new_with_salt::<Sha224>(salt),
                D::Sha256 => Pss::new_with_salt::<Sha256>(salt),
                D::Sha384 => Pss::new_with_salt::<Sha384>(salt),
                D::Sha512 => Pss::new_with_salt::<Sha512>(salt),
            };
            key.verify(scheme, hash, signature).is_ok()
        }
        _ => {
            let scheme = match algorithm.digest() {
                D::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
                D::Sha224 => Pkcs1v15Sign::new::<Sha224>(),
                D::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
                D::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
                D::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
            };
            pkcs1_v15(&key, &scheme, hash, signature)
        }
    };
    if holds { Outcome::Holds } else { Outcome::Differs }
}

/// RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2.2), with the scheme's constants. The crate's own way raises to the exponent as
/// if it were a word full of bits, which takes twice as long; here all is public.
fn pkcs1_v15(key: &RsaPublicKey, scheme: &Pkcs1v15Sign, hash: &[u8], signature: &[u8]) -> bool {
    signature.len() == key.size()
        && scheme.hash_len.is_none_or(|length| length == hash.len())
        && encoded(&scheme.prefix, hash, key.size())
            .is_some_and(|encoded| power(&BigUint::from_bytes_be(signature), key.e(), key.n()) == encoded)
}

/// EMSA-PKCS1-v1_5 (section 9.2) as a number. `None`: the key is too short for the hash.
fn encoded(prefix: &[u8], hash: &[u8], size: usize) -> Option<BigUint> {
    const LEAST_PADDING: usize = 8;
    let padding = size.checked_sub(prefix.len().saturating_add(hash.len()).saturating_add(3))?;
    if padding < LEAST_PADDING {
        return None;
    }
    let mut block = vec![0, 1];
    block.extend(std::iter::repeat_n(0xFF, padding));
    block.push(0);
    block.extend_from_slice(prefix);
    block.extend_from_slice(hash);
    Some(BigUint::from_bytes_be(&block))
}

/// The power modulo `modulus`, which is not zero, by squaring for each bit of the exponent.
fn power(base: &BigUint, exponent: &BigUint, modulus: &BigUint) -> BigUint {
    let mut power = BigUint::from(1u8);
    for byte in exponent.to_bytes_be() {
        for bit in (0..u8::BITS).rev() {
            power = &power * &power % modulus;
            if byte >> bit & 1 == 1 {
                power = power * base % modulus;
            }
        }
    }
    power
}

/// The signature is r and s, each as long as a coordinate (XML Signature 1.1, section 6.4.3).
fn ecdsa(curve: Curve, point: &[u8], hash: &[u8], signature: &[u8]) -> Outcome {
    // The verifiers want at least half a coordinate; zeros before a short hash leave its number as it is (FIPS 186-5,
    // section 6.4.2).
    let mut padded = vec![0; curve.size().saturating_sub(hash.len())];
    padded.extend_from_slice(hash);
    if signature.len() == curve.size() * 2 {
        return match raw(curve, point, &padded, signature) {
            Some(true) => Outcome::Holds,
            Some(false) => Outcome::Differs,
            None => Outcome::Unusable,
        };
    }
    let holds =
        |fixed: Option<Vec<u8>>| fixed.is_some_and(|fixed| raw(curve, point, &padded, &fixed) == Some(true));
    if holds(from_der(signature, curve.size())) {
        Outcome::HoldsAsDer
    } else if holds(from_halves(signature, curve.size())) {
        Outcome::HoldsAsHalves
    } else {
        Outcome::Differs
    }
}

/// Whether this build verifies signatures of that kind: those by elliptic curves are left out without the feature `ecdsa`.
pub(super) fn is_built(algorithm: SignatureAlgorithm) -> bool {
    cfg!(feature = "ecdsa") || !matches!(algorithm, SignatureAlgorithm::Ecdsa(_))
}

#[cfg(not(feature = "ecdsa"))]
fn raw(_: Curve, _: &[u8], _: &[u8], _: &[u8]) -> Option<bool> {
    None
}

/// `None`: the point is none of the curve.
#[cfg(feature = "ecdsa")]
fn raw(curve: Curve, point: &[u8], hash: &[u8], signature: &[u8]) -> Option<bool> {
    macro_rules! verify {
        ($curve:ident) => {{
            use $curve::ecdsa::signature::hazmat::PrehashVerifier;
            let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = $curve::ecdsa::Signature::from_slice(signature);
            Some(signature.is_ok_and(|signature| key.verify_prehash(hash, &signature).is_ok()))
        }};
    }
    match curve {
        Curve::P256 => verify!(p256),
        Curve::P384 => verify!(p384),
        Curve::P521 => verify!(p521),
    }
}

/// Ecdsa-Sig-Value (RFC 3279, section 2.2.3) as r and s of a fixed length.
fn from_der(der: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut problems = Problems::default();
    let mut outer = Elements::new(der, 0);
    let mut numbers = outer.expect(SEQUENCE, &mut problems)?.elements();
    let (r, s) = (numbers.expect(INTEGER, &mut problems)?, numbers.expect(INTEGER, &mut problems)?);
    outer.end(&mut problems);
    numbers.end(&mut problems);
    if !problems.finish().is_empty() {
        return None;
    }
    let (r, s) = (r.content, s.content);
    fixed(r, s, length)
}

/// Two halves of another length.
fn from_halves(signature: &[u8], length: usize) -> Option<Vec<u8>> {
    let (r, s) = signature.split_at_checked(signature.len() / 2)?;
    if r.len() == s.len() { fixed(r, s, length) } else { None }
}

fn fixed(r: &[u8], s: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut fixed = Vec::with_capacity(length * 2);
    for number in [r, s].map(without_zeros) {
        fixed.extend(std::iter::repeat_n(0, length.checked_sub(number.len())?));
        fixed.extend_from_slice(number);
    }
    Some(fixed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_block_is_that_of_the_standard() {
        let scheme = Pkcs1v15Sign::new::<Sha1>();
        let hash = [0xAB; 20];
        let block = encoded(&scheme.prefix, &hash, 46).unwrap().to_bytes_be();
        // RFC 8017, section 9.2, note 1. The zero before it is lost in the number.
        let digest_info = b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14";
        assert_eq!(block, [&b"\x01\xff\xff\xff\xff\xff\xff\xff\xff\x00"[..], digest_info, &hash].concat());
        assert_eq!(encoded(&scheme.prefix, &hash, 45), None);
    }

    proptest! {
        #[test]
        fn the_power_is_that_of_the_library(
            base in prop::collection::vec(any::<u8>(), 0..80),
            exponent in prop::collection::vec(any::<u8>(), 0..6),
            modulus in prop::collection::vec(any::<u8>(), 1..80),
        ) {
            let [base, exponent, modulus] = [base, exponent, modulus].map(|bytes| BigUint::from_bytes_be(&bytes));
            prop_assume!(modulus > BigUint::from(1u8));
            prop_assert_eq!(power(&base, &exponent, &modulus), base.modpow(&exponent, &modulus));
        }
    }
}
