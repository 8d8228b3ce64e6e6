//! X.509 certificates (RFC 5280) and keys, read with the place of every part; what is broken is told and passed over.
//!
//! It deliberately trusts nothing and verifies nothing: no chain, no signature, no revocation, no clock. Places are
//! bytes of the DER; [`Armoured`] carries them to the PEM or the XML that it came from.

mod armour;
pub(crate) mod der;
mod extensions;
mod key;
mod name;
mod named;
mod private_key;
mod problem;
#[cfg(test)]
mod tests;
mod time;

pub use armour::{Armoured, Label, open};
pub use extensions::{BasicConstraints, Extension, Extensions, GeneralName, KeyUsage};
pub use key::{KeyKind, PublicKey, RsaPublic, read_public_key};
pub use name::{Name, NameAttribute};
pub use named::Named;
pub use private_key::{PrivateKey, RsaPrivate, read_private_key};
pub(crate) use problem::Problems;
pub use problem::{Problem, ProblemKind};
pub use time::Time;

use crate::source::Bytes;
use der::{BIT_STRING, Element, Elements, INTEGER, OBJECT_IDENTIFIER, SEQUENCE, context};
use sha1::{Digest, Sha1};
use sha2::Sha256;

/// What a certificate says. A part that is missing or unreadable is `None` and has a [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// All of it, without what follows.
    pub at: Bytes,
    /// The signed part, `TBSCertificate`.
    pub signed: Bytes,
    /// 1, 2 or 3.
    pub version: Option<u64>,
    pub serial: Option<Serial>,
    pub issuer: Option<Name>,
    pub subject: Option<Name>,
    pub not_before: Option<Time>,
    pub not_after: Option<Time>,
    pub public_key: Option<PublicKey>,
    /// The one inside the signed part.
    pub signature_algorithm: Option<Named>,
    pub extensions: Extensions,
    pub sha1_fingerprint: [u8; 20],
    pub sha256_fingerprint: [u8; 32],
    /// What stands after the end, if anything does.
    pub trailing: Option<Bytes>,
}

/// A serial number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Serial {
    /// Upper-case hexadecimal, two digits a byte, without a leading zero byte. A negative number, which is a
    /// problem, is shown by its bytes as they stand.
    pub text: String,
    pub at: Bytes,
}

/// Reads a certificate. `None`: there is nothing in it that looks like one. It takes linear time.
pub fn read(der: &[u8]) -> (Option<Certificate>, Vec<Problem>) {
    let mut problems = Problems::default();
    let certificate = read_certificate(der, &mut problems);
    (certificate, problems.finish())
}

/// Upper-case hexadecimal, two digits a byte.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The one sequence that all these forms are.
fn outermost<'a>(der: &'a [u8], problems: &mut Problems) -> Option<Element<'a>> {
    let mut top = Elements::new(der, 0);
    match top.peek() {
        None => problems.add(ProblemKind::Empty, Bytes::default()),
        Some(SEQUENCE) => {
            let outer = top.next(problems)?;
            if !top.is_empty() {
                problems.add(ProblemKind::TrailingBytes, top.rest());
            }
            return Some(outer);
        }
        Some(_) => problems.add(ProblemKind::NotDer, Bytes::new(0, der.len().min(1))),
    }
    None
}

