//! The part of a line around some characters, with what to draw under it.
//!
//! Long lines are cut to a window; positions are columns of the text as it is shown, hidden characters written out.

use super::visible::{columns, escape, width};
use crate::source::{Lines, Span};

/// A window of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub line: u32,
    /// As it is shown; `…` at an end that was cut.
    pub text: String,
    /// One for each span given, in their order; `None` for those outside the window.
    pub marks: Vec<Option<Mark>>,
}

/// What to underline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Columns before it.
    pub from: usize,
    /// Columns that it takes; at least one.
    pub width: usize,
    /// The characters go on after what is shown.
    pub goes_on: bool,
}

/// One character as it is shown.
struct Cell {
    offset: usize,
    shown: String,
    width: usize,
}

/// The window around the first span, at most `most` columns wide. `None` where the spans are empty.
pub fn excerpt(lines: &Lines<'_>, spans: &[Span], most: usize) -> Option<Excerpt> {
    let primary = spans.first()?.bytes;
    let line = lines.position(primary.start).line;
    let (text, start) = (lines.line(line), lines.start(line) as usize);
    let relative = |offset: u32| (offset as usize).saturating_sub(start).min(text.len());
    let (from, to) = (relative(primary.start), relative(primary.end.max(primary.start)));
    let most = most.max(8);
    // One column is kept at each end for the sign that the line goes on.
    let room = most.saturating_sub(2);
    let (before, rest) = text.split_at_checked(from).unwrap_or((text, ""));
    let meant = to.saturating_sub(from);
    let mut after = Vec::new();
    let (mut used, mut own) = (0usize, 0usize);
    for (at, char) in rest.char_indices() {
        let cell = Cell::new(from + at, char);
        if used + cell.width > room {
            break;
        }
        used += cell.width;
        if at < meant {
            own = used;
        }
        after.push(cell);
    }
    // What is meant stands in the middle; what one side does not need, the other takes.
    let spare = room.saturating_sub(own);
    let behind =
        used.saturating_sub(own).min((spare / 2).max(spare.saturating_sub(width_at_most(before, spare))));
    while used > own + behind {
        used = used.saturating_sub(after.pop().map_or(used, |cell| cell.width));
    }
    let mut cells = Vec::new();
    let mut left = room.saturating_sub(used);
    for (at, char) in before.char_indices().rev() {
        let cell = Cell::new(at, char);
        let Some(still) = left.checked_sub(cell.width) else { break };
        left = still;
        cells.push(cell);
    }
    cells.reverse();
    cells.extend(after);
    Some(draw(line, text, start, &cells, spans))
}

fn draw(line: u32, text: &str, start: usize, cells: &[Cell], spans: &[Span]) -> Excerpt {
    let first = cells.first().map_or(0, |cell| cell.offset);
    let end = cells.last().map_or(0, |cell| cell.offset + cell.len(text));
    let (cut_before, cut_after) = (first > 0, end < text.len());
    let mut shown = String::new();
    if cut_before {
        shown.push('…');
    }
    cells.iter().for_each(|cell| shown.push_str(&cell.shown));
    if cut_after {
        shown.push('…');
    }
    let lead = usize::from(cut_before);
    let column = |offset: usize| -> usize {
        lead + cells.iter().take_while(|cell| cell.offset < offset).map(|cell| cell.width).sum::<usize>()
    };
    let mark = |span: &Span| {
        let from = (span.bytes.start as usize).checked_sub(start)?;
        let to = (span.bytes.end as usize).saturating_sub(start).max(from);
        if from < first || from > end || from > text.len() {
            return None;
        }
        let left = column(from);
        Some(Mark { from: left, width: column(to.min(end)).saturating_sub(left).max(1), goes_on: to > end })
    };
    Excerpt { line, text: shown, marks: spans.iter().map(mark).collect() }
}

impl Cell {
    fn new(offset: usize, char: char) -> Self {
        match escape(char) {
            Some(shown) => Self { offset, width: width(&shown), shown },
            None => Self { offset, width: columns(char), shown: char.to_string() },
        }
    }

    fn len(&self, text: &str) -> usize {
        text.get(self.offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    }
}

/// Columns of the end of a text, counted up to a limit.
fn width_at_most(text: &str, most: usize) -> usize {
    let mut sum = 0usize;
    for (at, char) in text.char_indices().rev() {
        sum += Cell::new(at, char).width;
        if sum >= most {
            return most;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;
    use proptest::prelude::*;

    /// The text between the marks of the first span; the result shows the line with the underline.
    fn drawn(marked: &str, most: usize) -> String {
        let from = marked.find('«').unwrap();
        let to = marked.find('»').unwrap() - '«'.len_utf8();
        let text = marked.replace(['«', '»'], "");
        let excerpt = excerpt(&Lines::new(&text), &[Span::new(SourceId(0), from, to)], most).unwrap();
        let mark = excerpt.marks[0].unwrap();
        assert!(width(&excerpt.text) <= most, "{excerpt:?}");
        format!("{}\n{}{}", excerpt.text, " ".repeat(mark.from), "^".repeat(mark.width))
    }

    #[test]
    fn the_window_holds_what_is_meant() {
        for (marked, most, expected) in [
            ("one\ntwo «three» four\nfive", 40, "two three four\n    ^^^^^"),
            ("abcdefghijklmnop«Q»rstuvwxyz0123456", 11, "…mnopQrstu…\n     ^"),
            ("«a»bcdefghijklmnop", 10, "abcdefgh…\n^"),
            ("abcdefghijklmno«p»", 10, "…ijklmnop\n        ^"),
            ("abc«defghijklmnopqrst»u", 10, "…defghijk…\n ^^^^^^^^"),
            ("a«\u{200b}»b", 40, "a\\u{200b}b\n ^^^^^^^^"),
            ("語«x»", 40, "語x\n  ^"),
            ("ab«»c", 40, "abc\n  ^"),
            ("abc«»", 40, "abc\n   ^"),
            ("«»", 40, "\n^"),
            ("ab«cd\nef»gh", 40, "abcd\n  ^^"),
        ] {
            assert_eq!(drawn(marked, most), expected, "{marked}");
        }
    }

    #[test]
    fn marks_outside_the_window_are_none() {
        let text = "x".repeat(500);
        let span = |from| Span::new(SourceId(0), from, from + 1);
        let excerpt = excerpt(&Lines::new(&text), &[span(250), span(252), span(1), span(499)], 60).unwrap();
        let seen: Vec<_> = excerpt.marks.iter().map(Option::is_some).collect();
        assert_eq!(seen, [true, true, false, false]);
    }

    proptest! {
        #[test]
        fn windows_keep_their_width(text in "[a-z\u{200b}語é\u{1F600}\n\t]{0,60}", a in 0usize..80, b in 0usize..80, most in 0usize..40) {
            let spans = [Span::new(SourceId(0), a, b), Span::new(SourceId(0), b, a)];
            let excerpt = excerpt(&Lines::new(&text), &spans, most).unwrap();
            prop_assert!(width(&excerpt.text) <= most.max(8));
            for mark in excerpt.marks.into_iter().flatten() {
                prop_assert!(mark.from + mark.width <= width(&excerpt.text) + 1);
            }
        }
    }
}
