//! The alphabets and lengths of the values that AWS reads from attributes, and which characters fall outside.
//!
//! It deliberately gives no error texts: they are in the catalogue.

use std::ops::Range;

use super::characters::is_letter_separator_or_number;

/// A set of characters with a length, as AWS documents it for one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// `[a-zA-Z_0-9+=,.@-]{2,64}`.
    RoleSessionName,
    /// As a session name, not beginning with `aws:`. AWS's pages disagree whether 64 or 256 is the limit.
    SourceIdentity,
    /// 1 to 128 of `[\p{L}\p{Z}\p{N}_.:/=+\-@]`, not beginning with `aws:`.
    TagKey,
    /// 0 to 256 of the same.
    TagValue,
    /// 2 to 64 of letters, digits and `_ - . \ @`; the first limit is that of the session name, which must equal it.
    ConnectUsername,
}

/// How a length stands to its limits. Lengths count Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Fits,
    TooShort {
        least: usize,
    },
    TooLong {
        most: usize,
    },
    /// Beyond the limit that one page of AWS states, within that of another.
    Disputed {
        least_limit: usize,
    },
}

impl Alphabet {
    pub fn allows(self, c: char) -> bool {
        match self {
            Self::RoleSessionName | Self::SourceIdentity => {
                c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '=' | ',' | '.' | '@' | '-')
            }
            Self::TagKey | Self::TagValue => {
                is_letter_separator_or_number(c) || matches!(c, '_' | '.' | ':' | '/' | '=' | '+' | '-' | '@')
            }
            Self::ConnectUsername => c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '\\' | '@'),
        }
    }

    /// The alphabet as AWS writes it.
    pub fn pattern(self) -> &'static str {
        match self {
            Self::RoleSessionName | Self::SourceIdentity => "[a-zA-Z_0-9+=,.@-]{2,64}",
            Self::TagKey => "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
            Self::TagValue => "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
            Self::ConnectUsername => "[a-zA-Z0-9\\_\\-\\.\\\\\\@]+",
        }
    }

    pub fn length(self, value: &str) -> Length {
        let (least, most) = match self {
            Self::RoleSessionName | Self::ConnectUsername => (2, 64),
            Self::SourceIdentity => (2, 256),
            Self::TagKey => (1, 128),
            Self::TagValue => (0, 256),
        };
        let count = value.chars().count();
        if count < least {
            Length::TooShort { least }
        } else if count > most {
            Length::TooLong { most }
        } else if self == Self::SourceIdentity && count > 64 {
            Length::Disputed { least_limit: 64 }
        } else {
            Length::Fits
        }
    }

    /// The prefix that AWS keeps for itself, if the value begins with it and may not.
    pub fn reserved_prefix(self, value: &str) -> Option<Range<usize>> {
        let reserved = matches!(self, Self::SourceIdentity | Self::TagKey | Self::TagValue);
        let begins = value.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws:"));
        (reserved && begins).then_some(0..4)
    }

    /// Whether nothing at all is wrong with the value.
    pub fn holds(self, value: &str) -> bool {
        matches!(self.length(value), Length::Fits | Length::Disputed { .. })
            && value.chars().all(|c| self.allows(c))
            && self.reserved_prefix(value).is_none()
    }
}

/// The characters of a value that are outside the alphabet, each with its bytes.
pub fn offending(alphabet: Alphabet, value: &str) -> Vec<(Range<usize>, char)> {
    value
        .char_indices()
        .filter(|&(_, c)| !alphabet.allows(c))
        .map(|(at, c)| (at..at.saturating_add(c.len_utf8()), c))
        .collect()
}

/// `SessionDuration`: a decimal number of seconds from 900 to 43200.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionDuration {
    Seconds(u32),
    TooShort,
    TooLong,
    /// Not digits alone.
    NotANumber,
    Empty,
}

