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
    // In what was posted they are characters of the message.
    let line_ends = extent.line_ends && !input.is_as_posted();
    (whole && !extent.escaped && !line_ends)
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
    /// Line ends between the tags are written as in a string literal.
    pub line_ends: bool,
    /// The first tag declares a namespace, or there is an XML declaration.
    pub certain: bool,
}

/// From the `<` at `start` to the end of the root element, or of the text where it is not closed.
pub(super) fn extent(text: &str, start: usize) -> Extent {
    let bytes = text.as_bytes();
    let mut out = Extent { end: text.len(), closed: false, escaped: false, line_ends: false, certain: false };
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
        out.line_ends |= ends_line(rest.get(len..).unwrap_or_default());
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

/// Whether a line end as in a string literal stands here, and behind it the next tag.
fn ends_line(bytes: &[u8]) -> bool {
    let (mut rest, mut any) = (bytes, false);
    loop {
        rest = match rest {
            [b'\\', b'n' | b'r' | b't', rest @ ..] => {
                any = true;
                rest
            }
            [b' ', rest @ ..] if any => rest,
            _ => return any && rest.first() == Some(&b'<'),
        };
    }
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
        assert!(super::extent("<a>\\r\\n  <b>\\</b></a>", 0).line_ends);
        assert!(!super::extent("<a>\\n x<b>\\</b></a>", 0).line_ends);
    }
}
