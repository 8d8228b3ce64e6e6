//! Auth0: the SAML2 Web App add-on.
//!
//! It deliberately gives the add-on's JSON keys: they are the same in the dashboard and in code.

use super::recognise::{has_attribute_in, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, mark, with_snippet};

const ADDON: &[&str] = &["Applications", "the application", "Addons", "SAML2 Web App", "Settings"];

pub(super) static AUTH0: Provider = Provider {
    id: "auth0",
    title: "Auth0",
    admin_title: "the Auth0 administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer is `urn:` and an Auth0 tenant", |traits| {
            let tenant =
                traits.issuer.and_then(|issuer| issuer.strip_prefix("urn:")?.strip_suffix(".auth0.com"));
            let tenant = tenant.map(|tenant| {
                ["us", "eu", "au", "jp"]
                    .iter()
                    .find_map(|region| tenant.strip_suffix(region)?.strip_suffix('.'))
                    .unwrap_or(tenant)
            });
            tenant.is_some_and(|tenant| {
                !tenant.is_empty()
                    && tenant.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            })
        }),
        mark(MarkKind::Namespace, "attributes are named in `http://schemas.auth0.com/`", |traits| {
            has_attribute_in(traits, "http://schemas.auth0.com/")
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            with_snippet(documented(ADDON, "Set the audience."), "\"audience\": \"urn:amazon:webservices\""),
        ),
        (
            Setting::Acs,
            with_snippet(
                documented(
                    &[
                        "Applications",
                        "the application",
                        "Addons",
                        "SAML2 Web App",
                        "Settings",
                        "Application Callback URL",
                    ],
                    "Enter the sign-in URL, and the same as destination and recipient.",
                ),
                "\"destination\": \"https://signin.aws.amazon.com/saml\",\n\"recipient\": \"https://signin.aws.amazon.com/saml\"",
            ),
        ),
        (
            Setting::NameIdFormat,
            with_snippet(
                documented(ADDON, "Set the format."),
                "\"nameIdentifierFormat\": \"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\"",
            ),
        ),
        (
            Setting::NameIdValue,
            documented(
                ADDON,
                "List under nameIdentifierProbes the claims that may hold the NameID, the best first.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(ADDON, "An Action or Rule sets user.awsRole to the pair of ARNs; map it."),
                "\"mappings\": { \"awsRole\": \"https://aws.amazon.com/SAML/Attributes/Role\" }",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(ADDON, "An Action or Rule sets user.awsRoleSession; map it."),
                "\"mappings\": { \"awsRoleSession\": \"https://aws.amazon.com/SAML/Attributes/RoleSessionName\" }",
            ),
        ),
        (Setting::PrincipalTag, documented(ADDON, "Map a claim to the tag's whole URI under mappings.")),
        (
            Setting::AttributeName,
            with_snippet(
                documented(
                    ADDON,
                    "Write whole URIs under mappings, and switch the attributes of Auth0's own off.",
                ),
                "\"createUpnClaim\": false,\n\"passthroughClaimsWithNoMapping\": false,\n\"mapUnknownClaimsAsIs\": false,\n\
                 \"mapIdentities\": false",
            ),
        ),
        (
            Setting::SigningOption,
            with_snippet(
                documented(ADDON, "False signs the assertion, true the response."),
                "\"signResponse\": false",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            with_snippet(
                documented(ADDON, "The default is SHA-1; set SHA-256."),
                "\"signatureAlgorithm\": \"rsa-sha256\",\n\"digestAlgorithm\": \"sha256\"",
            ),
        ),
        (
            Setting::Lifetime,
            with_snippet(documented(ADDON, "Set the validity in seconds."), "\"lifetimeInSeconds\": 3600"),
        ),
    ],
};
