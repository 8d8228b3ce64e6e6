//! What must be settled before a message can be said to be accepted, and what need not be.
//!
//! It deliberately asks for no more than signature, issuer and trust policy: everything else that can be seen was judged,
//! and what nobody supplied besides is listed.

use super::{StageState, State};
use crate::aws::stages::Stage;
use crate::lint::{Answers, Need, Verdict};

/// Whether every stage has passed that one role or another does not decide.
pub(super) fn is_decided(chain: &[StageState]) -> bool {
    let passed =
        |wanted: Stage| chain.iter().any(|stage| stage.stage == wanted && stage.state == State::Passed);
    passed(Stage::Signature)
        && passed(Stage::Issuer)
        && chain.iter().all(|stage| match stage.state {
            State::Passed | State::NotApplicable => true,
            // A stage that is open without a need was not read to its end.
            State::Unknown => !stage.needs.is_empty() && !stage.needs.iter().any(holds_back),
            State::Failed => false,
        })
}

/// Whether a message stays undecided for the lack of it. What concerns one role is asked of that role.
fn holds_back(need: &Need) -> bool {
    match need {
        Need::IdpMetadata { .. } | Need::PrivateKey | Need::RawMessage => true,
        Need::TrustPolicy { .. }
        | Need::CloudTrailEvent { .. }
        | Need::CloudTrail { .. }
        | Need::InlinePolicy { .. }
        | Need::ProviderList
        | Need::ConnectUsers { .. }
        | Need::PermissionPolicy { .. }
        | Need::WorkspacesUser { .. }
        | Need::RelayState => false,
    }
}

/// Whether it is open that this role can be assumed.
pub(super) fn waits_for_role(answers: &Answers, role: Option<&str>) -> bool {
    let Some(role) = role else { return true };
    let needs = answers.verdicts.iter().filter_map(|(_, verdict)| match verdict {
        Verdict::NotChecked(needs) => Some(needs),
        _ => None,
    });
    let mut needs = needs.flatten();
    needs.any(|need| match need {
        Need::TrustPolicy { role: wanted } | Need::CloudTrailEvent { role: wanted } => wanted == role,
        _ => false,
    })
}

/// Whether the receiver assumes no role, so that none need be chosen.
pub(super) fn takes_no_roles(chain: &[StageState]) -> bool {
    let trust = chain.iter().find(|stage| stage.stage == Stage::TrustPolicy);
    trust.is_none_or(|stage| stage.state == State::NotApplicable)
}
