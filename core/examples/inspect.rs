//! What AWS would answer to a captured response, why, and what would settle the rest.
//!
//! `cargo run -p samlens-core --example inspect -- FILE…`: whatever was captured, and evidence beside it.

#![expect(clippy::disallowed_methods, reason = "an example is a program of its own, and reads files")]

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::render::Places;

fn main() -> Result<(), String> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    print!("{}", run(&paths)?);
    Ok(())
}

pub fn run(paths: &[String]) -> Result<String, String> {
    let mut inputs = Vec::new();
    for path in paths {
        let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        inputs.push(Input { name: None, bytes });
    }
    let report = inspect(&inputs, &Options::default(), &Limits::default());
    let mut places = Places::new(&report);
    let mut out = String::new();
    for message in &report.messages {
        out += &format!("{}\n", message.diagnosed.outcome.id());
        if let Some(error) = message.diagnosed.predicted {
            out += &format!("AWS would say: {}\n", error.text);
        }
        for diagnosis in &message.diagnosed.diagnoses {
            let Some(finding) = message.answers.findings.get(diagnosis.cause) else { continue };
            let at = places.place(finding.primary.span).position;
            out += &format!("{}, line {}, column {}: ", finding.rule.id, at.line, at.column);
            out += &format!("{}\n", finding.message);
        }
        for (rule, need) in &message.diagnosed.not_checked {
            out += &format!("not checked: {}; {} would settle it\n", rule.title, need.title());
        }
    }
    Ok(out)
}
