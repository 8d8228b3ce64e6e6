crate::declare_rule! {
    /// The assertion is encrypted, and the SAML provider in IAM holds no private key.
    ///
    /// ## Why AWS refuses it
    /// IAM decrypts with a private key that was uploaded to the SAML provider. Without one it cannot read the assertion. Which text the
    /// sign-in page shows is not documented.
    ///
    /// ## What to do
    /// Upload the private key that belongs to the certificate which the identity provider encrypts with, or switch encryption off there.
    ///
    /// ## Fires
    /// ```case
    /// fixtures/encryption/response.xml
    /// <saml:EncryptedAssertion>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "‹Allowed›"}
    /// ```
    /// > the assertion is encrypted, but the SAML provider in IAM holds no private key
    ///
    /// ## Does not fire
    /// ```case
    /// fixtures/encryption/response.xml
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "Allowed", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z"}]}
    /// ```
    "decryption-key-missing" {
        title: "an encrypted assertion that IAM has no key for",
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
use crate::lint::{Checked, Confidence, Cx, Findings, Owner};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response()?;
    let encrypted = message.encrypted.first()?;
    let held = provider::only(cx)?;
    let mode = held.value.assertion_encryption_mode.as_ref()?;
    out.used(held.item, "Its private keys were compared with what is encrypted in the message.");
    if !held.value.private_keys.is_empty() {
        return Some(Checked);
    }
    out.find(
        encrypted.tag,
        say!["the assertion is encrypted, but the SAML provider in IAM holds no private key"],
    )
    .confidence(Confidence::Likely)
    .expected("a private key in IAM")
    .related(mode.span, "this provider has no PrivateKeyList")
    .fix_by(
        Owner::AwsAdmin,
        "Upload the private key to the SAML provider, or switch encryption off at the identity provider.",
    )
    .update_provider(cx.provider(), "--add-private-key file://key.pem");
    Some(Checked)
}
