//! The core of Samlens: pasted bytes in, a report out.
//!
//! It deliberately has no clock, no input or output, no randomness and no globals: the same input gives the
//! same report in the page, the command line and the tests. Nothing in it fails on bad input and nothing panics.
//!
//! The modules stand in reading order; each imports only those above it (a test holds this).

#![forbid(unsafe_code)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test may panic, and clippy has no switch for this lint")
)]

pub mod limits;

pub mod order;

pub mod source;

pub mod codec;

pub mod json;

pub mod peel;

pub mod xml;

pub mod crypto;

pub mod saml;

pub mod aws;

pub mod idp;

pub mod evidence;

pub mod lint;

pub mod rules;

pub mod diagnose;

pub mod redact;

pub mod inspect;

pub mod render;

pub mod wire;
