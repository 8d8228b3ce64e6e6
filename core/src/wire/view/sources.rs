//! The layers: their texts, and a place carried from one to the next.

use super::{Fit, Part, Place, SourceView, TrailStep, View, code, text};
use crate::evidence::Item;
use crate::inspect::Report;
use crate::peel::{LAYERS, LayerUse, LeafKind, PlacedRepair};
use crate::source::{self, SourceId, Span};

/// A source longer than this is sent as a window around what matters in it.
const WINDOW: usize = 400_000;
/// What is shown before and after what matters.
const MARGIN: usize = 20_000;

/// The place itself.
pub fn place(span: Span) -> Place {
    Place { source: span.source.0, start: span.bytes.start, end: span.bytes.end, fit: Fit::Exact }
}

/// The same characters in every layer, innermost first.
pub fn places(report: &Report, span: Span) -> Vec<Place> {
    let mut places = vec![place(span)];
    let (mut span, mut fit) = (span, Fit::Exact);
    while let Some((outer, step)) = report.sources.outward(span) {
        span = outer;
        fit = match (fit, step) {
            (Fit::Whole, _) | (_, source::Fit::Whole) => Fit::Whole,
            (Fit::Exact, source::Fit::Exact) => Fit::Exact,
            _ => Fit::Widened,
        };
        places.push(Place { fit, ..place(span) });
    }
    places
}

/// The sources of a message from the paste inwards, each with the layers that were taken off in it.
pub fn trail(report: &Report, item: &Item) -> Vec<TrailStep> {
    let mut path = places(report, item.leaf.span);
    path.reverse();
    let step = |place: &Place| {
        let here = SourceId(place.source);
        let whole = report.sources.get(here)?.bytes().len();
        let layers: Vec<&LayerUse> =
            report.layers.iter().filter(|layer| holds(layer.span, here, *place)).collect();
        let last = here == item.leaf.source;
        let mut names: Vec<&str> = layers.iter().map(|layer| name(layer.id)).collect();
        names.dedup();
        if last {
            names.push(kind(item.leaf.kind));
        }
        let repairs = layers.iter().flat_map(|layer| &layer.repairs).map(repair).collect();
        Some(TrailStep { source: place.source, title: names.join(" › "), size: size(whole), repairs })
    };
    path.iter().filter_map(step).collect()
}

fn holds(span: Span, source: SourceId, place: Place) -> bool {
    span.source == source && span.bytes.start <= place.start && place.end <= span.bytes.end
}

fn name(id: &'static str) -> &'static str {
    // Decryption is no layer of the transport.
    let decrypted = if id == "decrypted" { "Decrypted" } else { id };
    LAYERS.iter().find(|layer| layer.id == id).map_or(decrypted, |layer| layer.name)
}

fn kind(kind: LeafKind) -> &'static str {
    match kind {
        LeafKind::Xml => "XML",
        LeafKind::Json => "JSON",
        LeafKind::Yaml => "YAML",
        LeafKind::Hcl => "Terraform",
        LeafKind::Pem => "PEM",
        LeafKind::Jwt => "JWT",
        LeafKind::Html => "HTML",
        LeafKind::Text => "Text",
        LeafKind::Binary => "Bytes",
        LeafKind::Empty => "Nothing",
    }
}

fn repair(repair: &PlacedRepair) -> (Vec<Part>, Place) {
    let mut words = vec![text(super::capital(repair.kind.describe()))];
    if repair.count > 1 {
        words.extend([text(", "), code(repair.count.to_string()), text(" times")]);
    }
    (words, place(repair.span))
}

/// The texts that places of the view point into.
pub fn sources(report: &Report, item: Option<&Item>, view: &View) -> Vec<SourceView> {
    let mut wanted: Vec<Place> = item.map(|item| places(report, item.leaf.span)).unwrap_or_default();
    wanted.reverse();
    let found = view.answer.findings.iter().flat_map(|finding| finding.places.iter().rev());
    for place in found {
        if !wanted.iter().any(|known| known.source == place.source) {
            wanted.push(*place);
        }
    }
    if wanted.is_empty() {
        wanted.extend(report.inputs.iter().map(|(source, _)| place(Span::new(*source, 0, 0))));
    }
    wanted.into_iter().filter_map(|place| source_view(report, place)).collect()
}

fn source_view(report: &Report, around: Place) -> Option<SourceView> {
    let id = SourceId(around.source);
    let source = report.sources.get(id)?;
    let title = match source.origin {
        None => report.inputs.iter().find(|(root, _)| *root == id).and_then(|(_, name)| name.clone()),
        Some(_) => None,
    };
    let all = source.text().unwrap_or_default();
    let (start, end) = match all.len() > WINDOW {
        false => (0, all.len()),
        true => {
            let from = boundary(all, (around.start as usize).saturating_sub(MARGIN));
            (
                from,
                boundary(all, from.saturating_add(WINDOW).max((around.end as usize).min(from + 4 * WINDOW))),
            )
        }
    };
    Some(SourceView {
        id: around.source,
        title: title.unwrap_or_else(|| layer_title(source.layer)),
        size: size(source.bytes().len()),
        from: source::narrow(start),
        text: all.get(start..end).unwrap_or_default().to_owned(),
        cut: start > 0 || end < all.len(),
        binary: source.text().is_none(),
    })
}

fn layer_title(id: &'static str) -> String {
    match id {
        "paste" => "As pasted".to_owned(),
        "error" => "The error text".to_owned(),
        "relay-state" => "The relay state".to_owned(),
        "xml" => "XML".to_owned(),
        id => name(id).to_owned(),
    }
}

/// The nearest character boundary at or before.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at = at.saturating_sub(1);
    }
    at
}

/// A number of bytes for people.
pub fn size(bytes: usize) -> String {
    match bytes {
        1 => "1 byte".to_owned(),
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{}.{} KB", bytes / 1024, bytes % 1024 * 10 / 1024),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_rounded_down() {
        for (bytes, expected) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (1023, "1023 bytes"),
            (1024, "1.0 KB"),
            (8400, "8.2 KB"),
            (5 << 20, "5.0 MB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
