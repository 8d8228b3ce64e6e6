//! The reference page of an identity provider: how it is recognised, where each thing is set there, what often goes wrong.
//!
//! It deliberately fills in nothing: what to paste shows its words in capitals, for there is no message.

use super::headline::{menu_path, quoting};
use super::topic::{Block, Entry, Topic, entry};
use crate::idp::{self, MarkKind, Provider, Setting, Values};

/// The page of a provider.
pub(super) fn topic(provider: &'static Provider) -> Topic {
    let mut blocks = vec![Block::Heading("How it is recognised".into())];
    for mark in provider.marks {
        let words = format!("{} ({} points)", mark.reason, idp::points(mark.kind));
        blocks.push(Block::Item("-".into(), quoting(&words)));
    }
    let strong = provider.marks.iter().any(|mark| mark.kind == MarkKind::Issuer);
    let closing = match strong {
        true => "From 30 points it is named; such an issuer makes it certain. No finding rests on it.",
        false => "From 30 points it is named, never as certain. No finding rests on it.",
    };
    blocks.push(Block::Paragraph(closing.into()));
    for setting in Setting::ALL {
        let Some(steps) = provider.own_steps(setting) else { continue };
        blocks.push(Block::Heading(setting.title().into()));
        let path = menu_path(steps);
        if !path.is_empty() {
            blocks.push(Block::Paragraph(quoting(&path)));
        }
        blocks.push(Block::Paragraph(quoting(steps.text)));
        if let Some(snippet) = idp::snippet(Some(provider), setting) {
            blocks.push(Block::Command(Values::default().fill(snippet)));
        }
    }
    blocks.push(Block::Heading("What often goes wrong".into()));
    for mistake in provider.mistakes {
        blocks.push(Block::Paragraph(quoting(mistake.cause)));
        blocks.extend(entry(mistake.rule).map(Block::Link));
    }
    Topic { id: provider.id, title: provider.title.to_owned(), about: "identity provider".into(), blocks }
}

pub(super) fn of_provider(provider: &'static Provider) -> Entry {
    Entry { id: provider.id, title: provider.title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_menus_snippets_and_mistakes() {
        for provider in idp::providers() {
            let page = topic(provider);
            let count = |wanted: fn(&Block) -> bool| page.blocks.iter().filter(|block| wanted(block)).count();
            assert_eq!(
                count(|block| matches!(block, Block::Link(_))),
                provider.mistakes.len(),
                "{}",
                provider.id
            );
            assert!(count(|block| matches!(block, Block::Command(_))) >= 3, "{}", provider.id);
            assert!(count(|block| matches!(block, Block::Heading(_))) > 11, "{}", provider.id);
        }
    }
}
