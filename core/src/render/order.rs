//! The order in which findings are shown: causes with what follows from them, then the rest by severity.
//!
//! It ranks nothing anew: causes stand as the diagnosis ordered them.

use crate::inspect::MessageReport;
use crate::lint::Finding;
use crate::order::Gather as _;
use std::collections::{BTreeMap, BTreeSet};

/// Findings of one rule that are drawn in full where words are printed, and how many of more.
const IN_FULL: usize = 5;
const OF_MORE: usize = 3;

/// A finding to be shown in full, and those that fold under it.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// Its index among the message's findings.
    pub index: usize,
    pub finding: &'a Finding,
    /// Consequences of it, none of which is shown elsewhere.
    pub follows: Vec<&'a Finding>,
    /// Findings of the same rule that are not drawn; only [`abridged`] leaves any out.
    pub alike: Vec<&'a Finding>,
}

impl<'a> Shown<'a> {
    /// One by itself.
    pub fn alone(index: usize, finding: &'a Finding) -> Self {
        Self { index, finding, follows: Vec::new(), alike: Vec::new() }
    }
}

/// Every finding of a message exactly once: in full, or folded under its cause.
pub fn arrange(message: &MessageReport) -> Vec<Shown<'_>> {
    let findings = &message.answers.findings;
    let causes: Vec<usize> = message.diagnosed.diagnoses.iter().map(|diagnosis| diagnosis.cause).collect();
    let mut placed: BTreeSet<usize> = causes.iter().copied().gathered();
    let mut shown = Vec::new();
    for diagnosis in &message.diagnosed.diagnoses {
        let Some(finding) = findings.get(diagnosis.cause) else { continue };
        let follows = diagnosis.explains.iter().filter(|index| placed.insert(**index));
        let follows = follows.filter_map(|index| findings.get(*index)).collect();
        shown.push(Shown { follows, ..Shown::alone(diagnosis.cause, finding) });
    }
    let mut rest: Vec<_> = findings.iter().enumerate().filter(|(index, _)| !placed.contains(index)).collect();
    crate::order::by_key(&mut rest, |(_, finding)| [finding.severity.rank(), 0]);
    shown.extend(rest.into_iter().map(|(index, finding)| Shown::alone(index, finding)));
    shown
}

/// The same for what is printed: of a rule that finds the like in each of hundreds of values, the first few.
pub fn abridged(message: &MessageReport) -> Vec<Shown<'_>> {
    let all = arrange(message);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for shown in &all {
        *counts.entry(shown.finding.rule.id).or_default() += 1;
    }
    let mut kept: Vec<Shown<'_>> = Vec::new();
    let mut drawn: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for shown in all {
        let rule = shown.finding.rule.id;
        let many = counts.get(rule).is_some_and(|count| *count > IN_FULL);
        let places = drawn.entry(rule).or_default();
        let last = places.last().filter(|_| many && places.len() == OF_MORE && shown.follows.is_empty());
        match last.and_then(|last| kept.get_mut(*last)) {
            Some(last) => last.alike.push(shown.finding),
            None => {
                places.push(kept.len());
                kept.push(shown);
            }
        }
    }
    kept
}

/// Findings in one line each, those that say the same once, with their number.
pub fn folded<'a>(findings: &[&'a Finding]) -> Vec<(&'a Finding, usize)> {
    let mut lines: Vec<(&Finding, usize)> = Vec::new();
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for finding in findings {
        let at = *known.entry((finding.rule.id, finding.message.to_string())).or_insert(lines.len());
        match lines.get_mut(at) {
            Some((_, count)) => *count += 1,
            None => lines.push((finding, 1)),
        }
    }
    lines
}
