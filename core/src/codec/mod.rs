//! Decoders of transport forms: bytes in; bytes, a map back and every forgiveness out.
//!
//! It deliberately does not decide what an input is. Who calls a decoder has a reason to; `peel` finds the reasons.

pub mod base64;
pub mod charset;
pub mod entities;
pub mod escapes;
pub mod inflate;
mod output;
pub mod percent;
pub mod quoted_printable;

use crate::source::{Bytes, OffsetMap, Span, Text};

pub(crate) use output::Output;

/// What a decoder made of its input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decoded {
    pub bytes: Vec<u8>,
    /// From `bytes` to the input. `None`: only the whole corresponds.
    pub map: Option<OffsetMap>,
    pub repairs: Vec<Repair>,
}

/// Something that a strict decoder would have refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repair {
    pub kind: RepairKind,
    /// The first place, in bytes of the input.
    pub at: Bytes,
    /// How often it was needed.
    pub count: u32,
}

/// What was forgiven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepairKind {
    LineBreaks,
    WhiteSpace,
    SpaceForPlus,
    UrlSafeAlphabet,
    MixedAlphabets,
    MissingPadding,
    ExcessPadding,
    TrailingBits,
    TruncatedBase64,
    ForeignCharacter,
    TrailingGarbage,
    Quotes,
    EscapedCharacter,
    BrokenPercent,
    BrokenEntity,
    BrokenEscape,
    LoneSurrogate,
    ByteOrderMark,
    NoByteOrderMark,
    InvalidCharacter,
    BrokenQuotedPrintable,
    TruncatedStream,
    BrokenStream,
    StreamChecksum,
    TrailingBytes,
    LinePrefix,
    DoubledQuotes,
    Link,
    NoBreakSpace,
    Limit,
}

impl RepairKind {
    /// The stable name.
    pub fn id(self) -> &'static str {
        self.words().0
    }

    /// One line for people.
    pub fn describe(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::LineBreaks => ("line-breaks", "line breaks inside the Base64"),
            Self::WhiteSpace => ("white-space", "white space in or around the value"),
            Self::SpaceForPlus => ("space-for-plus", "a space where a plus sign must have been"),
            Self::UrlSafeAlphabet => ("url-safe-alphabet", "the URL-safe Base64 alphabet"),
            Self::MixedAlphabets => ("mixed-alphabets", "characters of both Base64 alphabets"),
            Self::MissingPadding => ("missing-padding", "no padding at the end of the Base64"),
            Self::ExcessPadding => ("excess-padding", "more padding than the Base64 needs"),
            Self::TrailingBits => ("trailing-bits", "unused bits at the end of the Base64 that are not zero"),
            Self::TruncatedBase64 => ("truncated-base64", "the Base64 is cut off"),
            Self::ForeignCharacter => ("foreign-character", "a character that is no Base64"),
            Self::TrailingGarbage => ("trailing-garbage", "more text after the end of the Base64"),
            Self::Quotes => ("quotes", "quotation marks around the value"),
            Self::EscapedCharacter => ("escaped-character", "backslashes inside the Base64"),
            Self::BrokenPercent => ("broken-percent", "a percent sign that starts no escape"),
            Self::BrokenEntity => ("broken-entity", "an ampersand that starts no known entity"),
            Self::BrokenEscape => ("broken-escape", "a backslash that starts no known escape"),
            Self::LoneSurrogate => ("lone-surrogate", "half of a surrogate pair"),
            Self::ByteOrderMark => ("byte-order-mark", "a byte order mark at the start"),
            Self::NoByteOrderMark => ("no-byte-order-mark", "UTF-16 without a byte order mark"),
            Self::InvalidCharacter => {
                ("invalid-character", "bytes that the character encoding does not have")
            }
            Self::BrokenQuotedPrintable => {
                ("broken-quoted-printable", "an equals sign that starts no escape")
            }
            Self::TruncatedStream => ("truncated-stream", "the compressed data is cut off"),
            Self::BrokenStream => ("broken-stream", "the compressed data is broken"),
            Self::StreamChecksum => ("stream-checksum", "the checksum of the compressed data is wrong"),
            Self::TrailingBytes => ("trailing-bytes", "more bytes after the end of the compressed data"),
            Self::LinePrefix => ("line-prefix", "the same characters before each line"),
            Self::DoubledQuotes => ("doubled-quotes", "doubled quotation marks, as in a CSV file"),
            Self::Link => ("link", "an address that was turned into a link"),
            Self::NoBreakSpace => ("no-break-space", "a no-break space inside a tag"),
            Self::Limit => ("limit", "the data grows beyond the limit"),
        }
    }
}

impl Decoded {
    /// The result as a value that stands at `span`; bytes that are no UTF-8 become U+FFFD, and then only the whole
    /// corresponds.
    pub fn into_text(self, span: Span) -> Text {
        match String::from_utf8(self.bytes) {
            Ok(value) => Text { value, span, map: self.map },
            Err(error) => {
                let value = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let mut whole = crate::source::MapBuilder::new();
                let (made, from) = (
                    u16::try_from(value.len()).unwrap_or(u16::MAX),
                    u16::try_from(span.bytes.len()).unwrap_or(u16::MAX),
                );
                whole.units(made, from, 1, false);
                Text { value, span, map: Some(whole.finish()) }
            }
        }
    }

    /// Whether the output is the input.
    pub fn is_identity(&self, input: &[u8]) -> bool {
        self.repairs.is_empty() && self.bytes == input
    }

    pub fn has(&self, kind: RepairKind) -> bool {
        self.repairs.iter().any(|repair| repair.kind == kind)
    }
}
