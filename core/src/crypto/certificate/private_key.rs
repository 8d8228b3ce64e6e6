//! Private keys: RSA in PKCS#1 (RFC 8017, A.1.2) and PKCS#8 (RFC 5208) form, others by name.
//!
//! It deliberately opens no encrypted key, prints no secret (`Debug` hides them) and checks no arithmetic: whoever
//! decrypts does that.

use std::fmt;

use zeroize::Zeroizing;

use super::der::{self, Element, Elements, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE};
use super::key::{bit_length, read_algorithm};
use super::named::Named;
use super::problem::{Problem, ProblemKind, Problems};

/// A private key, as far as it is of use here.
#[derive(Debug, Clone)]
pub enum PrivateKey {
    Rsa(RsaPrivate),
    /// Under a password (`EncryptedPrivateKeyInfo`, RFC 5208, section 6).
    Encrypted,
    /// Elliptic curve, DSA and others: they decrypt no SAML.
    Other(Named),
}

/// The numbers of an RSA key: big-endian magnitudes, wiped when they are dropped.
#[derive(Clone)]
pub struct RsaPrivate {
    pub(crate) modulus: Zeroizing<Vec<u8>>,
    pub(crate) public_exponent: Zeroizing<Vec<u8>>,
    pub(crate) private_exponent: Zeroizing<Vec<u8>>,
    pub(crate) primes: [Zeroizing<Vec<u8>>; 2],
}

impl RsaPrivate {
    /// Big-endian, without leading zeros: it is no secret and tells which certificate belongs to the key.
    pub fn modulus(&self) -> &[u8] {
        &self.modulus
    }

    pub fn bits(&self) -> usize {
        bit_length(&self.modulus)
    }
}

impl fmt::Debug for RsaPrivate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RsaPrivate({} bits)", self.bits())
    }
}

/// Reads a private key from DER; the form is recognised. `None`: it is none.
pub fn read_private_key(der: &[u8]) -> (Option<PrivateKey>, Vec<Problem>) {
    let mut problems = Problems::default();
    let key = super::outermost(der, &mut problems).and_then(|outer| read(&outer, &mut problems));
    (key, problems.finish())
}

fn read(outer: &Element<'_>, problems: &mut Problems) -> Option<PrivateKey> {
    let mut fields = outer.elements();
    if fields.peek() == Some(SEQUENCE) {
        // EncryptedPrivateKeyInfo: an algorithm, then the encrypted bytes.
        fields.next(problems);
        fields.expect(OCTET_STRING, problems)?;
        return Some(PrivateKey::Encrypted);
    }
    let version = fields.expect(INTEGER, problems)?;
    match fields.peek() {
        Some(INTEGER) => pkcs1(&version, fields, problems).map(PrivateKey::Rsa),
        Some(SEQUENCE) => {
            let algorithm = read_algorithm(&fields.next(problems)?, problems).0;
            let content = fields.expect(OCTET_STRING, problems)?;
            if !algorithm.is("rsaEncryption") {
                return Some(PrivateKey::Other(algorithm));
            }
            let mut inner = Elements::new(content.content, content.content_start);
            let mut fields = inner.expect(SEQUENCE, problems)?.elements();
            inner.end(problems);
            let version = fields.expect(INTEGER, problems)?;
            pkcs1(&version, fields, problems).map(PrivateKey::Rsa)
        }
        // ECPrivateKey (RFC 5915, section 3): the version 1, then the number.
        Some(OCTET_STRING) => {
            fields.next(problems);
            let curve = fields.optional(der::context(0), problems);
            let curve = curve.and_then(|curve| curve.elements().expect(OBJECT_IDENTIFIER, problems));
            Some(PrivateKey::Other(Named::new(
                curve.map_or_else(
                    || "1.2.840.10045.2.1".to_owned(),
                    |curve| der::identifier(&curve, problems),
                ),
            )))
        }
        _ => {
            problems.add(ProblemKind::BadKey, outer.at);
            None
        }
    }
}

/// The fields of `RSAPrivateKey` after its version.
fn pkcs1(version: &Element<'_>, mut fields: Elements<'_>, problems: &mut Problems) -> Option<RsaPrivate> {
    let mut next = |problems: &mut Problems| {
        let number = fields.expect(INTEGER, problems)?;
        Some(der::positive(&number, problems).0)
    };
    let (modulus, public, private) = (next(problems)?, next(problems)?, next(problems)?);
    let primes = [next(problems)?, next(problems)?];
    // The three numbers of the Chinese remainder. A DSA key has as many numbers as come before them.
    for _ in 0..3 {
        next(problems)?;
    }
    // Version 1 means more than two primes (RFC 8017, A.1.2), which nothing in use makes.
    if der::positive(version, &mut Problems::default()).0 != [] as [u8; 0] {
        problems.add(ProblemKind::UnknownVersion, version.inner());
        return None;
    }
    let own = |bytes: &[u8]| Zeroizing::new(bytes.to_vec());
    Some(RsaPrivate {
        modulus: own(modulus),
        public_exponent: own(public),
        private_exponent: own(private),
        primes: primes.map(own),
    })
}

impl PrivateKey {
    /// A short name of the algorithm; `None` for what is encrypted.
    pub fn algorithm(&self) -> Option<&str> {
        match self {
            Self::Rsa(_) => Some("rsaEncryption"),
            Self::Encrypted => None,
            Self::Other(named) => Some(named.as_str()),
        }
    }
}
