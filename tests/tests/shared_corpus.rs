//! Agreement with the shared corpus, where `SAMLENS_CORPUS` names it: parsing, and the facts of every message.
//!
//! The corpus is no part of the project. Without the variable this suite says in one line that it was not asked for.

use samlens_core::evidence::{ItemKind, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::saml::{Assertion, Attribute, Message};
use samlens_core::source::Text;
use samlens_core::xml::ParseClass;
use serde_json::{Value, json};
use std::path::PathBuf;

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("SAMLENS_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        println!("the optional corpus suite was not asked for: SAMLENS_CORPUS is not set");
    }
    folder
}

fn rows(folder: &std::path::Path) -> Vec<Value> {
    let manifest = std::fs::read_to_string(folder.join("manifest.jsonl")).unwrap();
    manifest.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn report(folder: &std::path::Path, row: &Value) -> Report {
    let bytes = std::fs::read(folder.join(row["file"].as_str().unwrap())).unwrap();
    inspect(&[Input { name: None, bytes }], &Options::default(), &Limits::default())
}

/// What became of the XML in a document.
fn parse_class(report: &Report) -> &'static str {
    let documents = || report.items.iter().filter_map(|item| item.document.as_ref());
    let limited = report.notes.iter().any(|note| note.kind.id().contains("limit"));
    match documents().map(|document| document.parse_class()).next() {
        _ if limited => "limit",
        None => "fail",
        Some(ParseClass::Ok) if documents().count() == 1 => "ok",
        Some(ParseClass::Ok) => "ok",
        Some(ParseClass::NamespaceError) => "ns_error",
        Some(ParseClass::NotWellFormed) => "fail",
        Some(ParseClass::Limit) => "limit",
    }
}

