//! The core of Samlens: pasted bytes in, a report out: what AWS would answer to a SAML message, why, which characters
//! are to blame, who can change them.
//!
//! It deliberately has no clock, no input or output, no randomness and no globals: the same input gives the
//! same report in the page, the command line and the tests. Nothing in it fails on bad input and nothing panics.
//!
//! ```
//! use samlens_core::diagnose::Outcome;
//! use samlens_core::evidence::Options;
//! use samlens_core::inspect::{Input, inspect};
//! use samlens_core::limits::Limits;
//!
//! // Whatever was captured: Base64, a form body, a HAR, XML; and evidence beside it, such as metadata or a trust policy.
//! let xml = r#"<Response xmlns="urn:oasis:names:tc:SAML:2.0:protocol" Version="2.0">
//!   <Status><StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></Status>
//! </Response>"#;
//! let report = inspect(&[Input { name: None, bytes: xml.into() }], &Options::default(), &Limits::default());
//!
//! let message = &report.messages[0];
//! assert_eq!(message.diagnosed.outcome, Outcome::Refused);
//! let finding = &message.answers.findings[message.diagnosed.diagnoses[0].cause];
//! assert_eq!(finding.rule.id, "status-not-success");
//! assert_eq!(report.sources.excerpt(finding.primary.span), "urn:oasis:names:tc:SAML:2.0:status:Responder");
//! ```
//!
//! More in `examples/`: verifying with metadata, evaluating a trust policy, explaining an error text, checking metadata.
//!
//! # Features
//!
//! All are on by default. What is left out is said in the report ("not verified here"), never taken for a defect.
//!
//! | feature | without it |
//! | --- | --- |
//! | `decryption` | encrypted assertions are reported, and not decrypted; no AES, no DES |
//! | `ecdsa` | signatures by elliptic curves are unsupported; no P-256, P-384, P-521 |
//! | `pages` | rules have no reference page (`Rule::page` is empty) |
//! | `view` | no `wire::view`, which is for the page of Samlens |
//!
//! # What is promised
//!
//! Versions follow semantic versioning (2.0.0), where a version `0.x` counts as a major one.
//!
//! - The JSON of [`wire::v1`] and [`wire::compare`] gains fields and values, and never loses or changes one, in any version. A change that would
//!   break a reader gets a new name beside it.
//! - Identifiers of rules, needs, stages and AWS errors keep their meaning; one that is dropped is not used again.
//! - Stable within a major version: [`inspect`](mod@inspect), [`limits`], [`evidence::Options`], [`diagnose`], [`lint`] as far
//!   as it is read, [`render`], [`source`], and the policy engine in [`aws::policy`]. Enumerations may gain variants in a
//!   minor version.
//! - Not stable: `wire::view`, the modules that take input apart (`codec`, `json`, `peel`, `xml`, `crypto`, `saml`, `idp`), and
//!   the words of messages. Which rules find what may change in any version, as AWS does.
//! - The least Rust version is that of `rust-version`; raising it is a minor version.
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

pub mod compare;

pub mod redact;

pub mod inspect;

pub mod render;

pub mod wire;
