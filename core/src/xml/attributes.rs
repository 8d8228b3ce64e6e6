//! The attributes of one raw tag, however badly written.
//!
//! It deliberately resolves no prefix and decodes no value. quick-xml's own scanner does not notice names that are
//! none, glued attributes, nor what follows a fault.

use std::ops::Range;

use super::names::{fault_in_name, is_space};

/// One attribute as it is written. All ranges are bytes of the text scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawAttribute {
    pub name: Range<usize>,
    /// Without quotes.
    pub value: Range<usize>,
    /// From the name to the closing quote.
    pub whole: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AttributeFault {
    BadName,
    Glued,
    Unquoted,
    Valueless,
    /// At the quote.
    UnclosedQuote,
}

/// Scans from left to right. Each call of `next` makes progress.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    faults: Vec<(AttributeFault, Range<usize>)>,
}

impl<'a> Scanner<'a> {
    /// `text` is what stands between the name of the tag and its `>` or `/>`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, faults: Vec::new() }
    }

    /// What was wrong with the attributes returned so far.
    pub fn take_faults(&mut self) -> Vec<(AttributeFault, Range<usize>)> {
        std::mem::take(&mut self.faults)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes over the characters that fit and returns their range.
    fn pass(&mut self, fits: impl Fn(char) -> bool) -> Range<usize> {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.find(|c| !fits(c)).unwrap_or(rest.len());
        start..self.at
    }

    fn value(&mut self, name: &Range<usize>) -> Range<usize> {
        let before = self.at;
        self.pass(is_space);
        if !self.rest().starts_with('=') {
            self.at = before;
            self.faults.push((AttributeFault::Valueless, name.clone()));
            return name.end..name.end;
        }
        self.at += 1;
        self.pass(is_space);
        let Some(quote @ ('"' | '\'')) = self.rest().chars().next() else {
            let value = self.pass(|c| !is_space(c));
            self.faults.push((AttributeFault::Unquoted, value.clone()));
            return value;
        };
        self.at += 1;
        let value = self.pass(|c| c != quote);
        if self.rest().is_empty() {
            self.faults.push((AttributeFault::UnclosedQuote, value.start - 1..value.start));
        } else {
            self.at += 1;
        }
        value
    }
}

impl Iterator for Scanner<'_> {
    type Item = RawAttribute;

    fn next(&mut self) -> Option<RawAttribute> {
        loop {
            let space = self.pass(is_space);
            let first = self.rest().chars().next()?;
            if matches!(first, '=' | '"' | '\'' | '/') {
                // No name can begin here: the character is reported and passed.
                self.at += first.len_utf8();
                self.faults.push((AttributeFault::BadName, self.at - first.len_utf8()..self.at));
                continue;
            }
            let name = self.pass(|c| !is_space(c) && !matches!(c, '=' | '"' | '\'' | '/'));
            if space.is_empty() {
                self.faults.push((AttributeFault::Glued, name.clone()));
            }
            if let Some(bad) = self.text.get(name.clone()).and_then(fault_in_name) {
                self.faults.push((AttributeFault::BadName, name.start + bad.start..name.start + bad.end));
            }
            let value = self.value(&name);
            return Some(RawAttribute { whole: name.start..self.at, name, value });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Attributes as `name|value|whole`, then faults as `kind@characters`.
    fn scan(text: &str) -> Vec<String> {
        let mut scanner = Scanner::new(text);
        let at = |range| text.get::<Range<usize>>(range).unwrap();
        let mut found: Vec<_> =
            scanner.by_ref().map(|a| format!("{}|{}|{}", at(a.name), at(a.value), at(a.whole))).collect();
        found
            .extend(scanner.take_faults().into_iter().map(|(kind, place)| format!("{kind:?}@{}", at(place))));
        found
    }

    #[test]
    fn attributes_and_their_faults() {
        let cases: [(&str, &[&str]); 12] = [
            (r#" a="1" b='2'"#, &[r#"a|1|a="1""#, "b|2|b='2'"]),
            (" a = \"x y\"\n", &["a|x y|a = \"x y\""]),
            (r#" a="1"b="2""#, &[r#"a|1|a="1""#, r#"b|2|b="2""#, "Glued@b"]),
            (" a=1 b='2'", &["a|1|a=1", "b|2|b='2'", "Unquoted@1"]),
            (" a b='2'", &["a||a", "b|2|b='2'", "Valueless@a"]),
            (" a=", &["a||a=", "Unquoted@"]),
            (
                " ='x' a='1'",
                &["x||x", "a|1|a='1'", "BadName@=", "BadName@'", "Glued@x", "Valueless@x", "BadName@'"],
            ),
            (" 1a='x'", &["1a|x|1a='x'", "BadName@1"]),
            (" a>b='x'", &["a>b|x|a>b='x'", "BadName@>"]),
            (" a='x", &["a|x|a='x", "UnclosedQuote@'"]),
            (" / a='1'", &["a|1|a='1'", "BadName@/"]),
            (" a:b='é\u{feff}'", &["a:b|é\u{feff}|a:b='é\u{feff}'"]),
        ];
        for (text, expected) in cases {
            assert_eq!(scan(text), expected, "{text}");
        }
    }
}
