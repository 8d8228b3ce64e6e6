//! Sources, spans and the maps between layers: where every character came from.
//!
//! It deliberately knows no format. Who unwraps a layer pushes a new [`Source`] with an [`OffsetMap`] back.

mod lines;
mod map;
mod text;

pub use lines::{Lines, Position};
pub use map::{MapBuilder, OffsetMap, Run};
pub use text::Text;

/// Which source: an index into [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub u32);

/// A half-open range of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Bytes {
    pub start: u32,
    pub end: u32,
}

/// Bytes of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub source: SourceId,
    pub bytes: Bytes,
}

/// A value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// How well a span could be carried to the layer outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The outer characters are exactly those that made the inner ones.
    Exact,
    /// A unit of the outer layer also makes a neighbour (two bytes share a Base64 character).
    Widened,
    /// The inner characters exist only after this layer was unwrapped (inflated, decrypted): the whole is meant.
    Whole,
}

/// Where a source was taken from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The bytes of the outer source that hold this one.
    pub span: Span,
    /// From this source's bytes to those of `span`, relative to its start. `None`: only the whole corresponds.
    pub map: Option<OffsetMap>,
}

/// One text or byte string that somebody pasted or that a layer held.
#[derive(Debug, Clone)]
pub struct Source {
    pub id: SourceId,
    /// `paste` for what the user gave; otherwise the identifier of the layer that was recognised in it.
    pub layer: &'static str,
    pub origin: Option<Origin>,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Text(String),
    Binary(Vec<u8>),
}

impl Bytes {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: narrow(start), end: narrow(end) }
    }

    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// For sorting with [`crate::order::by_key`].
    pub fn key(self) -> [usize; 2] {
        let range = self.range();
        [range.start, range.end]
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies within.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl Span {
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        Self { source, bytes: Bytes::new(start, end) }
    }

    /// The empty span at the start.
    pub fn before(self) -> Self {
        Self { bytes: Bytes { start: self.bytes.start, end: self.bytes.start }, ..self }
    }

    /// The empty span at the end.
    pub fn after(self) -> Self {
        Self { bytes: Bytes { start: self.bytes.end, end: self.bytes.end }, ..self }
    }
}

impl Source {
    /// The content as text; `None` for bytes that are no UTF-8.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Binary(_) => None,
        }
    }

    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::Binary(bytes) => bytes,
        }
    }

    /// Everything in it.
    pub fn span(&self) -> Span {
        Span::new(self.id, 0, self.bytes().len())
    }
}

/// All sources of one inspection, outermost first: a source stands after the one that it came from.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    list: Vec<Source>,
}

impl Sources {
    /// Adds a source. Bytes that are valid UTF-8 become text without a copy.
    pub fn push(&mut self, layer: &'static str, bytes: Vec<u8>, origin: Option<Origin>) -> SourceId {
        let id = SourceId(narrow(self.list.len()));
        let content = match String::from_utf8(bytes) {
            Ok(text) => Content::Text(text),
            Err(error) => Content::Binary(error.into_bytes()),
        };
        self.list.push(Source { id, layer, origin, content });
        id
    }

    /// Says what the source turned out to hold. What the user gave stays `paste`.
    pub fn recognise(&mut self, id: SourceId, layer: &'static str) {
        if let Some(source) = self.list.get_mut(id.0 as usize)
            && source.origin.is_some()
        {
            source.layer = layer;
        }
    }

    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.list.get(id.0 as usize)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The text of a source; empty where there is none.
    pub fn text(&self, id: SourceId) -> &str {
        self.get(id).and_then(Source::text).unwrap_or_default()
    }

    /// The characters at a span; empty where the span is not on character boundaries.
    pub fn excerpt(&self, span: Span) -> &str {
        self.text(span.source).get(span.bytes.range()).unwrap_or_default()
    }

    /// The same place one layer further out. `None` when the source is what the user gave.
    pub fn outward(&self, span: Span) -> Option<(Span, Fit)> {
        let origin = self.get(span.source)?.origin.as_ref()?;
        let Some(map) = &origin.map else { return Some((origin.span, Fit::Whole)) };
        let (bytes, fit) = match (map.whole_of(span.bytes), map.outward(span.bytes)) {
            (Some(whole), _) => (whole, Fit::Whole),
            (None, (bytes, true)) => (bytes, Fit::Exact),
            (None, (bytes, false)) => (bytes, Fit::Widened),
        };
        let base = origin.span.bytes.start;
        let bytes = Bytes { start: base.saturating_add(bytes.start), end: base.saturating_add(bytes.end) };
        Some((Span { source: origin.span.source, bytes }, fit))
    }

    /// The same place in what the user gave.
    pub fn to_paste(&self, span: Span) -> (Span, Fit) {
        let (mut span, mut fit) = (span, Fit::Exact);
        // A source stands after its parent, so this ends.
        while let Some((outer, step)) = self.outward(span) {
            span = outer;
            fit = match (fit, step) {
                (Fit::Whole, _) | (_, Fit::Whole) => Fit::Whole,
                (Fit::Exact, Fit::Exact) => Fit::Exact,
                _ => Fit::Widened,
            };
        }
        (span, fit)
    }

    /// From a place in an outer source to the one it made in `inner`, through however many layers.
    pub fn inward(&self, outer: Span, inner: SourceId) -> Option<Span> {
        let origin = self.get(inner)?.origin.as_ref()?;
        let held =
            if origin.span.source == outer.source { outer } else { self.inward(outer, origin.span.source)? };
        let within = origin.span.bytes;
        if held.bytes.end < within.start || within.end < held.bytes.start {
            return None;
        }
        let start = held.bytes.start.max(within.start).saturating_sub(within.start);
        let end = held.bytes.end.min(within.end).saturating_sub(within.start);
        let bytes = origin.map.as_ref()?.inward(Bytes { start, end });
        Some(Span { source: inner, bytes })
    }

    /// The paste that a source goes back to.
    pub fn root(&self, id: SourceId) -> SourceId {
        let mut id = id;
        while let Some(origin) = self.get(id).and_then(|source| source.origin.as_ref()) {
            id = origin.span.source;
        }
        id
    }
}

/// Offsets are 32 bits wide: an input of more than 4 GiB is cut by `Limits` before it comes here.
pub(crate) fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
