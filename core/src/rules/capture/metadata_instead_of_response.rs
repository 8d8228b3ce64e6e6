crate::declare_rule! {
    /// The paste is metadata, not a response.
    ///
    /// ## Why it matters
    /// Metadata describes an identity provider or a service provider: its name, addresses and certificates. It is checked for
    /// what IAM requires, and it helps to judge a response. A failed sign-in shows in the response only.
    ///
    /// ## What to do
    /// Add the response: the form field `SAMLResponse` of the sign-in, or the whole HAR file.
    ///
    /// ## Fires
    /// ```xml base=none also=metadata-size,signing-key-missing,single-sign-on-service-missing
    /// <«md:EntityDescriptor» xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></md:EntityDescriptor>
    /// ```
    /// > this is the metadata of an identity provider; a failed sign-in shows in the response only
    ///
    /// ## Does not fire
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+xml base=none
    /// <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml"/>
    /// ```
    "metadata-instead-of-response" {
        title: "metadata without a response",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "SAML Metadata 2.0",
            "2.3.2 Element <EntityDescriptor>",
            "specifies metadata for a single SAML entity"
        )],
        predicts: [],
    }
}

use crate::evidence::ItemKind;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::saml::names;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if cx.kind() != ItemKind::Metadata || cx.other_messages > 0 {
        return None;
    }
    let document = cx.document()?;
    let has = |role: &str| document.elements().any(|element| element.is(names::METADATA, role));
    let whose = match (has("IDPSSODescriptor"), has("SPSSODescriptor")) {
        (true, false) => "this is the metadata of an identity provider",
        (false, true) => {
            "this is the metadata of a service provider, which is loaded at the identity provider"
        }
        _ => "this is metadata",
    };
    out.find(document.root()?.name_span(), say![whose, "; a failed sign-in shows in the response only"])
        .fix_by(
            Owner::User,
            say!["Add the form field ", code("SAMLResponse"), " of the sign-in, or the whole HAR file."],
        );
    Some(Checked)
}
