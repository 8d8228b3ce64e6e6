//! `samlens inspect`: reads the files, asks the core, writes the report.
//!
//! It decides nothing: the exit status is that of the worst message.

use crate::arguments::{Format, Inspect};
use crate::files::{self, now};
use crate::status::Status;
use crate::terminal::Terminal;
use samlens_core::aws::services::Service;
use samlens_core::diagnose::Outcome;
use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::render;
use samlens_core::wire::v1;

pub fn run(wanted: &Inspect, terminal: &Terminal) -> Status {
    let limits = Limits::default();
    let paths: Vec<_> = wanted.inputs.iter().chain(&wanted.evidence).chain(&wanted.key).collect();
    let inputs = match files::read(&paths, limits.input_bytes) {
        Ok(inputs) => inputs,
        Err(status) => return status,
    };
    let report = inspect(&inputs, &options(wanted), &limits);
    match wanted.format {
        Format::Text => terminal.show(&render::text(&report, terminal.width)),
        Format::Markdown => terminal.print(&render::markdown(&report)),
        Format::Json => terminal.print(&format!("{}\n", v1::json_pretty(&report))),
    }
    status(&report)
}

fn options(wanted: &Inspect) -> Options {
    let at = wanted.at.unwrap_or_default();
    Options {
        at,
        now: if at == At::Now { now() } else { None },
        service: wanted.service.as_deref().and_then(Service::from_id),
        error: wanted.error.clone(),
        relay_state: wanted.relay_state.clone(),
    }
}

/// The worst message counts: refused, then cannot say, then accepted.
fn status(report: &Report) -> Status {
    match report.messages.iter().map(|message| message.diagnosed.outcome).max() {
        Some(Outcome::Refused) => Status::Refused,
        Some(Outcome::Accepted) => Status::Done,
        Some(Outcome::Unknown) | None => Status::CannotSay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use samlens_core::inspect::Input;

    #[test]
    fn the_worst_message_counts() {
        use Outcome::{Accepted, Refused, Unknown};
        let xml = include_bytes!("../../tests/baselines/iam.xml");
        let input = || Input { name: None, bytes: xml.to_vec() };
        let mut report = inspect(&[input(), input()], &Options::default(), &Limits::default());
        for (outcomes, expected) in [
            ([Accepted, Accepted], Status::Done),
            ([Accepted, Unknown], Status::CannotSay),
            ([Refused, Unknown], Status::Refused),
            ([Accepted, Refused], Status::Refused),
        ] {
            for (message, outcome) in report.messages.iter_mut().zip(outcomes) {
                message.diagnosed.outcome = outcome;
            }
            assert_eq!(status(&report), expected, "{outcomes:?}");
        }
        report.messages.clear();
        assert_eq!(status(&report), Status::CannotSay);
    }
}
