//! How the responses of each identity provider look, as far as an inspector could stumble over it.
//!
//! The values in them are the same for all.

use crate::sign::Part;

/// The outward form of one product's responses.
pub struct Provider {
    pub name: &'static str,
    pub issuer: &'static str,
    /// Prefix of the protocol's namespace, with its colon.
    pub protocol: &'static str,
    /// Prefix of the assertion's namespace, with its colon; empty: the default namespace.
    pub assertion: &'static str,
    /// What an ID begins with, before hexadecimal digits.
    pub id: &'static str,
    pub name_format: Option<&'static str>,
    pub xsi_type: bool,
    pub friendly_names: bool,
    pub issuer_format: bool,
    /// What is signed, from the inside out. AWS's own metadata wants the assertion signed.
    pub signs: &'static [Part],
    /// Further attributes that the product sends of itself: name and values.
    pub extras: &'static [(&'static str, &'static [&'static str])],
}

const URI: Option<&str> = Some("urn:oasis:names:tc:SAML:2.0:attrname-format:uri");
const BOTH: &[Part] = &[Part::Assertion, Part::Response];
const BASIC: Option<&str> = Some("urn:oasis:names:tc:SAML:2.0:attrname-format:basic");
const UNSPECIFIED: Option<&str> = Some("urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified");

const PLAIN: Provider = Provider {
    name: "",
    issuer: "https://idp.example.com/saml",
    protocol: "samlp:",
    assertion: "saml:",
    id: "_",
    name_format: None,
    xsi_type: false,
    friendly_names: false,
    issuer_format: false,
    signs: &[Part::Assertion],
    extras: &[],
};

pub static PROVIDERS: &[Provider] = &[
    Provider {
        name: "okta",
        issuer: "http://www.okta.com/exk1fcia6d6EMsf331d8",
        protocol: "saml2p:",
        assertion: "saml2:",
        id: "id",
        name_format: URI,
        xsi_type: true,
        issuer_format: true,
        extras: &[("groups", &["Everyone", "AWS_444455556666_Admin"]), ("department", &["R&D, EMEA"])],
        signs: BOTH,
        ..PLAIN
    },
    Provider {
        name: "entra",
        issuer: "https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
        assertion: "",
        extras: &[
            (
                "http://schemas.microsoft.com/identity/claims/tenantid",
                &["11111111-2222-3333-4444-555555555555"],
            ),
            (
                "http://schemas.microsoft.com/identity/claims/objectidentifier",
                &["66666666-7777-8888-9999-000000000000"],
            ),
            ("http://schemas.microsoft.com/identity/claims/displayname", &["Ana López (Sales)"]),
            (
                "http://schemas.microsoft.com/identity/claims/identityprovider",
                &["https://sts.windows.net/11111111-2222-3333-4444-555555555555/"],
            ),
            ("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", &["Admin", "User"]),
            (
                "http://schemas.microsoft.com/claims/authnmethodsreferences",
                &["http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password"],
            ),
            ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", &["ana.lopez@example.com"]),
        ],
        ..PLAIN
    },
    Provider {
        name: "adfs",
        issuer: "http://adfs.example.com/adfs/services/trust",
        assertion: "",
        extras: &[
            (
                "http://schemas.xmlsoap.org/claims/Group",
                &["EXAMPLE\\Domain Users", "AWS-Production-ADFS-Dev"],
            ),
            ("http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", &["EXAMPLE\\ana"]),
        ],
        ..PLAIN
    },
    Provider {
        name: "pingfederate",
        issuer: "https://sso.example.com",
        name_format: BASIC,
        xsi_type: true,
        extras: &[("memberOf", &["CN=AWS-Admin,OU=Groups,DC=example,DC=com"])],
        ..PLAIN
    },
    Provider {
        name: "pingone",
        issuer: "https://auth.pingone.eu/11111111-2222-3333-4444-555555555555",
        id: "",
        name_format: UNSPECIFIED,
        extras: &[("saml_subject", &["ana.lopez"])],
        ..PLAIN
    },
    Provider {
        name: "onelogin",
        issuer: "https://app.onelogin.com/saml/metadata/11111111-2222-3333-4444-555555555555",
        id: "pfx",
        name_format: BASIC,
        xsi_type: true,
        extras: &[("User.FirstName", &["Ana"]), ("memberOf", &[""])],
        ..PLAIN
    },
    Provider {
        name: "keycloak",
        issuer: "https://sso.example.com/realms/staff",
        id: "ID_",
        name_format: BASIC,
        xsi_type: true,
        friendly_names: true,
        // The default scope `role_list` sends its own `Role` beside the one for AWS.
        extras: &[("Role", &["offline_access", "uma_authorization", "manage-account"])],
        signs: BOTH,
        ..PLAIN
    },
    Provider {
        name: "auth0",
        issuer: "urn:example.eu.auth0.com",
        name_format: URI,
        xsi_type: true,
        extras: &[("http://schemas.auth0.com/identities/default/provider", &["auth0"])],
        ..PLAIN
    },
    Provider {
        name: "duo",
        issuer: "https://sso-abc123.sso.duosecurity.com/saml2/sp/DIABC123/metadata",
        protocol: "ns0:",
        assertion: "ns1:",
        id: "DUO_",
        name_format: UNSPECIFIED,
        xsi_type: true,
        extras: &[("Email", &["ana.lopez@example.com"])],
        signs: BOTH,
        ..PLAIN
    },
    Provider {
        name: "jumpcloud",
        issuer: "JumpCloudExampleIssuer",
        protocol: "saml2p:",
        assertion: "saml2:",
        name_format: UNSPECIFIED,
        xsi_type: true,
        extras: &[("memberOf", &["AWS Admins", "O'Brien"])],
        ..PLAIN
    },
    Provider {
        name: "google",
        issuer: "https://accounts.google.com/o/saml2?idpid=C01abcdef",
        protocol: "saml2p:",
        assertion: "saml2:",
        xsi_type: true,
        extras: &[("Amazon.Role", &["admin"])],
        ..PLAIN
    },
    Provider {
        name: "shibboleth",
        issuer: "https://idp.example.org/idp/shibboleth",
        protocol: "saml2p:",
        assertion: "saml2:",
        name_format: URI,
        friendly_names: true,
        extras: &[
            ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", &["staff", "member"]),
            ("urn:oid:0.9.2342.19200300.100.1.3", &["ana.lopez@example.org"]),
        ],
        signs: BOTH,
        ..PLAIN
    },
    Provider {
        name: "simplesamlphp",
        issuer: "https://idp.example.org/simplesaml/saml2/idp/metadata.php",
        name_format: BASIC,
        xsi_type: true,
        extras: &[("uid", &["ana"]), ("cn", &["Ana  López\n"])],
        signs: BOTH,
        ..PLAIN
    },
    Provider {
        name: "identity-center",
        issuer: "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy0xMTEx",
        protocol: "saml2p:",
        assertion: "saml2:",
        name_format: UNSPECIFIED,
        xsi_type: true,
        ..PLAIN
    },
];
