//! `samlens compare`: reads two captures, asks the core what differs, writes it.
//!
//! It has no judgement of its own.

use crate::arguments::{Compare, Format};
use crate::files::{self, complain_of, now};
use crate::status::Status;
use crate::terminal::Terminal;
use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::render::compared::{self, Compared, choose};
use samlens_core::wire;

pub fn run(wanted: &Compare, terminal: &Terminal) -> Status {
    let limits = Limits::default();
    let paths: Vec<_> = [&wanted.a, &wanted.b].into_iter().chain(&wanted.evidence).collect();
    let inputs = match files::read(&paths, limits.input_bytes) {
        Ok(inputs) => inputs,
        Err(status) => return status,
    };
    let [a, b, evidence @ ..] = inputs.as_slice() else { return Status::NoInput };
    let at = wanted.at.unwrap_or_default();
    let options = Options { at, now: if at == At::Now { now() } else { None }, ..Options::default() };
    let alone = |input: &Input| {
        let inputs: Vec<_> = std::iter::once(input).chain(evidence).cloned().collect();
        inspect(&inputs, &options, &limits)
    };
    let (report_a, report_b) = (alone(a), alone(b));
    let (a, b) = (choose(&report_a), choose(&report_b));
    for (path, chosen) in [(&wanted.a, &a), (&wanted.b, &b)] {
        if chosen.is_none() {
            complain_of(path, "there is no sign-in message in it");
        }
    }
    let compared = a.zip(b).and_then(|(a, b)| Compared::new(a, b, &limits));
    let Some(compared) = compared else { return Status::NoInput };
    match wanted.format {
        Format::Text => terminal.show(&compared::text(&compared, terminal.width)),
        Format::Markdown => terminal.print(&compared::markdown(&compared)),
        Format::Json => terminal.print(&format!("{}\n", wire::compare::json_pretty(&compared))),
    }
    match compared.comparison.differ() {
        true => Status::Refused,
        false => Status::Done,
    }
}
