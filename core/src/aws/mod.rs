//! What AWS documents about SAML federation: facts, and small pure functions that recognise a value.
//!
//! It deliberately knows no XML and no rule. Every place that it names is a byte range within the text that it was given.

pub mod characters;
pub mod distance;
pub mod partitions;
pub mod placeholders;

pub mod arn;
pub mod role_pair;

pub mod alphabets;
pub mod attributes;
pub mod condition_attributes;

pub mod audience;
pub mod endpoints;
pub mod url;

pub mod errors;
pub mod outputs;
pub mod policy;
pub mod questions;
pub mod relay_state;
pub mod services;
pub mod stages;

#[cfg(test)]
mod hostile;
