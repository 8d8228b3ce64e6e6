//! Every attack of the shared corpus is reported, and no benign message raises an error, where `SAMLENS_CORPUS` names it.
//!
//! The corpus is no part of the project. Without the variable this suite says in one line that it was not asked for.

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::{Finding, Severity};
use samlens_core::rules;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Benign messages with an error, and why it is right.
const REFUSED: [(&str, &str); 1] = [(
    "node-saml_response.root-signed.message-signed-double-subjectconfirmation.xml",
    "the signature of the assertion does not hold; its source verifies that of the response alone",
)];

/// Families whose findings say that a message is not to be trusted, or cannot be read.
const FAMILIES: [&str; 3] = ["attack", "signature", "capture"];

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("SAMLENS_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        println!("the optional corpus suite was not asked for: SAMLENS_CORPUS is not set");
    }
    folder
}

fn rows(folder: &Path) -> Vec<Value> {
    let manifest = std::fs::read_to_string(folder.join("manifest.jsonl")).unwrap();
    manifest.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// With the certificate and the key that the manifest names.
fn report(folder: &Path, row: &Value) -> Report {
    let read = |path: &str| Input { name: None, bytes: std::fs::read(folder.join(path)).unwrap() };
    let beside = ["cert_file", "key_file"].into_iter().filter_map(|field| row[field].as_str());
    let extra = row["extra_cert_files"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let files = row["file"].as_str().into_iter().chain(beside).chain(extra);
    let inputs: Vec<_> = files.map(read).collect();
    inspect(&inputs, &Options::default(), &Limits::default())
}

fn findings(report: &Report) -> impl Iterator<Item = &Finding> {
    report.messages.iter().flat_map(|message| &message.answers.findings).chain(&report.findings)
}

fn family(rule: &str) -> &'static str {
    let holds = |family: &&rules::Family| family.rules.iter().any(|one| one.id == rule);
    rules::FAMILIES.iter().find(holds).map_or("", |family| family.id)
}

#[test]
fn every_attack_is_reported() {
    let Some(folder) = corpus() else { return };
    let (mut reported, mut wrong) = (BTreeMap::new(), Vec::new());
    for row in rows(&folder).iter().filter(|row| !row["expect"]["attack"].is_null()) {
        let id = row["id"].as_str().unwrap();
        let report = report(&folder, row);
        let found: BTreeSet<_> = findings(&report)
            .filter(|finding| {
                finding.severity >= Severity::Warning && FAMILIES.contains(&family(finding.rule.id))
            })
            .map(|finding| finding.rule.id)
            .collect();
        if found.is_empty() {
            wrong.push(format!("{id}: nothing is reported"));
        } else {
            println!("{id}: {}: {found:?}", row["expect"]["attack"]);
            reported.insert(id.to_owned(), found);
        }
    }
    println!("attacks: {} reported", reported.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(reported.len() > 10, "{}", reported.len());
}

#[test]
fn no_benign_message_raises_an_error() {
    let Some(folder) = corpus() else { return };
    let (mut benign, mut wrong) = (0, Vec::new());
    for row in rows(&folder) {
        let (id, kind) = (row["id"].as_str().unwrap(), row["kind"].as_str().unwrap());
        let tier = matches!(row["tier"].as_str(), Some("A" | "B"));
        // Others are accepted only by settings that switch checks off.
        let accepted = matches!(row["expect"]["verdict"].as_str(), Some("accept" | "accept_with_warning"));
        if !kind.starts_with("saml_") || !tier || !accepted || !row["expect"]["attack"].is_null() {
            continue;
        }
        benign += 1;
        let report = report(&folder, &row);
        let errors: Vec<_> = findings(&report)
            .filter(|finding| finding.severity == Severity::Error)
            .filter(|finding| matches!(family(finding.rule.id), "signature" | "attack"))
            .map(|finding| format!("{}: {}", finding.rule.id, finding.message))
            .collect();
        let alarms: BTreeSet<_> = findings(&report)
            .filter(|finding| finding.severity == Severity::Warning && family(finding.rule.id) == "attack")
            .map(|finding| format!("{}: {}", finding.rule.id, finding.message))
            .collect();
        let listed = REFUSED.iter().find(|(name, _)| *name == id);
        match (errors.is_empty(), listed) {
            (false, None) => wrong.push(format!("{id} ({}): {errors:#?}", row["expect"]["verdict"])),
            (true, Some(_)) => wrong.push(format!("{id} is listed as refused, and no error is raised")),
            (false, Some((_, why))) => println!("{id}: {why}"),
            (true, None) => {}
        }
        if !alarms.is_empty() {
            println!("{id}: warnings: {alarms:?}");
        }
    }
    println!("benign: {benign} messages, {} with an error that is not explained", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(benign > 50, "{benign}");
}
