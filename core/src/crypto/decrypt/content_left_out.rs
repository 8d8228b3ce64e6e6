//! Stands in for `content` in a build without the feature `decryption`: no content is decrypted.
//!
//! It deliberately leaves the rest as it is, so that a report still says what is encrypted, how, and for whom.

use zeroize::Zeroizing;

use super::Reason;
use super::algorithms::Content;

/// Whether this build decrypts at all.
pub(super) const BUILT: bool = false;

pub(super) fn decrypt(_: Content, _: &[u8], _: &[u8]) -> Result<Zeroizing<Vec<u8>>, Reason> {
    Err(Reason::UnsupportedAlgorithm)
}
