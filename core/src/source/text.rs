//! A decoded value that knows the place of each of its characters.

use super::{Bytes, OffsetMap, Span};

/// A value as its format means it (entities, escapes and CDATA resolved) with its own way back to the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub value: String,
    /// The raw characters, without quotes or markup around them.
    pub span: Span,
    /// `None`: the value stands in the source as it is.
    pub map: Option<OffsetMap>,
}

impl Text {
    /// A value that stands in the source as it is.
    pub fn plain(value: impl Into<String>, span: Span) -> Self {
        Self { value: value.into(), span, map: None }
    }

    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// The source characters of a byte range of the value.
    pub fn sub(&self, range: std::ops::Range<usize>) -> Span {
        let bytes = Bytes::new(range.start.min(self.value.len()), range.end.min(self.value.len()));
        let bytes = match &self.map {
            None => bytes,
            Some(map) => map.outward(bytes).0,
        };
        let base = self.span.bytes.start;
        let end = self.span.bytes.end;
        Span {
            source: self.span.source,
            bytes: Bytes {
                start: base.saturating_add(bytes.start).min(end),
                end: base.saturating_add(bytes.end).min(end),
            },
        }
    }

    /// The source characters of a part that was cut from the value (by `trim`, `split`, a match). A slice of some
    /// other string means the whole.
    pub fn sub_str(&self, part: &str) -> Span {
        let start = (part.as_ptr() as usize).wrapping_sub(self.value.as_ptr() as usize);
        match start.checked_add(part.len()) {
            Some(end) if end <= self.value.len() => self.sub(start..end),
            _ => self.span,
        }
    }

    /// The value without white space at its ends, with its place.
    pub fn trimmed(&self) -> (&str, Span) {
        let part = self.value.trim();
        (part, self.sub_str(part))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MapBuilder, SourceId};
    use super::*;

    #[test]
    fn a_part_of_the_value_has_its_own_place() {
        // The source holds `a&amp;b` from byte 10 on.
        let mut map = MapBuilder::new();
        map.copy(1);
        map.units(1, 5, 1, false);
        map.copy(1);
        let text =
            Text { value: "a&b".into(), span: Span::new(SourceId(0), 10, 17), map: Some(map.finish()) };
        assert_eq!(text.sub(1..2), Span::new(SourceId(0), 11, 16));
        assert_eq!(text.sub_str(text.value.get(2..).unwrap()), Span::new(SourceId(0), 16, 17));
        assert_eq!(text.sub(3..3), Span::new(SourceId(0), 17, 17));
    }
}
