//! The report for a ticket, in Markdown without any HTML.
//!
//! User data stands only in code spans and fences that it cannot leave.

use super::evidence::worth_saying;
use super::finding::drawn;
use super::headline::{
    answer_lead, cause, count, error_code, error_lead, headline, menu_path, outcome_symbol, owner_title,
    quoted, quoting, signs_in, state_symbol, state_words, steps,
};
use super::order::{Shown, arrange};
use super::place::Places;
use super::text::{about, needs};
use super::visible::visible;
use crate::aws::errors;
use crate::diagnose::Outcome;
use crate::idp::Recognised;
use crate::inspect::{MessageReport, Report};
use crate::lint::{Finding, Message, Piece};
use std::fmt::Write;

/// Columns of an excerpt.
const EXCERPT: usize = 100;

/// The report as a Markdown document (CommonMark).
pub fn markdown(report: &Report) -> String {
    let mut out = Document { text: String::new(), places: Places::new(report) };
    for (index, message) in report.messages.iter().enumerate() {
        let number = match report.messages.len() {
            1 => String::new(),
            of => format!("Message {} of {of}: ", index + 1),
        };
        out.message(report, message, &number);
    }
    if report.messages.is_empty() {
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

    fn message(&mut self, report: &Report, message: &MessageReport, number: &str) {
        let diagnosed = &message.diagnosed;
        self.block(&format!(
            "## {} {number}{}",
            outcome_symbol(diagnosed.outcome),
            escape(&headline(message))
        ));
        self.block(&format!("{}.", escape(&about(report, message))));
        if let Some(error) = diagnosed.predicted {
            let sure = match diagnosed.diagnoses.is_empty() {
                true => String::new(),
                false => format!(" ({})", diagnosed.confidence.id()),
            };
            let known = error_code(error);
            let known = if known.is_empty() { known } else { format!(" ({known})") };
            self.block(&format!("{}{sure}:", error_lead(message)));
            self.block(&format!("> {}{}", escape(&quoted(error)), escape(&known)));
        }
        if let Some(finding) = cause(message) {
            self.block(&format!("**Cause:** {}.", words(&finding.message)));
            if let Some(fix) = &finding.fix {
                let owner = owner_title(fix.owner, message.idp.as_ref());
                self.block(&format!("**Who must act:** {}.", escape(&owner)));
            }
        } else if diagnosed.outcome == Outcome::Refused {
            self.block("Nothing in this message explains it; see what was not checked.");
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
            self.block("### Not checked, and what would decide it");
            for (need, rules) in needs {
                let checks = count(rules.len(), "check", "checks");
                let command = need.command().map(|command| format!(": {}", code(&command)));
                self.item(&format!("{} ({checks}){}", escape(need.title()), command.unwrap_or_default()));
            }
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
                steps
                    .snippet
                    .into_iter()
                    .flat_map(str::lines)
                    .for_each(|line| self.item(&format!("Enter: {}", code(line))));
            }
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
fn words(message: &Message) -> String {
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
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => words,
    }
}

/// A code span that its content cannot end: the fence is longer than any run of backticks within (CommonMark 6.1).
pub(super) fn code(data: &str) -> String {
    let data = visible(data);
    if data.is_empty() {
        return "(nothing)".into();
    }
    let fence = "`".repeat(longest_run(&data) + 1);
    // One blank at each end is taken off again, so that backticks and blanks at the ends of the data survive.
    let blank = data.starts_with(['`', ' ']) || data.ends_with(['`', ' ']);
    let pad = if blank { " " } else { "" };
    format!("{fence}{pad}{data}{pad}{fence}")
}

/// A fence that its content cannot end (CommonMark 4.5).
pub(super) fn fenced(text: &str) -> String {
    let fence = "`".repeat((longest_run(text) + 1).max(3));
    format!("{fence}text\n{text}\n{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|char| char != '`').map(str::len).max().unwrap_or(0)
}

/// Words of ours, with what Markdown would take for markup escaped.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in visible(text).chars() {
        if matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_leave_its_code_span() {
        for (data, span) in [
            ("plain", "`plain`"),
            ("a`b", "``a`b``"),
            ("``", "``` `` ```"),
            (" x", "`  x `"),
            ("<script>\n", "`<script>\\n`"),
            ("", "(nothing)"),
        ] {
            assert_eq!(code(data), span);
        }
        assert_eq!(fenced("```\nx"), "````text\n```\nx\n````");
        assert_eq!(fenced("x"), "```text\nx\n```");
    }

    #[test]
    fn words_are_no_markup() {
        assert_eq!(escape("a <b> *c* [d](e) @f"), "a \\<b\\> \\*c\\* \\[d\\](e) @f");
    }
}
