//! One finding, as compilers show theirs: where, the line, what is underlined, what was expected, who must act.
//!
//! It draws; which findings are shown and in which order is decided elsewhere.

use super::excerpt::{Excerpt, excerpt};
use super::headline::{answer_lead, count, menu_path, owner_title, quoted, quoting, steps};
use super::order::{Folded, Shown, folded};
use super::place::Places;
use super::style::{Layout, Style, Styled, parts};
use super::visible::{visible, width as columns};
use crate::aws::errors;
use crate::idp::Recognised;
use crate::lint::{Confidence, Finding, Fix, Label, Message, Severity};
use crate::source::Span;

/// Lines of consequences under a finding, and places of findings that are not drawn.
pub(super) const LINES: usize = 10;
const PLACES: usize = 50;

/// What is drawn on.
pub(super) struct Canvas<'a> {
    pub out: Styled,
    pub places: Places<'a>,
    pub width: usize,
}

/// Draws a finding, with its consequences and those that are like it folded under it.
pub(super) fn draw(canvas: &mut Canvas<'_>, shown: &Shown<'_>, idp: Option<&Recognised>) {
    let finding = shown.finding;
    head(canvas, finding);
    let gutter = gutter(&mut canvas.places, finding);
    excerpts(&mut canvas.out, &mut canvas.places, finding, canvas.width);
    notes(canvas, finding, idp, gutter);
    follows(canvas, &shown.follows, gutter);
    if !shown.alike.is_empty() {
        let places = Message::from(also_at(&mut canvas.places, &shown.alike).as_str());
        note(&mut canvas.out, canvas.width, gutter, '=', &more_alike(&shown.alike), &places);
    }
    canvas.out.end();
}

/// Findings that are not drawn, counted.
pub(super) fn more_alike(alike: &[&Finding]) -> String {
    count(alike.len(), "more finding of this rule", "more findings of this rule")
}

/// Where they are.
pub(super) fn also_at(places: &mut Places<'_>, findings: &[&Finding]) -> String {
    let named = findings.iter().take(PLACES).map(|finding| places.place(finding.primary.span).words());
    let named = named.collect::<Vec<_>>().join(", ");
    let more = if findings.len() > PLACES { ", …" } else { "" };
    format!("{named}{more}")
}

/// `2 more findings follow from this`.
pub(super) fn followers(follows: &[&Finding]) -> String {
    let verb = if follows.len() == 1 { "follows" } else { "follow" };
    format!("{} {verb} from this", count(follows.len(), "more finding", "more findings"))
}

/// How often, where it is more than once.
pub(super) fn times(count: usize) -> String {
    if count > 1 { format!(" ({count} times)") } else { String::new() }
}

/// The characters of a finding, with their lines and underlines, as plain text.
pub(super) fn drawn(places: &mut Places<'_>, finding: &Finding, width: usize) -> String {
    let mut out = Styled::default();
    excerpts(&mut out, places, finding, width);
    out.plain()
}

pub(super) fn style_of(severity: Severity) -> Style {
    match severity {
        Severity::Error => Style::Bad,
        Severity::Warning => Style::Warning,
        Severity::Note => Style::Open,
    }
}

/// `error[rule-id]: the message`.
fn head(canvas: &mut Canvas<'_>, finding: &Finding) {
    let sure = match finding.confidence {
        Confidence::Certain => String::new(),
        confidence => format!(" ({})", confidence.id()),
    };
    let head = format!("{}[{}]", finding.severity.id(), finding.rule.id);
    let mut words = vec![(style_of(finding.severity), head), (Style::Plain, format!("{sure}: "))];
    words.extend(parts(&finding.message, Style::Strong));
    canvas.paragraph(&words, 0, 4);
}

/// Columns of the widest line number.
fn gutter(places: &mut Places<'_>, finding: &Finding) -> usize {
    let spans = std::iter::once(finding.primary.span).chain(finding.related.iter().map(|label| label.span));
    let last = spans.map(|span| places.position(span).line).max().unwrap_or(1);
    last.to_string().len()
}

/// The excerpts: related places on the primary's line share its excerpt where they fit, the others have their own.
fn excerpts(out: &mut Styled, places: &mut Places<'_>, finding: &Finding, width: usize) {
    let gutter = gutter(places, finding);
    let mut waiting: Vec<(&Label, char)> = vec![(&finding.primary, '^')];
    waiting.extend(finding.related.iter().map(|label| (label, '-')));
    let room = width.saturating_sub(gutter + 3);
    let mut arrow = "-->";
    // Each round draws at least the first label, so this ends.
    while let Some((first, _)) = waiting.first().copied() {
        let source = first.span.source;
        let place = places.place(first.span).words();
        out.line(Style::Dim, format!("{:gutter$}{arrow} {place}", ""));
        arrow = ":::";
        let spans: Vec<Span> =
            waiting.iter().map(|(label, _)| label.span).filter(|span| span.source == source).collect();
        let drawn = excerpt(places.lines(source), &spans, room);
        let mut marks = drawn.iter().flat_map(|drawn| drawn.marks.clone());
        let mut here = Vec::new();
        let mut later = Vec::new();
        for (at, (label, sign)) in waiting.into_iter().enumerate() {
            let mark = if label.span.source == source { marks.next().flatten() } else { None };
            match mark {
                Some(mark) => here.push((label, sign, mark)),
                None if at > 0 => later.push((label, sign)),
                None => {}
            }
        }
        waiting = later;
        let Some(Excerpt { line, text, .. }) = drawn else { continue };
        out.line(Style::Dim, format!("{:gutter$} |", ""));
        out.push(Style::Dim, format!("{line:gutter$} |"));
        out.line(Style::Code, format!(" {text}"));
        for (label, sign, mark) in here {
            out.push(Style::Dim, format!("{:gutter$} |", ""));
            let style = if sign == '^' { style_of(finding.severity) } else { Style::Open };
            let under = sign.to_string().repeat(mark.width);
            let more = if mark.goes_on { "…" } else { "" };
            let words = visible(&label.text.to_string());
            out.push(style, format!(" {:1$}{under}{more}", "", mark.from));
            let end = gutter + 3 + mark.from + mark.width + more.chars().count();
            let wide = columns(&words);
            if words.is_empty() {
                out.end();
            } else if end + 1 + wide <= width {
                out.line(style, format!(" {words}"));
            } else {
                // Below what it is about, moved to the left as far as it must be.
                let indent = mark.from.min(room.saturating_sub(wide));
                out.end();
                out.push(Style::Dim, format!("{:gutter$} |", ""));
                out.line(style, format!(" {:indent$}{words}", ""));
            }
        }
    }
}

