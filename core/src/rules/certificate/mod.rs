//! Certificates: in metadata, beside the signature of a message, and pasted by themselves.

mod certificate_expired;
mod certificate_expires_soon;
mod certificate_extension_repeated;
mod certificate_key_short;
mod certificate_key_unsupported;
mod certificate_not_in_iam;
mod certificate_not_in_metadata;
mod certificate_unreadable;
mod certificate_weak_signature;
mod faults;
mod shown;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &certificate_unreadable::RULE,
    &certificate_extension_repeated::RULE,
    &certificate_key_short::RULE,
    &certificate_key_unsupported::RULE,
    &certificate_weak_signature::RULE,
    &certificate_expired::RULE,
    &certificate_expires_soon::RULE,
    &certificate_not_in_metadata::RULE,
    &certificate_not_in_iam::RULE,
];
