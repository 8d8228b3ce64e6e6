//! A corrected trust policy, as the lines of the pasted one that change: `-` before what goes, `+` before what comes.
//!
//! It deliberately changes JSON alone, and one thing at a time; what has to be taken out is left to who knows why it stands
//! there.

use super::refusal::Refusal;
use super::standard::{self, quoted};
use crate::aws::policy::changes::Change;
use crate::aws::policy::document::{Principal, Statement};
use crate::aws::policy::trust::StsAction;
use crate::lint::Cx;
use crate::source::{Span, Text};

/// Bytes of the lines that are shown: longer ones are a document without line breaks, of which nobody sees the change.
const MOST: usize = 4000;

/// What to change, or to paste, to lift this refusal.
pub(super) fn of(cx: &Cx<'_>, refusal: &Refusal<'_, '_>) -> Option<String> {
    let (place, text) = match &refusal.change {
        Change::AddStatement => return standard::policy(cx, refusal.role),
        Change::AddPrincipal { statement, principal, instead } => {
            let items: Vec<&Text> = principals(statement).map(|principal| &principal.value).collect();
            match instead.as_slice() {
                [almost] => replaced(cx, almost, principal)?,
                _ => added(cx, &items, principal)?,
            }
        }
        Change::AddAction { statement, action } => {
            let items: Vec<&Text> = statement.action.iter().flat_map(|clause| &clause.items).collect();
            let wrong = |text: &&&Text| is_for_others(text.as_str(), refusal.needed.action);
            match items.iter().find(wrong) {
                Some(other) => replaced(cx, other, action)?,
                None => added(cx, &items, action)?,
            }
        }
        Change::AddValue { condition, value, instead } => {
            let items: Vec<&Text> = condition.values.iter().collect();
            match instead {
                Some(almost) => replaced(cx, almost, &value.text)?,
                None => added(cx, &items, &value.text)?,
            }
        }
        Change::ChangeOperator { condition, operator } => {
            replaced(cx, &condition.operator, &operator.name())?
        }
        Change::LiftDeny(_)
        | Change::AddResource { .. }
        | Change::RemoveValue { .. }
        | Change::DropCondition(_) => return None,
    };
    difference(cx, refusal.policy.document.span, place, &text)
}

/// Actions of other ways to assume a role, which a SAML provider cannot use.
pub(super) fn is_for_others(action: &str, wanted: StsAction) -> bool {
    let others = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"];
    wanted == StsAction::AssumeRoleWithSaml && others.iter().any(|other| action.eq_ignore_ascii_case(other))
}

fn principals(statement: &Statement) -> impl Iterator<Item = &Principal> {
    statement.principal.iter().flat_map(|clause| &clause.items)
}

fn replaced(cx: &Cx<'_>, old: &Text, new: &str) -> Option<(Span, String)> {
    Some((in_quotes(cx, old)?, quoted(new)))
}

/// One more in a list; a string alone becomes a list.
fn added(cx: &Cx<'_>, items: &[&Text], new: &str) -> Option<(Span, String)> {
    let (first, last) = (in_quotes(cx, items.first()?)?, in_quotes(cx, items.last()?)?);
    let text = cx.sources.text(first.source);
    let before = text.get(..first.bytes.start as usize)?.trim_end();
    if before.ends_with('[') {
        return Some((last.after(), format!(", {}", quoted(new))));
    }
    match items {
        [only] => Some((first, standard::list(&[only.as_str(), new]))),
        _ => None,
    }
}

/// The string with its quotation marks, where it has such.
fn in_quotes(cx: &Cx<'_>, text: &Text) -> Option<Span> {
    let (start, end) = (text.span.bytes.start as usize, text.span.bytes.end as usize);
    let span = Span::new(text.span.source, start.checked_sub(1)?, end.checked_add(1)?);
    let whole = cx.sources.excerpt(span);
    (whole.len() >= 2 && whole.starts_with('"') && whole.ends_with('"')).then_some(span)
}

fn difference(cx: &Cx<'_>, policy: Span, place: Span, new: &str) -> Option<String> {
    if policy.source != place.source || !policy.bytes.contains(place.bytes) {
        return None;
    }
    let text = cx.sources.text(place.source);
    let (start, end) = (place.bytes.start as usize, place.bytes.end as usize);
    let (before, after) =
        (text.get(policy.bytes.start as usize..start)?, text.get(end..policy.bytes.end as usize)?);
    let before = before.rsplit('\n').next()?;
    let after = after.split('\n').next()?.trim_end_matches('\r');
    let old = text.get(start..end)?;
    if before.len().saturating_add(after.len()) > MOST {
        return None;
    }
    Some(format!("- {before}{old}{after}\n+ {before}{new}{after}"))
}
