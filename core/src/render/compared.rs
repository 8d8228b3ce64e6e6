//! The difference of two messages in words: what AWS would say to each, what differs, and in one line what does not.
//!
//! It judges nothing: outcomes, findings and differences are decided when this is called.

mod sentences;

use super::headline::{headline as verdict, outcome_symbol};
use super::markdown::{escape, words};
use super::place::Places;
use super::style::{Layout, Style, Styled, parts};
use crate::compare::{Comparison, Fact, Side, Value, compare};
use crate::diagnose::Outcome;
use crate::inspect::{MessageReport, Report};
use crate::limits::Limits;
use crate::lint::{Message, Piece};
use crate::saml;
use sentences::Section;
use std::fmt::Write;

/// Values of one thing that are shown of each message.
const VALUES: usize = 6;
/// Code points of a value that are shown.
const CLIPPED: usize = 160;

/// Two messages, compared.
pub struct Compared<'a> {
    pub comparison: Comparison,
    pub a: Chosen<'a>,
    pub b: Chosen<'a>,
}

/// One of the two, and where it was found.
#[derive(Clone, Copy)]
pub struct Chosen<'a> {
    pub report: &'a Report,
    pub message: &'a MessageReport,
    pub read: &'a saml::Message,
    /// How many sign-in messages the input holds.
    pub of: usize,
}

/// The first message of the first input that signs somebody in. What stands in the other inputs is evidence.
pub fn choose(report: &Report) -> Option<Chosen<'_>> {
    let (input, _) = report.inputs.first()?;
    let candidates = report.messages.iter().filter_map(|message| {
        let item = report.items.get(message.item)?;
        let read = item.message.as_ref()?;
        (read.kind.signs_in() && report.sources.root(item.leaf.source) == *input).then_some((message, read))
    });
    let of = candidates.clone().count();
    candidates.map(|(message, read)| Chosen { report, message, read, of }).next()
}

impl<'a> Compared<'a> {
    /// `None`: the tree of one of them is not there.
    pub fn new(a: Chosen<'a>, b: Chosen<'a>, limits: &'a Limits) -> Option<Self> {
        Some(Self { comparison: compare(&a.side(limits)?, &b.side(limits)?), a, b })
    }

    /// The difference in one line, without a final stop.
    pub fn headline(&self) -> Message {
        sentences::headline(self)
    }
}

