//! XML Signature and XML Encryption as SAML uses them, certificates and keys: what a signature covers, whether it holds, by
//! which key, and why not; what an encrypted part says.
//!
//! It deliberately knows no SAML and trusts nobody. It fetches nothing, runs no transform but the canonicalisations and
//! `enveloped-signature`, and does no arithmetic of its own but that of one public exponent.

pub mod certificate;
pub mod decrypt;

mod algorithms;
mod charset;
mod edits;
mod explain;
mod key_info;
mod keys;
mod primitives;
mod reason;
mod reference;
mod signature;
mod values;
mod verify;

pub use algorithms::{DSIG, DSIG11, DigestAlgorithm, SignatureAlgorithm};
pub use explain::{Change, Explanation, Failed, explain};
pub use key_info::{EmbeddedKey, KeyForm, embedded_keys};
pub use keys::{Curve, PublicKey};
pub use reason::{Reason, ReasonKind, Weight};
pub use reference::{Reference, State, Target};
pub use verify::{KeyUsed, Verdict, Verification, signatures, verify, verify_all};
