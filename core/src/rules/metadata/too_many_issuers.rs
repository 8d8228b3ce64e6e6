crate::declare_rule! {
    /// The metadata describes more identity providers than IAM takes in one.
    ///
    /// ## Why AWS refuses it
    /// One SAML provider in IAM may stand for at most ten issuers. The metadata of a federation holds hundreds.
    ///
    /// ## What to do
    /// Upload only the `EntityDescriptor` of the identity provider that signs the users in.
    ///
    /// ## Fires
    /// ```xml base=none also=signing-key-missing,single-sign-on-service-missing
    /// <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><!-- \u{2E*300} -->
    ///   <md:EntityDescriptor entityID="https://idp1.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp2.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp3.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp4.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp5.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp6.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp7.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp8.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp9.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp10.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   «<md:EntityDescriptor entityID="https://idp11.example.com">»<md:IDPSSODescriptor/></md:EntityDescriptor>
    /// </md:EntitiesDescriptor>
    /// ```
    /// > the metadata describes 11 identity providers, and IAM takes at most ten in one
    ///
    /// ## Does not fire
    /// ```xml base=none also=signing-key-missing,single-sign-on-service-missing
    /// <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><!-- \u{2E*300} -->
    ///   <md:EntityDescriptor entityID="https://idp1.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp2.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp3.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp4.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp5.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp6.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp7.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp8.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp9.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://idp10.example.com"><md:IDPSSODescriptor/></md:EntityDescriptor>
    ///   <md:EntityDescriptor entityID="https://app.example.org"><md:SPSSODescriptor/></md:EntityDescriptor>
    /// </md:EntitiesDescriptor>
    /// ```
    "too-many-issuers" {
        title: "metadata with more than ten identity providers",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "IAM and AWS STS quotas",
            "Identity providers (IdPs) associated with an IAM SAML provider object 10"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

/// Issuers of a SAML provider (IAM User Guide, quotas).
const MOST: usize = 10;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    let mut issuers =
        supplied.metadata.entities.iter().filter(|entity| !entity.identity_providers.is_empty());
    let count = issuers.clone().count();
    if let Some(beyond) = issuers.nth(MOST) {
        out.find(
            beyond.tag,
            say![
                format!("the metadata describes {count} identity providers"),
                ", and IAM takes at most ten in one"
            ],
        )
        .at_most(supplied.ceiling)
        .confidence(Confidence::Likely)
        .expected("at most ten identity providers")
        .found(say![count.to_string(), " identity providers"])
        .fix_by(
            Owner::AwsAdmin,
            say![
                "Upload only the ",
                code("EntityDescriptor"),
                " of the identity provider that signs the users in."
            ],
        );
    }
    Some(Checked)
}
