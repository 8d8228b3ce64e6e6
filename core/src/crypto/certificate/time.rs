//! The times of a certificate's validity (RFC 5280, 4.1.2.5).
//!
//! It deliberately reads what the standard forbids and implementations wrote all the same (no seconds, an offset), and
//! says so.

use super::der::{Element, GENERALIZED_TIME, UTC_TIME};
use super::problem::{ProblemKind, Problems};
use crate::source::Bytes;

/// A time and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// Milliseconds since 1970-01-01T00:00:00Z. `None`: it cannot be read.
    pub milliseconds: Option<i64>,
    pub at: Bytes,
}

/// Reads a `Time`; any other type is a fault.
pub(super) fn read(element: &Element<'_>, problems: &mut Problems) -> Time {
    let at = element.inner();
    let parsed = match element.tag {
        UTC_TIME => parse(element.content, 2),
        GENERALIZED_TIME => parse(element.content, 4),
        _ => {
            problems.add(ProblemKind::WrongTag, element.at);
            return Time { milliseconds: None, at };
        }
    };
    match parsed {
        None => problems.add(ProblemKind::BadTime, at),
        Some(parsed) if !parsed.proper => problems.add(ProblemKind::TimeForm, at),
        Some(parsed) if element.tag == GENERALIZED_TIME && parsed.year < 2050 => {
            problems.add(ProblemKind::TimeType, element.at);
        }
        Some(_) => {}
    }
    Time { milliseconds: parsed.map(|parsed| parsed.milliseconds), at }
}

#[derive(Clone, Copy)]
struct Parsed {
    milliseconds: i64,
    year: i64,
    /// Of the one form that the standard allows.
    proper: bool,
}

/// Year (of two or four digits), month, day, hour, minute; then what is optional.
fn parse(content: &[u8], year_digits: usize) -> Option<Parsed> {
    let mut rest = content;
    let year = match (number(&mut rest, year_digits)?, year_digits) {
        (year @ 0..50, 2) => 2000 + year,
        (year, 2) => 1900 + year,
        (year, _) => year,
    };
    let [month, day, hour, minute] =
        [number(&mut rest, 2)?, number(&mut rest, 2)?, number(&mut rest, 2)?, number(&mut rest, 2)?];
    let mut proper = true;
    let second = match rest.first() {
        Some(byte) if byte.is_ascii_digit() => number(&mut rest, 2)?,
        _ => {
            proper = false;
            0
        }
    };
    if let Some((b'.' | b',', after)) = rest.split_first() {
        let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
        rest = after.get(digits..).filter(|_| digits > 0)?;
        proper = false;
    }
    let offset = match rest {
        b"Z" => 0,
        [] => {
            proper = false;
            0
        }
        [sign @ (b'+' | b'-'), after @ ..] => {
            proper = false;
            rest = after;
            let (hours, minutes) = (number(&mut rest, 2)?, number(&mut rest, 2)?);
            if !rest.is_empty() || hours > 14 || minutes > 59 {
                return None;
            }
            let minutes = hours * 60 + minutes;
            if *sign == b'+' { minutes } else { -minutes }
        }
        _ => return None,
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=last).contains(&day) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute - offset) * 60 + second;
    Some(Parsed { milliseconds: seconds * 1000, year, proper })
}

/// So many digits off the front.
fn number(rest: &mut &[u8], digits: usize) -> Option<i64> {
    let (head, tail) = rest.split_at_checked(digits)?;
    *rest = tail;
    head.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
}

/// Days from 1970-01-01 to a date of the Gregorian calendar. Years begin in March here, so that the leap day is last;
/// 400 years are a cycle of 146,097 days.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (cycle, year_of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    cycle * 146_097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_its_instant_or_its_fault() {
        let cases: [(u8, &str, Option<i64>, Option<ProblemKind>); 18] = [
            (UTC_TIME, "700101000000Z", Some(0), None),
            (UTC_TIME, "250115100000Z", Some(1_736_935_200_000), None),
            (UTC_TIME, "491231235959Z", Some(2_524_607_999_000), None),
            (UTC_TIME, "500101000000Z", Some(-631_152_000_000), None),
            (UTC_TIME, "240229000000Z", Some(1_709_164_800_000), None),
            (UTC_TIME, "230229000000Z", None, Some(ProblemKind::BadTime)),
            (UTC_TIME, "2501151000Z", Some(1_736_935_200_000), Some(ProblemKind::TimeForm)),
            (UTC_TIME, "250115110000+0100", Some(1_736_935_200_000), Some(ProblemKind::TimeForm)),
            (UTC_TIME, "250115090000-0100", Some(1_736_935_200_000), Some(ProblemKind::TimeForm)),
            (UTC_TIME, "250115100000", Some(1_736_935_200_000), Some(ProblemKind::TimeForm)),
            (UTC_TIME, "251315100000Z", None, Some(ProblemKind::BadTime)),
            (UTC_TIME, "", None, Some(ProblemKind::BadTime)),
            (UTC_TIME, "250115100000ZZ", None, Some(ProblemKind::BadTime)),
            (GENERALIZED_TIME, "20500101000000Z", Some(2_524_608_000_000), None),
            (GENERALIZED_TIME, "20250115100000Z", Some(1_736_935_200_000), Some(ProblemKind::TimeType)),
            (GENERALIZED_TIME, "20500101000000.5Z", Some(2_524_608_000_000), Some(ProblemKind::TimeForm)),
            (GENERALIZED_TIME, "99991231235959Z", Some(253_402_300_799_000), None),
            (0x13, "250115100000Z", None, Some(ProblemKind::WrongTag)),
        ];
        for (tag, text, milliseconds, problem) in cases {
            let element = Element {
                tag,
                at: Bytes::new(0, text.len() + 2),
                raw: &[],
                content: text.as_bytes(),
                content_start: 2,
            };
            let mut problems = Problems::default();
            let time = read(&element, &mut problems);
            assert_eq!(time.milliseconds, milliseconds, "{text}");
            assert_eq!(problems.finish().first().map(|problem| problem.kind), problem, "{text}");
        }
    }
}
