//! JumpCloud: the SSO application for AWS.
//!
//! It deliberately rests on the issuer's default: the administrator may type any other.

use super::{MarkKind, Provider, Setting, documented, likely, mark};

pub(super) static JUMPCLOUD: Provider = Provider {
    id: "jumpcloud",
    title: "JumpCloud",
    admin_title: "the JumpCloud administrator",
    marks: &[mark(MarkKind::ProbableIssuer, "the issuer is `JumpCloud`", |traits| {
        traits.issuer.is_some_and(|issuer| issuer.eq_ignore_ascii_case("jumpcloud"))
    })],
    settings: &[
        (
            Setting::Audience,
            likely(&["SSO", "the application", "SSO", "SP Entity ID"], "Enter `urn:amazon:webservices`."),
        ),
        (Setting::Acs, likely(&["SSO", "the application", "SSO", "ACS URL"], "Enter the sign-in URL.")),
        (
            Setting::NameIdFormat,
            likely(&["SSO", "the application", "SSO", "SAMLSubject NameID Format"], "Choose persistent."),
        ),
        (
            Setting::NameIdValue,
            likely(
                &["SSO", "the application", "SSO", "SAMLSubject NameID"],
                "Choose the user's name for the service.",
            ),
        ),
        (
            Setting::Role,
            documented(
                &["SSO", "the application", "SSO", "Constant attributes"],
                "Replace the default of the Role URI by the pair of ARNs, one entry for each role.",
            ),
        ),
        (
            Setting::RoleSessionName,
            likely(
                &["SSO", "the application", "SSO", "User attributes"],
                "Map the user's e-mail to the RoleSessionName URI instead of the constant `SSO-User`.",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(
                &["SSO", "the application", "SSO", "Constant attributes"],
                "Enter seconds from 900 to 43200.",
            ),
        ),
        (
            Setting::PrincipalTag,
            likely(&["SSO", "the application", "SSO", "User attributes"], "Add the tag's whole URI."),
        ),
        (
            Setting::SigningOption,
            likely(
                &["SSO", "the application", "SSO", "Sign Assertion"],
                "Tick it; Sign Response may be ticked as well.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            likely(&["SSO", "the application", "SSO", "Signature Algorithm"], "Choose RSA-SHA256."),
        ),
        (
            Setting::Issuer,
            likely(
                &["SSO", "the application", "SSO", "IdP Entity ID"],
                "It must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(&["SSO", "the application", "User Groups"], "Tick the user's group."),
        ),
    ],
};
