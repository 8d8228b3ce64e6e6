//! What may be behind an error text that leaves many causes, where nothing was supplied that would tell: guesses in order
//! of likelihood, each with the command that decides it.
//!
//! It deliberately guesses only where AWS was seen to show such a text. Otherwise the question stays open.

use super::Diagnosis;
use crate::aws::errors::AwsError;
use crate::aws::policy::trust::{StsAction, needed};
use crate::aws::services::Service;
use crate::lint::{
    Answers, Confidence, Cx, Finding, Fix, Label, Message, Need, Owner, RoleTrust, Rule, Severity, Standing,
    Verdict, code, quoted,
};
use crate::rules;
use crate::rules::trust::standard;
use crate::saml::names;
use crate::say;
use crate::source::Span;

/// "Not authorized to perform sts:AssumeRoleWithSAML", and the words that older editions of the page show instead.
const NOT_AUTHORIZED: [&str; 2] = ["E05", "access-denied"];

const ORGANIZATION: &str = "organization-policy-denies";

/// Guesses of the causes of the given error, for one message, besides what the rules found.
pub fn hypotheses(cx: &Cx<'_>, found: &[Finding]) -> Vec<Finding> {
    let shown = cx.errors.first().map(|given| given.error.id).filter(|id| NOT_AUTHORIZED.contains(id));
    let Some(shown) = shown.filter(|_| cx.role_assertion().is_some()) else { return Vec::new() };
    // Where a policy was supplied, it was evaluated.
    let standing = |wanted| move |trust: &&RoleTrust<'_>| trust.standing == wanted;
    let Some(open) = cx.trust.iter().find(standing(Standing::NotSupplied)) else {
        let allowed = cx.trust.iter().find(standing(Standing::Allowed));
        let refused = cx.trust.iter().any(|trust| trust.standing == Standing::Refused);
        let known = found.iter().any(|finding| finding.rule.id == ORGANIZATION);
        let beyond = allowed.filter(|_| !refused && !known);
        let beyond = beyond.and_then(|role| Guess { cx, role, shown }.organization());
        return beyond.into_iter().collect();
    };
    let guess = Guess { cx, role: open, shown };
    let all = [guess.tags(), guess.recipient(), guess.source_identity(), guess.subject_type()];
    let likely = all.into_iter().flatten();
    likely.chain(guess.role()).chain(guess.provider()).collect()
}

/// The causes in the light of the text that was shown: those that lead to it come first, and what is found that leads to
/// it and is no error becomes a cause. A guess does so only where nothing else was found.
pub(super) fn led_by(
    shown: &'static AwsError,
    answers: &Answers,
    mut causes: Vec<Diagnosis>,
) -> Vec<Diagnosis> {
    if shown.excludes_nothing && !causes.is_empty() {
        return causes;
    }
    let finding = |at: usize| answers.findings.get(at);
    for cause in &mut causes {
        if finding(cause.cause).is_some_and(|finding| leads_to(finding, shown)) {
            cause.predicted = Some(shown);
        }
    }
    let fits = |cause: &Diagnosis| cause.predicted.is_some_and(|error| error.id == shown.id);
    crate::order::by_key(&mut causes, |cause| [usize::from(!fits(cause)), 0]);
    if causes.first().is_some_and(fits) {
        return causes;
    }
    let is_found = |rule: &Rule| {
        answers.verdicts.iter().any(|(known, verdict)| known.id == rule.id && *verdict == Verdict::Found)
    };
    let mut lesser: Vec<_> = answers
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.severity != Severity::Error && leads_to(finding, shown))
        .filter(|(_, finding)| causes.is_empty() || is_found(finding.rule))
        .collect();
    crate::order::by_key(&mut lesser, |(at, finding)| {
        [usize::from(finding.confidence == Confidence::Possible), *at]
    });
    let diagnosis = |(cause, finding): (usize, &Finding)| Diagnosis {
        cause,
        explains: Vec::new(),
        predicted: Some(shown),
        confidence: finding.confidence.min(Confidence::Likely),
    };
    lesser.into_iter().map(diagnosis).chain(causes).collect()
}

/// Whether the finding may lead to this text. One that was said to lead to none does not.
fn leads_to(finding: &Finding, shown: &AwsError) -> bool {
    finding.predicted.is_some_and(|own| own == shown.id || finding.rule.predicts.contains(&shown.id))
}

struct Guess<'c, 'a> {
    cx: &'c Cx<'a>,
    /// A role whose trust policy was not supplied, or allows the sign-in.
    role: &'c RoleTrust<'a>,
    /// The text that AWS showed.
    shown: &'static str,
}

impl Guess<'_, '_> {
    fn tags(&self) -> Option<Finding> {
        let place = self.place_of(StsAction::TagSession)?;
        let words = say![
            "session tags are sent, so the role's trust policy must allow ",
            code("sts:TagSession"),
            " besides ",
            code("sts:AssumeRoleWithSAML")
        ];
        let found = self.find("trust-tag-session-missing", Confidence::Likely, place, words)?;
        Some(self.with_standard(found))
    }

