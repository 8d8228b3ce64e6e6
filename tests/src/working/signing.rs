//! How a response is signed: by which key and algorithm, at which elements, under which canonicalisation.
//!
//! The keys are those in `fixtures`. It deliberately makes nothing that verifiers disagree about.

use super::Chance;
use crate::sign::Part;
use crate::xmldsig::{KeyInfo, KeyPair, Place, Style, keys, sign};
use std::sync::LazyLock;

/// RSA of 2048 bits and P-256, with certificates that are valid when the responses are issued.
pub static KEYS: LazyLock<[KeyPair; 2]> = LazyLock::new(|| {
    let [mut rsa, mut p256, ..] = keys();
    let body = |pem: &str| pem.lines().filter(|line| !line.starts_with('-')).collect();
    rsa.certificate = body(include_str!("../../fixtures/keys/rsa.crt"));
    p256.certificate = body(include_str!("../../fixtures/keys/p256.crt"));
    [rsa, p256]
});

/// What stands for the signature of an element until it is made.
pub fn slot(part: Part) -> &'static str {
    match part {
        Part::Assertion => "<?signature of-assertion?>",
        Part::Response => "<?signature of-response?>",
    }
}

/// How both signatures of a response are made.
pub struct Signing {
    pub key: &'static KeyPair,
    /// What is signed, from the inside out.
    pub parts: &'static [Part],
    pub style: Style,
    /// The algorithm, as the counts name it.
    pub name: &'static str,
}

const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const WITH_COMMENTS: &str = "http://www.w3.org/2001/10/xml-exc-c14n#WithComments";
const INCLUSIVE: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const INCLUSIVE_WITH_COMMENTS: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments";

/// A name, the SignatureMethod, the DigestMethod.
const ALGORITHMS: [(&str, &str, &str); 5] = [
    (
        "rsa-sha256",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        "http://www.w3.org/2001/04/xmlenc#sha256",
    ),
    (
        "rsa-sha384",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
        "http://www.w3.org/2001/04/xmldsig-more#sha384",
    ),
    (
        "rsa-sha512",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        "http://www.w3.org/2001/04/xmlenc#sha512",
    ),
    ("rsa-sha1", "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1"),
    (
        "ecdsa-sha256",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        "http://www.w3.org/2001/04/xmlenc#sha256",
    ),
];

impl Signing {
    /// As most providers sign.
    pub fn usual(parts: &'static [Part]) -> Self {
        let style = Style { key_info: KeyInfo::Certificate, ..Style::default() };
        Self { key: &KEYS[0], parts, style, name: "rsa-sha256" }
    }

    /// The same with another algorithm, one of those that `any` chooses from.
    pub fn with(self, name: &str) -> Self {
        let (name, method, digest) =
            ALGORITHMS.into_iter().find(|algorithm| algorithm.0 == name).unwrap_or(ALGORITHMS[0]);
        let style = Style { algorithm: method.to_owned(), digest, ..self.style };
        let key = if name == "ecdsa-sha256" { &KEYS[1] } else { &KEYS[0] };
        Self { key, style, name, ..self }
    }

    /// One of all the ways.
    pub fn any(chance: &mut Chance) -> Self {
        let parts = chance.pick(&[
            [Part::Assertion].as_slice(),
            [Part::Response].as_slice(),
            [Part::Assertion, Part::Response].as_slice(),
        ]);
        let name = chance.pick(&ALGORITHMS).0;
        let method = |chance: &mut Chance| {
            chance.pick(&[EXCLUSIVE, EXCLUSIVE, WITH_COMMENTS, INCLUSIVE, INCLUSIVE_WITH_COMMENTS])
        };
        let style = Style {
            canonicalisation: method(chance),
            transform: Some(method(chance)),
            prefixes: chance.pick(&[None, None, Some("xs"), Some("xs xsi"), Some("#default")]),
            prefix: chance.pick(&["ds", "ds", "", "dsig"]),
            between: chance.pick(&["", "", "\n", "\n    "]),
            wrapped: chance.pick(&[None, Some(64), Some(76)]),
            key_info: chance.pick(&[
                KeyInfo::Absent,
                KeyInfo::Certificate,
                KeyInfo::Certificate,
                KeyInfo::Value,
            ]),
            ..Style::default()
        };
        Self { parts, style, ..Self::usual(parts) }.with(name)
    }

    /// The text with its signatures in the places that were left for them.
    pub fn apply(&self, text: &str, chance: &mut Chance) -> String {
        let mut text = text.to_owned();
        for part in self.parts {
            let name = match part {
                Part::Assertion => "Assertion",
                Part::Response => "Response",
            };
            let id = id_of(&text, name);
            let place = Place { slot: slot(*part), uri: &format!("#{id}") };
            // A slot that is still open would be signed along.
            let others =
                [Part::Assertion, Part::Response].into_iter().filter(|other| !self.parts.contains(other));
            for other in others {
                text = text.replacen(slot(other), "", 1);
            }
            text = sign(&text, place, &self.style, self.key, chance);
        }
        text
    }
}

/// The ID in the start tag of the element.
fn id_of(text: &str, name: &str) -> String {
    let tag = text.split('<').find(|tag| {
        let tag = tag.split([' ', '>']).next().unwrap_or_default();
        tag == name || tag.ends_with(&format!(":{name}"))
    });
    let value = tag.and_then(|tag| tag.split(" ID=\"").nth(1)).and_then(|rest| rest.split('"').next());
    value.unwrap_or_default().to_owned()
}
