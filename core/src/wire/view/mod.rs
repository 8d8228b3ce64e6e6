//! The page's view of a report: sentences made, places carried to every layer, the document cut for drawing.
//!
//! It deliberately judges nothing: it puts into words what the report says.

mod answer;
mod findings;
mod markup;
mod message;
mod signatures;
mod sources;
#[cfg(test)]
mod tests;
mod times;
mod types;
mod verdict;

pub use types::*;

pub use crate::render::headline::{BY_EYE, OPEN};
pub use crate::render::search::search;
pub use crate::render::topic::{Block, Entry as TopicEntry, Topic, by_id as topic, entry as topic_entry};

use crate::aws::services::Service;
use crate::evidence::{Item, ItemKind};
use crate::inspect::{MessageReport, Report};
use crate::lint::{Message as Sentence, Piece};
use crate::render;

/// The view of a report with this message in full; without a number, the first that was refused, else the first that
/// signs somebody in.
pub fn view(report: &Report, message: Option<usize>) -> View {
    let shown = message.filter(|index| *index < report.messages.len()).or_else(|| most_telling(report));
    let full = shown.and_then(|index| report.messages.get(index));
    let item = full.and_then(|message| report.items.get(message.item));
    let document = full.zip(item).and_then(|(message, item)| message::document(report, message, item));
    let mut view = View {
        chips: chips(report),
        messages: report.messages.iter().map(|message| entry(report, message)).collect(),
        shown,
        answer: answer::answer(report, full),
        document,
        sources: Vec::new(),
        services: Service::ALL.iter().map(|one| (one.id().to_owned(), one.title().to_owned())).collect(),
    };
    view.sources = sources::sources(report, item, &view);
    view
}

fn most_telling(report: &Report) -> Option<usize> {
    let signs_in = |message: &MessageReport| {
        let item = report.items.get(message.item).and_then(|item| item.message.as_ref());
        item.is_some_and(|message| message.kind.signs_in())
    };
    let refused = |message: &MessageReport| message.diagnosed.outcome == crate::diagnose::Outcome::Refused;
    let first = |holds: &dyn Fn(&MessageReport) -> bool| report.messages.iter().position(holds);
    first(&|message| signs_in(message) && refused(message))
        .or_else(|| first(&signs_in))
        .or_else(|| first(&|_| true))
}

fn chips(report: &Report) -> Vec<Chip> {
    let supplied = render::evidence::supplied(report);
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
        let why = supplied.iter().find(|one| one.source == item.leaf.source).map(|one| one.why.to_owned());
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

fn entry(report: &Report, message: &MessageReport) -> Entry {
    let item = report.items.get(message.item);
    let context = item.map(|item| &item.leaf.context);
    let kind = item.and_then(|item| item.message.as_ref()).map(|message| message::kind_title(message.kind));
    let (tone, word) = verdict::outcome(message.diagnosed.outcome);
    Entry {
        title: kind.unwrap_or("Message").to_owned(),
        tone,
        word: word.to_owned(),
        url: context.and_then(|context| context.url.as_ref()).map(|url| url.value.clone()),
        time: context.and_then(|context| context.started.as_ref()).map(|time| time.value.clone()),
    }
}

/// A sentence as the page draws it.
pub fn phrase(sentence: &Sentence) -> Phrase {
    let part = |piece: &Piece| match piece {
        Piece::Text(text) => Part::Text(text.clone()),
        Piece::Code(code) => Part::Code(code.clone()),
    };
    sentence.0.iter().map(part).collect()
}

fn text(words: impl Into<String>) -> Part {
    Part::Text(words.into())
}

fn code(data: impl Into<String>) -> Part {
    Part::Code(data.into())
}

/// The first letter large, as a sentence or a heading begins.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_ascii_uppercase().to_string() + chars.as_str()).unwrap_or_default()
}
