//! The attributes that AWS reads from an assertion, and names that only resemble them.
//!
//! It deliberately looks at `Name` alone: `NameFormat` does not matter to AWS, and `FriendlyName` is not read.

mod reason;

use std::ops::Range;

pub use self::reason::{LookAlike, LookAlikeReason};

use super::characters::{is_invisible, looks_like_ascii};
use super::distance;

/// What stands before the name of each attribute of AWS. Compared exactly.
pub const PREFIX: &str = "https://aws.amazon.com/SAML/Attributes/";

/// An attribute of AWS with a fixed name. `PrincipalTag:<key>` is the sixth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AwsAttribute {
    Role,
    RoleSessionName,
    SessionDuration,
    SourceIdentity,
    TransitiveTagKeys,
}

/// What the name of an attribute means to AWS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeName<'a> {
    Known(AwsAttribute),
    /// `PrincipalTag:<key>`; the key may be empty.
    PrincipalTag(&'a str),
    /// Not an attribute of AWS, but perhaps meant as one. Some providers also send an unrelated attribute called `Role`,
    /// so it only counts where the attribute that was meant is absent.
    LookAlike(LookAlike),
    Other,
}

impl AwsAttribute {
    pub const ALL: [Self; 5] = [
        Self::Role,
        Self::RoleSessionName,
        Self::SessionDuration,
        Self::SourceIdentity,
        Self::TransitiveTagKeys,
    ];

    /// The last part of the name.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Role => "Role",
            Self::RoleSessionName => "RoleSessionName",
            Self::SessionDuration => "SessionDuration",
            Self::SourceIdentity => "SourceIdentity",
            Self::TransitiveTagKeys => "TransitiveTagKeys",
        }
    }

    /// The whole name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Role => "https://aws.amazon.com/SAML/Attributes/Role",
            Self::RoleSessionName => "https://aws.amazon.com/SAML/Attributes/RoleSessionName",
            Self::SessionDuration => "https://aws.amazon.com/SAML/Attributes/SessionDuration",
            Self::SourceIdentity => "https://aws.amazon.com/SAML/Attributes/SourceIdentity",
            Self::TransitiveTagKeys => "https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys",
        }
    }

    pub fn is_required(self) -> bool {
        matches!(self, Self::Role | Self::RoleSessionName)
    }

    /// Whether more than one value makes sense.
    pub fn takes_many_values(self) -> bool {
        matches!(self, Self::Role | Self::TransitiveTagKeys)
    }
}

/// The name of the attribute that carries a session tag.
pub fn principal_tag_name(key: &str) -> String {
    format!("{PREFIX}{TAG}{key}")
}

const TAG: &str = "PrincipalTag:";
const ACCESS_CONTROL: &str = "AccessControl:";

/// Says what a `Name` means to AWS.
pub fn recognise(name: &str) -> AttributeName<'_> {
    if let Some(rest) = name.strip_prefix(PREFIX) {
        if let Some(known) = AwsAttribute::ALL.into_iter().find(|known| known.suffix() == rest) {
            return AttributeName::Known(known);
        }
        if let Some(key) = rest.strip_prefix(TAG) {
            return AttributeName::PrincipalTag(key);
        }
    }
    match look_alike(name) {
        Some(found) => AttributeName::LookAlike(found),
        None => AttributeName::Other,
    }
}

fn look_alike(name: &str) -> Option<LookAlike> {
    // No attribute of AWS is much longer than its prefix and a tag key of 128 characters, twice if doubled.
    if name.len() > 1024 {
        return None;
    }
    let odd = first_odd(name);
    let cleaned: String =
        name.chars().filter(|&c| !is_blank(c)).map(|c| looks_like_ascii(c).unwrap_or(c)).collect();
    let cleaned = cleaned.trim_matches(|c: char| matches!(c, '"' | '\''));
    let bare = cleaned.trim_end_matches('/');
    let (start, rest, prefix_fault) = after_prefix(bare);
    let (meant, suffix_fault) = meant_by(rest, prefix_fault)?;
    if let Some((why, range)) = odd {
        return Some(LookAlike { meant, why, range });
    }
    if let Some(range) = quotes(name) {
        return Some(LookAlike { meant, why: LookAlikeReason::Quote, range });
    }
    let (why, range) = match (prefix_fault, suffix_fault) {
        (Some(why), _) => (why, 0..prefix_length(name, why, start)),
        (None, Some((why, part))) => (why, start.saturating_add(part.start)..start.saturating_add(part.end)),
        (None, None) => (LookAlikeReason::TrailingSlash, bare.len()..name.len()),
    };
    Some(LookAlike { meant, why, range })
}

/// The first character that cannot be seen or only looks like another, with its bytes.
fn first_odd(name: &str) -> Option<(LookAlikeReason, Range<usize>)> {
    name.char_indices().find_map(|(at, c)| {
        let why = if matches!(c, ' ' | '\t' | '\n' | '\r') {
            LookAlikeReason::WhiteSpace
        } else if is_invisible(c) {
            LookAlikeReason::Invisible(c)
        } else {
            match looks_like_ascii(c)? {
                '"' | '\'' => LookAlikeReason::Quote,
                meant => LookAlikeReason::Homoglyph(c, meant),
            }
        };
        // A blank inside a tag's key is legal; only those around the name or in its fixed part count.
        let in_key = why == LookAlikeReason::WhiteSpace
            && name.get(..at).is_some_and(|before| before.contains(TAG))
            && name.get(at..).is_some_and(|after| !after.trim().is_empty());
        (!in_key).then(|| (why, at..at.saturating_add(c.len_utf8())))
    })
}

