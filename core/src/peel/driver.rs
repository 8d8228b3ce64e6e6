//! The worklist: takes a part, finds its layer, puts what is inside back.
//!
//! It deliberately knows no layer by what it does, only how often and how deep they may stand.

use super::layer::{Content, Input, LAYERS, Part, Unwrapped, is_blank};
use super::{Context, LayerUse, Leaf, LeafKind, Note, NoteKind, Peeled, PlacedRepair, looks};
use crate::codec::RepairKind;
use crate::limits::Limits;
use crate::source::{Bytes, Origin, SourceId, Sources, Span, narrow};

pub(super) fn run(sources: &mut Sources, root: SourceId, limits: &Limits) -> Peeled {
    let Some(source) = sources.get(root) else { return Peeled::default() };
    let mut whole = source.span();
    let beyond = whole.bytes.len() > limits.input_bytes;
    if beyond {
        let end = source.text().map_or(limits.input_bytes, |text| looks::floor(text, limits.input_bytes));
        whole.bytes.end = narrow(end);
    }
    let mut driver = Driver { sources, limits, out: Peeled::default(), work: Vec::new() };
    if beyond {
        driver.note(NoteKind::LimitReached, whole.after());
    }
    driver.work.push(Item {
        span: whole,
        trail: Vec::new(),
        context: Context::default(),
        required: true,
        leaf: None,
    });
    driver.drain();
    driver.conclude(whole)
}

struct Driver<'a> {
    sources: &'a mut Sources,
    limits: &'a Limits,
    out: Peeled,
    work: Vec<Item>,
}

/// Something to look at.
struct Item {
    span: Span,
    trail: Vec<&'static str>,
    context: Context,
    /// Whether it becomes a leaf even if nothing is recognised in it.
    required: bool,
    /// What it is, where that is known.
    leaf: Option<LeafKind>,
}

