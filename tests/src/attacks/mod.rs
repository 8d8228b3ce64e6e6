//! Messages that try to make a receiver believe what nobody signed, one for each known shape.
//!
//! They are made from the message that works for IAM, signed by the test signer, and stand in `corpus/attacks`. It
//! deliberately holds no encrypted ones: those need a key beside them.

mod signatures;
mod wrappings;

use crate::pages::baseline;
use crate::sign::{Part, Style, sign, unsigned};

/// One shape.
pub struct Attack {
    /// Name of the file, without its extension.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub says: &'static str,
    pub xml: String,
    /// The rules that must find it.
    pub found_by: &'static [&'static str],
}

const READ: &str = "assertion-read-is-not-signed";

/// All shapes.
pub fn all() -> Vec<Attack> {
    [
        wrappings::wrappings(),
        wrappings::hidings(),
        signatures::identifiers(),
        signatures::signatures(),
        signatures::values(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The message that works, unsigned; with its assertion signed; with its response signed.
struct Honest {
    plain: String,
    assertion: String,
    response: String,
}

impl Honest {
    fn new() -> Self {
        let plain = unsigned(baseline("iam").unwrap().trim_end());
        let signed = |part| sign(&plain, part, Style::default()).unwrap().text;
        Self { assertion: signed(Part::Assertion), response: signed(Part::Response), plain }
    }

    /// The assertion, signed or not.
    fn original(&self, signed: bool) -> &str {
        element(if signed { &self.assertion } else { &self.plain }, "saml:Assertion")
    }

    /// The message with something else in the place of its assertion.
    fn with(&self, assertions: &str) -> String {
        self.plain.replacen(self.original(false), assertions, 1)
    }

    /// A response of the forger's, around a forged assertion.
    fn forged_response(&self) -> String {
        self.with(&self.forged("")).replacen("ID=\"_r1\"", "ID=\"_evil_r\"", 1)
    }

    /// An assertion of the forger's, with `signature` behind its issuer.
    fn forged(&self, signature: &str) -> String {
        let forged = self.original(false).replacen("ID=\"_a1\"", "ID=\"_evil\"", 1);
        let forged = forged.replace("ana.lopez", "eve.green").replacen("role/Admin", "role/Owner", 1);
        behind_issuer(&forged, signature)
    }
}

/// The first element of this name, with its tags.
fn element<'t>(text: &'t str, name: &str) -> &'t str {
    let end = format!("</{name}>");
    let from = text.find(&format!("<{name}")).unwrap();
    let to = from + text[from..].find(&end).unwrap() + end.len();
    &text[from..to]
}

/// The text with something behind its first issuer.
fn behind_issuer(text: &str, what: &str) -> String {
    text.replacen("</saml:Issuer>", &format!("</saml:Issuer>{what}"), 1)
}
