//! JumpCloud: the SSO application for AWS.
//!
//! It deliberately rests on the issuer's default: the administrator may type any other.

use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

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
            with_snippet(
                documented(
                    &["SSO", "the application", "SSO", "Constant attributes"],
                    "Replace the default of the Role URI by the pair of ARNs, one entry for each role.",
                ),
                "https://aws.amazon.com/SAML/Attributes/Role = arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                likely(
                    &["SSO", "the application", "SSO", "User attributes"],
                    "Map the user's e-mail to the RoleSessionName URI instead of the constant `SSO-User`.",
                ),
                "https://aws.amazon.com/SAML/Attributes/RoleSessionName = email",
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
        (
            Setting::SourceIdentity,
            likely(
                &["SSO", "the application", "SSO", "User attributes"],
                "Map the user's name to the SourceIdentity URI.",
            ),
        ),
        (
            Setting::AttributeName,
            likely(
                &["SSO", "the application", "SSO", "Constant attributes"],
                "Enter the whole URI as the service provider's attribute name.",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &[],
                "JumpCloud offers no encryption of assertions that the guides name; leave it optional at the provider in IAM.",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["SSO", "the application", "SSO", "IdP Certificate"],
                "After a change, export the metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &["SSO", "the application", "SSO", "Default RelayState"],
                "Enter the address of the service.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-placeholder",
            "JumpCloud's connector comes with a constant attribute that holds `YOUR_AWS_ACCOUNT_NUMBER`: put the twelve digits in its place, and role and provider as they are called in AWS.",
        ),
        mistake(
            "role-not-an-arn",
            "In JumpCloud, the constant attribute of the Role URI holds the pair of ARNs; `SSO-User` is the default of the other one, the session name.",
        ),
        mistake(
            "role-not-in-account",
            "JumpCloud's connector comes with `role/SAML-User` in its constant attribute; the role in AWS may be called otherwise.",
        ),
        mistake(
            "provider-missing",
            "JumpCloud's connector comes with `saml-provider/JumpCloud` in its constant attribute; the provider in IAM may be called otherwise.",
        ),
        mistake(
            "role-missing",
            "In JumpCloud, add the Role URI under Constant attributes, or as a user or group attribute that this person has.",
        ),
        mistake(
            "session-name-characters",
            "In JumpCloud, map the user's e-mail or name under User attributes, not the full name.",
        ),
        mistake(
            "connect-user-missing",
            "JumpCloud's connector comes with the same session name `SSO-User` for everybody: map the user's name in its place.",
        ),
        mistake("name-id-not-persistent", "In JumpCloud, the format is set beside SAMLSubject NameID."),
        mistake("assertion-not-signed", "In JumpCloud, tick Sign Assertion."),
        mistake(
            "issuer-not-in-provider",
            "In JumpCloud, the administrator types the IdP Entity ID; two connectors need two different ones, and IAM the metadata of this one.",
        ),
    ],
};
