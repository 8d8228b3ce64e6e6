//! The rules that do not find the same in both messages.
//!
//! Notes are left aside: most are about the moment of the capture.

use super::RuleDifference;
use crate::lint::{Finding, Rule, Severity};
use crate::order;
use std::collections::BTreeMap;

/// Errors and warnings that only one has, and those that are worse in one.
pub(super) fn differences(a: &[Finding], b: &[Finding]) -> Vec<RuleDifference> {
    let mut worst: BTreeMap<&'static str, [Option<usize>; 2]> = BTreeMap::new();
    let mut order_of: Vec<&'static Rule> = Vec::new();
    for (side, findings) in [a, b].into_iter().enumerate() {
        for (index, finding) in findings.iter().enumerate() {
            if finding.severity == Severity::Note {
                continue;
            }
            let slots = worst.entry(finding.rule.id).or_insert_with(|| {
                order_of.push(finding.rule);
                [None, None]
            });
            let Some(slot) = slots.get_mut(side) else { continue };
            let before = slot.and_then(|at| findings.get(at)).map(|finding| finding.severity);
            if before.is_none_or(|before| before < finding.severity) {
                *slot = Some(index);
            }
        }
    }
    let severity = |findings: &[Finding], at: Option<usize>| {
        at.and_then(|at| findings.get(at)).map(|finding| finding.severity)
    };
    let mut differences = Vec::new();
    for rule in order_of {
        let Some(&[at_a, at_b]) = worst.get(rule.id) else { continue };
        let (of_a, of_b) = (severity(a, at_a), severity(b, at_b));
        if of_a != of_b {
            let severity = of_a.max(of_b).unwrap_or(rule.severity);
            differences.push(RuleDifference { rule: rule.id, severity, a: at_a, b: at_b });
        }
    }
    order::by_key(&mut differences, |difference| [difference.severity.rank(), 0]);
    differences
}
