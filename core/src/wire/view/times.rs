//! The instants of a message, and the stretches of time that they open.

use super::{TimePoint, TimeSpan, TimesView, sources};
use crate::evidence::JudgedFrom;
use crate::inspect::MessageReport;
use crate::saml::{Instant, Message};
use crate::source::Text;

/// AWS takes a response for so long after it was issued, in milliseconds ("Token must be redeemed within 5 minutes of
/// issuance").
const REDEEMED_WITHIN: i64 = 300_000;

pub fn times(message: &Message, report: &MessageReport) -> TimesView {
    let mut view = TimesView::default();
    let assertion = message.assertions.first();
    point(&mut view, "Response issued", message.issue_instant.as_ref());
    let issued = point(
        &mut view,
        "Assertion issued",
        assertion.and_then(|assertion| assertion.issue_instant.as_ref()),
    );
    let issued = issued.or(view.points.first().and_then(|point| point.millis));
    if report.context.service.service.assumes_a_role() && message.kind.signs_in() {
        let end = issued.map(|issued| issued.saturating_add(REDEEMED_WITHIN));
        span(&mut view, "AWS takes it", (issued, end), "five minutes from when it was issued");
    }
    if let Some(conditions) = assertion.and_then(|assertion| assertion.conditions.as_ref()) {
        let start = point(&mut view, "Conditions, NotBefore", conditions.not_before.as_ref());
        let end = point(&mut view, "Conditions, NotOnOrAfter", conditions.not_on_or_after.as_ref());
        span(&mut view, "Conditions", (start, end), "the assertion is valid");
    }
    let confirmations =
        assertion.and_then(|assertion| assertion.subject.as_ref()).map(|subject| &subject.confirmations);
    for data in confirmations.into_iter().flatten().filter_map(|confirmation| confirmation.data.as_ref()) {
        let start = point(&mut view, "Confirmation, NotBefore", data.not_before.as_ref());
        let end = point(&mut view, "Confirmation, NotOnOrAfter", data.not_on_or_after.as_ref());
        span(&mut view, "Confirmation", (start, end), "the bearer may hand it over");
    }
    for statement in assertion.into_iter().flat_map(|assertion| &assertion.authn_statements) {
        let start = point(&mut view, "User signed in", statement.authn_instant.as_ref());
        let end = point(&mut view, "Session, NotOnOrAfter", statement.session_not_on_or_after.as_ref());
        if end.is_some() {
            span(&mut view, "Session", (start, end), "the identity provider's session");
        }
    }
    let from = match report.context.judged.from {
        JudgedFrom::Capture => "when it was captured",
        JudgedFrom::Issue => "when it was issued",
        JudgedFrom::Given => "as you said",
        JudgedFrom::Now => "now",
    };
    view.judged = report.context.judged.instant.map(|instant| (instant.0, from.to_owned()));
    view
}

/// Adds an instant, where the message has it; its milliseconds, where it can be read.
fn point(view: &mut TimesView, label: &str, value: Option<&Text>) -> Option<i64> {
    let value = value?;
    let millis = Instant::lenient(value.as_str()).map(|instant| instant.0);
    view.points.push(TimePoint {
        label: label.to_owned(),
        value: value.value.clone(),
        millis,
        place: sources::place(value.span),
    });
    millis
}

fn span(view: &mut TimesView, label: &str, (start, end): (Option<i64>, Option<i64>), note: &str) {
    if start.is_some() || end.is_some() {
        view.spans.push(TimeSpan { label: label.to_owned(), start, end, note: note.to_owned() });
    }
}
