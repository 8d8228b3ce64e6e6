//! What tools and people do to a message on its way, undone: changed copies of a document's text.
//!
//! It deliberately claims nothing: only a signature that holds over a copy shows that the guess is right.

use std::collections::BTreeSet;

use super::charset;
use super::explain::Change;
use crate::order::{self, Gather as _};
use crate::source::Span;
use crate::xml::names::is_space;
use crate::xml::{Attr, Document, Element, Kind, Node};

/// Declarations that messages carry on their outer elements and lose when a part is cut out.
const WELL_KNOWN: [(&str, &str); 9] = [
    ("xs", "http://www.w3.org/2001/XMLSchema"),
    ("samlp", "urn:oasis:names:tc:SAML:2.0:protocol"),
    ("saml2p", "urn:oasis:names:tc:SAML:2.0:protocol"),
    ("saml", "urn:oasis:names:tc:SAML:2.0:assertion"),
    ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("soap", "http://schemas.xmlsoap.org/soap/envelope/"),
    ("ds", super::DSIG),
    ("xsd", "http://www.w3.org/2001/XMLSchema"),
    ("saml2", "urn:oasis:names:tc:SAML:2.0:assertion"),
];

/// Declarations that are tried together.
const MOST_DECLARED: u32 = 3;

/// What is inserted between characters and not seen.
const INVISIBLE: [char; 6] = ['\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{AD}'];

/// One way to change the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    Compact,
    /// Indented by this; signatures too or not.
    Indent(&'static str, Signatures),
    /// Every line end, or those that stand as CR LF.
    CarriageReturns,
    RawCarriageReturns,
    NoCarriageReturns,
    /// Line ends and tabs of attributes, which readers turn into spaces.
    AttributeBreaks,
    Visible,
    Trim,
    Join,
    Unescape,
    Escape,
    FromSingleBytes,
    ToSingleBytes,
    /// A bit for each of the well-known declarations.
    Declare(u16),
}

/// Whether a signature was there when the message was indented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signatures {
    Indented,
    Inserted,
}

/// The plain edits first, then the sets of declarations, small ones first.
pub(super) fn all() -> Vec<Edit> {
    let mut edits = vec![
        Edit::Compact,
        Edit::CarriageReturns,
        Edit::RawCarriageReturns,
        Edit::NoCarriageReturns,
        Edit::AttributeBreaks,
        Edit::Visible,
        Edit::Trim,
        Edit::Join,
        Edit::Unescape,
        Edit::Escape,
        Edit::FromSingleBytes,
        Edit::ToSingleBytes,
    ];
    for indent in ["  ", "    ", "\t", " ", ""] {
        edits.push(Edit::Indent(indent, Signatures::Inserted));
        edits.push(Edit::Indent(indent, Signatures::Indented));
    }
    let mut sets: Vec<u16> =
        (1..1 << WELL_KNOWN.len()).filter(|set: &u16| set.count_ones() <= MOST_DECLARED).collect();
    order::by_key(&mut sets, |set| [set.count_ones() as usize, 0]);
    edits.extend(sets.into_iter().map(Edit::Declare));
    edits
}

impl Edit {
    /// The text of the document after the edit. `None`: nothing would change.
    pub fn apply(self, document: &Document) -> Option<String> {
        let mut changes = match self {
            Self::Compact => element_only(document).flat_map(white_space_in).collect(),
            Self::Indent(step, signatures) => {
                element_only(document).flat_map(|element| indented(element, step, signatures)).collect()
            }
            Self::Declare(set) => declared(document, set)?,
            _ => self.rewritten(document),
        };
        order::by_key(&mut changes, |(span, _)| span.bytes.key());
        spliced(document, &changes)
    }

    /// What this edit undoes.
    pub fn change(self) -> Change {
        match self {
            Self::Compact => Change::Indented,
            Self::Indent(..) => Change::IndentationLost,
            Self::CarriageReturns | Self::RawCarriageReturns | Self::NoCarriageReturns => Change::LineEnds,
            Self::AttributeBreaks => Change::AttributeLineEnds,
            Self::Visible => Change::InvisibleCharacters,
            Self::Trim => Change::WhiteSpaceAround,
            Self::Join => Change::LinesWrapped,
            Self::Unescape | Self::Escape => Change::Entities,
            Self::FromSingleBytes | Self::ToSingleBytes => Change::Charset,
            Self::Declare(set) => Change::NamespacesLost(chosen(set).map(|(prefix, _)| prefix).collect()),
        }
    }

    /// Whether it can change the octets of a canonicalisation that shows only what is used.
    pub fn is_visible(self) -> bool {
        !matches!(self, Self::Declare(_))
    }

    /// Texts and the values of attributes with something in them. CDATA stays: no tool that reads text rewrites it.
    fn rewritten(self, document: &Document) -> Vec<Replaced> {
        let texts =
            document.nodes().filter(|node| matches!(node.kind(), Kind::Text) && node.parent().is_some());
        let texts = texts.map(Node::span).filter(|_| self != Self::AttributeBreaks);
        let attributes = document.elements().flat_map(Element::attributes).map(Attr::value_span);
        let attributes = attributes.filter(|_| self.rewrites_attributes());
        texts.chain(attributes).map(|span| (span, self.text(document.raw(span)))).collect()
    }

    /// White space in attributes is too often part of a value that somebody wraps.
    fn rewrites_attributes(self) -> bool {
        use Edit::{AttributeBreaks, Escape, FromSingleBytes, ToSingleBytes, Unescape, Visible};
        matches!(self, AttributeBreaks | Escape | FromSingleBytes | ToSingleBytes | Unescape | Visible)
    }

