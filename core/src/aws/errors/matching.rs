//! Finds error texts of AWS in what somebody pasted, whatever program wrapped them.
//!
//! It deliberately compares words, not characters: case, quotes, line breaks, HTML and escapes between them do not count.
//! A text that is made of common words only counts where it stands alone.

mod report;

use crate::order::Gather as _;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::report::{reports, reports_of};
use super::{AwsError, catalogue};

/// An error text in a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    pub error: &'static AwsError,
    /// The bytes of the paste that hold the text.
    pub range: Range<usize>,
    /// What the program around the text reports, innermost first; empty where nothing does.
    pub reports: Vec<Report<'a>>,
}

/// What stands around a text: `(Service: …; Status Code: …; Error Code: …; Request ID: …)` and its likes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report<'a> {
    pub range: Range<usize>,
    pub service: Option<&'a str>,
    pub status: Option<u16>,
    pub code: Option<&'a str>,
    pub request_id: Option<&'a str>,
    /// The operation that was called, in texts of the AWS CLI.
    pub operation: Option<&'a str>,
}

impl<'a> Match<'a> {
    /// The outermost code: what the caller's program saw.
    pub fn code(&self) -> Option<&'a str> {
        self.reports.iter().rev().find_map(|report| report.code)
    }

    pub fn status(&self) -> Option<u16> {
        self.reports.iter().rev().find_map(|report| report.status)
    }

    pub fn service(&self) -> Option<&'a str> {
        self.reports.iter().rev().find_map(|report| report.service)
    }

    pub fn request_ids(&self) -> impl Iterator<Item = &'a str> {
        self.reports.iter().filter_map(|report| report.request_id)
    }
}

/// All error texts in a paste, from left to right. Of texts that overlap, the longer one counts.
pub fn recognise(pasted: &str) -> Vec<Match<'_>> {
    let mut found = occurrences(pasted);
    // The longest first; what overlaps one that was kept is a part of it.
    crate::order::by_key(&mut found, |one| [usize::MAX.saturating_sub(one.words), one.range.start]);
    let mut kept: BTreeMap<usize, &Occurrence> = BTreeMap::new();
    for occurrence in &found {
        let before = kept.range(..occurrence.range.end).next_back().map(|(_, before)| before.range.end);
        if before.is_none_or(|end| end <= occurrence.range.start) {
            kept.insert(occurrence.range.start, occurrence);
        }
    }
    // A code beside its own text is only what reports the text.
    let texts: BTreeSet<&str> =
        kept.values().filter(|found| !found.by_code).map(|found| found.error.id).gathered();
    kept.retain(|_, found| !found.by_code || !texts.contains(found.error.id));
    // The same goes for the code of the AWS CLI before a text that says more.
    let follows = |end: usize| {
        let next = kept.range(end..).next().filter(|(_, next)| !next.by_code);
        next.and_then(|(start, _)| pasted.get(end..*start)).is_some_and(|between| words(between).is_empty())
    };
    let codes = kept.iter().filter(|(_, found)| found.by_code && follows(found.range.end));
    let codes: Vec<_> = codes.map(|(start, _)| *start).collect();
    kept.retain(|start, _| !codes.contains(start));
    let reports = reports(pasted);
    let mut previous_end = 0;
    let mut following = kept.keys().copied().skip(1);
    let mut matches = Vec::new();
    for found in kept.values() {
        let next = following.next().unwrap_or(pasted.len());
        let own = reports_of(&reports, pasted, previous_end..next, found.range.clone());
        matches.push(Match { error: found.error, range: found.range.clone(), reports: own });
        previous_end = found.range.end;
    }
    matches
}

/// A text that was found, before overlaps are settled.
struct Occurrence {
    error: &'static AwsError,
    range: Range<usize>,
    /// How many words it has.
    words: usize,
    by_code: bool,
}

fn occurrences(pasted: &str) -> Vec<Occurrence> {
    let words = words(pasted);
    let patterns = patterns();
    let mut found = Vec::new();
    for (at, first) in words.iter().enumerate() {
        for pattern in patterns.get(&first.text).into_iter().flatten() {
            let Some(end) = pattern.matches(&words, at) else { continue };
            let Some(last) = end.checked_sub(1).and_then(|last| words.get(last)) else { continue };
            let alone = first.gap_before && words.get(end).is_none_or(|next| next.gap_before);
            if alone || !pattern.stands_alone {
                found.push(Occurrence {
                    error: pattern.error,
                    range: first.range.start..last.range.end,
                    words: end.saturating_sub(at),
                    by_code: pattern.by_code,
                });
            }
        }
    }
    found
}

/// One word of the paste in lower case.
struct Word {
    text: String,
    range: Range<usize>,
    /// Whether a line break, a quote or an angle bracket stands before it, or nothing at all.
    gap_before: bool,
}

struct Pattern {
    error: &'static AwsError,
    /// `None` stands for up to [`WILDCARD`] words.
    words: Vec<Option<String>>,
    /// Whether it names the error's code instead of its text.
    by_code: bool,
    /// Whether it only counts on a line or between quotes of its own.
    stands_alone: bool,
}

/// Most words that `{}` stands for: enough for a name in quotes or an ARN.
const WILDCARD: usize = 12;

