crate::declare_rule! {
    /// The metadata's own signature does not hold.
    ///
    /// ## Why it matters
    /// Whoever publishes metadata may sign it. As far as is known IAM does not look at this signature, so the sign-in does not
    /// depend on it. But the file is not as it was published: somebody edited it, or a program re-formatted it, and the
    /// certificate in it may be another than the provider's.
    ///
    /// ## What to do
    /// Download the metadata again and upload it as it is. If it was edited on purpose, remove the signature.
    ///
    /// ## Fires
    /// ```case
    /// fixtures/metadata/changed.xml
    /// nX4rtTm0YaViyVLcCxy2lo71cyyO2Rni+eESyUECaso=
    /// ```
    /// > the metadata was changed after it was signed
    ///
    /// ## Does not fire
    /// ```case
    /// fixtures/metadata/signed.xml
    /// ```
    /// ```xml base=metadata
    /// ```
    "metadata-signature-broken" {
        title: "metadata that was changed after it was signed",
        severity: Warning,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "SAML Metadata 2.0",
            "3 Signature Processing",
            "Various elements in a metadata instance can be digitally signed"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::crypto::{ReasonKind, Verdict};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    upload::supplied(cx)?;
    for signed in &cx.item.signatures {
        let verification = &signed.verification;
        if verification.verdict != Verdict::Invalid {
            continue;
        }
        let Some(reason) = verification.all_reasons().into_iter().next() else { continue };
        let message = match reason.kind {
            ReasonKind::DigestMismatch => say!["the metadata was changed after it was signed"],
            ReasonKind::SignatureMismatch => {
                say![
                    "the signature of the metadata was made with another key than the one beside it, or was changed"
                ]
            }
            other => say!["the signature of the metadata does not hold: ", other.id().replace('-', " ")],
        };
        out.find(reason.span, message)
            .confidence(Confidence::Likely)
            .fix_by(Owner::AwsAdmin, "Download the metadata again, and upload the file as it is.");
    }
    Some(Checked)
}
