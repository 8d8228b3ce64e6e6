//! All rules, by family. One rule is one file, whose doc comment is its reference page and its test.
//!
//! To add one: `cargo xtask new-rule <family> <name>`, then fill it in.

mod naming;

pub mod attack;
pub mod audience;
pub mod capture;
pub mod certificate;
pub mod evidence;
pub mod issuer;
pub mod metadata;
pub mod provider;
pub mod response;
pub mod role;
pub mod service;
pub mod session;
pub mod signature;
pub mod subject;
pub mod tags;
pub mod time;
pub mod trust;

use crate::lint::Rule;

/// A group of rules that stand in one folder.
pub struct Family {
    pub id: &'static str,
    pub title: &'static str,
    pub rules: &'static [&'static Rule],
}

/// The families, in the order of the chain.
pub static FAMILIES: &[Family] = &[
    Family { id: "capture", title: "What was pasted, and how it was encoded", rules: capture::RULES },
    Family { id: "response", title: "The response as a whole", rules: response::RULES },
    Family { id: "signature", title: "Signatures", rules: signature::RULES },
    Family { id: "attack", title: "What looks like a forgery", rules: attack::RULES },
    Family { id: "issuer", title: "Who issued it", rules: issuer::RULES },
    Family { id: "subject", title: "The subject and its confirmation", rules: subject::RULES },
    Family { id: "time", title: "Times", rules: time::RULES },
    Family { id: "audience", title: "The audience", rules: audience::RULES },
    Family { id: "role", title: "Role and provider", rules: role::RULES },
    Family { id: "session", title: "Session name, duration and source identity", rules: session::RULES },
    Family { id: "tags", title: "Session tags", rules: tags::RULES },
    Family { id: "provider", title: "What only one product sends", rules: provider::RULES },
    Family { id: "trust", title: "Roles, trust policies and the SAML provider in IAM", rules: trust::RULES },
    Family { id: "certificate", title: "Certificates", rules: certificate::RULES },
    Family { id: "metadata", title: "Metadata for the SAML provider in IAM", rules: metadata::RULES },
    Family { id: "service", title: "The target service and the relay state", rules: service::RULES },
    Family { id: "evidence", title: "What the message alone cannot decide", rules: evidence::RULES },
];

/// Identifiers that rules had before, and what they are called now: runbooks link to them.
pub static RENAMED: &[(&str, &str)] = &[("signature-invalid", "signing-key-unknown")];

/// All rules, in the order of the chain.
pub fn all() -> impl Iterator<Item = &'static Rule> + Clone {
    FAMILIES.iter().flat_map(|family| family.rules.iter().copied())
}

/// The rule of this identifier, also of one that it had before.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    let id = RENAMED.iter().find(|(old, _)| *old == id).map_or(id, |(_, new)| new);
    all().find(|rule| rule.id == id)
}
