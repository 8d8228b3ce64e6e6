//! The keys of the test signer, and what is done with them. Both kinds of signature are deterministic.

use super::Algorithm;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use p256::ecdsa::signature::Signer;
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

static RSA: LazyLock<RsaPrivateKey> = LazyLock::new(|| {
    let der = STANDARD.decode(body(include_str!("../../fixtures/signed/rsa.key"))).unwrap();
    RsaPrivateKey::from_pkcs8_der(&der).unwrap()
});

static P256: LazyLock<p256::ecdsa::SigningKey> = LazyLock::new(|| {
    let der = STANDARD.decode(body(include_str!("../../fixtures/signed/p256.key"))).unwrap();
    p256::SecretKey::from_sec1_der(&der).unwrap().into()
});

/// Base64 of the digest of these octets.
pub fn digest(algorithm: Algorithm, octets: &[u8]) -> String {
    match algorithm {
        Algorithm::RsaSha1 => STANDARD.encode(Sha1::digest(octets)),
        Algorithm::RsaSha256 | Algorithm::EcdsaSha256 => STANDARD.encode(Sha256::digest(octets)),
    }
}

/// The signature of these octets: RSASSA-PKCS1-v1_5, or ECDSA with the nonce of RFC 6979 as r and s.
pub fn value(algorithm: Algorithm, octets: &[u8]) -> Vec<u8> {
    match algorithm {
        Algorithm::RsaSha256 => RSA.sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(octets)).unwrap(),
        Algorithm::RsaSha1 => RSA.sign(Pkcs1v15Sign::new::<Sha1>(), &Sha1::digest(octets)).unwrap(),
        Algorithm::EcdsaSha256 => {
            let signature: p256::ecdsa::Signature = P256.sign(octets);
            signature.to_bytes().to_vec()
        }
    }
}

/// Base64 of the certificate, on one line.
pub fn certificate(algorithm: Algorithm) -> String {
    body(match algorithm {
        Algorithm::RsaSha256 | Algorithm::RsaSha1 => include_str!("../../fixtures/keys/rsa.crt"),
        Algorithm::EcdsaSha256 => include_str!("../../fixtures/keys/p256.crt"),
    })
}

/// What stands between the lines of a PEM armour.
fn body(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with('-')).collect()
}
