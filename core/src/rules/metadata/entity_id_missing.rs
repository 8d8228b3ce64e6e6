crate::declare_rule! {
    /// The metadata does not say whose it is.
    ///
    /// ## Why AWS refuses it
    /// `entityID` is the name of the identity provider, and the standard requires it. AWS compares it with the `Issuer` of
    /// each response. Without it there is nothing to compare.
    ///
    /// ## What to do
    /// Download the metadata again from the identity provider. If it is made by hand, enter the value that the provider
    /// sends as `Issuer`.
    ///
    /// ## Fires
    /// ```xml base=none also=metadata-size,signing-key-missing
    /// «<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">»
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    /// > the metadata has no `entityID`, which AWS compares with the issuer of each response
    ///
    /// ```xml base=none also=metadata-size,signing-key-missing
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" «entityID=" "»>
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    /// > the `entityID` of the metadata is empty, and AWS compares it with the issuer of each response
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "entity-id-missing" {
        title: "metadata without an entity ID",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "SAML Metadata 2.0",
            "2.3.2 Element <EntityDescriptor>: entityID [Required]",
            "Specifies the unique identifier of the SAML entity whose metadata is described by the element's contents"
        )],
        predicts: ["could-not-parse-metadata"],
    }
}

use super::upload;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    for entity in &supplied.metadata.entities {
        let (span, message) = match &entity.entity_id {
            None => (
                entity.tag,
                say![
                    "the metadata has no ",
                    code("entityID"),
                    ", which AWS compares with the issuer of each response"
                ],
            ),
            Some(id) if id.as_str().trim().is_empty() => (
                supplied.document.element(entity.node)?.attribute("entityID")?.span(),
                say![
                    "the ",
                    code("entityID"),
                    " of the metadata is empty, and AWS compares it with the issuer of each response"
                ],
            ),
            Some(_) => continue,
        };
        out.find(span, message)
            .at_most(supplied.ceiling)
            .confidence(Confidence::Likely)
            .expected("the name that the identity provider sends as issuer")
            .fix_at_idp(Setting::Issuer, "Download the metadata again from the identity provider.");
    }
    Some(Checked)
}
