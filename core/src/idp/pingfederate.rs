//! PingFederate: an SP connection to AWS.
//!
//! It deliberately recognises by habits only: the administrator chooses the issuer.

use super::recognise::prefixes_are;
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

const CONNECTION: &str = "SP Connections";

pub(super) static PINGFEDERATE: Provider = Provider {
    id: "pingfederate",
    title: "PingFederate",
    admin_title: "the PingFederate administrator",
    marks: &[
        mark(MarkKind::Namespace, "there is an attribute `SAML_SUBJECT` or `SAML_NAME_FORMAT`", |traits| {
            traits.attribute_names.iter().any(|name| matches!(*name, "SAML_SUBJECT" | "SAML_NAME_FORMAT"))
        }),
        mark(MarkKind::Habit, "the attributes' NameFormat is basic", |traits| {
            traits.name_formats.contains(&"urn:oasis:names:tc:SAML:2.0:attrname-format:basic")
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &[CONNECTION, "the connection", "General Info", "Partner's Entity ID"],
                "Enter `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::Acs,
            documented(
                &[
                    CONNECTION,
                    "the connection",
                    "Browser SSO",
                    "Protocol Settings",
                    "Assertion Consumer Service URL",
                ],
                "Enter the sign-in URL with the binding POST.",
            ),
        ),
        (
            Setting::NameIdFormat,
            with_snippet(
                documented(
                    &[
                        CONNECTION,
                        "the connection",
                        "Browser SSO",
                        "Assertion Creation",
                        "Attribute Contract",
                    ],
                    "Add SAML_NAME_FORMAT and fulfil it with the persistent format's URI.",
                ),
                "Attribute:   SAML_NAME_FORMAT\n\
                 Name format: urn:oasis:names:tc:SAML:2.0:attrname-format:uri\n\
                 Value:       urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            ),
        ),
        (
            Setting::NameIdValue,
            documented(
                &[
                    CONNECTION,
                    "the connection",
                    "Browser SSO",
                    "Assertion Creation",
                    "Attribute Contract",
                    "SAML_SUBJECT",
                ],
                "Fulfil it with the name by which the service knows the user.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    &[
                        CONNECTION,
                        "the connection",
                        "Browser SSO",
                        "Assertion Creation",
                        "Attribute Contract",
                    ],
                    "Add the Role URI with the name format `urn:oasis:names:tc:SAML:2.0:attrname-format:uri`, and fulfil it with \
                 the pair of ARNs.",
                ),
                "Attribute:   https://aws.amazon.com/SAML/Attributes/Role\n\
                 Name format: urn:oasis:names:tc:SAML:2.0:attrname-format:uri\n\
                 Value:       arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    &[
                        CONNECTION,
                        "the connection",
                        "Browser SSO",
                        "Assertion Creation",
                        "Attribute Contract",
                    ],
                    "Add the RoleSessionName URI and fulfil it with the user's id.",
                ),
                "Attribute:   https://aws.amazon.com/SAML/Attributes/RoleSessionName\n\
                 Name format: urn:oasis:names:tc:SAML:2.0:attrname-format:uri\n\
                 Value:       username",
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                documented(
                    &[
                        CONNECTION,
                        "the connection",
                        "Browser SSO",
                        "Assertion Creation",
                        "Attribute Contract",
                    ],
                    "Add the tag's whole URI and fulfil it with the value.",
                ),
                "Attribute:   https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY\n\
                 Name format: urn:oasis:names:tc:SAML:2.0:attrname-format:uri\n\
                 Value:       USER_ATTRIBUTE",
            ),
        ),
        (
            Setting::AttributeName,
            documented(
                &[CONNECTION, "the connection", "Browser SSO", "Assertion Creation", "Attribute Contract"],
                "Write the whole URI in exactly these letters; one Ping guide prints RoleSessioName.",
            ),
        ),
        (
            Setting::SigningOption,
            documented(
                &[CONNECTION, "the connection", "Browser SSO", "Protocol Settings", "Signature Policy"],
                "Let the assertion always be signed. The connection must be of SAML 2.0.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            documented(
                &[CONNECTION, "the connection", "Credentials", "Digital Signature Settings"],
                "Choose RSA SHA256.",
            ),
        ),
        (
            Setting::Encryption,
            documented(
                &[CONNECTION, "the connection", "Browser SSO", "Protocol Settings", "Encryption"],
                "Choose None, unless IAM holds the private key.",
            ),
        ),
        (
            Setting::Certificate,
            documented(
                &[CONNECTION, "the connection", "Credentials", "Digital Signature Settings"],
                "Choose the certificate, export the connection's metadata and upload it to IAM.",
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &[],
                "Add the parameter TargetResource to the start URL; PingFederate does not call it RelayState.",
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
                likely(
                    &[
                        CONNECTION,
                        "the connection",
                        "Browser SSO",
                        "Assertion Creation",
                        "Attribute Contract",
                    ],
                    "Add the SessionDuration URI and fulfil it with a text of seconds.",
                ),
                "Attribute:   https://aws.amazon.com/SAML/Attributes/SessionDuration\n\
                 Name format: urn:oasis:names:tc:SAML:2.0:attrname-format:uri\n\
                 Value:       28800",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                &[CONNECTION, "the connection", "Browser SSO", "Assertion Creation", "Attribute Contract"],
                "Add the SourceIdentity URI and fulfil it with the user's id.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &["System", "Server", "Protocol Settings", "Federation Info"],
                "The SAML 2.0 Entity ID, or the connection's virtual server id, must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::Lifetime,
            likely(
                &[CONNECTION, "the connection", "Browser SSO", "Assertion Lifetime"],
                "Set some minutes before and after.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "attribute-name-wrong",
            "In PingFederate, the name is that in the Attribute Contract; one of Ping's guides prints `RoleSessioName`.",
        ),
        mistake(
            "role-missing",
            "In PingFederate, add the Role URI to the Attribute Contract and fulfil it; a mapping whose criteria fail for the person sends nothing.",
        ),
        mistake(
            "role-not-an-arn",
            "In PingFederate, the contract's Role is fulfilled with a group's or role's name: build the pair of ARNs by an expression.",
        ),
        mistake(
            "role-pair-separator",
            "In PingFederate, the expression or text that fulfils Role must join the two ARNs with a comma.",
        ),
        mistake(
            "session-name-missing",
            "In PingFederate, add RoleSessionName to the Attribute Contract and fulfil it.",
        ),
        mistake(
            "session-name-characters",
            "In PingFederate, fulfil RoleSessionName with the user name or mail, not with cn or displayName.",
        ),
        mistake(
            "name-id-not-persistent",
            "In PingFederate, the format comes from `SAML_NAME_FORMAT` in the Attribute Contract; without it the NameID is unspecified.",
        ),
        mistake(
            "name-id-format-absent",
            "In PingFederate, the format comes from `SAML_NAME_FORMAT` in the Attribute Contract.",
        ),
        mistake("saml-1", "In PingFederate, the connection's protocol is SAML 1.x: make one of SAML 2.0."),
        mistake(
            "recipient-wrong",
            "In PingFederate, the Recipient is the default Assertion Consumer Service URL under Protocol Settings.",
        ),
        mistake("relay-state-missing", "PingFederate calls it `TargetResource`."),
        mistake(
            "access-control-attribute",
            "Ping's guides for IAM Identity Center use `AccessControl:`; IAM takes `PrincipalTag:`.",
        ),
    ],
};
