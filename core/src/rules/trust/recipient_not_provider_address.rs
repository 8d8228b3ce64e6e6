crate::declare_rule! {
    /// The SAML provider in IAM requires encryption, and the response is not sent to the provider's own address.
    ///
    /// ## Why AWS refuses it
    /// With encryption required, the response must be posted to the address of this very provider,
    /// `https://REGION.signin.aws.amazon.com/saml/acs/ID`. The sign-in page shared by all cannot tell whose key to use.
    ///
    /// ## What to do
    /// Set the ACS URL to the address with the provider's identifier, and list it under `SAML:aud` in the trust policies.
    ///
    /// ## Fires
    /// ```xml also=assertion-not-encrypted
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://signin.aws.amazon.com/saml»"/>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "Required", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    /// > the SAML provider in IAM requires encryption, so the Recipient must be its own address, which ends in `/saml/acs/SAMLSP4SHN3UIS2D558H46`
    ///
    /// ## Does not fire
    /// ```xml also=assertion-not-encrypted
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSP4SHN3UIS2D558H46"/>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "Required", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "Allowed", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    "recipient-not-provider-address" {
        title: "a Recipient that is not the address of the SAML provider",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Create a SAML identity provider in IAM",
            "https://region-code.signin.aws.amazon.com/saml/acs/IdP-ID"
        )],
        predicts: [],
    }
}

use super::provider;
use crate::aws::endpoints::{Endpoint, SignInForm};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let recipient = cx.recipient()?;
    let held = provider::of_message(cx)?;
    let mode = held.value.assertion_encryption_mode.as_ref()?;
    // What is no address of the shared sign-in page is for others to say.
    let Endpoint::SignIn(address) = cx.endpoint()? else { return None };
    if mode.as_str() != "Required" || matches!(address.form, SignInForm::Provider(_)) {
        return Some(Checked);
    }
    let id = held.value.uuid.as_ref().map_or("ID", |id| id.as_str());
    let end = format!("/saml/acs/{id}");
    let region = address.region.or(address.partition.global_region()).unwrap_or("REGION");
    let whole = format!("https://{region}.{}{end}", address.partition.sign_in_host());
    out.find(
        recipient.span,
        say![
            "the SAML provider in IAM requires encryption, so the Recipient must be its own address, which ends in ",
            code(end)
        ],
    )
    .expected(code(&whole))
    .found(code(recipient.as_str()))
    .related(mode.span, "encryption is required")
    .fix_at_idp(Setting::Acs, say!["Set the ACS URL to ", code(&whole), "."]);
    Some(Checked)
}
