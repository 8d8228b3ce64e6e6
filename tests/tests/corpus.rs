//! Corpus cases: pasted bytes and the report that they must give, in words.
//!
//! Beside each input stands `<input>.expect`, whose first lines say what the input is. `UPDATE=1` rewrites the rest; read
//! the difference before you keep it.

use samlens_core::crypto::{Verdict, verify_all};
use samlens_core::diagnose::Known;
use samlens_core::inspect::{MessageReport, Report};
use samlens_core::limits::Limits;
use samlens_core::lint::Finding;
use samlens_core::source::{Fit, Text};
use samlens_tests::corpus;
use std::fmt::Write;
use std::path::PathBuf;

#[test]
fn every_case_gives_the_report_that_it_expects() {
    let update = std::env::var_os("UPDATE").is_some();
    let cases = corpus::cases();
    assert!(cases.len() > 50, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let expect = PathBuf::from(format!("{}.expect", case.display()));
        let expected =
            std::fs::read_to_string(&expect).unwrap_or_else(|_| panic!("{} is missing", expect.display()));
        let says: String = expected
            .lines()
            .take_while(|line| line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect();
        assert!(!says.is_empty(), "{} does not say what the input is", expect.display());
        let report = corpus::report(&case);
        let found = says + &outline(&report);
        if update {
            std::fs::write(&expect, found).unwrap();
        } else if found != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// A source carries back to the characters that made it: whoever decodes those finds the same text again.
#[test]
fn the_defect_of_every_case_is_found_in_the_paste() {
    let cases = corpus::cases();
    let mut found = 0;
    for case in cases {
        let report = corpus::report(&case);
        for finding in report.messages.iter().flat_map(|message| &message.answers.findings) {
            let (place, fit) = report.sources.to_paste(finding.primary.span);
            let whole = report.sources.get(place.source).unwrap().bytes().len();
            assert!(place.bytes.end as usize <= whole && place.bytes.start <= place.bytes.end);
            // Where only a whole layer corresponds, the place is wide; else it is a small part.
            if fit != Fit::Whole && finding.rule.id == "role-white-space" {
                assert!(place.bytes.len() < 40, "{}: {} bytes", case.display(), place.bytes.len());
                found += 1;
            }
        }
    }
    assert!(found > 20, "the defect was placed in {found} cases only");
}

/// Identity providers sign, so a case that is about something else must not raise the question.
#[test]
fn every_message_is_signed_but_where_that_is_the_point() {
    // Changed, cut off, broken, copied with more between its elements, or of a standard whose assertions the test signer
    // does not know.
    let unsigned = [
        "base64/truncated.txt",
        "form/wresult.txt",
        "log/compose-changed.txt",
        "log/syslog-line-ends.txt",
        "scenarios/broken-markup.xml",
        "scenarios/truncated.txt",
        "xml/truncated.xml",
        "xml/two-roots.xml",
        "xml/viewer-marks.txt",
    ];
    let folder = corpus::folder();
    let mut valid = 0;
    for case in corpus::cases() {
        let report = corpus::report(&case);
        let name = case.strip_prefix(&folder).unwrap().to_str().unwrap();
        if name.starts_with("attacks/") {
            continue;
        }
        for item in report.items.iter().filter(|item| item.message.is_some()) {
            let document = item.document.as_ref().unwrap();
            if !document.elements().any(|element| element.local() == "Assertion") {
                continue;
            }
            let all = verify_all(document, &[], &Limits::default());
            let holds = !all.is_empty() && all.iter().all(|one| one.verdict == Verdict::Valid);
            assert_eq!(
                holds,
                !unsigned.contains(&name),
                "{name}: sign it with the binary `sign`, or list it"
            );
            valid += usize::from(holds);
        }
    }
    assert!(valid > 100, "only {valid} messages are signed");
}

/// What matters of a report, one fact a line.
fn outline(report: &Report) -> String {
    let mut out = String::new();
    for layer in &report.layers {
        for repair in &layer.repairs {
            let _ = writeln!(out, "repair: {}: {} x{}", layer.id, repair.kind.id(), repair.count);
        }
    }
    for note in &report.notes {
        let _ = writeln!(out, "note: {}", note.kind.id());
    }
    for item in report.items.iter().filter(|item| item.message.is_none()) {
        let _ = writeln!(out, "item: {} ({})", item.kind.id(), item.leaf.layers.join(" "));
        for error in &item.errors {
            let _ = writeln!(out, "  error text: {}", error.error.id);
        }
    }
    for known in &report.known {
        known_outline(&mut out, "", known);
    }
    for finding in &report.findings {
        let _ = writeln!(out, "{}", line(report, finding));
    }
    for message in &report.messages {
        message_outline(&mut out, report, message);
    }
    out
}

fn message_outline(out: &mut String, report: &Report, message: &MessageReport) {
    let item = &report.items[message.item];
    let kind = item.message.as_ref().map(|message| message.kind.id()).unwrap_or_default();
    let _ = writeln!(out, "message: {kind} ({})", item.leaf.layers.join(" "));
    let value = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    for (name, value) in [
        ("url", value(&item.leaf.context.url)),
        ("relay state", value(&message.context.relay_state)),
        (
            "at",
            message.context.judged.instant.map(|at| format!("{at} ({})", message.context.judged.from.id())),
        ),
        ("service", Some(message.context.service.service.id().to_owned())),
        ("outcome", Some(message.diagnosed.outcome.id().to_owned())),
        ("predicted", message.diagnosed.predicted.map(|error| error.text.to_owned())),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "  {name}: {value}");
        }
    }
    // Where there is one role, its outcome is that of the message.
    if message.diagnosed.roles.len() > 1 {
        let outcomes: Vec<_> = message.diagnosed.roles.iter().map(|role| role.id()).collect();
        let _ = writeln!(out, "  roles: {}", outcomes.join(" "));
    }
    if let Some(known) = &message.diagnosed.known {
        known_outline(out, "  ", known);
    }
    for diagnosis in &message.diagnosed.diagnoses {
        let findings = &message.answers.findings;
        let folded: Vec<_> = diagnosis.explains.iter().map(|at| findings[*at].rule.id).collect();
        let folded =
            if folded.is_empty() { String::new() } else { format!(" explains {}", folded.join(" ")) };
        let predicted = diagnosis.predicted.map_or("no text", |error| error.id);
        let _ = writeln!(out, "  diagnosis: {} ({predicted}){folded}", findings[diagnosis.cause].rule.id);
    }
    for finding in &message.answers.findings {
        let _ = writeln!(out, "  {}", line(report, finding));
    }
}

/// A text that nothing explains: its first cause, what speaks against others, and what decides.
fn known_outline(out: &mut String, indent: &str, known: &Known) {
    let error = known.error;
    let more = match error.causes.len() {
        1 => String::new(),
        causes => format!(" (or {} more)", causes - 1),
    };
    let _ = writeln!(out, "{indent}known: {}: {}{more}", error.id, error.causes[0]);
    if !known.passed.is_empty() {
        let passed: Vec<_> = known.passed.iter().map(|stage| stage.id()).collect();
        let _ = writeln!(out, "{indent}  in order: {}", passed.join(" "));
    }
    for command in known.needs.iter().filter_map(|need| need.command()) {
        let _ = writeln!(out, "{indent}  decided by: {command}");
    }
}

fn line(report: &Report, finding: &Finding) -> String {
    let mut excerpt: String = report.sources.excerpt(finding.primary.span).chars().take(60).collect();
    excerpt = excerpt.escape_debug().to_string();
    let message = finding.message.to_string();
    let message: String = message
        .chars()
        .flat_map(|char| if char.is_control() { char.escape_debug().collect() } else { vec![char] })
        .collect();
    format!("{} {} «{excerpt}» {message}", finding.severity.id(), finding.rule.id)
}
