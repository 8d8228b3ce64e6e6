//! Steps that hold at any identity provider, for one that was not recognised.
//!
//! It deliberately names no menus: they would be guesses.

use super::{Setting, Steps, documented, with_snippet};

pub(super) fn steps(setting: Setting) -> &'static Steps {
    macro_rules! text {
        ($text:literal) => {{
            const STEPS: Steps = documented(&[], $text);
            &STEPS
        }};
        ($text:literal, $snippet:literal) => {{
            const STEPS: Steps = with_snippet(documented(&[], $text), $snippet);
            &STEPS
        }};
    }
    match setting {
        Setting::Audience => text!(
            "Set the service provider's entity id (also called audience or identifier) to `urn:amazon:webservices` or to \
             the sign-in URL."
        ),
        Setting::Acs => text!(
            "Set the ACS URL (also called single sign-on, reply or recipient URL) to the sign-in URL, with the binding POST.",
            "SIGN_IN_URL"
        ),
        Setting::NameIdFormat => {
            text!("Set the format of the NameID to persistent, unless the trust policy asks for another.")
        }
        Setting::NameIdValue => text!("Map the NameID to the name by which the service knows the user."),
        Setting::Role => text!(
            "Send `https://aws.amazon.com/SAML/Attributes/Role` with one value for each role: its ARN, a comma, the \
             provider's ARN.",
            "arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME"
        ),
        Setting::RoleSessionName => text!(
            "Send `https://aws.amazon.com/SAML/Attributes/RoleSessionName` with one value of 2 to 64 letters, digits and `_+=,.@-`."
        ),
        Setting::SessionDuration => text!(
            "Send `https://aws.amazon.com/SAML/Attributes/SessionDuration` with a number of seconds from 900 to 43200, or leave \
             it out."
        ),
        Setting::PrincipalTag => text!(
            "Send one attribute `https://aws.amazon.com/SAML/Attributes/PrincipalTag:` and the key for each tag, with one value."
        ),
        Setting::SourceIdentity => text!(
            "Send `https://aws.amazon.com/SAML/Attributes/SourceIdentity` with one value of 2 to 64 letters, digits and `_+=,.@-`."
        ),
        Setting::SigningOption => text!("Let it sign the assertion, or the assertion and the response."),
        Setting::SigningAlgorithm => text!("Choose RSA with SHA-256."),
        Setting::Encryption => text!("Switch encryption off, unless IAM holds the private key."),
        Setting::Certificate => text!(
            "Download the current metadata and upload it to the provider in IAM after each change of the key."
        ),
        Setting::Issuer => text!(
            "The issuer must equal the entityID of the metadata in IAM, to the letter; upload the metadata that belongs to it."
        ),
        Setting::Lifetime => text!(
            "Let assertions be valid for some minutes. AWS takes them within five minutes of their issue."
        ),
        Setting::RelayState => {
            text!("Set the default relay state of the application to the address of the service.")
        }
        Setting::UserAssignment => text!("Assign the user to the application, directly or by a group."),
        Setting::Clock => text!("Let the servers keep time by NTP."),
        Setting::AttributeName => {
            text!("Write the attribute's name as the whole URI, in exactly these letters.")
        }
    }
}
