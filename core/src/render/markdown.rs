//! The report for a ticket, in Markdown without any HTML.
//!
//! User data stands only in code spans and fences that it cannot leave.

mod escaping;
mod finding;

use super::asked;
use super::evidence::worth_saying;
use super::headline::{
    OPEN, SUPPLY, UNREADABLE_ROLE, cause, cause_lead, count, error_code, error_lead, headline, other_text,
    outcome_symbol, owner_title, quoted, recognised, signs_in, state_symbol, state_words, unexplained,
};
use super::known;
use super::order::{Shown, abridged};
use super::place::Places;
use super::roles::groups;
use super::signature;
use super::text::about;
use crate::diagnose::Known;
use crate::inspect::{MessageReport, Report};
use crate::lint::{Finding, Message, Piece};
use escaping::fenced;
pub(super) use escaping::{code, escape};
use std::fmt::Write;

/// Columns of an excerpt.
const EXCERPT: usize = 100;

/// The report as a Markdown document (CommonMark).
pub fn markdown(report: &Report) -> String {
    let mut out = Document { text: String::new(), places: Places::new(report) };
    report.known.iter().for_each(|one| out.known(report, one));
    for (index, message) in report.messages.iter().enumerate() {
        let number = match report.messages.len() {
            1 => String::new(),
            of => format!("Message {} of {of}: ", index + 1),
        };
        out.message(report, message, &number);
    }
    if report.messages.is_empty() && report.known.is_empty() {
        out.block("## ? There is no SAML message in this");
    }
    for finding in &report.findings {
        out.finding(&Shown::alone(0, finding), None);
    }
    out.rest(report);
    let mut text = out.text;
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Findings by themselves, as the report writes them.
pub(super) fn findings_as_markdown(report: &Report, findings: Vec<&Finding>) -> String {
    let mut out = Document { text: String::new(), places: Places::new(report) };
    for finding in findings {
        out.finding(&Shown::alone(0, finding), None);
    }
    out.text
}

struct Document<'a> {
    text: String,
    places: Places<'a>,
}

