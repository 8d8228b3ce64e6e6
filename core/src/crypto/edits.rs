//! What tools and people do to a message on its way, undone: changed copies of a document's text.
//!
//! It deliberately claims nothing: only a signature that holds over a copy shows that the guess is right.

use super::explain::Change;
use crate::source::Span;
use crate::xml::names::is_space;
use crate::xml::{Document, Element, Kind, Node};

/// Declarations that messages carry on their outer elements and lose when a part is cut out.
const WELL_KNOWN: [(&str, &str); 6] = [
    ("xs", "http://www.w3.org/2001/XMLSchema"),
    ("samlp", "urn:oasis:names:tc:SAML:2.0:protocol"),
    ("saml2p", "urn:oasis:names:tc:SAML:2.0:protocol"),
    ("saml", "urn:oasis:names:tc:SAML:2.0:assertion"),
    ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("soap", "http://schemas.xmlsoap.org/soap/envelope/"),
];

/// One way to change the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    Compact,
    /// Indented by this; signatures too or not.
    Indent(&'static str, Signatures),
    CarriageReturns,
    NoCarriageReturns,
    Trim,
    Join,
    Unescape,
    Escape,
    FromSingleBytes,
    ToSingleBytes,
    /// A bit for each of the well-known declarations.
    Declare(u8),
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
        Edit::NoCarriageReturns,
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
    let mut sets: Vec<u8> = (1..1 << WELL_KNOWN.len()).collect();
    sets.sort_by_key(|set| set.count_ones());
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
            _ => texts(document, |raw| self.text(raw)),
        };
        crate::order::by_key(&mut changes, |(span, _)| span.bytes.key());
        spliced(document, &changes)
    }

    /// What this edit undoes.
    pub fn change(self) -> Change {
        match self {
            Self::Compact => Change::Indented,
            Self::Indent(..) => Change::IndentationLost,
            Self::CarriageReturns | Self::NoCarriageReturns => Change::LineEnds,
            Self::Trim => Change::WhiteSpaceAround,
            Self::Join => Change::LinesWrapped,
            Self::Unescape | Self::Escape => Change::Entities,
            Self::FromSingleBytes | Self::ToSingleBytes => Change::Charset,
            Self::Declare(set) => Change::NamespacesLost(chosen(set).map(|(prefix, _)| prefix).collect()),
        }
    }

    /// The raw characters of a text after the edit.
    fn text(self, raw: &str) -> String {
        match self {
            Self::CarriageReturns => raw.replace("\r\n", "\n").replace('\n', "&#13;\n"),
            Self::NoCarriageReturns => raw.replace("&#13;", "").replace("&#xD;", "").replace("&#xd;", ""),
            Self::Trim => raw.trim_matches(is_space).to_owned(),
            Self::Join => raw.split(['\r', '\n']).map(|line| line.trim_matches(is_space)).collect(),
            Self::Unescape => {
                ["amp;", "lt;", "gt;", "quot;", "apos;", "#"].iter().fold(raw.to_owned(), |text, name| {
                    text.replace(&format!("&amp;{name}"), &format!("&{name}"))
                })
            }
            Self::Escape => raw.replace('&', "&amp;"),
            Self::FromSingleBytes => runs(raw, |run| {
                let bytes: Option<Vec<u8>> = run.chars().map(single_byte).collect();
                bytes.and_then(|bytes| String::from_utf8(bytes).ok())
            }),
            Self::ToSingleBytes => runs(raw, |run| Some(run.bytes().map(character).collect())),
            Self::Compact | Self::Indent(..) | Self::Declare(_) => raw.to_owned(),
        }
    }
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

/// Texts with something in them. CDATA stays: no tool that reads text rewrites it.
fn texts(document: &Document, new: impl Fn(&str) -> String) -> Vec<Replaced> {
    let texts = document.nodes().filter(|node| matches!(node.kind(), Kind::Text) && node.parent().is_some());
    texts.map(|node| (node.span(), new(node.raw()))).collect()
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

fn chosen(set: u8) -> impl Iterator<Item = (&'static str, &'static str)> {
    WELL_KNOWN.into_iter().enumerate().filter(move |(bit, _)| set >> bit & 1 == 1).map(|(_, known)| known)
}

/// `None` where the root declares one of them already.
fn declared(document: &Document, set: u8) -> Option<Vec<Replaced>> {
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

/// Changes the stretches that are not ASCII.
fn runs(raw: &str, new: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = raw;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (before, tail) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let end = tail.find(|c: char| c.is_ascii()).unwrap_or(tail.len());
        let (run, tail) = tail.split_at_checked(end).unwrap_or((tail, ""));
        out.push_str(before);
        out.push_str(&new(run).unwrap_or_else(|| run.to_owned()));
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index windows-1252); the rest is Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn single_byte(c: char) -> Option<u8> {
    let place = WINDOWS_1252.iter().position(|&known| known == c);
    match place {
        Some(place) => u8::try_from(place + 0x80).ok(),
        None => u8::try_from(c).ok(),
    }
}

fn character(byte: u8) -> char {
    let place = usize::from(byte).checked_sub(0x80).and_then(|place| WINDOWS_1252.get(place));
    place.copied().unwrap_or(char::from(byte))
}
