//! What follows where CloudTrail recorded what AWS STS answered. If it accepted the assertion, that was not refused on the
//! way to the role, so what went wrong lies behind it.
//!
//! It deliberately hides nothing: what speaks against the message stays, as a warning that says that the event contradicts it.

use super::{Diagnosed, Outcome, StageState, State};
use crate::aws::stages::Stage;
use crate::evidence::Accepted;
use crate::lint::{Answers, Need, Severity, Verdict};
use std::collections::BTreeSet;

/// A success that was recorded, and what it contradicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Index of the role value that was assumed; `None` where the event does not say which of several.
    pub role: Option<usize>,
    contradicted: BTreeSet<Stage>,
}

/// Lowers what the event contradicts, and answers what it answers. `roles` are the ARNs of the role values.
pub fn contradict(answers: &mut Answers, accepted: &Accepted, roles: &[Option<String>]) -> Recorded {
    let role = match (&accepted.role, roles.len()) {
        (Some(role), _) => roles.iter().position(|own| own.as_ref() == Some(role)),
        (None, 1) => Some(0),
        (None, _) => None,
    };
    let mut contradicted = BTreeSet::new();
    for finding in &mut answers.findings {
        let of_another = finding.role.is_some() && finding.role != role;
        if finding.severity != Severity::Error || !finding.rule.stage.is_before_the_service() || of_another {
            continue;
        }
        contradicted.insert(finding.rule.stage);
        finding.severity = Severity::Warning;
        finding.predicted = None;
        let words = std::mem::take(&mut finding.message);
        finding.message = words.and(
            "; yet CloudTrail recorded that AWS STS accepted this assertion, so it was not refused for this",
        );
    }
    let own = role.and_then(|at| roles.get(at)).and_then(Option::as_deref);
    let is_open = |need: &Need| match need {
        Need::TrustPolicy { role } => Some(role.as_str()) != own,
        Need::CloudTrail(search) => search.role.is_some() && search.role.as_deref() != own,
        _ => false,
    };
    for (rule, verdict) in &mut answers.verdicts {
        if !rule.stage.is_before_the_service() {
            continue;
        }
        if let Verdict::NotChecked(needs) = verdict {
            needs.retain(is_open);
            if needs.is_empty() {
                *verdict = Verdict::Passed;
            }
        }
    }
    Recorded { role, contradicted }
}

impl Diagnosed {
    /// CloudTrail recorded that AWS STS refused this very assertion, whether or not anything here says why.
    pub fn refuse(&mut self) {
        self.outcome = Outcome::Refused;
        for role in self.roles.iter_mut().filter(|role| **role == Outcome::Accepted) {
            *role = Outcome::Unknown;
        }
    }
}

/// What was recorded has passed; where this copy says otherwise, nobody can tell.
pub(super) fn pass(chain: &mut [StageState], recorded: &Recorded) {
    for stage in chain.iter_mut().filter(|stage| stage.stage.is_before_the_service()) {
        stage.state = match stage.state {
            State::NotApplicable => State::NotApplicable,
            // A role that was not assumed may be refused.
            State::Failed => State::Failed,
            _ if recorded.contradicted.contains(&stage.stage) => State::Unknown,
            State::Passed | State::Unknown => State::Passed,
        };
    }
}
