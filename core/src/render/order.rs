//! The order in which findings are shown: causes with what follows from them, then the rest by severity.
//!
//! It ranks nothing anew: causes stand as the diagnosis ordered them.

use crate::inspect::MessageReport;
use crate::lint::Finding;
use crate::order::Gather as _;
use std::collections::BTreeSet;

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
    let mut rules: Vec<Repeated> = Vec::new();
    for shown in &all {
        let id = shown.finding.rule.id;
        match rules.iter_mut().find(|rule| rule.id == id) {
            Some(rule) => rule.count += 1,
            None => rules.push(Repeated { id, count: 1, drawn: Vec::new() }),
        }
    }
    let mut kept: Vec<Shown<'_>> = Vec::new();
    for shown in all {
        let Some(rule) = rules.iter_mut().find(|rule| rule.id == shown.finding.rule.id) else { continue };
        let full = rule.count > IN_FULL && rule.drawn.len() >= OF_MORE && shown.follows.is_empty();
        match rule.drawn.last().filter(|_| full).and_then(|last| kept.get_mut(*last)) {
            Some(last) => last.alike.push(shown.finding),
            None => {
                rule.drawn.push(kept.len());
                kept.push(shown);
            }
        }
    }
    kept
}

/// A rule with the number of its findings, and where among those that are kept it stands.
struct Repeated {
    id: &'static str,
    count: usize,
    drawn: Vec<usize>,
}

/// Findings in lines, those that say the same once.
pub struct Folded<'a> {
    /// Each with how often it is said.
    pub lines: Vec<(&'a Finding, usize)>,
    /// Findings beyond the lines.
    pub rest: usize,
}

/// Folds findings into so many lines at most.
pub fn folded<'a>(findings: &[&'a Finding], most: usize) -> Folded<'a> {
    let mut all = Folded { lines: Vec::new(), rest: 0 };
    for &finding in findings {
        let says_so = |(other, _): &&mut (&Finding, usize)| {
            other.rule.id == finding.rule.id && other.message == finding.message
        };
        let is_full = all.lines.len() >= most;
        match all.lines.iter_mut().find(says_so) {
            Some((_, count)) => *count += 1,
            None if is_full => all.rest += 1,
            None => all.lines.push((finding, 1)),
        }
    }
    all
}