fn quotes(name: &str) -> Option<Range<usize>> {
    let quote = |c: char| matches!(c, '"' | '\'');
    if name.ends_with(quote) {
        Some(name.trim_end_matches(quote).len()..name.len())
    } else if name.starts_with(quote) {
        Some(0..name.len().saturating_sub(name.trim_start_matches(quote).len()))
    } else {
        None
    }
}

/// Where the word after the prefix begins, the word, and what is wrong with the prefix.
fn after_prefix(name: &str) -> (usize, &str, Option<LookAlikeReason>) {
    use LookAlikeReason as Why;
    let lower = name.to_ascii_lowercase();
    let lower_prefix = PREFIX.to_ascii_lowercase();
    let at = |offset: usize| name.get(offset..).unwrap_or_default();
    if let Some(second) = lower.rfind(&lower_prefix).filter(|&second| second > 0) {
        let start = second.saturating_add(PREFIX.len());
        return (start, at(start), Some(Why::DoubledPrefix));
    }
    if name.starts_with(PREFIX) {
        return (PREFIX.len(), at(PREFIX.len()), None);
    }
    if lower.starts_with(&lower_prefix) {
        return (PREFIX.len(), at(PREFIX.len()), Some(Why::Case));
    }
    let http = PREFIX.replacen("https", "http", 1);
    if lower.starts_with(&http.to_ascii_lowercase()) {
        return (http.len(), at(http.len()), Some(Why::Http));
    }
    for china in ["http://www.amazonaws.cn/saml/attributes/", "https://www.amazonaws.cn/saml/attributes/"] {
        if lower.starts_with(china) {
            return (china.len(), at(china.len()), Some(Why::ChinaPrefix));
        }
    }
    if !name.contains('/') {
        return (0, name, Some(Why::NoPrefix));
    }
    let tag_at = lower.find("/principaltag").or_else(|| lower.find("/accesscontrol"));
    let start = tag_at.or_else(|| name.rfind('/')).map_or(0, |slash| slash.saturating_add(1));
    (start, at(start), Some(Why::OtherPrefix))
}

/// The characters of the prefix to mark.
fn prefix_length(name: &str, why: LookAlikeReason, start: usize) -> usize {
    match why {
        LookAlikeReason::Http => 4,
        LookAlikeReason::NoPrefix => 0,
        LookAlikeReason::DoubledPrefix => start.saturating_sub(PREFIX.len()).min(name.len()),
        _ => start.min(name.len()),
    }
}

type SuffixFault = Option<(LookAlikeReason, Range<usize>)>;

/// The attribute that a word was meant for. A word of its own, or under a foreign prefix, must be exact but for its case.
fn meant_by(word: &str, prefix: Option<LookAlikeReason>) -> Option<(String, SuffixFault)> {
    use LookAlikeReason as Why;
    let whole = 0..word.len();
    if let Some(known) = AwsAttribute::ALL.into_iter().find(|known| known.suffix() == word) {
        // `…/claims/role` of other vendors is an ordinary attribute: only the exact words of AWS count there.
        return Some((known.name().to_owned(), None));
    }
    let starts = |with: &str| word.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if starts(ACCESS_CONTROL) {
        let key = word.get(ACCESS_CONTROL.len()..).unwrap_or_default();
        return Some((principal_tag_name(key), Some((Why::AccessControl, 0..ACCESS_CONTROL.len()))));
    }
    let tag_word = TAG.trim_end_matches(':');
    if starts(tag_word) {
        let after = word.get(tag_word.len()..).unwrap_or_default();
        // `PrincipalTags:team`; without a colon the letter is taken for the key's.
        let after = after.strip_prefix(['s', 'S']).filter(|after| after.starts_with(':')).unwrap_or(after);
        let key = after.trim_start_matches([':', '/', '-', '_', '.', '=']);
        let separator = tag_word.len()..word.len().saturating_sub(key.len());
        let fault = if word.starts_with(TAG) {
            None
        } else if separator.len() > 1 && after.starts_with(':') {
            Some((Why::Plural, 0..separator.end.saturating_sub(1)))
        } else if after.starts_with(':') {
            Some((Why::Case, 0..tag_word.len()))
        } else {
            Some((Why::TagSeparator, separator))
        };
        return Some((principal_tag_name(key), fault));
    }
    if matches!(prefix, Some(Why::OtherPrefix)) {
        return None;
    }
    let named = |known: AwsAttribute, why| Some((known.name().to_owned(), Some((why, whole.clone()))));
    if let Some(known) = AwsAttribute::ALL.into_iter().find(|known| known.suffix().eq_ignore_ascii_case(word))
    {
        return named(known, Why::Case);
    }
    // Without the prefix, `roles` and the like are ordinary attributes of other services.
    if matches!(prefix, Some(Why::NoPrefix)) {
        return AwsAttribute::ALL
            .into_iter()
            .find(|known| known.suffix().len() > 4 && distance::within(word, known.suffix(), 2))
            .and_then(|known| named(known, Why::Misspelt));
    }
    let singular = word.strip_suffix(['s', 'S']);
    if let Some(known) = AwsAttribute::ALL
        .into_iter()
        .find(|known| singular.is_some_and(|word| known.suffix().eq_ignore_ascii_case(word)))
    {
        return named(known, Why::Plural);
    }
    let limit = |known: AwsAttribute| if known.suffix().len() > 6 { 3 } else { 1 };
    AwsAttribute::ALL
        .into_iter()
        .find(|&known| {
            distance::within(&word.to_ascii_lowercase(), &known.suffix().to_ascii_lowercase(), limit(known))
        })
        .and_then(|known| named(known, Why::Misspelt))
}

fn is_blank(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' ') || is_invisible(c)
}

#[cfg(test)]
mod tests;
