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
    (start..a.len().saturating_sub(end), start..b.len().saturating_sub(end))
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
            ("", "x", "", "x"),
        ];
        for (a, b, in_a, in_b) in cases {
            let (one, other) = between(a, b);
            assert_eq!((a.get(one).unwrap(), b.get(other).unwrap()), (in_a, in_b), "{a} {b}");
        }
    }
}
