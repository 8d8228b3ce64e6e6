//! Why a trust policy refuses a role value, change by change: what each rule of this family picks its own from.
//!
//! It deliberately reports nothing, and names each condition and principal once, whichever actions it keeps from.

use crate::aws::policy::changes::{Change, changes};
use crate::aws::policy::trace::Evaluation;
use crate::aws::policy::trust::{Needed, StsAction};
use crate::evidence::TrustPolicy;
use crate::lint::{Confidence, Cx, RoleChoice, RoleTrust, Standing};
use crate::source::{Span, Text};
use std::collections::BTreeSet;

/// Changes that are told of one role: who has more of them to make starts anew.
const MOST: usize = 8;

/// One thing that would have to change.
pub(super) struct Refusal<'a, 'e> {
    pub role: usize,
    pub needed: &'e Needed,
    pub policy: &'a TrustPolicy,
    pub evaluation: &'e Evaluation<'a>,
    pub change: Change<'a>,
}

/// The role values whose trust policy was evaluated.
pub(super) fn evaluated<'c, 'a>(cx: &'c Cx<'a>) -> Vec<(&'c RoleTrust<'a>, &'c RoleChoice<'a>)> {
    let decided = |trust: &&RoleTrust<'_>| {
        matches!(trust.standing, Standing::Refused | Standing::Undecided | Standing::Allowed)
    };
    let evaluated = cx.trust.iter().filter(decided);
    evaluated.filter_map(|trust| Some((trust, cx.roles.get(trust.role)?))).collect()
}

/// What refuses the role values, in their order. `None` where no trust policy was evaluated.
pub(super) fn refusals<'c, 'a>(cx: &'c Cx<'a>) -> Option<Vec<Refusal<'a, 'c>>> {
    cx.role_assertion()?;
    let evaluated = evaluated(cx);
    evaluated.first()?;
    let mut all = Vec::new();
    for (trust, choice) in evaluated.into_iter().filter(|(trust, _)| trust.standing == Standing::Refused) {
        let (Some(policy), Some(decided)) = (trust.policy, &trust.trust) else { continue };
        let mut told = BTreeSet::new();
        for (needed, evaluation) in decided.actions.iter().filter(|(needed, _)| needed.certain) {
            let Some(request) = cx.request(needed.action.id(), choice.index) else { continue };
            for change in changes(evaluation, &request) {
                if told.len() < MOST && told.insert(Told::of(&change, needed.action)) {
                    all.push(Refusal { role: choice.index, needed, policy, evaluation, change });
                }
            }
        }
    }
    Some(all)
}

/// What a change is about, to tell it from the same one of another action.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    place: Option<Span>,
    value: Option<String>,
    action: Option<StsAction>,
}

impl Told {
    fn of(change: &Change<'_>, action: StsAction) -> Self {
        let told = |place, value, action| Self { place, value, action };
        match change {
            Change::AddStatement => told(None, None, Some(action)),
            Change::LiftDeny(statement) | Change::AddPrincipal { statement, .. } => {
                told(Some(statement.span), None, None)
            }
            Change::AddAction { statement, .. } | Change::AddResource { statement, .. } => {
                told(Some(statement.span), None, Some(action))
            }
            Change::AddValue { condition, value, .. } => {
                told(Some(condition.key.span), Some(value.text.clone()), None)
            }
            Change::RemoveValue { condition, value } => {
                told(Some(condition.key.span), Some(value.value.clone()), None)
            }
            Change::ChangeOperator { condition, .. } | Change::DropCondition(condition) => {
                told(Some(condition.key.span), None, None)
            }
        }
    }
}

/// How sure it is that the policy is the role's own.
pub(super) fn confidence(policy: &TrustPolicy) -> Confidence {
    if policy.arn.is_some() { Confidence::Certain } else { Confidence::Likely }
}

/// The element's one item, or all of it.
pub(super) fn place_of<'t>(items: impl Iterator<Item = &'t Text>, whole: Span) -> Span {
    let mut items = items;
    match (items.next(), items.next()) {
        (Some(one), None) => one.span,
        _ => whole,
    }
}

/// What puts a policy into effect.
pub(super) fn update_command(cx: &Cx<'_>, role: usize) -> String {
    let name = cx.roles.get(role).and_then(|choice| Some(choice.pair.role()?.resource_name()));
    format!(
        "aws iam update-assume-role-policy {} --policy-document file://trust-policy.json",
        crate::lint::named("--role-name", name.unwrap_or("ROLE-NAME"))
    )
}