impl Pattern {
    /// The index after the last word, if the pattern begins at `start`.
    fn matches(&self, words: &[Word], start: usize) -> Option<usize> {
        let mut at = start;
        let mut skip = 0;
        for wanted in &self.words {
            let Some(wanted) = wanted else {
                skip = WILDCARD;
                continue;
            };
            let window = words.get(at..)?.iter().take(skip + 1);
            let step = window.map(|word| &word.text).position(|text| text == wanted)?;
            at = at.saturating_add(step).saturating_add(1);
            skip = 0;
        }
        Some(at)
    }
}

/// The patterns of all errors by their first word.
fn patterns() -> BTreeMap<String, Vec<Pattern>> {
    let mut patterns: BTreeMap<String, Vec<Pattern>> = BTreeMap::new();
    for error in catalogue() {
        // A symptom is described in words that others use as well.
        let own = (error.text, error.stands_alone || error.is_symptom);
        let length = words(error.text).len();
        // A longer form is unmistakable.
        let variants = error
            .variants
            .iter()
            .map(|variant| (*variant, error.stands_alone && words(variant).len() <= length));
        for (text, stands_alone) in std::iter::once(own).chain(variants) {
            let mut compiled = Vec::new();
            for (index, piece) in text.split("{}").enumerate() {
                if index > 0 {
                    compiled.push(None);
                }
                compiled.extend(words(piece).into_iter().map(|word| Some(word.text)));
            }
            if let Some(Some(first)) = compiled.first() {
                let by_code = error.code.is_some_and(|code| code.eq_ignore_ascii_case(first));
                let first = first.clone();
                patterns.entry(first).or_default().push(Pattern {
                    error,
                    words: compiled,
                    by_code,
                    stands_alone,
                });
            }
        }
    }
    patterns
}

/// Cuts a text into words. HTML entities, escapes and everything that is no letter or digit separate; an apostrophe
/// within a word does not.
fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut current = String::new();
    let (mut start, mut end, mut gap, mut joins) = (0, 0, true, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len().saturating_sub(rest.len());
        let (length, kind) = unit(rest, c);
        rest = rest.get(length..).unwrap_or_default();
        match kind {
            Unit::Letter => {
                if current.is_empty() {
                    start = at;
                }
                current.push(c.to_ascii_lowercase());
                end = at.saturating_add(length);
                joins = false;
            }
            Unit::Nothing => {}
            // Only one between two letters belongs to the word.
            Unit::Apostrophe if !current.is_empty() && !joins && begins_with_letter(rest) => joins = true,
            _ => {
                if !current.is_empty() {
                    found.push(Word {
                        text: std::mem::take(&mut current),
                        range: start..end,
                        gap_before: gap,
                    });
                    gap = false;
                }
                gap |= matches!(kind, Unit::Break | Unit::Apostrophe);
                joins = false;
            }
        }
    }
    if !current.is_empty() {
        found.push(Word { text: current, range: start..end, gap_before: gap });
    }
    found
}

enum Unit {
    Letter,
    Apostrophe,
    /// Invisible: as if it were not there.
    Nothing,
    /// Separates words.
    Other,
    /// Also ends what stands alone.
    Break,
}

/// The length and kind of the next character, entity or escape.
fn unit(rest: &str, c: char) -> (usize, Unit) {
    /// The longest name of an entity that is looked for.
    const LONGEST: usize = 9;
    match c {
        '&' => {
            let end = rest.char_indices().take(LONGEST).find(|&(_, c)| c == ';').map(|(at, _)| at);
            let name = end.and_then(|end| rest.get(1..end)).unwrap_or_default();
            let legal = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
            match name.to_ascii_lowercase().as_str() {
                "apos" | "#39" | "#039" | "#x27" | "rsquo" | "lsquo" | "#8217" | "#8216" | "#x2019" => {
                    (name.len().saturating_add(2), Unit::Apostrophe)
                }
                "quot" | "#34" | "#x22" | "lt" | "gt" | "ldquo" | "rdquo" => {
                    (name.len().saturating_add(2), Unit::Break)
                }
                _ if legal => (name.len().saturating_add(2), Unit::Other),
                _ => (1, Unit::Other),
            }
        }
        '\\' => {
            let code = rest.get(2..6).unwrap_or_default().to_ascii_lowercase();
            match (rest.get(1..2), code.as_str()) {
                (Some("u"), "0027" | "2019" | "2018") => (6, Unit::Apostrophe),
                (Some("u"), "0022" | "201c" | "201d" | "003c" | "003e") => (6, Unit::Break),
                (Some("n" | "r"), _) => (2, Unit::Break),
                (Some("t"), _) => (2, Unit::Other),
                (Some("'"), _) => (2, Unit::Apostrophe),
                (Some("\""), _) => (2, Unit::Break),
                _ => (1, Unit::Other),
            }
        }
        '\'' | '’' | '‘' | 'ʼ' => (c.len_utf8(), Unit::Apostrophe),
        '"' | '“' | '”' | '„' | '`' | '<' | '>' | '\n' | '\r' | '|' => (c.len_utf8(), Unit::Break),
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => (c.len_utf8(), Unit::Nothing),
        _ if c.is_alphanumeric() => (c.len_utf8(), Unit::Letter),
        _ => (c.len_utf8(), Unit::Other),
    }
}

fn begins_with_letter(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
