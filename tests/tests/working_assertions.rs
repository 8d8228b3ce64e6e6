//! Responses that AWS accepts give no error and no warning. Notes are allowed: they alarm nobody.
//!
//! A false alarm on a working assertion is the worst defect of this program.

use samlens_core::aws::services::Service;
use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::Severity;
use samlens_tests::working::{Chance, PROVIDERS, Working, pasted, working, xml};
use std::collections::BTreeMap;

/// For each identity provider.
const RUNS: u64 = 150;

#[test]
fn responses_that_work_raise_no_alarm() {
    let mut alarms: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut all = 0;
    for (at, provider) in PROVIDERS.iter().enumerate() {
        for run in 0..RUNS {
            let mut chance = Chance::new(run * 64 + at as u64);
            let service =
                chance.pick(&[Service::Iam, Service::Connect, Service::WorkSpaces, Service::AppStream]);
            let values = working(service, &mut chance);
            let xml = xml(provider, &values, &mut chance);
            let (form, bytes) = pasted(&xml, values.target.relay_state.as_deref(), &mut chance);
            let report = inspect(
                &[Input { name: None, bytes }],
                &options(service, &values, &mut chance),
                &Limits::default(),
            );
            all += 1;
            for alarm in alarms_of(&report) {
                let entry = alarms.entry(alarm.0).or_insert_with(|| {
                    (0, format!("{} {} {form}: {}\n{xml}", provider.name, service.id(), alarm.1))
                });
                entry.0 += 1;
            }
        }
    }
    assert!(all > 2_000);
    let lines: Vec<_> =
        alarms.iter().map(|(rule, (times, example))| format!("{rule}: {times} times\n{example}")).collect();
    assert!(lines.is_empty(), "of {all} responses:\n{}", lines.join("\n\n"));
}

/// Judged at the instant of issue, or at one within the five minutes.
fn options(service: Service, values: &Working, chance: &mut Chance) -> Options {
    let within = values.times.confirmed_until.min(values.times.valid_until.unwrap_or(i64::MAX)).min(300);
    let later =
        values.issued.plus_seconds(i64::try_from(chance.below(usize::try_from(within).unwrap())).unwrap());
    Options {
        service: chance.in_hundred(70).then_some(service),
        at: if chance.in_hundred(50) { At::Default } else { At::Given(later) },
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
