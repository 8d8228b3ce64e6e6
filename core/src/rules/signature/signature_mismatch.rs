crate::declare_rule! {
    /// The value of the signature does not fit what it signs.
    ///
    /// ## Why AWS refuses it
    /// `SignatureValue` signs `SignedInfo`, which holds the digests. By none of the keys at hand does it fit. Either
    /// `SignedInfo` or the value was changed, or another key signed than the one that stands in the message. AWS answers
    /// `Response signature invalid`.
    ///
    /// ## What to do
    /// Compare the certificate in the message with the identity provider's signing certificate. If they agree, the message was
    /// changed on its way.
    ///
    /// ## Fires
    /// ```xml sign=Assertion tamper=http://www.w3.org/2001/04/xmlenc#sha256|http://www.w3.org/2001/04/xmlenc#sha512 mark=ds:SignatureValue also=digest-mismatch
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature of the assertion does not fit: by the certificate that it brings along its value is that of something
    /// > else
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signature-mismatch" {
        title: "a signature value that does not fit",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [
            (
                "XML Signature 1.1",
                "3.2.2 Signature Validation",
                "confirm the SignatureValue over the SignedInfo element"
            ),
            (
                "IAM User Guide",
                "Troubleshoot SAML federation with IAM: Response signature invalid",
                "Response signature invalid"
            ),
        ],
        predicts: ["E06"],
    }
}

use super::failure::{change_of, is_as_posted, is_disturbed, is_layout, reasons, signs, undone};
use crate::crypto::ReasonKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity};
use crate::rules::capture::cut;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.signatures().first()?;
    if cut::is_incomplete(cx) {
        return None;
    }
    for (signed, reason) in reasons(cx, &[ReasonKind::SignatureMismatch]) {
        let supplied = !cx.evidence.keys.is_empty();
        let by = match (supplied, signed.verification.embedded.is_empty()) {
            (true, true) => "by none of the certificates that were supplied is its value right",
            (true, false) => {
                "neither by the certificates that were supplied nor by the one that it brings along is its value right"
            }
            (false, _) => "by the certificate that it brings along its value is that of something else",
        };
        let change = change_of(signed, true);
        let words = say!["the signature of "].then(signs(cx, signed)).and(" does not fit: ").and(by);
        let words = match change {
            Some(change) => words.and("; ").then(undone(change, signed.document(cx.item))),
            None => words,
        };
        let finding = out.find(reason.span, words);
        if !is_as_posted(cx) && change.is_some_and(is_layout) || change.is_none() && is_disturbed(cx, signed)
        {
            finding
                .at_most(Severity::Warning)
                .confidence(Confidence::Possible)
                .predicts(None)
                .fix_by(Owner::User, "Paste the SAMLResponse as it was posted, in Base64.");
        } else {
            // AWS goes by the metadata alone; the certificate in the message could be the wrong one.
            finding.confidence(if supplied { Confidence::Certain } else { Confidence::Likely }).fix_by(
                Owner::IdpAdmin,
                "Compare the certificate in the message with the one that the identity provider signs with, and find what \
                 changes the message after it is signed.",
            );
        }
    }
    Some(Checked)
}
