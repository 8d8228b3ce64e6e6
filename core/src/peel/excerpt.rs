//! A longer text with something in it: a log line, a mail, a terminal's output, several documents in a row.
//!
//! It deliberately keeps whole lines that belong to nothing: an error text beside a message is evidence.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::parameters::{self, Hit, Name};
use super::{LeafKind, NoteKind, base64, data_uri, json, looks, margin, parts, pem, shown, xml};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "excerpt",
    name: "Excerpt",
    title: "a part of a longer text",
    matches: &[
        "12:00 INFO got <a xmlns=\"u:x\">1</a> from idp",
        "$ cat response.xml\n<a/>",
        "<a/>\n<b/>",
        "POST /saml SAMLResponse=PGEvPg%3D%3D 302",
        "the value was PGEgYj0iYyIgZD0iZSIgZj0iZyIvPg== yesterday",
        "msg={\"SAMLResponse\":\"PGEvPg==\"}",
        "id_token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    ],
    misses: &["a < b and c > d", "User <bob@example.com>", "An error occurred (AccessDenied)", "{not json}"],
    unwrap,
};

/// Broken candidates of one kind after which no more are tried, so that noise costs one pass.
const PATIENCE: usize = 64;

struct Piece {
    at: Bytes,
    part: Part,
    note: Option<NoteKind>,
}

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    if input.trail.last() == Some(&LAYER.id) {
        return None;
    }
    let text = input.text?;
    let mut pieces = Vec::new();
    documents(text, input, &mut pieces);
    let part = |at: Bytes, part: Part| Piece { at, part, note: None };
    pieces.extend(groups(text).into_iter().map(|at| part(at, Part::same(at).optional())));
    pieces.extend(pem::find(text).into_iter().map(|(at, private)| Piece {
        at,
        part: Part::leaf(LeafKind::Pem, at),
        note: private.then_some(NoteKind::PrivateKey),
    }));
    pieces.extend(base64::tokens(text).into_iter().map(|(kind, at)| part(at, Part::leaf(kind, at))));
    pieces.extend(data_uri::find(text).into_iter().map(|at| part(at, Part::same(at).optional())));
    pieces.extend(json::find(text, input, PATIENCE / 4).into_iter().map(|at| part(at, Part::same(at))));
    pieces.extend(base64::find(text).into_iter().map(|at| part(at, Part::same(at).optional())));
    // What starts first holds the others; of two at one place the longer.
    crate::order::by_key(&mut pieces, |piece| {
        let [start, end] = piece.at.key();
        [start, usize::MAX.saturating_sub(end)]
    });
    let mut out = Unwrapped::default();
    let mut end = 0;
    for piece in pieces {
        if piece.at.start < end {
            continue;
        }
        lines_between(text, end, piece.at.start, &mut out);
        end = piece.at.end;
        out.notes.extend(piece.note.map(|kind| (kind, piece.at)));
        out.parts.push(piece.part);
    }
    if out.parts.is_empty() {
        return None;
    }
    lines_between(text, end, crate::source::narrow(text.len()), &mut out);
    if !input.context.via.is_empty() || input.trail.contains(&"json") {
        out.parts.retain(|part| !matches!(part.content, super::layer::Content::Leaf(LeafKind::Text)));
    }
    Some(out)
}

/// Whole lines between two pieces, if they say anything.
fn lines_between(text: &str, from: u32, to: u32, out: &mut Unwrapped) {
    let (from, to) = (from as usize, to as usize);
    let gap = text.get(from..to).unwrap_or_default();
    let start = if from == 0 { 0 } else { gap.find('\n').map_or(gap.len(), |at| at + 1) };
    let end = if to == text.len() { gap.len() } else { gap.rfind('\n').unwrap_or(0) };
    let Some(lines) = gap.get(start..end.max(start)) else { return };
    let said = lines.trim();
    if said.chars().filter(|c| c.is_alphanumeric()).count() < 8 {
        return;
    }
    let start = from + start + (lines.len() - lines.trim_start().len());
    for at in paragraphs(said) {
        out.parts
            .push(Part::leaf(LeafKind::Text, Bytes::new(start + at.start as usize, start + at.end as usize)));
    }
}

/// The text, but an address on a line of its own, above and below which nothing stands, is by itself: it is a relay state,
/// and not a part of the error text below it.
fn paragraphs(text: &str) -> Vec<Bytes> {
    let is_address = |line: &str| line.starts_with("https://") && !line.contains(char::is_whitespace);
    let mut all: Vec<(Bytes, bool)> = Vec::new();
    let (mut at, mut after_blank) = (0, true);
    for line in text.split_inclusive('\n') {
        let said = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if said.is_empty() {
            after_blank = true;
            continue;
        }
        let next = text.get(at..).unwrap_or_default().lines().next().unwrap_or_default();
        let alone = after_blank && next.trim().is_empty() && is_address(said);
        after_blank = false;
        match all.last_mut() {
            Some((paragraph, false)) if !alone => paragraph.end = crate::source::narrow(start + said.len()),
            _ => all.push((Bytes::new(start, start + said.len()), alone)),
        }
    }
    all.into_iter().map(|(at, _)| at).collect()
}

