//! PingFederate: an SP connection to AWS.
//!
//! It deliberately recognises by habits only: the administrator chooses the issuer.

use super::recognise::prefixes_are;
use super::{MarkKind, Provider, Setting, documented, mark};

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
            documented(
                &[CONNECTION, "the connection", "Browser SSO", "Assertion Creation", "Attribute Contract"],
                "Add SAML_NAME_FORMAT and fulfil it with the persistent format's URI.",
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
            documented(
                &[CONNECTION, "the connection", "Browser SSO", "Assertion Creation", "Attribute Contract"],
                "Add the Role URI with the name format `urn:oasis:names:tc:SAML:2.0:attrname-format:uri`, and fulfil it with \
                 the pair of ARNs.",
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                &[CONNECTION, "the connection", "Browser SSO", "Assertion Creation", "Attribute Contract"],
                "Add the RoleSessionName URI and fulfil it with the user's id.",
            ),
        ),
        (
            Setting::PrincipalTag,
            documented(
                &[CONNECTION, "the connection", "Browser SSO", "Assertion Creation", "Attribute Contract"],
                "Add the tag's whole URI and fulfil it with the value.",
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
    ],
};
