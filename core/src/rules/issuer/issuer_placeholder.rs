crate::declare_rule! {
    /// The issuer holds a word from a manual that nobody replaced.
    ///
    /// ## Why it matters
    /// AWS looks the issuer up in the metadata of the SAML provider. A variable that nothing filled in, or a sample name,
    /// hardly stands in real metadata; then the answer is that the issuer is not present in the specified provider.
    ///
    /// ## What to do
    /// Replace it by the entity ID of the identity provider, as it stands in the metadata that IAM holds.
    ///
    /// ## Fires
    /// ```xml without=Assertion/Issuer,Response/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/«${tenant}»</saml:Issuer>
    /// ```
    /// > the `Issuer` of the assertion holds `${tenant}`, which looks like a placeholder that nobody filled in
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "issuer-placeholder" {
        title: "a placeholder in the issuer",
        severity: Warning,
        stage: Issuer,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "issuers of test set-ups",
            "a template variable or a sample name in the place of the entity ID"
        )],
        predicts: ["E07"],
    }
}

use crate::aws::placeholders::{self, PlaceholderKind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let issuer = &cx.assertion()?.issuer.as_ref()?.text;
    for found in placeholders::find(issuer.as_str()) {
        // An account number in an issuer is no ARN; identity providers may use any number.
        if found.kind == PlaceholderKind::DocumentationAccount {
            continue;
        }
        let word = issuer.as_str().get(found.range.clone()).unwrap_or_default();
        out.find(
            issuer.sub(found.range.clone()),
            say![
                "the ",
                code("Issuer"),
                " of the assertion holds ",
                code(word),
                ", which looks like a placeholder that nobody filled in"
            ],
        )
        .confidence(Confidence::Possible)
        .predicts(cx.service().assumes_a_role().then_some("E07"))
        .found(code(word))
        .fix_at_idp(Setting::Issuer, "Replace it by the identity provider's entity ID.");
    }
    Some(Checked)
}
