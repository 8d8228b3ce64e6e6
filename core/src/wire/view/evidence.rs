//! What was pasted, recognised: the chips of the intake, and what each piece of evidence settled.
//!
//! It deliberately says nothing of its own: whether something was used, `render` knows from the report.

use super::{Chip, EvidenceView, Tone, message, sources};
use crate::evidence::{Item, ItemKind};
use crate::inspect::Report;
use crate::render::evidence;

/// What was supplied beside the messages, without the by-catch of a capture.
pub fn supplied(report: &Report) -> Vec<EvidenceView> {
    let view = |one: evidence::Supplied| {
        let (tone, word) =
            if one.used { (Tone::Passed, "used") } else { (Tone::NotApplicable, "left aside") };
        let root = report.sources.root(one.source);
        let name =
            report.inputs.iter().find(|(source, _)| *source == root).and_then(|(_, name)| name.clone());
        let bytes = report.sources.get(one.source).map_or(0, |source| source.bytes().len());
        EvidenceView {
            title: one.title.to_owned(),
            detail: name.unwrap_or_else(|| sources::size(bytes)),
            tone,
            word: word.to_owned(),
            why: why(&one),
        }
    };
    evidence::worth_saying(report).into_iter().map(view).collect()
}

/// One chip for each thing that an input held and that somebody would name.
pub fn chips(report: &Report) -> Vec<Chip> {
    let supplied = evidence::supplied(report);
    let chip = |item: &Item| {
        let root = report.sources.root(item.leaf.source);
        let input = report.inputs.iter().position(|(source, _)| *source == root)?;
        let name = report.inputs.get(input).and_then(|(_, name)| name.clone());
        let (title, detail) = match &item.message {
            Some(message) => (message::kind_title(message.kind).to_owned(), message::issuer(message)),
            None => (item.kind.title().to_owned(), None),
        };
        let detail = name.or(detail).unwrap_or_else(|| sources::size(item.leaf.span.bytes.len()));
        // A capture is full of leaves that are nothing to anybody.
        let dull =
            matches!(item.kind, ItemKind::Json | ItemKind::Text | ItemKind::HtmlPage | ItemKind::Empty);
        let why = supplied.iter().find(|one| one.source == item.leaf.source).map(why);
        Some((dull, Chip { input, title, detail, why: why.unwrap_or_default() }))
    };
    let all: Vec<_> = report.items.iter().filter_map(chip).collect();
    let telling = |input: usize| all.iter().any(|(dull, chip)| !dull && chip.input == input);
    let mut chips: Vec<Chip> = Vec::new();
    for (dull, chip) in &all {
        let known = chips.iter().any(|other| other.input == chip.input);
        if !dull || !telling(chip.input) && !known {
            chips.push(chip.clone());
        }
    }
    chips
}

/// What it settled, or why it was left aside; of a secret also how to be rid of it.
fn why(one: &evidence::Supplied) -> String {
    match one.kind == ItemKind::PrivateKey.id() {
        true => format!("{} Wipe removes it from this page.", one.why),
        false => one.why.to_owned(),
    }
}