impl Driver<'_> {
    fn drain(&mut self) {
        // All compressed layers together may cost no more than a few of them alone.
        let mut inflatable = self.limits.inflated_bytes.saturating_mul(4);
        while let Some(item) = self.work.pop() {
            if self.out.leaves.len() >= self.limits.leaves {
                return self.note(NoteKind::LimitReached, item.span);
            }
            if let Some(kind) = item.leaf {
                self.leaf(item, kind);
                continue;
            }
            let Some((layer, unwrapped)) = self.look(&item, inflatable) else {
                self.fall_back(item);
                continue;
            };
            for (kind, at) in unwrapped.notes {
                self.note(kind, within(item.span, at));
            }
            if unwrapped.parts.is_empty() {
                self.fall_back(item);
                continue;
            }
            self.sources.recognise(item.span.source, layer);
            let room = self.limits.leaves.saturating_sub(self.out.leaves.len()).saturating_add(1);
            let mut inner = Vec::new();
            for part in unwrapped.parts.into_iter().take(room) {
                if let Content::Made { bytes, map: None } = &part.content {
                    inflatable = inflatable.saturating_sub(bytes.len());
                }
                inner.push(self.enter(&item, layer, part));
            }
            // The first part ends on top of the stack, so leaves come in the order of the paste.
            self.work.extend(inner.into_iter().rev());
        }
    }

    /// The first layer that recognises the item.
    fn look(&mut self, item: &Item, inflatable: usize) -> Option<(&'static str, Unwrapped)> {
        if item.trail.len() >= self.limits.layers {
            self.note(NoteKind::LimitReached, item.span);
            return None;
        }
        let source = self.sources.get(item.span.source)?;
        let input = Input {
            bytes: source.bytes().get(item.span.bytes.range())?,
            text: source.text().and_then(|text| text.get(item.span.bytes.range())),
            span: item.span,
            context: &item.context,
            trail: &item.trail,
            limits: self.limits,
            inflatable: inflatable.min(self.limits.inflated_bytes),
        };
        LAYERS.iter().find_map(|layer| Some((layer.id, (layer.unwrap)(&input)?)))
    }

    /// The item that a part becomes.
    fn enter(&mut self, outer: &Item, layer: &'static str, part: Part) -> Item {
        let at = within(outer.span, part.at);
        let context = part.context.unwrap_or_else(|| outer.context.clone());
        let mut trail = outer.trail.clone();
        let leaf = match &part.content {
            Content::Leaf(kind) => Some(*kind),
            _ => None,
        };
        if leaf.is_some_and(|kind| kind.id() == layer) {
            return Item { span: at, trail, context, required: part.required, leaf };
        }
        if trail.last() == Some(&layer) && matches!(layer, "percent" | "base64" | "entities" | "deflate") {
            self.note(NoteKind::LayerTwice, at);
        }
        let repairs: Vec<_> = part.repairs.iter().map(|repair| PlacedRepair::new(repair, at)).collect();
        for repair in &repairs {
            match repair.kind {
                RepairKind::TruncatedBase64 => self.note(NoteKind::TruncatedBase64, repair.span),
                RepairKind::MixedAlphabets => self.note(NoteKind::AmbiguousBase64, repair.span),
                RepairKind::Limit => self.note(NoteKind::LimitReached, repair.span),
                _ => {}
            }
        }
        trail.push(layer);
        let (span, made) = match part.content {
            Content::Made { bytes, map } => {
                let made = self.sources.push("text", bytes, Some(Origin { span: at, map }));
                (self.sources.get(made).map_or(at, |source| source.span()), Some(made))
            }
            Content::Same | Content::Leaf(_) => (at, None),
        };
        self.out.layers.push(LayerUse { id: layer, span: at, made, repairs });
        Item { span, trail, context, required: part.required, leaf }
    }

    /// Nothing recognised the item: it is what it looks like.
    fn fall_back(&mut self, item: Item) {
        if !item.required {
            return;
        }
        let Some(source) = self.sources.get(item.span.source) else { return };
        let bytes = source.bytes().get(item.span.bytes.range()).unwrap_or_default();
        let kind = match std::str::from_utf8(bytes) {
            Ok(text) if text.trim_matches(is_blank).is_empty() => LeafKind::Empty,
            Ok(text) if looks::like_html(text) => LeafKind::Html,
            Ok(text) if looks::like_text(text) => LeafKind::Text,
            _ => LeafKind::Binary,
        };
        self.leaf(item, kind);
    }

    fn leaf(&mut self, item: Item, kind: LeafKind) {
        let source = item.span.source;
        let whole = self.sources.get(source).is_some_and(|source| source.span() == item.span);
        if whole || kind == LeafKind::Xml {
            self.sources.recognise(source, kind.id());
        }
        let mut layers = item.trail;
        layers.push(kind.id());
        self.out.leaves.push(Leaf { kind, source, span: item.span, layers, context: item.context });
    }

    fn note(&mut self, kind: NoteKind, span: Span) {
        // That reading ended is said whatever came before.
        let limit =
            kind == NoteKind::LimitReached && self.out.notes.last().is_none_or(|last| last.kind != kind);
        if limit || self.out.notes.len() < self.limits.problems {
            self.out.notes.push(Note { kind, span });
        }
    }

    /// Nothing that was pasted is lost: what yields no leaf is one.
    fn conclude(mut self, whole: Span) -> Peeled {
        if self.out.leaves.is_empty() {
            let item = Item {
                span: whole,
                trail: Vec::new(),
                context: Context::default(),
                required: true,
                leaf: None,
            };
            self.fall_back(item);
        }
        if let [leaf] = self.out.leaves.as_slice()
            && matches!(leaf.kind, LeafKind::Text | LeafKind::Binary | LeafKind::Empty)
            && self.out.layers.is_empty()
            && self.out.notes.is_empty()
        {
            let span = leaf.span;
            self.note(NoteKind::NothingRecognised, span);
        }
        self.out
    }
}

fn within(outer: Span, at: Bytes) -> Span {
    let base = outer.bytes.start;
    let place = |offset: u32| base.saturating_add(offset).min(outer.bytes.end);
    Span { source: outer.source, bytes: Bytes { start: place(at.start), end: place(at.end) } }
}
