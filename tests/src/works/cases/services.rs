//! What services take besides the usual. What a case does not say is that of `USUAL`.

use super::super::{Beside, CHINA, Case, IRELAND};
use super::unusual::tag;
use super::{APPSTREAM, CONNECT, DECIDED, USUAL, WORKSPACES};
use crate::working::{Capture, Working};
use samlens_core::aws::services::Service;

/// One feature each.
pub const CASES: &[Case] = &[
    Case {
        name: "connect-deep-link",
        says: "Okta, Amazon Connect: the relay state leads to the contact panel.",
        provider: "okta",
        service: Service::Connect,
        place: IRELAND,
        change: |it| {
            it.target.relay_state = it.target.relay_state.take().map(|url| url + "?destination=%2Fccp-v2");
        },
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "connect-mail-address",
        says: "Entra ID, Amazon Connect: the users are named by their mail address.",
        provider: "entra",
        service: Service::Connect,
        change: |it| "Ana.Lopez@example.com".clone_into(&mut it.session_name),
        beside: CONNECT,
        ..USUAL
    },
    Case {
        name: "connect-relay-state-beside",
        says: "Okta, Amazon Connect: XML, and the relay state on a line of its own.",
        provider: "okta",
        service: Service::Connect,
        capture: Capture::Xml,
        beside: &[Beside::RelayState, Beside::Metadata, Beside::Role, Beside::ConnectUsers],
        ..USUAL
    },
    Case {
        name: "china-global-address",
        says: "Okta, console in China by the address without a region.",
        provider: "okta",
        place: CHINA,
        capture: Capture::Har,
        change: |it| {
            "https://signin.amazonaws.cn/saml".clone_into(&mut it.target.recipient);
            it.target.audiences = vec!["https://signin.amazonaws.cn/saml".to_owned()];
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "workspaces-all-tags",
        says: "Okta, WorkSpaces: every tag that the service knows.",
        provider: "okta",
        service: Service::WorkSpaces,
        place: IRELAND,
        change: workspaces_tags,
        beside: WORKSPACES,
        ..USUAL
    },
    Case {
        name: "appstream-entitlements",
        says: "Okta, AppStream: tags for entitlements, with several values in one.",
        provider: "okta",
        service: Service::AppStream,
        place: IRELAND,
        change: |it| {
            it.tags = [("department", "sales:support"), ("SessionContext", "a=b")]
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .to_vec();
        },
        beside: APPSTREAM,
        ..USUAL
    },
];

fn workspaces_tags(it: &mut Working) {
    tag(it, "UserPrincipalName", "ana.lopez@example.com");
    tag(it, "ObjectSid", "S-1-5-21-1111111111-2222222222-3333333333-1104");
    tag(it, "ClientUserName", "corp.example.com/ana.lopez");
    tag(it, "Domain", "corp.example.com");
}
