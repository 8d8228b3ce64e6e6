crate::declare_rule! {
    /// The entity ID holds a word from a manual that nobody replaced.
    ///
    /// ## Why it matters
    /// AWS compares the `entityID` with the `Issuer` of each response. A variable that nothing filled in is hardly what the
    /// identity provider sends; then the answer is that the issuer is not present in the specified provider.
    ///
    /// ## What to do
    /// Download the metadata from the identity provider instead of a template, or enter the real entity ID.
    ///
    /// ## Fires
    /// ```xml base=none also=metadata-size,signing-key-missing
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/«${tenant}»">
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    /// > the `entityID` holds `${tenant}`, which looks like a placeholder that nobody filled in
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "entity-id-placeholder" {
        title: "a placeholder in the entity ID",
        severity: Warning,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "metadata of test set-ups",
            "a template variable in the place of the entity ID"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::aws::placeholders::{self, PlaceholderKind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::supplied(cx)?;
    for id in supplied.metadata.entities.iter().filter_map(|entity| entity.entity_id.as_ref()) {
        for found in placeholders::find(id.as_str()) {
            // Any number may stand in a URL; it need not be an account.
            if found.kind == PlaceholderKind::DocumentationAccount {
                continue;
            }
            let word = id.as_str().get(found.range.clone()).unwrap_or_default();
            out.find(
                id.sub(found.range.clone()),
                say![
                    "the ",
                    code("entityID"),
                    " holds ",
                    code(word),
                    ", which looks like a placeholder that nobody filled in"
                ],
            )
            .confidence(Confidence::Possible)
            .found(code(word))
            .fix_at_idp(Setting::Issuer, "Download the metadata from the identity provider again.");
        }
    }
    Some(Checked)
}
