//! One finding in Markdown: its sentence, its characters, what to do, and what follows from it.

use super::{Document, EXCERPT, code, escape, fenced, words};
use crate::aws::errors;
use crate::idp::Recognised;
use crate::lint::{Finding, Message};
use crate::render::finding::{LINES, also_at, drawn, followers, more_alike, times, unlisted};
use crate::render::headline::{answer_lead, menu_path, owner_title, quoted, quoting, steps};
use crate::render::order::{Shown, folded};
use std::fmt::Write;

impl Document<'_> {
    pub(super) fn finding(&mut self, shown: &Shown<'_>, idp: Option<&Recognised>) {
        let finding = shown.finding;
        let sure = finding.confidence.id();
        self.block(&format!("#### {} {} ({sure})", finding.severity.id(), code(finding.rule.id)));
        self.block(&format!("{}.", sentence(&finding.message)));
        let drawn = drawn(&mut self.places, finding, EXCERPT);
        self.block(&fenced(drawn.trim_end()));
        self.notes(finding, idp);
        if !shown.follows.is_empty() {
            self.item(&format!("{}:", followers(&shown.follows)));
            let folded = folded(&shown.follows, LINES);
            for (other, count) in &folded.lines {
                let (severity, rule) = (other.severity.id(), code(other.rule.id));
                let line = format!("{severity} {rule}: {}{}", words(&other.message), times(*count));
                let _ = writeln!(self.text, "  - {line}");
            }
            if let Some(rest) = unlisted(&folded) {
                let _ = writeln!(self.text, "  - {rest}");
            }
        }
        if !shown.alike.is_empty() {
            let places = also_at(&mut self.places, &shown.alike);
            self.item(&format!("{}: {}", more_alike(&shown.alike), code(&places)));
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