    /// The raw characters of a text after the edit.
    fn text(self, raw: &str) -> String {
        match self {
            Self::CarriageReturns => raw.replace("\r\n", "\n").replace('\n', "&#13;\n"),
            Self::RawCarriageReturns => raw.replace('\r', "&#13;"),
            Self::NoCarriageReturns => raw.replace("&#13;", "").replace("&#xD;", "").replace("&#xd;", ""),
            Self::AttributeBreaks => raw.replace("\r\n", "\n").replace('\n', "&#10;").replace('\t', "&#9;"),
            Self::Visible => raw.replace(INVISIBLE, "").replace('\u{A0}', " "),
            Self::Trim => raw.trim_matches(is_space).to_owned(),
            Self::Join => raw.split(['\r', '\n']).map(|line| line.trim_matches(is_space)).collect(),
            Self::Unescape => unescaped(raw),
            Self::Escape => raw.replace('&', "&amp;"),
            Self::FromSingleBytes => charset::from_single_bytes(raw),
            Self::ToSingleBytes => charset::to_single_bytes(raw),
            Self::Compact | Self::Indent(..) | Self::Declare(_) => raw.to_owned(),
        }
    }
}

/// Each escaped reference as the reference itself, once: what it means in turn stays as it is.
fn unescaped(raw: &str) -> String {
    let mut pieces = raw.split("&amp;");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let reference =
            ["amp;", "lt;", "gt;", "quot;", "apos;", "#"].iter().any(|name| piece.starts_with(name));
        out.push_str(if reference { "&" } else { "&amp;" });
        out.push_str(piece);
    }
    out
}

type Replaced = (Span, String);

fn spliced(document: &Document, changes: &[Replaced]) -> Option<String> {
    if changes.iter().all(|(span, new)| document.raw(*span) == new) {
        return None;
    }
    let mut out = String::new();
    let mut rest = document.span;
    for (span, new) in changes {
        let mut before = rest;
        (before.bytes.end, rest.bytes.start) = (span.bytes.start, span.bytes.end);
        out.push_str(document.raw(before));
        out.push_str(new);
    }
    out.push_str(document.raw(rest));
    Some(out)
}

/// The elements that hold elements and nothing but white space around them.
fn element_only(document: &Document) -> impl Iterator<Item = Element<'_>> {
    document.elements().filter(|element| {
        element.elements().next().is_some()
            && element.children().all(|child| match child.kind() {
                Kind::Text => child.raw().chars().all(is_space),
                Kind::CData => false,
                _ => true,
            })
    })
}

fn white_space_in(element: Element<'_>) -> impl Iterator<Item = Replaced> {
    let texts = element.children().filter(|child| matches!(child.kind(), Kind::Text));
    texts.map(|text| (text.span(), String::new()))
}

fn indented(element: Element<'_>, step: &str, signatures: Signatures) -> Vec<Replaced> {
    let line = |depth: usize| format!("\n{}", step.repeat(depth));
    let mut changes: Vec<_> = white_space_in(element).collect();
    let inserted = |child: Node<'_>| {
        signatures == Signatures::Inserted
            && child.as_element().is_some_and(|child| child.is(super::DSIG, "Signature"))
    };
    for child in element.children().filter(|child| !matches!(child.kind(), Kind::Text) && !inserted(*child)) {
        changes.push((child.span().before(), line(element.depth().saturating_add(1))));
    }
    changes.extend(element.end_tag().map(|end| (end.before(), line(element.depth()))));
    changes
}

fn chosen(set: u16) -> impl Iterator<Item = (&'static str, &'static str)> {
    WELL_KNOWN.into_iter().enumerate().filter(move |(bit, _)| set >> bit & 1 == 1).map(|(_, known)| known)
}

/// `None` where the root declares one of them already.
fn declared(document: &Document, set: u16) -> Option<Vec<Replaced>> {
    let root = document.root()?;
    let mut new = String::new();
    for (prefix, name) in chosen(set) {
        if root.attributes().any(|attr| attr.declares() == Some(prefix)) {
            return None;
        }
        new.push_str(&format!(" xmlns:{prefix}=\"{name}\""));
    }
    Some(vec![(root.name_span().after(), new)])
}

/// An element alone, with those declarations around it that its names need.
pub(super) fn cut_out(document: &Document, element: Element<'_>) -> String {
    let inside = || document.elements().filter(|inner| element.contains(*inner));
    let mut needed: BTreeSet<&str> = inside().map(|inner| inner.prefix().unwrap_or_default()).gathered();
    needed.extend(inside().flat_map(Element::attributes).filter_map(|attr| attr.prefix()));
    let mut known: BTreeSet<&str> = element.attributes().filter_map(|attr| attr.declares()).gathered();
    let mut declared = String::new();
    for outer in std::iter::successors(element.parent(), |outer| outer.parent()) {
        for attr in outer.attributes() {
            if attr.declares().is_some_and(|prefix| known.insert(prefix) && needed.contains(prefix)) {
                declared.push(' ');
                declared.push_str(document.raw(attr.span()));
            }
        }
    }
    let at = element.name_span().after();
    let (mut before, mut behind) = (element.span(), element.span());
    (before.bytes.end, behind.bytes.start) = (at.bytes.start, at.bytes.start);
    [document.raw(before), &declared, document.raw(behind)].concat()
}
