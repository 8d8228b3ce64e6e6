//! Identifiers, signatures and values that two readers read in two ways.
//!
//! It deliberately signs what an attacker could not sign: whether a signature holds is beside these points.

use super::{Attack, Honest, READ, behind_issuer, element};
use crate::sign::{Part, Style, revalue, sign};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use samlens_core::crypto::verify_all;
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml;

/// The Base64 of the SHA-256 of no bytes.
const NOTHING: &str = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

pub fn identifiers() -> Vec<Attack> {
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

pub fn signatures() -> Vec<Attack> {
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

pub fn values() -> Vec<Attack> {
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

/// The text with the first digest and the first value of a signature made anew.
fn renewed(text: &str) -> String {
    let document = xml::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default());
    let verified = verify_all(&document, &[], &Limits::default());
    let digest = STANDARD.encode(&verified[0].references[0].computed);
    let old = element(text, "ds:DigestValue");
    revalue(&text.replacen(old, &format!("<ds:DigestValue>{digest}</ds:DigestValue>"), 1)).unwrap()
}
