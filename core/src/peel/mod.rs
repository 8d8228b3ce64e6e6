//! Recognises transport forms and unwraps them, one inside the other, until something is left that is no envelope.
//!
//! It deliberately does not say what an XML document or a JSON document means: it finds them, with the way back.

mod aws_cli;
mod base64;
mod charset;
mod compressed;
mod curl;
mod data_uri;
mod driver;
mod entities;
mod escapes;
mod excerpt;
mod extents;
mod form;
mod har;
mod hcl;
mod html;
mod json;
mod json_lines;
mod layer;
mod line_prefix;
mod looks;
mod margin;
mod parameters;
mod parts;
mod pem;
mod percent;
mod quoted_printable;
mod saml_tracer;
mod script;
mod shown;
mod url;
mod xml;
mod yaml;

use crate::codec::{Repair, RepairKind};
use crate::limits::Limits;
use crate::source::{SourceId, Sources, Span, Text};

pub use layer::{LAYERS, Layer};

/// All that one paste held.
#[derive(Debug, Clone, Default)]
pub struct Peeled {
    /// In the order of the paste. At least one.
    pub leaves: Vec<Leaf>,
    pub layers: Vec<LayerUse>,
    pub notes: Vec<Note>,
}

/// Something that is no envelope.
#[derive(Debug, Clone)]
pub struct Leaf {
    pub kind: LeafKind,
    pub source: SourceId,
    /// The part of the source that it is.
    pub span: Span,
    /// Identifiers of the layers around it, outermost first, and of its own kind.
    pub layers: Vec<&'static str>,
    pub context: Context,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeafKind {
    Xml,
    Json,
    Yaml,
    Hcl,
    Pem,
    Jwt,
    Html,
    Text,
    Binary,
    Empty,
}

impl LeafKind {
    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Hcl => "hcl",
            Self::Pem => "pem",
            Self::Jwt => "jwt",
            Self::Html => "html",
            Self::Text => "text",
            Self::Binary => "binary",
            Self::Empty => "empty",
        }
    }
}

/// What the layers around a leaf tell about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Where the message was sent, or the address that carried it.
    pub url: Option<Text>,
    pub method: Option<Text>,
    /// `startedDateTime` of a HAR entry (HAR 1.2), as it stands.
    pub started: Option<Text>,
    /// The `Date` header of the response to the message, as it stands.
    pub date_header: Option<Text>,
    pub relay_state: Option<Text>,
    /// The name of the parameter that held it: `SAMLResponse`, `SAMLRequest`, `wresult` …
    pub parameter: Option<Text>,
    /// The document in one of whose strings it stood; only the innermost.
    pub held: Option<Held>,
    /// The layer that told the most of this: `har`, `form`, `url` …; empty where none did.
    pub via: &'static str,
}

/// Where a document stood that was found in a string of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The leaf of the outer document.
    pub by: Span,
    /// The name of the member; `None` for an item of an array.
    pub member: Option<Text>,
}

/// A layer that was taken off.
#[derive(Debug, Clone)]
pub struct LayerUse {
    pub id: &'static str,
    /// The characters of the outer source that were this layer.
    pub span: Span,
    /// The source that was made; `None` where the inner text stands in the outer one as it is.
    pub made: Option<SourceId>,
    pub repairs: Vec<PlacedRepair>,
}

/// A forgiveness and where it was needed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedRepair {
    pub kind: RepairKind,
    pub span: Span,
    pub count: u32,
}

/// Something about the paste that people should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    pub kind: NoteKind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The same parameter twice in one form or query: receivers differ in which one they take.
    DuplicateParameter,
    /// Both Base64 alphabets in one value.
    AmbiguousBase64,
    TruncatedBase64,
    PrivateKey,
    /// A compressed message in a POST: only the Redirect binding compresses (SAML Bindings, 3.4.4.1).
    CompressedPost,
    /// Percent-encoding, Base64 or entities around themselves.
    LayerTwice,
    /// `SAMLart` without a message: the message itself travels elsewhere (SAML Bindings, 3.6).
    ArtifactOnly,
    /// A limit was reached; what is beyond was not read.
    LimitReached,
    /// No layer and no document was recognised.
    NothingRecognised,
}

impl NoteKind {
    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::DuplicateParameter => "duplicate-parameter",
            Self::AmbiguousBase64 => "ambiguous-base64",
            Self::TruncatedBase64 => "truncated-base64",
            Self::PrivateKey => "private-key",
            Self::CompressedPost => "compressed-post",
            Self::LayerTwice => "layer-twice",
            Self::ArtifactOnly => "artifact-only",
            Self::LimitReached => "limit-reached",
            Self::NothingRecognised => "nothing-recognised",
        }
    }
}

impl PlacedRepair {
    /// `within` is what the decoder was given.
    fn new(repair: &Repair, within: Span) -> Self {
        let base = within.bytes.start as usize;
        let (start, end) = (repair.at.start as usize, repair.at.end as usize);
        let span = Span::new(within.source, base.saturating_add(start), base.saturating_add(end));
        Self { kind: repair.kind, span, count: repair.count }
    }
}

/// Unwraps a paste. What is made on the way is pushed to `sources`.
pub fn peel(sources: &mut Sources, root: SourceId, limits: &Limits) -> Peeled {
    driver::run(sources, root, limits)
}

#[cfg(test)]
mod tests;
