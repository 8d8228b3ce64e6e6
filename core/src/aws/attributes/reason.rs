//! Why a name only resembles an attribute of AWS.
//!
//! It deliberately gives no severity.

use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookAlike {
    /// The name that AWS reads.
    pub meant: String,
    pub why: LookAlikeReason,
    /// The characters at fault, in bytes of the name; empty where something is missing.
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookAlikeReason {
    /// `http://` instead of `https://`.
    Http,
    Case,
    TrailingSlash,
    /// A quote; one AWS page prints `SessionDuration"`.
    Quote,
    WhiteSpace,
    Invisible(char),
    /// A letter that looks like this one.
    Homoglyph(char, char),
    /// `Roles`.
    Plural,
    Misspelt,
    /// `AccessControl:<key>` is read by IAM Identity Center only. A warning, never an error.
    AccessControl,
    /// `http://www.amazonaws.cn/SAML/Attributes/…`, as AWS's Chinese page prints. Whether it works is not known.
    ChinaPrefix,
    /// The bare word (`Role`) without the URI before it.
    NoPrefix,
    /// Another host or path before the word.
    OtherPrefix,
    /// The URI stands twice, as Entra ID makes it where the claim's name repeats the namespace.
    DoubledPrefix,
    /// `PrincipalTag` without a colon, or with another character instead.
    TagSeparator,
}
