//! The actions that a trust policy must allow besides `sts:AssumeRoleWithSAML`, because of what the message sends.
//!
//! It deliberately does not say which those are: each has a rule.

use super::{correction, refusal};
use crate::aws::policy::changes::Change;
use crate::aws::policy::trust::StsAction;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

/// Reports each refusal for the lack of `action`, which the message needs because it sends `sends`.
pub(super) fn missing(
    cx: &Cx<'_>,
    out: &mut Findings,
    action: StsAction,
    sends: &'static str,
) -> Option<Checked> {
    for refusal in refusal::refusals(cx)? {
        if refusal.needed.action != action {
            continue;
        }
        let statement = match &refusal.change {
            Change::AddAction { statement, .. } => Some(*statement),
            Change::AddStatement => refusal.policy.document.statements.first(),
            _ => continue,
        };
        let clause = statement.and_then(|statement| statement.action.as_ref());
        let place = clause.map_or(refusal.policy.document.span, |clause| {
            refusal::place_of(clause.items.iter(), clause.span)
        });
        let name = action.id();
        let words = say!["the message sends ", sends, ", but the trust policy does not allow ", code(name)];
        let found = out
            .find(place, words)
            .for_role(refusal.role)
            .confidence(refusal::confidence(refusal.policy))
            .expected(say!["also ", code(name)])
            .fix_by(
                Owner::AwsAdmin,
                say![format!("Add {name} to the role's trust policy, for this provider.")],
            )
            .snippet(correction::of(cx, &refusal))
            .command(refusal::update_command(cx, refusal.role));
        if let Some(because) = refusal.needed.because {
            found.related(because, "this asks for it");
        }
    }
    Some(Checked)
}
