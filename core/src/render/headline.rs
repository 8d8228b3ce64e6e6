//! The words of a verdict: the headline, the cause, who must act. Every shell says it in these words.
//!
//! It finds nothing: outcome and causes are decided when this is called.

use super::known;
use crate::aws::errors::{self, AwsError, Certainty};
use crate::aws::services::Service;
use crate::aws::stages::Stage;
use crate::diagnose::{Known, Outcome, State};
use crate::idp::{self, Recognised, Steps};
use crate::inspect::MessageReport;
use crate::lint::{Confidence, Finding, Fix, Message, Owner, Severity, code};

/// Above what could not be decided.
pub const OPEN: &str = "Not checked, and what would decide it";
/// What to do with the commands below that: on the page, and on the command line.
pub const PASTE: &str =
    "Run a command, and paste what it prints into the same box: it is read together with the message.";
pub const SUPPLY: &str = "Supply what a command prints with --evidence, or paste it beside the message: it is read together with it.";

/// In the place of the name of a role whose value cannot be taken apart.
pub const UNREADABLE_ROLE: &str = "a role that cannot be read";

/// Where an error text was given, and no finding leads to it.
pub fn unexplained(known: &Known) -> &'static str {
    match known.is_contradicted() {
        true => {
            "Nothing in this message leads to it, and the message alone decides it: it is probably about another \
             attempt. Capture the response of the very attempt that ends with it."
        }
        false => "Nothing that was found in this message explains it, so its cause is one of those below.",
    }
}

/// The verdict in one line, without a final stop.
pub fn headline(message: &MessageReport) -> String {
    let diagnosed = &message.diagnosed;
    let receiver = receiver(message);
    match diagnosed.outcome {
        Outcome::Accepted => format!("{receiver} should accept this sign-in"),
        Outcome::Refused if was_answered(message) => format!("{receiver} refused this sign-in"),
        Outcome::Refused => match diagnosed.confidence {
            Confidence::Certain => format!("{receiver} will refuse this sign-in"),
            Confidence::Likely => format!("{receiver} will probably refuse this sign-in"),
            Confidence::Possible => format!("{receiver} may refuse this sign-in"),
        },
        Outcome::Unknown if !signs_in(message) => {
            "This message signs nobody in, so there is no verdict".into()
        }
        Outcome::Unknown => {
            format!("Cannot tell yet: nothing in this message would make {receiver} refuse it")
        }
    }
}

/// What is wrong, from the first cause: one sentence without a final stop. `None` where nothing was found.
pub fn cause_sentence(message: &MessageReport) -> Option<&Message> {
    cause(message).map(|finding| &finding.message)
}

/// The finding that comes first.
pub fn cause(message: &MessageReport) -> Option<&Finding> {
    message.answers.findings.get(message.diagnosed.diagnoses.first()?.cause)
}

/// How the cause is introduced: an error text that AWS was seen to show is certain, what is behind it may not be.
pub fn cause_lead(message: &MessageReport) -> &'static str {
    match message.diagnosed.diagnoses.first().map(|first| first.confidence) {
        Some(Confidence::Possible) => "Possible cause",
        Some(Confidence::Likely) => "Likely cause",
        _ => "Cause",
    }
}

/// Who must act, as the subject of a sentence in the middle of a line: "the Okta administrator".
pub fn owner_title(owner: Owner, idp: Option<&Recognised>) -> String {
    match (owner, idp) {
        (Owner::User, _) => "the person who signs in".into(),
        (Owner::IdpAdmin, Some(idp)) => idp.provider.admin_title.into(),
        (Owner::IdpAdmin, None) => "the administrator of the identity provider".into(),
        (Owner::AwsAdmin, _) => "the AWS administrator".into(),
        (Owner::ServiceAdmin, _) => "the administrator of the service".into(),
    }
}

/// Whether the error is one that AWS was seen to show: no cause found here leads to it. (Where the first cause leads to
/// the very text that was seen, what is foretold is true as well.)
pub fn was_answered(message: &MessageReport) -> bool {
    let foretold = message.diagnosed.diagnoses.first().map(|first| first.predicted);
    message.diagnosed.outcome == Outcome::Refused && foretold != Some(message.diagnosed.predicted)
}

/// The text that the first cause leads to, where AWS showed another one, and one that tells causes apart.
pub fn other_text(message: &MessageReport) -> Option<&'static AwsError> {
    let first = message.diagnosed.diagnoses.first()?.predicted?;
    let seen = message.diagnosed.predicted?;
    (seen.id != first.id && !seen.excludes_nothing).then_some(first)
}

