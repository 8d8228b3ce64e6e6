//! Public keys, out of SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7) and certificates.
//!
//! It deliberately reads no more of a certificate than its key, and judges neither its dates nor its issuer.

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

    /// Reads a SubjectPublicKeyInfo in DER. `None` for other algorithms and curves.
    pub fn from_spki(der: &[u8]) -> Option<Self> {
        let (info, _) = value(der, SEQUENCE)?;
        let (algorithm, rest) = value(info, SEQUENCE)?;
        let (oid, parameters) = value(algorithm, OID)?;
        let (bits, _) = value(rest, BIT_STRING)?;
        // The first byte counts unused bits.
        let [0, key @ ..] = bits else { return None };
        match oid {
            RSA_ENCRYPTION | RSASSA_PSS => {
                let (numbers, _) = value(key, SEQUENCE)?;
                let (n, rest) = value(numbers, INTEGER)?;
                let (e, _) = value(rest, INTEGER)?;
                Some(Self::rsa(n, e))
            }
            EC_PUBLIC_KEY => {
                let (curve, _) = value(parameters, OID)?;
                Some(Self::Ec { curve: Curve::from_oid(curve)?, point: key.to_vec() })
            }
            _ => None,
        }
    }

    /// The key of an X.509 certificate in DER (RFC 5280, section 4.1).
    pub fn from_certificate(der: &[u8]) -> Option<Self> {
        let (certificate, _) = value(der, SEQUENCE)?;
        let (body, _) = value(certificate, SEQUENCE)?;
        let mut rest = match value(body, VERSION) {
            Some((_, rest)) => rest,
            None => body,
        };
        for tag in [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE] {
            (_, rest) = value(rest, tag)?;
        }
        Self::from_spki(rest)
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
        match urn.strip_prefix("urn:oid:")? {
            "1.2.840.10045.3.1.7" => Some(Self::P256),
            "1.3.132.0.34" => Some(Self::P384),
            "1.3.132.0.35" => Some(Self::P521),
            _ => None,
        }
    }

    fn from_oid(oid: &[u8]) -> Option<Self> {
        match oid {
            [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07] => Some(Self::P256),
            [0x2B, 0x81, 0x04, 0x00, 0x22] => Some(Self::P384),
            [0x2B, 0x81, 0x04, 0x00, 0x23] => Some(Self::P521),
            _ => None,
        }
    }
}

pub(super) const INTEGER: u8 = 0x02;
pub(super) const SEQUENCE: u8 = 0x30;
const BIT_STRING: u8 = 0x03;
const OID: u8 = 0x06;
const VERSION: u8 = 0xA0;
const RSA_ENCRYPTION: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];
const RSASSA_PSS: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A];
const EC_PUBLIC_KEY: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];

/// The content of the DER value at the start, if it has this tag, and what follows it.
pub(super) fn value(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let [found, length, rest @ ..] = der else { return None };
    if *found != tag {
        return None;
    }
    let (length, rest) = match *length {
        short @ 0..=0x7F => (usize::from(short), rest),
        long @ 0x81..=0x84 => {
            let (bytes, rest) = rest.split_at_checked(usize::from(long & 0x7F))?;
            (bytes.iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte)), rest)
        }
        _ => return None,
    };
    rest.split_at_checked(length)
}

pub(super) fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}
