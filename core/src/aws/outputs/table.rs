//! Lists that the CLI prints with `--output text`: a line for each entry, columns between tabs, in the order of their names.
//!
//! It deliberately reads no policy from such an output: its tree is lost in the columns.

use super::connect::{ConnectInstance, ConnectInstances, ConnectUser, ConnectUsers};
use super::lines::{is_name, lines};
use super::prompt::is_token;
use super::provider::is_provider_arn;
use super::role::is_role_arn;
use super::{Listing, Output, ProviderList, Role, Roles, SamlProvider, UserNames};
use crate::aws::relay_state::is_uuid;
use crate::source::{Span, Spanned, Text};

/// Where the columns of a role show a trust policy, in part.
pub const POLICY_IN_COLUMNS: &str = "ASSUMEROLEPOLICYDOCUMENT\t";

pub(super) fn read(text: &str, span: Span) -> Option<Output> {
    if !text.contains('\t') && !text.trim_start().starts_with("arn:") {
        return None;
    }
    let rows: Vec<_> = lines(text, span).map(|line| columns(&line)).collect();
    let named = |names: &[&str]| {
        let of = |row: &&Vec<Text>| row.first().is_some_and(|name| names.contains(&name.as_str()));
        rows.iter().filter(of).collect::<Vec<_>>()
    };
    let listing = listing(&rows);
    let providers = named(&["SAMLPROVIDERLIST"]);
    if !providers.is_empty() {
        let providers = providers.into_iter().map(|row| provider(row)).collect();
        return Some(Output::ProviderList(ProviderList { providers, listing }));
    }
    let users = named(&["USERSUMMARYLIST"]);
    if !users.is_empty() {
        let next_token = named(&["NEXTTOKEN"]).first().and_then(|row| row.get(1)).cloned();
        let users = users.into_iter().map(|row| user(row)).collect();
        return Some(Output::ConnectUsers(ConnectUsers { users, listing, next_token }));
    }
    let instances = named(&["INSTANCE", "INSTANCESUMMARYLIST"]);
    if !instances.is_empty() {
        let instances = instances.into_iter().map(|row| instance(row)).collect();
        return Some(Output::ConnectInstances(ConnectInstances { instances, listing }));
    }
    let mut roles: Vec<_> = named(&["ROLE", "ROLES"]).into_iter().map(|row| role(row)).collect();
    match (roles.pop(), roles.is_empty()) {
        (Some(role), true) => Some(Output::Role(Box::new(role))),
        (Some(role), false) => {
            roles.push(role);
            Some(Output::Roles(Roles::new(roles, listing)))
        }
        (None, _) => values(rows.into_iter().flatten().collect()),
    }
}

/// A list goes on where its token stands below it, under its name, or above it, without one.
fn listing(rows: &[Vec<Text>]) -> Listing {
    let is_name = |row: &&Vec<Text>| {
        let name = row.first().map(Text::as_str).unwrap_or_default();
        row.len() > 1 && name.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let mut above = rows.iter().take_while(|row| !is_name(row));
    let more = rows.iter().any(|row| row.first().is_some_and(|name| name.as_str() == "NEXTTOKEN"))
        || above.any(|row| row.last().is_some_and(|last| is_token(last.as_str())));
    if more { Listing::Page } else { Listing::Whole }
}

/// What `--query` picked out of a list: values of one kind and nothing else.
fn values(all: Vec<Text>) -> Option<Output> {
    let each = |is: fn(&str) -> bool| all.iter().all(|value| is(value.as_str()));
    Some(if each(is_provider_arn) {
        let of = |arn: Text| SamlProvider { arn: Some(arn.clone()), ..SamlProvider::empty(arn.span) };
        let providers = all.into_iter().map(of).collect();
        Output::ProviderList(ProviderList { providers, listing: Listing::Excerpt })
    } else if each(is_role_arn) {
        let of = |arn: Text| Role { arn: Some(arn.clone()), ..Role::empty(arn.span) };
        Output::Roles(Roles::new(all.into_iter().map(of).collect(), Listing::Excerpt))
    } else if each(is_name) {
        Output::UserNames(UserNames { names: all })
    } else {
        return None;
    })
}

fn columns(line: &Text) -> Vec<Text> {
    line.value.split('\t').map(|column| Text::plain(column, line.sub_str(column))).collect()
}

fn place(row: &[Text]) -> Span {
    let (first, last) = (row.first().map(|text| text.span), row.last().map(|text| text.span));
    let first = first.unwrap_or_default();
    Span::new(first.source, first.bytes.start as usize, last.unwrap_or(first).bytes.end as usize)
}

/// Arn, CreateDate, ValidUntil.
fn provider(row: &[Text]) -> SamlProvider {
    let arn = row.iter().position(|column| is_provider_arn(column.as_str()));
    let after = |offset: usize| row.get(arn?.saturating_add(offset)).cloned();
    SamlProvider {
        arn: after(0),
        create_date: after(1),
        valid_until: after(2),
        ..SamlProvider::empty(place(row))
    }
}

/// Arn, Id, LastModifiedRegion, LastModifiedTime, Username.
fn user(row: &[Text]) -> ConnectUser {
    let arn = row.iter().position(|column| column.value.starts_with("arn:"));
    let username = row.last().filter(|_| row.len() > 3).cloned();
    ConnectUser {
        id: arn.and_then(|arn| row.get(arn.saturating_add(1))).cloned(),
        arn: arn.and_then(|arn| row.get(arn)).cloned(),
        username,
    }
}

/// Arn, CreatedTime, Id, IdentityManagementType, and more that is not read.
fn instance(row: &[Text]) -> ConnectInstance {
    let find = |is: &dyn Fn(&str) -> bool| row.iter().find(|column| is(column.as_str())).cloned();
    ConnectInstance {
        span: place(row),
        id: find(&is_uuid),
        arn: find(&|column| column.starts_with("arn:") && column.contains(":connect:")),
        identity_management_type: find(&|column| {
            matches!(column, "SAML" | "CONNECT_MANAGED" | "EXISTING_DIRECTORY")
        }),
        instance_alias: None,
        instance_access_url: find(&|column| column.starts_with("https://")),
    }
}

/// Arn, CreateDate, Description (perhaps), MaxSessionDuration, Path, RoleId, RoleName.
fn role(row: &[Text]) -> Role {
    let path = row.iter().rposition(|column| column.value.starts_with('/') && column.value.ends_with('/'));
    let duration = path.and_then(|path| row.get(path.checked_sub(1)?));
    Role {
        arn: row.iter().find(|column| is_role_arn(column.as_str())).cloned(),
        role_name: row.last().filter(|_| path.is_some()).cloned(),
        role_id: path.and_then(|path| row.get(path.saturating_add(1))).cloned(),
        path: path.and_then(|path| row.get(path)).cloned(),
        max_session_duration: duration
            .and_then(|text| Some(Spanned { value: text.value.parse().ok()?, span: text.span })),
        ..Role::empty(place(row))
    }
}
