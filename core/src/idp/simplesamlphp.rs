//! SimpleSAMLphp as identity provider.
//!
//! It deliberately marks all steps as likely: they are general knowledge of its configuration files.

use super::recognise::{is_prefixed_hex, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, likely, mark, with_snippet};

const REMOTE: &[&str] = &["metadata/saml20-sp-remote.php", "the entry for AWS"];

pub(super) static SIMPLESAMLPHP: Provider = Provider {
    id: "simplesamlphp",
    title: "SimpleSAMLphp",
    admin_title: "the SimpleSAMLphp administrator",
    marks: &[
        mark(MarkKind::ProbableIssuer, "the issuer ends in `/saml2/idp/metadata.php`", |traits| {
            issuer_address(traits).is_some_and(|(_, path)| path.ends_with("/saml2/idp/metadata.php"))
        }),
        mark(MarkKind::Habit, "the ids are `_` and hexadecimal digits", |traits| {
            is_prefixed_hex(traits.response_id, "_", 40..=64)
        }),
        mark(MarkKind::Habit, "response and assertion are both signed", |traits| {
            traits.response_signed && traits.assertion_signed
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (Setting::Audience, likely(REMOTE, "The entry's key is the audience: `urn:amazon:webservices`.")),
        (
            Setting::Acs,
            with_snippet(
                likely(REMOTE, "Set the consumer service."),
                "'AssertionConsumerService' => 'https://signin.aws.amazon.com/saml',",
            ),
        ),
        (
            Setting::NameIdFormat,
            with_snippet(
                likely(REMOTE, "Set the format and a filter that generates it."),
                "'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',",
            ),
        ),
        (Setting::Role, likely(REMOTE, "Add the Role URI by a filter under authproc.")),
        (
            Setting::RoleSessionName,
            likely(
                REMOTE,
                "Map the user's id to the RoleSessionName URI by core:AttributeMap under authproc.",
            ),
        ),
        (
            Setting::AttributeName,
            likely(REMOTE, "Map names to whole URIs by core:AttributeMap under authproc."),
        ),
        (
            Setting::SigningOption,
            with_snippet(likely(REMOTE, "Let the assertion be signed."), "'saml20.sign.assertion' => true,"),
        ),
        (
            Setting::Encryption,
            with_snippet(likely(REMOTE, "Switch encryption off."), "'assertion.encryption' => false,"),
        ),
    ],
};
