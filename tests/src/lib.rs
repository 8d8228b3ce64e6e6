//! What the test suites share: the reading and running of rule pages, messages that work and
//! messages that deceive, and a signer.
//!
//! The suites themselves stand in `tests/`.

pub mod attacks;
pub mod corpus;
pub mod coverage;
pub mod pages;
pub mod sample;
pub mod schema;
pub mod sign;
pub mod working;
pub mod works;
pub mod xmldsig;
