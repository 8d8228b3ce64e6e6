//! The order in which findings are shown: causes with what follows from them, then the rest by severity.
//!
//! It ranks nothing anew: causes stand as the diagnosis ordered them.

use crate::inspect::MessageReport;
use crate::lint::Finding;
use crate::order::Gather as _;
use std::collections::BTreeSet;

/// A finding to be shown in full, and those that fold under it.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// Its index among the message's findings.
    pub index: usize,
    pub finding: &'a Finding,
    /// Consequences of it, none of which is shown elsewhere.
    pub follows: Vec<&'a Finding>,
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
        shown.push(Shown { index: diagnosis.cause, finding, follows });
    }
    let mut rest: Vec<_> = findings.iter().enumerate().filter(|(index, _)| !placed.contains(index)).collect();
    crate::order::by_key(&mut rest, |(_, finding)| [finding.severity.rank(), 0]);
    shown.extend(rest.into_iter().map(|(index, finding)| Shown { index, finding, follows: Vec::new() }));
    shown
}
