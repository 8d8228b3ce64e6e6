//! `samlens inspect`: reads the files, asks the core, writes the report.
//!
//! The clock is read here and nowhere else, and only where the user asks about now.

use crate::arguments::{Format, Inspect};
use crate::status::Status;
use crate::terminal::{Terminal, complain};
use samlens_core::aws::services::Service;
use samlens_core::diagnose::Outcome;
use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::render;
use samlens_core::saml::Instant;
use samlens_core::wire::v1;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

pub fn run(wanted: &Inspect, terminal: &Terminal) -> Status {
    let limits = Limits::default();
    let paths: Vec<_> = wanted.inputs.iter().chain(&wanted.evidence).chain(&wanted.key).collect();
    if paths.iter().filter(|path| is_standard_input(path)).count() > 1 {
        complain("standard input can be given only once");
        return Status::Usage;
    }
    let mut inputs = Vec::new();
    for path in paths {
        match read(path, limits.input_bytes) {
            Ok(input) => inputs.push(input),
            Err(error) => {
                complain(&format!("cannot read {}: {error}", render::visible(&path.display().to_string())));
                return Status::NoInput;
            }
        }
    }
    let report = inspect(&inputs, &options(wanted), &limits);
    match wanted.format {
        Format::Text => terminal.show(&render::text(&report, terminal.width)),
        Format::Markdown => terminal.print(&render::markdown(&report)),
        Format::Json => terminal.print(&format!("{}\n", v1::json_pretty(&report))),
    }
    status(&report)
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a file, or as much of it as one more byte than the budget, so that the core sees that there is more.
fn read(path: &Path, most: usize) -> io::Result<Input> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    if is_standard_input(path) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
        return Ok(Input { name: None, bytes });
    }
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(Input { name, bytes })
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

/// `None` where the clock stands before 1970 or after what fits.
fn now() -> Option<Instant> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok().map(Instant)
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
