//! Certificates, keys and what is done with them: pure functions on bytes and trees.
//!
//! It deliberately knows no SAML and judges nothing: whether a short key or a broken certificate matters is for rules.

pub mod certificate;
pub mod decrypt;
