//! Where two values that should be equal are not: the shortest stretch of characters that tells them apart.
//!
//! It deliberately finds one stretch only: everything between the common beginning and the common end.

use crate::source::{Span, Text};
use std::ops::Range;

/// The byte ranges of `a` and of `b` that differ. One of them is empty where the other has more characters.
pub(in crate::rules) fn between(a: &str, b: &str) -> (Range<usize>, Range<usize>) {
    let start: usize =
        a.chars().zip(b.chars()).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum();
    let (rest_a, rest_b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end: usize = rest_a
        .chars()
        .rev()
        .zip(rest_b.chars().rev())
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum();
    let (end_a, end_b) = (a.len().saturating_sub(end), b.len().saturating_sub(end));
    let back = match (end_a == start, end_b == start) {
        (true, false) => to_whole_word(b, start..end_b),
        (false, true) => to_whole_word(a, start..end_a),
        _ => 0,
    };
    let (start, end_a, end_b) =
        (start.saturating_sub(back), end_a.saturating_sub(back), end_b.saturating_sub(back));
    (start..end_a, start..end_b)
}

/// How many bytes an addition can begin earlier, with the same text left without it, so that it begins with a word:
/// `static/` rather than `tatic/s`. 0 where no such place is.
fn to_whole_word(text: &str, added: Range<usize>) -> usize {
    let before = text.get(..added.start).unwrap_or_default().chars().rev();
    let added = text.get(added).unwrap_or_default();
    if !added.starts_with(char::is_alphanumeric) {
        return 0;
    }
    let last = added.chars().rev();
    let mut back = 0_usize;
    let mut pairs = before.zip(last).peekable();
    while let Some((one, other)) = pairs.next() {
        if one != other || !one.is_alphanumeric() {
            return 0;
        }
        back = back.saturating_add(one.len_utf8());
        if pairs.peek().is_none_or(|(next, _)| !next.is_alphanumeric()) {
            return back;
        }
    }
    0
}

/// The characters of a value to underline: the range, or all of it where the range is empty.
pub(in crate::rules) fn underline(text: &Text, range: Range<usize>) -> Span {
    if range.is_empty() { text.span } else { text.sub(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_stretch_is_found() {
        let cases = [
            ("https://a/saml", "https://a/saml/", "", "/"),
            ("http://a", "https://a", "", "s"),
            ("abc", "abc", "", ""),
            ("aXc", "aYYc", "X", "YY"),
            ("aaa", "aa", "a", ""),
            ("é", "è", "é", "è"),
            ("https://a.example/saml", "https://a.example/static/saml", "", "static/"),
            ("https://signin.a/saml", "https://sa-west-1.signin.a/saml", "", "sa-west-1."),
            ("/saml/x", "/sam/saml/x", "", "/sam"),
            ("", "x", "", "x"),
        ];
        for (a, b, in_a, in_b) in cases {
            let (one, other) = between(a, b);
            assert_eq!((a.get(one).unwrap(), b.get(other).unwrap()), (in_a, in_b), "{a} {b}");
        }
    }
}
