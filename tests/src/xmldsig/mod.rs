//! Signed documents made on the spot, and what can happen to them afterwards.
//!
//! The signer takes the octets from the core and everything else from the standards, so that it can make what no
//! identity provider would. That the octets are right, other verifiers say: see `tests/differential.rs`.

mod keys;
mod message;
mod mutate;
mod sign;

pub use keys::{KeyPair, keys};
pub use message::{Message, message};
pub use mutate::mutate;
pub use sign::{KeyInfo, Place, Style, digest, sign, style};

use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml::{Document, parse};

/// The tree of a text that stands at the start of its source.
pub fn read(text: &str) -> Document {
    parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default())
}
