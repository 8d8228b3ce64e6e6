//! Texts that are no document: a URL alone, lines cut out of an output, names one a line.
//!
//! It deliberately takes a text only if all of its lines agree; one line of prose and it is prose.

use super::connect::{ConnectUser, ConnectUsers};
use super::fields::strings;
use super::{Listing, Output, certificate, grid, table};
use crate::aws::relay_state::{RelayKind, RelayState, is_uuid};
use crate::json::{self, Value};
use crate::limits::Limits;
use crate::source::{Span, Text};

/// Names alone, as step 4 of a search for a Connect user prints them.
#[derive(Debug, Clone)]
pub struct UserNames {
    pub names: Vec<Text>,
}

pub(super) fn read(text: &str, span: Span) -> Option<Output> {
    None.or_else(|| relay_state(text, span).map(Output::RelayState))
        .or_else(|| grid::read(text, span).map(Output::Table))
        .or_else(|| table::read(text, span))
        .or_else(|| users(text, span).map(Output::ConnectUsers))
        .or_else(|| certificate::read(text, span))
        .or_else(|| names(text, span).map(Output::UserNames))
}

/// The lines that say something, without white space at their ends, with their places.
pub(super) fn lines(text: &str, span: Span) -> impl Iterator<Item = Text> + '_ {
    let whole = move |part: &str, at: usize| {
        let from = (span.bytes.start as usize).saturating_add(at);
        Text::plain(part, Span::new(span.source, from, from.saturating_add(part.len())))
    };
    let mut at = 0usize;
    text.split_inclusive('\n').filter_map(move |line| {
        let begins = line.len().saturating_sub(line.trim_start().len());
        let said = line.trim();
        let from = at.saturating_add(begins);
        at = at.saturating_add(line.len());
        (!said.is_empty()).then(|| whole(said, from))
    })
}

fn relay_state(text: &str, span: Span) -> Option<Text> {
    let mut lines = lines(text, span);
    let (line, None) = (lines.next()?, lines.next()) else { return None };
    let is_url = line.value.starts_with("http") && !line.value.contains(char::is_whitespace);
    let leads = matches!(
        RelayState::read(&line.value).kind,
        RelayKind::ConnectFederate
            | RelayKind::ConnectInstance
            | RelayKind::WorkSpaces
            | RelayKind::AppStream
            | RelayKind::Console
    );
    (is_url && leads).then_some(line)
}

/// Lines of `list-users`, as `grep` leaves them: `"Username": "jdoe",`.
fn users(text: &str, span: Span) -> Option<ConnectUsers> {
    let mut users: Vec<ConnectUser> = Vec::new();
    let mut named = false;
    for line in lines(text, span).filter(|line| line.value != "--") {
        let (name, value) = member(&line)?;
        let mut user = ConnectUser::default();
        match name.as_str() {
            "Username" => user.username = Some(value),
            "Arn" if value.value.contains(":connect:") => user.arn = Some(value),
            "Id" => user.id = Some(value),
            _ => return None,
        }
        named |= user.username.is_some() || user.arn.is_some();
        users.push(user);
    }
    named.then_some(ConnectUsers { users, listing: Listing::Excerpt, next_token: None })
}

/// `"name": "value"` and a comma, perhaps.
fn member(line: &Text) -> Option<(Text, Text)> {
    let limits = Limits::default();
    let name = json::prefix(&line.value, line.span, 0, &limits);
    let colon = line.value.get(name.end()..)?.strip_prefix(':')?;
    let from = line.value.len().saturating_sub(colon.len());
    let value = json::prefix(&line.value, line.span, from, &limits);
    let rest = line.value.get(value.end()..)?;
    let quoted = line.value.starts_with('"');
    (quoted && matches!(rest, "" | ",")).then_some((name.root()?.as_text()?, value.root()?.as_text()?))
}

/// Names one a line, in quotation marks perhaps. One line alone must look like an address: any word could be a name.
fn names(text: &str, span: Span) -> Option<UserNames> {
    let names = any_names(text, span)?;
    let address = |name: &Text| name.value.split_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    (names.len() > 1 || names.first().is_some_and(address)).then_some(UserNames { names })
}

/// What a command that lists users left, if it is names.
pub(super) fn names_printed(text: &str, span: Span) -> Option<Output> {
    let names = any_names(text, span).filter(|names| !names.is_empty())?;
    Some(Output::UserNames(UserNames { names }))
}

fn any_names(text: &str, span: Span) -> Option<Vec<Text>> {
    let mut names = Vec::new();
    for line in lines(text, span) {
        let line_text = line.value.trim_end_matches(',');
        let name = line_text.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(line_text);
        if !is_name(name) {
            return None;
        }
        names.push(Text::plain(name, line.sub_str(name)));
    }
    Some(names)
}

/// A list of names alone, as `--query "UserSummaryList[].Username"` leaves it.
pub(super) fn listed_names(root: Value<'_>) -> Option<UserNames> {
    let names = strings(root)?;
    (names.len() == root.items().count() && names.iter().all(|name| is_name(name.as_str())))
        .then_some(UserNames { names })
}

/// The characters and length of a user name in Amazon Connect (API Reference, `CreateUser`).
pub(super) fn is_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '\\' | '@');
    (1..=64).contains(&name.len())
        && name.chars().all(allowed)
        && name.contains(|c: char| c.is_ascii_alphabetic())
        && !name.starts_with('-')
        && !is_uuid(name)
}
