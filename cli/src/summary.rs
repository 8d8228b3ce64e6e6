//! The end of a run over many files: how many were accepted and refused, and for what first cause.
//!
//! It judges nothing: a file is what its worst message is, and its cause is that of the first refused message.

use crate::fences::code;
use crate::status::Status;
use samlens_core::diagnose::Outcome;
use samlens_core::inspect::{MessageReport, Report};
use samlens_core::render::{Style, Styled};
use std::collections::BTreeMap;

/// What is counted as the cause where AWS's own error text refuses and nothing in the message fits it.
const NO_CAUSE: &str = "no cause found";

#[derive(Debug, Default)]
pub struct Summary {
    pub accepted: usize,
    pub refused: usize,
    pub unknown: usize,
    pub without_message: usize,
    pub not_read: usize,
    /// How many files are refused, by the id of the rule.
    pub causes: BTreeMap<&'static str, usize>,
}

/// What a file counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Accepted,
    Unknown,
    /// By a rule with this id.
    Refused(&'static str),
    WithoutMessage,
}

impl Verdict {
    /// Of the messages of the first input. What stands in the evidence is not what is judged.
    pub fn of(report: &Report) -> Self {
        let judged = report.inputs.first().map(|(source, _)| *source);
        let of_file = |message: &&MessageReport| {
            report.items.get(message.item).map(|item| report.sources.root(item.leaf.source)) == judged
        };
        let messages = || report.messages.iter().filter(of_file);
        match messages().map(|message| message.diagnosed.outcome).max() {
            None => Self::WithoutMessage,
            Some(Outcome::Accepted) => Self::Accepted,
            Some(Outcome::Unknown) => Self::Unknown,
            Some(Outcome::Refused) => {
                let refused = messages().find(|message| message.diagnosed.outcome == Outcome::Refused);
                let cause = refused.and_then(|message| {
                    let first = message.diagnosed.diagnoses.first()?;
                    Some(message.answers.findings.get(first.cause)?.rule.id)
                });
                Self::Refused(cause.unwrap_or(NO_CAUSE))
            }
        }
    }
}

impl Summary {
    pub fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Accepted => self.accepted += 1,
            Verdict::Unknown => self.unknown += 1,
            Verdict::WithoutMessage => self.without_message += 1,
            Verdict::Refused(cause) => {
                self.refused += 1;
                *self.causes.entry(cause).or_insert(0) += 1;
            }
        }
    }

    /// What was not read may hold anything, so it outweighs all verdicts.
    pub fn status(&self) -> Status {
        match self {
            Self { not_read: 1.., .. } => Status::NoInput,
            Self { refused: 1.., .. } => Status::Refused,
            Self { unknown: 1.., .. } | Self { without_message: 1.., .. } => Status::CannotSay,
            _ => Status::Done,
        }
    }

    pub fn text(&self) -> Styled {
        let mut out = Styled::default();
        out.line(Style::Title, "Summary, in files");
        table(&mut out, &self.rows());
        if !self.causes.is_empty() {
            out.end();
            out.line(Style::Title, "First cause of what is refused");
            table(&mut out, &self.by_cause());
        }
        out
    }

    pub fn markdown(&self) -> String {
        let mut out = "# Summary\n\n| | files |\n| --- | ---: |\n".to_owned();
        for (name, count) in self.rows() {
            out.push_str(&format!("| {name} | {count} |\n"));
        }
        if !self.causes.is_empty() {
            out.push_str("\n| first cause | files |\n| --- | ---: |\n");
            for (cause, count) in self.by_cause() {
                out.push_str(&format!("| {} | {count} |\n", code(cause)));
            }
        }
        out
    }

    fn rows(&self) -> Vec<(&'static str, usize)> {
        let mut rows = vec![
            ("accepted", self.accepted),
            ("refused", self.refused),
            ("unknown", self.unknown),
            ("without a message", self.without_message),
        ];
        if self.not_read > 0 {
            rows.push(("not read", self.not_read));
        }
        rows
    }

    /// The most frequent first; causes of the same number by name.
    fn by_cause(&self) -> Vec<(&'static str, usize)> {
        let mut rows: Vec<_> = self.causes.iter().map(|(cause, count)| (*cause, *count)).collect();
        rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        rows
    }
}

fn table(out: &mut Styled, rows: &[(&'static str, usize)]) {
    let widest = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, count) in rows {
        out.line(Style::Plain, format!("  {name:widest$}  {count:>5}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_file_counts_and_frequent_causes_come_first() {
        let mut summary = Summary::default();
        for (verdict, status) in [
            (Verdict::Accepted, Status::Done),
            (Verdict::WithoutMessage, Status::CannotSay),
            (Verdict::Unknown, Status::CannotSay),
            (Verdict::Refused("b"), Status::Refused),
            (Verdict::Refused("z"), Status::Refused),
            (Verdict::Refused("z"), Status::Refused),
            (Verdict::Refused("a"), Status::Refused),
        ] {
            summary.count(verdict);
            assert_eq!(summary.status(), status, "{verdict:?}");
        }
        assert_eq!(summary.by_cause(), [("z", 2), ("a", 1), ("b", 1)]);
        summary.not_read = 1;
        assert_eq!(summary.status(), Status::NoInput);
        assert!(summary.text().plain().contains("  not read               1\n"));
    }
}
