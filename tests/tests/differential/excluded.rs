//! The classes of documents on which a verifier and the core may differ, each with the reason.
//!
//! It deliberately excuses no document for its number or its mutation: a class is a fact about the text.

use samlens_core::crypto::{ReasonKind, SignatureAlgorithm, Verification};
use samlens_core::xml::{Kind, ParseClass};
use samlens_tests::xmldsig::read;

/// A class of documents on which verdicts may differ.
pub struct Excluded {
    /// The verifiers that it is about.
    oracles: &'static [&'static str],
    pub why: &'static str,
    /// What the core says; `None`: either way.
    valid: Option<bool>,
    applies: fn(&Verification, &str, &[ReasonKind]) -> bool,
}

impl Excluded {
    pub fn matches(
        &self,
        oracle: &str,
        ours: &Verification,
        valid: bool,
        text: &str,
        reasons: &[ReasonKind],
    ) -> bool {
        self.oracles.contains(&oracle)
            && self.valid.is_none_or(|wanted| wanted == valid)
            && (self.applies)(ours, text, reasons)
    }
}

const XMLSEC1: &str = "ORACLE_XMLSEC1";
const BERGSHAMRA: &str = "ORACLE_BERGSHAMRA";

pub const EXCLUDED: &[Excluded] = &[
    Excluded {
        oracles: &[XMLSEC1],
        why: "libxml2 writes `&` in a namespace name as it is",
        valid: Some(true),
        applies: |_, text, _| text.contains("xmlns:escaped='urn:example:q?a&amp;b'"),
    },
    Excluded {
        oracles: &[XMLSEC1],
        why: "xmlsec1 1.2 knows no RSA-PSS",
        valid: Some(true),
        applies: |ours, _, _| matches!(ours.algorithm, Some(SignatureAlgorithm::RsaPss { .. })),
    },
    Excluded {
        oracles: &[XMLSEC1],
        why: "libxml2 refuses a relative namespace name also outside the part",
        valid: Some(true),
        applies: |_, text, _| text.contains("\"relative\""),
    },
    Excluded {
        oracles: &[XMLSEC1],
        why: "libxml2 calls a namespace name relative that is no URI",
        valid: Some(true),
        applies: |_, text, _| has_a_name_that_is_no_uri(text),
    },
    Excluded {
        oracles: &[XMLSEC1],
        why: "libxml2 reads a document with undeclared prefixes",
        valid: Some(false),
        applies: |_, text, _| read(text).parse_class() == ParseClass::NamespaceError,
    },
    Excluded {
        oracles: &[XMLSEC1],
        why: "xmlsec1 takes the first of several elements with the identifier",
        valid: Some(false),
        applies: |_, _, reasons| reasons.contains(&ReasonKind::AmbiguousId),
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "uppsala leaves line ends in CDATA, comments and attributes as they are",
        valid: None,
        applies: |_, text, _| has_breaks(text),
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "bergshamra lets attributes as `xml:custom` be inherited in Canonical XML 1.1",
        valid: None,
        applies: |_, text, _| text.contains("xml:custom") && text.contains("xml-c14n11"),
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "bergshamra knows no relative namespace names",
        valid: Some(false),
        applies: |_, _, reasons| reasons.contains(&ReasonKind::RelativeNamespace),
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "bergshamra refuses a document in which any identifier is there twice",
        valid: Some(true),
        applies: |_, text, _| has_an_identifier_twice(text),
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "bergshamra leaves comments out of SignedInfo, whatever its method says",
        valid: None,
        applies: |ours, text, _| {
            let comments = ours.canonicalisation.as_ref().is_some_and(|method| method.comments);
            comments && inside(text, ours, "SignedInfo", |kind| matches!(kind, Kind::Comment))
        },
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "bergshamra reads a value up to the first comment, CDATA or element in it",
        valid: None,
        applies: |ours, text, _| {
            let markup = |kind: Kind<'_>| !matches!(kind, Kind::Text);
            ["DigestValue", "SignatureValue"].iter().any(|value| inside(text, ours, value, markup))
        },
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "bergshamra passes over elements that do not belong into a Signature",
        valid: Some(false),
        applies: |_, text, reasons| {
            reasons.contains(&ReasonKind::Malformed) && read(text).parse_class() == ParseClass::Ok
        },
    },
    Excluded {
        oracles: &[BERGSHAMRA],
        why: "bergshamra takes any white space of Unicode in a value",
        valid: Some(false),
        applies: |_, text, reasons| reasons.contains(&ReasonKind::Malformed) && text.contains('\u{a0}'),
    },
];

/// Whether a node of a kind stands in an element of this name within a signature, however deep.
fn inside(text: &str, ours: &Verification, name: &str, wanted: fn(Kind<'_>) -> bool) -> bool {
    let document = read(text);
    let signature = document.element(ours.signature);
    let outer: Vec<_> = document
        .elements()
        .filter(|element| element.local() == name && signature.is_some_and(|outer| outer.contains(*element)))
        .collect();
    let mut nodes = document.nodes().filter(|node| wanted(node.kind()));
    nodes.any(|node| node.parent().is_some_and(|parent| outer.iter().any(|outer| outer.contains(parent))))
}

/// Whether a namespace name holds what no URI does (RFC 3986, section 2).
fn has_a_name_that_is_no_uri(text: &str) -> bool {
    let document = read(text);
    let mut declarations = document.elements().flat_map(|element| element.attributes());
    let outside = |c: char| !c.is_ascii() || c.is_ascii_whitespace() || "<>\"'{}|\\^`".contains(c);
    declarations.any(|attr| attr.declares().is_some() && attr.value().as_str().contains(outside))
}

fn has_an_identifier_twice(text: &str) -> bool {
    let document = read(text);
    let names = ["ID", "Id", "id", "AssertionID"];
    let mut all: Vec<_> = document
        .elements()
        .flat_map(|element| element.attributes())
        .filter(|attr| names.contains(&attr.local()))
        .map(|attr| attr.value().as_str())
        .collect();
    all.sort_unstable();
    all.windows(2).any(|pair| pair[0] == pair[1])
}

/// Line ends in CDATA and comments, and white space in attributes, that a reader must turn into others (XML 1.0,
/// sections 2.11 and 3.3.3).
fn has_breaks(text: &str) -> bool {
    let document = read(text);
    let asides = document.nodes().filter(|node| matches!(node.kind(), Kind::CData | Kind::Comment));
    let mut attributes = document.elements().flat_map(|element| element.attributes());
    asides.into_iter().any(|node| node.raw().contains('\r'))
        || attributes.any(|attr| document.raw(attr.value_span()).contains(['\t', '\n', '\r']))
}
