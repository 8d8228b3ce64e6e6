//! The key pairs in `fixtures/signed`, and their signatures over hashes.

use std::path::PathBuf;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rsa::pkcs8::DecodePrivateKey as _;
use rsa::rand_core::{self, CryptoRng, RngCore};
use rsa::{Pkcs1v15Sign, Pss, RsaPrivateKey};
use samlens_core::crypto::{DigestAlgorithm, PublicKey, SignatureAlgorithm};

use crate::working::Chance;

/// A key pair with its certificate.
pub struct KeyPair {
    /// `rsa`, `p256`, `p384` or `p521`.
    pub name: &'static str,
    pub public: PublicKey,
    /// Base64 of the certificate, without line ends.
    pub certificate: String,
    private: Private,
}

enum Private {
    Rsa(Box<RsaPrivateKey>),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    P521(p521::ecdsa::SigningKey),
}

/// All of them, in the order of the names.
pub fn keys() -> [KeyPair; 4] {
    ["rsa", "p256", "p384", "p521"].map(KeyPair::read)
}

impl KeyPair {
    fn read(name: &'static str) -> Self {
        let certificate = body(name, "crt");
        let public = PublicKey::from_certificate(&BASE64_STANDARD.decode(&certificate).unwrap()).unwrap();
        let key = BASE64_STANDARD.decode(body(name, "key")).unwrap();
        // ECPrivateKey (RFC 5915, section 3): a header, the version, then the number as an octet string.
        let number = |length: usize| {
            let tag = [4, u8::try_from(length).unwrap()];
            let start = key.windows(2).position(|window| window == tag).unwrap() + 2;
            &key[start..start + length]
        };
        let private = match name {
            "rsa" => Private::Rsa(Box::new(RsaPrivateKey::from_pkcs8_der(&key).unwrap())),
            "p256" => Private::P256(p256::ecdsa::SigningKey::from_slice(number(32)).unwrap()),
            "p384" => Private::P384(p384::ecdsa::SigningKey::from_slice(number(48)).unwrap()),
            _ => Private::P521(p521::ecdsa::SigningKey::from_slice(number(66)).unwrap()),
        };
        Self { name, public, certificate, private }
    }

    fn coordinate(&self) -> usize {
        match &self.public {
            PublicKey::Ec { curve, .. } => curve.size(),
            PublicKey::Rsa { .. } => 0,
        }
    }

    /// The SignatureValue for a hash. What is random in it comes from `chance`.
    pub fn sign(&self, algorithm: SignatureAlgorithm, hash: &[u8], chance: &mut Chance) -> Vec<u8> {
        // The signers want at least half a coordinate; zeros before a short hash leave its number as it is.
        let mut padded = vec![0; self.coordinate().saturating_sub(hash.len())];
        padded.extend_from_slice(hash);
        macro_rules! ecdsa {
            ($key:expr, $curve:ident) => {{
                use $curve::ecdsa::signature::hazmat::RandomizedPrehashSigner as _;
                let signed = $key.sign_prehash_with_rng(&mut Numbers(chance), &padded);
                let signature: $curve::ecdsa::Signature = signed.unwrap();
                signature.to_bytes().to_vec()
            }};
        }
        match &self.private {
            Private::Rsa(key) => match algorithm {
                SignatureAlgorithm::RsaPss { digest, salt } => {
                    key.sign_with_rng(&mut Numbers(chance), pss(digest, salt), hash).unwrap()
                }
                _ => key.sign(pkcs1(algorithm.digest()), hash).unwrap(),
            },
            Private::P256(key) => ecdsa!(key, p256),
            Private::P384(key) => ecdsa!(key, p384),
            Private::P521(key) => ecdsa!(key, p521),
        }
    }
}

fn body(name: &str, kind: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/signed");
    let pem = std::fs::read_to_string(folder.join(format!("{name}.{kind}"))).unwrap();
    pem.lines().filter(|line| !line.starts_with('-')).collect()
}

fn pkcs1(digest: DigestAlgorithm) -> Pkcs1v15Sign {
    match digest {
        DigestAlgorithm::Sha1 => Pkcs1v15Sign::new::<sha1::Sha1>(),
        DigestAlgorithm::Sha224 => Pkcs1v15Sign::new::<sha2::Sha224>(),
        DigestAlgorithm::Sha256 => Pkcs1v15Sign::new::<sha2::Sha256>(),
        DigestAlgorithm::Sha384 => Pkcs1v15Sign::new::<sha2::Sha384>(),
        DigestAlgorithm::Sha512 => Pkcs1v15Sign::new::<sha2::Sha512>(),
    }
}

fn pss(digest: DigestAlgorithm, salt: usize) -> Pss {
    match digest {
        DigestAlgorithm::Sha1 => Pss::new_with_salt::<sha1::Sha1>(salt),
        DigestAlgorithm::Sha224 => Pss::new_with_salt::<sha2::Sha224>(salt),
        DigestAlgorithm::Sha256 => Pss::new_with_salt::<sha2::Sha256>(salt),
        DigestAlgorithm::Sha384 => Pss::new_with_salt::<sha2::Sha384>(salt),
        DigestAlgorithm::Sha512 => Pss::new_with_salt::<sha2::Sha512>(salt),
    }
}

/// The same numbers on every run: fit for tests and for nothing else.
struct Numbers<'c>(&'c mut Chance);

impl RngCore for Numbers<'_> {
    fn next_u32(&mut self) -> u32 {
        u32::try_from(self.0.below(1 << 31)).unwrap()
    }

    fn next_u64(&mut self) -> u64 {
        u64::from(self.next_u32()) << 32 | u64::from(self.next_u32())
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        bytes.fill_with(|| u8::try_from(self.0.below(256)).unwrap());
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for Numbers<'_> {}
