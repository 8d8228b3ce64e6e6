crate::declare_rule! {
    /// The metadata names no address to sign in at.
    ///
    /// ## Why AWS refuses it
    /// The standard requires at least one `SingleSignOnService` in an `IDPSSODescriptor`. AWS does not use the address when
    /// the identity provider starts the sign-in, but metadata without it breaks the schema.
    ///
    /// ## What to do
    /// Download the metadata again from the identity provider. If it is made by hand, add the element with the provider's
    /// sign-in URL.
    ///
    /// ## Fires
    /// ```xml base=metadata also=signing-key-missing,metadata-size
    /// «<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">»</md:IDPSSODescriptor>
    /// ```
    /// > the identity provider's part of the metadata has no `SingleSignOnService`, which the standard requires
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "single-sign-on-service-missing" {
        title: "metadata without an address to sign in at",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "SAML Metadata 2.0",
            "2.4.3 Element <IDPSSODescriptor>: <SingleSignOnService> [One or More]",
            "One or more elements of type EndpointType that describe endpoints that support the profiles of the Authentication Request protocol"
        )],
        predicts: ["could-not-parse-metadata"],
    }
}

use super::upload;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    for provider in supplied.metadata.entities.iter().flat_map(|entity| &entity.identity_providers) {
        if !provider.single_sign_on_services.is_empty() {
            continue;
        }
        out.find(
            provider.role.tag,
            say![
                "the identity provider's part of the metadata has no ",
                code("SingleSignOnService"),
                ", which the standard requires"
            ],
        )
        .at_most(supplied.ceiling)
        .confidence(Confidence::Likely)
        .expected(code("SingleSignOnService"))
        .fix_by(Owner::IdpAdmin, "Download the metadata again, or add the sign-in URL to it.");
    }
    Some(Checked)
}
