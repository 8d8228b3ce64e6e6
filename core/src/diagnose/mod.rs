//! From findings to an answer: the chain's stages, causes before consequences, the error that AWS would show.
//!
//! It finds nothing itself. Only findings of severity error, which can make AWS refuse, become diagnoses.

mod chain;
mod rank;

pub use chain::{StageState, State, chain};
pub use rank::{Diagnosis, rank};

use crate::aws::errors::AwsError;
use crate::evidence::GivenError;
use crate::lint::{Answers, Confidence, Finding, Need, Rule, Severity, Verdict};

/// What AWS would answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    Accepted,
    /// Nothing found against it, and a stage that matters is open.
    Unknown,
    Refused,
}

/// The answer for one message.
#[derive(Debug, Clone)]
pub struct Diagnosed {
    pub outcome: Outcome,
    /// The text that AWS would show; `None` unless refused, and where no text is known.
    pub predicted: Option<&'static AwsError>,
    pub confidence: Confidence,
    pub chain: Vec<StageState>,
    /// Causes, the first to be hit first.
    pub diagnoses: Vec<Diagnosis>,
    /// The outcome of each role value, by its index.
    pub roles: Vec<Outcome>,
    /// What could not be decided, and what would decide it.
    pub not_checked: Vec<(&'static Rule, Need)>,
}

/// Draws the conclusions of one message's answers. `roles` is the number of its role values.
pub fn diagnose(answers: &Answers, roles: usize, given: &[GivenError], signs_in: bool) -> Diagnosed {
    let refuses = |finding: &&Finding| finding.severity == Severity::Error;
    let role_outcomes: Vec<_> = (0..roles)
        .map(|role| {
            let refused = answers
                .findings
                .iter()
                .filter(refuses)
                .any(|finding| finding.role.is_none_or(|at| at == role));
            if refused { Outcome::Refused } else { Outcome::Unknown }
        })
        .collect();
    // A role that cannot be assumed does not refuse a message that has another.
    let some_role_left = role_outcomes.contains(&Outcome::Unknown);
    let counts = |finding: &Finding| finding.role.is_none() || !some_role_left;
    let diagnoses = rank(&answers.findings, &counts);
    let chain = chain(answers, &counts, signs_in);
    let shown = given.first();
    let open = chain.iter().any(|stage| stage.state == State::Unknown);
    let outcome = match (diagnoses.first(), shown) {
        (Some(_), _) | (None, Some(_)) => Outcome::Refused,
        (None, None) if open || !signs_in => Outcome::Unknown,
        (None, None) => Outcome::Accepted,
    };
    let role_outcomes =
        role_outcomes
            .into_iter()
            .map(|role| {
                if role == Outcome::Unknown && outcome == Outcome::Accepted {
                    Outcome::Accepted
                } else {
                    role
                }
            })
            .collect();
    let predicted = match shown {
        Some(shown) => Some(shown.error),
        None => diagnoses.first().and_then(|first| first.predicted),
    };
    let confidence = match (shown, diagnoses.first()) {
        (Some(_), _) | (None, None) => Confidence::Certain,
        (None, Some(first)) => first.confidence,
    };
    let not_checked = answers
        .verdicts
        .iter()
        .filter_map(|(rule, verdict)| match verdict {
            Verdict::NotChecked(needs) => Some(needs.iter().map(|need| (*rule, need.clone()))),
            _ => None,
        })
        .flatten()
        .collect();
    Diagnosed { outcome, predicted, confidence, chain, diagnoses, roles: role_outcomes, not_checked }
}

impl Outcome {
    pub fn id(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Unknown => "unknown",
            Self::Refused => "refused",
        }
    }
}
