//! The Connect instance that a message leads to, among those that were supplied.
//!
//! It deliberately takes one only by its identifier, or where it is the only one and the relay state names none.

use super::target;
use crate::aws::outputs::ConnectInstance;
use crate::aws::services::Service;
use crate::lint::Cx;
use crate::source::Text;

pub(super) fn of_message<'a>(cx: &Cx<'a>) -> Option<(&'a ConnectInstance, usize)> {
    cx.role_assertion()?;
    if cx.service() != Service::Connect {
        return None;
    }
    let relay = target::relay(cx);
    let wanted = relay.as_ref().and_then(target::Relay::instance).map(|(instance, _)| instance);
    let all: Vec<_> = all(cx).collect();
    match (wanted, all.as_slice()) {
        (Some(wanted), _) => all.into_iter().find(|(known, _)| is(known, wanted)),
        (None, [only]) => Some(*only),
        (None, _) => None,
    }
}

pub(super) fn all<'a>(cx: &Cx<'a>) -> impl Iterator<Item = (&'a ConnectInstance, usize)> + use<'a> {
    let lists = cx.evidence.outputs.connect_instances();
    lists.flat_map(|list| list.value.instances.iter().map(move |known| (known, list.item)))
}

pub(super) fn is(known: &ConnectInstance, id: &str) -> bool {
    known.id.as_ref().is_some_and(|known| known.as_str().eq_ignore_ascii_case(id))
}

/// The region of its ARN.
pub(super) fn region(known: &ConnectInstance) -> Option<&str> {
    known.arn.as_ref().map(Text::as_str)?.split(':').nth(3).filter(|region| !region.is_empty())
}
