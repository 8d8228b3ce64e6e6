//! OneLogin: the connectors for AWS.
//!
//! It deliberately treats the single and the multi role connectors alike: their tabs have the same names.

use super::recognise::{is_prefixed_hex, is_prefixed_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark};

pub(super) static ONELOGIN: Provider = Provider {
    id: "onelogin",
    title: "OneLogin",
    admin_title: "the OneLogin administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer is `https://app.onelogin.com/saml/metadata/…`", |traits| {
            issuer_address(traits)
                .is_some_and(|(host, path)| host == "app.onelogin.com" && path.starts_with("/saml/metadata/"))
        }),
        mark(MarkKind::ProbableIssuer, "the issuer is at a host of `onelogin.com`", |traits| {
            issuer_address(traits).is_some_and(|(host, path)| {
                host.ends_with(".onelogin.com") && !path.starts_with("/saml/metadata/")
            })
        }),
        mark(MarkKind::Habit, "the signed id is `pfx` and a UUID", |traits| {
            is_prefixed_uuid(traits.assertion_id, "pfx") || is_prefixed_uuid(traits.response_id, "pfx")
        }),
        mark(MarkKind::Habit, "the response's id is `R` and hexadecimal digits", |traits| {
            is_prefixed_hex(traits.response_id, "R", 20..=64)
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (
            Setting::Role,
            documented(
                &["Applications", "the application", "Parameters", "Role"],
                "Enter `role-arn,provider-arn`. The single role connector takes role and account on the tab Configuration.",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                &["Applications", "the application", "Parameters", "RoleSessionName"],
                "Choose the user's e-mail or name.",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(
                &["Applications", "the application", "Parameters", "SessionDuration"],
                "Enter seconds from 900 to 43200.",
            ),
        ),
        (
            Setting::PrincipalTag,
            documented(
                &["Applications", "the application", "Parameters", "Add parameter"],
                "Name it by the tag's whole URI and include it in the SAML assertion. `AccessControl:` is for IAM Identity Center.",
            ),
        ),
        (
            Setting::AttributeName,
            documented(
                &["Applications", "the application", "Parameters"],
                "Name the parameter by the whole URI.",
            ),
        ),
        (
            Setting::SigningOption,
            documented(
                &["Applications", "the application", "Configuration", "SAML signature element"],
                "Choose Both: guides disagree on the others.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            documented(
                &["Applications", "the application", "SSO", "SAML Signature Algorithm"],
                "Choose SHA-256.",
            ),
        ),
        (
            Setting::Certificate,
            documented(
                &["Applications", "the application", "SSO", "X.509 Certificate", "View Details"],
                "After a change, download the metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::Issuer,
            documented(
                &["Applications", "the application", "SSO", "Issuer URL"],
                "This URL must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &["Applications", "the application", "Configuration", "RelayState"],
                "Enter the address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(&["Users", "the user", "Applications"], "Assign the application or a role that has it."),
        ),
    ],
};
