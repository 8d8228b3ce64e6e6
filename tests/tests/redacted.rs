//! Copies that are safe to share: they show the same defects, and no word of the original that is not public.

use samlens_core::evidence::{At, Item, JudgedFrom, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::Severity;
use samlens_core::redact::{self, Redactor};
use samlens_core::rules::{FAMILIES, Family};
use samlens_tests::corpus;
use std::collections::BTreeSet;

/// The rules that a message breaks, but for those on what a copy leaves out: signatures, certificates, the transport.
fn defects(report: &Report) -> Vec<BTreeSet<&'static str>> {
    let shown = |rule: &str| !["signature", "attack", "certificate", "capture"].contains(&family(rule));
    let of = |message: &samlens_core::inspect::MessageReport| {
        let findings = message.answers.findings.iter();
        let bad = findings.filter(|finding| finding.severity > Severity::Note);
        bad.map(|finding| finding.rule.id).filter(|rule| shown(rule)).collect()
    };
    report.messages.iter().map(of).collect()
}

fn family(rule: &str) -> &'static str {
    let holds = |family: &&Family| family.rules.iter().any(|known| known.id == rule);
    FAMILIES.iter().find(holds).map_or("", |family| family.id)
}

/// Everything of a report that can be copied, and the instant that its first message was judged at.
fn copies(report: &Report, redactor: &mut Redactor) -> (Vec<String>, At) {
    let items = report.items.iter();
    let mut copies: Vec<_> = items.clone().filter_map(|item| redactor.item(item, &report.sources)).collect();
    let relay_states = items.filter_map(|item| item.leaf.context.relay_state.as_ref());
    copies.extend(relay_states.map(|text| redactor.url(text.as_str())));
    let judged = report.messages.first().map(|message| &message.context.judged);
    let captured =
        judged.filter(|judged| judged.from == JudgedFrom::Capture).and_then(|judged| judged.instant);
    (copies, captured.map_or(At::default(), At::Given))
}

fn inspected(copies: &[String], at: At) -> Report {
    let input = |copy: &String| Input { name: None, bytes: copy.clone().into_bytes() };
    let inputs: Vec<_> = copies.iter().map(input).collect();
    inspect(&inputs, &Options { at, ..Options::default() }, &Limits::default())
}

#[test]
fn a_copy_shows_the_defects_of_the_original() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for case in corpus::cases() {
        let report = corpus::report(&case);
        let mut redactor = Redactor::default();
        let (copies, at) = copies(&report, &mut redactor);
        // What is no message, metadata or JSON is left out, and may be what decides.
        let mut is_copied = |item: &Item| redactor.item(item, &report.sources).is_some();
        if copies.is_empty() || !report.items.iter().all(&mut is_copied) {
            continue;
        }
        // That the clock of the browser is wrong, only the capture itself shows.
        let by_clock = ["scenarios/har-clock-of-the-browser.har", "works/clocks-apart.txt"];
        // A word that goes on behind the start of a CDATA section is two words.
        let in_sections = copies.iter().any(|copy| copy.contains("<![CDATA["));
        if by_clock.iter().any(|name| case.ends_with(name)) || in_sections {
            continue;
        }
        compared += 1;
        let (before, after) = (defects(&report), defects(&inspected(&copies, at)));
        if before != after {
            wrong.push(format!("{}\n  before {before:?}\n  after  {after:?}", case.display()));
        }
    }
    assert!(compared > 150, "{compared}");
    assert!(wrong.is_empty(), "{} copies differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Words of at least four letters or digits, in lower case.
fn words(text: &str) -> BTreeSet<String> {
    let split = text.split(|c: char| !c.is_alphanumeric());
    // Durations stay.
    let tells = |word: &&str| word.chars().count() >= 4 && word.parse::<u32>().is_err();
    split.filter(tells).map(str::to_lowercase).collect()
}

/// What a message says: the text and the attribute values of its elements, decoded.
fn said(report: &Report) -> BTreeSet<String> {
    let documents = report.items.iter().filter_map(|item| item.document.as_ref());
    let elements = documents.flat_map(|document| document.elements());
    let kept =
        ["IssueInstant", "NotBefore", "NotOnOrAfter", "SessionNotOnOrAfter", "AuthnInstant", "validUntil"];
    elements
        .flat_map(|element| {
            let values = element.attributes().filter(|attribute| !kept.contains(&attribute.local()));
            let values = values.map(|attribute| attribute.value().as_str().to_owned());
            values.chain([element.text().as_str().to_owned()]).collect::<Vec<_>>()
        })
        .flat_map(|text| words(&text))
        .collect()
}

#[test]
fn no_word_that_is_not_public_survives() {
    let public = redact::public_words().map(str::to_owned).collect::<BTreeSet<_>>();
    for case in corpus::cases() {
        let report = corpus::report(&case);
        let secrets: Vec<_> = said(&report).difference(&public).cloned().collect();
        let (copies, at) = copies(&report, &mut Redactor::default());
        // Read again as XML, so that no writing of a character hides it.
        let survived = said(&inspected(&copies, at));
        let leaked: Vec<_> = secrets.iter().filter(|secret| survived.contains(*secret)).collect();
        assert!(leaked.is_empty(), "{}: {leaked:?}", case.display());
    }
}

#[test]
fn equal_words_stay_equal_and_near_misses_near() {
    let mut redactor = Redactor::default();
    let copy = redactor.json(r#"["Ana.Lopez@corp.test", "ana.lopez@corp.test ", "444455556666", 3600]"#);
    let words: Vec<_> = copy.split('"').collect();
    let ["[", first, ", ", second, ", ", account, ", 3600]"] = words[..] else { panic!("{copy}") };
    assert_eq!(format!("{} ", first.to_lowercase()), second);
    assert_eq!(first.split(|c: char| c.is_alphabetic()).collect::<String>(), ".@.");
    assert!(account.len() == 12 && account.parse::<u64>().is_ok() && account != "444455556666", "{account}");
}

#[test]
fn what_a_policy_allows_stays() {
    let copy = Redactor::default().json(
        r#"{"Action": ["connect:ListUsers*", "jira:Ana"], "Resource": "arn:aws:iam::444455556666:role/Ana"}"#,
    );
    assert!(copy.starts_with(r#"{"Action": ["connect:ListUsers*", ""#), "{copy}");
    assert!(!copy.contains("Ana") && !copy.contains("444455556666"), "{copy}");
}
