//! What all permission policies of a role say of the service's own action, taken together.
//!
//! It deliberately takes the policies that were supplied as all that the role has, unless a list of its policies names more.

use super::permissions::{Gap, Said, Why, ask};
use super::resource::Asked;
use crate::aws::arn::Arn;
use crate::aws::outputs::{Listing, PermissionPolicy, PolicyKinds, PolicySource, RolePolicies};
use crate::evidence::Of;
use crate::lint::{Cx, Findings, Message, Need, RoleChoice, code};
use crate::say;
use crate::source::{Span, Text};
use std::collections::BTreeSet;

/// What they say.
pub(super) enum Answer {
    Allowed,
    /// This would decide.
    Lacking(Need),
    /// The characters at fault, and the sentence.
    Refused(Span, Message),
}

pub(super) fn weigh(
    cx: &Cx<'_>,
    choice: &RoleChoice<'_>,
    action: &'static str,
    asked: Option<&Asked>,
    out: &mut Findings,
) -> Option<Answer> {
    let role = choice.pair.role()?;
    let need = Need::PermissionPolicy { role: role.text().to_owned() };
    let is_own = |policy: &Of<'_, PermissionPolicy>| {
        belongs(policy.value.role_arn.as_ref(), policy.value.role_name.as_ref(), role)
    };
    let (own, foreign): (Vec<_>, Vec<_>) = cx.evidence.outputs.permission_policies().partition(is_own);
    let (own, old): (Vec<_>, Vec<_>) = own.into_iter().partition(|policy| policy.value.in_force);
    for policy in &old {
        out.left_aside(policy.item, "It is a version of the policy that is not the one in force.");
    }
    // The output that holds the policies of all roles holds those of this one, too.
    let used: BTreeSet<usize> = own.iter().map(|policy| policy.item).collect();
    let foreign: BTreeSet<usize> = foreign.iter().map(|policy| policy.item).collect();
    for item in foreign.difference(&used) {
        out.left_aside(*item, "It belongs to a role that the message does not name.");
    }
    if let Some(empty) = without_any(cx, role).filter(|_| own.is_empty()) {
        for list in &empty {
            out.used(list.item, "It shows that the role has no permission policy.");
        }
        let at = empty.first()?.value.span;
        let service = cx.service().title();
        let words = say!["the role has no permission policy, and ", service, " needs ", code(action)];
        return Some(Answer::Refused(at, words));
    }
    let (Some(asked), false) = (asked, own.is_empty()) else {
        let missing = not_supplied(cx, &own, role).filter(|_| own.is_empty());
        for list in lists(cx, role).filter(|list| own.is_empty() && !list.value.policies.is_empty()) {
            out.used(list.item, "It names policies of the role: what they allow is not known yet.");
        }
        return Some(Answer::Lacking(missing.unwrap_or(need)));
    };
    let mut gaps: Vec<(Gap, usize)> = Vec::new();
    let mut open = false;
    let mut allowed = None;
    let documents = own.iter().map(|policy| &policy.value.document);
    let documents = PolicySource::read_all(documents, cx.sources, cx.limits);
    for (policy, document) in own.iter().zip(&documents) {
        match ask(document, action, asked.resource.as_deref(), &asked.context) {
            Said::Allows => allowed = Some(policy.item),
            Said::Denies(at) => {
                out.used(policy.item, "It denies what the service needs.");
                let service = cx.service().title();
                let words = say!["the role's policy denies ", code(action), ", which ", service, " needs"];
                return Some(Answer::Refused(at, words));
            }
            // A user whose identifier is written out may be this one.
            Said::DoesNotAllow(Gap { why: Why::Resource(written), .. })
                if !asked.role_id_known && names_a_user(&written) =>
            {
                open = true;
            }
            Said::DoesNotAllow(gap) => gaps.push((gap, policy.item)),
            Said::CannotTell => open = true,
        }
    }
    if let Some(item) = allowed.filter(|_| !open) {
        out.used(item, "It allows what the service needs.");
        return Some(Answer::Allowed);
    }
    if open || allowed.is_some() {
        return Some(Answer::Lacking(need));
    }
    if let Some(missing) = not_supplied(cx, &own, role) {
        for item in gaps.into_iter().map(|(_, item)| item).collect::<BTreeSet<_>>() {
            out.left_aside(
                item,
                "It does not allow what the service needs, but the role has other policies.",
            );
        }
        return Some(Answer::Lacking(missing));
    }
    let (gap, item) = gaps.into_iter().min_by_key(|(gap, _)| gap.why.distance())?;
    out.used(item, "It is taken as all that the role has, and does not allow what the service needs.");
    let words = words(cx, &gap.why, action, asked).and("; it is taken as all that the role has");
    Some(Answer::Refused(gap.span, words))
}