impl Document<'_> {
    fn block(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn item(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "- {text}");
    }

    fn end_of_list(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A text that is about no message here.
    fn known(&mut self, report: &Report, one: &Known) {
        let known = error_code(one.error);
        let known = if known.is_empty() { known } else { format!(" ({known})") };
        self.block(&format!("## ✕ {}", known::headline(one.error)));
        self.block(&format!("{}:", known::lead(one.error)));
        self.block(&format!("> {}{}", escape(&quoted(one.error)), escape(&known)));
        if let Some(cause) = known::cause(report, one) {
            return self.block(&format!("**Cause:** {}.", words(&cause.message)));
        }
        if !known::ask(one.error).is_empty() {
            self.block(known::ask(one.error));
        }
        self.known_sections(one);
    }

    fn known_sections(&mut self, one: &Known) {
        for section in known::sections(one) {
            self.block(&format!("### {}", section.title));
            section.entries.iter().for_each(|entry| self.item(&words(entry)));
            section.commands.iter().for_each(|command| self.item(&code(command)));
            self.end_of_list();
        }
        self.block(&format!("Source: {}.", escape(&known::source(one.error))));
    }

    fn message(&mut self, report: &Report, message: &MessageReport, number: &str) {
        let diagnosed = &message.diagnosed;
        self.block(&format!(
            "## {} {number}{}",
            outcome_symbol(diagnosed.outcome),
            escape(&headline(message))
        ));
        self.block(&format!("{}.", escape(&about(report, message))));
        if let Some(recognised) = recognised(message) {
            self.block(&format!("{}.", words(&recognised)));
        }
        if let Some(error) = diagnosed.predicted {
            let known = error_code(error);
            let known = if known.is_empty() { known } else { format!(" ({known})") };
            self.block(&format!("{}:", error_lead(message)));
            self.block(&format!("> {}{}", escape(&quoted(error)), escape(&known)));
        }
        if let Some(finding) = cause(message) {
            self.block(&format!("**{}:** {}.", cause_lead(message), words(&finding.message)));
            if let Some(fix) = &finding.fix {
                let owner = owner_title(fix.owner, message.idp.as_ref());
                self.block(&format!("**Who must act:** {}.", escape(&owner)));
            }
            if let Some(error) = other_text(message) {
                let words = "This cause leads to another text, so there may be a second one";
                self.block(&format!("{words}: {}", escape(&quoted(error))));
            }
        } else if let Some(one) = &diagnosed.known {
            self.block(unexplained(one));
        }
        if let Some(one) = &diagnosed.known {
            self.known_sections(one);
        }
        self.roles(message);
        if signs_in(message) {
            self.block("### The road");
            for stage in &diagnosed.chain {
                let (symbol, state) = (state_symbol(stage.state), state_words(stage.state));
                self.item(&format!(
                    "{symbol} {state}: {} ({})",
                    escape(stage.stage.title()),
                    code(stage.stage.id())
                ));
            }
            self.end_of_list();
        }
        let shown = abridged(message);
        if !shown.is_empty() {
            self.block("### Findings");
        }
        shown.iter().for_each(|shown| self.finding(shown, message.idp.as_ref()));
        let questions = asked::of_message(message);
        if !questions.is_empty() {
            self.block(&format!("### {}", OPEN));
            self.block(SUPPLY);
            for asked in questions {
                let checks = count(asked.rules.len(), "check", "checks");
                let command = asked.command().map(|command| format!(": {}", code(&command)));
                let line = format!("{} ({checks}){}", escape(&asked.title()), command.unwrap_or_default());
                self.item(&line);
                let _ = writeln!(self.text, "  {}", escape(&asked.compare()));
                for query in asked.queries() {
                    let _ = writeln!(self.text, "  {} {}", escape(query.title), code(&query.text));
                }
            }
            self.end_of_list();
        }
        let item = report.items.get(message.item);
        let lines: Vec<_> = item.into_iter().flat_map(signature::lines).collect();
        if !lines.is_empty() {
            self.block("### Signatures");
            lines.iter().for_each(|line| self.item(&words(&line.words)));
            self.end_of_list();
        }
    }

    fn roles(&mut self, message: &MessageReport) {
        let groups = groups(message);
        if groups.is_empty() {
            return;
        }
        self.block("### Roles");
        for group in groups {
            let lead = format!("{} {}", outcome_symbol(group.outcome), group.outcome.id());
            for role in &group.named {
                let name = role.role.as_deref().map_or(UNREADABLE_ROLE.into(), code);
                self.item(&format!("{lead}: {name}"));
            }
            if let Some(rest) = group.rest() {
                self.item(&format!("{lead}: {rest}"));
            }
        }
        self.end_of_list();
    }

    fn rest(&mut self, report: &Report) {
        let supplied = worth_saying(report);
        if !supplied.is_empty() {
            self.block("### Also supplied");
            for item in supplied {
                let used = if item.used { "used" } else { "not used" };
                self.item(&format!("{} ({used}): {}", escape(item.title), escape(item.why)));
            }
            self.end_of_list();
        }
        let repairs =
            report.layers.iter().flat_map(|layer| layer.repairs.iter().map(move |repair| (layer, repair)));
        let repairs: Vec<_> = repairs.collect();
        if !repairs.is_empty() {
            self.block("### Repairs while decoding");
            for (layer, repair) in repairs {
                let place = self.places.place(repair.span).words();
                let what = escape(repair.kind.describe());
                self.item(&format!(
                    "{} in {}, {} times, at {}",
                    what,
                    code(layer.id),
                    repair.count,
                    code(&place)
                ));
            }
            self.end_of_list();
        }
    }
}

/// A message with its data in code spans.
pub(super) fn words(message: &Message) -> String {
    message
        .0
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => escape(text),
            Piece::Code(data) => code(data),
        })
        .collect()
}
