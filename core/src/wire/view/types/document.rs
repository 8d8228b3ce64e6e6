//! The document and its layers, cut for drawing.

use serde::{Deserialize, Serialize};

use super::{EncryptedView, Phrase, RotationView, SignatureView, SignedPart, Stretch};

/// Bytes of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub source: u32,
    pub start: u32,
    pub end: u32,
    pub fit: Fit,
}

/// How well these characters stand for the ones that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fit {
    Exact,
    /// They also make a neighbour.
    Widened,
    /// Only the whole corresponds: nothing may be underlined.
    Whole,
}

/// The text of one layer, or a window of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceView {
    pub id: u32,
    pub title: String,
    /// For people: `8.2 KB`.
    pub size: String,
    /// Where `text` starts in the source, in bytes.
    pub from: u32,
    pub text: String,
    /// The text is a window: the source is longer.
    pub cut: bool,
    /// The source is no text.
    pub binary: bool,
}

/// The right column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentView {
    pub source: u32,
    pub xml: XmlView,
    /// From the paste inwards.
    pub trail: Vec<TrailStep>,
    pub facts: Vec<Row>,
    pub attributes: Vec<AttributeRow>,
    pub times: TimesView,
    pub signatures: Vec<SignatureView>,
    /// The parts that AWS reads, in the order of the map.
    pub signed_map: Vec<SignedPart>,
    /// Where the document is signed.
    pub stretches: Vec<Stretch>,
    pub encrypted: Vec<EncryptedView>,
    pub rotation: Option<RotationView>,
}

/// The tokens tile the document; the lines are for reading only.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct XmlView {
    pub tokens: Vec<Token>,
    pub lines: Vec<Line>,
    /// The document goes on behind the last token.
    pub cut: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    pub class: Class,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Class {
    Punctuation,
    Name,
    AttributeName,
    Value,
    Text,
    /// White space between elements.
    Blank,
    Comment,
    Broken,
}

/// A line of the indented view: tokens from `first` up to `last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub depth: u16,
    pub first: u32,
    pub last: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailStep {
    pub source: u32,
    pub title: String,
    pub size: String,
    pub repairs: Vec<(Phrase, Place)>,
}

/// A fact of the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub label: String,
    pub value: String,
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeRow {
    /// The short name, for those that AWS documents; else empty.
    pub known: String,
    pub name: String,
    pub place: Place,
    pub values: Vec<(String, Place)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TimesView {
    pub points: Vec<TimePoint>,
    pub spans: Vec<TimeSpan>,
    /// The instant at which the message is judged: milliseconds since 1970, and its source in words.
    pub judged: Option<(i64, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimePoint {
    pub label: String,
    pub value: String,
    /// Milliseconds since 1970; `None` where the value cannot be read.
    pub millis: Option<i64>,
    pub place: Place,
}

/// An open end means that the message sets none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSpan {
    pub label: String,
    pub start: Option<i64>,
    pub end: Option<i64>,
    /// What it is good for, in a few words.
    pub note: String,
}
