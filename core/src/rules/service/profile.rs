//! The profile of the service that a message is for, and how its rules report what is not met.
//!
//! It deliberately takes one profile, the first, and only for services outside AWS.

use crate::aws::outputs::Profile;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Cx, Findings, Message, code};
use crate::source::{Span, Text};

pub(super) fn of_message<'a>(cx: &Cx<'a>, out: &mut Findings) -> Option<&'a Profile> {
    cx.assertion()?;
    let mut profiles = cx.evidence.outputs.profiles();
    let first = profiles.next()?;
    for other in profiles {
        out.left_aside(other.item, "Another profile came first.");
    }
    if cx.service() != Service::Generic {
        out.left_aside(first.item, "The message is for AWS, and the profile is for another service.");
        return None;
    }
    out.used(first.item, "It says what the service wants of the message.");
    Some(first.value)
}

pub(super) fn is_one_of(text: &Text, wanted: &[Text]) -> bool {
    wanted.iter().any(|wanted| wanted.as_str() == text.trimmed().0)
}

pub(super) fn unmet(
    out: &mut Findings,
    at: Span,
    words: Message,
    wanted: &Text,
    (setting, advice): (Setting, &'static str),
) {
    out.find(at, words)
        .expected(code(wanted.as_str()))
        .related(wanted.span, "what the profile wants")
        .fix_at_idp(setting, advice);
}
