//! Decrypts one piece: reads what it says of itself, opens its key, opens its content.
//!
//! It deliberately tries every key on every encrypted key that it can: senders name the wrong certificate, or none.

use super::algorithms::{Content, Hash, Transport};
use super::content;
use super::find::{ENCRYPTION, ENCRYPTION_11, SIGNATURE};
use super::transport::Padding;
use super::{Budget, Decrypted, DecryptionKey, EncryptedData, Failure, Outcome, Reason, Recipient};
use crate::codec::{RepairKind, base64};
use crate::crypto::certificate;
use crate::limits::Limits;
use crate::source::{Span, Text};
use crate::xml::{Document, Element, Kind};

/// Characters of an encrypted key: more than the longest modulus takes, however it is indented. One key may belong to
/// many data, so a long one would be decoded again and again.
const MOST_KEY_CHARACTERS: usize = 16 << 10;

/// Decrypts `data`, which [`super::find()`] found in `document`, with the first of `keys` that fits.
pub fn decrypt(
    document: &Document,
    data: &EncryptedData,
    keys: &[DecryptionKey],
    limits: &Limits,
    budget: &mut Budget,
) -> Outcome {
    let Some(element) = document.element(data.element) else {
        return Outcome::Failed(Failure::new(Reason::Malformed, document.span));
    };
    match (Attempt { document, limits, keys, budget }).run(element, data) {
        Ok(decrypted) => Outcome::Decrypted(decrypted),
        Err(failure) => Outcome::Failed(failure),
    }
}

struct Attempt<'a> {
    document: &'a Document,
    limits: &'a Limits,
    keys: &'a [DecryptionKey],
    budget: &'a mut Budget,
}

impl Attempt<'_> {
    fn run(&mut self, element: Element<'_>, data: &EncryptedData) -> Result<Decrypted, Failure> {
        let method =
            data.method.as_ref().ok_or_else(|| Failure::new(Reason::Malformed, element.start_tag()))?;
        let algorithm = Content::of(method.as_str()).filter(|_| content::BUILT);
        let algorithm = algorithm.ok_or_else(|| Failure::unsupported(method))?;
        let (cipher, place) = self.cipher_value(element, self.limits.xml_bytes)?;
        if data.recipients.is_empty() {
            return Err(without_keys(element));
        }
        let mut furthest: Option<Failure> = None;
        for recipient in &data.recipients {
            let outcome = self.open(recipient, algorithm).and_then(|(key, index)| {
                self.budget.bytes = self
                    .budget
                    .bytes
                    .checked_sub(cipher.len())
                    .ok_or_else(|| Failure::new(Reason::Limit, place))?;
                let plaintext = content::decrypt(algorithm, &key, &cipher)
                    .map_err(|reason| Failure::new(reason, place))?;
                Ok(Decrypted { plaintext, recipient: recipient.element, key: index })
            });
            match outcome {
                Ok(decrypted) => return Ok(decrypted),
                Err(failure) if furthest.as_ref().is_none_or(|known| known.reason < failure.reason) => {
                    furthest = Some(failure);
                }
                Err(_) => {}
            }
        }
        Err(furthest.unwrap_or_else(|| without_keys(element)))
    }

    /// The content's key, and which private key gave it.
    fn open(
        &mut self,
        recipient: &Recipient,
        algorithm: Content,
    ) -> Result<(zeroize::Zeroizing<Vec<u8>>, usize), Failure> {
        let malformed = || Failure::new(Reason::Malformed, self.document.span);
        let element = self.document.element(recipient.element).ok_or_else(malformed)?;
        let method = recipient.method.as_ref();
        let method = method.ok_or_else(|| Failure::new(Reason::Malformed, element.start_tag()))?;
        let transport = Transport::of(method.as_str()).ok_or_else(|| Failure::unsupported(method))?;
        let padding = self.padding(element, transport)?;
        let (cipher, place) = self.cipher_value(element, MOST_KEY_CHARACTERS)?;
        if self.keys.is_empty() {
            return Err(Failure::new(Reason::NoKey, element.start_tag()));
        }
        let named = self.named(recipient);
        let fits = |key: &DecryptionKey| named.iter().any(|(modulus, _)| modulus == key.modulus());
        let (fitting, others): (Vec<_>, Vec<_>) =
            self.keys.iter().enumerate().partition(|(_, key)| fits(key));
        let expected = !fitting.is_empty();
        for (index, key) in fitting.into_iter().chain(others) {
            let left = self.budget.operations.checked_sub(1);
            self.budget.operations = left.ok_or_else(|| Failure::new(Reason::Limit, place))?;
            match key.unwrap_key(&cipher, &padding) {
                Some(unwrapped) if unwrapped.len() == algorithm.key_len() => return Ok((unwrapped, index)),
                // OAEP is not opened by chance, so the sender made a key of another length.
                Some(_) if transport != Transport::Rsa15 => {
                    return Err(Failure::new(Reason::Malformed, place));
                }
                _ => {}
            }
        }
        match named.first() {
            _ if expected => Err(Failure::new(Reason::BadPadding, place)),
            Some((_, named)) => Err(Failure::new(Reason::WrongRecipient, *named)),
            None => Err(Failure::new(Reason::WrongKey, place)),
        }
    }

    /// The moduli of the public keys that the sender names, and where.
    fn named(&self, recipient: &Recipient) -> Vec<(Vec<u8>, Span)> {
        let certificates = recipient.certificates.iter().filter_map(|text| {
            let block = certificate::open(text, self.limits);
            let rsa = certificate::read(&block.der).0?.public_key?.rsa()?;
            Some((block.der.get(rsa.modulus.range())?.to_vec(), text.trimmed().1))
        });
        let moduli = recipient.moduli.iter().map(|text| {
            let bytes = decode(text, self.limits).unwrap_or_default();
            let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
            (bytes.get(zeros..).unwrap_or_default().to_vec(), text.trimmed().1)
        });
        certificates.chain(moduli).collect()
    }

    fn padding(&self, key: Element<'_>, transport: Transport) -> Result<Padding, Failure> {
        if transport == Transport::Rsa15 {
            return Ok(Padding::Pkcs1);
        }
        let method = key.child(ENCRYPTION, "EncryptionMethod");
        let algorithm = |namespace: &str, local: &str| {
            method
                .and_then(|method| method.child(namespace, local)?.attribute("Algorithm"))
                .map(|at| at.value())
        };
        let hash = match algorithm(SIGNATURE, "DigestMethod") {
            Some(text) => Hash::of_digest(text.as_str()).ok_or_else(|| Failure::unsupported(text))?,
            None => Hash::Sha1,
        };
        let mask = match algorithm(ENCRYPTION_11, "MGF") {
            Some(text) => Hash::of_mask(text.as_str()).ok_or_else(|| Failure::unsupported(text))?,
            None => Hash::Sha1,
        };
        let hashes = match transport {
            // Its mask generation is fixed; some senders name another all the same, and mean it.
            Transport::RsaOaepMgf1p if mask != Hash::Sha1 => vec![(hash, mask), (hash, Hash::Sha1)],
            _ => vec![(hash, mask)],
        };
        let label = match method.and_then(|method| method.child(ENCRYPTION, "OAEPparams")) {
            Some(label) => {
                let text = label.text();
                decode(&text, self.limits).ok_or_else(|| Failure::new(Reason::Malformed, text.trimmed().1))?
            }
            None => Vec::new(),
        };
        Ok(Padding::Oaep { label, hashes })
    }

    /// The bytes of its `CipherData/CipherValue`, and their place. `most` is how many characters are read.
    fn cipher_value(&self, element: Element<'_>, most: usize) -> Result<(Vec<u8>, Span), Failure> {
        let Some(data) = element.child(ENCRYPTION, "CipherData") else {
            return Err(Failure::new(Reason::Malformed, element.start_tag()));
        };
        if let Some(reference) = data.child(ENCRYPTION, "CipherReference") {
            let algorithm = Some(reference.local().to_owned());
            return Err(Failure {
                reason: Reason::UnsupportedAlgorithm,
                at: reference.start_tag(),
                algorithm,
            });
        }
        let Some(value) = data.child(ENCRYPTION, "CipherValue") else {
            return Err(Failure::new(Reason::Malformed, data.start_tag()));
        };
        let text = value.text();
        let (trimmed, place) = text.trimmed();
        if trimmed.contains('&') && self.document.top().any(|node| matches!(node.kind(), Kind::Doctype)) {
            return Err(Failure::new(Reason::Doctype, place));
        }
        if trimmed.len() > most {
            return Err(Failure::new(Reason::Malformed, place));
        }
        match decode(&text, self.limits) {
            Some(bytes) if !bytes.is_empty() => Ok((bytes, place)),
            _ => Err(Failure::new(Reason::Malformed, place)),
        }
    }
}

