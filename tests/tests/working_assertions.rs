//! Responses that AWS accepts give no error and no warning, however they are signed and pasted. Notes are allowed: they
//! alarm nobody. With metadata the signatures are valid, and with the role beside it the answer is that AWS accepts.
//!
//! A false alarm on a working assertion is the worst defect of this program.

use samlens_core::aws::services::Service;
use samlens_core::diagnose::Outcome;
use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::Severity;
use samlens_tests::sign::Part;
use samlens_tests::working::{
    Capture, Chance, PROVIDERS, Provider, Signing, Working, evidence, working, xml,
};
use std::collections::BTreeMap;

/// For each identity provider.
const RUNS: u64 = 230;

const SERVICES: [Service; 4] = [Service::Iam, Service::Connect, Service::WorkSpaces, Service::AppStream];

/// What is pasted beside the response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    Nothing,
    Metadata,
    MetadataAndRole,
}

#[test]
fn responses_that_work_raise_no_alarm() {
    let mut alarms: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (at, provider) in PROVIDERS.iter().enumerate() {
        for run in 0..RUNS {
            let mut chance = Chance::new(run * 64 + at as u64);
            let service = chance.pick(&SERVICES);
            let values = working(service, &mut chance);
            let signing = Signing::any(&mut chance);
            let capture = chance.pick(&Capture::ALL);
            let beside = chance.pick(&[Beside::Nothing, Beside::Metadata, Beside::MetadataAndRole]);
            let xml = xml(provider, &values, &signing, &mut chance);
            let inputs = inputs(capture.of(&xml, &values), beside, provider, &values, &signing, &mut chance);
            let options = options(service, capture, &values, &mut chance);
            let report = inspect(&inputs, &options, &Limits::default());
            let deserved = deserved(capture, &signing);
            let mut alarms_here = alarms_of(&report);
            for rule in deserved {
                let before = alarms_here.len();
                alarms_here.retain(|(found, _)| found != rule);
                if alarms_here.len() == before {
                    alarms_here.push((format!("lacks {rule}"), String::new()));
                }
            }
            for alarm in alarms_here.into_iter().chain(shortfalls(&report, beside)) {
                let entry = alarms.entry(alarm.0).or_insert_with(|| {
                    let case = format!("{} {} {}", provider.name, service.id(), capture.name());
                    let beside: Vec<_> =
                        inputs[1..].iter().map(|input| String::from_utf8_lossy(&input.bytes)).collect();
                    (0, format!("{case} {}: {}\n{xml}\n{}", signing.name, alarm.1, beside.join("\n")))
                });
                entry.0 += 1;
            }
            let parts: Vec<_> = signing.parts.iter().map(|part| part.name()).collect();
            for what in [
                "responses".to_owned(),
                format!("provider {}", provider.name),
                format!("service {}", service.id()),
                format!("partition {}", values.target.partition),
                format!("paste {}", capture.name()),
                format!("algorithm {}", signing.name),
                format!("signed {}", parts.join(" and ")),
                format!("canonicalisation {}", signing.style.transform.unwrap_or_default()),
                format!("key {:?}", signing.style.key_info),
                format!("prefixes {}", signing.style.prefixes.unwrap_or("none")),
                format!("beside {beside:?}"),
            ] {
                *counts.entry(what).or_default() += 1;
            }
        }
    }
    for (what, count) in &counts {
        println!("{count:>5} {what}");
    }
    let lines: Vec<_> =
        alarms.iter().map(|(rule, (times, example))| format!("{rule}: {times} times\n{example}")).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n\n"));
    assert!(counts["responses"] >= 3_000);
    let (rarest, count) = counts.iter().min_by_key(|(_, count)| **count).unwrap();
    assert!(*count >= 100, "only {count} of {rarest}");
}

/// What is worth a warning although sign-ins work that way: AWS's metadata asks for a signed assertion, and AWS takes
/// Base64 in the standard alphabet, so a copy in the other one was changed on its way. SHA-1 is broken.
fn deserved(capture: Capture, signing: &Signing) -> Vec<&'static str> {
    let mut rules = Vec::new();
    if !signing.parts.contains(&Part::Assertion) {
        rules.push("warning assertion-not-signed");
    }
    if signing.name.ends_with("sha1") {
        rules.push("warning sha1-signature");
    }
    if capture == Capture::Base64Url {
        rules.push("warning base64-url-safe");
    }
    rules
}

/// The paste, and in documents of their own what stands beside it.
fn inputs(
    paste: String,
    beside: Beside,
    provider: &Provider,
    values: &Working,
    signing: &Signing,
    chance: &mut Chance,
) -> Vec<Input> {
    let mut texts = vec![paste];
    if beside != Beside::Nothing {
        texts.push(evidence::metadata(provider, signing.key));
    }
    if beside == Beside::MetadataAndRole {
        let at = chance.below(values.roles.len());
        let condition = evidence::condition(provider, values, chance);
        texts.push(format!("{:#}", evidence::role(values, at, &condition)));
    }
    texts.into_iter().map(|text| Input { name: None, bytes: text.into_bytes() }).collect()
}

/// Judged at the instant of issue, or at one within the five minutes.
fn options(service: Service, capture: Capture, values: &Working, chance: &mut Chance) -> Options {
    let within = values.times.confirmed_until.min(values.times.valid_until.unwrap_or(i64::MAX)).min(300);
    let later =
        values.issued.plus_seconds(i64::try_from(chance.below(usize::try_from(within).unwrap())).unwrap());
    Options {
        service: chance.in_hundred(70).then_some(service),
        at: if chance.in_hundred(50) { At::Default } else { At::Given(later) },
        relay_state: values.target.relay_state.clone().filter(|_| !capture.holds_relay_state()),
        ..Options::default()
    }
}

/// Rule and message of what must not be said.
fn alarms_of(report: &Report) -> Vec<(String, String)> {
    let mut alarms = Vec::new();
    if report.messages.len() != 1 {
        alarms.push(("messages".to_owned(), format!("{} messages", report.messages.len())));
    }
    let findings = report.messages.iter().flat_map(|message| &message.answers.findings);
    for finding in findings.chain(&report.findings) {
        if finding.severity > Severity::Note {
            let rule = format!("{} {}", finding.severity.id(), finding.rule.id);
            let at = report.sources.excerpt(finding.primary.span);
            alarms.push((rule, format!("{} «{at}»", finding.message)));
        }
    }
    alarms
}

/// What the evidence settles and the report leaves open.
fn shortfalls(report: &Report, beside: Beside) -> Vec<(String, String)> {
    let mut shortfalls = Vec::new();
    let Some(message) = report.messages.first() else { return shortfalls };
    if beside != Beside::Nothing {
        for signed in &report.items[message.item].signatures {
            let found = format!("{} {}", signed.verdict().id(), signed.key.id());
            if found != "valid metadata" {
                shortfalls.push(("signature".to_owned(), found));
            }
        }
    }
    let outcome = message.diagnosed.outcome;
    let expected = if beside == Beside::MetadataAndRole { Outcome::Accepted } else { Outcome::Unknown };
    if outcome != expected {
        let open = message.diagnosed.chain.iter().filter(|stage| !stage.needs.is_empty());
        let open: Vec<_> = open.map(|stage| format!("{:?} {:?}", stage.stage, stage.needs)).collect();
        shortfalls.push((format!("outcome {} with {beside:?}", outcome.id()), open.join("; ")));
    }
    shortfalls
}