/// `Certificate` (RFC 5280, 4.1).
fn read_certificate(der: &[u8], problems: &mut Problems) -> Option<Certificate> {
    let outer = outermost(der, problems)?;
    let mut parts = outer.elements();
    let signed = parts.expect(SEQUENCE, problems)?;
    if signed.elements().peek() == Some(OBJECT_IDENTIFIER) {
        // An AlgorithmIdentifier: this is a public key or an encrypted private key.
        problems.add(ProblemKind::WrongTag, signed.at);
        return None;
    }
    let algorithm = parts.expect(SEQUENCE, problems);
    let algorithm = algorithm.map(|algorithm| (key::read_algorithm(&algorithm, problems).0, algorithm.at));
    if let Some(signature) = parts.expect(BIT_STRING, problems) {
        der::bit_string(&signature, problems);
    }
    parts.end(problems);
    let trailing = Bytes::new(outer.raw.len(), der.len());
    let mut certificate = Certificate {
        at: outer.at,
        signed: signed.at,
        version: None,
        serial: None,
        issuer: None,
        subject: None,
        not_before: None,
        not_after: None,
        public_key: None,
        signature_algorithm: None,
        extensions: Extensions::default(),
        sha1_fingerprint: Sha1::digest(outer.raw).into(),
        sha256_fingerprint: Sha256::digest(outer.raw).into(),
        trailing: (!trailing.is_empty()).then_some(trailing),
    };
    certificate.read_signed(&signed, problems);
    if let (Some((outside, at)), Some(inside)) = (algorithm, &certificate.signature_algorithm)
        && outside != *inside
    {
        problems.add(ProblemKind::AlgorithmsDiffer, at);
    }
    Some(certificate)
}

impl Certificate {
    /// `TBSCertificate` (RFC 5280, 4.1.2).
    fn read_signed(&mut self, signed: &Element<'_>, problems: &mut Problems) {
        let mut fields = signed.elements();
        self.version = match fields.optional(context(0), problems) {
            None => Some(1),
            Some(wrapper) => wrapper.elements().expect(INTEGER, problems).and_then(|number| {
                let version = der::small(der::positive(&number, problems).0).filter(|version| *version < 3);
                if version.is_none() {
                    problems.add(ProblemKind::UnknownVersion, number.inner());
                }
                version.map(|version| version + 1)
            }),
        };
        self.serial = fields.expect(INTEGER, problems).map(|serial| {
            let (magnitude, at) = der::positive(&serial, problems);
            if magnitude.len() > 20 {
                problems.add(ProblemKind::LongSerial, at);
            }
            let text = if magnitude.is_empty() { "00".to_owned() } else { hexadecimal(magnitude) };
            Serial { text, at: serial.inner() }
        });
        let algorithm = fields.expect(SEQUENCE, problems);
        self.signature_algorithm = algorithm.map(|algorithm| key::read_algorithm(&algorithm, problems).0);
        self.issuer = fields.expect(SEQUENCE, problems).map(|issuer| name::read(&issuer, problems));
        if let Some(validity) = fields.expect(SEQUENCE, problems) {
            self.read_validity(&validity, problems);
        }
        self.subject = fields.expect(SEQUENCE, problems).map(|subject| name::read(&subject, problems));
        self.public_key = fields.expect(SEQUENCE, problems).map(|info| key::read(&info, problems));
        // issuerUniqueID [1] and subjectUniqueID [2], IMPLICIT bit strings that nobody uses.
        fields.optional(0x81, problems);
        fields.optional(0x82, problems);
        if let Some(wrapper) = fields.optional(context(3), problems) {
            if self.version.is_some_and(|version| version < 3) {
                problems.add(ProblemKind::ExtensionsBeforeVersion3, wrapper.at);
            }
            let mut inner = wrapper.elements();
            if let Some(list) = inner.expect(SEQUENCE, problems) {
                self.extensions = extensions::read(&list, problems);
            }
            inner.end(problems);
        }
        fields.end(problems);
    }

    fn read_validity(&mut self, validity: &Element<'_>, problems: &mut Problems) {
        let mut times = validity.elements();
        let mut next = |problems: &mut Problems| match times.next(problems) {
            Some(element) => Some(time::read(&element, problems)),
            None => {
                problems.add(ProblemKind::Missing, times.rest());
                None
            }
        };
        (self.not_before, self.not_after) = (next(problems), next(problems));
        times.end(problems);
        let milliseconds = |time: Option<Time>| time.and_then(|time| time.milliseconds);
        if let (Some(from), Some(to)) = (milliseconds(self.not_before), milliseconds(self.not_after))
            && to < from
        {
            problems.add(ProblemKind::ValidityReversed, validity.inner());
        }
    }
}
