//! PingOne and PingOne for Enterprise.
//!
//! It deliberately marks its menus as likely: they were not read in a present guide.

use super::recognise::issuer_address;
use super::{MarkKind, Provider, Setting, likely, mark};

pub(super) static PINGONE: Provider = Provider {
    id: "pingone",
    title: "PingOne",
    admin_title: "the PingOne administrator",
    marks: &[
        mark(MarkKind::ProbableIssuer, "the issuer is at `auth.pingone.…`", |traits| {
            issuer_address(traits).is_some_and(|(host, path)| {
                matches!(
                    host,
                    "auth.pingone.com" | "auth.pingone.eu" | "auth.pingone.asia" | "auth.pingone.ca"
                ) && path.len() > 1
            })
        }),
        mark(MarkKind::ProbableIssuer, "the issuer is at `pingone.com/idp/`", |traits| {
            issuer_address(traits)
                .is_some_and(|(host, path)| host == "pingone.com" && path.starts_with("/idp/"))
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            likely(
                &["Applications", "the application", "Configuration", "Entity ID"],
                "Enter `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::Acs,
            likely(
                &["Applications", "the application", "Configuration", "ACS URLs"],
                "Enter the sign-in URL.",
            ),
        ),
        (
            Setting::NameIdFormat,
            likely(
                &["Applications", "the application", "Configuration", "Subject NameID Format"],
                "Choose persistent.",
            ),
        ),
        (
            Setting::NameIdValue,
            likely(
                &["Applications", "the application", "Attribute Mappings", "saml_subject"],
                "Map it to the user's name.",
            ),
        ),
        (
            Setting::Role,
            likely(
                &["Applications", "the application", "Attribute Mappings"],
                "Map the Role URI to the pair of ARNs.",
            ),
        ),
        (
            Setting::RoleSessionName,
            likely(
                &["Applications", "the application", "Attribute Mappings"],
                "Map the RoleSessionName URI to the user's name.",
            ),
        ),
        (
            Setting::PrincipalTag,
            likely(&["Applications", "the application", "Attribute Mappings"], "Add the tag's whole URI."),
        ),
        (
            Setting::SigningOption,
            likely(
                &["Applications", "the application", "Configuration", "Signing"],
                "Choose Sign Assertion, or assertion and response.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            likely(
                &["Applications", "the application", "Configuration", "Signing Algorithm"],
                "Choose RSA_SHA256.",
            ),
        ),
        (
            Setting::Lifetime,
            likely(
                &["Applications", "the application", "Configuration", "Assertion Validity Duration"],
                "Set some minutes.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &[],
                "PingOne for Enterprise takes the relay state as the parameter TargetResource of its start URL.",
            ),
        ),
    ],
};
