//! `samlens inspect`: reads the files, asks the core, writes the report.
//!
//! It decides nothing: the exit status is that of the worst message.

use crate::arguments::{Format, Inspect};
use crate::batch;
use crate::files::{self, now};
use crate::folders::is_folder;
use crate::octets;
use crate::status::Status;
use crate::terminal::{Terminal, complain};
use samlens_core::aws::services::Service;
use samlens_core::diagnose::Outcome;
use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::render::{self, Styled};
use samlens_core::wire::v1;

pub fn run(wanted: &Inspect, terminal: &Terminal) -> Status {
    if wanted.octets && wanted.format == Format::Json {
        complain("--octets is for people to read: give it with --format text or markdown");
        return Status::Usage;
    }
    let status = match wanted.each || wanted.inputs.iter().any(|input| is_folder(input)) {
        true => batch::run(wanted, &options(wanted), terminal),
        false => together(wanted, terminal),
    };
    status.failing_on(wanted.fail_on)
}

/// All inputs are one inspection.
fn together(wanted: &Inspect, terminal: &Terminal) -> Status {
    let limits = Limits::default();
    let paths: Vec<_> = wanted.inputs.iter().chain(&wanted.evidence).chain(&wanted.key).collect();
    let inputs = match files::read(&paths, limits.input_bytes) {
        Ok(inputs) => inputs,
        Err(status) => return status,
    };
    let report = inspect(&inputs, &options(wanted), &limits);
    match wanted.format {
        Format::Json => terminal.print(&format!("{}\n", v1::json_pretty(&report))),
        Format::Text => terminal.show(&text(&report, wanted, terminal)),
        Format::Markdown => terminal.print(&markdown(&report, wanted)),
    }
    status(&report)
}

pub fn text(report: &Report, wanted: &Inspect, terminal: &Terminal) -> Styled {
    let mut text = render::text(report, terminal.width);
    if wanted.octets {
        text.append(octets::text(report));
    }
    text
}

pub fn markdown(report: &Report, wanted: &Inspect) -> String {
    let mut text = render::markdown(report);
    if wanted.octets {
        text.push_str(&octets::markdown(report));
    }
    text
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
