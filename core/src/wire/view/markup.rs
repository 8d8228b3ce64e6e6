//! Cuts an XML document into tokens that tile it, and arranges them in lines for reading.
//!
//! It deliberately changes no character: the indented view leaves out blanks between elements and nothing else.

use super::types::{Class, Line, Token, XmlView};
use crate::source::Span;
use crate::xml::{Document, Element, Kind};

/// Nodes beyond this are not drawn: a browser would take seconds over them.
const MOST_PIECES: usize = 60_000;

/// A tag, or a node without tags.
struct Piece {
    span: Span,
    part: Part,
    depth: u16,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The start tag of an element that holds no other node than text: its end tag stays on the line.
    OpenInline,
    Open,
    Empty,
    CloseInline,
    Close,
    Text,
    InlineText,
    Blank,
    Comment,
    Broken,
}

/// The tokens and lines of a document.
pub fn draw(document: &Document) -> XmlView {
    let mut pieces = pieces(document);
    let cut = pieces.len() >= MOST_PIECES;
    crate::order::by_key(&mut pieces, |piece| piece.span.bytes.key());
    let mut view = XmlView { cut, ..XmlView::default() };
    for piece in &pieces {
        let first = view.tokens.len();
        tokens(document, piece, &mut view.tokens);
        place(piece, first, &mut view);
    }
    view
}

fn pieces(document: &Document) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for node in document.nodes().take(MOST_PIECES) {
        let parent = node.parent();
        let depth = |extra: usize| {
            let depth = parent.map_or(0, |parent| parent.depth() + 1) + extra;
            u16::try_from(depth).unwrap_or(u16::MAX)
        };
        let part = match node.kind() {
            Kind::Element(element) => {
                push_tags(element, depth(0), &mut pieces);
                continue;
            }
            Kind::Text if node.raw().trim().is_empty() && node.raw().contains('\n') => Part::Blank,
            Kind::Text | Kind::CData if parent.is_some_and(is_inline) => Part::InlineText,
            Kind::Text if node.raw().trim().is_empty() => Part::Blank,
            Kind::Text | Kind::CData => Part::Text,
            Kind::Comment | Kind::Instruction | Kind::Doctype | Kind::Declaration => Part::Comment,
            Kind::Broken => Part::Broken,
        };
        pieces.push(Piece { span: node.span(), part, depth: depth(0) });
    }
    pieces
}

fn push_tags(element: Element<'_>, depth: u16, pieces: &mut Vec<Piece>) {
    let (open, close) = match (element.is_empty_tag(), is_inline(element)) {
        (true, _) => (Part::Empty, Part::Close),
        (false, true) => (Part::OpenInline, Part::CloseInline),
        (false, false) => (Part::Open, Part::Close),
    };
    pieces.push(Piece { span: element.start_tag(), part: open, depth });
    if let Some(span) = element.end_tag() {
        pieces.push(Piece { span, part: close, depth });
    }
}

fn is_inline(element: Element<'_>) -> bool {
    element.end_tag().is_some()
        && element.children().all(|node| matches!(node.kind(), Kind::Text | Kind::CData | Kind::Comment))
}

/// Puts a piece on the line where it is read.
fn place(piece: &Piece, first: usize, view: &mut XmlView) {
    let first = crate::source::narrow(first);
    let last = crate::source::narrow(view.tokens.len());
    match (piece.part, view.lines.last_mut()) {
        (Part::Blank, _) => {}
        // What is inside an element on one line, and its end, follow without a blank between.
        (Part::InlineText | Part::CloseInline, Some(line)) => line.last = last,
        (Part::Comment, Some(line))
            if line.last == first && inline_before(view.tokens.get(..first as usize)) =>
        {
            line.last = last;
        }
        _ => view.lines.push(Line { depth: piece.depth, first, last }),
    }
}

/// Whether the token before is text, so that a comment stands in the middle of a value.
fn inline_before(tokens: Option<&[Token]>) -> bool {
    tokens.and_then(<[Token]>::last).is_some_and(|token| token.class == Class::Text)
}

