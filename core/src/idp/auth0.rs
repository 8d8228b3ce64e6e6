//! Auth0: the SAML2 Web App add-on.
//!
//! It deliberately gives the add-on's JSON keys: they are the same in the dashboard and in code.

use super::recognise::{has_attribute_in, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

const ADDON: &[&str] = &["Applications", "the application", "Addons", "SAML2 Web App", "Settings"];

/// All that the add-on needs for AWS; the Action or Rule sets `awsRole` and `awsRoleSession`.
const WHOLE: &str = r#"{
  "audience": "AUDIENCE",
  "destination": "SIGN_IN_URL",
  "recipient": "SIGN_IN_URL",
  "mappings": {
    "awsRole": "https://aws.amazon.com/SAML/Attributes/Role",
    "awsRoleSession": "https://aws.amazon.com/SAML/Attributes/RoleSessionName"
  },
  "createUpnClaim": false,
  "passthroughClaimsWithNoMapping": false,
  "mapUnknownClaimsAsIs": false,
  "mapIdentities": false,
  "nameIdentifierFormat": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
  "signatureAlgorithm": "rsa-sha256",
  "digestAlgorithm": "sha256"
}"#;

pub(super) static AUTH0: Provider = Provider {
    id: "auth0",
    title: "Auth0",
    admin_title: "the Auth0 administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer is `urn:` and an Auth0 tenant", |traits| {
            let tenant =
                traits.issuer.and_then(|issuer| issuer.strip_prefix("urn:")?.strip_suffix(".auth0.com"));
            let tenant = tenant.map(|tenant| {
                ["us", "eu", "au", "jp"]
                    .iter()
                    .find_map(|region| tenant.strip_suffix(region)?.strip_suffix('.'))
                    .unwrap_or(tenant)
            });
            tenant.is_some_and(|tenant| {
                !tenant.is_empty()
                    && tenant.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            })
        }),
        mark(MarkKind::Namespace, "attributes are named in `http://schemas.auth0.com/`", |traits| {
            has_attribute_in(traits, "http://schemas.auth0.com/")
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            with_snippet(documented(ADDON, "Set the audience."), r#"{ "audience": "AUDIENCE" }"#),
        ),
        (
            Setting::Acs,
            with_snippet(
                documented(
                    &[
                        "Applications",
                        "the application",
                        "Addons",
                        "SAML2 Web App",
                        "Settings",
                        "Application Callback URL",
                    ],
                    "Enter the sign-in URL, and the same as destination and recipient.",
                ),
                r#"{ "destination": "SIGN_IN_URL", "recipient": "SIGN_IN_URL" }"#,
            ),
        ),
        (
            Setting::NameIdFormat,
            with_snippet(
                documented(ADDON, "Set the format."),
                r#"{ "nameIdentifierFormat": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" }"#,
            ),
        ),
        (
            Setting::NameIdValue,
            documented(
                ADDON,
                "List under nameIdentifierProbes the claims that may hold the NameID, the best first.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(ADDON, "An Action or Rule sets user.awsRole to `role ARN,provider ARN`; map it."),
                WHOLE,
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(ADDON, "An Action or Rule sets user.awsRoleSession; map it."),
                r#"{ "mappings": { "awsRoleSession": "https://aws.amazon.com/SAML/Attributes/RoleSessionName" } }"#,
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                documented(ADDON, "Map a claim to the tag's whole URI under mappings."),
                r#"{ "mappings": { "USER_ATTRIBUTE": "https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY" } }"#,
            ),
        ),
        (
            Setting::AttributeName,
            with_snippet(
                documented(
                    ADDON,
                    "Write whole URIs under mappings, and switch the attributes of Auth0's own off.",
                ),
                WHOLE,
            ),
        ),
        (
            Setting::SigningOption,
            with_snippet(
                documented(ADDON, "False signs the assertion, true the response."),
                r#"{ "signResponse": false }"#,
            ),
        ),
        (
            Setting::SigningAlgorithm,
            with_snippet(
                documented(ADDON, "The default is SHA-1; set SHA-256."),
                r#"{ "signatureAlgorithm": "rsa-sha256", "digestAlgorithm": "sha256" }"#,
            ),
        ),
        (
            Setting::Lifetime,
            with_snippet(
                documented(ADDON, "Set the validity in seconds."),
                r#"{ "lifetimeInSeconds": 3600 }"#,
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
                likely(ADDON, "Map a claim that an Action or Rule sets to the number of seconds."),
                r#"{ "mappings": { "awsSessionDuration": "https://aws.amazon.com/SAML/Attributes/SessionDuration" } }"#,
            ),
        ),
        (
            Setting::SourceIdentity,
            with_snippet(
                likely(ADDON, "Map a claim that an Action or Rule sets."),
                r#"{ "mappings": { "awsSourceIdentity": "https://aws.amazon.com/SAML/Attributes/SourceIdentity" } }"#,
            ),
        ),
        (
            Setting::Encryption,
            likely(
                ADDON,
                "Remove the keys encryptionCert and encryptionPublicKey, unless IAM holds the private key.",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["Settings", "Signing Keys"],
                "After a rotation, download the metadata on the tab Usage of the add-on and upload it to IAM.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                ADDON,
                "The issuer is `urn:` and the tenant, unless the key issuer says otherwise; it must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &[],
                "Begin at `https://<tenant>.us.auth0.com/samlp/<Client_Id>?RelayState=` and the encoded address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(
                &["User Management", "Users"],
                "Auth0 lets everybody in unless an Action or Rule denies it: see the person's log.",
            ),
        ),
    ],
    mistakes: &[
        mistake("sha1-signature", "Auth0's add-on signs with SHA-1 unless its JSON says otherwise."),
        mistake(
            "session-name-characters",
            "In Auth0, the user id holds a vertical bar (`auth0|…`): let the Action or Rule set user.awsRoleSession to the e-mail address or nickname.",
        ),
        mistake(
            "role-missing",
            "In Auth0, an Action or Rule must set user.awsRole for this person, and the add-on's mappings must name it.",
        ),
        mistake(
            "attribute-name-wrong",
            "In Auth0, the add-on's mappings have the claim on the left and the whole URI on the right.",
        ),
        mistake(
            "session-name-missing",
            "In Auth0, an Action or Rule must set user.awsRoleSession for this person, and the add-on's mappings must name it.",
        ),
        mistake("audience-missing", "In Auth0, the add-on's JSON lacks the key audience."),
        mistake("audience-unknown", "In Auth0, the audience is a key of the add-on's JSON."),
        mistake("recipient-missing", "In Auth0, the add-on's JSON lacks the key recipient."),
        mistake(
            "recipient-wrong",
            "In Auth0, set recipient and destination in the add-on's JSON as well as the Application Callback URL.",
        ),
        mistake(
            "response-too-large",
            "Auth0 passes on the whole profile unless passthroughClaimsWithNoMapping and mapUnknownClaimsAsIs are false.",
        ),
        mistake(
            "name-id-not-persistent",
            "In Auth0, the format is nameIdentifierFormat in the add-on's JSON.",
        ),
    ],
};
