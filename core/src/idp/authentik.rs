//! authentik: a SAML provider with property mappings.
//!
//! It deliberately marks all steps as likely: they are general knowledge of its admin interface.

use super::recognise::prefixes_are;
use super::{MarkKind, Provider, Setting, likely, mark};

pub(super) static AUTHENTIK: Provider = Provider {
    id: "authentik",
    title: "authentik",
    admin_title: "the authentik administrator",
    marks: &[
        mark(MarkKind::ProbableIssuer, "the issuer is `authentik`", |traits| {
            traits.issuer == Some("authentik")
        }),
        mark(MarkKind::Namespace, "attributes are named in `http://schemas.goauthentik.io/`", |traits| {
            super::recognise::has_attribute_in(traits, "http://schemas.goauthentik.io/")
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            likely(
                &["Applications", "Providers", "the provider", "Audience"],
                "Enter `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::Acs,
            likely(
                &["Applications", "Providers", "the provider", "ACS URL"],
                "Enter the sign-in URL, with the binding Post.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &["Applications", "Providers", "the provider", "Issuer"],
                "It must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::Role,
            likely(
                &["Customization", "Property Mappings"],
                "Make a SAML mapping named by the Role URI, and choose it in the provider.",
            ),
        ),
        (
            Setting::RoleSessionName,
            likely(
                &["Customization", "Property Mappings"],
                "Make a SAML mapping named by the RoleSessionName URI, and choose it in the provider.",
            ),
        ),
        (
            Setting::NameIdValue,
            likely(
                &["Applications", "Providers", "the provider", "NameID Property Mapping"],
                "Choose the user's name for the service.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &["Applications", "Providers", "the provider", "Default relay state"],
                "Enter the address of the service.",
            ),
        ),
    ],
};
