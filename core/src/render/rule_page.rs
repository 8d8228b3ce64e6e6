//! Reads the Markdown of rules' pages: headings, paragraphs, lists, fences, quotations.
//!
//! It deliberately knows no more Markdown than those pages use.

use super::headline::quoting;
use super::topic::Block;

/// The blocks of a page.
pub(super) fn markdown(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).peekable();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading_words(heading).to_owned()));
        } else if let Some(info) = line.strip_prefix("```") {
            // The first word is the kind, which the reader sees; the rest says how it is judged.
            let keys = info.split_once(' ').map(|(_, keys)| keys.to_owned()).unwrap_or_default();
            let text: Vec<_> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            blocks.push(Block::Example { keys, text: text.join("\n") });
        } else if let Some(message) = line.strip_prefix("> ") {
            blocks.push(Block::Says(quoting(message)));
        } else if !line.is_empty() {
            let mut words = line.to_owned();
            while let Some(next) = lines.next_if(|next| continues(next)) {
                words.push(' ');
                words.push_str(next.trim_start());
            }
            blocks.push(match item(&words) {
                Some((marker, words)) => Block::Item(marker.to_owned(), quoting(words)),
                None => Block::Paragraph(quoting(&words)),
            });
        }
    }
    blocks
}

/// The marker of an entry of a list, and its words.
fn item(line: &str) -> Option<(&str, &str)> {
    let (marker, words) = line.split_once(' ')?;
    let number =
        marker.strip_suffix('.').is_some_and(|number| number.chars().all(|char| char.is_ascii_digit()));
    (marker == "-" || number && marker.len() > 1).then_some((marker, words))
}

/// Whether a line belongs to the paragraph before it.
fn continues(line: &str) -> bool {
    let begins = ["## ", "```", "> "];
    !line.is_empty() && item(line).is_none() && !begins.iter().any(|begin| line.starts_with(begin))
}

/// The headings of examples, for readers instead of tests.
fn heading_words(heading: &str) -> &str {
    match heading {
        "Fires" => "Found in",
        "Does not fire" => "Not found in",
        "Cannot tell" => "Cannot tell from",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_markdown_of_pages_is_cut_into_blocks() {
        let page = " One `code` line\n and its end.\n\n ## Fires\n ```xml at=2026\n <a b=\"«x»\"/>\n ```\n > it is `x`\n - one\n   more\n 1. two\n";
        let says = |text: &str| quoting(text);
        assert_eq!(
            markdown(page),
            [
                Block::Paragraph(says("One `code` line and its end.")),
                Block::Heading("Found in".into()),
                Block::Example { keys: "at=2026".into(), text: "<a b=\"«x»\"/>".into() },
                Block::Says(says("it is `x`")),
                Block::Item("-".into(), says("one more")),
                Block::Item("1.".into(), says("two")),
            ]
        );
    }
}