/// Base64 with the white space that XML Schema allows in it (part 2, 3.2.16). `None`: it is none.
fn decode(text: &Text, limits: &Limits) -> Option<Vec<u8>> {
    let compact: String = text.as_str().split([' ', '\t', '\n', '\r']).collect();
    let decoded = base64::decode(&compact, limits);
    let harmless = |kind| matches!(kind, RepairKind::TrailingBits | RepairKind::MissingPadding);
    decoded.repairs.iter().all(|repair| harmless(repair.kind)).then_some(decoded.bytes)
}

/// Data without an encrypted key: a shared key that was agreed upon, or nothing at all.
fn without_keys(data: Element<'_>) -> Failure {
    let info = data.child(SIGNATURE, "KeyInfo");
    let agreed = info
        .into_iter()
        .flat_map(Element::elements)
        .find(|element| element.is(ENCRYPTION, "AgreementMethod") || element.is(ENCRYPTION_11, "DerivedKey"));
    match agreed {
        Some(element) => {
            let algorithm = element.attribute("Algorithm").map(|algorithm| algorithm.value().value.clone());
            Failure {
                reason: Reason::UnsupportedAlgorithm,
                at: element.start_tag(),
                algorithm: algorithm.or_else(|| Some(element.local().to_owned())),
            }
        }
        None => Failure::new(Reason::NoEncryptedKey, info.unwrap_or(data).start_tag()),
    }
}

impl Failure {
    fn new(reason: Reason, at: Span) -> Self {
        Self { reason, at, algorithm: None }
    }

    fn unsupported(algorithm: &Text) -> Self {
        let at = algorithm.span;
        Self { reason: Reason::UnsupportedAlgorithm, at, algorithm: Some(algorithm.value.clone()) }
    }
}
