//! Reference pages as styled text: of a rule, an AWS error, a question or an identity provider, and lists of them.
//!
//! It deliberately chooses no page: that is for `search`.

use super::style::{Layout, Style, Styled, parts};
use super::topic::{self, Block, Entry, Topic};
use crate::aws::errors::AwsError;
use crate::aws::questions::Question;
use crate::idp::Provider;
use crate::lint::{Message, Rule};

/// The page of a rule.
pub fn rule(rule: &'static Rule, width: usize) -> Styled {
    let topic = topic::rule(rule);
    let mut page = Page { out: Styled::default(), width };
    page.out.push(Style::Title, topic.id);
    page.out.line(Style::Dim, format!("  {}", topic.about));
    page.out.end();
    page.blocks(&topic);
    page.out
}

/// The page of an error text.
pub fn error(error: &'static AwsError, width: usize) -> Styled {
    titled(&topic::error(error), width)
}

/// The page of a question.
pub fn question(question: &'static Question, width: usize) -> Styled {
    titled(&topic::question(question), width)
}

/// The page of an identity provider.
pub fn provider(provider: &'static Provider, width: usize) -> Styled {
    titled(&topic::provider(provider), width)
}

/// A page whose title is words rather than a name.
fn titled(topic: &Topic, width: usize) -> Styled {
    let mut page = Page { out: Styled::default(), width };
    let words = [
        (Style::Title, topic.id.to_owned()),
        (Style::Plain, "  ".into()),
        (Style::Strong, topic.title.clone()),
    ];
    page.paragraph(&words, 0, 2);
    page.paragraph(&[(Style::Dim, topic.about.clone())], 2, 2);
    page.out.end();
    page.blocks(topic);
    page.out
}

/// Pages by name, a line each, in groups.
pub fn list(groups: &[(&'static str, Vec<Entry>)], width: usize) -> Styled {
    let mut page = Page { out: Styled::default(), width };
    for (index, (title, entries)) in groups.iter().enumerate() {
        if index > 0 {
            page.out.end();
        }
        page.heading(title);
        for entry in entries {
            let words = [(Style::Code, entry.id.into()), (Style::Plain, format!(": {}", entry.title))];
            page.paragraph(&words, 2, 4);
        }
    }
    page.out
}

struct Page {
    out: Styled,
    width: usize,
}

impl Page {
    /// Blocks with an empty line between them; entries of one list stand together, and a heading with what follows it.
    fn blocks(&mut self, topic: &Topic) {
        let mut blocks = topic.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            self.block(block);
            let joined = |next: &&Block| {
                is_entry(block) && std::mem::discriminant(block) == std::mem::discriminant(*next)
            };
            if blocks.peek().is_some_and(|next| !matches!(block, Block::Heading(_)) && !joined(next)) {
                self.out.end();
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) if words == "Found in" => self.heading("Found in (between « and »)"),
            Block::Heading(words) => self.heading(words),
            Block::Paragraph(words) => self.words("", words, 2, 2),
            Block::Item(marker, words) => self.words(&format!("{marker} "), words, 2, 4),
            Block::Says(words) => self.words("> ", words, 4, 6),
            Block::Command(command) => {
                command.lines().for_each(|line| self.out.line(Style::Code, format!("  {line}")));
            }
            Block::Link(link) => {
                let words = format!("- {}: {}", link.id, link.title);
                self.paragraph(&[(Style::Plain, words)], 2, 4);
            }
            Block::Example { keys, text } => {
                if !keys.is_empty() {
                    self.out.line(Style::Dim, format!("    ({keys})"));
                }
                text.lines().for_each(|line| self.fenced(line));
            }
        }
    }

    fn heading(&mut self, words: &str) {
        self.out.line(Style::Title, words);
    }

    fn words(&mut self, lead: &str, words: &Message, at: usize, indent: usize) {
        let mut all = vec![(Style::Plain, lead.to_owned())];
        all.extend(parts(words, Style::Plain));
        self.paragraph(&all, at, indent);
    }

    fn paragraph(&mut self, words: &[(Style, String)], at: usize, indent: usize) {
        self.out.push(Style::Plain, " ".repeat(at));
        self.out.wrapped(words, Layout { at, indent, width: self.width });
    }

    /// A line of an example; what the rule underlines stands between `«` and `»`.
    fn fenced(&mut self, line: &str) {
        self.out.push(Style::Plain, "    ");
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('«') {
            let (marked, after) = after.split_once('»').unwrap_or((after, ""));
            self.out.push(Style::Code, before);
            self.out.push(Style::Bad, format!("«{marked}»"));
            rest = after;
        }
        self.out.line(Style::Code, rest);
    }
}

/// Whether its like may follow without an empty line.
fn is_entry(block: &Block) -> bool {
    matches!(block, Block::Item(..) | Block::Link(_) | Block::Command(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::{errors, questions};
    use crate::render::search::search;
    use crate::rules;

    #[test]
    fn blocks_are_set() {
        let words = |text: &str| super::super::headline::quoting(text);
        let blocks = vec![
            Block::Paragraph(words("One `code` line and its end.")),
            Block::Heading("Found in".into()),
            Block::Example { keys: "at=2026".into(), text: "<a b=\"«x»\"/>".into() },
            Block::Says(words("it is `x`")),
            Block::Item("-".into(), words("one more")),
            Block::Item("-".into(), words("two")),
        ];
        let topic = Topic { id: "", title: String::new(), about: String::new(), blocks };
        let mut page = Page { out: Styled::default(), width: 30 };
        page.blocks(&topic);
        assert_eq!(
            page.out.plain(),
            "  One `code` line and its end.\n\nFound in (between « and »)\n    (at=2026)\n    <a b=\"«x»\"/>\n\n    > it is `x`\n\n  - one more\n  - two\n"
        );
        assert!(page.out.spans.contains(&(Style::Bad, "«x»".into())));
    }

    #[test]
    fn every_error_and_rule_has_a_page() {
        for error in errors::catalogue() {
            let page = super::error(error, 80).plain();
            assert!(page.contains("What causes it") && page.contains("Source"), "{page}");
        }
        for rule in rules::all() {
            assert!(super::rule(rule, 80).plain().starts_with(rule.id), "{}", rule.id);
        }
        for question in questions::all() {
            let page = super::question(question, 80).plain();
            assert!(page.starts_with(question.id) && page.contains("Source"), "{page}");
        }
        let all = list(&search(""), 80).plain();
        assert!(
            all.contains("E05: Not authorized") && all.contains("Questions\n  required-audience: What"),
            "{all}"
        );
    }
}
