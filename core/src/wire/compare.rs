//! The JSON of `samlens compare`, `samlens-compare/v1`: fields are added, never changed.
//!
//! It judges nothing and shortens nothing; what is unknown is `null`, never left out.

use super::v1::escaped;
use crate::compare::{Fact, Kind, Reader, RuleDifference, Value};
use crate::render::Places;
use crate::render::compared::{Chosen, Compared};
use crate::render::headline;
use serde::Serialize;

/// The comparison, indented for reading.
pub fn json_pretty(compared: &Compared<'_>) -> String {
    let comparison = &compared.comparison;
    let mut places = [Places::new(compared.a.report), Places::new(compared.b.report)];
    let out = Compare {
        schema: "samlens-compare/v1",
        same: !comparison.differ(),
        headline: compared.headline().to_string(),
        a: side(compared.a),
        b: side(compared.b),
        findings: comparison.rules.iter().map(|one| finding(compared, one)).collect(),
        facts: comparison.facts.iter().map(|one| fact(one, &mut places)).collect(),
    };
    // Every key is a string and no value can fail to serialise.
    escaped(&serde_json::to_string_pretty(&out).unwrap_or_default())
}

#[derive(Debug, Serialize)]
struct Compare<'a> {
    schema: &'static str,
    /// Whether nothing differs but what is expected to, and how they were captured.
    same: bool,
    headline: String,
    a: Side<'a>,
    b: Side<'a>,
    /// The rules that do not find the same, errors first.
    findings: Vec<Finding>,
    facts: Vec<Pair<'a>>,
}

#[derive(Debug, Serialize)]
struct Side<'a> {
    /// The name of the file.
    input: Option<&'a str>,
    kind: &'static str,
    outcome: &'static str,
    headline: String,
    /// How many sign-in messages the input holds; the first is compared.
    sign_ins: usize,
}

#[derive(Debug, Serialize)]
struct Finding {
    rule: &'static str,
    severity: &'static str,
    /// What is said of A; `null` where the rule finds no error and no warning there.
    a: Option<String>,
    b: Option<String>,
}

/// One thing, and what both say of it.
#[derive(Debug, Serialize)]
struct Pair<'a> {
    what: &'static str,
    /// The key of a tag, the `Name` of an attribute.
    key: Option<&'a str>,
    read_by_aws: bool,
    /// `same`, `only-in-a`, `only-in-b`, `differs`, `times`, `near`, `shape` or `expected`.
    kind: &'static str,
    /// In what alone they differ, where the kind is `near`.
    near: Option<&'static str>,
    /// What is different besides the value, where the kind is `shape`.
    shapes: Vec<&'static str>,
    a: Vec<Held<'a>>,
    b: Vec<Held<'a>>,
}

/// A value, and where it stands: offsets in bytes of the source, line and column counted from 1.
#[derive(Debug, Serialize)]
struct Held<'a> {
    value: &'a str,
    source: u32,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

fn side(chosen: Chosen<'_>) -> Side<'_> {
    Side {
        input: chosen.report.inputs.first().and_then(|(_, name)| name.as_deref()),
        kind: chosen.read.kind.id(),
        outcome: chosen.message.diagnosed.outcome.id(),
        headline: headline::headline(chosen.message),
        sign_ins: chosen.of,
    }
}

fn finding(compared: &Compared<'_>, one: &RuleDifference) -> Finding {
    let said = |side: Chosen<'_>, at: Option<usize>| {
        side.message.answers.findings.get(at?).map(|finding| finding.message.to_string())
    };
    Finding {
        rule: one.rule,
        severity: one.severity.id(),
        a: said(compared.a, one.a),
        b: said(compared.b, one.b),
    }
}

fn fact<'a>(fact: &'a Fact, places: &mut [Places<'_>; 2]) -> Pair<'a> {
    let [of_a, of_b] = places;
    Pair {
        what: fact.what.name(),
        key: fact.what.key(),
        read_by_aws: fact.what.reader() == Reader::Aws,
        kind: fact.kind.id(),
        near: match &fact.kind {
            Kind::Near(near) => Some(near.id()),
            _ => None,
        },
        shapes: match &fact.kind {
            Kind::Shape(shapes) => shapes.iter().map(|shape| shape.id()).collect(),
            _ => Vec::new(),
        },
        a: held(&fact.a, of_a),
        b: held(&fact.b, of_b),
    }
}

fn held<'a>(values: &'a [Value], places: &mut Places<'_>) -> Vec<Held<'a>> {
    let held = |value: &'a Value| {
        let position = places.position(value.span);
        Held {
            value: &value.text,
            source: value.span.source.0,
            line: position.line,
            column: position.column,
            start: value.span.bytes.start,
            end: value.span.bytes.end,
        }
    };
    values.iter().map(held).collect()
}
