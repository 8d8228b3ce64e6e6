//! Whether the message is signed, whether the signatures hold, and by whose key.

mod assertion_not_signed;
mod digest_mismatch;
pub(crate) mod failure;
mod message_unsigned;
mod sha1_signature;
mod signature_malformed;
mod signature_mismatch;
mod signature_reference_broken;
mod signature_unsupported;
mod signing_key_unknown;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &message_unsigned::RULE,
    &assertion_not_signed::RULE,
    &signing_key_unknown::RULE,
    &digest_mismatch::RULE,
    &signature_mismatch::RULE,
    &signature_reference_broken::RULE,
    &signature_malformed::RULE,
    &signature_unsupported::RULE,
    &sha1_signature::RULE,
];
