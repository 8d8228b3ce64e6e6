//! Instants as SAML writes them: `xs:dateTime` in UTC (SAML core 1.3.3; XML Schema part 2, 3.2.7).
//!
//! No time zone database and no clock: an instant is a number of milliseconds.

use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

/// Why a value is no instant, and at which bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstantFault {
    pub range: std::ops::Range<usize>,
    pub kind: FaultKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    Empty,
    /// Not of the form `2026-01-15T10:00:00Z`.
    Form,
    /// The form is right, a number is not (month 13, hour 25).
    Range,
    /// No `Z` and no offset: SAML core 1.3.3 wants UTC.
    NoZone,
}

impl Instant {
    /// Reads an `xs:dateTime`. An instant that has a fault of form only (no zone) is `Err` with the kind `NoZone`;
    /// [`Instant::lenient`] takes it for UTC.
    pub fn parse(value: &str) -> Result<Self, InstantFault> {
        let whole = 0..value.len();
        let fault = |kind| InstantFault { range: whole.clone(), kind };
        let trimmed = value.trim_matches([' ', '\t', '\r', '\n']);
        if trimmed.is_empty() {
            return Err(fault(FaultKind::Empty));
        }
        let (instant, zoned) = scan(trimmed).ok_or_else(|| fault(FaultKind::Form))?;
        let instant = instant.ok_or_else(|| fault(FaultKind::Range))?;
        if !zoned {
            return Err(fault(FaultKind::NoZone));
        }
        Ok(instant)
    }

    /// Like [`Instant::parse`], but a value without a zone is taken for UTC.
    pub fn lenient(value: &str) -> Option<Self> {
        scan(value.trim()).and_then(|(instant, _)| instant)
    }

    /// From a date of the Gregorian calendar. `None` where there is no such date.
    pub fn from_civil(date: (i64, i64, i64), time: (i64, i64, i64), millis: i64) -> Option<Self> {
        let ((year, month, day), (hour, minute, second)) = (date, time);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        // 24:00:00 is the next day's start (XML Schema part 2, 3.2.7.1). A leap second counts as the one before it.
        let end_of_day = hour == 24 && minute == 0 && second == 0 && millis == 0;
        let fits = (1..=last).contains(&day)
            && (0..=9999).contains(&year)
            && ((0..24).contains(&hour) || end_of_day)
            && (0..60).contains(&minute)
            && (0..=60).contains(&second);
        if !fits {
            return None;
        }
        let second = second.min(59);
        // Days from the civil calendar, with years that begin in March, in eras of 400 years.
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted - era * 400;
        let month_from_march = (month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        Some(Self((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + millis))
    }

    /// Later by so many seconds.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Seconds from `earlier` to this; negative when this is before it.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(1000)
    }
}

/// Whether the form fits, then the instant (or `None` for a number out of range), and whether it had a zone.
fn scan(value: &str) -> Option<(Option<Instant>, bool)> {
    let (date, time) = value.split_once(['T', 't'])?;
    let mut date = date.split('-');
    let (year, month, day) = (digits(date.next()?, 4)?, digits(date.next()?, 2)?, digits(date.next()?, 2)?);
    if date.next().is_some() {
        return None;
    }
    let (clock, offset) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => (time.get(..at)?, Some(time.get(at..)?)),
        None => (time, None),
    };
    let (clock, fraction) = match clock.split_once('.') {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (clock, None),
    };
    let mut clock = clock.split(':');
    let (hour, minute, second) =
        (digits(clock.next()?, 2)?, digits(clock.next()?, 2)?, digits(clock.next()?, 2)?);
    if clock.next().is_some() {
        return None;
    }
    let millis = match fraction {
        None => 0,
        Some(fraction) => {
            let all = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
            let kept: String = fraction.chars().chain("000".chars()).take(3).collect();
            if all { kept.parse().ok()? } else { return None }
        }
    };
    let shift = match offset {
        None | Some("Z" | "z") => 0,
        Some(offset) => {
            let (hours, minutes) = offset.get(1..)?.split_once(':')?;
            let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
            if hours > 14 || minutes > 59 {
                return Some((None, true));
            }
            let shift = hours * 60 + minutes;
            if offset.starts_with('-') { -shift } else { shift }
        }
    };
    let instant = Instant::from_civil((year, month, day), (hour, minute, second), millis)
        .map(|instant| instant.plus_seconds(-shift * 60));
    Some((instant, offset.is_some()))
}

fn digits(value: &str, count: usize) -> Option<i64> {
    let fits = value.len() == count && value.bytes().all(|byte| byte.is_ascii_digit());
    if fits { value.parse().ok() } else { None }
}

/// `2026-01-15T10:00:00Z`, with milliseconds only where there are some.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, millis) = (self.0.div_euclid(86_400_000), self.0.rem_euclid(86_400_000));
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let (hour, minute, second) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        match millis % 1000 {
            0 => write!(f, "Z"),
            rest => write!(f, ".{rest:03}Z"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn instants_are_read_and_written() {
        for (value, millis, written) in [
            ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
            ("2026-01-15T10:00:00Z", 1_768_471_200_000, "2026-01-15T10:00:00Z"),
            ("2026-01-15T10:00:00.5Z", 1_768_471_200_500, "2026-01-15T10:00:00.500Z"),
            ("2026-01-15T10:00:00.1234567Z", 1_768_471_200_123, "2026-01-15T10:00:00.123Z"),
            ("2026-01-15T11:00:00+01:00", 1_768_471_200_000, "2026-01-15T10:00:00Z"),
            ("2026-01-15T05:30:00-04:30", 1_768_471_200_000, "2026-01-15T10:00:00Z"),
            ("2024-02-29T24:00:00Z", 1_709_251_200_000, "2024-03-01T00:00:00Z"),
            (" 2026-01-15T10:00:00Z ", 1_768_471_200_000, "2026-01-15T10:00:00Z"),
            ("0001-01-01T00:00:00Z", -62_135_596_800_000, "0001-01-01T00:00:00Z"),
        ] {
            assert_eq!(Instant::parse(value), Ok(Instant(millis)), "{value}");
            assert_eq!(Instant(millis).to_string(), written);
        }
    }

    #[test]
    fn what_is_no_instant_says_why() {
        for (value, kind) in [
            ("", FaultKind::Empty),
            ("yesterday", FaultKind::Form),
            ("2026-01-15", FaultKind::Form),
            ("2026-1-15T10:00:00Z", FaultKind::Form),
            ("2026-01-15 10:00:00Z", FaultKind::Form),
            ("2026-01-15T10:00Z", FaultKind::Form),
            ("2026-01-15T10:00:00.Z", FaultKind::Form),
            ("2026-01-15T10:00:00ZZ", FaultKind::Form),
            ("2026-02-29T10:00:00Z", FaultKind::Range),
            ("2026-13-01T10:00:00Z", FaultKind::Range),
            ("2026-01-15T25:00:00Z", FaultKind::Range),
            ("2026-01-15T10:00:00+99:00", FaultKind::Range),
            ("2026-01-15T10:00:00", FaultKind::NoZone),
        ] {
            assert_eq!(Instant::parse(value).map_err(|fault| fault.kind), Err(kind), "{value}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(millis in -62_000_000_000_000i64..253_000_000_000_000) {
            prop_assert_eq!(Instant::parse(&Instant(millis).to_string()), Ok(Instant(millis)));
        }

        #[test]
        fn nothing_panics(value in "\\PC{0,40}") {
            let _ = (Instant::parse(&value), Instant::lenient(&value));
        }
    }
}
