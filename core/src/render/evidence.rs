//! What each pasted item settled, in plain words: used, or recognised and left aside.
//!
//! Nothing is said to have been used that was not.

use crate::aws::outputs::OutputKind;
use crate::evidence::{GivenError, HeldBy, ItemKind, PrivateKeyForm, TrustedKey};
use crate::inspect::{MessageReport, Report};
use crate::lint::EvidenceUse;
use crate::source::SourceId;

/// One thing that was supplied beside the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supplied {
    /// As the JSON report names it.
    pub kind: &'static str,
    /// For people: a noun phrase.
    pub title: &'static str,
    pub source: SourceId,
    /// Whether a verdict rests on it.
    pub used: bool,
    /// Why, or why not: one sentence.
    pub why: &'static str,
}

/// Everything that is no message, in the order in which it was supplied.
pub fn supplied(report: &Report) -> Vec<Supplied> {
    let mut list: Vec<_> = report
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.kind != ItemKind::Message)
        .map(|(index, item)| {
            let source = item.leaf.source;
            let (used, why) = match item.kind {
                ItemKind::ErrorText => error_text(report, source),
                ItemKind::Output(OutputKind::RelayState) => relay_state(report, source),
                ItemKind::Output(OutputKind::CloudTrail) => {
                    output(report, index).unwrap_or((false, unused(item.kind)))
                }
                _ if !item.errors.is_empty() => error_text(report, source),
                ItemKind::Metadata => metadata(report, index),
                ItemKind::Certificate | ItemKind::OtherPem => certificate(report, index),
                ItemKind::PrivateKey => private_key(report, index),
                kind => output(report, index).unwrap_or((false, unused(kind))),
            };
            Supplied { kind: item.kind.id(), title: item.kind.title(), source, used, why }
        })
        .collect();
    // What was given as an option has no item, but a source of its own that came from nowhere.
    for source in report.sources.iter().filter(|source| source.origin.is_none()) {
        match source.layer {
            "error" => {
                let (used, why) = error_text(report, source.id);
                let (kind, title) = (ItemKind::ErrorText.id(), ItemKind::ErrorText.title());
                list.push(Supplied { kind, title, source: source.id, used, why });
            }
            "relay-state" => list.push(Supplied {
                kind: "relay-state",
                title: "RelayState",
                source: source.id,
                used: !report.messages.is_empty(),
                why: match report.messages.is_empty() {
                    true => "There is no message that it could belong to.",
                    false => "It says where the browser goes after the sign-in.",
                },
            }),
            _ => {}
        }
    }
    list
}

/// The same without the by-catch of a capture that holds a message: pictures, scripts and other pages.
pub fn worth_saying(report: &Report) -> Vec<Supplied> {
    let root = |source| report.sources.root(source);
    let messages: Vec<_> = report
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Message)
        .map(|item| root(item.leaf.source))
        .collect();
    let by_catch = [
        ItemKind::Text,
        ItemKind::Binary,
        ItemKind::Empty,
        ItemKind::HtmlPage,
        ItemKind::Json,
        ItemKind::OtherXml,
    ];
    let mut list = supplied(report);
    list.retain(|item| {
        !by_catch.iter().any(|kind| kind.id() == item.kind) || !messages.contains(&root(item.source))
    });
    list
}

/// The first error text decides, of those that a message can be about.
fn error_text(report: &Report, source: SourceId) -> (bool, &'static str) {
    let known = report.errors.iter().any(|error| error.span.source == source);
    let first = report.errors.first().is_some_and(|error| error.span.source == source);
    let answers = |error: &GivenError| {
        error.span.source == source && !report.known.iter().any(|known| known.error.id == error.error.id)
    };
    let of_message = report.errors.iter().any(answers);
    match (known, first, of_message) {
        (false, ..) => (false, "No AWS error text that is known here was found in it."),
        (true, _, false) => (true, "It answers no message here: its known causes are listed by themselves."),
        (true, true, true) => (true, "AWS showed this error, so the verdict starts from it."),
        (true, false, true) => {
            (false, "Another error text came first, and the verdict starts from that one.")
        }
    }
}

/// A URL that stood alone: the first one serves, for messages that bring none along.
fn relay_state(report: &Report, source: SourceId) -> (bool, &'static str) {
    let taken = |message: &MessageReport| {
        message.context.relay_state.as_ref().is_some_and(|taken| taken.span.source == source)
    };
    match report.messages.iter().any(taken) {
        true => (true, "It says where the browser goes after the sign-in."),
        false => (false, "No message needs it: another relay state was given, or there is no message."),
    }
}

