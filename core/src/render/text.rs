//! The report for a terminal: the verdict first, then the road, the findings with their characters, what is open.
//!
//! Styles are named, never coloured here; without colour it says the same.

use super::asked;
use super::evidence::worth_saying;
use super::finding::{self, Canvas};
use super::headline::{
    self, UNREADABLE_ROLE, cause, cause_lead, count, error_code, error_lead, other_text, outcome_symbol,
    owner_title, quoted, signs_in, state_symbol, state_words, unexplained,
};
use super::known;
use super::order::{Shown, abridged};
use super::place::Places;
use super::roles::groups;
use super::signature::{self, Standing};
use super::style::{Layout, Style, Styled, parts};
use super::visible::visible;
use crate::diagnose::{Outcome, State};
use crate::idp::Confidence;
use crate::inspect::{MessageReport, Report};

/// The report in lines of about `width` columns. Data that has no blank and commands are not broken.
pub fn text(report: &Report, width: usize) -> Styled {
    let mut canvas = Canvas { out: Styled::default(), places: Places::new(report), width: width.max(40) };
    report.known.iter().for_each(|one| known::draw(&mut canvas, report, one));
    for (index, message) in report.messages.iter().enumerate() {
        if report.messages.len() > 1 {
            rule_off(&mut canvas, index, report.messages.len());
        }
        whole_message(&mut canvas, report, message);
    }
    if report.messages.is_empty() && report.known.is_empty() {
        canvas.out.line(Style::Title, "? There is no SAML message in this");
        canvas.out.end();
    }
    for finding in &report.findings {
        finding::draw(&mut canvas, &Shown::alone(0, finding), None);
    }
    evidence(&mut canvas, report);
    layers(&mut canvas, report);
    canvas.out
}

/// A line between messages.
fn rule_off(canvas: &mut Canvas<'_>, index: usize, of: usize) {
    let words = format!("── Message {} of {of} ", index + 1);
    let rest = canvas.width.saturating_sub(words.chars().count());
    canvas.out.line(Style::Dim, format!("{words}{}", "─".repeat(rest)));
    canvas.out.end();
}

fn whole_message(canvas: &mut Canvas<'_>, report: &Report, message: &MessageReport) {
    verdict(canvas, report, message);
    if let Some(one) = &message.diagnosed.known {
        known::draw_sections(canvas, one);
    }
    chain(canvas, message);
    for shown in abridged(message) {
        finding::draw(canvas, &shown, message.idp.as_ref());
    }
    not_checked(canvas, message);
    signatures(canvas, report, message);
}

fn verdict(canvas: &mut Canvas<'_>, report: &Report, message: &MessageReport) {
    let diagnosed = &message.diagnosed;
    let style = style_of(diagnosed.outcome);
    let words = [
        (style, outcome_symbol(diagnosed.outcome).to_owned()),
        (Style::Title, format!(" {}", headline::headline(message))),
    ];
    canvas.paragraph(&words, 0, 2);
    canvas.paragraph(&[(Style::Dim, about(report, message))], 2, 2);
    if let Some(words) = headline::recognised(message) {
        canvas.paragraph(&parts(&words, Style::Dim), 2, 4);
    }
    if let Some(error) = diagnosed.predicted {
        canvas.out.end();
        canvas.paragraph(&[(Style::Plain, format!("{}:", error_lead(message)))], 2, 2);
        canvas.paragraph(&[(Style::Strong, quoted(error))], 4, 4);
        let code = error_code(error);
        if !code.is_empty() {
            canvas.paragraph(&[(Style::Dim, code)], 4, 4);
        }
    }
    if let Some(finding) = cause(message) {
        canvas.out.end();
        let mut words = vec![(Style::Strong, format!("{}: ", cause_lead(message)))];
        words.extend(parts(&finding.message, Style::Plain));
        words.push((Style::Plain, ".".into()));
        canvas.paragraph(&words, 2, 4);
        if let Some(fix) = &finding.fix {
            let owner = owner_title(fix.owner, message.idp.as_ref());
            let words = [(Style::Strong, "Who must act: ".to_owned()), (Style::Plain, format!("{owner}."))];
            canvas.paragraph(&words, 2, 4);
        }
        if let Some(error) = other_text(message) {
            let words =
                format!("This cause leads to another text, so there may be a second one: {}", quoted(error));
            canvas.paragraph(&[(Style::Plain, words)], 2, 4);
        }
    } else if let Some(one) = &diagnosed.known {
        canvas.out.end();
        canvas.paragraph(&[(Style::Plain, unexplained(one).into())], 2, 2);
    }
    roles(canvas, message);
    canvas.out.end();
}

/// Each role of several.
fn roles(canvas: &mut Canvas<'_>, message: &MessageReport) {
    let groups = groups(message);
    if !groups.is_empty() {
        canvas.out.end();
    }
    for group in groups {
        let head = format!("  {} {:<8} ", outcome_symbol(group.outcome), group.outcome.id());
        for role in &group.named {
            canvas.out.push(style_of(group.outcome), head.clone());
            canvas.out.line(Style::Code, visible(role.role.as_deref().unwrap_or(UNREADABLE_ROLE)));
        }
        if let Some(rest) = group.rest() {
            canvas.out.push(style_of(group.outcome), head);
            canvas.out.line(Style::Plain, rest);
        }
    }
}

fn style_of(outcome: Outcome) -> Style {
    match outcome {
        Outcome::Accepted => Style::Good,
        Outcome::Refused => Style::Bad,
        Outcome::Unknown => Style::Open,
    }
}

