//! Microsoft Entra ID, formerly Azure AD: the gallery application "AWS Single-Account Access".
//!
//! It deliberately leaves out Microsoft Graph and conditional access.

use super::recognise::{has_attribute_in, is_prefixed_uuid, is_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

/// Where the application's single sign-on is set, and the steps from there.
macro_rules! app {
    ($($step:literal),+) => { &["Enterprise applications", "the application", "Single sign-on", $($step),+] };
}

/// An app role, as the application's manifest holds it.
const APP_ROLE: &str = r#"{
  "allowedMemberTypes": ["User"],
  "description": "ROLE_NAME in AWS",
  "displayName": "ROLE_NAME",
  "id": "NEW_GUID",
  "isEnabled": true,
  "value": "arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME"
}"#;

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
                app!["Basic SAML Configuration", "Identifier (Entity ID)"],
                "Enter `https://signin.aws.amazon.com/saml`; further instances take `#2`, `#3` at its end.",
            ),
        ),
        (
            Setting::Acs,
            documented(
                app!["Basic SAML Configuration", "Reply URL"],
                "Enter the sign-in URL, and leave Sign on URL empty.",
            ),
        ),
        (
            Setting::NameIdFormat,
            documented(
                app!["Attributes & Claims", "Unique User Identifier", "Name identifier format"],
                "Choose Persistent.",
            ),
        ),
        (
            Setting::NameIdValue,
            documented(
                app!["Attributes & Claims", "Unique User Identifier"],
                "Choose the source attribute; a transformation such as ExtractMailPrefix() or ToLowercase() may help.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    &["App registrations", "the application", "App roles"],
                    "Give each app role the value `roleARN,providerARN`, or let provisioning import the roles: only pairs under \
                     240 characters are. The claim Role takes user.assignedroles. Then assign the role under Users and groups.",
                ),
                APP_ROLE,
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    app!["Attributes & Claims", "RoleSessionName"],
                    "Take user.userprincipalname, or transform it with ExtractMailPrefix() or ToLowercase().",
                ),
                "Name:             RoleSessionName\n\
                 Namespace:        https://aws.amazon.com/SAML/Attributes\n\
                 Source attribute: user.userprincipalname",
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
                documented(
                    app!["Attributes & Claims", "SessionDuration"],
                    "Enter a constant from \"900\" to \"43200\", or user.sessionduration.",
                ),
                "Name:             SessionDuration\n\
                 Namespace:        https://aws.amazon.com/SAML/Attributes\n\
                 Source attribute: \"28800\"",
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                documented(
                    app!["Attributes & Claims", "Add new claim"],
                    "Name it `PrincipalTag:` and the key, with the namespace `https://aws.amazon.com/SAML/Attributes`.",
                ),
                "Name:             PrincipalTag:TAG_KEY\n\
                 Namespace:        https://aws.amazon.com/SAML/Attributes\n\
                 Source attribute: user.USER_ATTRIBUTE",
            ),
        ),
        (
            Setting::SourceIdentity,
            documented(
                app!["Attributes & Claims", "Add new claim"],
                "Name it `SourceIdentity`, with the namespace `https://aws.amazon.com/SAML/Attributes`.",
            ),
        ),
        (
            Setting::AttributeName,
            with_snippet(
                documented(
                    app!["Attributes & Claims", "the claim", "Namespace"],
                    "Enter `https://aws.amazon.com/SAML/Attributes` as the namespace and only the last word as the name.",
                ),
                "Name:             Role\n\
                 Namespace:        https://aws.amazon.com/SAML/Attributes\n\
                 Source attribute: user.assignedroles",
            ),
        ),
        (
            Setting::SigningOption,
            documented(
                app!["SAML Certificates", "Edit", "Signing Option"],
                "Choose Sign SAML assertion, or response and assertion.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            documented(app!["SAML Certificates", "Edit", "Signing Algorithm"], "Choose SHA-256."),
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
                app!["SAML Certificates", "Federation Metadata XML"],
                "Make the new certificate active, then upload this application's metadata to IAM. The tenant's general \
                 metadata holds other certificates.",
            ),
        ),
        (
            Setting::RelayState,
            documented(app!["Basic SAML Configuration", "Relay State"], "Enter the address of the service."),
        ),
        (
            Setting::UserAssignment,
            documented(
                &["Enterprise applications", "the application", "Users and groups"],
                "Assign the user with a role. Members of nested groups are not assigned.",
            ),
        ),
        (
            Setting::Lifetime,
            likely(
                &[],
                "Entra ID lets SAML tokens live an hour unless a token lifetime policy says otherwise.",
            ),
        ),
        (
            Setting::Issuer,
            documented(
                app!["SAML Certificates", "Federation Metadata XML"],
                "The issuer is `https://sts.windows.net/`, the tenant's id and a slash; the metadata of this application says the same.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "attribute-name-wrong",
            "In Entra ID, the name of a claim is joined to its Namespace: the namespace is `https://aws.amazon.com/SAML/Attributes`, and the name only the last word, such as `Role`.",
        ),
        mistake(
            "role-missing",
            "In Entra ID, the claim Role takes user.assignedroles: see under Users and groups that the person, or a group that the person is in directly, has a role there. Nested groups do not count, and provisioning leaves out pairs of 240 characters or more.",
        ),
        mistake(
            "role-empty",
            "In Entra ID, the claim Role takes user.assignedroles: nobody assigned a role to this person under Users and groups.",
        ),
        mistake(
            "role-not-an-arn",
            "In Entra ID, the claim Role sends the Value of each app role: it must be the pair of ARNs, not a display name or the identifier of a group.",
        ),
        mistake(
            "session-name-characters",
            "In Entra ID, the claim RoleSessionName should take user.userprincipalname or user.mail, not user.displayname; for guests user.mail, or ExtractMailPrefix() of it.",
        ),
        mistake(
            "session-name-empty",
            "In Entra ID, this person has no value in the attribute that the claim takes: guests and unlicensed users often have no user.mail.",
        ),
        mistake(
            "session-name-missing",
            "In Entra ID, a claim whose source attribute is empty for the person is not sent; the claim must also have the namespace.",
        ),
        mistake(
            "name-id-missing",
            "In Entra ID, the source attribute of Unique User Identifier is empty for this person.",
        ),
        mistake(
            "name-id-not-persistent",
            "In Entra ID, the format is set beside the claim Unique User Identifier, under Name identifier format.",
        ),
        mistake(
            "response-too-large",
            "In Entra ID, limit the group claim to Groups assigned to the application, or delete it: AWS reads no groups.",
        ),
        mistake(
            "signing-key-unknown",
            "In Entra ID, the application's own metadata (its address has `?appid=`) holds its certificate; the tenant's general metadata holds others. A new certificate signs only once it is made active.",
        ),
        mistake(
            "certificate-not-in-metadata",
            "In Entra ID, the application's own metadata (its address has `?appid=`) holds its certificate; the tenant's general metadata holds others.",
        ),
        mistake(
            "audience-unknown",
            "In Entra ID, the audience is the Identifier (Entity ID) of the application; a number sign and what follows it are not sent.",
        ),
        mistake("recipient-wrong", "In Entra ID, the Recipient is the Reply URL that is marked as default."),
    ],
};

fn is_tenant(address: Option<(&str, &str)>, wanted: &str) -> bool {
    address.is_some_and(|(host, path)| host == wanted && is_uuid(path.trim_matches('/')))
}
