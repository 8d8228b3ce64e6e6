//! Shibboleth Identity Provider.
//!
//! It deliberately names files and properties instead of menus: there are none.

use super::recognise::{is_prefixed_hex, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, with_snippet};

pub(super) static SHIBBOLETH: Provider = Provider {
    id: "shibboleth",
    title: "Shibboleth",
    admin_title: "the Shibboleth administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer ends in `/idp/shibboleth`", |traits| {
            issuer_address(traits)
                .is_some_and(|(host, path)| !host.is_empty() && path.ends_with("/idp/shibboleth"))
        }),
        mark(MarkKind::Habit, "the prefixes are `saml2p` and `saml2`", |traits| {
            prefixes_are(traits, "saml2p", "saml2")
        }),
        mark(MarkKind::Habit, "the ids are `_` and 32 hexadecimal digits", |traits| {
            is_prefixed_hex(traits.response_id, "_", 32..=32)
        }),
        mark(MarkKind::Habit, "attributes are named by object identifiers", |traits| {
            traits.attribute_names.iter().any(|name| name.starts_with("urn:oid:"))
        }),
        mark(MarkKind::Habit, "the assertion is encrypted", |traits| traits.encrypted),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &["attribute-filter.xml", "relying-party.xml"],
                "The service provider's entity id is `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::NameIdFormat,
            with_snippet(
                likely(
                    &["relying-party.xml", "the override for AWS", "SAML2.SSO"],
                    "Set the precedence; saml-nameid.xml must generate that format.",
                ),
                "p:nameIDFormatPrecedence=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\"",
            ),
        ),
        (
            Setting::NameIdValue,
            documented(&["saml-nameid.xml"], "Set the source attribute of the persistent generator."),
        ),
        (
            Setting::Role,
            documented(
                &["attribute-resolver.xml"],
                "Define an attribute whose encoder is named `https://aws.amazon.com/SAML/Attributes/Role` and release it to \
                 `urn:amazon:webservices` in attribute-filter.xml.",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                &["attribute-resolver.xml"],
                "Define an attribute whose encoder is named by the RoleSessionName URI and release it in attribute-filter.xml.",
            ),
        ),
        (
            Setting::PrincipalTag,
            documented(
                &["attribute-resolver.xml"],
                "Define one attribute for each tag and release it in attribute-filter.xml.",
            ),
        ),
        (
            Setting::AttributeName,
            documented(&["attribute-resolver.xml", "the AttributeEncoder", "name"], "Write the whole URI."),
        ),
        (
            Setting::SigningOption,
            with_snippet(
                likely(
                    &["relying-party.xml", "the override for AWS", "SAML2.SSO"],
                    "Let assertions be signed.",
                ),
                "p:signAssertions=\"true\"",
            ),
        ),
        (
            Setting::Encryption,
            with_snippet(
                likely(
                    &["relying-party.xml", "the override for AWS", "SAML2.SSO"],
                    "Shibboleth encrypts by default; switch it off.",
                ),
                "p:encryptAssertions=\"false\"",
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &[],
                "Begin at `/idp/profile/SAML2/Unsolicited/SSO?providerId=urn:amazon:webservices`, with the parameter target.",
            ),
        ),
        (
            Setting::UserAssignment,
            documented(
                &["attribute-filter.xml"],
                "The attributes must be released to `urn:amazon:webservices` for this user.",
            ),
        ),
    ],
};
