//! What certificates and keys are wrapped in: PEM (RFC 7468, RFC 1421) or bare Base64, with the way back.
//!
//! It deliberately takes one block at a time; `peel` finds the blocks of a paste.

use memchr::memmem;
use zeroize::Zeroizing;

use crate::codec::{Repair, base64};
use crate::limits::Limits;
use crate::source::{Bytes, OffsetMap, Span, Text};

/// What the BEGIN line says (RFC 7468, section 4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// There is no BEGIN line.
    Bare,
    /// `CERTIFICATE`, and the older `X509 CERTIFICATE` and `TRUSTED CERTIFICATE`.
    Certificate,
    PublicKey,
    RsaPublicKey,
    /// PKCS#8.
    PrivateKey,
    /// PKCS#1.
    RsaPrivateKey,
    EncryptedPrivateKey,
    Other(String),
}

/// A block without its wrapping.
#[derive(Clone)]
pub struct Armoured {
    pub label: Label,
    /// Under a password: by its label or by `Proc-Type: 4,ENCRYPTED` (RFC 1421, 4.6.1.1).
    pub encrypted: bool,
    /// Wiped when it is dropped, for it may be a private key.
    pub der: Zeroizing<Vec<u8>>,
    /// What the Base64 needed; places are bytes of the text's value.
    pub repairs: Vec<Repair>,
    /// Where the Base64 begins in the text's value.
    start: usize,
    end: usize,
    map: Option<OffsetMap>,
}

impl std::fmt::Debug for Armoured {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Armoured({:?}, {} bytes)", self.label, self.der.len())
    }
}

impl Armoured {
    /// The source characters that made these bytes of the DER; `text` is the one that was opened.
    pub fn place(&self, text: &Text, bytes: Bytes) -> Span {
        match &self.map {
            Some(map) => {
                let within = map.outward(bytes).0;
                let at = |offset: u32| self.start.saturating_add(offset as usize);
                text.sub(at(within.start)..at(within.end))
            }
            None => text.sub(self.start..self.end),
        }
    }
}

/// Takes the wrapping off. It is recognised, not demanded; text that is no Base64 gives few or no bytes.
pub fn open(text: &Text, limits: &Limits) -> Armoured {
    let value = text.as_str();
    let bytes = value.as_bytes();
    let (label, mut start, mut end) = match begin_line(value) {
        Some((label, start)) => {
            let body = bytes.get(start..).unwrap_or_default();
            let end = memmem::find(body, b"-----").map_or(bytes.len(), |len| start.saturating_add(len));
            (Label::of(label), start, end)
        }
        None => (Label::Bare, 0, bytes.len()),
    };
    let body = value.get(start..end).unwrap_or_default();
    let headers = headers(body);
    let encrypted = label == Label::EncryptedPrivateKey
        || body
            .get(..headers)
            .is_some_and(|headers| memmem::find(headers.as_bytes(), b"ENCRYPTED").is_some());
    start = start.saturating_add(headers);
    end = end.max(start);
    let decoded = base64::decode(value.get(start..end).unwrap_or_default(), limits);
    let shift = |offset: u32| start.saturating_add(offset as usize);
    let repairs = decoded.repairs.iter();
    let repairs = repairs
        .map(|repair| Repair { at: Bytes::new(shift(repair.at.start), shift(repair.at.end)), ..*repair })
        .collect();
    Armoured { label, encrypted, der: Zeroizing::new(decoded.bytes), repairs, start, end, map: decoded.map }
}

/// The label and where the line ends.
fn begin_line(value: &str) -> Option<(&str, usize)> {
    let bytes = value.as_bytes();
    let start = memmem::find(bytes, b"-----BEGIN ")?.checked_add(11)?;
    let len = memmem::find(bytes.get(start..)?, b"-----")?;
    let label = value.get(start..start.checked_add(len)?)?;
    Some((label, start.checked_add(len)?.checked_add(5)?))
}

/// The length of the RFC 1421 header lines at the front of a body.
fn headers(body: &str) -> usize {
    let mut len = 0;
    for line in body.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        // Base64 has no colon.
        if !blank && !line.contains(':') {
            break;
        }
        len += line.len();
    }
    len
}

impl Label {
    fn of(label: &str) -> Self {
        match label {
            "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => Self::Certificate,
            "PUBLIC KEY" => Self::PublicKey,
            "RSA PUBLIC KEY" => Self::RsaPublicKey,
            "PRIVATE KEY" => Self::PrivateKey,
            "RSA PRIVATE KEY" => Self::RsaPrivateKey,
            "ENCRYPTED PRIVATE KEY" => Self::EncryptedPrivateKey,
            other => Self::Other(other.to_owned()),
        }
    }
}