/// XML documents in a text: those that are closed or say what they are.
fn documents(text: &str, input: &Input<'_>, pieces: &mut Vec<Piece>) {
    let inside = input.trail.iter().any(|layer| ![parts::LAYER.id, margin::LAYER.id].contains(layer));
    let bytes = text.as_bytes();
    let (mut at, mut failed) = (0, 0);
    while let Some(found) = memchr::memchr(b'<', bytes.get(at..).unwrap_or_default()) {
        let start = at + found;
        at = start + 1;
        if !looks::like_markup(text.get(start..).unwrap_or_default()) {
            continue;
        }
        if let Some(end) = page_end(text, start) {
            let page = Bytes::new(start, end);
            pieces.push(Piece { at: page, part: Part::same(page), note: None });
            at = end;
            continue;
        }
        let extent = xml::extent(text, start);
        let alone = text.get(..start).is_some_and(|before| before.trim().is_empty());
        if extent.closed || extent.certain || alone && extent.end == text.len() {
            let end = with_further_roots(text, extent.end, inside);
            let span = Bytes::new(start, end);
            let part = document(text, input, span, &extent);
            pieces.push(Piece { at: span, part, note: None });
            at = end;
            if pieces.len() >= parameters::MOST {
                return;
            }
        } else {
            failed += 1;
            if failed >= PATIENCE {
                return;
            }
        }
    }
}

/// A document at its place, with what is to be undone first.
fn document(text: &str, input: &Input<'_>, at: Bytes, extent: &xml::Extent) -> Part {
    if extent.end == at.end as usize && !input.is_as_posted() {
        if let Some(decoded) = margin::around(text, at, input.limits) {
            return Part::made(at, decoded);
        }
        if extent.line_ends || shown::is_shown(input.slice(at), input.limits) {
            return Part::same(at);
        }
    }
    match extent.escaped {
        true => Part::same(at),
        false => Part::leaf(LeafKind::Xml, at),
    }
}

/// Where a web page ends that begins at `start`, behind something else: no XML, though it may look like some.
fn page_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..).filter(|rest| looks::like_page(rest) && start > 0)?;
    let end = ["</html>", "</HTML>"].iter().find_map(|end| Some(rest.find(end)?.saturating_add(end.len())));
    Some(start.saturating_add(end.unwrap_or(rest.len())))
}

/// Where a document ends that goes on behind its root element. In a paste, a root that says what it is begins a message of
/// its own; inside an envelope there is only one document.
fn with_further_roots(text: &str, end: usize, inside: bool) -> usize {
    let mut end = end;
    while let Some(rest) = text.get(end..) {
        let gap = rest.len().saturating_sub(rest.trim_start().len());
        let (between, next) = rest.split_at_checked(gap).unwrap_or_default();
        if !looks::like_markup(next) || !inside && between.matches('\n').count() > 1 {
            break;
        }
        let extent = xml::extent(text, end + gap);
        if !inside && extent.certain || extent.end <= end {
            break;
        }
        end = extent.end;
    }
    end
}

/// Parameters that belong together, each with the URL around it: at most one message in each, unless they stand in one
/// query.
pub(super) fn groups(text: &str) -> Vec<Bytes> {
    let mut all: Vec<(Bytes, bool)> = Vec::new();
    for hit in parameters::find(text) {
        let message = hit.name != Name::RelayState;
        if let Some((group, has_message)) = all.last_mut()
            && hit.value.end <= group.end
        {
            *has_message |= message;
            continue;
        }
        let at = around(text, &hit);
        match all.last_mut() {
            Some((group, has_message)) if joins(text, *group, at, *has_message && message) => {
                group.end = group.end.max(at.end);
                *has_message |= message;
            }
            _ => all.push((at, message)),
        }
    }
    all.into_iter().filter(|(_, message)| *message).map(|(at, _)| at).collect()
}

fn joins(text: &str, group: Bytes, next: Bytes, both_messages: bool) -> bool {
    if next.start <= group.end {
        return true;
    }
    let between = text.get(group.end as usize..next.start as usize).unwrap_or_default();
    let one_query = !between.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<'));
    one_query || !both_messages && between.len() <= 256 && !between.contains('<')
}

/// The parameter, and the token (a URL, a query) that it stands in.
fn around(text: &str, hit: &Hit) -> Bytes {
    let bytes = text.as_bytes();
    let start = hit.name_at.start as usize;
    let before = bytes.get(..start).unwrap_or_default();
    let back = before.iter().rev().take(8192).take_while(|byte| !parameters::ends_token(**byte)).count();
    let end = hit.value.end as usize;
    let rest = bytes.get(end..).unwrap_or_default();
    let ahead = match rest.first() {
        Some(b'&') => rest.iter().take_while(|byte| !parameters::ends_token(**byte)).count(),
        _ => 0,
    };
    Bytes::new(start - back, end + ahead)
}