fn notes(canvas: &mut Canvas<'_>, finding: &Finding, idp: Option<&Recognised>, gutter: usize) {
    canvas.out.line(Style::Dim, format!("{:gutter$} |", ""));
    if let Some(expected) = &finding.expected {
        note(&mut canvas.out, canvas.width, gutter, '=', "expected", expected);
    }
    if let Some(found) = &finding.found {
        note(&mut canvas.out, canvas.width, gutter, '=', "found", found);
    }
    if let Some(error) = finding.predicted.and_then(errors::by_id) {
        note(
            &mut canvas.out,
            canvas.width,
            gutter,
            '=',
            answer_lead(finding),
            &Message::from(quoted(error).as_str()),
        );
    }
    if let Some(fix) = &finding.fix {
        let owner = format!("{}: ", owner_title(fix.owner, idp));
        let mut advice = Message::from(owner.as_str());
        advice.0.extend(fix.advice.0.iter().cloned());
        note(&mut canvas.out, canvas.width, gutter, '=', "fix", &advice);
        if let Some(steps) = steps(fix, idp) {
            let path = menu_path(steps);
            if !path.is_empty() {
                note(&mut canvas.out, canvas.width, gutter, '=', "where", &Message::from(path.as_str()));
            }
            note(&mut canvas.out, canvas.width, gutter, '=', "how", &quoting(steps.text));
        }
        if let Some(snippet) = &fix.snippet {
            note(&mut canvas.out, canvas.width, gutter, '=', snippet_lead(fix), &Message::default());
            snippet.lines().for_each(|line| {
                canvas.out.push(Style::Plain, format!("{:1$}", "", gutter + 5));
                canvas.out.data(Style::Code, line);
                canvas.out.end();
            });
        }
        if let Some(command) = &fix.command {
            canvas.out.push(Style::Dim, format!("{:gutter$} = ", ""));
            canvas.out.push(Style::Strong, "command: ");
            canvas.out.data(Style::Code, command);
            canvas.out.end();
        }
    }
    if let Some(cite) = finding.rule.cites.first() {
        let source = format!("{}, {}", cite.document, cite.section);
        note(&mut canvas.out, canvas.width, gutter, '=', "source", &Message::from(source.as_str()));
    }
}

/// Consequences, a line each.
fn follows(canvas: &mut Canvas<'_>, follows: &[&Finding], gutter: usize) {
    if follows.is_empty() {
        return;
    }
    note(&mut canvas.out, canvas.width, gutter, '=', &followers(follows), &Message::default());
    let folded = folded(follows, LINES);
    for (other, count) in &folded.lines {
        let head = format!("{}[{}]", other.severity.id(), other.rule.id);
        let mut words = vec![(style_of(other.severity), head), (Style::Plain, ": ".into())];
        words.extend(parts(&other.message, Style::Plain));
        words.push((Style::Dim, times(*count)));
        canvas.paragraph(&words, gutter + 5, gutter + 7);
    }
    if let Some(rest) = unlisted(&folded) {
        canvas.paragraph(&[(Style::Dim, rest)], gutter + 5, gutter + 7);
    }
}

/// What stands below the lines that are listed.
pub(super) fn unlisted(folded: &Folded<'_>) -> Option<String> {
    (folded.rest > 0).then(|| format!("and {} more", folded.rest))
}

/// Above the lines to paste.
fn snippet_lead(fix: &Fix) -> &'static str {
    if fix.setting.is_some() { "to paste there:" } else { "policy, as it should be:" }
}

/// `   = name: words`, broken to the width.
fn note(out: &mut Styled, width: usize, gutter: usize, sign: char, name: &str, words: &Message) {
    let mut line = vec![(Style::Dim, format!("{sign} "))];
    let colon = if words.is_empty() || name.is_empty() { "" } else { ": " };
    line.push((Style::Strong, format!("{name}{colon}")));
    line.extend(parts(words, Style::Plain));
    out.push(Style::Plain, " ".repeat(gutter + 1));
    out.wrapped(&line, Layout { at: gutter + 1, indent: gutter + 5, width });
}
