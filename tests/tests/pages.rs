//! Every rule's reference page is its test; and the rules about the rules.

use samlens_core::aws::errors;
use samlens_core::crypto::{self, Verdict};
use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::Severity;
use samlens_core::rules;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml;
use samlens_tests::pages::{self, Expect};
use std::collections::BTreeSet;
use std::path::Path;

/// Runs every example of every page. `RULE=part-of-an-id` picks some while one works on them.
#[test]
fn every_example_does_what_its_page_says() {
    let only = std::env::var("RULE").unwrap_or_default();
    let mut failures = Vec::new();
    let mut ran = 0;
    for rule in rules::all().filter(|rule| rule.id.contains(&only)) {
        let page = match pages::parse(rule.page) {
            Ok(page) => page,
            Err(error) => {
                failures.push(format!("{}: {error}", rule.id));
                continue;
            }
        };
        for (index, example) in page.examples.iter().enumerate() {
            ran += 1;
            if let Err(error) = pages::run(rule, example) {
                failures.push(format!("{}, example {} ({:?}): {error}", rule.id, index + 1, example.expect));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {ran} examples fail:\n{}", failures.len(), failures.join("\n"));
    assert!(ran > 0, "no example ran");
}

#[test]
fn every_baseline_gives_no_finding() {
    for name in ["iam", "connect", "workspaces", "appstream"] {
        let input =
            Input { name: None, bytes: pages::baseline(name).unwrap().trim_end().as_bytes().to_vec() };
        let report = inspect(&[input], &Options::default(), &Limits::default());
        let message = report.messages.first().expect("a message");
        let said: Vec<_> = message
            .answers
            .findings
            .iter()
            .chain(&report.findings)
            .map(|finding| format!("{}: {}", finding.rule.id, finding.message))
            .collect();
        assert!(said.is_empty(), "{name}: {said:#?}");
    }
}

#[test]
fn the_metadata_baseline_would_be_taken() {
    let input =
        Input { name: None, bytes: pages::baseline("metadata").unwrap().trim_end().as_bytes().to_vec() };
    let report = inspect(&[input], &Options::default(), &Limits::default());
    let said: Vec<_> = report.findings.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(said, ["metadata-instead-of-response"]);
}

/// What is said of signatures must not depend on how well the examples are signed.
#[test]
fn signed_examples_are_signed_well() {
    let mut signed = 0;
    for rule in rules::all() {
        let page = pages::parse(rule.page).unwrap_or_default();
        for fence in
            page.examples.iter().flat_map(|example| &example.fences).filter(|fence| fence.kind == "xml")
        {
            let xml = pages::message(fence).unwrap_or_else(|error| panic!("{}: {error}", rule.id)).xml;
            let document = xml::parse(&xml, Span::new(SourceId(0), 0, xml.len()), &Limits::default());
            let all = crypto::verify_all(&document, &[], &Limits::default());
            signed += usize::from(!all.is_empty());
            let by_hand = fence.body.contains("Signature") || fence.key("tamper").is_some();
            let holds = by_hand || all.iter().all(|one| one.verdict == Verdict::Valid);
            assert!(holds, "{}: {:?}", rule.id, all.iter().map(|one| one.verdict).collect::<Vec<_>>());
        }
    }
    assert!(signed > 300, "only {signed} examples are signed");
}

#[test]
fn every_page_has_its_sections() {
    for rule in rules::all() {
        let page = pages::parse(rule.page).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
        let has = |heading: &str| page.headings.iter().any(|own| own == heading);
        assert!(page.summary.ends_with('.') && !page.summary.is_empty(), "{}: summary", rule.id);
        let why = if rule.severity == Severity::Error { "Why AWS refuses it" } else { "Why it matters" };
        assert!(
            has(why) && has("What to do"),
            "{}: sections are {:?}, wanted {why:?}",
            rule.id,
            page.headings
        );
        let expects: Vec<_> = page.examples.iter().map(|example| example.expect).collect();
        if rule.needs.is_empty() {
            assert!(expects.contains(&Expect::Fires), "{}: no example fires", rule.id);
            assert!(expects.contains(&Expect::DoesNotFire), "{}: no near miss", rule.id);
        } else {
            assert!(expects.contains(&Expect::CannotTell), "{}: no example cannot tell", rule.id);
        }
        let first = page.examples.iter().find(|example| example.expect == Expect::Fires);
        assert!(
            first.is_none_or(|first| first.message.is_some()),
            "{}: first example quotes no message",
            rule.id
        );
        assert!(!rule.page.contains("TEMPLATE"), "{}: template text is left over", rule.id);
    }
}

#[test]
fn every_rule_is_declared_well() {
    let ids: BTreeSet<_> = rules::all().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules::all().count(), "two rules have the same id");
    for rule in rules::all() {
        let file = Path::new(rule.file).file_stem().unwrap().to_str().unwrap();
        assert_eq!(rule.id, file.replace('_', "-"), "a rule's id is its file's name");
        assert!(!rule.title.ends_with('.'), "{}: a title has no stop", rule.id);
        for error in rule.predicts {
            assert!(errors::by_id(error).is_some(), "{}: unknown error {error}", rule.id);
        }
        for explained in rule.explains {
            assert!(ids.contains(explained), "{}: explains the unknown {explained}", rule.id);
        }
        for cite in rule.cites {
            let whole = !cite.document.is_empty() && !cite.section.is_empty() && !cite.quote.is_empty();
            assert!(whole, "{}: a cite has a document, a section and a quotation", rule.id);
        }
    }
}

#[test]
fn explaining_is_acyclic() {
    for rule in rules::all() {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = rule.explains.to_vec();
        while let Some(id) = open.pop() {
            assert_ne!(id, rule.id, "explains itself");
            if seen.insert(id) {
                open.extend(rules::all().filter(|other| other.id == id).flat_map(|other| other.explains));
            }
        }
    }
}

#[test]
fn every_rule_file_is_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/rules");
    let listed: BTreeSet<_> = rules::all().map(|rule| rule.id.to_owned()).collect();
    let mut found = BTreeSet::new();
    for family in
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        for file in std::fs::read_dir(family).unwrap().map(|entry| entry.unwrap().path()) {
            let text = std::fs::read_to_string(&file).unwrap();
            if text.contains("declare_rule!") {
                found.insert(file.file_stem().unwrap().to_str().unwrap().replace('_', "-"));
            }
        }
    }
    assert_eq!(listed, found);
}
