//! IAM Identity Center as identity provider: the application "External AWS Account".
//!
//! It deliberately says nothing of permission sets, which need no such application.

use super::recognise::{issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, with_snippet};

const MAPPINGS: &[&str] = &["Applications", "the application", "Attribute mappings"];

pub(super) static IDENTITY_CENTER: Provider = Provider {
    id: "identity-center",
    title: "IAM Identity Center",
    admin_title: "the IAM Identity Center administrator",
    marks: &[
        mark(
            MarkKind::Issuer,
            "the issuer is `https://portal.sso.<region>.amazonaws.com/saml/assertion/…`",
            |traits| {
                issuer_address(traits).is_some_and(|(host, path)| {
                    host.starts_with("portal.sso.")
                        && (host.ends_with(".amazonaws.com") || host.ends_with(".amazonaws.com.cn"))
                        && path.strip_prefix("/saml/assertion/").is_some_and(|id| !id.is_empty())
                })
            },
        ),
        mark(MarkKind::Habit, "the prefixes are `saml2p` and `saml2`", |traits| {
            prefixes_are(traits, "saml2p", "saml2")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &["Applications", "the application", "Configure", "Application SAML audience"],
                "Enter `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::Acs,
            documented(
                &["Applications", "the application", "Configure", "Application ACS URL"],
                "Enter `https://signin.aws.amazon.com/saml`, or that of the region.",
            ),
        ),
        (Setting::NameIdFormat, documented(MAPPINGS, "Give Subject the format persistent.")),
        (
            Setting::NameIdValue,
            documented(MAPPINGS, "Map Subject to ${user:email}, or to the name that the service knows."),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    MAPPINGS,
                    "Map the Role URI, with the format unspecified. One application has one role: make an application for each.",
                ),
                "arn:aws:iam::<account>:saml-provider/<provider>,arn:aws:iam::<account>:role/<role>",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                MAPPINGS,
                "Map the RoleSessionName URI to ${user:email} or ${user:subject}, unspecified.",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(MAPPINGS, "Map the SessionDuration URI to a number of seconds."),
        ),
        (
            Setting::PrincipalTag,
            documented(MAPPINGS, "Map the tag's whole URI to a user attribute, unspecified."),
        ),
        (Setting::AttributeName, documented(MAPPINGS, "Enter the whole URI as the field.")),
        (
            Setting::Certificate,
            documented(
                &["Applications", "the application", "Configure", "IAM Identity Center SAML metadata"],
                "Download the metadata of this very application instance and upload it to the provider in IAM. A certificate \
                 lasts five years.",
            ),
        ),
        (
            Setting::Lifetime,
            documented(
                &["Applications", "the application", "Configure", "Session duration"],
                "It becomes the assertion's NotOnOrAfter.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &["Applications", "the application", "Configure", "Relay state"],
                "Enter the address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            documented(
                &["Applications", "the application", "Assign users and groups"],
                "Assign the user. To see what is sent, hold Shift and choose the tile in the access portal, then Copy XML.",
            ),
        ),
    ],
};
