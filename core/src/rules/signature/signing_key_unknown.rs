crate::declare_rule! {
    /// The signature was made with a key that nobody vouches for.
    ///
    /// ## Why AWS refuses it
    /// AWS verifies the signature with the certificates in the metadata that was uploaded to the IAM SAML provider. The
    /// certificate inside the message is informational. After the identity provider changed its signing certificate, the
    /// metadata in IAM must follow; until then AWS answers `Response signature invalid`. An expired certificate is no reason:
    /// IAM does not look at the dates.
    ///
    /// ## What to do
    /// Download the present metadata from the identity provider and upload it to the SAML provider in IAM.
    ///
    /// ## Fires
    /// ```xml sign=Assertion mark=ds:X509Certificate
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+xml file=fixtures/metadata/other-key.xml base=none
    /// ```
    /// > the signature of the assertion holds by the certificate that it brings along, but that one is not among the
    /// > signing certificates of the metadata
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+xml file=fixtures/metadata/idp.xml base=none
    /// ```
    ///
    /// ## Cannot tell
    /// Without metadata nobody vouches for the key.
    /// ```xml sign=Assertion needs=idp-metadata
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signing-key-unknown" {
        title: "a signature by a key that is not in the metadata",
        severity: Error,
        stage: Signature,
        needs: ["idp-metadata", "raw-message"],
        explains: ["certificate-not-in-metadata"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Response signature invalid",
            "Response signature invalid"
        )],
        predicts: ["E06", "invalid-saml-response"],
    }
}

use super::failure::{change_of, is_as_posted, is_disturbed, is_layout, reasons, signs};
use crate::crypto::{ReasonKind, Verdict};
use crate::evidence::{HeldBy, KeyOrigin, Signed};
use crate::lint::{Checked, Confidence, Cx, Findings, Need, Owner};
use crate::rules::capture::cut;
use crate::rules::metadata::upload::UPLOAD;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.message()?;
    for (signed, reason) in reasons(cx, &[ReasonKind::WrongKey]) {
        let in_metadata = cx.evidence.keys.iter().any(|key| matches!(key.origin, KeyOrigin::Metadata { .. }));
        let among = match in_metadata {
            true => "but that one is not among the signing certificates of the metadata",
            false => "but that one is not the certificate that was supplied",
        };
        let words = say!["the signature of "]
            .then(signs(cx, signed))
            .and(" holds by the certificate that it brings along, ")
            .and(among);
        let mut finding = out.find(reason.span, words);
        if !cx.service().assumes_a_role() {
            finding = finding.predicts(None);
        }
        // Whether IAM holds metadata that was not read from it is not known.
        if cx.evidence.metadata.iter().all(|metadata| metadata.held_by != HeldBy::Iam) {
            finding = finding.confidence(Confidence::Likely);
        }
        for key in cx.evidence.keys.iter().take(3) {
            finding = finding.related(key.span, "a certificate that was supplied");
        }
        finding
            .fix_by(
                Owner::AwsAdmin,
                "Download the identity provider's present metadata and upload it to the SAML provider in IAM.",
            )
            .update_provider(cx.provider(), UPLOAD);
    }
    let disturbed = |signed: &Signed| signed.verdict() != Verdict::Valid && is_disturbed(cx, signed);
    if message.kind.signs_in() && cx.signatures().iter().any(disturbed) {
        out.lacks(Need::RawMessage);
        return Some(Checked);
    }
    if !message.kind.signs_in() || cx.signatures().iter().any(Signed::is_trusted) {
        return Some(Checked);
    }
    let laid_out = |signed: &Signed| {
        [false, true].into_iter().any(|value| change_of(signed, value).is_some_and(is_layout))
    };
    let open = |signed: &Signed| signed.verdict() != Verdict::Invalid;
    if cut::is_incomplete(cx) || !is_as_posted(cx) && cx.signatures().iter().any(laid_out) {
        out.lacks(Need::RawMessage);
    } else if cx.signatures().is_empty() || cx.signatures().iter().any(open) {
        out.lacks(cx.metadata_held());
    }
    Some(Checked)
}
