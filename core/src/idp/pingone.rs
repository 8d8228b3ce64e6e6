//! PingOne and PingOne for Enterprise.
//!
//! It deliberately marks its menus as likely: they were not read in a present guide.

use super::recognise::issuer_address;
use super::{MarkKind, Provider, Setting, likely, mark, mistake, with_snippet};

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
            with_snippet(
                likely(
                    &["Applications", "the application", "Attribute Mappings"],
                    "Map the Role URI to the pair of ARNs.",
                ),
                "https://aws.amazon.com/SAML/Attributes/Role = arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                likely(
                    &["Applications", "the application", "Attribute Mappings"],
                    "Map the RoleSessionName URI to the user's name.",
                ),
                "https://aws.amazon.com/SAML/Attributes/RoleSessionName = Username",
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
        (
            Setting::SessionDuration,
            with_snippet(
                likely(
                    &["Applications", "the application", "Attribute Mappings"],
                    "Map the SessionDuration URI to an expression of seconds.",
                ),
                "https://aws.amazon.com/SAML/Attributes/SessionDuration = 28800",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                &["Applications", "the application", "Attribute Mappings"],
                "Map the SourceIdentity URI to the user's name.",
            ),
        ),
        (
            Setting::AttributeName,
            likely(&["Applications", "the application", "Attribute Mappings"], "Enter the whole URI."),
        ),
        (
            Setting::Encryption,
            likely(
                &["Applications", "the application", "Configuration", "Enable Encryption"],
                "Switch encryption off, unless IAM holds the private key.",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["Applications", "the application", "Configuration", "Download Metadata"],
                "After the signing key was changed, download the application's metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &["Applications", "the application", "Configuration", "Issuer ID"],
                "It must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(&["Applications", "the application", "Access"], "Give the user's group access."),
        ),
    ],
    mistakes: &[
        mistake(
            "role-missing",
            "In PingOne, an attribute mapping whose source is empty for the person is not sent.",
        ),
        mistake(
            "role-not-an-arn",
            "In PingOne, the mapping of Role sends a group's name: map an expression or attribute that holds the pair of ARNs.",
        ),
        mistake(
            "session-name-missing",
            "In PingOne, an attribute mapping whose source is empty for the person is not sent.",
        ),
        mistake(
            "session-name-characters",
            "In PingOne, map Username or Email Address to RoleSessionName, not a formatted name.",
        ),
        mistake(
            "name-id-not-persistent",
            "In PingOne, the format is set on the tab Configuration, Subject NameID Format.",
        ),
        mistake("assertion-not-signed", "In PingOne, choose Sign Assertion on the tab Configuration."),
        mistake("relay-state-missing", "PingOne for Enterprise calls it `TargetResource`."),
        mistake(
            "access-control-attribute",
            "Ping's guides for IAM Identity Center use `AccessControl:`; IAM takes `PrincipalTag:`.",
        ),
    ],
};
