//! Where the user wants to go, as far as the message and its relay state say: the relay state taken apart, the region, the
//! account.
//!
//! It deliberately leaves out parts in which a placeholder stands: those name nothing.

use crate::aws::arn::Arn;
use crate::aws::endpoints::Endpoint;
use crate::aws::placeholders;
use crate::aws::relay_state::RelayState;
use crate::lint::Cx;
use crate::source::{Span, Text};
use std::ops::Range;

/// The relay state that goes with the message.
pub(in crate::rules) struct Relay<'a> {
    pub text: &'a Text,
    pub read: RelayState<'a>,
}

pub(in crate::rules) fn relay<'a>(cx: &Cx<'a>) -> Option<Relay<'a>> {
    let text = cx.context?.relay_state.as_ref()?;
    Some(Relay { text, read: RelayState::read(text.as_str()) })
}

impl<'a> Relay<'a> {
    /// One of its parts, with its place.
    pub fn part(
        &self,
        pick: for<'r> fn(&'r RelayState<'a>) -> &'r Option<Range<usize>>,
    ) -> Option<(&'a str, Span)> {
        let range = pick(&self.read).clone()?;
        let part = self.read.part(&Some(range.clone()));
        let says = !part.is_empty() && placeholders::find(part).is_empty();
        says.then(|| (part, self.text.sub(range)))
    }

    pub fn region(&self) -> Option<(&'a str, Span)> {
        self.part(|relay| &relay.region)
    }

    pub fn instance(&self) -> Option<(&'a str, Span)> {
        self.part(|relay| &relay.instance_id)
    }
}

/// The region of the service; else that of the sign-in.
pub(in crate::rules) fn region(cx: &Cx<'_>) -> Option<String> {
    let relay = relay(cx);
    let of_relay = relay.as_ref().and_then(Relay::region).map(|(region, _)| region.to_ascii_lowercase());
    of_relay.or_else(|| match cx.endpoint()? {
        Endpoint::SignIn(sign_in) => sign_in.region.map(str::to_ascii_lowercase),
        _ => None,
    })
}

/// The account of the first role that can be read, with its place.
pub(in crate::rules) fn account<'a>(cx: &Cx<'a>) -> Option<(&'a str, Span)> {
    cx.roles.iter().find_map(|choice| {
        let account = choice.pair.role().and_then(Arn::account_id)?;
        // The pair was read from this very text.
        Some((account, choice.value.text.sub_str(account)))
    })
}
