crate::declare_rule! {
    /// The signature refers to an element that is not there, or to several.
    ///
    /// ## Why AWS refuses it
    /// A signature names the element that it signs by its identifier: `URI="#_a1"` means the element with `ID="_a1"`. Where no
    /// element has it, there is nothing to verify. Where several have it, two readers may take different ones, which is how
    /// signatures are abused.
    ///
    /// ## What to do
    /// Let the identity provider send the message as it signed it. Identifiers must not be changed or repeated on the way.
    ///
    /// ## Fires
    /// ```xml sign=Assertion tamper=URI="#_a1"|URI="#_a2" mark=ds:Reference@URI also=signature-mismatch,digest-mismatch
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature refers to `#_a2`, but no element has that identifier
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signature-reference-broken" {
        title: "a signature that refers to no element or to several",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: ["signature-mismatch"],
        cites: [(
            "SAML 2.0 core",
            "5.4.2 References",
            "MUST contain a single <ds:Reference> containing a same-document reference to the ID attribute value of the root element"
        )],
        predicts: ["E06"],
    }
}

use super::failure::reasons;
use crate::crypto::ReasonKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::rules::capture::cut;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.signatures().first()?;
    let incomplete = cut::is_incomplete(cx);
    for (signed, reason) in reasons(cx, &[ReasonKind::ReferenceNotFound, ReasonKind::AmbiguousId]) {
        let uri = cx.sources.excerpt(reason.span);
        let words = match reason.kind {
            ReasonKind::AmbiguousId => {
                say!["the signature refers to ", code(uri), ", but several elements have that identifier"]
            }
            _ => say!["the signature refers to ", code(uri), ", but no element has that identifier"],
        };
        let mut finding = out.find(reason.span, words).confidence(Confidence::Likely);
        let document = signed.document(cx.item);
        let twins = document.into_iter().flat_map(|document| document.by_id(uri.trim_start_matches('#')));
        for twin in twins.take(4) {
            finding = finding.related(twin.start_tag(), "has this identifier");
        }
        if incomplete {
            finding = finding.at_most(Severity::Warning).predicts(None);
        }
        finding.fix_by(
            Owner::IdpAdmin,
            "Send the message as it was signed; identifiers must not be changed or repeated on the way.",
        );
    }
    Some(Checked)
}