/// What the message is, from whom, for whom, judged when.
pub(super) fn about(report: &Report, message: &MessageReport) -> String {
    let item = report.items.get(message.item).and_then(|item| item.message.as_ref());
    let kind = item.map_or("Message", |message| message.kind.id());
    let from = message.idp.as_ref().map(|idp| match idp.confidence {
        Confidence::Certain => format!(" from {}", idp.provider.title),
        _ => format!(" probably from {}", idp.provider.title),
    });
    let service = match signs_in(message) {
        true => format!(" for {}", message.context.service.service.title()),
        false => String::new(),
    };
    let judged = &message.context.judged;
    let instant =
        judged.instant.map(|instant| format!(", judged at {instant} ({})", judged_from(judged.from.id())));
    format!("{kind}{}{service}{}", from.unwrap_or_default(), instant.unwrap_or_default())
}

fn judged_from(id: &str) -> &str {
    match id {
        "capture" => "when it was captured",
        "issue" => "when it was issued",
        "now" => "now",
        _ => "as given",
    }
}

fn chain(canvas: &mut Canvas<'_>, message: &MessageReport) {
    if !signs_in(message) {
        return;
    }
    for stage in &message.diagnosed.chain {
        let style = match stage.state {
            State::Passed => Style::Good,
            State::Failed => Style::Bad,
            State::Unknown => Style::Open,
            State::NotApplicable => Style::Dim,
        };
        let state = format!("  {} {:<15}", state_symbol(stage.state), state_words(stage.state));
        canvas.out.push(style, state);
        canvas.out.push(Style::Dim, format!("{:<21}", stage.stage.id()));
        canvas.out.line(Style::Plain, stage.stage.title());
    }
    canvas.out.end();
}

fn not_checked(canvas: &mut Canvas<'_>, message: &MessageReport) {
    let questions = asked::of_message(message);
    if questions.is_empty() {
        return;
    }
    canvas.out.line(Style::Title, headline::OPEN);
    canvas.paragraph(&[(Style::Dim, headline::SUPPLY.into())], 2, 2);
    for asked in questions {
        let words = format!("{} ({})", asked.title(), count(asked.rules.len(), "check", "checks"));
        canvas.paragraph(&[(Style::Open, "? ".into()), (Style::Plain, words)], 2, 4);
        if let Some(command) = asked.command() {
            canvas.out.push(Style::Plain, "      ");
            canvas.out.data(Style::Code, &command);
            canvas.out.end();
        }
        canvas.paragraph(&[(Style::Dim, asked.compare())], 4, 4);
        for query in asked.queries() {
            canvas.paragraph(&[(Style::Dim, query.title.into())], 4, 4);
            canvas.out.push(Style::Plain, "      ");
            canvas.out.data(Style::Code, &query.text);
            canvas.out.end();
        }
    }
    canvas.out.end();
}

/// What became of each signature, and what it covers.
fn signatures(canvas: &mut Canvas<'_>, report: &Report, message: &MessageReport) {
    let Some(item) = report.items.get(message.item) else { return };
    let lines: Vec<_> = signature::lines(item).collect();
    if lines.is_empty() {
        return;
    }
    canvas.out.line(Style::Title, "Signatures");
    for line in lines {
        let (symbol, style) = match line.standing {
            Standing::Holds => ("✓ ", Style::Good),
            Standing::Fails => ("✕ ", Style::Bad),
            Standing::Open => ("? ", Style::Open),
        };
        let mut words = vec![(style, symbol.to_owned())];
        words.extend(parts(&line.words, Style::Plain));
        canvas.paragraph(&words, 2, 4);
    }
    canvas.out.end();
}

fn evidence(canvas: &mut Canvas<'_>, report: &Report) {
    let supplied = worth_saying(report);
    if supplied.is_empty() {
        return;
    }
    canvas.out.line(Style::Title, "Also supplied");
    for item in supplied {
        let (symbol, style) = if item.used { ("✓ ", Style::Good) } else { ("– ", Style::Dim) };
        let words = format!("{}: {}", item.title, item.why);
        canvas.paragraph(&[(style, symbol.into()), (Style::Plain, words)], 2, 4);
    }
    canvas.out.end();
}

fn layers(canvas: &mut Canvas<'_>, report: &Report) {
    let repaired = || report.layers.iter().filter(|layer| !layer.repairs.is_empty());
    if repaired().next().is_none() && report.messages.is_empty() {
        return;
    }
    canvas.out.line(Style::Title, "Layers");
    for message in &report.messages {
        if let Some(item) = report.items.get(message.item) {
            canvas.paragraph(&[(Style::Plain, item.leaf.layers.join(" → "))], 2, 4);
        }
    }
    for layer in repaired() {
        for repair in &layer.repairs {
            let place = canvas.places.place(repair.span).words();
            let times = match repair.count {
                0 | 1 => String::new(),
                count => format!(" ({count} times)"),
            };
            let words = format!("repaired in {}: {}{times}, at {place}", layer.id, repair.kind.describe());
            canvas.paragraph(&[(Style::Warning, "! ".into()), (Style::Plain, words)], 2, 4);
        }
    }
    canvas.out.end();
}

impl Canvas<'_> {
    /// A paragraph that begins at column `from` and goes on at `indent`.
    pub(super) fn paragraph(&mut self, words: &[(Style, String)], from: usize, indent: usize) {
        self.out.push(Style::Plain, " ".repeat(from));
        self.out.wrapped(words, Layout { at: from, indent, width: self.width });
    }
}
