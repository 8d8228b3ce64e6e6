//! The identifiers of XML Encryption 1.0 and 1.1 that can be decrypted here.
//!
//! It deliberately knows no key agreement, no key wrap and no stream cipher: SAML's identity providers use none of
//! them, and what is not listed is named and left alone.

/// How content is encrypted (XML Encryption 1.1, section 5.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Aes128Cbc,
    Aes192Cbc,
    Aes256Cbc,
    Aes128Gcm,
    Aes192Gcm,
    Aes256Gcm,
    /// Legacy: read, never recommended.
    TripleDesCbc,
}

/// How the content's key is encrypted (sections 5.5.1 and 5.5.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// RSAES-PKCS1-v1_5.
    Rsa15,
    /// RSAES-OAEP whose mask generation uses SHA-1.
    RsaOaepMgf1p,
    /// RSAES-OAEP with any mask generation.
    RsaOaep,
}

/// A hash function of OAEP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Content {
    pub fn of(uri: &str) -> Option<Self> {
        Some(match uri {
            "http://www.w3.org/2001/04/xmlenc#aes128-cbc" => Self::Aes128Cbc,
            "http://www.w3.org/2001/04/xmlenc#aes192-cbc" => Self::Aes192Cbc,
            "http://www.w3.org/2001/04/xmlenc#aes256-cbc" => Self::Aes256Cbc,
            "http://www.w3.org/2001/04/xmlenc#tripledes-cbc" => Self::TripleDesCbc,
            "http://www.w3.org/2009/xmlenc11#aes128-gcm" => Self::Aes128Gcm,
            "http://www.w3.org/2009/xmlenc11#aes192-gcm" => Self::Aes192Gcm,
            "http://www.w3.org/2009/xmlenc11#aes256-gcm" => Self::Aes256Gcm,
            _ => return None,
        })
    }

    /// Bytes of its key.
    pub fn key_len(self) -> usize {
        match self {
            Self::Aes128Cbc | Self::Aes128Gcm => 16,
            Self::Aes192Cbc | Self::Aes192Gcm | Self::TripleDesCbc => 24,
            Self::Aes256Cbc | Self::Aes256Gcm => 32,
        }
    }
}

impl Transport {
    pub fn of(uri: &str) -> Option<Self> {
        Some(match uri {
            "http://www.w3.org/2001/04/xmlenc#rsa-1_5" => Self::Rsa15,
            "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p" => Self::RsaOaepMgf1p,
            "http://www.w3.org/2009/xmlenc11#rsa-oaep" => Self::RsaOaep,
            _ => return None,
        })
    }
}

impl Hash {
    /// Of a `DigestMethod` (section 5.8; RFC 6931, 2.1 and 2.1.3).
    pub fn of_digest(uri: &str) -> Option<Self> {
        Some(match uri {
            "http://www.w3.org/2000/09/xmldsig#sha1" => Self::Sha1,
            "http://www.w3.org/2001/04/xmldsig-more#sha224" => Self::Sha224,
            "http://www.w3.org/2001/04/xmlenc#sha256" => Self::Sha256,
            "http://www.w3.org/2001/04/xmldsig-more#sha384" => Self::Sha384,
            "http://www.w3.org/2001/04/xmlenc#sha512" => Self::Sha512,
            _ => return None,
        })
    }

    /// Of an `MGF` (section 5.5.2).
    pub fn of_mask(uri: &str) -> Option<Self> {
        Some(match uri.strip_prefix("http://www.w3.org/2009/xmlenc11#mgf1")? {
            "sha1" => Self::Sha1,
            "sha224" => Self::Sha224,
            "sha256" => Self::Sha256,
            "sha384" => Self::Sha384,
            "sha512" => Self::Sha512,
            _ => return None,
        })
    }
}
