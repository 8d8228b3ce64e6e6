//! The report for a ticket, in Markdown without any HTML.
//!
//! User data stands only in code spans and fences that it cannot leave.

mod escaping;

use super::evidence::worth_saying;
use super::finding::drawn;
use super::headline::{
    OPEN, SUPPLY, answer_lead, cause, cause_lead, count, error_code, error_lead, headline, menu_path,
    other_text, outcome_symbol, owner_title, quoted, quoting, recognised, signs_in, state_symbol,
    state_words, steps, unexplained,
};
use super::known;
use super::order::{Shown, arrange};
use super::place::Places;
use super::signature;
use super::text::{about, needs};
use crate::aws::errors;
use crate::diagnose::Known;
use crate::idp::Recognised;
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
        out.finding(&Shown { index: 0, finding, follows: Vec::new() }, None);
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
        out.finding(&Shown { index: 0, finding, follows: Vec::new() }, None);
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
        if message.roles.len() > 1 {
            self.block("### Roles");
            for (role, outcome) in message.roles.iter().zip(&diagnosed.roles) {
                let name = role.role.as_deref().map_or("a role that cannot be read".into(), code);
                self.item(&format!("{} {}: {name}", outcome_symbol(*outcome), outcome.id()));
            }
            self.end_of_list();
        }
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
        let shown = arrange(message);
        if !shown.is_empty() {
            self.block("### Findings");
        }
        shown.iter().for_each(|shown| self.finding(shown, message.idp.as_ref()));
        let needs = needs(message);
        if !needs.is_empty() {
            self.block(&format!("### {}", OPEN));
            self.block(SUPPLY);
            for (need, rules) in needs {
                let checks = count(rules.len(), "check", "checks");
                let command = need.command().map(|command| format!(": {}", code(&command)));
                let line = format!("{} ({checks}){}", escape(need.title()), command.unwrap_or_default());
                self.item(&line);
                let _ = writeln!(self.text, "  {}", escape(need.compare()));
                for query in need.queries() {
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

    fn finding(&mut self, shown: &Shown<'_>, idp: Option<&Recognised>) {
        let finding = shown.finding;
        let sure = finding.confidence.id();
        self.block(&format!("#### {} {} ({sure})", finding.severity.id(), code(finding.rule.id)));
        self.block(&format!("{}.", sentence(&finding.message)));
        let drawn = drawn(&mut self.places, finding, EXCERPT);
        self.block(&fenced(drawn.trim_end()));
        self.notes(finding, idp);
        if !shown.follows.is_empty() {
            let verb = if shown.follows.len() == 1 { "follows" } else { "follow" };
            let number = count(shown.follows.len(), "more finding", "more findings");
            self.item(&format!("{number} {verb} from this:"));
            for other in &shown.follows {
                let line =
                    format!("{} {}: {}", other.severity.id(), code(other.rule.id), words(&other.message));
                let _ = writeln!(self.text, "  - {line}");
            }
        }
        self.end_of_list();
    }

    fn notes(&mut self, finding: &Finding, idp: Option<&Recognised>) {
        if let Some(expected) = &finding.expected {
            self.item(&format!("Expected: {}", words(expected)));
        }
        if let Some(found) = &finding.found {
            self.item(&format!("Found: {}", words(found)));
        }
        if let Some(error) = finding.predicted.and_then(errors::by_id) {
            self.item(&format!("{}: {}", answer_lead(finding), escape(&quoted(error))));
        }
        if let Some(fix) = &finding.fix {
            let owner = owner_title(fix.owner, idp);
            self.item(&format!("Fix: {}: {}", escape(&owner), words(&fix.advice)));
            if let Some(steps) = steps(fix, idp) {
                let path = menu_path(steps);
                if !path.is_empty() {
                    self.item(&format!("Where: {}", escape(&path)));
                }
                self.item(&format!("How: {}", words(&quoting(steps.text))));
            }
            let lead = if fix.setting.is_some() { "Paste" } else { "Policy" };
            fix.snippet
                .iter()
                .flat_map(|snippet| snippet.lines())
                .for_each(|line| self.item(&format!("{lead}: {}", code(line))));
            if let Some(command) = &fix.command {
                self.item(&format!("Command: {}", code(command)));
            }
        }
        if let Some(cite) = finding.rule.cites.first() {
            self.item(&format!("Source: {}, {}", escape(cite.document), escape(cite.section)));
        }
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

/// The same, with a capital at the start where words of ours begin it.
fn sentence(message: &Message) -> String {
    let words = words(message);
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => std::iter::once(first.to_ascii_uppercase()).chain(chars).collect(),
        None => words,
    }
}
