//! What is read and what is signed are two things: the shapes of signature wrapping.
//!
//! It deliberately numbers them as the literature does, as far as that has numbers.

use super::{Attack, Honest, READ, behind_issuer, element};

const OTHER: &str = "signature-covers-another-element";
const HIDDEN: &str = "signed-element-hidden";
const NESTED: &str = "response-in-response";

pub fn wrappings() -> Vec<Attack> {
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

pub fn hidings() -> Vec<Attack> {
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
