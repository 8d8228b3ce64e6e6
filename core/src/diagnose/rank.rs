//! Which cause comes first: the order of AWS's checks, then explained-by, confidence, position. Total and
//! deterministic.

use crate::aws::errors::{self, AwsError};
use crate::aws::stages::check_order;
use crate::lint::{Confidence, Finding, Severity};

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

/// Orders the findings that refuse. `counts` leaves out those of roles that need not be chosen.
pub fn rank(findings: &[Finding], counts: &dyn Fn(&Finding) -> bool) -> Vec<Diagnosis> {
    let mut causes: Vec<(usize, &Finding)> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.severity == Severity::Error && counts(finding))
        .collect();
    let explained = |finding: &Finding| {
        findings.iter().any(|other| {
            other.severity == Severity::Error
                && other.rule.explains.contains(&finding.rule.id)
                && (other.role.is_none() || other.role == finding.role)
        })
    };
    causes.retain(|(_, finding)| !explained(finding));
    causes.sort_by_key(|(at, finding)| {
        (step(finding), std::cmp::Reverse(finding.confidence), finding.primary.span, *at)
    });
    causes
        .into_iter()
        .map(|(at, finding)| Diagnosis {
            cause: at,
            explains: findings
                .iter()
                .enumerate()
                .filter(|(_, other)| finding.rule.explains.contains(&other.rule.id))
                .map(|(other, _)| other)
                .collect(),
            predicted: finding.predicted.and_then(errors::by_id),
            confidence: finding.confidence,
        })
        .collect()
}

/// Where in the order of AWS's checks a finding is hit: the check of its stage that ends in its error, else the
/// first of its stage, else the first that ends in its error.
fn step(finding: &Finding) -> usize {
    let order = check_order();
    let stage = finding.rule.stage;
    let error = finding.predicted.unwrap_or_default();
    order
        .iter()
        .position(|check| check.stage == stage && check.errors.contains(&error))
        .or_else(|| order.iter().position(|check| check.stage == stage))
        .or_else(|| order.iter().position(|check| check.errors.contains(&error)))
        .unwrap_or(order.len())
}