#[test]
fn every_document_parses_as_the_manifest_says() {
    let Some(folder) = corpus() else { return };
    let (mut agree, mut wrong) = (0, Vec::new());
    for row in rows(&folder) {
        let kind = row["kind"].as_str().unwrap();
        if matches!(kind, "c14n_vector" | "trust_policy") {
            continue;
        }
        let (expected, found) = (row["expect"]["parse"].as_str().unwrap(), report(&folder, &row));
        let found = parse_class(&found);
        if expected == found {
            agree += 1
        } else {
            wrong.push(format!("{}: {found}, expected {expected}", row["id"]))
        }
    }
    println!("parse: {agree} agree, {} differ", wrong.len());
    assert!(wrong.is_empty(), "{agree} agree, {} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_fact_is_extracted() {
    let Some(folder) = corpus() else { return };
    let (mut agree, mut encrypted, mut wrong) = (0, 0, Vec::new());
    for row in rows(&folder).into_iter().filter(|row| row["facts"].is_object()) {
        let facts = &row["facts"];
        let report = report(&folder, &row);
        let message = report
            .items
            .iter()
            .filter(|item| item.kind == ItemKind::Message)
            .find_map(|item| item.message.as_ref());
        let expected = facts["n_assertions"].as_u64().unwrap_or(0);
        match message {
            // Documents that are no SAML message are for the parse test.
            None if expected == 0 => agree += 1,
            None => wrong.push(format!("{}: no message", row["id"])),
            // The facts are those of the decrypted assertion.
            Some(message) if !message.encrypted.is_empty() => encrypted += 1,
            Some(message) => match differences(message, facts) {
                none if none.is_empty() => agree += 1,
                some => wrong.push(format!("{}: {}", row["id"], some.join("; "))),
            },
        }
    }
    println!("facts: {agree} agree, {} differ, {encrypted} wait for decryption", wrong.len());
    assert!(wrong.is_empty(), "{agree} agree, {} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn text(text: &Option<Text>) -> Value {
    text.as_ref().map_or(Value::Null, |text| json!(text.value))
}

/// Leaves out what is absent, as the facts do.
fn object(fields: &[(&str, &Option<Text>)]) -> Value {
    let present = fields.iter().filter(|(_, value)| value.is_some());
    Value::Object(present.map(|(name, value)| ((*name).to_owned(), text(value))).collect())
}

fn differences(message: &Message, facts: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: &str, found: Value, expected: &Value| {
        if !expected.is_null() && found != *expected {
            wrong.push(format!("{what} is {found}, expected {expected}"));
        }
    };
    if facts["root"].as_str().is_some_and(|root| root.ends_with("}Response")) {
        let response = object(&[
            ("ID", &message.id),
            ("Version", &message.version),
            ("IssueInstant", &message.issue_instant),
            ("Destination", &message.destination),
            ("InResponseTo", &message.in_response_to),
        ]);
        let keep: serde_json::Map<_, _> = response
            .as_object()
            .unwrap()
            .iter()
            .filter(|(key, _)| !facts["response"][key.as_str()].is_null())
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        compare("response", Value::Object(keep), &facts["response"]);
        let status: Vec<_> = message
            .status
            .iter()
            .flat_map(|status| &status.codes)
            .filter_map(|code| code.value.as_ref())
            .map(|value| value.value.clone())
            .collect();
        // The facts count the status of a response within the response too.
        if facts["status"].as_array().is_none_or(|all| all.len() <= 1) {
            compare("status", json!(status), &facts["status"]);
        }
        compare(
            "n_assertions",
            json!(message.assertions.len() + message.elsewhere.len()),
            &facts["n_assertions"],
        );
    }
    let expected = facts["assertions"].as_array().cloned().unwrap_or_default();
    for assertion in &message.assertions {
        // In attacks two assertions share an ID: one of them must be the one that was read.
        let rows = expected.iter().filter(|row| row["ID"] == text(&assertion.id));
        let best = rows.map(|row| differences_of_assertion(assertion, row)).min_by_key(Vec::len);
        wrong.extend(
            best.unwrap_or_else(|| vec![format!("assertion {} is not in the facts", text(&assertion.id))]),
        );
    }
    wrong
}

fn differences_of_assertion(assertion: &Assertion, row: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: &str, found: Value, expected: &Value| {
        if !expected.is_null() && found != *expected {
            wrong.push(format!("{what} is {found}, expected {expected}"));
        }
    };
    let issuer = assertion.issuer.iter().map(|issuer| issuer.text.value.clone()).collect::<Vec<_>>();
    compare("issuer", json!(issuer), &row["issuer"]);
    let name_id = assertion.subject.iter().filter_map(|subject| subject.name_id.as_ref());
    compare("nameid", json!(name_id.map(|id| id.text.value.clone()).collect::<Vec<_>>()), &row["nameid"]);
    let audiences = assertion.conditions.iter().flat_map(|conditions| &conditions.audience_restrictions);
    let audiences: Vec<_> =
        audiences.flat_map(|restriction| &restriction.audiences).map(|text| text.value.clone()).collect();
    compare("audience", json!(audiences), &row["audience"]);
    let conditions: Vec<_> = assertion
        .conditions
        .iter()
        .map(|conditions| json!([text(&conditions.not_before), text(&conditions.not_on_or_after)]))
        .collect();
    compare("conditions", json!(conditions), &row["conditions"]);
    let mut attributes = serde_json::Map::new();
    // A value that holds elements has no text of its own.
    let structured = |attribute: &&Attribute| attribute.values.iter().any(|value| value.structured);
    for attribute in assertion.attributes.iter().filter(|attribute| !structured(attribute)) {
        let values: Vec<_> = attribute.values.iter().map(|value| json!(value.text.value)).collect();
        let entry = attributes.entry(attribute.name().to_owned()).or_insert_with(|| json!([]));
        entry.as_array_mut().unwrap().extend(values);
    }
    let mut expected = row["attributes"].clone();
    if let Some(expected) = expected.as_object_mut() {
        let structured: Vec<_> =
            assertion.attributes.iter().filter(structured).map(Attribute::name).collect();
        expected.retain(|name, _| !structured.contains(&name.as_str()));
    }
    compare("attributes", Value::Object(attributes), &expected);
    wrong
}
