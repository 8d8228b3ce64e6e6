//! authentik: a SAML provider with property mappings.
//!
//! It deliberately marks all steps as likely: they are general knowledge of its admin interface.

use super::recognise::prefixes_are;
use super::{MarkKind, Provider, Setting, likely, mark, mistake, with_snippet};

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
            with_snippet(
                likely(
                    &["Customization", "Property Mappings"],
                    "Make a SAML mapping named by the Role URI, and choose it in the provider.",
                ),
                "return \"arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME\"",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                likely(
                    &["Customization", "Property Mappings"],
                    "Make a SAML mapping named by the RoleSessionName URI, and choose it in the provider.",
                ),
                "return request.user.username",
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
        (
            Setting::NameIdFormat,
            likely(
                &["Applications", "Providers", "the provider", "Default NameID Policy"],
                "Choose Persistent. Older versions take the format from the NameID Property Mapping or the request.",
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
                likely(
                    &["Customization", "Property Mappings"],
                    "Make a SAML mapping named by the SessionDuration URI, and choose it in the provider.",
                ),
                "return \"28800\"",
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                likely(
                    &["Customization", "Property Mappings"],
                    "Make one SAML mapping for each tag, named by its whole URI.",
                ),
                "return request.user.attributes.get(\"USER_ATTRIBUTE\", \"\")",
            ),
        ),
        (
            Setting::SourceIdentity,
            with_snippet(
                likely(
                    &["Customization", "Property Mappings"],
                    "Make a SAML mapping named by the SourceIdentity URI.",
                ),
                "return request.user.username",
            ),
        ),
        (
            Setting::AttributeName,
            likely(
                &["Customization", "Property Mappings", "the mapping", "SAML Attribute Name"],
                "Enter the whole URI.",
            ),
        ),
        (
            Setting::SigningOption,
            likely(
                &["Applications", "Providers", "the provider", "Sign assertions"],
                "Choose a Signing Certificate and tick Sign assertions; Sign responses may be ticked as well.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            likely(
                &["Applications", "Providers", "the provider", "Signature algorithm"],
                "Choose RSA-SHA256, and SHA256 as Digest algorithm.",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &["Applications", "Providers", "the provider", "Encryption Certificate"],
                "Leave it empty, unless IAM holds the private key.",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["System", "Certificates"],
                "Choose the new one as the provider's Signing Certificate, download the provider's metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::Lifetime,
            likely(
                &["Applications", "Providers", "the provider", "Assertion valid not on or after"],
                "Set some minutes from the issue.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(
                &["Applications", "Applications", "the application", "Policy / Group / User Bindings"],
                "Bind the user or the group.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-missing",
            "In authentik, a property mapping counts only once it is chosen in the provider; an expression that returns nothing sends nothing.",
        ),
        mistake(
            "role-not-an-arn",
            "In authentik, the expression of the mapping must return the pair of ARNs, not the name of a group.",
        ),
        mistake(
            "session-name-missing",
            "In authentik, a property mapping counts only once it is chosen in the provider.",
        ),
        mistake(
            "session-name-characters",
            "In authentik, let the mapping return the user's name or e-mail address: the default mapping Name sends the full name.",
        ),
        mistake("audience-missing", "In authentik, the field Audience of the provider is empty."),
        mistake(
            "message-unsigned",
            "In authentik, choose a Signing Certificate in the provider, and Sign assertions.",
        ),
        mistake("recipient-wrong", "In authentik, the Recipient is the ACS URL of the provider."),
    ],
};
