crate::declare_rule! {
    /// The Recipient ends in the identifier of another SAML provider than the one in IAM.
    ///
    /// ## Why it matters
    /// Each SAML provider has an address of its own. A provider that is made anew gets another identifier, and the old address stays in
    /// the settings of the identity provider. What AWS answers then is not documented.
    ///
    /// ## What to do
    /// Set the ACS URL to the address with the present identifier, and change it under `SAML:aud` in the trust policies.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://us-east-1.signin.aws.amazon.com/saml/acs/«SAMLSPOLDOLDOLDOLDOLD0»"/>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "‹SAMLSP4SHN3UIS2D558H46›", "AssertionEncryptionMode": "Allowed", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    /// > the Recipient ends in `SAMLSPOLDOLDOLDOLDOLD0`, but the SAML provider in IAM has the identifier `SAMLSP4SHN3UIS2D558H46`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSP4SHN3UIS2D558H46"/>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "Allowed", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLProviderUUID": "SAMLSP4SHN3UIS2D558H46", "AssertionEncryptionMode": "Allowed", "PrivateKeyList": [{"KeyId": "K35UFSH4GTZ6KLRQ77VL6Z", "Timestamp": "2026-01-01T00:00:00Z"}]}
    /// ```
    "recipient-of-another-provider" {
        title: "a Recipient with the identifier of another SAML provider",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Create a SAML identity provider in IAM",
            "Re-creating the provider changes the ID"
        )],
        predicts: [],
    }
}

use super::provider;
use crate::aws::endpoints::{Endpoint, SignInForm};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let recipient = cx.recipient()?;
    let held = provider::of_message(cx)?;
    let own = held.value.uuid.as_ref()?;
    let Endpoint::SignIn(address) = cx.endpoint()? else { return None };
    let SignInForm::Provider(id) = address.form else { return Some(Checked) };
    out.used(held.item, "Its identifier was compared with the Recipient.");
    if id == own.as_str() {
        return Some(Checked);
    }
    out.find(
        recipient.sub_str(id),
        say![
            "the Recipient ends in ",
            code(id),
            ", but the SAML provider in IAM has the identifier ",
            code(own.as_str())
        ],
    )
    .confidence(Confidence::Likely)
    .expected(code(own.as_str()))
    .found(code(id))
    .related(own.span, "the identifier of the SAML provider")
    .fix_at_idp(Setting::Acs, say!["Set the ACS URL to the address that ends in ", code(own.as_str()), "."]);
    Some(Checked)
}
