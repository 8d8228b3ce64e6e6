//! The road that the assertion travels, stage by stage.

use super::outcome;
use crate::aws::stages::Stage;
use crate::lint::{Answers, Finding, Need, Severity, Verdict};

/// One stage and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageState {
    pub stage: Stage,
    pub state: State,
    /// Indices of the findings at this stage, errors first.
    pub findings: Vec<usize>,
    /// What would decide an open stage.
    pub needs: Vec<Need>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Passed,
    Failed,
    Unknown,
    NotApplicable,
}

impl State {
    pub fn id(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// The state of every stage. `counts` leaves out findings of roles that need not be chosen.
pub fn chain(answers: &Answers, counts: &dyn Fn(&Finding) -> bool, signs_in: bool) -> Vec<StageState> {
    Stage::ALL.into_iter().map(|stage| state_of(stage, answers, counts, signs_in)).collect()
}

fn state_of(
    stage: Stage,
    answers: &Answers,
    counts: &dyn Fn(&Finding) -> bool,
    signs_in: bool,
) -> StageState {
    let mut findings: Vec<_> =
        answers.findings.iter().enumerate().filter(|(_, finding)| finding.rule.stage == stage).collect();
    crate::order::by_key(&mut findings, |(_, finding)| [finding.severity.rank(), 0]);
    let failed = findings.iter().any(|(_, finding)| finding.severity == Severity::Error && counts(finding));
    let verdicts = || answers.verdicts.iter().filter(|(rule, _)| rule.stage == stage);
    let mut needs: Vec<Need> = Vec::new();
    for (_, verdict) in verdicts() {
        let Verdict::NotChecked(lacking) = verdict else { continue };
        needs.extend(lacking.iter().cloned());
    }
    crate::order::each_once(&mut needs);
    // Who takes no role looks for no provider in IAM.
    let applies = verdicts().any(|(_, verdict)| *verdict != Verdict::NotApplicable)
        && !(stage == Stage::Provider && outcome::takes_no_roles(answers));
    let state = match stage {
        _ if failed => State::Failed,
        // Whatever was pasted was captured and decoded as far as it goes.
        Stage::Capture | Stage::Decode => State::Passed,
        _ if !signs_in => State::NotApplicable,
        _ if !needs.is_empty() => State::Unknown,
        // What lies beyond the break was never read, so nothing about it has passed.
        _ if applies && breaks_off(answers) => State::Unknown,
        _ if applies => State::Passed,
        _ => State::NotApplicable,
    };
    StageState { stage, state, findings: findings.into_iter().map(|(at, _)| at).collect(), needs }
}

/// Whether the copy is broken or stops before its end.
fn breaks_off(answers: &Answers) -> bool {
    answers
        .findings
        .iter()
        .any(|finding| matches!(finding.rule.id, "xml-not-well-formed" | "base64-truncated"))
}
