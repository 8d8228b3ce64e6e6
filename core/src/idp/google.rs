//! Google Workspace: the application "Amazon Web Services".
//!
//! It deliberately leaves out the command-line helpers.

use super::recognise::{is_prefixed_hex, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark};

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
            documented(
                &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                "Map the custom schema's multi-value text `Amazon > Role` to the Role URI. The provider's name in IAM has no spaces.",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                &["Apps", "Web and mobile apps", "Amazon Web Services", "SAML attribute mapping"],
                "Map Basic Information, Primary email to the RoleSessionName URI.",
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
    ],
};
