//! The algorithm identifiers of XML Signature 1.1 and RFC 9231 that are verified, and the hashes.
//!
//! It deliberately knows no others: what has no entry here is named to the reader by its identifier and not run.

use sha1::Sha1;
use sha2::{Digest as _, Sha224, Sha256, Sha384, Sha512};

use crate::xml::Element;

/// The namespace of XML Signature.
pub const DSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
/// The namespace of its additions in version 1.1.
pub const DSIG11: &str = "http://www.w3.org/2009/xmldsig11#";
/// The namespace of RSAPSSParams (RFC 9231, section 2.3.9).
const MORE_2007: &str = "http://www.w3.org/2007/05/xmldsig-more#";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigestAlgorithm {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2).
    RsaPkcs1(DigestAlgorithm),
    /// RSASSA-PSS (RFC 8017, section 8.1) with MGF1 by the same hash. `salt` is in bytes.
    RsaPss {
        digest: DigestAlgorithm,
        salt: usize,
    },
    Ecdsa(DigestAlgorithm),
}

impl DigestAlgorithm {
    pub fn from_uri(uri: &str) -> Option<Self> {
        Some(match uri {
            "http://www.w3.org/2000/09/xmldsig#sha1" => Self::Sha1,
            "http://www.w3.org/2001/04/xmldsig-more#sha224" => Self::Sha224,
            "http://www.w3.org/2001/04/xmlenc#sha256" => Self::Sha256,
            "http://www.w3.org/2001/04/xmldsig-more#sha384" => Self::Sha384,
            "http://www.w3.org/2001/04/xmlenc#sha512" => Self::Sha512,
            _ => return None,
        })
    }

    /// In bytes.
    pub fn size(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    pub fn hash(self, octets: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::digest(octets).to_vec(),
            Self::Sha224 => Sha224::digest(octets).to_vec(),
            Self::Sha256 => Sha256::digest(octets).to_vec(),
            Self::Sha384 => Sha384::digest(octets).to_vec(),
            Self::Sha512 => Sha512::digest(octets).to_vec(),
        }
    }
}

impl SignatureAlgorithm {
    /// The algorithm of a SignatureMethod element with its parameters.
    pub fn of(method: Element<'_>) -> Option<Self> {
        let uri = method.attribute("Algorithm")?.value().as_str();
        match uri.strip_prefix(MORE_2007) {
            Some("rsa-pss") => Self::pss(method),
            Some(name) => {
                let digest = short(name.strip_suffix("-rsa-MGF1")?)?;
                Some(Self::RsaPss { digest, salt: digest.size() })
            }
            None if uri == "http://www.w3.org/2000/09/xmldsig#rsa-sha1" => {
                Some(Self::RsaPkcs1(DigestAlgorithm::Sha1))
            }
            None => {
                let (family, digest) =
                    uri.strip_prefix("http://www.w3.org/2001/04/xmldsig-more#")?.split_once('-')?;
                match (family, short(digest)?) {
                    // RSA with SHA-1 has the older identifier alone.
                    ("rsa", DigestAlgorithm::Sha1) => None,
                    ("rsa", digest) => Some(Self::RsaPkcs1(digest)),
                    ("ecdsa", digest) => Some(Self::Ecdsa(digest)),
                    _ => None,
                }
            }
        }
    }

    pub fn digest(self) -> DigestAlgorithm {
        match self {
            Self::RsaPkcs1(digest) | Self::RsaPss { digest, .. } | Self::Ecdsa(digest) => digest,
        }
    }

    /// RFC 9231, section 2.3.9: SHA-256 unless said; MGF1 and the salt follow the digest unless said; trailer 1.
    fn pss(method: Element<'_>) -> Option<Self> {
        let default = Self::RsaPss { digest: DigestAlgorithm::Sha256, salt: 32 };
        let Some(params) = method.child(MORE_2007, "RSAPSSParams") else { return Some(default) };
        let uri = |element: Element<'_>| {
            DigestAlgorithm::from_uri(element.attribute("Algorithm")?.value().as_str())
        };
        let number = |element: Element<'_>| element.text().value.trim().parse::<usize>().ok();
        let digest = match params.child(DSIG, "DigestMethod") {
            Some(element) => uri(element)?,
            None => DigestAlgorithm::Sha256,
        };
        let salt = match params.child(MORE_2007, "SaltLength") {
            Some(element) => number(element)?,
            None => digest.size(),
        };
        let trailer = params.child(MORE_2007, "TrailerField").map_or(Some(1), number)?;
        let mask = match params.child(MORE_2007, "MaskGenerationFunction") {
            Some(function) if function.attribute("Algorithm")?.value().as_str() != MGF1 => return None,
            Some(function) => function.child(DSIG, "DigestMethod").map_or(Some(digest), uri)?,
            None => digest,
        };
        (trailer == 1 && mask == digest && salt <= 1024).then_some(Self::RsaPss { digest, salt })
    }
}

const MGF1: &str = "http://www.w3.org/2007/05/xmldsig-more#MGF1";

fn short(name: &str) -> Option<DigestAlgorithm> {
    Some(match name {
        "sha1" => DigestAlgorithm::Sha1,
        "sha224" => DigestAlgorithm::Sha224,
        "sha256" => DigestAlgorithm::Sha256,
        "sha384" => DigestAlgorithm::Sha384,
        "sha512" => DigestAlgorithm::Sha512,
        _ => return None,
    })
}
