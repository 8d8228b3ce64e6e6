//! Microsoft Entra ID, formerly Azure AD: the gallery application "AWS Single-Account Access".
//!
//! It deliberately leaves out Microsoft Graph and conditional access.

use super::recognise::{has_attribute_in, is_prefixed_uuid, is_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark};

const SSO: &str = "Single sign-on";

pub(super) static ENTRA: Provider = Provider {
    id: "entra",
    title: "Microsoft Entra ID",
    admin_title: "the Entra ID administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer is `https://sts.windows.net/` and a tenant's id", |traits| {
            is_tenant(issuer_address(traits), "sts.windows.net")
        }),
        mark(
            MarkKind::ProbableIssuer,
            "the issuer is `https://sts.chinacloudapi.cn/` and a tenant's id",
            |traits| is_tenant(issuer_address(traits), "sts.chinacloudapi.cn"),
        ),
        mark(
            MarkKind::Namespace,
            "attributes are named in `http://schemas.microsoft.com/identity/claims/`",
            |traits| has_attribute_in(traits, "http://schemas.microsoft.com/identity/claims/"),
        ),
        mark(MarkKind::Habit, "the assertion is in the default namespace", |traits| {
            prefixes_are(traits, "samlp", "")
        }),
        mark(MarkKind::Habit, "the ids are `_` and a UUID", |traits| {
            is_prefixed_uuid(traits.assertion_id, "_")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "Basic SAML Configuration",
                    "Identifier (Entity ID)",
                ],
                "Enter `https://signin.aws.amazon.com/saml`; further instances take `#2`, `#3` at its end.",
            ),
        ),
        (
            Setting::Acs,
            documented(
                &["Enterprise applications", "the application", SSO, "Basic SAML Configuration", "Reply URL"],
                "Enter the sign-in URL, and leave Sign on URL empty.",
            ),
        ),
        (
            Setting::NameIdFormat,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "Attributes & Claims",
                    "Unique User Identifier",
                    "Name identifier format",
                ],
                "Choose Persistent.",
            ),
        ),
        (
            Setting::NameIdValue,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "Attributes & Claims",
                    "Unique User Identifier",
                ],
                "Choose the source attribute; a transformation such as ExtractMailPrefix() or ToLowercase() may help.",
            ),
        ),
        (
            Setting::Role,
            documented(
                &["App registrations", "the application", "App roles"],
                "Give each app role the value `roleARN,providerARN`, or let provisioning import the roles: only pairs under \
                 240 characters are. The claim Role takes user.assignedroles. Then assign the role under Users and groups.",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "Attributes & Claims",
                    "RoleSessionName",
                ],
                "Take user.userprincipalname, or transform it with ExtractMailPrefix() or ToLowercase().",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "Attributes & Claims",
                    "SessionDuration",
                ],
                "Enter a constant from \"900\" to \"43200\", or user.sessionduration.",
            ),
        ),
        (
            Setting::PrincipalTag,
            documented(
                &["Enterprise applications", "the application", SSO, "Attributes & Claims", "Add new claim"],
                "Name it `PrincipalTag:` and the key, with the namespace `https://aws.amazon.com/SAML/Attributes`.",
            ),
        ),
        (
            Setting::SourceIdentity,
            documented(
                &["Enterprise applications", "the application", SSO, "Attributes & Claims", "Add new claim"],
                "Name it `SourceIdentity`, with the namespace `https://aws.amazon.com/SAML/Attributes`.",
            ),
        ),
        (
            Setting::AttributeName,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "Attributes & Claims",
                    "the claim",
                    "Namespace",
                ],
                "Enter `https://aws.amazon.com/SAML/Attributes` as the namespace and only the last word as the name.",
            ),
        ),
        (
            Setting::SigningOption,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "SAML Certificates",
                    "Edit",
                    "Signing Option",
                ],
                "Choose Sign SAML assertion, or response and assertion.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "SAML Certificates",
                    "Edit",
                    "Signing Algorithm",
                ],
                "Choose SHA-256.",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &["Enterprise applications", "the application", "Token encryption"],
                "Remove the certificate, unless IAM holds its private key.",
            ),
        ),
        (
            Setting::Certificate,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "SAML Certificates",
                    "Federation Metadata XML",
                ],
                "Make the new certificate active, then upload this application's metadata to IAM. The tenant's general \
                 metadata holds other certificates.",
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &[
                    "Enterprise applications",
                    "the application",
                    SSO,
                    "Basic SAML Configuration",
                    "Relay State",
                ],
                "Enter the address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            documented(
                &["Enterprise applications", "the application", "Users and groups"],
                "Assign the user with a role. Members of nested groups are not assigned.",
            ),
        ),
    ],
};

fn is_tenant(address: Option<(&str, &str)>, wanted: &str) -> bool {
    address.is_some_and(|(host, path)| host == wanted && is_uuid(path.trim_matches('/')))
}
