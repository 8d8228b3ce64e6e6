crate::declare_rule! {
    /// The signature is not built as the standard says.
    ///
    /// ## Why AWS refuses it
    /// XML Signature fixes which elements a signature has, and in which order. A receiver that keeps to the standard refuses a
    /// signature with parts missing or doubled, with Base64 that is none, or one whose value is wrapped in ASN.1. Doubled
    /// parts are also how forgeries hide.
    ///
    /// ## What to do
    /// Let the identity provider sign with a library that is kept up to date, and look for what changes the message on its way.
    ///
    /// ## Fires
    /// ```xml sign=Assertion tamper=</ds:SignedInfo>|</ds:SignedInfo><ds:SignedInfo/> mark=ds:SignedInfo#2:
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature of the assertion is not built as XML Signature says: `ds:SignedInfo` should not stand here, or lacks
    /// > something
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signature-malformed" {
        title: "a signature that is not built as the standard says",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: ["signature-mismatch", "digest-mismatch"],
        cites: [(
            "XML Signature 1.1",
            "4. Core Signature Syntax",
            "sequence"
        )],
        predicts: ["E06"],
    }
}

use super::failure::{is_disturbed, reasons, signs};
use crate::crypto::ReasonKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::rules::capture::cut;
use crate::say;
use crate::xml::ParseClass;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.signatures().first()?;
    let kinds = &[
        ReasonKind::Malformed,
        ReasonKind::DerValue,
        ReasonKind::NothingSigned,
        ReasonKind::RelativeNamespace,
    ];
    let mut seen = Vec::new();
    for (signed, reason) in reasons(cx, kinds) {
        // What breaks the canonicalisation of the signed part can break that of the signature too.
        if seen.contains(&reason) {
            continue;
        }
        seen.push(reason);
        let sound = signed.document(cx.item).is_some_and(|document| document.parse_class() == ParseClass::Ok);
        if !sound && reason.kind == ReasonKind::Malformed {
            // That the document is broken is said by another rule.
            continue;
        }
        let at = code(cx.sources.excerpt(reason.span));
        let start = say!["the signature of "].then(signs(cx, signed));
        let words = match reason.kind {
            ReasonKind::DerValue => start.and(
                " is right, but its value is wrapped in ASN.1, where XML Signature wants two bare numbers",
            ),
            ReasonKind::NothingSigned => {
                start.and(" covers nothing: its transforms leave nothing of the element")
            }
            ReasonKind::RelativeNamespace => {
                start.and(" cannot be verified: ").and(at).and(" is a relative namespace name")
            }
            _ => start
                .and(" is not built as XML Signature says: ")
                .and(at)
                .and(" should not stand here, or lacks something"),
        };
        let finding = out.find(reason.span, words).confidence(Confidence::Likely);
        let finding = match cut::is_incomplete(cx) || is_disturbed(cx, signed) {
            true => finding.at_most(Severity::Warning).predicts(None),
            false => finding,
        };
        finding.fix_by(
            Owner::IdpAdmin,
            "Sign with an up-to-date library, and send the message as it was signed.",
        );
    }
    Some(Checked)
}
