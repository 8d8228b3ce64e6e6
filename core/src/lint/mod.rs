//! The frame of the rules: what a rule is, what it sees, what it may say.
//!
//! No rule stands here, and no judgement. Rules live in `rules/<family>/<name>.rs`.

mod cx;
mod declare;
mod finding;
mod need;
mod say;

pub use cx::{Cx, ROLE, RoleChoice};
pub use finding::{Confidence, Finding, Findings, Fix, Label, Owner, Severity};
pub use need::Need;
pub use say::{Message, Piece, code};

use crate::aws::stages::Stage;

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
}

/// Runs every rule on one message or leaf.
pub fn run(rules: impl IntoIterator<Item = &'static Rule>, cx: &Cx<'_>) -> Answers {
    let mut answers = Answers::default();
    for rule in rules {
        let mut out = Findings::new(rule);
        let checked = (rule.check)(cx, &mut out);
        let (findings, needs) = out.into_parts();
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
