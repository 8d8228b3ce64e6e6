//! Words from manuals that somebody forgot to replace.
//!
//! It deliberately does not say that they are wrong: an account may really be called `ACCOUNT`.

use std::ops::Range;

/// A word that stands in a manual in the place of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    pub range: Range<usize>,
    pub kind: PlaceholderKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceholderKind {
    /// A word that manuals print, such as `ROLENAME`; it could be a real name.
    Word,
    /// An account number that AWS prints in its documentation, such as 111122223333.
    DocumentationAccount,
    /// A variable that nothing filled in: `${role}`, `$1`, `[region]`, `<name>`, `{{user}}`.
    Variable,
    /// A grammar pasted as a value: `[a-zA-Z_0-9+=,.@-]{2,64}`.
    Grammar,
}

/// All placeholders in a text, from left to right, none inside another.
pub fn find(text: &str) -> Vec<Placeholder> {
    let mut found: Vec<Placeholder> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((length, kind)) = bracketed(rest) {
            found.push(Placeholder { range: at..at.saturating_add(length), kind });
            at = at.saturating_add(length.max(1));
            continue;
        }
        let length = rest.find(|c| !is_word_char(c)).unwrap_or(rest.len());
        if let Some(kind) = rest.get(..length).and_then(word) {
            found.push(Placeholder { range: at..at.saturating_add(length), kind });
        }
        let step = if length > 0 { length } else { rest.chars().next().map_or(1, char::len_utf8) };
        at = at.saturating_add(step);
    }
    found
}

/// Words of the AWS manuals and of the guides that people follow, compared exactly.
const WORDS: &[&str] = &[
    "YourIdP",
    "YourIdPName",
    "YourRole",
    "YourFederationRole",
    "YOUR-INSTANCE-ID",
    "YOUR_INSTANCE_ID",
    "YOUR_ACCOUNT_ID",
    "YOUR_AWS_ACCOUNT_NUMBER",
    "REGION-CODE",
    "region-code",
    "ACCOUNT-ID-WITHOUT-HYPHENS",
    "aws-account-id-without-hyphens",
    "STACK-NAME",
    "stackname",
    "ROLE_SESSION_NAME",
    "ACCOUNTID",
    "SAMLPROVIDERNAME",
    "ROLENAME",
    "ACCOUNT",
    "account-number",
    "role-name1",
    "role-name2",
    "provider-name",
    "name-of-identity-provider",
    "AWSReservedSSO_RoleName_Here",
];

const DOCUMENTATION_ACCOUNTS: &[&str] = &["111122223333", "123456789012"];

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

fn word(word: &str) -> Option<PlaceholderKind> {
    if word.is_empty() {
        None
    } else if DOCUMENTATION_ACCOUNTS.contains(&word) {
        Some(PlaceholderKind::DocumentationAccount)
    } else if WORDS.contains(&word) {
        Some(PlaceholderKind::Word)
    } else {
        None
    }
}

/// The length of a variable or grammar at the start of the text.
fn bracketed(text: &str) -> Option<(usize, PlaceholderKind)> {
    /// Longer ones are no names that a manual prints; the bound also keeps the search linear.
    const LONGEST: usize = 64;
    // Most places begin none, and this is asked at each.
    if !matches!(text.as_bytes().first(), Some(b'[' | b'<' | b'{' | b'$')) {
        return None;
    }
    for grammar in ["[a-zA-Z_0-9+=,.@-]{2,64}", "[\\w+=,.@-]*", "[\\w+=,.@-]{2,64}"] {
        if text.starts_with(grammar) {
            return Some((grammar.len(), PlaceholderKind::Grammar));
        }
    }
    let variable = |open: &str, close: &str| {
        let inner = text.strip_prefix(open)?;
        let length = inner
            .char_indices()
            .take(LONGEST)
            .find(|&(at, _)| inner.get(at..).is_some_and(|rest| rest.starts_with(close)))?;
        let name = inner.get(..length.0)?;
        let plain = !name.is_empty() && name.chars().all(|c| is_word_char(c) || matches!(c, ' ' | '.' | ':'));
        plain.then(|| {
            (open.len().saturating_add(length.0).saturating_add(close.len()), PlaceholderKind::Variable)
        })
    };
    let numbered = || {
        let digit = text.strip_prefix('$')?.chars().next()?;
        digit.is_ascii_digit().then_some((2, PlaceholderKind::Variable))
    };
    variable("${", "}")
        .or_else(|| variable("{{", "}}"))
        .or_else(|| variable("[", "]"))
        .or_else(|| variable("<", ">"))
        .or_else(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<(&str, PlaceholderKind)> {
        find(text).into_iter().map(|found| (text.get(found.range).unwrap(), found.kind)).collect()
    }

    #[test]
    fn words_of_manuals_are_found_whole() {
        use PlaceholderKind::*;
        let cases: &[(&str, &[(&str, PlaceholderKind)])] = &[
            (
                "arn:aws:iam::ACCOUNTID:saml-provider/SAMLPROVIDERNAME,arn:aws:iam::ACCOUNTID:role/ROLENAME",
                &[("ACCOUNTID", Word), ("SAMLPROVIDERNAME", Word), ("ACCOUNTID", Word), ("ROLENAME", Word)],
            ),
            ("arn:aws:iam::123456789012:role/Admin", &[("123456789012", DocumentationAccount)]),
            ("arn:aws:iam::$1:role/ADFS-${role}", &[("$1", Variable), ("${role}", Variable)]),
            ("https://[region].console.aws.amazon.com", &[("[region]", Variable)]),
            ("<ROLE_SESSION_NAME>", &[("<ROLE_SESSION_NAME>", Variable)]),
            ("must match [a-zA-Z_0-9+=,.@-]{2,64}", &[("[a-zA-Z_0-9+=,.@-]{2,64}", Grammar)]),
            ("{{user.email}}", &[("{{user.email}}", Variable)]),
        ];
        for (text, expected) in cases {
            assert_eq!(&words(text), expected, "{text}");
        }
    }

    #[test]
    fn real_values_are_left_alone() {
        for text in [
            "arn:aws:iam::444455556666:role/ACCOUNT-Admin",
            "1234567890123",
            "a$b",
            "[]",
            "${",
            "jane <",
            "$$",
        ] {
            assert_eq!(words(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics_and_ranges_are_text(text in ".{0,80}") {
            for found in find(&text) {
                prop_assert!(text.get(found.range).is_some_and(|part| !part.is_empty()));
            }
        }
    }
}
