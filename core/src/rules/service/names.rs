//! How the name that was sent misses a name that the service knows.
//!
//! It deliberately names one difference, the likeliest; names that have little in common are not near.

use crate::aws::characters::looks_like_ascii;
use crate::rules::response::difference::between;
use crate::source::Text;

/// In what two names differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rules) enum Miss {
    Case,
    WhiteSpace,
    /// Letters that only look the same.
    LookAlike,
    /// One has a domain, the other has none or another one.
    Domain,
    Typo,
}

/// Shorter names are near to too many others.
const LONG_ENOUGH_FOR_A_TYPO: usize = 5;

impl Miss {
    /// Completes "they differ …".
    pub fn words(self) -> &'static str {
        match self {
            Self::Case => "only in upper and lower case",
            Self::WhiteSpace => "only in white space",
            Self::LookAlike => "only in characters that look alike",
            Self::Domain => "only in the domain",
            Self::Typo => "only in one character",
        }
    }

    /// Whether one was surely meant for the other, so that it need not be known whether the list is whole.
    pub fn is_sure(self) -> bool {
        matches!(self, Self::Case | Self::WhiteSpace | Self::LookAlike)
    }
}

/// The nearest of the names that are not equal to the one sent, with what goes with it.
pub(in crate::rules) fn nearest<'t, T>(
    sent: &str,
    known: impl Iterator<Item = (&'t Text, T)>,
) -> Option<(&'t Text, T, Miss)> {
    let near = known.filter_map(|(name, beside)| Some((name, beside, miss(sent, name.as_str())?)));
    near.min_by_key(|(_, _, miss)| *miss)
}

fn miss(sent: &str, known: &str) -> Option<Miss> {
    if sent.is_empty() || known.trim().is_empty() || sent == known {
        return None;
    }
    if sent.trim() == known.trim() {
        return Some(Miss::WhiteSpace);
    }
    let lower = |name: &str| name.trim().to_lowercase();
    if lower(sent) == lower(known) {
        return Some(Miss::Case);
    }
    let folded =
        |name: &str| -> String { lower(name).chars().map(|c| looks_like_ascii(c).unwrap_or(c)).collect() };
    if folded(sent) == folded(known) {
        return Some(Miss::LookAlike);
    }
    if bare(&lower(sent)) == bare(&lower(known)) {
        return Some(Miss::Domain);
    }
    let long = sent.chars().count().min(known.chars().count()) >= LONG_ENOUGH_FOR_A_TYPO;
    let (sent, known) = (lower(sent), lower(known));
    let (one, other) = between(&sent, &known);
    let one_character =
        |text: &str, range| text.get(range).is_some_and(|differing: &str| differing.chars().count() <= 1);
    (long && one_character(&sent, one) && one_character(&known, other)).then_some(Miss::Typo)
}

/// A name without `@domain` and without `DOMAIN\` or `domain/`.
fn bare(name: &str) -> &str {
    let name = name.rsplit(['\\', '/']).next().unwrap_or(name);
    name.split_once('@').map_or(name, |(local, _)| local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_miss_in_one_way() {
        let cases = [
            ("JDoe", "jdoe", Some(Miss::Case)),
            ("jdoe", "jdoe ", Some(Miss::WhiteSpace)),
            ("jd\u{43e}e", "jdoe", Some(Miss::LookAlike)),
            ("jdoe@example.com", "jdoe", Some(Miss::Domain)),
            ("JDoe@example.com", "jdoe@example.org", Some(Miss::Domain)),
            ("EXAMPLE\\jdoe", "jdoe", Some(Miss::Domain)),
            ("ana.lopes", "ana.lopez", Some(Miss::Typo)),
            ("jdo", "jdoe", None),
            ("jdoe", "jdoe", None),
            ("ana.lopez", "ben.fox", None),
            ("", "jdoe", None),
        ];
        for (sent, known, expected) in cases {
            assert_eq!(miss(sent, known), expected, "{sent} {known}");
        }
    }
}