/// The text that AWS shows, as the lead of a quotation: whether it was seen or is foretold.
pub fn error_lead(message: &MessageReport) -> &'static str {
    let given = message.diagnosed.predicted.filter(|_| message.diagnosed.given);
    if let Some(error) = given.filter(|error| !error.refuses()) {
        return known::lead(error);
    }
    // A text that no document of AWS bears out is not certain, whatever leads to it.
    let wording = match message.diagnosed.predicted.map(|error| error.certainty) {
        Some(Certainty::Uncertain) => Confidence::Likely,
        _ => Confidence::Certain,
    };
    match (was_answered(message), message.diagnosed.confidence.min(wording)) {
        (true, _) => "AWS answered",
        (false, Confidence::Certain) => "AWS answers (certain)",
        (false, Confidence::Likely) => "AWS probably answers (likely)",
        (false, Confidence::Possible) => "AWS may answer (possible)",
    }
}

/// The words of an error: AWS's own in quotation marks; a symptom, which AWS puts into no words, without.
pub fn quoted(error: &AwsError) -> String {
    match error.is_symptom {
        true => error.text.to_owned(),
        false => format!("“{}”", error.text),
    }
}

/// Prose of the catalogues, in which backticks set off what is to be typed, as a message.
pub fn quoting(prose: &str) -> Message {
    let pieces = prose.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    Message(pieces.map(|(at, part)| if at % 2 == 0 { part.into() } else { code(part) }).collect())
}

/// `InvalidIdentityToken, HTTP 400`; what is not known is left out.
pub fn error_code(error: &AwsError) -> String {
    let status = error.status.map(|status| format!("HTTP {status}"));
    error.code.map(str::to_owned).into_iter().chain(status).collect::<Vec<_>>().join(", ")
}

/// Whether the error of a finding is what AWS answers, or only what it might.
pub fn answer_lead(finding: &Finding) -> &'static str {
    let borne_out = |error: &AwsError| error.certainty != Certainty::Uncertain;
    match (finding.severity, finding.confidence) {
        (Severity::Error, Confidence::Certain)
            if finding.predicted.and_then(errors::by_id).is_some_and(borne_out) =>
        {
            "AWS answers"
        }
        _ => "AWS may answer",
    }
}

/// Who would accept or refuse it.
pub fn receiver(message: &MessageReport) -> &'static str {
    match message.context.service.service {
        Service::IdentityCenter => "IAM Identity Center",
        Service::Generic => "The receiver",
        _ => "AWS",
    }
}

/// Whether the message is one that signs somebody in; of others no stage after the decoding applies.
pub fn signs_in(message: &MessageReport) -> bool {
    message.diagnosed.chain.iter().any(|stage| {
        !matches!(stage.stage, Stage::Capture | Stage::Decode) && stage.state != State::NotApplicable
    })
}

/// How a stage stands, in words.
pub fn state_words(state: State) -> &'static str {
    match state {
        State::Passed => "passed",
        State::Failed => "failed",
        State::Unknown => "unknown",
        State::NotApplicable => "not applicable",
    }
}

pub fn state_symbol(state: State) -> &'static str {
    match state {
        State::Passed => "✓",
        State::Failed => "✕",
        State::Unknown => "?",
        State::NotApplicable => "–",
    }
}

pub fn outcome_symbol(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted => "✓",
        Outcome::Refused => "✕",
        Outcome::Unknown => "?",
    }
}

/// "one finding", "3 findings".
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("one {one}"),
        _ => format!("{number} {many}"),
    }
}

/// Which identity provider the message was recognised to come from, with its score and what speaks for it.
pub fn recognised(message: &MessageReport) -> Option<Message> {
    let idp = message.idp.as_ref()?;
    let words = format!(
        "Identity provider: {}, {} (score {}): {}",
        idp.provider.title,
        idp.confidence.id(),
        idp.score,
        idp.reasons.join("; ")
    );
    Some(quoting(&words))
}

/// Where and how the administrator of the identity provider sets it: the recognised provider's own menus, else what
/// holds anywhere. `None` where the fix is no setting there.
pub fn steps(fix: &Fix, idp: Option<&Recognised>) -> Option<&'static Steps> {
    Some(idp::steps(idp.map(|idp| idp.provider), fix.setting?))
}

/// `Applications > the application > General`; empty where there is no menu.
pub fn menu_path(steps: &Steps) -> String {
    let doubt = if steps.certain || steps.path.is_empty() { "" } else { " (the labels may differ)" };
    format!("{}{doubt}", steps.path.join(" > "))
}
