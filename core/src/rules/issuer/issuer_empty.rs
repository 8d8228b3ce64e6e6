crate::declare_rule! {
    /// The assertion's issuer is empty.
    ///
    /// ## Why AWS refuses it
    /// AWS compares the `Issuer` with the `entityID` in the metadata of the SAML provider, and no metadata has an empty
    /// one. The answer is that the issuer is not present in the specified provider.
    ///
    /// ## What to do
    /// Give the identity provider its entity ID (issuer URI, issuer URL): the same value that stands in the metadata that
    /// was uploaded to IAM.
    ///
    /// ## Fires
    /// ```xml without=Assertion/Issuer in=Assertion
    /// «<saml:Issuer>»</saml:Issuer>
    /// ```
    /// > the `Issuer` of the assertion is empty, so AWS cannot find it in the provider's metadata
    ///
    /// ```xml without=Assertion/Issuer in=Assertion
    /// «<saml:Issuer>» </saml:Issuer>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml without=Assertion/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "issuer-empty" {
        title: "an empty issuer",
        severity: Error,
        stage: Issuer,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM",
            "Issuer not present in specified provider"
        )],
        predicts: ["E07"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let issuer = cx.assertion()?.issuer.as_ref()?;
    if issuer.text.as_str().trim().is_empty() {
        let for_aws = cx.service().assumes_a_role();
        out.find(
            issuer.tag,
            say![
                "the ",
                code("Issuer"),
                " of the assertion is empty, so AWS cannot find it in the provider's metadata"
            ],
        )
        .at_most(if for_aws { Severity::Error } else { Severity::Warning })
        .confidence(Confidence::Likely)
        .predicts(for_aws.then_some("E07"))
        .expected(say!["the ", code("entityID"), " of the identity provider's metadata"])
        .found("nothing")
        .fix_at_idp(Setting::Issuer, "Give the identity provider the entity ID that its metadata names.");
    }
    Some(Checked)
}
