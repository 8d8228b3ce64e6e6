//! The scenarios that work stay as their generator makes them, and none of them raises an alarm.

use samlens_core::diagnose::Outcome;
use samlens_core::inspect::Report;
use samlens_core::lint::Severity;
use samlens_tests::{corpus, works};
use std::collections::BTreeSet;

#[test]
fn the_files_are_what_the_generator_makes() {
    let folder = corpus::folder().join("works");
    let mut made = BTreeSet::new();
    for case in works::cases() {
        let file = case.file();
        let text = std::fs::read_to_string(folder.join(&file)).unwrap_or_default();
        assert!(text == case.text(), "{file}: run `cargo run -p samlens-tests --bin works`");
        let expect = std::fs::read_to_string(folder.join(format!("{file}.expect"))).unwrap_or_default();
        assert_eq!(expect.lines().next(), Some(format!("# {}", case.says).as_str()), "{file}");
        assert!(made.insert(file), "{} is there twice", case.name);
    }
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_suffix(".expect").unwrap_or(&name).to_owned();
        assert!(made.contains(&name), "{name} belongs to no case");
    }
}

#[test]
fn no_scenario_that_works_raises_an_alarm() {
    let mut wrong = Vec::new();
    let mut accepted = 0;
    for case in works::cases() {
        let report = corpus::report(&corpus::folder().join("works").join(case.file()));
        for alarm in alarms(&report) {
            wrong.push(format!("{}: {alarm}", case.name));
        }
        let [message] = report.messages.as_slice() else {
            wrong.push(format!("{}: {} messages", case.name, report.messages.len()));
            continue;
        };
        let expected = if case.is_decided() { Outcome::Accepted } else { Outcome::Unknown };
        if message.diagnosed.outcome != expected {
            wrong.push(format!("{}: {}", case.name, message.diagnosed.outcome.id()));
        }
        if message.context.service.service != case.service {
            wrong.push(format!("{}: taken for {}", case.name, message.context.service.service.id()));
        }
        accepted += usize::from(message.diagnosed.outcome == Outcome::Accepted);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(accepted >= 60, "only {accepted} are accepted");
}

fn alarms(report: &Report) -> Vec<String> {
    let findings = report.messages.iter().flat_map(|message| &message.answers.findings);
    let alarming = findings.chain(&report.findings).filter(|finding| finding.severity > Severity::Note);
    alarming.map(|finding| format!("{} {}", finding.rule.id, finding.message)).collect()
}
