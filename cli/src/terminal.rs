//! The terminal: its width, whether it wants colours, and how a style looks there.
//!
//! It decides no words. Output that nobody reads any more (a closed pipe) is no error.

use crate::arguments::Color;
use samlens_core::render::{Style, Styled, visible};
use std::io::{self, IsTerminal, Write};

/// Columns where nothing says how wide it is.
const WIDTH: usize = 80;

pub struct Terminal {
    pub width: usize,
    coloured: bool,
    /// Whether standard output is read on a terminal.
    shown: bool,
    /// Whether a line on standard error may be written over: somebody watches, and did not ask for plain text.
    watched: bool,
}

impl Terminal {
    pub fn new(color: Color) -> Self {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let forced =
            std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
        let terminal = io::stdout().is_terminal();
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        let coloured = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => !set("NO_COLOR") && (forced || terminal && !dumb),
        };
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let real = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = columns.or_else(real).unwrap_or(WIDTH);
        let watched = io::stderr().is_terminal() && !dumb && !set("NO_COLOR") && color != Color::Never;
        Self { width: width.clamp(40, 200), coloured, shown: terminal, watched }
    }

    /// Writes what came from outside to standard output, unchanged; on a terminal, which such characters could command, with its
    /// hidden characters written out.
    pub fn print_data(&self, text: &str) {
        match self.shown {
            true => self.print(&text.split_inclusive('\n').map(shown_line).collect::<String>()),
            false => self.print(text),
        }
    }

    /// Writes styled text to standard output.
    pub fn show(&self, text: &Styled) {
        match self.coloured {
            true => self.print(&paint(text)),
            false => self.print(&text.plain()),
        }
    }

    /// Says on standard error how far the work is, over what was said before; an empty text takes it away.
    pub fn progress(&self, text: &str) {
        if self.watched {
            let mut err = io::stderr().lock();
            // Erase in line (ECMA-48, 8.3.41).
            let _ = write!(err, "\r\x1b[K{text}").and_then(|()| err.flush());
        }
    }

    /// Writes text to standard output.
    pub fn print(&self, text: &str) {
        let mut out = io::stdout().lock();
        // The reader may have gone away, as `head` does; there is nobody left to tell.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }
}

/// Writes one line about a mistake to standard error.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "samlens: {message}");
}

/// Writes text to standard error, where standard output is for a program.
pub fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

fn shown_line(line: &str) -> String {
    let (text, end) = line.strip_suffix('\n').map_or((line, ""), |text| (text, "\n"));
    format!("{}{end}", visible(text))
}

/// With ANSI escapes (ECMA-48, 8.3.117).
fn paint(text: &Styled) -> String {
    let mut painted = String::new();
    for (style, part) in &text.spans {
        match sgr(*style) {
            "" => painted.push_str(part),
            sgr => painted.push_str(&format!("\x1b[{sgr}m{part}\x1b[0m")),
        }
    }
    painted
}

/// Only the colours that terminals let their users choose.
fn sgr(style: Style) -> &'static str {
    match style {
        Style::Plain => "",
        Style::Title | Style::Strong => "1",
        Style::Dim => "2",
        Style::Code => "36",
        Style::Bad => "1;31",
        Style::Warning => "1;33",
        Style::Open => "1;34",
        Style::Good => "1;32",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_become_escapes() {
        let mut text = Styled::default();
        text.push(Style::Bad, "no");
        text.push(Style::Plain, ", ");
        text.data(Style::Code, "\u{1b}[0m");
        assert_eq!(paint(&text), "\x1b[1;31mno\x1b[0m, \x1b[36m\\u{1b}[0m\x1b[0m");
    }
    #[test]
    fn what_could_command_the_terminal_is_written_out() {
        assert_eq!(shown_line("<a>\u{1b}[2J\u{202e}b</a>\n"), "<a>\\u{1b}[2J\\u{202e}b</a>\n");
        assert_eq!(shown_line("<a/>"), "<a/>");
    }
}
