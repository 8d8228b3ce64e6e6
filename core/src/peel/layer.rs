//! What a layer is, and the list of all of them in the order in which they are tried.
//!
//! It deliberately holds no recogniser: each layer has a file.

use super::{Context, LeafKind, NoteKind};
use crate::codec::{Decoded, Repair};
use crate::limits::Limits;
use crate::source::{Bytes, OffsetMap, Span, Text};

/// One transport form.
pub struct Layer {
    pub id: &'static str,
    pub name: &'static str,
    /// One line: what it is.
    pub title: &'static str,
    /// Inputs that it recognises.
    pub matches: &'static [&'static str],
    /// Inputs that resemble it and that it leaves alone.
    pub misses: &'static [&'static str],
    /// `None`: this is not the layer.
    pub(super) unwrap: fn(&Input<'_>) -> Option<Unwrapped>,
}

/// What a layer looks at.
pub(super) struct Input<'a> {
    pub bytes: &'a [u8],
    /// `None` where the source is no UTF-8.
    pub text: Option<&'a str>,
    pub span: Span,
    pub context: &'a Context,
    /// The layers around it, outermost first.
    pub trail: &'a [&'static str],
    pub limits: &'a Limits,
    /// Bytes that may still be inflated.
    pub inflatable: usize,
}

/// What a layer made of its input.
#[derive(Default)]
pub(super) struct Unwrapped {
    pub parts: Vec<Part>,
    pub notes: Vec<(NoteKind, Bytes)>,
}

/// One thing inside a layer. All places are in bytes of the input.
pub(super) struct Part {
    pub at: Bytes,
    pub content: Content,
    /// In bytes of `at`.
    pub repairs: Vec<Repair>,
    /// `None`: that of the outside.
    pub context: Option<Context>,
    /// Whether it becomes a leaf even if nothing is recognised in it.
    pub required: bool,
}

pub(super) enum Content {
    /// It stands in the input as it is.
    Same,
    Made {
        bytes: Vec<u8>,
        map: Option<OffsetMap>,
    },
    Leaf(LeafKind),
}

impl<'a> Input<'a> {
    /// The text without white space at its ends, and where it starts.
    pub fn trimmed(&self) -> Option<(&'a str, usize)> {
        let text = self.text?;
        let trimmed = text.trim_start_matches(is_blank);
        Some((trimmed.trim_end_matches(is_blank), text.len().saturating_sub(trimmed.len())))
    }

    /// Whether the characters came out of an encoding that nothing but a machine writes: then they are those that were
    /// posted.
    pub fn is_as_posted(&self) -> bool {
        self.trail.iter().any(|layer| matches!(*layer, "base64" | "deflate" | "zlib" | "gzip"))
    }

    /// The span of a range of the input.
    pub fn span_of(&self, at: Bytes) -> Span {
        let base = self.span.bytes.start as usize;
        Span::new(
            self.span.source,
            base.saturating_add(at.start as usize),
            base.saturating_add(at.end as usize),
        )
    }

    /// The characters at a range of the input.
    pub fn slice(&self, at: Bytes) -> &'a str {
        self.text.and_then(|text| text.get(at.range())).unwrap_or_default()
    }

    /// The range of the input that a text decoded from it (a JSON value) covers.
    pub fn range_of(&self, span: Span) -> Bytes {
        let base = self.span.bytes.start;
        Bytes { start: span.bytes.start.saturating_sub(base), end: span.bytes.end.saturating_sub(base) }
    }
}

/// White space and what browsers and editors put where nobody sees it.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\0')
}

impl Part {
    pub fn same(at: Bytes) -> Self {
        Self { at, content: Content::Same, repairs: Vec::new(), context: None, required: true }
    }

    pub fn leaf(kind: LeafKind, at: Bytes) -> Self {
        Self { content: Content::Leaf(kind), ..Self::same(at) }
    }

    pub fn made(at: Bytes, decoded: Decoded) -> Self {
        let content = Content::Made { bytes: decoded.bytes, map: decoded.map };
        Self { content, repairs: decoded.repairs, ..Self::same(at) }
    }

    /// A string of the input that was decoded on its own; as it stands where nothing had to be decoded.
    pub fn text(at: Bytes, text: Text) -> Self {
        match text.map {
            None => Self::same(at),
            map => {
                let content = Content::Made { bytes: text.value.into_bytes(), map };
                Self { content, ..Self::same(at) }
            }
        }
    }

    pub fn with(self, context: Context) -> Self {
        Self { context: Some(context), ..self }
    }

    pub fn optional(self) -> Self {
        Self { required: false, ..self }
    }
}

impl Unwrapped {
    pub fn one(part: Part) -> Option<Self> {
        Some(Self { parts: vec![part], notes: Vec::new() })
    }

    pub fn some(parts: Vec<Part>) -> Option<Self> {
        (!parts.is_empty()).then_some(Self { parts, notes: Vec::new() })
    }
}

/// All layers. The first that recognises an input unwraps it, so the more particular ones come first.
pub static LAYERS: [&Layer; 32] = [
    &super::charset::UTF_8_MARK,
    &super::charset::UTF_16,
    &super::compressed::GZIP,
    &super::compressed::ZLIB,
    &super::compressed::DEFLATE,
    &super::charset::WINDOWS_1252,
    &super::margin::LAYER,
    &super::parts::LAYER,
    &super::har::LAYER,
    &super::saml_tracer::LAYER,
    &super::json::LAYER,
    &super::json_lines::LAYER,
    &super::hcl::LAYER,
    &super::yaml::LAYER,
    &super::aws_cli::LAYER,
    &super::curl::BASH,
    &super::curl::CMD,
    &super::script::FETCH,
    &super::script::POWERSHELL,
    &super::quoted_printable::LAYER,
    &super::html::LAYER,
    &super::shown::LAYER,
    &super::xml::LAYER,
    &super::entities::LAYER,
    &super::data_uri::LAYER,
    &super::url::LAYER,
    &super::form::LAYER,
    &super::percent::LAYER,
    &super::base64::LAYER,
    &super::escapes::LAYER,
    &super::line_prefix::LAYER,
    &super::excerpt::LAYER,
];
