//! Each identity provider for each service, in varied forms of the paste. What a case does not say is that of `USUAL`.

use super::super::{CHINA, Case, GOVCLOUD, IRELAND};
use super::{APPSTREAM, BOTH, CONNECT, DECIDED, USUAL, WORKSPACES};
use crate::working::Capture;
use samlens_core::aws::services::Service;

/// One line of a matrix each.
pub const CASES: &[Case] = &[
    Case {
        name: "okta-iam",
        says: "Okta, console: body of the POST with metadata and role.",
        provider: "okta",
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "okta-connect",
        says: "Okta, Amazon Connect: a HAR with metadata, role, users and permissions.",
        provider: "okta",
        service: Service::Connect,
        capture: Capture::Har,
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "okta-workspaces",
        says: "Okta, WorkSpaces: copied as cURL, with directory, user and permissions.",
        provider: "okta",
        service: Service::WorkSpaces,
        place: IRELAND,
        capture: Capture::Curl,
        beside: WORKSPACES,
        ..USUAL
    },
    Case {
        name: "okta-appstream-govcloud",
        says: "Okta, AppStream in GovCloud: SAML-tracer, nothing beside it.",
        provider: "okta",
        service: Service::AppStream,
        place: GOVCLOUD,
        capture: Capture::SamlTracer,
        ..USUAL
    },
    Case {
        name: "entra-iam",
        says: "Entra ID, console: the page that posts itself, with metadata and role.",
        provider: "entra",
        place: IRELAND,
        capture: Capture::Html,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "entra-connect",
        says: "Entra ID, Amazon Connect: SAML-tracer with metadata, role, users and permissions.",
        provider: "entra",
        service: Service::Connect,
        place: IRELAND,
        capture: Capture::SamlTracer,
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "entra-workspaces",
        says: "Entra ID, WorkSpaces: a HAR with directory, user and permissions.",
        provider: "entra",
        service: Service::WorkSpaces,
        capture: Capture::Har,
        beside: WORKSPACES,
        ..USUAL
    },
    Case {
        name: "entra-iam-china",
        says: "Entra ID, console in China: Base64 with metadata and role.",
        provider: "entra",
        place: CHINA,
        capture: Capture::Base64,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "adfs-iam",
        says: "AD FS, console: Base64 in lines, with metadata and role.",
        provider: "adfs",
        capture: Capture::Lines,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "adfs-iam-govcloud",
        says: "AD FS, console in GovCloud: copied for PowerShell, with metadata and role.",
        provider: "adfs",
        place: GOVCLOUD,
        capture: Capture::PowerShell,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "adfs-connect",
        says: "AD FS, Amazon Connect: copied as cURL, with metadata, role, users and permissions.",
        provider: "adfs",
        service: Service::Connect,
        capture: Capture::Curl,
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "adfs-appstream",
        says: "AD FS, AppStream: body of the POST with stacks and permissions; the NameID is a domain and a name.",
        provider: "adfs",
        service: Service::AppStream,
        place: IRELAND,
        change: |it| "EXAMPLE\\ana".clone_into(&mut it.name_id),
        beside: APPSTREAM,
        ..USUAL
    },
    Case {
        name: "pingfederate-iam",
        says: "PingFederate, console: XML with metadata and role.",
        provider: "pingfederate",
        capture: Capture::Xml,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "pingfederate-workspaces",
        says: "PingFederate, WorkSpaces: body of the POST with directory, user and permissions.",
        provider: "pingfederate",
        service: Service::WorkSpaces,
        place: IRELAND,
        beside: WORKSPACES,
        ..USUAL
    },
    Case {
        name: "pingfederate-appstream-govcloud",
        says: "PingFederate, AppStream in GovCloud: a HAR with stacks and permissions.",
        provider: "pingfederate",
        service: Service::AppStream,
        place: GOVCLOUD,
        capture: Capture::Har,
        beside: APPSTREAM,
        ..USUAL
    },
    Case {
        name: "pingone-iam",
        says: "PingOne, console: the body of the POST in a JSON string, alone.",
        provider: "pingone",
        place: IRELAND,
        capture: Capture::Json,
        ..USUAL
    },
    Case {
        name: "pingone-connect",
        says: "PingOne, Amazon Connect: body of the POST with metadata, role, users and permissions.",
        provider: "pingone",
        service: Service::Connect,
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "pingone-workspaces-govcloud",
        says: "PingOne, WorkSpaces in GovCloud: copied as cURL, with directory, user and permissions.",
        provider: "pingone",
        service: Service::WorkSpaces,
        place: GOVCLOUD,
        capture: Capture::Curl,
        beside: WORKSPACES,
        ..USUAL
    },
    Case {
        name: "onelogin-iam",
        says: "OneLogin, console: the fields in a query, with metadata and role.",
        provider: "onelogin",
        capture: Capture::Query,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "onelogin-connect",
        says: "OneLogin, Amazon Connect: a HAR taken apart, nothing beside it.",
        provider: "onelogin",
        service: Service::Connect,
        place: IRELAND,
        capture: Capture::HarParameters,
        ..USUAL
    },
    Case {
        name: "onelogin-appstream",
        says: "OneLogin, AppStream: copied for PowerShell, with stacks and permissions.",
        provider: "onelogin",
        service: Service::AppStream,
        capture: Capture::PowerShell,
        beside: APPSTREAM,
        ..USUAL
    },
    Case {
        name: "keycloak-iam",
        says: "Keycloak, console: assertion and response signed, body of the POST with metadata and role.",
        provider: "keycloak",
        signs: BOTH,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "keycloak-connect",
        says: "Keycloak, Amazon Connect: the page that posts itself, with metadata, role, users and permissions.",
        provider: "keycloak",
        service: Service::Connect,
        place: IRELAND,
        capture: Capture::Html,
        signs: BOTH,
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "keycloak-iam-china",
        says: "Keycloak, console in China: body of the POST with metadata and role.",
        provider: "keycloak",
        place: CHINA,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "auth0-iam",
        says: "Auth0, console: Base64 with metadata and role.",
        provider: "auth0",
        place: IRELAND,
        capture: Capture::Base64,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "auth0-iam-sha1",
        says: "Auth0, console: signed with SHA-1, as it does unless told otherwise; worth a note.",
        provider: "auth0",
        algorithm: "rsa-sha1",
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "auth0-connect",
        says: "Auth0, Amazon Connect: the body of the POST in a JSON string, nothing beside it.",
        provider: "auth0",
        service: Service::Connect,
        capture: Capture::Json,
        ..USUAL
    },
    Case {
        name: "duo-iam",
        says: "Duo, console: body of the POST, encoded twice, with metadata and role.",
        provider: "duo",
        capture: Capture::FormTwice,
        signs: BOTH,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "duo-workspaces",
        says: "Duo, WorkSpaces: the page that posts itself, with directory, user and permissions.",
        provider: "duo",
        service: Service::WorkSpaces,
        capture: Capture::Html,
        beside: WORKSPACES,
        ..USUAL
    },
    Case {
        name: "jumpcloud-iam",
        says: "JumpCloud, console: XML alone.",
        provider: "jumpcloud",
        capture: Capture::Xml,
        ..USUAL
    },
    Case {
        name: "jumpcloud-workspaces",
        says: "JumpCloud, WorkSpaces: SAML-tracer with directory, user and permissions.",
        provider: "jumpcloud",
        service: Service::WorkSpaces,
        place: IRELAND,
        capture: Capture::SamlTracer,
        beside: WORKSPACES,
        ..USUAL
    },
    Case {
        name: "jumpcloud-iam-govcloud",
        says: "JumpCloud, console in GovCloud: a HAR alone.",
        provider: "jumpcloud",
        place: GOVCLOUD,
        capture: Capture::Har,
        ..USUAL
    },
    Case {
        name: "google-iam",
        says: "Google Workspace, console: body of the POST with metadata and role.",
        provider: "google",
        place: IRELAND,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "google-connect",
        says: "Google Workspace, Amazon Connect: copied for PowerShell, nothing beside it.",
        provider: "google",
        service: Service::Connect,
        capture: Capture::PowerShell,
        ..USUAL
    },
    Case {
        name: "google-appstream",
        says: "Google Workspace, AppStream: copied as cURL, with stacks and permissions.",
        provider: "google",
        service: Service::AppStream,
        place: IRELAND,
        capture: Capture::Curl,
        beside: APPSTREAM,
        ..USUAL
    },
    Case {
        name: "shibboleth-iam",
        says: "Shibboleth, console: XML with metadata and role.",
        provider: "shibboleth",
        capture: Capture::Xml,
        signs: BOTH,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "shibboleth-appstream",
        says: "Shibboleth, AppStream: the page that posts itself, alone.",
        provider: "shibboleth",
        service: Service::AppStream,
        capture: Capture::Html,
        ..USUAL
    },
    Case {
        name: "shibboleth-iam-china",
        says: "Shibboleth, console in China: Base64 in lines, alone.",
        provider: "shibboleth",
        place: CHINA,
        capture: Capture::Lines,
        ..USUAL
    },
    Case {
        name: "simplesamlphp-iam",
        says: "SimpleSAMLphp, console: the page that posts itself, with metadata and role.",
        provider: "simplesamlphp",
        place: IRELAND,
        capture: Capture::Html,
        signs: BOTH,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "simplesamlphp-workspaces",
        says: "SimpleSAMLphp, WorkSpaces: body of the POST, alone.",
        provider: "simplesamlphp",
        service: Service::WorkSpaces,
        place: IRELAND,
        ..USUAL
    },
    Case {
        name: "identity-center-iam",
        says: "IAM Identity Center, an application for an external AWS account: SAML-tracer with metadata and role.",
        provider: "identity-center",
        capture: Capture::SamlTracer,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "identity-center-connect",
        says: "IAM Identity Center, an application for Amazon Connect: body of the POST with metadata, role, users and permissions.",
        provider: "identity-center",
        service: Service::Connect,
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "identity-center-appstream",
        says: "IAM Identity Center, an application for AppStream: a HAR alone.",
        provider: "identity-center",
        service: Service::AppStream,
        place: IRELAND,
        capture: Capture::Har,
        ..USUAL
    },
];
