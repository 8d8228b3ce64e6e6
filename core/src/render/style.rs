//! Styled text as data: what each part is, never how it looks.
//!
//! Colours are for the shell that shows it; without them the text says the same.

use super::visible::{visible, width};
use crate::lint::{Message, Piece};

/// What a part of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    Plain,
    /// A heading.
    Title,
    Strong,
    /// Of lesser weight: gutters, places, sources.
    Dim,
    /// What stands in the input, or must be typed exactly.
    Code,
    /// Refused, failed, an error.
    Bad,
    Warning,
    /// Unknown, a note.
    Open,
    /// Accepted, passed.
    Good,
}

/// A text in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Styled {
    pub spans: Vec<(Style, String)>,
}

impl Styled {
    /// Adds words of ours.
    pub fn push(&mut self, style: Style, text: impl Into<String>) {
        let text = text.into();
        match self.spans.last_mut() {
            _ if text.is_empty() => {}
            Some((last, before)) if *last == style => before.push_str(&text),
            _ => self.spans.push((style, text)),
        }
    }

    /// Adds user data, its hidden characters made visible.
    pub fn data(&mut self, style: Style, text: &str) {
        self.push(style, visible(text));
    }

    pub fn line(&mut self, style: Style, text: impl Into<String>) {
        self.push(style, text);
        self.end();
    }

    pub fn end(&mut self) {
        self.push(Style::Plain, "\n");
    }

    pub fn append(&mut self, other: Self) {
        for (style, text) in other.spans {
            self.push(style, text);
        }
    }

    /// Adds a paragraph that is broken at blanks to fit the width; lines after the first begin with `indent` blanks.
    /// The first begins at column `at`. Words without a blank are not broken, nor is code: its blanks are data.
    pub fn wrapped(&mut self, parts: &[(Style, String)], layout: Layout) {
        let mut at = layout.at;
        let (mut begun, mut gap) = (false, false);
        for (style, text) in parts {
            let blank = if *style == Style::Code { '\n' } else { ' ' };
            // A part that begins without a blank belongs to the word before it.
            for (index, word) in text.split(blank).enumerate() {
                gap |= index > 0;
                if word.is_empty() {
                    continue;
                }
                let wide = width(word);
                if gap && begun && at + 1 + wide > layout.width {
                    self.push(Style::Plain, format!("\n{:1$}", "", layout.indent));
                    at = layout.indent;
                } else if gap && begun {
                    self.push(*style, " ");
                    at += 1;
                }
                self.push(*style, word);
                at += wide;
                (begun, gap) = (true, false);
            }
        }
        self.end();
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        self.spans.iter().map(|(_, text)| text.as_str()).collect()
    }
}

/// Where a paragraph stands, in columns.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns already used on the first line.
    pub at: usize,
    pub indent: usize,
    pub width: usize,
}

/// The parts of a message: user data between backticks, hidden characters visible.
pub fn parts(message: &Message, plain: Style) -> Vec<(Style, String)> {
    message
        .0
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => (plain, text.clone()),
            Piece::Code(code) => (Style::Code, format!("`{}`", visible(code))),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::code;
    use crate::say;

    #[test]
    fn paragraphs_are_broken_at_blanks_only() {
        let mut styled = Styled::default();
        let message = say!["the value is ", code("a  b\u{200b}"), ", which is wrong"];
        styled.wrapped(&parts(&message, Style::Plain), Layout { at: 2, indent: 4, width: 22 });
        assert_eq!(styled.plain(), "the value is\n    `a  b\\u{200b}`,\n    which is wrong\n");
        assert!(styled.spans.contains(&(Style::Code, "`a  b\\u{200b}`".into())));
    }
}
