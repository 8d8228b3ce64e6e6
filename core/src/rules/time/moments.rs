//! The instants that a message names, and the one at which it is judged.
//!
//! It deliberately reads only values that are well formed; the others are for `instant-malformed`.

use crate::evidence::{Judged, JudgedFrom};
use crate::lint::{Confidence, Cx, Severity};
use crate::saml::Instant;
use crate::source::Text;

/// How long AWS takes an assertion after it was issued, in seconds.
pub(super) const REDEEM_SECONDS: i64 = 300;
/// How far clocks may be apart before AWS is said to refuse, in seconds.
pub(super) const SKEW_SECONDS: i64 = 300;

/// When the message was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Used {
    pub at: Instant,
    /// Whether it does not hang on a clock that may be wrong by minutes.
    pub firm: bool,
}

/// When the message was used. `None` where only its issue is known: then nothing can be called late.
pub(super) fn used(cx: &Cx<'_>) -> Option<Used> {
    on_the_clock_of_aws(cx.context?.judged, cx.item.leaf.context.started.is_some())
}

/// AWS judges by its own clock, which the `Date` header of its answer shows. `recorded` says that the instant of a
/// capture comes from the clock of the computer that made it.
fn on_the_clock_of_aws(judged: Judged, recorded: bool) -> Option<Used> {
    let at = judged.instant?;
    match (judged.from, judged.skew) {
        (JudgedFrom::Issue, _) => None,
        (JudgedFrom::Given, _) => Some(Used { at, firm: true }),
        (JudgedFrom::Now, _) => Some(Used { at, firm: false }),
        (JudgedFrom::Capture, Some(skew)) => {
            Some(Used { at: at.plus_seconds(skew.saturating_neg()), firm: true })
        }
        (JudgedFrom::Capture, None) => Some(Used { at, firm: !recorded }),
    }
}

impl Used {
    /// How bad and how sure it is to be late by so many seconds; up to `near` the clocks may be to blame.
    pub fn late(self, by: i64, near: i64) -> (Severity, Confidence) {
        match by {
            ..=SKEW_SECONDS if !self.firm => (Severity::Warning, Confidence::Possible),
            _ if !self.firm || by <= near => (Severity::Error, Confidence::Likely),
            _ => (Severity::Error, Confidence::Certain),
        }
    }
}

/// When it was used, or where that is not known, when it was issued.
pub(super) fn used_or_issued(cx: &Cx<'_>) -> Option<Instant> {
    used(cx).map(|used| used.at).or_else(|| issued(cx).map(|(_, at)| at))
}

/// When the assertion was issued, or where it does not say, the response.
pub(super) fn issued<'a>(cx: &Cx<'a>) -> Option<(&'a Text, Instant)> {
    let own = cx.assertion()?.issue_instant.as_ref();
    read(own).or_else(|| read(cx.response()?.issue_instant.as_ref()))
}

/// A value that is well formed.
pub(super) fn read(value: Option<&Text>) -> Option<(&Text, Instant)> {
    value.and_then(|text| Some((text, Instant::parse(text.as_str()).ok()?)))
}

/// `NotBefore` and `NotOnOrAfter` of one element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window<'a> {
    pub element: &'static str,
    pub not_before: Option<(&'a Text, Instant)>,
    pub not_on_or_after: Option<(&'a Text, Instant)>,
}

impl Window<'_> {
    /// No instant lies in it.
    pub fn is_empty(&self) -> bool {
        self.not_before.zip(self.not_on_or_after).is_some_and(|((_, from), (_, until))| from >= until)
    }
}

/// The windows of the first confirmation and of the conditions.
pub(super) fn windows<'a>(cx: &Cx<'a>) -> Option<Vec<Window<'a>>> {
    let conditions = cx.assertion()?.conditions.as_ref().map(|conditions| Window {
        element: "Conditions",
        not_before: read(conditions.not_before.as_ref()),
        not_on_or_after: read(conditions.not_on_or_after.as_ref()),
    });
    let confirmation = cx.confirmation_data().map(|data| Window {
        element: "SubjectConfirmationData",
        not_before: read(data.not_before.as_ref()),
        not_on_or_after: read(data.not_on_or_after.as_ref()),
    });
    Some(confirmation.into_iter().chain(conditions).collect())
}

/// A length of time in words, rounded down. Seconds count while they matter, up to ten minutes.
pub(super) fn in_words(seconds: i64) -> String {
    let counted = |count: i64, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
    match seconds {
        ..60 => counted(seconds, "second"),
        60..600 if seconds % 60 != 0 => {
            format!("{} and {}", counted(seconds / 60, "minute"), counted(seconds % 60, "second"))
        }
        60..3_600 => counted(seconds / 60, "minute"),
        3_600..172_800 => counted(seconds / 3_600, "hour"),
        _ => counted(seconds / 86_400, "day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_of_the_server_counts() {
        let judged = |from, skew| Judged { instant: Some(Instant(600_000)), from, skew };
        let used = |millis, firm| Some(Used { at: Instant(millis), firm });
        for (from, skew, recorded, expected) in [
            (JudgedFrom::Issue, None, false, None),
            (JudgedFrom::Given, None, false, used(600_000, true)),
            (JudgedFrom::Now, None, false, used(600_000, false)),
            (JudgedFrom::Capture, Some(420), true, used(180_000, true)),
            (JudgedFrom::Capture, Some(-60), true, used(660_000, true)),
            (JudgedFrom::Capture, None, true, used(600_000, false)),
            (JudgedFrom::Capture, None, false, used(600_000, true)),
        ] {
            assert_eq!(
                on_the_clock_of_aws(judged(from, skew), recorded),
                expected,
                "{from:?} {skew:?} {recorded}"
            );
        }
    }

    #[test]
    fn what_may_be_a_wrong_clock_is_no_error() {
        let late = |firm, by| Used { at: Instant(0), firm }.late(by, 60);
        assert_eq!(late(true, 0), (Severity::Error, Confidence::Likely));
        assert_eq!(late(true, 61), (Severity::Error, Confidence::Certain));
        assert_eq!(late(false, 300), (Severity::Warning, Confidence::Possible));
        assert_eq!(late(false, 301), (Severity::Error, Confidence::Likely));
    }

    #[test]
    fn lengths_of_time_in_words() {
        for (seconds, words) in [
            (0, "0 seconds"),
            (1, "1 second"),
            (59, "59 seconds"),
            (60, "1 minute"),
            (61, "1 minute and 1 second"),
            (330, "5 minutes and 30 seconds"),
            (600, "10 minutes"),
            (3_599, "59 minutes"),
            (3_600, "1 hour"),
            (172_799, "47 hours"),
            (172_800, "2 days"),
        ] {
            assert_eq!(in_words(seconds), words);
        }
    }
}
