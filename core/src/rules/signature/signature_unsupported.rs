crate::declare_rule! {
    /// The signature uses something that Samlens does not verify.
    ///
    /// ## Why it matters
    /// SAML uses a small part of XML Signature. What is beyond it, such as XPath, XSLT or references to other places, is
    /// named here and neither fetched nor run. Whether AWS would take it is not known; a receiver of SAML should not.
    ///
    /// ## What to do
    /// Let the identity provider sign with RSA-SHA256, exclusive canonicalisation and the enveloped-signature transform.
    ///
    /// ## Fires
    /// ```xml sign=Assertion tamper=http://www.w3.org/2001/04/xmldsig-more#rsa-sha256|http://www.w3.org/2001/04/xmldsig-more#rsa-ripemd160 mark=ds:SignatureMethod@Algorithm
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature uses `http://www.w3.org/2001/04/xmldsig-more#rsa-ripemd160`, which is not verified here
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signature-unsupported" {
        title: "a signature with parts that are not verified here",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "SAML 2.0 core",
            "5.4.4 Transforms",
            "SHOULD NOT contain transforms other than the enveloped signature transform"
        )],
        predicts: [],
    }
}

use super::failure::reasons;
use crate::crypto::ReasonKind;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.signatures().first()?;
    let kinds = &[
        ReasonKind::Algorithm,
        ReasonKind::Transform,
        ReasonKind::ExternalReference,
        ReasonKind::XPointer,
        ReasonKind::XmlBase,
        ReasonKind::ValueLength,
        ReasonKind::Doctype,
        ReasonKind::Limit,
    ];
    for (_, reason) in reasons(cx, kinds) {
        // A shared secret is worse than unknown, and another rule's matter.
        if cx.sources.excerpt(reason.span).contains("#hmac-") && cx.message().is_some() {
            continue;
        }
        let at = code(cx.sources.excerpt(reason.span));
        let words = match reason.kind {
            ReasonKind::ExternalReference => {
                say!["the signature refers to ", at, ", which is not in this message; nothing is fetched"]
            }
            ReasonKind::Transform => {
                say![
                    "the signature uses the transform ",
                    at,
                    ", which can leave out parts of what it seems to sign; it is not run here"
                ]
            }
            ReasonKind::Doctype => {
                say![
                    "what the DOCTYPE declares would change what is signed, so the signature is not verified"
                ]
            }
            ReasonKind::ValueLength => {
                say![
                    "the signature holds, but its two numbers are not as long as the curve asks for; receivers differ in \
                      whether they take it"
                ]
            }
            ReasonKind::Limit => say!["the signature is too large to be verified here"],
            ReasonKind::XmlBase => say!["the signature depends on ", at, ", which is not verified here"],
            _ => say!["the signature uses ", at, ", which is not verified here"],
        };
        out.find(reason.span, words).fix_at_idp(
            Setting::SigningAlgorithm,
            "Sign with RSA-SHA256, exclusive canonicalisation and the enveloped-signature transform.",
        );
    }
    Some(Checked)
}
