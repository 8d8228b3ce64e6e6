//! How two identifiers that should be equal resemble each other.
//!
//! It deliberately says nothing of values that have nothing in common: then one was hardly meant for the other.

use crate::aws::distance;

/// Typing errors that still look like an accident.
const TYPOS: usize = 2;

/// In what two different identifiers differ, where only that tells them apart: to stand behind "they differ only in".
pub(in crate::rules) fn between(a: &str, b: &str) -> Option<&'static str> {
    let (a, b) = (a.trim(), b.trim());
    if a == b {
        return None;
    }
    let bare = |value: &str| value.trim_end_matches('/').to_owned();
    let any_scheme = |value: &str| match value.split_once("://") {
        Some((scheme, rest)) if matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") => {
            rest.to_owned()
        }
        _ => value.to_owned(),
    };
    if bare(a) == bare(b) {
        return Some("a slash at the end");
    }
    if any_scheme(a) == any_scheme(b) {
        return Some("http and https");
    }
    if a.to_lowercase() == b.to_lowercase() {
        return Some("upper and lower case");
    }
    if bare(&any_scheme(a)).to_lowercase() == bare(&any_scheme(b)).to_lowercase() {
        return Some("the scheme, the case or a slash at the end");
    }
    distance::within(a, b, TYPOS).then_some("a character or two")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_them_apart_is_named() {
        let cases = [
            ("https://idp.example.com/saml", "https://idp.example.com/saml/", Some("a slash at the end")),
            ("http://idp.example.com/saml", "https://idp.example.com/saml", Some("http and https")),
            ("https://idp.example.com/SAML", "https://idp.example.com/saml", Some("upper and lower case")),
            (
                "http://idp.example.com/SAML/",
                "https://idp.example.com/saml",
                Some("the scheme, the case or a slash at the end"),
            ),
            ("https://idp.example.com/smal", "https://idp.example.com/saml", Some("a character or two")),
            ("https://idp.example.com/saml", " https://idp.example.com/saml", None),
            ("https://idp.example.com/saml", "https://login.example.org", None),
            ("", "", None),
        ];
        for (a, b, expected) in cases {
            assert_eq!(between(a, b), expected, "{a} {b}");
        }
    }
}
