//! Whether IAM would take an identity provider's metadata, and what is wrong with it.
//!
//! `cargo run -p samlens-core --example metadata -- FILE INSTANT`: the instant is the one at which to judge
//! certificates, such as 2026-01-15T10:00:00Z, for the core has no clock.

#![expect(clippy::disallowed_methods, reason = "an example is a program of its own, and reads files")]

use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::render::metadata::{Verdict, verdict};
use samlens_core::saml::Instant;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    print!("{}", run(&arguments)?);
    Ok(())
}

pub fn run(arguments: &[String]) -> Result<String, String> {
    let [path, instant] = arguments else { return Err("wanted: FILE INSTANT".to_owned()) };
    let at = Instant::parse(instant).map_err(|_| format!("{instant} is no instant"))?;
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let options = Options { at: At::Given(at), ..Options::default() };
    let report = inspect(&[Input { name: Some(path.clone()), bytes }], &options, &Limits::default());
    let mut out = match verdict(&report) {
        Verdict::Taken => "IAM would take it\n".to_owned(),
        Verdict::Refused(_) => "IAM would refuse it\n".to_owned(),
        Verdict::Nothing => "there is no metadata in it\n".to_owned(),
    };
    for finding in &report.findings {
        out += &format!("{} ({}): {}\n", finding.rule.id, finding.severity.id(), finding.message);
    }
    Ok(out)
}