    fn source_identity(&self) -> Option<Finding> {
        let place = self.place_of(StsAction::SetSourceIdentity)?;
        let words = say![
            "a source identity is sent, so the role's trust policy must allow ",
            code("sts:SetSourceIdentity"),
            " besides ",
            code("sts:AssumeRoleWithSAML")
        ];
        let found = self.find("trust-source-identity-missing", Confidence::Likely, place, words)?;
        Some(self.with_standard(found))
    }

    /// The trust policy that the console makes lists the global address alone.
    fn recipient(&self) -> Option<Finding> {
        let recipient = self.cx.recipient()?;
        let default = standard::default_audience(self.cx, self.role.role)?;
        if recipient.as_str() == default {
            return None;
        }
        let words = say![
            "the Recipient is ",
            code(recipient.as_str()),
            "; the role's trust policy must list it under ",
            code("SAML:aud"),
            ", and the one that the console makes lists ",
            code(default),
            " alone"
        ];
        let found = self.find("trust-condition-unmet", Confidence::Likely, recipient.span, words)?;
        Some(self.with_standard(found))
    }

    fn subject_type(&self) -> Option<Finding> {
        let name_id = self.cx.assertion()?.subject.as_ref()?.name_id.as_ref()?;
        let persistent = format!("{}persistent", names::FORMAT_20);
        if name_id.format.as_ref().is_some_and(|format| format.as_str() == persistent) {
            return None;
        }
        let place = name_id.format.as_ref().map_or(name_id.tag, |format| format.span);
        let streaming = matches!(self.cx.service(), Service::WorkSpaces | Service::AppStream);
        let words = say![
            "the NameID's Format is not ",
            code("persistent"),
            ", which the role's trust policy may want as ",
            code("SAML:sub_type")
        ];
        let confidence = if streaming { Confidence::Likely } else { Confidence::Possible };
        self.find("trust-condition-unmet", confidence, place, words)
    }

    fn role(&self) -> Option<Finding> {
        let choice = self.cx.roles.get(self.role.role)?;
        let role = choice.pair.role()?;
        let words =
            say!["the role ", code(role.text()), " may not exist: upper and lower case and the path count"];
        let place = choice.value.text.sub(role.range.clone());
        self.find("role-not-in-account", Confidence::Possible, place, words)
    }

    fn provider(&self) -> Option<Finding> {
        let choice = self.cx.roles.get(self.role.role)?;
        let provider = choice.pair.provider()?;
        let words = say!["the role's trust policy may name another provider than ", code(provider.text())];
        let place = choice.value.text.sub(provider.range.clone());
        self.find("trust-principal-mismatch", Confidence::Possible, place, words)
    }

    /// The trust policy allows it, and outweighs nothing that the organisation denies.
    fn organization(&self) -> Option<Finding> {
        let choice = self.cx.roles.get(self.role.role)?;
        let role = choice.pair.role()?;
        let words = say![
            "the trust policy of ",
            code(role.text()),
            " allows the sign-in, so a policy of the organisation may deny it"
        ];
        let place = choice.value.text.sub(role.range.clone());
        let mut found = self.find(ORGANIZATION, Confidence::Possible, place, words)?;
        let fix = found.fix.as_mut()?;
        fix.advice = "Look for service and resource control policies that deny actions of STS or whole regions, and add one to what \
                      you pasted: it is evaluated then."
            .into();
        fix.command = role.account_id().map(|account| {
            format!(
                "aws organizations list-policies-for-target --target-id {} --filter SERVICE_CONTROL_POLICY",
                quoted(account)
            )
        });
        Some(found)
    }

    /// The name of the attribute that asks for the action.
    fn place_of(&self, action: StsAction) -> Option<Span> {
        let assertion = self.cx.assertion()?;
        let needed =
            needed(assertion).into_iter().find(|needed| needed.action == action && needed.certain)?;
        let tag = needed.because?;
        let attribute = assertion.attributes.iter().find(|attribute| attribute.tag == tag);
        attribute.and_then(|attribute| attribute.name.as_ref()).map(|name| name.span).or(Some(tag))
    }

    fn find(&self, rule: &str, confidence: Confidence, place: Span, message: Message) -> Option<Finding> {
        let rule = rules::by_id(rule)?;
        let role = self.cx.roles.get(self.role.role)?.pair.role()?.text().to_owned();
        Some(Finding {
            rule,
            severity: Severity::Warning,
            confidence,
            message,
            primary: Label { span: place, text: Message::default() },
            related: Vec::new(),
            expected: None,
            found: None,
            fix: Some(Fix {
                owner: Owner::AwsAdmin,
                setting: None,
                advice: "Show the role. Add what the command prints to what you pasted: it is compared then."
                    .into(),
                command: Need::TrustPolicy { role }.command(),
                snippet: None,
            }),
            predicted: Some(self.shown),
            role: None,
            follows: &[],
        })
    }

    fn with_standard(&self, mut finding: Finding) -> Finding {
        if let Some(fix) = &mut finding.fix {
            fix.snippet = standard::policy(self.cx, self.role.role);
        }
        finding
    }
}
