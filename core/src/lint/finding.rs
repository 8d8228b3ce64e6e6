//! Findings: a defect at the characters that carry it, who must act, and how.

use super::{Message, Need, Rule, code, quoted};
use crate::idp::Setting;
use crate::say;
use crate::source::Span;

/// One defect found. It can only be made at a span.
#[derive(Debug, Clone)]
pub struct Finding {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub confidence: Confidence,
    /// One sentence without a final stop: what is there, and what is wrong with it.
    pub message: Message,
    /// The characters at fault; for what is absent, the start tag where it belongs.
    pub primary: Label,
    pub related: Vec<Label>,
    pub expected: Option<Message>,
    pub found: Option<Message>,
    pub fix: Option<Fix>,
    /// Identifier of the AWS error that this finding leads to; by default the first that its rule names.
    pub predicted: Option<&'static str>,
    /// Index of the role value that it concerns; `None`: the message as a whole.
    pub role: Option<usize>,
    /// Rules of which a finding that refuses is the cause of this very one, though not of all of its rule.
    pub follows: &'static [&'static str],
}

/// A place, with a few words about it.
#[derive(Debug, Clone)]
pub struct Label {
    pub span: Span,
    pub text: Message,
}

/// Who can change it, and where.
#[derive(Debug, Clone)]
pub struct Fix {
    pub owner: Owner,
    /// The setting to change at the identity provider; its menu path is joined when the report is made.
    pub setting: Option<Setting>,
    /// What to do, in one or two sentences.
    pub advice: Message,
    /// A command to run, complete.
    pub command: Option<String>,
    /// Text to paste, or the lines to change in one: those to take out begin with `-`, those to put in with `+`.
    pub snippet: Option<String>,
}

/// How bad a defect is. Errors make AWS refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

impl Severity {
    /// For sorting with [`crate::order::by_key`]: the worst first.
    pub fn rank(self) -> usize {
        match self {
            Self::Error => 0,
            Self::Warning => 1,
            Self::Note => 2,
        }
    }
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    Possible,
    Likely,
    Certain,
}

/// Who must act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// The person who signs in or who pasted.
    User,
    IdpAdmin,
    AwsAdmin,
    /// Who runs the target service: Connect users, WorkSpaces directories, AppStream stacks.
    ServiceAdmin,
}

/// What one rule has to say. Only the runner makes it.
#[derive(Debug)]
pub struct Findings {
    rule: &'static Rule,
    list: Vec<Finding>,
    needs: Vec<Need>,
    evidence: Vec<EvidenceUse>,
}

/// What a rule made of something that was supplied beside the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceUse {
    /// Index of its item.
    pub item: usize,
    /// Whether the rule's verdict rests on it.
    pub used: bool,
    /// What it settled, or why it was left aside: one whole sentence.
    pub why: &'static str,
}

impl Findings {
    pub(super) fn new(rule: &'static Rule) -> Self {
        Self { rule, list: Vec::new(), needs: Vec::new(), evidence: Vec::new() }
    }

    /// What was found, what is lacking, each once, and what was used.
    pub(super) fn into_parts(mut self) -> (Vec<Finding>, Vec<Need>, Vec<EvidenceUse>) {
        crate::order::each_once(&mut self.needs);
        (self.list, self.needs, self.evidence)
    }

    /// Reports a defect at these characters. Severity and confidence are the rule's, until said otherwise.
    pub fn find(&mut self, primary: Span, message: Message) -> Reported<'_> {
        let at = self.list.len();
        self.list.push(Finding {
            rule: self.rule,
            severity: self.rule.severity,
            confidence: Confidence::Certain,
            message,
            primary: Label { span: primary, text: Message::default() },
            related: Vec::new(),
            expected: None,
            found: None,
            fix: None,
            predicted: self.rule.predicts.first().copied(),
            role: None,
            follows: &[],
        });
        Reported { finding: self.list.get_mut(at) }
    }

    /// The verdict rests on this item. `why` is a whole sentence: what it settled.
    pub fn used(&mut self, item: usize, why: &'static str) {
        self.evidence.push(EvidenceUse { item, used: true, why });
    }

    /// The item was looked at and left aside. `why` is a whole sentence.
    pub fn left_aside(&mut self, item: usize, why: &'static str) {
        self.evidence.push(EvidenceUse { item, used: false, why });
    }

    /// The rule cannot decide without this.
    pub fn lacks(&mut self, need: Need) {
        self.needs.push(need);
    }
}

