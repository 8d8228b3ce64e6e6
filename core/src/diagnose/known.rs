//! What is known of an error text that was given, where no finding explains it: the catalogue's causes, which stages this
//! message has passed, and what would tell the rest apart.
//!
//! It deliberately guesses nothing about the message: that is for `hypotheses`.

use super::{StageState, State};
use crate::aws::errors::{AwsError, Evidence};
use crate::aws::services::Service;
use crate::aws::stages::Stage;
use crate::evidence::GivenError;
use crate::lint::Need;

/// An error text that was given, and what can be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub error: &'static AwsError,
    /// Stages at which it can arise, and at which everything that was checked is in order.
    pub passed: Vec<Stage>,
    /// What would decide those that are open.
    pub needs: Vec<Need>,
    /// Whether a message was at hand to check it with.
    pub of_message: bool,
}

impl Known {
    /// Whether the message alone decides the text, and speaks against it: text and message are of two attempts, it seems.
    /// What one service says alone is not decided where the service was not recognised.
    pub fn is_contradicted(&self) -> bool {
        let everywhere = self.error.services.contains(&Service::Iam);
        let alone = everywhere && self.error.decided_by == [Evidence::Assertion];
        self.of_message && alone && self.needs.is_empty() && !self.passed.is_empty()
    }
}

/// Each of the texts that are about no message, once.
pub fn of_texts<'g>(given: impl Iterator<Item = &'g GivenError>) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for given in given {
        if known.iter().all(|known| known.error.id != given.error.id) {
            let error = given.error;
            known.push(Known { error, passed: Vec::new(), needs: Vec::new(), of_message: false });
        }
    }
    known
}

/// A text that is about the message of this chain.
pub(super) fn of_message(error: &'static AwsError, chain: &[StageState]) -> Known {
    let mut known = Known { error, passed: Vec::new(), needs: Vec::new(), of_message: true };
    // A message that is here was captured, which says nothing.
    let stages = error.stages.iter().filter(|stage| **stage != Stage::Capture);
    for state in stages.filter_map(|stage| chain.iter().find(|state| state.stage == *stage)) {
        match state.state {
            State::Passed => known.passed.push(state.stage),
            State::Unknown => {
                known.needs.extend(state.needs.iter().filter(|need| decides(need, error)).cloned());
            }
            State::Failed | State::NotApplicable => {}
        }
    }
    crate::order::each_once(&mut known.needs);
    known
}

/// Whether it tells causes of this error apart; a stage may be open for other reasons.
fn decides(need: &Need, error: &AwsError) -> bool {
    let evidence = match need {
        Need::IdpMetadata { .. } | Need::ReceiverMetadata => Evidence::Metadata,
        Need::TrustPolicy { .. } => Evidence::Role,
        Need::CloudTrail(_) => Evidence::CloudTrail,
        Need::ProviderList => Evidence::Providers,
        Need::ConnectUsers { .. } => Evidence::ConnectUsers,
        Need::PermissionPolicy { .. } | Need::InlinePolicy { .. } => Evidence::Permissions,
        Need::WorkspacesUser { .. } => Evidence::Directory,
        Need::RelayState => Evidence::RelayState,
        Need::PrivateKey | Need::RawMessage => Evidence::Assertion,
    };
    error.decided_by.contains(&evidence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::errors;

    #[test]
    fn what_passed_and_what_is_open_is_taken_from_the_stages_of_the_text() {
        let need = Need::IdpMetadata { provider: Some("p".into()) };
        let state = |stage, state, needs: &[Need]| StageState {
            stage,
            state,
            findings: Vec::new(),
            needs: needs.to_vec(),
        };
        let chain = [
            state(Stage::Capture, State::Passed, &[]),
            state(Stage::Signature, State::Unknown, std::slice::from_ref(&need)),
            state(Stage::Issuer, State::Passed, &[]),
            state(Stage::Audience, State::Passed, &[]),
        ];
        let of = |id| of_message(errors::by_id(id).unwrap(), &chain);
        let one = of("invalid-saml-response");
        assert_eq!((one.passed, one.needs), (vec![Stage::Issuer], vec![need]));
        assert_eq!(of("E00").passed, [], "what is here was captured");
        let audience = of("E10");
        assert_eq!(audience.passed, [Stage::Audience]);
        assert!(audience.is_contradicted() && !of("E06").is_contradicted());
    }
}
