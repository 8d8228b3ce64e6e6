//! Dates as conditions take them: the forms of ISO 8601 that the W3C's note on date and time formats lists, or seconds
//! since 1970.
//!
//! It deliberately takes four digits alone for neither a year nor a second: nobody says which AWS reads.

use crate::saml::Instant;

pub(super) fn parse(text: &str) -> Option<Instant> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(text) {
        let seconds: i64 = (text.len() > 4).then(|| text.parse().ok())??;
        return Some(Instant(seconds.checked_mul(1000)?));
    }
    let Some((date, time)) = text.split_once('T') else {
        // A month or a day means its first instant.
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            parts
                .next()
                .filter(|part| part.len() == length && digits(part))
                .and_then(|part| part.parse().ok())
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2));
        let complete = text.len() == if day.is_some() { 10 } else { 7 };
        return complete.then(|| Instant::from_civil((year, month, day.unwrap_or(1)), (0, 0, 0), 0))?;
    };
    // The W3C's note also allows hours and minutes without seconds.
    let clock = time.find(['Z', '+', '-']).and_then(|at| time.split_at_checked(at));
    match clock {
        Some((clock, zone)) if clock.len() == 5 => Instant::parse(&format!("{date}T{clock}:00{zone}")).ok(),
        _ => Instant::parse(text).ok(),
    }
}
