//! Google Workspace: the application "Amazon Web Services".
//!
//! It deliberately leaves out the command-line helpers.

use super::recognise::{is_prefixed_hex, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

pub(super) static GOOGLE: Provider = Provider {
    id: "google",
    title: "Google Workspace",
    admin_title: "the Google Workspace administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer is `https://accounts.google.com/o/saml2?idpid=…`", |traits| {
            traits
                .issuer
                .is_some_and(|issuer| issuer.starts_with("https://accounts.google.com/o/saml2?idpid="))
        }),
        mark(MarkKind::Habit, "the prefixes are `saml2p` and `saml2`", |traits| {
            prefixes_are(traits, "saml2p", "saml2")
        }),
        mark(MarkKind::Habit, "the ids are `_` and hexadecimal digits", |traits| {
            is_prefixed_hex(traits.assertion_id, "_", 32..=32)
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            likely(
                &[
                    "Apps",
                    "Web and mobile apps",
                    "Amazon Web Services",
                    "Service provider details",
                    "Entity ID",
                ],
                "Enter `https://signin.aws.amazon.com/saml`.",
            ),
        ),
        (
            Setting::Acs,
            likely(
                &[
                    "Apps",
                    "Web and mobile apps",
                    "Amazon Web Services",
                    "Service provider details",
                    "ACS URL",
                ],
                "Enter the sign-in URL.",
            ),
        ),
        (
            Setting::NameIdFormat,
            likely(
                &[
                    "Apps",
                    "Web and mobile apps",
                    "Amazon Web Services",
                    "Service provider details",
                    "Name ID format",
                ],
                "Choose PERSISTENT.",
            ),
        ),
        (
            Setting::NameIdValue,
            likely(
                &[
                    "Apps",
                    "Web and mobile apps",
                    "Amazon Web Services",
                    "Service provider details",
                    "Name ID",
                ],
                "Choose Basic Information, Primary email.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                    "Map the custom schema's multi-value text `Amazon > Role` to the Role URI, and fill it for the user. The \
                     provider's name in IAM has no spaces.",
                ),
                "Amazon > Role -> https://aws.amazon.com/SAML/Attributes/Role\nRole of the user: arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                    "Map Basic Information, Primary email to the RoleSessionName URI.",
                ),
                "Basic Information > Primary Email -> https://aws.amazon.com/SAML/Attributes/RoleSessionName",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(
                &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                "Map a field of the custom schema to the SessionDuration URI.",
            ),
        ),
        (
            Setting::SigningOption,
            likely(
                &[
                    "Apps",
                    "Web and mobile apps",
                    "Amazon Web Services",
                    "Service provider details",
                    "Signed response",
                ],
                "Leave it unticked: then the assertion is signed.",
            ),
        ),
        (
            Setting::Certificate,
            documented(
                &["Security", "SSO with SAML applications"],
                "A certificate lasts five years. After a change, download the metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &[
                    "Apps",
                    "Web and mobile apps",
                    "Amazon Web Services",
                    "Service provider details",
                    "Start URL",
                ],
                "Enter the address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(
                &["Apps", "Web and mobile apps", "Amazon Web Services", "User access"],
                "Switch it on for the user's unit or group.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            likely(&[], "Google signs with RSA and SHA-256; there is nothing to choose."),
        ),
        (
            Setting::Encryption,
            likely(
                &[],
                "Google does not encrypt assertions; leave encryption optional at the provider in IAM.",
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                likely(
                    &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                    "Map a field to the tag's whole URI.",
                ),
                "Amazon > CUSTOM_FIELD -> https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                "Map Basic Information, Primary email to the SourceIdentity URI.",
            ),
        ),
        (
            Setting::AttributeName,
            likely(
                &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                "Enter the whole URI as the app attribute.",
            ),
        ),
        (
            Setting::Issuer,
            documented(
                &["Security", "SSO with SAML applications"],
                "The Entity ID there must be the entityID of the metadata in IAM.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-missing",
            "In Google Workspace, fill the field `Role` of the custom schema for this person (Directory, Users, User information, Amazon), and map it to the Role URI.",
        ),
        mistake(
            "role-empty",
            "In Google Workspace, the field `Role` of the custom schema is empty for this person.",
        ),
        mistake(
            "role-arn-malformed",
            "In Google Workspace, the value stands in the custom schema's field `Role` of this person: each ARN begins with `arn:`, and the provider's name in IAM has no spaces.",
        ),
        mistake(
            "role-arn-alone",
            "In Google Workspace, each entry of the custom schema's field `Role` holds both ARNs with a comma between.",
        ),
        mistake(
            "role-too-many-arns",
            "In Google Workspace, make the custom schema's field `Role` multi-value, with one pair in each entry.",
        ),
        mistake(
            "session-name-characters",
            "In Google Workspace, map Basic Information > Primary Email to the session name, not the name.",
        ),
        mistake(
            "assertion-not-signed",
            "In Google Workspace, the tick at Signed response signs the response in place of the assertion: untick it.",
        ),
        mistake(
            "signing-key-unknown",
            "In Google Workspace, up to two certificates of five years each stand under Security, SSO with SAML applications; the application may use the other one.",
        ),
        mistake(
            "name-id-not-persistent",
            "In Google Workspace, the format is set under Service provider details, Name ID format.",
        ),
    ],
};
