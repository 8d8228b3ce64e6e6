crate::declare_rule! {
    /// The identity provider wants signed requests, and AWS sends none.
    ///
    /// ## Why it matters
    /// A sign-in to AWS usually starts at the identity provider, without a request, so this setting has no effect. Where it
    /// also makes the provider refuse sign-ins that it starts itself, it shows at the provider and never reaches AWS.
    ///
    /// ## What to do
    /// Nothing, as long as the identity provider sends responses. Otherwise turn the setting off for this application.
    ///
    /// ## Fires
    /// ```xml base=metadata also=metadata-size,signing-key-missing
    /// <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAuthnRequestsSigned="«true»">
    ///   <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    /// </md:IDPSSODescriptor>
    /// ```
    /// > the identity provider says that it wants signed requests, and AWS sends no request
    ///
    /// ## Does not fire
    /// ```xml base=metadata also=metadata-size,signing-key-missing
    /// <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAuthnRequestsSigned="false">
    ///   <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    /// </md:IDPSSODescriptor>
    /// ```
    "signed-requests-wanted" {
        title: "an identity provider that wants signed requests",
        severity: Note,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "SAML Metadata 2.0",
            "2.4.3 Element <IDPSSODescriptor>: WantAuthnRequestsSigned [Optional]",
            "indicates a requirement for the <samlp:AuthnRequest> messages received by this identity provider to be signed"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::lint::{Checked, Cx, Findings, Owner};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::supplied(cx)?;
    let providers = supplied.metadata.entities.iter().flat_map(|entity| &entity.identity_providers);
    for wanted in providers.filter_map(|provider| provider.want_authn_requests_signed.as_ref()) {
        if matches!(wanted.as_str().trim(), "true" | "1") {
            out.find(
                wanted.span,
                say!["the identity provider says that it wants signed requests, and AWS sends no request"],
            )
            .fix_by(
                Owner::IdpAdmin,
                "Leave it, unless the identity provider refuses to sign users in without a request.",
            );
        }
    }
    Some(Checked)
}
