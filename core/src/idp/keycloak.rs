//! Keycloak: a SAML client for AWS with protocol mappers.
//!
//! It deliberately assumes the present admin console; older ones place the tabs differently.

use super::recognise::{is_prefixed_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

const CLIENT: &str = "urn:amazon:webservices";

// Mappers, as the admin interface and `kcadm.sh create clients/ID/protocol-mappers/models` take them.

const ROLE_MAPPER: &str = r#"{
  "name": "AWS Role",
  "protocol": "saml",
  "protocolMapper": "saml-role-list-mapper",
  "config": {
    "attribute.name": "https://aws.amazon.com/SAML/Attributes/Role",
    "attribute.nameformat": "URI Reference",
    "friendly.name": "AWS Role",
    "single": "true"
  }
}"#;

const SESSION_NAME_MAPPER: &str = r#"{
  "name": "AWS RoleSessionName",
  "protocol": "saml",
  "protocolMapper": "saml-user-property-mapper",
  "config": {
    "attribute.name": "https://aws.amazon.com/SAML/Attributes/RoleSessionName",
    "attribute.nameformat": "URI Reference",
    "friendly.name": "AWS RoleSessionName",
    "user.attribute": "username"
  }
}"#;

const DURATION_MAPPER: &str = r#"{
  "name": "AWS SessionDuration",
  "protocol": "saml",
  "protocolMapper": "saml-hardcode-attribute-mapper",
  "config": {
    "attribute.name": "https://aws.amazon.com/SAML/Attributes/SessionDuration",
    "attribute.nameformat": "URI Reference",
    "friendly.name": "AWS SessionDuration",
    "attribute.value": "28800"
  }
}"#;

const TAG_MAPPER: &str = r#"{
  "name": "AWS TAG_KEY",
  "protocol": "saml",
  "protocolMapper": "saml-user-attribute-mapper",
  "config": {
    "attribute.name": "https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY",
    "attribute.nameformat": "URI Reference",
    "friendly.name": "AWS TAG_KEY",
    "user.attribute": "USER_ATTRIBUTE"
  }
}"#;

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
            with_snippet(
                documented(
                    &["Clients", CLIENT, "Settings", "Name ID format"],
                    "Choose persistent and switch Force name ID format on.",
                ),
                r#"{ "attributes": { "saml_name_id_format": "persistent", "saml_force_name_id_format": "true" } }"#,
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
                ROLE_MAPPER,
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    &[
                        "Clients",
                        CLIENT,
                        "Client scopes",
                        "the dedicated scope",
                        "Add mapper",
                        "User Property",
                    ],
                    "Map username to `https://aws.amazon.com/SAML/Attributes/RoleSessionName`.",
                ),
                SESSION_NAME_MAPPER,
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
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
                DURATION_MAPPER,
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                documented(
                    &[
                        "Clients",
                        CLIENT,
                        "Client scopes",
                        "the dedicated scope",
                        "Add mapper",
                        "User Attribute",
                    ],
                    "Add one mapper for each tag, named by the whole URI.",
                ),
                TAG_MAPPER,
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
        (
            Setting::Encryption,
            with_snippet(
                likely(
                    &["Clients", CLIENT, "Keys", "Encrypt assertions"],
                    "Switch encryption off, unless IAM holds the private key.",
                ),
                r#"{ "attributes": { "saml.encrypt": "false" } }"#,
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["Realm settings", "Keys"],
                "A key provider of higher priority replaces the certificate. Upload `/realms/<realm>/protocol/saml/descriptor` to IAM before it does.",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                &["Clients", CLIENT, "Client scopes", "the dedicated scope", "Add mapper", "User Property"],
                "Map username to `https://aws.amazon.com/SAML/Attributes/SourceIdentity`.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &["Realm settings", "Endpoints", "SAML 2.0 Identity Provider Metadata"],
                "The issuer is the realm's address as the browser reaches it; it must be the entityID of the metadata in IAM.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-not-an-arn",
            "In Keycloak, Full Scope Allowed sends every role that the person has, `offline_access` among them: switch it off on the tab Scope of the dedicated scope.",
        ),
        mistake(
            "role-duplicated",
            "In Keycloak, Single Role Attribute of the mapper Role list must be ON, and the default scope role_list removed from the client.",
        ),
        mistake(
            "attribute-name-wrong",
            "In Keycloak, the default scope role_list sends an attribute that is called only `Role`: remove that scope from the client, and name the attribute of the client's own Role list mapper by the whole URI.",
        ),
        mistake(
            "role-missing",
            "In Keycloak, assign this person, under Role mapping, the client role that is named by the pair of ARNs; and see that the dedicated scope holds the Role list mapper.",
        ),
        mistake(
            "session-name-missing",
            "In Keycloak, the client's dedicated scope lacks the mapper, or the property that it takes is empty for this person.",
        ),
        mistake(
            "session-name-characters",
            "In Keycloak, map username or email; a mapper that takes a full name sends spaces.",
        ),
        mistake(
            "recipient-wrong",
            "In Keycloak, the Recipient is the Assertion Consumer Service POST Binding URL on the tab Advanced; without one, Keycloak takes the Master SAML Processing URL.",
        ),
        mistake(
            "recipient-missing",
            "In Keycloak, enter the Assertion Consumer Service POST Binding URL on the tab Advanced.",
        ),
        mistake(
            "name-id-not-persistent",
            "In Keycloak, switch Force name ID format on beside Name ID format.",
        ),
        mistake("audience-unknown", "In Keycloak, the audience is the Client ID."),
        mistake("message-unsigned", "In Keycloak, switch Sign assertions on, or Sign documents."),
    ],
};
