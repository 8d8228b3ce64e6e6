//! Two values that are not the same, but might have been meant to be.
//!
//! It deliberately looks for one difference at a time.

/// How a wanted value misses the one found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// The same but for upper and lower case.
    Case,
    /// White space around one of them.
    WhiteSpace,
    /// A slash at the end of one of them.
    TrailingSlash,
    /// `http://` and `https://`.
    Scheme,
    /// One is the last part of the other after a colon: a format with and without its `urn:` prefix.
    Prefix,
    /// The wanted value has `*` or `?`, which this operator takes as they stand; as wildcards they would match.
    Wildcard,
}

pub(super) fn near(wanted: &str, found: &str) -> Option<Near> {
    let ends = |long: &str, short: &str| {
        !short.is_empty() && long.strip_suffix(short).is_some_and(|before| before.ends_with(':'))
    };
    if wanted == found || wanted.is_empty() || found.is_empty() {
        None
    } else if wanted.trim() == found.trim() {
        Some(Near::WhiteSpace)
    } else if wanted.eq_ignore_ascii_case(found) {
        Some(Near::Case)
    } else if wanted.strip_suffix('/').unwrap_or(wanted) == found.strip_suffix('/').unwrap_or(found) {
        Some(Near::TrailingSlash)
    } else if without_scheme(wanted).is_some() && without_scheme(wanted) == without_scheme(found) {
        Some(Near::Scheme)
    } else if ends(wanted, found) || ends(found, wanted) {
        Some(Near::Prefix)
    } else {
        None
    }
}

fn without_scheme(value: &str) -> Option<&str> {
    value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"))
}
