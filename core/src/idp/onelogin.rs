//! OneLogin: the connectors for AWS.
//!
//! It deliberately treats the single and the multi role connectors alike: their tabs have the same names.

use super::recognise::{is_prefixed_hex, is_prefixed_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

pub(super) static ONELOGIN: Provider = Provider {
    id: "onelogin",
    title: "OneLogin",
    admin_title: "the OneLogin administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer is `https://app.onelogin.com/saml/metadata/…`", |traits| {
            issuer_address(traits)
                .is_some_and(|(host, path)| host == "app.onelogin.com" && path.starts_with("/saml/metadata/"))
        }),
        mark(MarkKind::ProbableIssuer, "the issuer is at a host of `onelogin.com`", |traits| {
            issuer_address(traits).is_some_and(|(host, path)| {
                host.ends_with(".onelogin.com") && !path.starts_with("/saml/metadata/")
            })
        }),
        mark(MarkKind::Habit, "the signed id is `pfx` and a UUID", |traits| {
            is_prefixed_uuid(traits.assertion_id, "pfx") || is_prefixed_uuid(traits.response_id, "pfx")
        }),
        mark(MarkKind::Habit, "the response's id is `R` and hexadecimal digits", |traits| {
            is_prefixed_hex(traits.response_id, "R", 20..=64)
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (
            Setting::Role,
            with_snippet(
                documented(
                    &["Applications", "the application", "Parameters", "Role"],
                    "Enter `role-arn,provider-arn`. The single role connector takes role and account on the tab Configuration.",
                ),
                "arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                &["Applications", "the application", "Parameters", "RoleSessionName"],
                "Choose the user's e-mail or name.",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(
                &["Applications", "the application", "Parameters", "SessionDuration"],
                "Enter seconds from 900 to 43200.",
            ),
        ),
        (
            Setting::PrincipalTag,
            documented(
                &["Applications", "the application", "Parameters", "Add parameter"],
                "Name it by the tag's whole URI and include it in the SAML assertion. `AccessControl:` is for IAM Identity Center.",
            ),
        ),
        (
            Setting::AttributeName,
            documented(
                &["Applications", "the application", "Parameters"],
                "Name the parameter by the whole URI.",
            ),
        ),
        (
            Setting::SigningOption,
            documented(
                &["Applications", "the application", "Configuration", "SAML signature element"],
                "Choose Both: guides disagree on the others.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            documented(
                &["Applications", "the application", "SSO", "SAML Signature Algorithm"],
                "Choose SHA-256.",
            ),
        ),
        (
            Setting::Certificate,
            documented(
                &["Applications", "the application", "SSO", "X.509 Certificate", "View Details"],
                "After a change, download the metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::Issuer,
            documented(
                &["Applications", "the application", "SSO", "Issuer URL"],
                "This URL must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &["Applications", "the application", "Configuration", "RelayState"],
                "Enter the address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(&["Users", "the user", "Applications"], "Assign the application or a role that has it."),
        ),
        (
            Setting::Audience,
            with_snippet(
                likely(
                    &["Applications", "the application", "Configuration", "Audience (EntityID)"],
                    "In the advanced custom connector, enter `urn:amazon:webservices`. The prepared connectors set it themselves.",
                ),
                "AUDIENCE",
            ),
        ),
        (
            Setting::Acs,
            with_snippet(
                likely(
                    &["Applications", "the application", "Configuration", "ACS (Consumer) URL"],
                    "In the advanced custom connector, enter the sign-in URL here, as Recipient and in the validator. The prepared connectors set it themselves.",
                ),
                "SIGN_IN_URL",
            ),
        ),
        (
            Setting::NameIdFormat,
            likely(
                &["Applications", "the application", "Configuration", "SAML nameID format"],
                "In the advanced custom connector, choose Persistent.",
            ),
        ),
        (
            Setting::NameIdValue,
            likely(
                &["Applications", "the application", "Parameters", "NameID value"],
                "Choose the name by which the service knows the user.",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                &["Applications", "the application", "Parameters", "Add parameter"],
                "Name it by the SourceIdentity URI and include it in the SAML assertion.",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &["Applications", "the application", "Configuration", "Encrypt assertion"],
                "Untick it, unless IAM holds the private key.",
            ),
        ),
        (
            Setting::Lifetime,
            likely(
                &["Applications", "the application", "Configuration", "SAML notOnOrAfter"],
                "Set some minutes in the advanced custom connector.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-too-many-arns",
            "In OneLogin, the parameter Role must be a multi-value parameter, with one pair in each value; the single role connector takes one pair.",
        ),
        mistake(
            "role-missing",
            "In OneLogin, see that the parameter Role has a value for this person, from a rule or the role's default, and that it is included in the SAML assertion.",
        ),
        mistake("role-empty", "In OneLogin, no rule gives this person a value for the parameter Role."),
        mistake(
            "session-name-missing",
            "In OneLogin, tick Include in SAML assertion at the parameter RoleSessionName.",
        ),
        mistake(
            "session-name-characters",
            "In OneLogin, choose Email or Username for the parameter RoleSessionName, not a full name.",
        ),
        mistake(
            "response-too-large",
            "OneLogin's guide names the same limit of 100,000 characters: take out parameters with groups, and assign fewer roles.",
        ),
        mistake(
            "access-control-attribute",
            "OneLogin's guides for IAM Identity Center use `AccessControl:`; the connectors for IAM take `PrincipalTag:`.",
        ),
        mistake(
            "recipient-wrong",
            "In OneLogin, the address of the prepared connectors is fixed: choose the connector for GovCloud or China where the role is there, or the advanced custom connector.",
        ),
        mistake(
            "signing-key-unknown",
            "In OneLogin, another certificate was chosen on the tab SSO, or the old one was replaced there.",
        ),
    ],
};
