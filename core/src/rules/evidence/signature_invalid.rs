crate::declare_rule! {
    /// The signature does not hold under a key that AWS trusts.
    ///
    /// ## Why AWS refuses it
    /// AWS verifies the signature with the certificates in the metadata that was uploaded to the IAM SAML provider.
    /// The certificate inside the message vouches for nothing. After the identity provider changed its signing
    /// certificate, the metadata in IAM must follow.
    ///
    /// ## What to do
    /// Compare the `X509Certificate` in the message with those in the metadata that IAM holds. If the message's own
    /// is not among them, upload the identity provider's present metadata.
    ///
    /// ## Cannot tell
    /// Samlens does not verify signatures yet. It lists them as unchecked and never calls one valid.
    /// ```xml needs=idp-metadata
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signature-invalid" {
        title: "a signature that does not hold",
        severity: Error,
        stage: Signature,
        needs: ["idp-metadata"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Response signature invalid",
            "Response signature invalid"
        )],
        predicts: ["E06"],
    }
}

use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.response()?;
    out.lacks(Need::IdpMetadata { provider: cx.provider_or_placeholder() });
    Some(Checked)
}