/// The finding just reported, to be completed.
pub struct Reported<'a> {
    finding: Option<&'a mut Finding>,
}

impl Reported<'_> {
    fn with(mut self, change: impl FnOnce(&mut Finding)) -> Self {
        if let Some(finding) = &mut self.finding {
            change(finding);
        }
        self
    }

    /// What should stand there.
    pub fn expected(self, expected: impl Into<Message>) -> Self {
        self.with(|finding| finding.expected = Some(expected.into()))
    }

    /// What stands there instead.
    pub fn found(self, found: impl Into<Message>) -> Self {
        self.with(|finding| finding.found = Some(found.into()))
    }

    /// A second place that matters.
    pub fn related(self, span: Span, text: impl Into<Message>) -> Self {
        self.with(|finding| finding.related.push(Label { span, text: text.into() }))
    }

    /// Lowers the severity; the rule's own is the ceiling.
    pub fn at_most(self, severity: Severity) -> Self {
        self.with(|finding| finding.severity = finding.severity.min(severity))
    }

    pub fn confidence(self, confidence: Confidence) -> Self {
        self.with(|finding| finding.confidence = confidence)
    }

    /// The AWS error that this finding leads to; `None` where no text is known.
    pub fn predicts(self, error: Option<&'static str>) -> Self {
        self.with(|finding| finding.predicted = error)
    }

    /// The finding concerns one role value of several.
    pub fn for_role(self, index: usize) -> Self {
        self.with(|finding| finding.role = Some(index))
    }

    /// The finding is a mere consequence where one of these rules found what refuses.
    pub fn follows(self, rules: &'static [&'static str]) -> Self {
        self.with(|finding| finding.follows = rules)
    }

    /// Somebody must change a setting at the identity provider.
    pub fn fix_at_idp(self, setting: Setting, advice: impl Into<Message>) -> Self {
        self.fix(Owner::IdpAdmin, Some(setting), advice.into())
    }

    /// Somebody else must act.
    pub fn fix_by(self, owner: Owner, advice: impl Into<Message>) -> Self {
        self.fix(owner, None, advice.into())
    }

    fn fix(self, owner: Owner, setting: Option<Setting>, advice: Message) -> Self {
        let fix = Fix { owner, setting, advice, command: None, snippet: None };
        self.with(|finding| finding.fix = Some(fix))
    }

    /// The command that does it or shows more; goes with a fix named before.
    pub fn command(self, command: String) -> Self {
        self.with(|finding| {
            if let Some(fix) = &mut finding.fix {
                fix.command = Some(command);
            }
        })
    }

    /// The command that changes the SAML provider of this ARN; goes with a fix named before. Where the message names no
    /// provider, the one that lists them, for a command with something to fill in does not run.
    pub fn update_provider(self, provider: Option<&str>, arguments: &str) -> Self {
        let command = update_provider(provider, arguments);
        self.with(|finding| {
            let Some(fix) = &mut finding.fix else { return };
            fix.command = Some(command);
            if provider.is_none() {
                let advice = std::mem::take(&mut fix.advice);
                fix.advice = advice.then(say![
                    " The list shows the provider's ARN; then run ",
                    code(update_provider(Some("PROVIDER-ARN"), arguments)),
                    " with it."
                ]);
            }
        })
    }

    /// What to paste; goes with a fix named before.
    pub fn snippet(self, snippet: Option<String>) -> Self {
        self.with(|finding| {
            if let Some(fix) = &mut finding.fix {
                fix.snippet = snippet;
            }
        })
    }
}

/// The command that changes this SAML provider; the one that lists them where it is not known.
pub(crate) fn update_provider(provider: Option<&str>, arguments: &str) -> String {
    match provider {
        Some(provider) => {
            format!("aws iam update-saml-provider --saml-provider-arn {} {arguments}", quoted(provider))
        }
        None => "aws iam list-saml-providers".to_owned(),
    }
}

impl Severity {
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl Confidence {
    pub fn id(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

impl Owner {
    pub fn id(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::IdpAdmin => "idp-admin",
            Self::AwsAdmin => "aws-admin",
            Self::ServiceAdmin => "service-admin",
        }
    }
}
