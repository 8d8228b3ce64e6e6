crate::declare_rule! {
    /// The assertion is not encrypted, and the SAML provider in IAM wants it encrypted.
    ///
    /// ## Why AWS refuses it
    /// With `AssertionEncryptionMode` set to `Required`, IAM takes encrypted assertions only. Which text the sign-in page shows is not
    /// documented.
    ///
    /// ## What to do
    /// Switch on encryption at the identity provider, with the certificate from the provider's metadata in IAM. Or set the mode to
    /// `Allowed`.
    ///
    /// ## Fires
    /// ```xml also=recipient-not-provider-address mark=<saml:Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "‹Required›", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    /// > the assertion is not encrypted, but the SAML provider in IAM requires it
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "Allowed", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    "assertion-not-encrypted" {
        title: "an assertion in the clear where IAM wants it encrypted",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Create a SAML identity provider in IAM",
            "AssertionEncryptionMode"
        )],
        predicts: [],
    }
}

use super::provider;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let held = provider::of_message(cx)?;
    let mode = held.value.assertion_encryption_mode.as_ref()?;
    out.used(held.item, "Its mode of encryption was compared with the message.");
    let was_encrypted = !cx.item.before.is_empty() || !cx.response()?.encrypted.is_empty();
    if was_encrypted || mode.as_str() != "Required" {
        return Some(Checked);
    }
    out.find(assertion.tag, say!["the assertion is not encrypted, but the SAML provider in IAM requires it"])
        .expected("an EncryptedAssertion")
        .related(mode.span, "IAM takes encrypted assertions only")
        .fix_at_idp(
            Setting::Encryption,
            say![
                "Encrypt the assertion with the certificate from the provider's metadata, or set the mode of the SAML provider to ",
                code("Allowed"),
                "."
            ],
        )
        .update_provider(cx.provider(), "--assertion-encryption-mode Allowed");
    Some(Checked)
}
