//! The JSON report `samlens/v1`: fields are added, never changed. `docs/samlens-v1.schema.json` documents each.
//!
//! It judges nothing and shortens nothing; what is unknown is `null`, never left out.

mod copy;

use crate::inspect::Report as Inspected;
use crate::render::escape;
use serde::Serialize;

/// The report as one line of JSON.
pub fn json(report: &Inspected) -> String {
    // Every key is a string and no value can fail to serialise.
    escaped(&serde_json::to_string(&Report::from(report)).unwrap_or_default())
}

/// The same, indented for reading.
pub fn json_pretty(report: &Inspected) -> String {
    escaped(&serde_json::to_string_pretty(&Report::from(report)).unwrap_or_default())
}

/// Hidden characters as `\u` escapes: the same JSON, and harmless where somebody prints it. Outside of strings JSON has
/// none of them but line breaks and tabs, which stay.
pub(super) fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for char in json.chars() {
        if char != '\u{7f}' && char.is_ascii() || escape(char).is_none() {
            out.push(char);
        } else {
            for unit in char.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

#[derive(Debug, Clone, Serialize)]
pub struct Report<'a> {
    pub schema: &'static str,
    pub sources: Vec<Source>,
    pub findings: Vec<Finding<'a>>,
    pub messages: Vec<Message<'a>>,
    pub evidence: Vec<Evidence>,
    pub repairs: Vec<Repair>,
    pub errors: Vec<Given>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Source {
    pub id: u32,
    pub layer: &'static str,
    /// The source outside it.
    pub from: Option<u32>,
    pub bytes: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct Message<'a> {
    pub kind: &'static str,
    pub input: usize,
    pub url: Option<&'a str>,
    pub layers: Vec<&'static str>,
    pub at: At,
    pub relay_state: Option<&'a str>,
    pub idp: Option<Idp>,
    pub service: &'static str,
    pub roles: Vec<Role<'a>>,
    pub signatures: Vec<Signature<'a>>,
    pub chain: Vec<Stage>,
    pub predicted: Predicted,
    pub diagnoses: Vec<Diagnosis<'a>>,
    pub findings: Vec<Finding<'a>>,
    pub not_checked: Vec<NotChecked>,
    pub headline: String,
    pub source: u32,
    pub signed_map: Vec<Mapped<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct At {
    pub instant: Option<String>,
    pub from: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct Idp {
    pub id: &'static str,
    pub confidence: &'static str,
    pub title: &'static str,
    pub score: u32,
    pub reasons: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Role<'a> {
    pub role: Option<&'a str>,
    pub provider: Option<&'a str>,
    pub outcome: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct Signature<'a> {
    pub element: &'a str,
    pub id: Option<&'a str>,
    pub verdict: &'static str,
    pub reason: Option<&'static str>,
    pub key: &'static str,
    pub algorithm: Option<&'a str>,
    pub covers: Vec<Covered<'a>>,
    pub explanations: Vec<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Covered<'a> {
    pub element: &'a str,
    pub id: Option<&'a str>,
    pub path: String,
}

/// A part of the message that AWS reads, and the signature over it.
#[derive(Debug, Clone, Serialize)]
pub struct Mapped<'a> {
    pub path: String,
    pub what: &'static str,
    /// The `Name` of the attribute that a value belongs to.
    pub name: Option<String>,
    pub place: Place<'a>,
    pub signed: bool,
    /// Index among the message's signatures.
    pub signature: Option<usize>,
    pub verdict: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Stage {
    pub stage: &'static str,
    pub state: &'static str,
    pub title: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct Predicted {
    pub outcome: &'static str,
    pub error: Option<Error>,
    pub confidence: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct Error {
    pub text: &'static str,
    pub code: Option<&'static str>,
    pub status: Option<u16>,
    pub id: &'static str,
}

/// An error text that was given or pasted, and what is known of it.
#[derive(Debug, Clone, Serialize)]
pub struct Given {
    pub error: Error,
    pub source: u32,
    pub start: u32,
    pub end: u32,
    pub causes: Vec<&'static str>,
    pub remedies: Vec<&'static str>,
    pub commands: Vec<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Diagnosis<'a> {
    pub rule: &'static str,
    pub predicted_error: Option<&'static str>,
    pub owner: Option<&'static str>,
    pub primary: Place<'a>,
    pub next: Option<String>,
    pub confidence: &'static str,
    /// Indices among the message's findings.
    pub finding: usize,
    pub explains: Vec<usize>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Finding<'a> {
    pub rule: &'static str,
    pub severity: &'static str,
    pub confidence: &'static str,
    pub message: String,
    pub expected: Option<String>,
    pub found: Option<String>,
    pub primary: Place<'a>,
    pub related: Vec<Related<'a>>,
    pub title: &'static str,
    pub stage: &'static str,
    pub predicted_error: Option<&'static str>,
    pub owner: Option<&'static str>,
    pub fix: Option<Fix>,
    pub cites: Vec<Cite>,
    pub role: Option<usize>,
}

/// Offsets are bytes of the source, line and column count from 1, columns in code points.
#[derive(Debug, Clone, Serialize)]
pub struct Place<'a> {
    pub source: u32,
    pub text: &'a str,
    pub line: u32,
    pub column: u32,
    pub start: u32,
    pub end: u32,
}

#[derive(Debug, Clone, Serialize)]
pub struct Related<'a> {
    #[serde(flatten)]
    pub place: Place<'a>,
    pub label: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Fix {
    pub owner: &'static str,
    pub advice: String,
    pub steps: Vec<String>,
    pub command: Option<String>,
    pub snippet: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Cite {
    pub document: &'static str,
    pub section: &'static str,
    pub quote: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct NotChecked {
    pub rule: &'static str,
    pub needs: &'static str,
    pub command: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Evidence {
    pub kind: &'static str,
    pub source: u32,
    pub used: bool,
    pub why: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct Repair {
    pub layer: &'static str,
    pub kind: &'static str,
    pub description: &'static str,
    pub source: u32,
    pub start: u32,
    pub end: u32,
    pub count: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_escaped_and_mean_the_same() {
        let value = serde_json::json!({"a": "\u{200b}é\u{9b}\u{e0041}\u{7f}\n語"});
        let json = escaped(&serde_json::to_string_pretty(&value).unwrap());
        assert_eq!(json, "{\n  \"a\": \"\\u200bé\\u009b\\udb40\\udc41\\u007f\\n語\"\n}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), value);
    }
}