fn words(cx: &Cx<'_>, why: &Why, action: &'static str, asked: &Asked) -> Message {
    let allows = || say!["the role's policy allows ", code(action)];
    match why {
        Why::Action(Some(other)) => say![
            "the role's policy allows ",
            code(other),
            " and not ",
            code(action),
            ", which ",
            cx.service().title(),
            " needs"
        ],
        Why::Action(None) => say!["the role's policy does not allow ", code(action)],
        Why::Resource(written) => match asked.for_policy() {
            Some(resource) => allows().then(say![" on ", code(written), " and not on ", code(resource)]),
            None => allows().then(say![" on ", code(written), " only"]),
        },
        Why::Condition { key, wanted, found } => {
            let words = allows().then(say![" only where ", code(key), " is ", code(wanted)]);
            match found {
                Some(found) => words.then(say![", and here it is ", code(found)]),
                None => words.and(", and here there is none"),
            }
        }
    }
}

/// Whether a resource names a user of Connect by an identifier that is written out.
fn names_a_user(resource: &str) -> bool {
    resource.split_once("/user/").is_some_and(|(_, user)| !matches!(user, "${aws:userid}" | "*"))
}

/// Whether it is of this role, as far as it says whose it is.
fn belongs(arn: Option<&Text>, name: Option<&Text>, role: &Arn<'_>) -> bool {
    match arn {
        Some(arn) => arn.as_str() == role.text(),
        None => name.is_none_or(|name| name.as_str() == role.resource_name()),
    }
}

/// The lists of the role's policies.
fn lists<'a>(cx: &Cx<'a>, role: &Arn<'_>) -> impl Iterator<Item = Of<'a, RolePolicies>> {
    cx.evidence
        .outputs
        .role_policies()
        .filter(|list| belongs(list.value.role_arn.as_ref(), list.value.role_name.as_ref(), role))
}

/// The outputs that name all policies of the role, if they name none.
fn without_any<'a>(cx: &Cx<'a>, role: &Arn<'_>) -> Option<Vec<Of<'a, RolePolicies>>> {
    let says_whose = |list: &RolePolicies| list.role_arn.is_some() || list.role_name.is_some();
    let counts = |list: &Of<'_, RolePolicies>| cx.roles.len() == 1 || says_whose(list.value);
    let all: Vec<_> = lists(cx, role).collect();
    let of = |kind| {
        let is = |list: &&Of<'_, RolePolicies>| {
            list.value.listing == Listing::Whole && list.value.kinds == kind && counts(list)
        };
        all.iter().any(|list| is(&list))
    };
    let whole = of(PolicyKinds::Both) || of(PolicyKinds::Inline) && of(PolicyKinds::Attached);
    (whole && all.iter().all(|list| list.value.policies.is_empty())).then_some(all)
}

/// A policy that a list of the role's policies names and that is not supplied.
fn not_supplied(cx: &Cx<'_>, own: &[Of<'_, PermissionPolicy>], role: &Arn<'_>) -> Option<Need> {
    let names: BTreeSet<&str> =
        own.iter().filter_map(|policy| policy.value.policy_name.as_ref()).map(Text::as_str).collect();
    let arns: BTreeSet<&str> =
        own.iter().filter_map(|policy| policy.value.arn.as_ref()).map(Text::as_str).collect();
    let unnamed =
        own.iter().filter(|policy| policy.value.policy_name.is_none() && policy.value.arn.is_none()).count();
    let listed = || lists(cx, role).flat_map(|list| &list.value.policies);
    let inline = listed().filter(|policy| policy.arn.is_none()).filter_map(|policy| policy.name.as_ref());
    if let Some(name) = inline.map(Text::as_str).find(|name| !names.contains(name))
        && unnamed == 0
    {
        return Some(Need::InlinePolicy { role: role.text().to_owned(), name: name.to_owned() });
    }
    // The document of an attached policy comes without its name.
    let attached =
        listed().filter_map(|policy| policy.arn.as_ref()).filter(|arn| !arns.contains(arn.as_str()));
    (attached.count() > unnamed).then(|| Need::PermissionPolicy { role: role.text().to_owned() })
}
