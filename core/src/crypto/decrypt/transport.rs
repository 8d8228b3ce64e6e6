//! Unwraps the content's key with an RSA private key (XML Encryption 1.1, section 5.5; RFC 8017, section 7).
//!
//! It deliberately does its own OAEP unpadding on the crate's private-key operation: the label of XML is bytes, and
//! the crate takes text only. There is no blinding against timing, for nobody else can watch.

use rsa::hazmat::rsa_decrypt;
use rsa::rand_core::CryptoRngCore;
use rsa::traits::PublicKeyParts;
use rsa::{BigUint, Pkcs1v15Encrypt, RsaPrivateKey};
use sha1::{Digest, Sha1};
use sha2::{Sha224, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::algorithms::Hash;
use crate::crypto::certificate::RsaPrivate;

/// An RSA private key that was checked and can decrypt. It is wiped when it is dropped.
#[derive(Clone)]
pub struct DecryptionKey {
    key: RsaPrivateKey,
    modulus: Vec<u8>,
}

impl std::fmt::Debug for DecryptionKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "DecryptionKey({} bits)", self.key.n().bits())
    }
}

/// How one encrypted key is padded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Padding {
    Pkcs1,
    /// The label, and the pairs of hash and mask hash to try.
    Oaep {
        label: Vec<u8>,
        hashes: Vec<(Hash, Hash)>,
    },
}

impl DecryptionKey {
    /// The longest modulus, in bits: a longer one takes seconds in a page.
    pub const MOST_BITS: usize = 8192;

    /// `None`: the numbers do not belong together, or the modulus is longer than [`Self::MOST_BITS`].
    pub fn new(private: &RsaPrivate) -> Option<Self> {
        let number = |bytes: &[u8]| BigUint::from_bytes_be(bytes);
        let [p, q] = private.primes.each_ref().map(|prime| number(prime));
        // The crate brings a difference of the two into range one prime at a time, so they must be of like size.
        let sound = private.bits() <= Self::MOST_BITS
            && private.private_exponent.len() <= private.modulus.len()
            && p.bits().abs_diff(q.bits()) <= 4;
        if !sound {
            return None;
        }
        let [n, e, d] = [&private.modulus, &private.public_exponent, &private.private_exponent]
            .map(|bytes| number(bytes));
        let key = RsaPrivateKey::from_components(n, e, d, vec![p, q]).ok()?;
        Some(Self { key, modulus: private.modulus.to_vec() })
    }

    /// Big-endian, without leading zeros: what its certificate has too.
    pub fn modulus(&self) -> &[u8] {
        &self.modulus
    }

    /// The content's key. `None`: it was not encrypted for this key, or it is damaged.
    pub(super) fn unwrap_key(&self, data: &[u8], padding: &Padding) -> Option<Zeroizing<Vec<u8>>> {
        match padding {
            Padding::Pkcs1 => self.key.decrypt(Pkcs1v15Encrypt, data).ok().map(Zeroizing::new),
            Padding::Oaep { label, hashes } => {
                let data = BigUint::from_bytes_be(data);
                let message = rsa_decrypt::<dyn CryptoRngCore>(None, &self.key, &data).ok()?;
                let message = Zeroizing::new(message);
                let message = Zeroizing::new(message.to_bytes_be());
                // As many bytes as the modulus has (I2OSP, RFC 8017, 4.1).
                let missing = self.key.size().checked_sub(message.len())?;
                let mut encoded = Zeroizing::new(vec![0; missing]);
                encoded.extend_from_slice(&message);
                hashes.iter().find_map(|&(hash, mask)| unpad(&encoded, hash, mask, label))
            }
        }
    }
}

/// EME-OAEP decoding (RFC 8017, 7.1.2, step 3).
fn unpad(encoded: &[u8], hash: Hash, mask: Hash, label: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let label = hash.digest(&[label]);
    let (&first, masked) = encoded.split_first()?;
    let (seed, block) = masked.split_at_checked(label.len())?;
    let seed = masked_with(seed, block, mask);
    let block = masked_with(block, &seed, mask);
    let (found, rest) = block.split_at_checked(label.len())?;
    let zeros = rest.iter().take_while(|&&byte| byte == 0).count();
    match rest.get(zeros..)? {
        [1, message @ ..] if first == 0 && found == label => Some(Zeroizing::new(message.to_vec())),
        _ => None,
    }
}

/// `bytes` under the mask that MGF1 (RFC 8017, B.2.1) makes from `seed`.
fn masked_with(bytes: &[u8], seed: &[u8], hash: Hash) -> Zeroizing<Vec<u8>> {
    let mut masked = Zeroizing::new(bytes.to_vec());
    let mut rest = masked.as_mut_slice();
    for counter in 0u32.. {
        let mask = Zeroizing::new(hash.digest(&[seed, &counter.to_be_bytes()]));
        let Some((block, behind)) = rest.split_at_mut_checked(mask.len().min(rest.len())) else { break };
        block.iter_mut().zip(mask.iter()).for_each(|(byte, mask)| *byte ^= mask);
        if behind.is_empty() {
            break;
        }
        rest = behind;
    }
    masked
}

impl Hash {
    fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            parts.iter().fold(D::new(), |digest, part| digest.chain_update(part)).finalize().to_vec()
        }
        match self {
            Self::Sha1 => of::<Sha1>(parts),
            Self::Sha224 => of::<Sha224>(parts),
            Self::Sha256 => of::<Sha256>(parts),
            Self::Sha384 => of::<Sha384>(parts),
            Self::Sha512 => of::<Sha512>(parts),
        }
    }
}
