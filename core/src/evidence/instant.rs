//! At which instant a message is judged.
//!
//! A pasted response is nearly always older than AWS's five minutes, so the capture's own time comes first, then
//! the `IssueInstant`.

use crate::peel::Context as Capture;
use crate::saml::{Instant, Message};

/// Which instant the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum At {
    /// The capture time where the input has one, else the `IssueInstant`.
    #[default]
    Default,
    /// The `IssueInstant`, whatever the capture says.
    Issue,
    Now,
    Given(Instant),
}

/// The instant at which a message is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// `None`: the message has no readable time and none was given.
    pub instant: Option<Instant>,
    pub from: JudgedFrom,
    /// Seconds that the capturing machine's clock is ahead of the server's `Date` header.
    pub skew: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JudgedFrom {
    Capture,
    Issue,
    Given,
    Now,
}

impl JudgedFrom {
    pub fn id(self) -> &'static str {
        match self {
            Self::Capture => "capture",
            Self::Issue => "issue",
            Self::Given => "given",
            Self::Now => "now",
        }
    }
}

/// Chooses the instant.
pub fn judge_at(at: At, now: Option<Instant>, capture: &Capture, message: &Message) -> Judged {
    let started = capture.started.as_ref().and_then(|started| Instant::lenient(started.as_str()));
    let date = capture.date_header.as_ref().and_then(|date| http_date(date.as_str()));
    // The request began before the server answered; more than that is the clock.
    let skew = started.zip(date).map(|(started, date)| started.seconds_since(date));
    let assertion = message.assertions.first().and_then(|assertion| assertion.issue_instant.as_ref());
    let issued =
        message.issue_instant.iter().chain(assertion).find_map(|value| Instant::lenient(value.as_str()));
    let (instant, from) = match (at, now) {
        (At::Given(instant), _) => (Some(instant), JudgedFrom::Given),
        (At::Now, Some(now)) => (Some(now), JudgedFrom::Now),
        (At::Default, _) if started.or(date).is_some() => (started.or(date), JudgedFrom::Capture),
        _ => (issued, JudgedFrom::Issue),
    };
    Judged { instant, from, skew }
}

/// The instant at which metadata and certificates are judged: the one that was asked for, else that of the first message.
pub fn judge_beside(at: At, now: Option<Instant>, first: Option<Judged>) -> Option<Instant> {
    match at {
        At::Given(instant) => Some(instant),
        At::Now if now.is_some() => now,
        _ => first.and_then(|judged| judged.instant),
    }
}

/// Reads the preferred form of an HTTP date: `Thu, 15 Jan 2026 10:00:00 GMT` (RFC 9110, 5.6.7).
pub fn http_date(value: &str) -> Option<Instant> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (_, rest) = value.split_once(',')?;
    let mut words = rest.split_ascii_whitespace();
    let day: i64 = words.next()?.parse().ok()?;
    let month = words.next()?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|known| *known == month)?;
    let year: i64 = words.next()?.parse().ok()?;
    let mut clock = words.next()?.split(':').map(|part| part.parse::<i64>().ok());
    let time = (clock.next()??, clock.next()??, clock.next()??);
    let utc = words.next().is_some_and(|zone| zone.eq_ignore_ascii_case("GMT") || zone == "UTC");
    if utc { Instant::from_civil((year, i64::try_from(month).ok()? + 1, day), time, 0) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_dates_are_read() {
        assert_eq!(http_date("Thu, 15 Jan 2026 10:00:00 GMT"), Some(Instant(1_768_471_200_000)));
        for bad in [
            "",
            "Thu, 15 Jan 2026 10:00 GMT",
            "2026-01-15T10:00:00Z",
            "Thu, 15 Foo 2026 10:00:00 GMT",
            "Thu, 15 Jan 2026 10:00:00 CET",
        ] {
            assert_eq!(http_date(bad), None, "{bad}");
        }
    }
}
