//! The first thing read, in words.

use super::{Part, Phrase, Tone, Verdict, capital, code, phrase, text};
use crate::aws::services::Service;
use crate::diagnose::{Outcome, State};
use crate::evidence::JudgedFrom;
use crate::inspect::{MessageReport, Report};
use crate::render::{headline, known};
use crate::say;

pub fn outcome(outcome: Outcome) -> (Tone, &'static str) {
    match outcome {
        Outcome::Accepted => (Tone::Accepted, "accepted"),
        Outcome::Unknown => (Tone::Unknown, "unknown"),
        Outcome::Refused => (Tone::Refused, "refused"),
    }
}

/// The verdict on one message, in the words that every shell says.
pub fn of_message(message: &MessageReport) -> Verdict {
    let diagnosed = &message.diagnosed;
    let signs_in = headline::signs_in(message);
    let cause = headline::cause(message);
    let reason = match (cause, &diagnosed.known) {
        // What AWS showed is certain; that this is behind it need not be.
        (Some(cause), _) if diagnosed.confidence > cause.confidence => {
            sentence(phrase(&say![headline::cause_lead(message), ": "].then(cause.message.clone())))
        }
        (Some(cause), _) => sentence(phrase(&cause.message)),
        (None, Some(known)) => vec![text(headline::unexplained(known))],
        (None, None) if diagnosed.outcome == Outcome::Unknown && signs_in => open(message),
        (None, None) => Phrase::new(),
    };
    let owner = cause.and_then(|cause| cause.fix.as_ref()).map(|fix| fix.owner);
    let owner = owner.map(|owner| headline::owner_title(owner, message.idp.as_ref()));
    Verdict {
        tone: if signs_in { outcome(diagnosed.outcome).0 } else { Tone::Note },
        headline: headline::headline(message),
        quote: diagnosed.predicted.map(headline::quoted),
        quote_is: headline::error_lead(message).to_owned(),
        confidence: match diagnosed.outcome {
            Outcome::Refused => diagnosed.confidence.id().to_owned(),
            _ => String::new(),
        },
        reason,
        who: owner.map(|owner| format!("{} can fix it.", capital(&owner))).unwrap_or_default(),
        terms: if signs_in { terms(message) } else { Phrase::new() },
    }
}

/// What was not checked, by the stages that stand open.
fn open(message: &MessageReport) -> Phrase {
    let stages: Vec<_> = message
        .diagnosed
        .chain
        .iter()
        .filter(|stage| stage.state == State::Unknown)
        .map(|stage| super::answer::stage_name(stage.stage).to_ascii_lowercase())
        .collect();
    match stages.split_last() {
        None => Phrase::new(),
        Some((last, [])) => vec![text(format!("What the message alone cannot show: {last}."))],
        Some((last, rest)) => {
            vec![text(format!("What the message alone cannot show: {} and {last}.", rest.join(", ")))]
        }
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
        known => format!(". Service: {}, known from {}", known.title(), service.from.title()),
    }));
    if let Some(recognised) = headline::recognised(message) {
        terms.push(text(". "));
        terms.extend(phrase(&recognised));
    }
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
    if let Some(one) = report.known.first() {
        let reason = match (known::cause(report, one), known::ask(one.error)) {
            (Some(cause), _) => sentence(phrase(&cause.message)),
            (None, "") => Phrase::new(),
            (None, ask) => vec![text(ask)],
        };
        return Verdict {
            tone: Tone::Refused,
            headline: known::headline(one.error).to_owned(),
            quote: Some(headline::quoted(one.error)),
            quote_is: known::lead(one.error).to_owned(),
            reason,
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
