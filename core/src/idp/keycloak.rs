//! Keycloak: a SAML client for AWS with protocol mappers.
//!
//! It deliberately assumes the present admin console; older ones place the tabs differently.

use super::recognise::{is_prefixed_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, with_snippet};

const CLIENT: &str = "urn:amazon:webservices";

pub(super) static KEYCLOAK: Provider = Provider {
    id: "keycloak",
    title: "Keycloak",
    admin_title: "the Keycloak administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer ends in `/realms/` and a realm", |traits| {
            issuer_address(traits).is_some_and(|(_, path)| {
                let realm = path.strip_prefix("/auth").unwrap_or(path).strip_prefix("/realms/");
                realm.is_some_and(|realm| !realm.is_empty() && !realm.contains('/'))
            })
        }),
        mark(MarkKind::Habit, "the ids are `ID_` and a UUID", |traits| {
            is_prefixed_uuid(traits.assertion_id, "ID_")
        }),
        mark(MarkKind::Habit, "the signature's prefix is `dsig`", |traits| {
            traits.signature_prefix == Some("dsig")
        }),
        mark(MarkKind::Habit, "the SessionIndex has a double colon", |traits| {
            traits.session_index.is_some_and(|index| index.contains("::"))
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &["Clients", CLIENT, "Settings", "Client ID"],
                "The client's id is the audience: `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::Acs,
            documented(
                &["Clients", CLIENT, "Advanced", "Assertion Consumer Service POST Binding URL"],
                "Enter the sign-in URL.",
            ),
        ),
        (
            Setting::NameIdFormat,
            documented(
                &["Clients", CLIENT, "Settings", "Name ID format"],
                "Choose persistent and switch Force name ID format on.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    &["Clients", CLIENT, "Client scopes", "the dedicated scope", "Role list"],
                    "Set the role attribute's name to the AWS URI and Single Role Attribute to ON. Remove the scope role_list, \
                     and switch Full Scope Allowed off, or roles such as offline_access are sent too. Name each role by its pair of ARNs.",
                ),
                "arn:aws:iam::<account>:role/<role>,arn:aws:iam::<account>:saml-provider/<provider>",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                &["Clients", CLIENT, "Client scopes", "the dedicated scope", "Add mapper", "User Property"],
                "Map username to `https://aws.amazon.com/SAML/Attributes/RoleSessionName`.",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(
                &[
                    "Clients",
                    CLIENT,
                    "Client scopes",
                    "the dedicated scope",
                    "Add mapper",
                    "Hardcoded attribute",
                ],
                "Map the number of seconds to `https://aws.amazon.com/SAML/Attributes/SessionDuration`.",
            ),
        ),
        (
            Setting::PrincipalTag,
            documented(
                &["Clients", CLIENT, "Client scopes", "the dedicated scope", "Add mapper", "User Attribute"],
                "Add one mapper for each tag, named by the whole URI.",
            ),
        ),
        (
            Setting::AttributeName,
            documented(
                &[
                    "Clients",
                    CLIENT,
                    "Client scopes",
                    "the dedicated scope",
                    "the mapper",
                    "SAML Attribute Name",
                ],
                "Enter the whole URI.",
            ),
        ),
        (
            Setting::SigningOption,
            documented(&["Clients", CLIENT, "Settings", "Sign assertions"], "Switch it on."),
        ),
        (
            Setting::SigningAlgorithm,
            documented(&["Clients", CLIENT, "Settings", "Signature algorithm"], "Choose RSA_SHA256."),
        ),
        (
            Setting::Lifetime,
            documented(
                &["Clients", CLIENT, "Advanced", "Assertion lifespan"],
                "Set how long an assertion is valid.",
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &["Clients", CLIENT, "Settings", "IDP-Initiated SSO URL name"],
                "Begin at `/realms/<realm>/protocol/saml/clients/<name>`; the relay state is set beside the name.",
            ),
        ),
        (
            Setting::UserAssignment,
            likely(
                &["Users", "the user", "Role mapping"],
                "Assign the client's role that is named by the pair of ARNs.",
            ),
        ),
    ],
};
