crate::declare_rule! {
    /// The metadata has no certificate to check signatures with.
    ///
    /// ## Why AWS refuses it
    /// AWS checks the signature of each response with the keys in the metadata. A `KeyDescriptor` counts where it has
    /// `use="signing"` or no `use` at all; one for `encryption` does not. Without any, no response can be accepted.
    ///
    /// ## What to do
    /// Download the metadata again from the identity provider, with its signing certificate in it.
    ///
    /// ## Fires
    /// ```xml base=metadata
    /// <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///   «<md:KeyDescriptor use="encryption">»<ds:KeyInfo><ds:KeyName>\u{6B*700}</ds:KeyName></ds:KeyInfo></md:KeyDescriptor>
    ///   <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    /// </md:IDPSSODescriptor>
    /// ```
    /// > the metadata has keys for encryption only, so AWS could not check a signature with it
    ///
    /// ```xml base=metadata
    /// «<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">»
    ///   <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   <!-- \u{2E*700} -->
    /// </md:IDPSSODescriptor>
    /// ```
    /// > the metadata has no certificate, so AWS could not check a signature with it
    ///
    /// ## Does not fire
    /// A key without `use` serves both purposes.
    /// ```xml base=metadata
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    "signing-key-missing" {
        title: "metadata without a signing certificate",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM API",
            "CreateSAMLProvider: SAMLMetadataDocument",
            "The document includes the issuer's name, expiration information, and keys that can be used to validate the SAML authentication response (assertions) that are received from the IdP."
        )],
        predicts: ["could-not-parse-metadata", "E06"],
    }
}

use super::upload;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::saml::metadata::KeyDescriptor;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    for provider in supplied.metadata.entities.iter().flat_map(|entity| &entity.identity_providers) {
        let keys = &provider.role.keys;
        let holds_a_key = |key: &KeyDescriptor| !key.certificates.is_empty() || !key.key_values.is_empty();
        if keys.iter().any(|key| key.signs() && holds_a_key(key)) {
            continue;
        }
        let (span, what) = match keys.as_slice() {
            [] => (provider.role.tag, "no certificate"),
            [first, ..] if keys.iter().all(|key| !key.signs()) => (first.tag, "keys for encryption only"),
            [first, ..] => (first.tag, "no certificate in its key for signing"),
        };
        out.find(span, say!["the metadata has ", what, ", so AWS could not check a signature with it"])
            .at_most(supplied.ceiling)
            .confidence(Confidence::Likely)
            .expected(say!["a ", code("KeyDescriptor"), " for signing with an ", code("X509Certificate")])
            .fix_at_idp(
                Setting::Certificate,
                "Download the metadata again, with the signing certificate in it.",
            );
    }
    Some(Checked)
}
