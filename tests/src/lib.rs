//! What the test suites share: the reading and running of rule pages, and the corpus cases.
//!
//! The suites themselves stand in `tests/`.

pub mod pages;
pub mod sample;
pub mod working;
pub mod xmldsig;
