//! The WorkSpaces directory that a message leads to, among those that were supplied.
//!
//! It deliberately picks none where the relay state names another and several are there.

use super::target;
use crate::aws::outputs::Directory;
use crate::aws::services::Service;
use crate::lint::Cx;
use crate::source::Text;

/// The directory with the registration code of the relay state; without a code, the only one. With its item.
pub(super) fn of_message<'a>(cx: &Cx<'a>) -> Option<(&'a Directory, usize)> {
    if cx.service() != Service::WorkSpaces {
        return None;
    }
    let all: Vec<_> = all(cx).collect();
    match code(cx) {
        Some(code) => all.into_iter().find(|(directory, _)| {
            directory.registration_code.as_ref().is_some_and(|known| known.as_str() == code)
        }),
        None => match all.as_slice() {
            [only] => Some(*only),
            _ => None,
        },
    }
}

pub(super) fn all<'a>(cx: &Cx<'a>) -> impl Iterator<Item = (&'a Directory, usize)> + use<'a> {
    let lists = cx.evidence.outputs.workspaces_directories();
    lists.flat_map(|list| list.value.directories.iter().map(move |directory| (directory, list.item)))
}

/// The registration code of the relay state, with `%2B` as the plus that it stands for.
pub(super) fn code(cx: &Cx<'_>) -> Option<String> {
    let relay = target::relay(cx)?;
    let (code, _) = relay.part(|relay| &relay.registration_code)?;
    Some(code.replace("%2B", "+").replace("%2b", "+"))
}

/// What people call a directory: its identifier.
pub(super) fn name(directory: &Directory) -> &str {
    directory.directory_id.as_ref().map(Text::as_str).unwrap_or("the directory")
}
