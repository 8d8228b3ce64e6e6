//! `--octets`: what each signature's references digest and what its value signs, in canonical form.
//!
//! The octets come from the core. They are shown whole, with hidden characters made visible, and never written anywhere.

use crate::fences::fenced;
use samlens_core::crypto::State;
use samlens_core::evidence::{Item, Signed};
use samlens_core::inspect::Report;
use samlens_core::limits::Limits;
use samlens_core::render::{Style, Styled, visible};
use samlens_core::xml::c14n::Canonical;

/// One piece of canonical XML.
struct Piece {
    title: String,
    /// `None`: it cannot be made.
    octets: Option<Vec<u8>>,
}

pub fn text(report: &Report) -> Styled {
    let mut out = Styled::default();
    for piece in pieces(report) {
        out.end();
        out.line(Style::Title, heading(&piece));
        if let Some(octets) = &piece.octets {
            out.line(Style::Code, shown(octets));
        }
    }
    out
}

pub fn markdown(report: &Report) -> String {
    let mut out = String::new();
    for piece in pieces(report) {
        out.push_str(&format!("\n### {}\n", heading(&piece)));
        if let Some(octets) = &piece.octets {
            out.push_str(&format!("\n{}", fenced(&shown(octets))));
        }
    }
    out
}

fn heading(piece: &Piece) -> String {
    match &piece.octets {
        Some(octets) if octets.len() == 1 => format!("{}, 1 octet", piece.title),
        Some(octets) => format!("{}, {} octets", piece.title, octets.len()),
        None => format!("{}, the octets cannot be made", piece.title),
    }
}

/// Each signature of each document that was read, in their order.
fn pieces(report: &Report) -> Vec<Piece> {
    let signatures =
        report.items.iter().flat_map(|item| item.signatures.iter().map(move |signed| (item, signed)));
    let mut pieces = Vec::new();
    for (index, (item, signed)) in signatures.enumerate() {
        of_signature(index + 1, item, signed, &mut pieces);
    }
    pieces
}

fn of_signature(number: usize, item: &Item, signed: &Signed, pieces: &mut Vec<Piece>) {
    let (document, limits) = (signed.document(item), Limits::default());
    let parent = signed.parent.zip(item.document.as_ref());
    let parent = parent.and_then(|(parent, document)| document.element(parent));
    let signature = match parent {
        Some(parent) => format!("Signature {number}, in `{}`", visible(parent.local())),
        None => format!("Signature {number}"),
    };
    for (index, reference) in signed.verification.references.iter().enumerate() {
        let state = match reference.state {
            State::Holds => "the digest holds",
            State::Differs => "the digest differs",
            State::Unchecked => "the digest was not checked",
        };
        pieces.push(Piece {
            title: format!("{signature}: reference {}, {state}", index + 1),
            octets: document.and_then(|document| usable(reference.octets(document, &limits))),
        });
    }
    let signed_info = document.and_then(|document| signed.verification.signed_info_octets(document, &limits));
    pieces.push(Piece { title: format!("{signature}: SignedInfo"), octets: usable(signed_info) });
}

/// Octets with a fault stand for nothing.
fn usable(canonical: Option<Canonical>) -> Option<Vec<u8>> {
    canonical.filter(|canonical| canonical.faults.is_empty()).map(|canonical| canonical.octets)
}

/// Hidden characters are written out; after a line feed, the line also ends.
fn shown(octets: &[u8]) -> String {
    let text = String::from_utf8_lossy(octets);
    let mut shown = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        shown.push_str(&visible(line));
        if line.ends_with('\n') {
            shown.push('\n');
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_written_out() {
        for (octets, expected) in [
            ("<a>\n\t</a>", "<a>\\n\n\\t</a>"),
            ("a\u{1b}[31m", "a\\u{1b}[31m"),
            ("a\u{200b}b\u{a0}", "a\\u{200b}b\\u{a0}"),
            ("\n\n", "\\n\n\\n\n"),
            ("", ""),
        ] {
            assert_eq!(shown(octets.as_bytes()), expected);
        }
    }
}
