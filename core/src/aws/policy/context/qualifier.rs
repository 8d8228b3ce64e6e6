//! `saml:namequalifier`: a hash that tells users of different providers apart (IAM User Guide, "IAM and AWS STS condition
//! context keys").
//!
//! It deliberately takes the parts as they are; white space in an issuer gives another hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest, Sha1};

/// Base64 of the SHA-1 hash of the issuer, the account's number and `/` with the provider's name, with nothing between the
/// first two.
pub fn name_qualifier(issuer: &str, account: &str, provider: &str) -> String {
    let mut hash = Sha1::new();
    for part in [issuer, account, "/", provider] {
        hash.update(part.as_bytes());
    }
    STANDARD.encode(hash.finalize())
}
