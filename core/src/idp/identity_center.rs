//! IAM Identity Center as identity provider: the application "External AWS Account".
//!
//! It deliberately says nothing of permission sets, which need no such application.

use super::recognise::{issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

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
        (
            Setting::NameIdFormat,
            with_snippet(
                documented(MAPPINGS, "Give Subject the format persistent."),
                "Field:  Subject\nValue:  ${user:email}\nFormat: persistent",
            ),
        ),
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
                "Field:  https://aws.amazon.com/SAML/Attributes/Role\nValue:  arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME,arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME\n\
                 Format: unspecified",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    MAPPINGS,
                    "Map the RoleSessionName URI to ${user:email} or ${user:subject}, unspecified.",
                ),
                "Field:  https://aws.amazon.com/SAML/Attributes/RoleSessionName\nValue:  ${user:email}\nFormat: unspecified",
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
                documented(MAPPINGS, "Map the SessionDuration URI to a number of seconds."),
                "Field:  https://aws.amazon.com/SAML/Attributes/SessionDuration\nValue:  28800\nFormat: unspecified",
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                documented(MAPPINGS, "Map the tag's whole URI to a user attribute, unspecified."),
                "Field:  https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY\nValue:  ${user:USER_ATTRIBUTE}\nFormat: unspecified",
            ),
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
        (
            Setting::SigningOption,
            likely(&[], "Identity Center signs the assertion by itself; there is nothing to choose."),
        ),
        (
            Setting::SigningAlgorithm,
            documented(
                &["Applications", "the application", "Actions", "Manage certificate"],
                "Make a certificate with SHA-256, activate it, and upload the application's new metadata to IAM.",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &[],
                "Identity Center does not encrypt assertions for applications; leave encryption optional at the provider in IAM.",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(MAPPINGS, "Map the SourceIdentity URI to ${user:email}, unspecified."),
        ),
        (
            Setting::Issuer,
            documented(
                &["Applications", "the application", "Configure", "IAM Identity Center SAML metadata"],
                "Each application instance has its own issuer; upload its own metadata.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-placeholder",
            "In the application's Attribute mappings, `ACCOUNTID`, `SAMLPROVIDERNAME` and `ROLENAME` of the manual stand for your own account, provider and role.",
        ),
        mistake(
            "role-missing",
            "The application's Attribute mappings need a line for Role, which it does not have by itself; one application has one role.",
        ),
        mistake(
            "role-too-many-arns",
            "One application has one Role mapping with one pair: make another application for another role.",
        ),
        mistake(
            "role-duplicated",
            "One application has one Role mapping: make another application for another role.",
        ),
        mistake(
            "role-reserved-sso",
            "Make a role of its own for the application, or give the person a permission set, which needs no application.",
        ),
        mistake(
            "session-name-missing",
            "The application's Attribute mappings need a line for RoleSessionName.",
        ),
        mistake(
            "session-name-placeholder",
            "In the application's Attribute mappings, `${user:email}` is written exactly so, with a colon.",
        ),
        mistake(
            "session-name-characters",
            "In the application's Attribute mappings, map RoleSessionName to `${user:email}` or `${user:subject}`, not to the display name.",
        ),
        mistake(
            "name-id-not-persistent",
            "In the application's Attribute mappings, the line Subject has its own format: choose persistent.",
        ),
        mistake(
            "name-id-missing",
            "In the application's Attribute mappings, the line Subject is empty, or the person lacks that attribute.",
        ),
        mistake(
            "signing-key-unknown",
            "Each application instance has metadata of its own: that of another instance may have been uploaded.",
        ),
        mistake(
            "issuer-not-in-provider",
            "Each application instance has an issuer and metadata of its own: that of another instance was uploaded.",
        ),
        mistake("recipient-wrong", "The Recipient is the Application ACS URL under Configure."),
        mistake(
            "role-not-in-account",
            "Identity Center sends the ARNs as they were typed: role names are told apart by case.",
        ),
    ],
};