fn tokens(document: &Document, piece: &Piece, out: &mut Vec<Token>) {
    let bytes = piece.span.bytes;
    let mut push = |start: u32, end: u32, class| {
        if start < end {
            out.push(Token { start, end, class });
        }
    };
    match piece.part {
        Part::Open | Part::OpenInline | Part::Empty => {
            let element = document.node_at(bytes.start).and_then(|node| node.as_element());
            let Some(element) = element else { return push(bytes.start, bytes.end, Class::Broken) };
            let mut at = bytes.start;
            let name = element.name_span().bytes;
            let attributes = element.attributes().flat_map(|attribute| {
                let (name, value) = (attribute.name_span().bytes, attribute.value().span.bytes);
                [(name, Class::AttributeName), (value, Class::Value)]
            });
            for (part, class) in std::iter::once((name, Class::Name)).chain(attributes) {
                // A damaged tag may have parts that do not follow each other.
                if part.start >= at && part.end <= bytes.end {
                    push(at, part.start, Class::Punctuation);
                    push(part.start, part.end, class);
                    at = part.end;
                }
            }
            push(at, bytes.end, Class::Punctuation);
        }
        Part::Close | Part::CloseInline => {
            let inner = (bytes.start.saturating_add(2), bytes.end.saturating_sub(1));
            push(bytes.start, inner.0.min(bytes.end), Class::Punctuation);
            push(inner.0, inner.1, Class::Name);
            push(inner.1.max(inner.0).min(bytes.end), bytes.end, Class::Punctuation);
        }
        Part::Text | Part::InlineText => push(bytes.start, bytes.end, Class::Text),
        Part::Blank => push(bytes.start, bytes.end, Class::Blank),
        Part::Comment => push(bytes.start, bytes.end, Class::Comment),
        Part::Broken => push(bytes.start, bytes.end, Class::Broken),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::source::SourceId;
    use crate::xml;

    fn lines(text: &str) -> Vec<String> {
        let document = xml::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default());
        let view = draw(&document);
        let whole: String =
            view.tokens.iter().map(|token| &text[token.start as usize..token.end as usize]).collect();
        assert_eq!(whole, text, "the tokens tile the document");
        let line = |line: &Line| {
            let tokens = &view.tokens[line.first as usize..line.last as usize];
            let drawn = tokens.iter().filter(|token| token.class != Class::Blank);
            let text: String = drawn.map(|token| &text[token.start as usize..token.end as usize]).collect();
            format!("{}{text}", "  ".repeat(line.depth.into()))
        };
        view.lines.iter().map(line).collect()
    }

    #[test]
    fn elements_are_indented_and_values_stay_on_their_line() {
        for (text, expected) in [
            ("<a><b x='1'>v</b><c/></a>", vec!["<a>", "  <b x='1'>v</b>", "  <c/>", "</a>"]),
            ("<a>\n <b> v </b>\n</a>", vec!["<a>", "  <b> v </b>", "</a>"]),
            ("<a>\n  </a>", vec!["<a></a>"]),
            ("<a> </a>", vec!["<a> </a>"]),
            ("<a>x<!-- c -->y</a>", vec!["<a>x<!-- c -->y</a>"]),
            ("<a>x<b/>y</a>", vec!["<a>", "  x", "  <b/>", "  y", "</a>"]),
            ("<a><b>", vec!["<a>", "  <b>"]),
            ("<?xml version='1.0'?>\n<a></a>", vec!["<?xml version='1.0'?>", "<a></a>"]),
        ] {
            assert_eq!(lines(text), expected, "{text}");
        }
    }

    #[test]
    fn damaged_documents_are_tiled_too() {
        for text in ["<a x=1 x='2' y>t</a", "<a <b>>", "<", "<a>&lt;<![CDATA[<]]></b>", "</>", "<a b='"] {
            lines(text);
        }
    }
}