/// What the rules said of it: of several messages the one that it was used for counts.
fn output(report: &Report, index: usize) -> Option<(bool, &'static str)> {
    let uses = report.messages.iter().flat_map(|message| &message.answers.evidence);
    let of_item = uses.filter(|one| one.item == index);
    let best = of_item.fold(None, |best: Option<&EvidenceUse>, one| match best {
        Some(best) if best.used || !one.used => Some(best),
        _ => Some(one),
    })?;
    Some((best.used, best.why))
}

fn metadata(report: &Report, index: usize) -> (bool, &'static str) {
    if report.evidence.of_other_providers.contains(&index) {
        return (false, "It is what IAM holds for a SAML provider that the message does not name.");
    }
    let all = &report.evidence.metadata;
    let Some(metadata) = all.iter().find(|metadata| metadata.item == index) else {
        return (false, unused(ItemKind::Metadata));
    };
    let iam_is_known = all.iter().any(|metadata| metadata.held_by == HeldBy::Iam);
    match (report.messages.is_empty(), metadata.held_by) {
        (true, _) => (false, "It was checked by itself: there is no message to compare it with."),
        (false, HeldBy::Iam) => (true, "It is what IAM holds: issuer and signatures were checked with it."),
        (false, HeldBy::Unknown) if iam_is_known => (
            true,
            "It shows what the identity provider publishes. Signatures were checked with what IAM holds, for AWS knows no other.",
        ),
        (false, HeldBy::Unknown) => (true, "Issuer and signatures were checked with it."),
    }
}

fn certificate(report: &Report, index: usize) -> (bool, &'static str) {
    let own = |key: &TrustedKey| key.item == index;
    let known = report.evidence.keys.iter().any(own);
    let by_iam = report.evidence.metadata.iter().any(|metadata| metadata.held_by == HeldBy::Iam);
    let mut trusted =
        report.items.iter().flat_map(|item| &item.signatures).filter_map(|signed| signed.trusted);
    let holds = trusted.any(|at| report.evidence.keys.get(at).is_some_and(own));
    match (known, report.messages.is_empty()) {
        (false, _) => (false, unused(ItemKind::Certificate)),
        (true, true) => (false, "There is no message whose signature it could vouch for."),
        (true, false) if holds => (true, "A signature of the message holds by it."),
        (true, false) if by_iam => {
            (false, "What IAM holds was supplied as well, and AWS checks signatures with that alone.")
        }
        (true, false) => (true, "Signatures were checked with it, and none holds by it."),
    }
}

fn private_key(report: &Report, index: usize) -> (bool, &'static str) {
    let key = report.evidence.private_keys.iter().find(|key| key.item == index);
    let opened = |at: usize| {
        let parts = report.items.iter().flat_map(|item| &item.deciphered);
        parts.clone().any(|part| part.result == Ok(at))
    };
    match key.map(|key| &key.form) {
        Some(PrivateKeyForm::Usable(at)) if opened(*at) => {
            (true, "It decrypted a part of the message. It is kept in memory only.")
        }
        Some(PrivateKeyForm::Usable(_)) => {
            (false, "It fits nothing that is encrypted here. It is kept in memory only.")
        }
        Some(PrivateKeyForm::Encrypted) => {
            (false, "It is under a password. Decrypt a copy of it first, for example with openssl pkey.")
        }
        Some(PrivateKeyForm::OtherKind(_)) => (false, "Only RSA keys decrypt assertions for AWS."),
        Some(PrivateKeyForm::Unreadable) | None => (false, unused(ItemKind::PrivateKey)),
    }
}

fn unused(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Message => "It is a message, not evidence.",
        ItemKind::ErrorText => "No AWS error text that is known here was found in it.",
        ItemKind::Metadata => "It is not metadata that can be read.",
        ItemKind::Certificate | ItemKind::OtherPem => {
            "It is neither a certificate nor a key that can be read."
        }
        ItemKind::PrivateKey => "It is not a key that can be read. It was not stored or sent anywhere.",
        ItemKind::Jwt => "A JSON Web Token belongs to OpenID Connect; a sign-in by SAML does not use it.",
        ItemKind::HtmlPage => "The page has no SAML form, so it holds no message.",
        ItemKind::Output(OutputKind::Table) => {
            "A table cannot be read back. Ask for the same with --output json."
        }
        ItemKind::Output(_) => "Nothing in the message depends on it.",
        ItemKind::Json => "It holds neither a SAML message nor an output of AWS that is known here.",
        ItemKind::OtherXml => "It is neither a SAML message nor SAML metadata.",
        ItemKind::Text => "Neither a SAML message nor an AWS error text that is known here was found in it.",
        ItemKind::Binary => "It is no text, and no compression that is known here.",
        ItemKind::Empty => "There is nothing in it.",
    }
}
