//! Decrypts content (XML Encryption 1.1, section 5.2): an initialisation vector, then the encrypted bytes.
//!
//! It deliberately says what is wrong: this is a diagnosis on the key's own machine, not a service that could be asked
//! a million times.

use aes::{Aes128, Aes192, Aes256};
use aes_gcm::aead::consts::U12;
use aes_gcm::{AeadInPlace, AesGcm, Tag};
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::typenum::Unsigned;
use cbc::cipher::{BlockCipher, BlockDecryptMut, KeyInit, KeyIvInit};
use des::TdesEde3;
use zeroize::Zeroizing;

use super::Reason;
use super::algorithms::Content;

/// Whether this build decrypts at all.
pub(super) const BUILT: bool = true;

/// The plain bytes, or why there are none. `key` has the length that the algorithm wants, else it is `Malformed`.
pub(super) fn decrypt(algorithm: Content, key: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, Reason> {
    match algorithm {
        Content::Aes128Cbc => chained::<Aes128>(key, data),
        Content::Aes192Cbc => chained::<Aes192>(key, data),
        Content::Aes256Cbc => chained::<Aes256>(key, data),
        Content::TripleDesCbc => chained::<TdesEde3>(key, data),
        Content::Aes128Gcm => authenticated::<AesGcm<Aes128, U12>>(key, data),
        Content::Aes192Gcm => authenticated::<AesGcm<Aes192, U12>>(key, data),
        Content::Aes256Gcm => authenticated::<AesGcm<Aes256, U12>>(key, data),
    }
}

/// Cipher block chaining. Only the last byte of the padding says something: its length (section 5.2.1).
fn chained<C>(key: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, Reason>
where
    C: BlockCipher + BlockDecryptMut + KeyInit,
{
    let block = C::BlockSize::USIZE;
    let (vector, body) = data.split_at_checked(block).ok_or(Reason::Malformed)?;
    let cipher = cbc::Decryptor::<C>::new_from_slices(key, vector).map_err(|_| Reason::Malformed)?;
    let mut buffer = Zeroizing::new(body.to_vec());
    // It fails where the length is no multiple of the block's.
    cipher.decrypt_padded_mut::<NoPadding>(&mut buffer).map_err(|_| Reason::Malformed)?;
    let padding = usize::from(*buffer.last().ok_or(Reason::Malformed)?);
    if padding == 0 || padding > block {
        return Err(Reason::BadPadding);
    }
    let len = buffer.len().saturating_sub(padding);
    buffer.truncate(len);
    Ok(buffer)
}

/// Galois counter mode: a vector of 12 bytes in front, a tag of 16 behind (section 5.2.4).
fn authenticated<C>(key: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, Reason>
where
    C: AeadInPlace<NonceSize = U12, TagSize = aes_gcm::aead::consts::U16> + KeyInit,
{
    let cipher = C::new_from_slice(key).map_err(|_| Reason::Malformed)?;
    let (vector, rest) = data.split_at_checked(12).ok_or(Reason::Malformed)?;
    let (body, tag) =
        rest.len().checked_sub(16).and_then(|len| rest.split_at_checked(len)).ok_or(Reason::Malformed)?;
    let vector = <[u8; 12]>::try_from(vector).map_err(|_| Reason::Malformed)?;
    let tag = <[u8; 16]>::try_from(tag).map_err(|_| Reason::Malformed)?;
    let mut buffer = Zeroizing::new(body.to_vec());
    cipher
        .decrypt_in_place_detached(&vector.into(), &[], &mut buffer, &Tag::from(tag))
        .map_err(|_| Reason::BadTag)?;
    Ok(buffer)
}
