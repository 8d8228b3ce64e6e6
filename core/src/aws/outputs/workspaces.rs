//! `aws workspaces describe-workspaces` and `describe-workspace-directories`.
//!
//! It deliberately keeps only what a sign-in by SAML depends on.

use super::Listing;
use super::fields::{each, first, listed, text};
use crate::json::Value;
use crate::source::{Span, Text};

#[derive(Debug, Clone)]
pub struct WorkSpaces {
    pub workspaces: Vec<WorkSpace>,
    pub listing: Listing,
}

/// One WorkSpace (WorkSpaces API Reference, data type `Workspace`).
#[derive(Debug, Clone)]
pub struct WorkSpace {
    pub span: Span,
    pub workspace_id: Option<Text>,
    pub directory_id: Option<Text>,
    pub user_name: Option<Text>,
    pub state: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct WorkSpacesDirectories {
    pub directories: Vec<Directory>,
    pub listing: Listing,
}

/// One directory (WorkSpaces API Reference, data type `WorkspaceDirectory`).
#[derive(Debug, Clone)]
pub struct Directory {
    pub span: Span,
    pub directory_id: Option<Text>,
    pub alias: Option<Text>,
    pub directory_name: Option<Text>,
    pub directory_type: Option<Text>,
    pub registration_code: Option<Text>,
    pub state: Option<Text>,
    /// `DISABLED`, `ENABLED` or `ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK`.
    pub saml_status: Option<Text>,
    pub user_access_url: Option<Text>,
    pub relay_state_parameter_name: Option<Text>,
    /// `DISABLED` or `ENABLED`.
    pub certificate_based_auth_status: Option<Text>,
}

pub(super) fn read(root: Value<'_>) -> Option<WorkSpaces> {
    let (list, listing) = listed(root, "Workspaces");
    let is_workspace =
        |value: Value<'_>| value.get("WorkspaceId").is_some() && value.get("UserName").is_some();
    let list = list.or_else(|| first(root).is_some_and(is_workspace).then_some(root))?;
    let of = |one: Value<'_>| WorkSpace {
        span: one.span(),
        workspace_id: text(one, "WorkspaceId"),
        directory_id: text(one, "DirectoryId"),
        user_name: text(one, "UserName"),
        state: text(one, "State"),
    };
    Some(WorkSpaces { workspaces: each(list).into_iter().map(of).collect(), listing })
}

pub(super) fn read_directories(root: Value<'_>) -> Option<WorkSpacesDirectories> {
    let (list, listing) = listed(root, "Directories");
    let is_directory = |value: Value<'_>| {
        value.get("DirectoryId").is_some()
            && ["RegistrationCode", "SamlProperties"].iter().any(|name| value.get(name).is_some())
    };
    // AWS Directory Service names its own lists otherwise, so an empty one is one of these.
    let list = list.filter(|list| first(*list).is_none_or(|one| one.get("DirectoryId").is_some()));
    let list = list.or_else(|| first(root).is_some_and(is_directory).then_some(root))?;
    let of = |one: Value<'_>| {
        let saml = |name| one.get("SamlProperties").and_then(|saml| text(saml, name));
        Directory {
            span: one.span(),
            directory_id: text(one, "DirectoryId"),
            alias: text(one, "Alias"),
            directory_name: text(one, "DirectoryName"),
            directory_type: text(one, "DirectoryType"),
            registration_code: text(one, "RegistrationCode"),
            state: text(one, "State"),
            saml_status: saml("Status"),
            user_access_url: saml("UserAccessUrl"),
            relay_state_parameter_name: saml("RelayStateParameterName"),
            certificate_based_auth_status: one
                .get("CertificateBasedAuthProperties")
                .and_then(|properties| text(properties, "Status")),
        }
    };
    Some(WorkSpacesDirectories { directories: each(list).into_iter().map(of).collect(), listing })
}
