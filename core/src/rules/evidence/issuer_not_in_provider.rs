crate::declare_rule! {
    /// The issuer is no `entityID` of the metadata that IAM holds for the provider.
    ///
    /// ## Why AWS refuses it
    /// The `Issuer` must equal an `entityID` of the uploaded metadata, character for character: scheme, case and a
    /// slash at the end count.
    ///
    /// ## What to do
    /// Compare the `Issuer` with the `entityID` in the provider's metadata. If they differ, either the metadata of
    /// another application or tenant was uploaded, or the `Role` attribute names another provider.
    ///
    /// ## Cannot tell
    /// ```xml needs=idp-metadata
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "issuer-not-in-provider" {
        title: "an issuer that the SAML provider in IAM does not name",
        severity: Error,
        stage: Issuer,
        needs: ["idp-metadata"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Issuer not present in specified provider",
            "Issuer not present in specified provider"
        )],
        predicts: ["E07"],
    }
}

use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.assertion()?.issuer.as_ref()?;
    out.lacks(Need::IdpMetadata { provider: cx.provider_or_placeholder() });
    Some(Checked)
}
