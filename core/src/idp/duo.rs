//! Duo Single Sign-On: the application "AWS IAM - Single Sign-On".
//!
//! It deliberately marks the fields as likely: they come from the generic SAML application's guide.

use super::recognise::issuer_address;
use super::{MarkKind, Provider, Setting, likely, mark};

pub(super) static DUO: Provider = Provider {
    id: "duo",
    title: "Duo Single Sign-On",
    admin_title: "the Duo administrator",
    marks: &[mark(
        MarkKind::Issuer,
        "the issuer is at `sso.duosecurity.com/saml2/sp/…/metadata`",
        |traits| {
            issuer_address(traits).is_some_and(|(host, path)| {
                let app = path.strip_prefix("/saml2/sp/").and_then(|rest| rest.strip_suffix("/metadata"));
                host.ends_with(".sso.duosecurity.com")
                    && app.is_some_and(|app| !app.is_empty() && !app.contains('/'))
            })
        },
    )],
    settings: &[
        (
            Setting::Audience,
            likely(
                &["Applications", "the application", "Service Provider", "Entity ID"],
                "Enter `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::Acs,
            likely(
                &[
                    "Applications",
                    "the application",
                    "Service Provider",
                    "Assertion Consumer Service (ACS) URL",
                ],
                "Enter the sign-in URL.",
            ),
        ),
        (
            Setting::NameIdFormat,
            likely(
                &["Applications", "the application", "SAML Response", "NameID format"],
                "Choose persistent.",
            ),
        ),
        (
            Setting::NameIdValue,
            likely(
                &["Applications", "the application", "SAML Response", "NameID attribute"],
                "Choose the user's name for the service.",
            ),
        ),
        (
            Setting::Role,
            likely(
                &["Applications", "the application", "SAML Response", "Role attributes"],
                "Map Duo groups to pairs of ARNs.",
            ),
        ),
        (
            Setting::RoleSessionName,
            likely(
                &["Applications", "the application", "SAML Response", "Map attributes"],
                "Map the user's name to the RoleSessionName URI.",
            ),
        ),
        (
            Setting::AttributeName,
            likely(
                &["Applications", "the application", "SAML Response", "Map attributes"],
                "Write the whole URI.",
            ),
        ),
        (
            Setting::SigningOption,
            likely(
                &["Applications", "the application", "SAML Response", "Signing options"],
                "Tick Sign assertion.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            likely(
                &["Applications", "the application", "SAML Response", "Signature algorithm"],
                "Choose SHA256.",
            ),
        ),
    ],
};
