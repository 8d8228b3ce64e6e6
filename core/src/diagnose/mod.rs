//! From findings to an answer: the chain's stages, causes before consequences, the error that AWS would show.
//!
//! It finds nothing itself. Findings of severity error, which can make AWS refuse, become diagnoses, and so do guesses
//! where AWS was seen to show a text that leaves many causes.

mod chain;
mod hypotheses;
mod known;
mod outcome;
mod rank;
mod recorded;
mod remedies;

pub use chain::{StageState, State, chain};
pub use hypotheses::hypotheses;
pub use known::{Known, of_texts};
pub use rank::{Diagnosis, rank};
pub use recorded::{Recorded, contradict};
pub use remedies::complete;

use crate::aws::errors::AwsError;
use crate::aws::stages::Stage;
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
    /// The text that AWS would show, or was seen to show; `None` where there is none, and where no text is known.
    pub predicted: Option<&'static AwsError>,
    /// Whether the user gave that text.
    pub given: bool,
    pub confidence: Confidence,
    pub chain: Vec<StageState>,
    /// Causes, the first to be hit first.
    pub diagnoses: Vec<Diagnosis>,
    /// The error text that was given, where no cause found here leads to it.
    pub known: Option<Known>,
    /// The outcome of each role value, by its index.
    pub roles: Vec<Outcome>,
    /// What could not be decided, and what would decide it.
    pub not_checked: Vec<(&'static Rule, Need)>,
}

/// Draws the conclusions of one message's answers. `roles` are the ARNs of its role values, where they can be read.
/// `recorded`: the answers are those that are left where CloudTrail recorded that AWS STS accepted the assertion.
pub fn diagnose(
    answers: &Answers,
    roles: &[Option<String>],
    given: &[GivenError],
    signs_in: bool,
    recorded: Option<&Recorded>,
) -> Diagnosed {
    let refused = |role: usize| {
        let errors = answers.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.into_iter().any(|finding| finding.role.is_none_or(|at| at == role))
    };
    // A role that cannot be assumed does not refuse a message that has another.
    let some_role_left = (0..roles.len()).any(|role| !refused(role));
    let counts = |finding: &Finding| finding.role.is_none() || !some_role_left;
    let mut chain = chain(answers, &counts, signs_in);
    if let Some(recorded) = recorded {
        recorded::pass(&mut chain, recorded);
    }
    let mut diagnoses = rank(&answers.findings, &counts);
    let refuses = !diagnoses.is_empty();
    let shown = given.first().map(|given| given.error);
    if let Some(shown) = shown {
        diagnoses = hypotheses::led_by(shown, answers, diagnoses);
    }
    let decided = signs_in && outcome::is_decided(&chain);
    let waiting = outcome::waiting_roles(answers);
    let role_outcomes: Vec<_> = roles
        .iter()
        .enumerate()
        .map(|(at, role)| match refused(at) {
            true => Outcome::Refused,
            false
                if !shown.is_some_and(AwsError::refuses)
                    && decided
                    && role.as_deref().is_some_and(|role| !waiting.contains(role)) =>
            {
                Outcome::Accepted
            }
            false => Outcome::Unknown,
        })
        .collect();
    let can_be_chosen = match roles.is_empty() {
        true => outcome::takes_no_roles(answers),
        // The event does not say which one was assumed, but one was.
        false if recorded.is_some_and(|recorded| recorded.role.is_none()) => true,
        false => role_outcomes.contains(&Outcome::Accepted),
    };
    let outcome = match shown {
        _ if refuses => Outcome::Refused,
        Some(shown) if shown.refuses() => Outcome::Refused,
        _ if decided && can_be_chosen => Outcome::Accepted,
        _ => Outcome::Unknown,
    };
    if outcome == Outcome::Accepted {
        // One role that trusts the message is enough; what is open of the others stays listed.
        let trust = chain.iter_mut().filter(|stage| stage.stage == Stage::TrustPolicy);
        trust.filter(|stage| stage.state == State::Unknown).for_each(|stage| stage.state = State::Passed);
    }
    let explained = |shown: &AwsError| {
        let first = diagnoses.first();
        first.is_some_and(|first| {
            shown.excludes_nothing || first.predicted.is_some_and(|error| error.id == shown.id)
        })
    };
    let known = shown.filter(|shown| !explained(shown)).map(|shown| known::of_message(shown, &chain));
    let predicted = match shown {
        Some(shown) => Some(shown),
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
    let given = shown.is_some();
    let roles = role_outcomes;
    Diagnosed { outcome, predicted, given, confidence, chain, diagnoses, known, roles, not_checked }
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
