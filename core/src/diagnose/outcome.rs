//! What must be settled before a message can be said to be accepted, and what need not be.
//!
//! It deliberately asks for no more than signature, issuer and trust policy: everything else that can be seen was judged,
//! and what nobody supplied besides is listed.

use super::{StageState, State};
use crate::aws::stages::Stage;
use crate::lint::{Answers, Need, Verdict};
use crate::order::Gather as _;
use std::collections::BTreeSet;

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
        Need::IdpMetadata { .. } | Need::ReceiverMetadata | Need::PrivateKey | Need::RawMessage => true,
        Need::TrustPolicy { .. }
        | Need::CloudTrail(_)
        | Need::InlinePolicy { .. }
        | Need::ProviderList
        | Need::ConnectUsers { .. }
        | Need::PermissionPolicy { .. }
        | Need::WorkspacesUser { .. }
        | Need::RelayState => false,
    }
}

/// The ARNs of the roles of which it is open whether they can be assumed.
pub(super) fn waiting_roles(answers: &Answers) -> BTreeSet<&str> {
    let needs = answers.verdicts.iter().filter_map(|(_, verdict)| match verdict {
        Verdict::NotChecked(needs) => Some(needs),
        _ => None,
    });
    let roles = needs.flatten().filter_map(|need| match need {
        Need::TrustPolicy { role } => Some(role.as_str()),
        Need::CloudTrail(search) => search.role.as_deref(),
        _ => None,
    });
    roles.gathered()
}

/// Whether the receiver assumes no role, so that none need be chosen. Where it assumes one, a message in which no role can
/// be read, whatever that is due to, is not accepted.
pub(super) fn takes_no_roles(answers: &Answers) -> bool {
    let missing = answers.verdicts.iter().find(|(rule, _)| rule.id == "role-missing");
    missing.is_none_or(|(_, verdict)| *verdict == Verdict::NotApplicable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::services::Service;
    use crate::lint::Search;

    fn chain(of: &[(Stage, State, &[Need])]) -> Vec<StageState> {
        let stage = |(stage, state, needs): &(Stage, State, &[Need])| StageState {
            stage: *stage,
            state: *state,
            findings: Vec::new(),
            needs: needs.to_vec(),
        };
        of.iter().map(stage).collect()
    }

    #[test]
    fn only_what_matters_holds_an_answer_back() {
        let role = || "arn:aws:iam::444455556666:role/Admin".to_owned();
        let signature = (Stage::Signature, State::Passed, [].as_slice());
        let issuer = (Stage::Issuer, State::Passed, [].as_slice());
        let open: [(Need, bool); 8] = [
            (Need::ProviderList, true),
            (Need::RelayState, true),
            (Need::ConnectUsers { instance: None, region: None }, true),
            (Need::WorkspacesUser { user: "ana".into(), region: None }, true),
            (Need::PermissionPolicy { role: role() }, true),
            (Need::TrustPolicy { role: role() }, true),
            (Need::PrivateKey, false),
            (Need::IdpMetadata { provider: None }, false),
        ];
        for (need, decided) in open {
            let needs = [need.clone()];
            let chain = chain(&[signature, issuer, (Stage::Service, State::Unknown, &needs)]);
            assert_eq!(is_decided(&chain), decided, "{need:?}");
        }
        assert!(is_decided(&chain(&[signature, issuer])));
        assert!(!is_decided(&chain(&[signature])), "the issuer was not compared");
        assert!(!is_decided(&chain(&[signature, issuer, (Stage::Session, State::Failed, &[])])));
        assert!(!is_decided(&chain(&[signature, issuer, (Stage::Audience, State::Unknown, &[])])), "cut off");
    }

    #[test]
    fn a_role_waits_for_its_own_policy_alone() {
        let event = Search { role: Some("b".into()), region: None, between: None, service: Service::Iam };
        let needs = vec![Need::TrustPolicy { role: "a".into() }, Need::CloudTrail(event)];
        let rule = crate::rules::by_id("role-not-assumable").unwrap();
        let answers = Answers { verdicts: vec![(rule, Verdict::NotChecked(needs))], ..Answers::default() };
        assert_eq!(Vec::from_iter(waiting_roles(&answers)), ["a", "b"]);
    }
}
