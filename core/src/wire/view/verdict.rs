//! The first thing read, in words.

use super::{Part, Phrase, Tone, Verdict, capital, code, phrase, text};
use crate::aws::services::Service;
use crate::diagnose::{Outcome, State};
use crate::evidence::{Item, JudgedFrom};
use crate::inspect::{MessageReport, Report};
use crate::lint::{Confidence, Owner};
use crate::saml::Kind;

pub fn outcome(outcome: Outcome) -> (Tone, &'static str) {
    match outcome {
        Outcome::Accepted => (Tone::Accepted, "accepted"),
        Outcome::Unknown => (Tone::Unknown, "cannot tell"),
        Outcome::Refused => (Tone::Refused, "refused"),
    }
}

/// The verdict on one message.
pub fn of_message(report: &Report, message: &MessageReport, item: &Item) -> Verdict {
    let diagnosed = &message.diagnosed;
    let (tone, _) = outcome(diagnosed.outcome);
    let kind = item.message.as_ref().map_or(Kind::OtherXml, |message| message.kind);
    let cause = diagnosed.diagnoses.first().and_then(|first| message.answers.findings.get(first.cause));
    let given = report.errors.first();
    let predicted = diagnosed.predicted.filter(|error| !error.is_symptom);
    let certain = diagnosed.confidence == Confidence::Certain;
    let headline = match (diagnosed.outcome, given, certain) {
        _ if !kind.signs_in() => not_a_sign_in(kind),
        (Outcome::Refused, Some(_), _) => "AWS refused this sign-in",
        (Outcome::Refused, None, true) => "AWS will refuse this sign-in",
        (Outcome::Refused, None, false) => "AWS will probably refuse this sign-in",
        (Outcome::Accepted, ..) => "AWS should accept this sign-in",
        (Outcome::Unknown, ..) if message.context.service.service == Service::Generic => {
            "This message does not seem to be for AWS"
        }
        (Outcome::Unknown, ..) => "Nothing in this message would make AWS refuse it",
    };
    let quote_is = match given {
        Some(_) => "the error that you gave",
        None => "what AWS would probably show",
    };
    let reason = match cause {
        Some(cause) => sentence(phrase(&cause.message)),
        None if diagnosed.outcome == Outcome::Unknown && kind.signs_in() => open(message),
        None => Phrase::new(),
    };
    let owner = cause.and_then(|cause| cause.fix.as_ref()).map(|fix| fix.owner);
    Verdict {
        tone: if kind.signs_in() { tone } else { Tone::Note },
        headline: headline.to_owned(),
        quote: predicted.map(|error| error.text.to_owned()),
        quote_is: quote_is.to_owned(),
        confidence: match diagnosed.outcome {
            Outcome::Refused => diagnosed.confidence.id().to_owned(),
            _ => String::new(),
        },
        reason,
        who: owner.map(|owner| format!("{} can fix it.", capital(&owner_title(owner, message)))).unwrap_or_default(),
        terms: if kind.signs_in() { terms(message) } else { Phrase::new() },
    }
}

/// Who must act, as the end of a sentence: `the Okta administrator`.
pub fn owner_title(owner: Owner, message: &MessageReport) -> String {
    match owner {
        Owner::User => "you".to_owned(),
        Owner::IdpAdmin => super::findings::admin_title(message).to_owned(),
        Owner::AwsAdmin => "the administrator of the AWS account".to_owned(),
        Owner::ServiceAdmin => match message.context.service.service {
            Service::Connect => "the administrator of the Connect instance",
            Service::WorkSpaces => "the administrator of the WorkSpaces directory",
            Service::AppStream => "the administrator of the AppStream stack",
            _ => "the administrator of the service",
        }
        .to_owned(),
    }
}

fn not_a_sign_in(kind: Kind) -> &'static str {
    match kind {
        Kind::AuthnRequest => "This is a request to sign in, not a response",
        Kind::LogoutRequest | Kind::LogoutResponse => "This message signs somebody out, not in",
        Kind::ArtifactResponse => "This is an artifact response, which AWS does not take",
        Kind::Saml1 => "This is SAML 1, which AWS does not take",
        Kind::WsFederation => "This is a WS-Federation token, which AWS does not take",
        _ => "This message does not sign anybody in",
    }
}

/// What was not checked, by the stages that stand open.
fn open(message: &MessageReport) -> Phrase {
    let stages: Vec<_> = message
        .diagnosed
        .chain
        .iter()
        .filter(|stage| stage.state == State::Unknown)
        .map(|stage| super::answer::stage_name(stage.stage).to_lowercase())
        .collect();
    match stages.split_last() {
        None => Phrase::new(),
        Some((last, [])) => vec![text(format!("What cannot be told from it: {last}."))],
        Some((last, rest)) => vec![text(format!("What cannot be told from it: {} and {last}.", rest.join(", ")))],
    }
}

/// At which instant and for which service the verdict holds.
fn terms(message: &MessageReport) -> Phrase {
    let judged = &message.context.judged;
    let service = message.context.service;
    let mut terms = match judged.instant {
        None => vec![text("It has no time to judge it by")],
        Some(instant) => {
            let from = match judged.from {
                JudgedFrom::Capture => ", when it was captured",
                JudgedFrom::Issue => ", when it was issued",
                JudgedFrom::Given => ", as you said",
                JudgedFrom::Now => ", now",
            };
            vec![text("Judged as of "), code(instant.to_string()), text(from)]
        }
    };
    terms.push(text(match service.service {
        Service::Generic => ", for no service of AWS".to_owned(),
        known => format!(", for {}, as {} says", known.title(), service.from.title()),
    }));
    sentence(terms)
}

/// A phrase as a sentence: a capital first and a full stop last.
pub fn sentence(mut phrase: Phrase) -> Phrase {
    if let Some(Part::Text(first)) = phrase.first_mut() {
        *first = capital(first);
    }
    phrase.push(text("."));
    phrase
}

/// The verdict where there is no message.
pub fn of_nothing(report: &Report) -> Verdict {
    if let Some(given) = report.errors.first() {
        let error = given.error;
        return Verdict {
            tone: Tone::Refused,
            headline: "AWS refused a sign-in".to_owned(),
            quote: Some(error.text.to_owned()).filter(|_| !error.is_symptom),
            quote_is: "the error that you gave".to_owned(),
            reason: vec![text("Paste the SAML response as well, and the cause can be told from the causes below.")],
            ..Verdict::default()
        };
    }
    let mut kinds: Vec<&str> = report.items.iter().map(|item| item.kind.title()).collect();
    kinds.dedup();
    let reason = match kinds.as_slice() {
        [] | ["Nothing"] => vec![text("There is nothing in it.")],
        kinds => {
            let shown: Vec<_> = kinds.iter().take(4).copied().collect();
            vec![text(format!("What it holds: {}.", shown.join(", ")))]
        }
    };
    Verdict { headline: "There is no SAML message in this".to_owned(), reason, ..Verdict::default() }
}
