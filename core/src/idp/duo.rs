//! Duo Single Sign-On: the application "AWS IAM - Single Sign-On".
//!
//! It deliberately marks the fields as likely: they come from the generic SAML application's guide.

use super::recognise::issuer_address;
use super::{MarkKind, Provider, Setting, likely, mark, mistake, with_snippet};

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
            with_snippet(
                likely(
                    &["Applications", "the application", "SAML Response", "Role attributes"],
                    "Map Duo groups to pairs of ARNs.",
                ),
                "Attribute name: https://aws.amazon.com/SAML/Attributes/Role\nRole:           arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                likely(
                    &["Applications", "the application", "SAML Response", "Map attributes"],
                    "Map the user's name to the RoleSessionName URI.",
                ),
                "IdP attribute:      <Username>\nSAML response name: https://aws.amazon.com/SAML/Attributes/RoleSessionName",
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
        (
            Setting::SessionDuration,
            likely(
                &["Applications", "the application", "SAML Response", "Create attributes"],
                "Create an attribute named by the SessionDuration URI with a number of seconds.",
            ),
        ),
        (
            Setting::PrincipalTag,
            likely(
                &["Applications", "the application", "SAML Response", "Map attributes"],
                "Map an attribute to the tag's whole URI.",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                &["Applications", "the application", "SAML Response", "Map attributes"],
                "Map the user's name to the SourceIdentity URI.",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &["Applications", "the application", "SAML Response", "Assertion encryption"],
                "Switch encryption off, unless IAM holds the private key.",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["Applications", "the application", "Metadata", "Certificate"],
                "Each application has its own. After a change, download the application's metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &["Applications", "the application", "Metadata", "Entity ID"],
                "It must be the entityID of the metadata in IAM; each application has its own.",
            ),
        ),
        (
            Setting::Lifetime,
            likely(
                &["Applications", "the application", "SAML Response", "Assertion lifetime"],
                "Set some minutes.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &["Applications", "the application", "Service Provider", "Default Relay State"],
                "Enter the address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(
                &["Applications", "the application", "Settings", "Permitted groups"],
                "Permit the user's group.",
            ),
        ),
    ],
    mistakes: &[
        mistake("role-missing", "In Duo, map this person's Duo group to the role under Role attributes."),
        mistake(
            "role-not-an-arn",
            "In Duo, the value under Role attributes must be the pair of ARNs, not the group's name.",
        ),
        mistake(
            "session-name-missing",
            "In Duo, the source attribute is empty for this person, or Map attributes does not name RoleSessionName.",
        ),
        mistake("session-name-characters", "In Duo, map <Username> or <Email Address>, not <Display Name>."),
        mistake("assertion-not-signed", "In Duo, tick Sign assertion beside Sign response."),
        mistake("recipient-wrong", "In Duo, the Recipient is the Assertion Consumer Service (ACS) URL."),
        mistake(
            "access-control-attribute",
            "Duo has separate applications for IAM and for IAM Identity Center; such names belong to the latter.",
        ),
    ],
};
