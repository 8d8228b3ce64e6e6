//! The page's view of a report: sentences made, places carried to every layer, the document cut for drawing.
//!
//! It deliberately judges nothing: it puts into words what the report says.

mod answer;
mod certificates;
mod encrypted;
mod evidence;
mod findings;
mod markup;
mod message;
mod octets;
mod signatures;
mod sources;
#[cfg(test)]
mod tests;
mod times;
mod types;
mod verdict;

pub use octets::octets;
pub use types::*;

pub use crate::render::headline::{OPEN, PASTE};
pub use crate::render::search::search;
pub use crate::render::topic::{Block, Entry as TopicEntry, Topic, by_id as topic, entry as topic_entry};

use crate::aws::services::Service;
use crate::inspect::{MessageReport, Report};
use crate::lint::{Message as Sentence, Piece};

/// The view of a report with this message in full; without a number, the first that was refused, else the first that
/// signs somebody in.
pub fn view(report: &Report, message: Option<usize>) -> View {
    let shown = message.filter(|index| *index < report.messages.len()).or_else(|| most_telling(report));
    let full = shown.and_then(|index| report.messages.get(index));
    let item = full.and_then(|message| report.items.get(message.item));
    let document = full.zip(item).and_then(|(message, item)| message::document(report, message, item));
    let mut view = View {
        chips: evidence::chips(report),
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
