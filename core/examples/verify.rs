//! Whether the signatures of a response hold, and by whose key.
//!
//! `cargo run -p samlens-core --example verify -- RESPONSE METADATA`: a key in the metadata vouches for the identity
//! provider; one that the signature brings along vouches for nothing.

#![expect(clippy::disallowed_methods, reason = "an example is a program of its own, and reads files")]

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;

fn main() -> Result<(), String> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    print!("{}", run(&paths)?);
    Ok(())
}

pub fn run(paths: &[String]) -> Result<String, String> {
    let mut inputs = Vec::new();
    for path in paths {
        let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        inputs.push(Input { name: Some(path.clone()), bytes });
    }
    let report = inspect(&inputs, &Options::default(), &Limits::default());
    let mut out = String::new();
    for message in &report.messages {
        let Some(item) = report.items.get(message.item) else { continue };
        for signed in &item.signatures {
            let element = |node| item.document.as_ref().and_then(|document| document.element(node));
            let of = signed.parent.and_then(element).map_or("nothing", |parent| parent.local());
            let trusted = if signed.is_trusted() { "trusted" } else { "not trusted" };
            out += &format!(
                "signature in {of}: {}, key: {}, {trusted}\n",
                signed.verdict().id(),
                signed.key.id()
            );
            for reason in signed.verification.all_reasons() {
                let there = report.sources.excerpt(reason.span);
                out += &format!("  {} at `{}`\n", reason.kind.id(), there.get(..40).unwrap_or(there));
            }
        }
    }
    Ok(out)
}