impl<'a> Chosen<'a> {
    fn side(self, limits: &'a Limits) -> Option<Side<'a>> {
        let item = self.report.items.get(self.message.item)?;
        Some(Side {
            message: self.read,
            document: item.document.as_ref()?,
            leaf: &item.leaf,
            context: &self.message.context,
            idp: self.message.idp.as_ref(),
            answers: &self.message.answers,
            diagnosed: &self.message.diagnosed,
            limits,
        })
    }

    /// `A: response.xml`, with what AWS would say to it.
    fn about(self, letter: char) -> Message {
        let name = self.report.inputs.first().and_then(|(_, name)| name.as_deref());
        let mut about = Message::from(format!("{letter}: ").as_str());
        if let Some(name) = name {
            about = about.and(Piece::Code(name.to_owned())).and(". ");
        }
        let several = match self.of {
            0 | 1 => String::new(),
            of => format!(" It holds {of} sign-in messages; the first is compared."),
        };
        about.and(format!("{}.{several}", verdict(self.message)))
    }

    fn outcome(self) -> Outcome {
        self.message.diagnosed.outcome
    }
}

/// The comparison in lines of about `width` columns.
pub fn text(compared: &Compared<'_>, width: usize) -> Styled {
    let width = width.max(40);
    let mut out = Styled::default();
    let paragraph = |out: &mut Styled, words: &[(Style, String)], from: usize, indent: usize| {
        out.push(Style::Plain, " ".repeat(from));
        out.wrapped(words, Layout { at: from, indent, width });
    };
    paragraph(&mut out, &parts(&compared.headline(), Style::Title), 0, 2);
    for (letter, side) in [('A', compared.a), ('B', compared.b)] {
        let mut words = vec![(Style::Plain, format!("{} ", outcome_symbol(side.outcome())))];
        words.extend(parts(&side.about(letter), Style::Dim));
        paragraph(&mut out, &words, 2, 4);
    }
    let mut places = [Places::new(compared.a.report), Places::new(compared.b.report)];
    for section in sentences::sections(compared) {
        out.end();
        out.line(Style::Title, section.title);
        for entry in &section.entries {
            paragraph(&mut out, &parts(&entry.words, Style::Plain), 2, 4);
            for (letter, values, place) in shown(entry.fact, &mut places) {
                for (index, value) in values.iter().enumerate() {
                    if index > 0 {
                        paragraph(&mut out, &parts(value, Style::Dim), 6, 6);
                        continue;
                    }
                    let mut words = vec![(Style::Strong, format!("{letter} "))];
                    words.extend(parts(value, Style::Dim));
                    words.push((Style::Dim, format!(" {place}")));
                    paragraph(&mut out, &words, 4, 6);
                }
            }
        }
        more(&section).into_iter().for_each(|words| out.line(Style::Dim, format!("  {words}")));
    }
    for line in sentences::rest(compared) {
        out.end();
        paragraph(&mut out, &parts(&line, Style::Dim), 0, 2);
    }
    out
}

/// The comparison for a ticket (CommonMark).
pub fn markdown(compared: &Compared<'_>) -> String {
    // Writing to a string cannot fail.
    let mut out = format!("## {}\n\n", words(&compared.headline()));
    for (letter, side) in [('A', compared.a), ('B', compared.b)] {
        let _ = writeln!(out, "- {} {}", outcome_symbol(side.outcome()), words(&side.about(letter)));
    }
    let mut places = [Places::new(compared.a.report), Places::new(compared.b.report)];
    for section in sentences::sections(compared) {
        let _ = write!(out, "\n### {}\n\n", section.title);
        for entry in &section.entries {
            let _ = writeln!(out, "- {}", words(&entry.words));
            for (letter, values, place) in shown(entry.fact, &mut places) {
                let values: Vec<_> = values.iter().map(words).collect();
                let _ = writeln!(out, "  - {letter}: {} ({})", values.join(", "), escape(&place));
            }
        }
        more(&section).into_iter().for_each(|words| out.push_str(&format!("- {words}\n")));
    }
    for line in sentences::rest(compared) {
        let _ = write!(out, "\n{}\n", words(&line));
    }
    out
}

/// For each message that has them: its values that the other lacks, and the place of the first.
fn shown(fact: Option<&Fact>, places: &mut [Places<'_>; 2]) -> Vec<(char, Vec<Message>, String)> {
    let Some(fact) = fact else { return Vec::new() };
    let (only_a, only_b) = fact.only();
    let mut shown = Vec::new();
    for ((letter, values), places) in [('A', only_a), ('B', only_b)].into_iter().zip(places) {
        let Some(first) = values.first() else { continue };
        let mut lines: Vec<_> = values.iter().take(VALUES).map(|value| clipped(value)).collect();
        if let Some(more) = values.len().checked_sub(VALUES).filter(|more| *more > 0) {
            lines.push(format!("and {more} more").as_str().into());
        }
        shown.push((letter, lines, places.place(first.span).words()));
    }
    shown
}

fn clipped(value: &Value) -> Message {
    let mut chars = value.text.chars();
    let kept: String = chars.by_ref().take(CLIPPED).collect();
    let message = match kept.is_empty() {
        true => Message::from("an empty value"),
        false => Message::from(Piece::Code(kept)),
    };
    match chars.next() {
        Some(_) => message.and("…"),
        None => message,
    }
}

fn more(section: &Section<'_>) -> Option<String> {
    (section.more > 0).then(|| format!("and {} more; JSON has them all", section.more))
}
