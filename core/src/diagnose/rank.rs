//! Which cause comes first: the order of AWS's checks, then explained-by, confidence, position. Total and
//! deterministic.

use crate::aws::errors::{self, AwsError};
use crate::aws::stages::check_order;
use crate::lint::{Confidence, Finding, Severity};
use crate::order::{self, Gather as _};
use std::collections::{BTreeMap, BTreeSet};

/// A cause, with the findings that follow from it.
#[derive(Debug, Clone)]
pub struct Diagnosis {
    /// Index of the finding.
    pub cause: usize,
    /// Indices of the findings that it explains.
    pub explains: Vec<usize>,
    pub predicted: Option<&'static AwsError>,
    pub confidence: Confidence,
}

/// Orders the findings that refuse. `counts` leaves out those of roles that need not be chosen. A finding folds under
/// the first cause that explains it, directly or by way of others.
pub fn rank(findings: &[Finding], counts: &dyn Fn(&Finding) -> bool) -> Vec<Diagnosis> {
    let errors = || {
        findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| finding.severity == Severity::Error && counts(finding))
    };
    let consequences = Consequences::of(errors().map(|(_, finding)| finding));
    let mut causes: Vec<(usize, &Finding)> =
        errors().filter(|(_, finding)| !consequences.holds(finding)).collect();
    let key =
        |finding: &Finding| (step(finding), std::cmp::Reverse(finding.confidence), finding.primary.span);
    order::by(&mut causes, |(_, a), (_, b)| key(a).cmp(&key(b)));
    // Role values that are wrong in the same way come from one setting, and so are one thing to put right.
    let mut of_roles = BTreeMap::new();
    let mut groups: Vec<Vec<(usize, &Finding)>> = Vec::new();
    for cause in causes {
        let first = match cause.1.role {
            Some(_) => *of_roles.entry(cause.1.rule.id).or_insert(groups.len()),
            None => groups.len(),
        };
        match groups.get_mut(first) {
            Some(group) => group.push(cause),
            None => groups.push(vec![cause]),
        }
    }
    let mut left = Unfolded::of(findings, &consequences);
    let diagnoses = groups.into_iter().filter_map(|group| {
        let (&(cause, finding), alike) = group.split_first()?;
        let mut explains: Vec<_> = alike.iter().map(|(at, _)| *at).collect();
        explains.extend(group.iter().flat_map(|(_, finding)| left.take(finding, &consequences)));
        order::by_key(&mut explains, |at| [*at, 0]);
        Some(Diagnosis {
            cause,
            explains,
            predicted: finding.predicted.and_then(errors::by_id),
            confidence: finding.confidence,
        })
    });
    diagnoses.collect()
}

/// Which rules' findings follow from others, by the role value that they concern.
struct Consequences {
    /// The rules that a rule explains, of those that found something, with what those explain in turn.
    by_rule: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// Explained rules; `None` for those that a finding on the message as a whole explains.
    explained: BTreeSet<(&'static str, Option<usize>)>,
    /// The rules that found something, which single findings may follow from.
    found: BTreeSet<(&'static str, Option<usize>)>,
}

impl Consequences {
    fn of<'a>(errors: impl Iterator<Item = &'a Finding> + Clone) -> Self {
        let rules: BTreeMap<_, _> = errors.clone().map(|finding| (finding.rule.id, finding.rule)).gathered();
        let mut by_rule = BTreeMap::new();
        for (id, rule) in &rules {
            let mut all = BTreeSet::new();
            let mut open: Vec<&'static str> = rule.explains.to_vec();
            while let Some(next) = open.pop() {
                if all.insert(next) {
                    open.extend(rules.get(next).into_iter().flat_map(|rule| rule.explains));
                }
            }
            by_rule.insert(*id, all);
        }
        let explained = errors
            .clone()
            .flat_map(|finding| finding.rule.explains.iter().map(|explained| (*explained, finding.role)))
            .gathered();
        let found = errors.map(|finding| (finding.rule.id, finding.role)).gathered();
        Self { by_rule, explained, found }
    }

    /// Whether the finding follows from another.
    fn holds(&self, finding: &Finding) -> bool {
        let id = finding.rule.id;
        self.explained.contains(&(id, None))
            || finding.role.is_some() && self.explained.contains(&(id, finding.role))
            || self.cause(finding).is_some()
    }

    /// The rule that this finding follows from, of those that it names itself.
    fn cause(&self, finding: &Finding) -> Option<&'static str> {
        let found = |id| self.found.contains(&(id, None)) || self.found.contains(&(id, finding.role));
        finding.follows.iter().copied().find(|id| found(*id))
    }
}

/// The findings that no cause has taken yet.
#[derive(Default)]
struct Unfolded {
    /// By their own rule, which others explain.
    explained: ByRule,
    /// By the rule from which they say that they follow.
    following: ByRule,
}

/// Indices of findings, by rule and role value.
type ByRule = BTreeMap<&'static str, BTreeMap<Option<usize>, Vec<usize>>>;

impl Unfolded {
    fn of(findings: &[Finding], consequences: &Consequences) -> Self {
        let explained: BTreeSet<_> = consequences.by_rule.values().flatten().copied().gathered();
        let mut left = Self::default();
        for (at, finding) in findings.iter().enumerate() {
            let (list, rule) = match consequences.cause(finding) {
                Some(cause) => (&mut left.following, cause),
                None if explained.contains(finding.rule.id) => (&mut left.explained, finding.rule.id),
                None => continue,
            };
            list.entry(rule).or_default().entry(finding.role).or_default().push(at);
        }
        left
    }

    fn take(&mut self, cause: &Finding, consequences: &Consequences) -> Vec<usize> {
        let mut taken = Vec::new();
        let explained = || consequences.by_rule.get(cause.rule.id).into_iter().flatten();
        let following = explained().chain([&cause.rule.id]).map(|id| (true, id));
        for (follows, id) in explained().map(|id| (false, id)).chain(following) {
            let list = if follows { &mut self.following } else { &mut self.explained };
            if cause.role.is_none() {
                taken.extend(list.remove(id).into_iter().flat_map(BTreeMap::into_values).flatten());
            } else if let Some(of_role) = list.get_mut(id).and_then(|by_role| by_role.remove(&cause.role)) {
                taken.extend(of_role);
            }
        }
        taken
    }
}

/// Where in the order of AWS's checks a finding is hit: the check of its stage that ends in its error, else the only
/// check that does, else the first of its stage.
fn step(finding: &Finding) -> usize {
    let order = check_order();
    let stage = finding.rule.stage;
    let error = finding.predicted.unwrap_or_default();
    let mut ends_in_it =
        order.iter().enumerate().filter(|(_, check)| check.errors.contains(&error)).map(|(at, _)| at);
    let only = match (ends_in_it.next(), ends_in_it.next()) {
        (Some(at), None) => Some(at),
        _ => None,
    };
    order
        .iter()
        .position(|check| check.stage == stage && check.errors.contains(&error))
        .or(only)
        .or_else(|| order.iter().position(|check| check.stage == stage))
        .unwrap_or(order.len())
}
