//! Finds where the ARNs of a value begin and end.
//!
//! It deliberately splits at ARNs and at nothing else.

use std::ops::Range;

use super::super::arn::begins_with_partition;
use super::super::characters::is_invisible;
use super::{PairFault, PairFaultKind};

/// Where ARNs begin. A comma alone separates nothing, for a role's name may hold one.
pub(super) fn arn_starts(value: &str, inner: &Range<usize>) -> Vec<usize> {
    let text = value.get(inner.clone()).unwrap_or_default();
    let mut starts: Vec<usize> = Vec::new();
    let mut end_of_last = 0;
    for (at, _) in text.match_indices([':']) {
        // The word before the colon, without looking further back than the last ARN's own prefix.
        let before = text.get(end_of_last..at).unwrap_or_default();
        let word =
            before.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap_or_default();
        let whole_word = at.saturating_sub(word.len());
        let tail = |start: usize| text.get(start..).unwrap_or_default();
        let begin = if word.eq_ignore_ascii_case("arn") || begins_with_partition(tail(whole_word)) {
            Some(whole_word)
        } else {
            // `…role/Adminarn:aws:iam…`: the separator is missing.
            (word.ends_with("arn") && begins_with_partition(tail(at.saturating_add(1))))
                .then(|| at.saturating_sub(3))
        };
        match begin.filter(|&begin| begin >= end_of_last) {
            Some(begin) => {
                starts.push(inner.start.saturating_add(begin));
                // The partition and the service belong to this ARN.
                let own =
                    tail(begin).split(':').take(3).map(|part| part.len().saturating_add(1)).sum::<usize>();
                end_of_last = begin.saturating_add(own).min(text.len());
            }
            None => end_of_last = end_of_last.max(at),
        }
    }
    starts
}

pub(super) fn trim_separators(text: &str) -> &str {
    const ESCAPES: [&str; 5] = ["%2C", "%2c", "%20", "&#44;", "&amp;"];
    let separator = |c| is_blank(c) || is_quote(c) || matches!(c, ',' | ';' | '|' | '，' | '、');
    let mut text = text;
    // Escapes first: one of them ends in a semicolon.
    while let Some(shorter) =
        ESCAPES.iter().find_map(|escape| text.strip_suffix(escape)).or_else(|| text.strip_suffix(separator))
    {
        text = shorter;
    }
    text
}

pub(super) fn blanks(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| is_blank(c)) {
        let (at, end) = (start.saturating_add(at), start.saturating_add(at).saturating_add(c.len_utf8()));
        match found.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => found.push(at..end),
        }
    }
    found
}

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’')
}

/// What is still encoded for a URL or for XML.
pub(super) fn escapes(value: &str) -> Vec<PairFault> {
    let mut found = Vec::new();
    let mut fault = |kind, range: Range<usize>| found.push(PairFault { kind, range });
    for (at, _) in value.match_indices('%') {
        let hex = value.get(at.saturating_add(1)..at.saturating_add(3)).unwrap_or_default();
        if hex.len() == 2 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            fault(PairFaultKind::PercentEncoded, at..at.saturating_add(3));
        }
    }
    for (at, _) in value.match_indices('&') {
        let rest: &str = value.get(at.saturating_add(1)..).unwrap_or_default();
        // No name of an entity is longer, so the search stays short.
        let name = rest.char_indices().take(8).find(|&(_, c)| c == ';').and_then(|(end, _)| rest.get(..end));
        if name.is_some_and(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        }) {
            let length = name.map_or(0, str::len);
            fault(PairFaultKind::EntityLeftover, at..at.saturating_add(length).saturating_add(2));
        }
    }
    found
}