pub const LEAST_SESSION_SECONDS: u32 = 900;
pub const MOST_SESSION_SECONDS: u32 = 43_200;
/// What AWS takes where the attribute is absent.
pub const DEFAULT_SESSION_SECONDS: u32 = 3_600;

pub fn session_duration(value: &str) -> SessionDuration {
    if value.is_empty() {
        return SessionDuration::Empty;
    }
    if !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return SessionDuration::NotANumber;
    }
    match value.parse::<u32>() {
        Ok(seconds) if seconds < LEAST_SESSION_SECONDS => SessionDuration::TooShort,
        Ok(seconds) if seconds <= MOST_SESSION_SECONDS => SessionDuration::Seconds(seconds),
        _ => SessionDuration::TooLong,
    }
}

/// Most tags in one session.
pub const MOST_SESSION_TAGS: usize = 50;
/// Most characters of the Base64 response.
pub const MOST_RESPONSE_CHARACTERS: usize = 100_000;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_hold_or_not() {
        use Alphabet::*;
        let long = "a".repeat(64);
        let longer = "a".repeat(65);
        let cases: &[(Alphabet, &str, bool)] = &[
            (RoleSessionName, "jane", true),
            (RoleSessionName, "jane.doe+x=y,z@example.com", true),
            (RoleSessionName, "j", false),
            (RoleSessionName, "", false),
            (RoleSessionName, &long, true),
            (RoleSessionName, &longer, false),
            (RoleSessionName, "Jane Doe", false),
            (RoleSessionName, "o'brien", false),
            (RoleSessionName, "EXAMPLE\\jane", false),
            (RoleSessionName, "a/b", false),
            (RoleSessionName, "a:b", false),
            (RoleSessionName, "josé", false),
            (SourceIdentity, "aws:jane", false),
            (SourceIdentity, &longer, true),
            (TagKey, "Cost Center", true),
            (TagKey, "Größe:/=+-@._", true),
            (TagKey, "", false),
            (TagKey, "AWS:x", false),
            (TagValue, "", true),
            (TagValue, "R&D", false),
            (TagValue, "Sales, EMEA", false),
            (TagValue, "CN=a,OU=b", false),
            (TagValue, "a\tb", false),
            (TagValue, "日本語 123", true),
            (ConnectUsername, "a+b", false),
            (ConnectUsername, "a\\b", true),
        ];
        for (alphabet, value, expected) in cases {
            assert_eq!(alphabet.holds(value), *expected, "{alphabet:?} {value}");
        }
        assert_eq!(SourceIdentity.length(&longer), Length::Disputed { least_limit: 64 });
    }

    #[test]
    fn offending_characters_have_places() {
        assert_eq!(offending(Alphabet::RoleSessionName, "Zoë Ray"), [(2..4, 'ë'), (4..5, ' ')]);
        assert_eq!(offending(Alphabet::TagValue, "R&D"), [(1..2, '&')]);
    }

    #[test]
    fn durations() {
        use SessionDuration::*;
        let cases = [
            ("3600", Seconds(3600)),
            ("900", Seconds(900)),
            ("899", TooShort),
            ("43200", Seconds(43_200)),
            ("43201", TooLong),
            ("99999999999999999999", TooLong),
            ("PT1H", NotANumber),
            ("3600.0", NotANumber),
            (" 3600", NotANumber),
            ("-900", NotANumber),
            ("", Empty),
        ];
        for (value, expected) in cases {
            assert_eq!(session_duration(value), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn offending_is_empty_where_the_alphabet_holds(value in "\\PC{0,20}") {
            for alphabet in [Alphabet::RoleSessionName, Alphabet::TagKey, Alphabet::TagValue] {
                let bad = offending(alphabet, &value);
                prop_assert!(!alphabet.holds(&value) || bad.is_empty());
                for (range, c) in bad {
                    prop_assert_eq!(value.get(range).and_then(|part| part.chars().next()), Some(c));
                }
            }
        }
    }
}
