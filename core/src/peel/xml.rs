//! XML documents as they stand, and where one ends inside a longer text.
//!
//! It deliberately does not parse: it counts tags, so that broken documents still have an extent.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{LeafKind, looks};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "xml",
    name: "XML",
    title: "an XML document",
    matches: &[
        "<a/>",
        " \n<?xml version=\"1.0\"?>\n<a><b/></a>\n",
        "<!-- c --><a>",
        "<a xmlns=\"u:x\"><b></a>",
    ],
    misses: &["a < b", "<a/> and <b/>", "<3", "< a>"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    if !looks::like_markup(text) {
        return None;
    }
    let extent = extent(text, 0);
    let whole = extent.end >= text.trim_end().len();
    (whole && !extent.escaped)
        .then(|| Unwrapped::one(Part::leaf(LeafKind::Xml, Bytes::new(start, start + text.len()))))
        .flatten()
}

/// What counting tags tells about a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    pub end: usize,
    /// The root element is closed by a tag of its name.
    pub closed: bool,
    /// Quotation marks of the first tag have backslashes before them: this is the inside of a string literal.
    pub escaped: bool,
    /// The first tag declares a namespace, or there is an XML declaration.
    pub certain: bool,
}

/// From the `<` at `start` to the end of the root element, or of the text where it is not closed.
pub(super) fn extent(text: &str, start: usize) -> Extent {
    let bytes = text.as_bytes();
    let mut out = Extent { end: text.len(), closed: false, escaped: false, certain: false };
    let (mut depth, mut at, mut first) = (0usize, start, true);
    let mut root: &[u8] = b"";
    while let Some(found) = memchr::memchr(b'<', bytes.get(at..).unwrap_or_default()) {
        at += found;
        let rest = bytes.get(at..).unwrap_or_default();
        let after = |needle: &[u8]| memchr::memmem::find(rest, needle).map(|found| found + needle.len());
        let len = match rest {
            [b'<', b'!', b'-', b'-', ..] => after(b"-->"),
            [b'<', b'!', b'[', ..] => after(b"]]>"),
            [b'<', b'!', ..] => doctype(rest),
            [b'<', b'?', ..] => {
                out.certain |= depth == 0 && rest.starts_with(b"<?xml");
                after(b"?>")
            }
            [b'<', b'/', ..] => {
                depth = depth.saturating_sub(1);
                after(b">")
            }
            [b'<', name, ..] if name.is_ascii_alphabetic() || *name == b'_' || *name >= 0x80 => {
                let len = tag(rest);
                let tag = rest.get(..len.unwrap_or(rest.len())).unwrap_or_default();
                if first {
                    first = false;
                    root = name_of(rest.get(1..).unwrap_or_default());
                    out.escaped =
                        [&b"=\\\""[..], b"=\\'"].iter().any(|mark| memchr::memmem::find(tag, mark).is_some());
                    out.certain |= memchr::memmem::find(tag, b"xmlns").is_some();
                }
                depth += usize::from(!tag.ends_with(b"/>"));
                len
            }
            _ => Some(1),
        };
        let Some(len) = len else { return out };
        at += len;
        if depth == 0 && !first {
            let closed = match rest.strip_prefix(b"</") {
                Some(end) => name_of(end) == root,
                None => true,
            };
            let named = root
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(byte) || *byte >= 0x80);
            return Extent { end: at + epilogue(bytes, at), closed: closed && named, ..out };
        }
    }
    out
}

/// Length of the comments and processing instructions after the root element.
fn epilogue(bytes: &[u8], from: usize) -> usize {
    let mut end = from;
    loop {
        let rest = bytes.get(end..).unwrap_or_default();
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let rest = rest.get(blanks..).unwrap_or_default();
        let close: &[u8] = match rest {
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            // A declaration begins another document.
            [b'<', b'?', b'x', b'm', b'l', b' ', ..] => return end - from,
            [b'<', b'?', ..] => b"?>",
            _ => return end - from,
        };
        let Some(len) = memchr::memmem::find(rest, close) else { return end - from };
        end += blanks + len + close.len();
    }
}

fn name_of(tag: &[u8]) -> &[u8] {
    let end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    tag.get(..tag.iter().position(end).unwrap_or(tag.len())).unwrap_or_default()
}

/// Length of a start tag: `>` inside quotes does not end it.
fn tag(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        at += memchr::memchr3(b'>', b'"', b'\'', bytes.get(at..)?)?;
        match *bytes.get(at)? {
            b'>' => return Some(at + 1),
            quote => at += memchr::memchr(quote, bytes.get(at + 1..)?)? + 2,
        }
    }
}

/// Length of a document type declaration with its internal subset.
fn doctype(bytes: &[u8]) -> Option<usize> {
    let end = memchr::memchr2(b'>', b'[', bytes)?;
    match bytes.get(end) {
        Some(b'[') => {
            let close = end + memchr::memchr(b']', bytes.get(end..)?)?;
            Some(close + memchr::memchr(b'>', bytes.get(close..)?)? + 1)
        }
        _ => Some(end + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extent_ends_with_the_root() {
        let cases = [
            ("<a/> x", 4, true),
            ("<a b='>'><c/><!-- </a> --><![CDATA[</a>]]></a>\n<a/>", 46, true),
            ("<?xml?><!DOCTYPE a [<!ENTITY b '>'>]><a></a>.", 44, true),
            ("<a><b></a>", 10, false),
            ("<a></b> x", 7, false),
            ("<a/>\n<!-- b -->\n<?c d?> <?xml ?><e/>", 23, true),
            ("<a\"b/>", 6, false),
            ("<a b=\"", 6, false),
        ];
        for (text, end, closed) in cases {
            let extent = extent(text, 0);
            assert_eq!((extent.end, extent.closed), (end, closed), "{text}");
        }
        assert!(super::extent("<a b=\\\"1\\\"/>", 0).escaped);
    }
}
