//! Messages that try to make a receiver believe what nobody signed, one for each known shape.
//!
//! They are made from the message that works for IAM, signed by the test signer, and stand in `corpus/attacks`. It
//! deliberately holds no encrypted ones: those need a key beside them.

use crate::pages::baseline;
use crate::sign::{Part, Style, revalue, sign, unsigned};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use samlens_core::crypto::verify_all;
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml;

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
const OTHER: &str = "signature-covers-another-element";
const HIDDEN: &str = "signed-element-hidden";
const NESTED: &str = "response-in-response";

/// The Base64 of the SHA-256 of no bytes.
const NOTHING: &str = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

/// All shapes.
pub fn all() -> Vec<Attack> {
    [wrappings(), hidings(), identifiers(), signatures(), values()].into_iter().flatten().collect()
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

fn wrappings() -> Vec<Attack> {
    let honest = Honest::new();
    let (signed, bare) = (honest.original(true), honest.original(false));
    let own = element(&honest.assertion, "ds:Signature");
    let outer = element(&honest.response, "ds:Signature");
    let holding = |signature: &str, what: &str| {
        signature.replacen("</ds:Signature>", &format!("{what}</ds:Signature>"), 1)
    };
    let within = |forged: &str, what: &str| {
        forged.replacen("</saml:Assertion>", &format!("{what}</saml:Assertion>"), 1)
    };
    let object = format!("<ds:Object>{bare}</ds:Object>");
    let extensions = format!("<samlp:Extensions>{}</samlp:Extensions>", honest.forged(""));
    let data = format!("<saml:SubjectConfirmationData>{signed}</saml:SubjectConfirmationData>");
    let confirmation =
        format!("<saml:SubjectConfirmation Method=\"urn:example:any\">{data}</saml:SubjectConfirmation>");
    vec![
        Attack {
            name: "wrapping-1-response-in-signature",
            says: "A forged response, whose signature holds the response that it was made for.",
            xml: behind_issuer(&honest.forged_response(), &holding(outer, &honest.plain)),
            found_by: &[READ, OTHER, HIDDEN, NESTED, "signature-malformed"],
        },
        Attack {
            name: "wrapping-2-response-beside",
            says: "A forged response, with the signature and the signed response beside each other in it.",
            xml: behind_issuer(&honest.forged_response(), &format!("{outer}{}", honest.plain)),
            found_by: &[READ, OTHER, HIDDEN, NESTED],
        },
        Attack {
            name: "wrapping-3-assertion-before",
            says: "A forged assertion before the signed one.",
            xml: honest.with(&format!("{}{signed}", honest.forged(""))),
            found_by: &[READ],
        },
        Attack {
            name: "wrapping-4-assertion-within",
            says: "A forged assertion around the signed one.",
            xml: honest.with(&within(&honest.forged(""), signed)),
            found_by: &[READ, HIDDEN],
        },
        Attack {
            name: "wrapping-5-assertion-at-the-end",
            says: "A forged assertion with the signature of the one at the end.",
            xml: honest.with(&format!("{}{bare}", honest.forged(own))),
            found_by: &[READ, OTHER],
        },
        Attack {
            name: "wrapping-6-assertion-in-signature",
            says: "A forged assertion, whose signature holds the assertion that it was made for.",
            xml: honest.with(&honest.forged(&holding(own, bare))),
            found_by: &[READ, OTHER, HIDDEN, "signature-malformed"],
        },
        Attack {
            name: "wrapping-7-extensions",
            says: "A forged assertion in the extensions, before the signed one in its place.",
            xml: behind_issuer(&honest.assertion, &extensions),
            found_by: &[READ, "assertion-elsewhere"],
        },
        Attack {
            name: "wrapping-8-assertion-in-object",
            says: "A forged assertion, with the signed one in an Object of its signature.",
            xml: honest.with(&honest.forged(&holding(own, &object))),
            found_by: &[READ, OTHER, HIDDEN, "signature-part-displaced"],
        },
        Attack {
            name: "wrapping-9-assertion-in-confirmation",
            says: "A forged assertion, with the signed one in the data of a subject confirmation.",
            xml: honest.with(&honest.forged("").replacen(
                "</saml:Subject>",
                &format!("{confirmation}</saml:Subject>"),
                1,
            )),
            found_by: &[READ, HIDDEN],
        },
    ]
}

fn hidings() -> Vec<Attack> {
    let honest = Honest::new();
    let signed = honest.original(true);
    let forged = honest.with(&honest.forged(""));
    let beside = |around: &str, end: &str| behind_issuer(&forged, &format!("{around}{signed}{end}"));
    let advice = format!("<saml:Advice>{signed}</saml:Advice>");
    let detail = format!("<samlp:StatusDetail>{signed}</samlp:StatusDetail></samlp:Status>");
    let response = &honest.response;
    vec![
        Attack {
            name: "hidden-in-extensions",
            says: "The signed assertion in the extensions, a forged one in its place.",
            xml: beside("<samlp:Extensions>", "</samlp:Extensions>"),
            found_by: &[READ, HIDDEN],
        },
        Attack {
            name: "hidden-in-advice",
            says: "The signed assertion as advice in a forged one.",
            xml: forged.replacen("<saml:AuthnStatement", &format!("{advice}<saml:AuthnStatement"), 1),
            found_by: &[READ, HIDDEN],
        },
        Attack {
            name: "hidden-in-status-detail",
            says: "The signed assertion in the detail of the status, a forged one in its place.",
            xml: forged.replacen("</samlp:Status>", &detail, 1),
            found_by: &[READ, HIDDEN],
        },
        Attack {
            name: "hidden-in-wrapper",
            says: "The signed assertion in a wrapper of the forger's, a forged one in its place.",
            xml: beside("<x:Wrapper xmlns:x=\"urn:example:wrapper\">", "</x:Wrapper>"),
            found_by: &[READ, HIDDEN],
        },
        Attack {
            name: "response-in-response",
            says: "A signed response, whole, in the extensions of a forged one.",
            xml: behind_issuer(
                &honest.forged_response(),
                &format!("<samlp:Extensions>{response}</samlp:Extensions>"),
            ),
            found_by: &[READ, HIDDEN, NESTED],
        },
    ]
}

fn identifiers() -> Vec<Attack> {
    let honest = Honest::new();
    let signed = honest.original(true);
    let forged = honest.forged("");
    vec![
        Attack {
            name: "identifier-duplicated",
            says: "A forged assertion with the identifier of the signed one.",
            xml: honest.with(&format!("{}{signed}", forged.replacen("_evil", "_a1", 1))),
            found_by: &["signature-reference-broken"],
        },
        Attack {
            name: "identifier-prefixed",
            says: "A forged assertion whose identifier, with a prefix, is that of the signed one.",
            xml: honest.with(&format!("{}{signed}", forged.replacen("ID=\"_evil\"", "saml:ID=\"_a1\"", 1))),
            found_by: &[READ, "identifier-prefixed"],
        },
    ]
}

fn signatures() -> Vec<Attack> {
    let honest = Honest::new();
    let edit = |from: &str, to: &str| {
        let edited = honest.assertion.replacen(from, to, 1);
        assert_ne!(edited, honest.assertion, "`{from}` is not there");
        edited
    };
    let info = element(&honest.assertion, "ds:SignedInfo");
    let other = info.replacen("<ds:SignedInfo", "<ds:SignedInfo Id=\"other\"", 1);
    let reference = element(&honest.assertion, "ds:Reference");
    let digest = element(&honest.assertion, "ds:DigestValue");
    let two = honest.response.replacen("</ds:Reference>", &format!("</ds:Reference>{reference}"), 1);
    let empty = format!("<ds:DigestValue>{NOTHING}</ds:DigestValue>");
    let xpath = "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><ds:XPath>\
                 not(ancestor-or-self::saml:AttributeStatement)</ds:XPath></ds:Transform></ds:Transforms>";
    let key = "<ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue><ds:Modulus>yTJ9cXVcVfcXTm8Z1mSxX1eRz0l8PvYh</ds:Modulus>\
               <ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>";
    let metadata = format!(
        "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" ID=\"_m1\">{}</md:EntityDescriptor>",
        element(&honest.assertion, "ds:Signature").replacen("#_a1", "#_m1", 1)
    );
    let changed = |text: String| text.replace("ana.lopez", "eve.green");
    vec![
        Attack {
            name: "several-signed-info",
            says: "A signature with two SignedInfo.",
            xml: edit("<ds:SignatureValue>", &format!("{other}<ds:SignatureValue>")),
            found_by: &["signature-malformed"],
        },
        Attack {
            name: "signed-info-in-object",
            says: "A signature with a second SignedInfo in an Object.",
            xml: edit("</ds:Signature>", &format!("<ds:Object>{other}</ds:Object></ds:Signature>")),
            found_by: &["signature-part-displaced"],
        },
        Attack {
            name: "several-references",
            says: "A signature of the response with a second reference, to the assertion.",
            xml: revalue(&two).unwrap(),
            found_by: &["several-references"],
        },
        Attack {
            name: "digest-stray",
            says: "A second DigestValue, for an assertion that was changed.",
            xml: changed(edit(digest, &format!("{digest}{empty}"))),
            found_by: &["signature-malformed"],
        },
        Attack {
            name: "digest-comment",
            says: "A comment in the DigestValue, before the digest that was signed.",
            xml: changed(edit("<ds:DigestValue>", &format!("<ds:DigestValue><!--{NOTHING}-->"))),
            found_by: &["markup-in-signature-value", "digest-mismatch"],
        },
        Attack {
            name: "digest-of-nothing",
            says: "A digest of no text, for libraries whose canonicalisation fails without a word.",
            xml: revalue(&edit(digest, &empty)).unwrap(),
            found_by: &["digest-of-nothing"],
        },
        Attack {
            name: "void-canonicalisation",
            says: "A namespace name on which canonicalisation must fail.",
            xml: edit("<saml:Assertion ", "<saml:Assertion xmlns:x=\"relative\" x:y=\"\" "),
            found_by: &["signature-malformed"],
        },
        Attack {
            name: "hmac-with-public-key",
            says: "A signature that says it is an HMAC, for receivers that take the public key for the secret.",
            xml: edit("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256"),
            found_by: &["hmac-signature"],
        },
        Attack {
            name: "transform-leaves-out",
            says: "A transform that leaves the attributes out of what is signed.",
            xml: revalue(&changed(edit("</ds:Transforms>", xpath))).unwrap(),
            found_by: &["signature-unsupported"],
        },
        Attack {
            name: "key-and-certificate-disagree",
            says: "A key beside a certificate that it does not belong to.",
            xml: edit("<ds:KeyInfo>", key),
            found_by: &["key-info-disagrees"],
        },
        Attack {
            name: "metadata-signed",
            says: "Metadata with a signature beside an assertion that nobody signed.",
            xml: renewed(&behind_issuer(&honest.with(&honest.forged("")), &metadata)),
            found_by: &["signed-element-hidden", "message-unsigned"],
        },
        Attack {
            name: "nothing-signed",
            says: "An assertion that nobody signed.",
            xml: honest.with(&honest.forged("")),
            found_by: &["message-unsigned"],
        },
    ]
}

fn values() -> Vec<Attack> {
    let honest = Honest::new();
    let signed = |from: &str, to: &str| {
        let plain = honest.plain.replacen(from, to, 1);
        assert_ne!(plain, honest.plain, "`{from}` is not there");
        sign(&plain, Part::Assertion, Style::default()).unwrap().text
    };
    let name = "admin@example.com.example.org";
    let entity = "<!DOCTYPE x [<!ENTITY who \"eve.green\">]>";
    vec![
        Attack {
            name: "comment-in-name",
            says: "A comment in the NameID, added after it was signed; the signature holds.",
            xml: signed(">ana.lopez<", &format!(">{name}<")).replacen(
                "example.com.example.org",
                "example.com<!---->.example.org",
                1,
            ),
            found_by: &["markup-in-value"],
        },
        Attack {
            name: "instruction-in-role",
            says: "An instruction in the role.",
            xml: signed("role/Admin,", "role/Admin<?x?>,"),
            found_by: &["markup-in-value"],
        },
        Attack {
            name: "look-alike-issuer",
            says: "An issuer with a Cyrillic letter.",
            xml: signed(
                "\n    <saml:Issuer>https://idp.example.com",
                "\n    <saml:Issuer>https://idp.ex\u{430}mple.com",
            ),
            found_by: &["look-alike-character"],
        },
        Attack {
            name: "invisible-in-name",
            says: "A NameID with a character that cannot be seen.",
            xml: signed(">ana.lopez<", ">ana\u{200B}.lopez<"),
            found_by: &["name-id-white-space"],
        },
        Attack {
            name: "entity-in-name",
            says: "A NameID whose text a DOCTYPE declares.",
            xml: format!("{entity}{}", honest.assertion.replacen(">ana.lopez<", ">&who;<", 1)),
            found_by: &["doctype-present"],
        },
    ]
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

/// The text with the first digest and the first value of a signature made anew.
fn renewed(text: &str) -> String {
    let document = xml::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default());
    let verified = verify_all(&document, &[], &Limits::default());
    let digest = STANDARD.encode(&verified[0].references[0].computed);
    let old = element(text, "ds:DigestValue");
    revalue(&text.replacen(old, &format!("<ds:DigestValue>{digest}</ds:DigestValue>"), 1)).unwrap()
}
