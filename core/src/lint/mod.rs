//! The frame of the rules: what a rule is, what it sees, what it may say.
//!
//! No rule stands here, and no judgement. Rules live in `rules/<family>/<name>.rs`.

mod cx;
mod declare;
mod finding;
mod need;
mod recorded;
mod say;
mod trust;

pub use cx::{Cx, ROLE, RoleChoice};
#[cfg(feature = "view")]
pub(crate) use finding::update_provider;
pub use finding::{Confidence, EvidenceUse, Finding, Findings, Fix, Label, Owner, Severity};
pub use need::{Need, Query};
pub(crate) use need::{named, quoted};
pub use recorded::Search;
pub use say::{Message, Piece, code};
pub use trust::{Contexts, RoleTrust, Standing};

use crate::aws::stages::Stage;
use crate::evidence::ServiceFrom;
use crate::source::Span;

/// One defect that a message, a layer or a piece of evidence can have.
#[derive(Debug)]
pub struct Rule {
    /// Kebab case; the name of its file.
    pub id: &'static str,
    /// One line, which reads well after "found:".
    pub title: &'static str,
    /// A ceiling: a finding may be less severe, never more.
    pub severity: Severity,
    pub stage: Stage,
    /// Identifiers of the needs that the rule may name.
    pub needs: &'static [&'static str],
    /// Rules whose findings are consequences of this one.
    pub explains: &'static [&'static str],
    pub cites: &'static [Cite],
    /// Identifiers of the AWS errors that the defect may cause, the likeliest first.
    pub predicts: &'static [&'static str],
    /// The reference page, in Markdown; empty without the feature `pages`.
    pub page: &'static str,
    /// Where the rule is declared.
    pub file: &'static str,
    /// `None`: the rule does not apply.
    pub check: fn(&Cx<'_>, &mut Findings) -> Option<Checked>,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cite {
    pub document: &'static str,
    pub section: &'static str,
    /// A short quotation.
    pub quote: &'static str,
}

/// The rule applied; what it found stands in [`Findings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked;

/// What a rule says of one message. The first that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Found,
    NotChecked(Vec<Need>),
    Passed,
    NotApplicable,
}

/// What all rules say of one message, in the order of the rules.
#[derive(Debug, Default)]
pub struct Answers {
    pub verdicts: Vec<(&'static Rule, Verdict)>,
    pub findings: Vec<Finding>,
    /// What the rules made of what was supplied beside the message.
    pub evidence: Vec<EvidenceUse>,
}

/// Runs every rule on one message or leaf.
pub fn run(rules: impl IntoIterator<Item = &'static Rule>, cx: &Cx<'_>) -> Answers {
    let mut answers = Answers::default();
    let cut_off = cut_off(cx);
    for rule in rules {
        let mut out = Findings::new(rule);
        let checked = (rule.check)(cx, &mut out);
        let (mut findings, needs, evidence) = out.into_parts();
        answers.evidence.extend(evidence);
        // What is absent in an element that is cut off may stand in the part that was not copied, and so may the rest of
        // a value.
        let holds = |finding: &Finding| {
            let at = finding.primary.span;
            cut_off.as_ref().is_some_and(|(tags, last)| {
                tags.contains(&at) || last.source == at.source && last.bytes.contains(at.bytes)
            })
        };
        // The texts on signatures are those of AWS STS: a receiver that assumes no role shows others.
        let elsewhere = cx.context.is_some() && !cx.service().assumes_a_role();
        if elsewhere && rule.stage == Stage::Signature {
            findings.iter_mut().for_each(|finding| finding.predicted = None);
        }
        if only_supposed(cx, rule) {
            findings
                .iter_mut()
                .for_each(|finding| finding.severity = finding.severity.min(Severity::Warning));
        }
        for finding in findings.iter_mut().filter(|finding| holds(finding)) {
            finding.severity = finding.severity.min(Severity::Warning);
            finding.predicted = None;
        }
        let verdict = match checked {
            _ if !findings.is_empty() => Verdict::Found,
            None => Verdict::NotApplicable,
            Some(Checked) if !needs.is_empty() => Verdict::NotChecked(needs),
            Some(Checked) => Verdict::Passed,
        };
        answers.verdicts.push((rule, verdict));
        answers.findings.extend(findings);
    }
    answers
}

/// Whether the rule speaks of a service that only an output beside the message suggests. Evidence may lie there for the sign-in of
/// somebody else, so that refuses nobody.
fn only_supposed(cx: &Cx<'_>, rule: &Rule) -> bool {
    let service = cx.context.map(|context| context.service);
    let Some(service) = service.filter(|service| service.from == ServiceFrom::Evidence) else { return false };
    matches!(rule.stage, Stage::Service | Stage::RelayState) || rule.id.starts_with(service.service.id())
}

/// Where the paste holds only a part of something: the start tags of elements that nothing closes, and the piece of the
/// document at which it then breaks off.
fn cut_off(cx: &Cx<'_>) -> Option<(Vec<Span>, Span)> {
    let document = cx.document().filter(|document| !document.problems.is_empty())?;
    let open = document.elements().filter(|element| element.end_tag().is_none() && !element.is_empty_tag());
    let tags: Vec<_> = open.map(|element| element.start_tag()).collect();
    let last = document.nodes().last()?.span();
    (!tags.is_empty()).then_some((tags, last))
}
