//! `samlens metadata`: reads the files, asks the core whether IAM would take them, writes the report.
//!
//! It has no judgement of its own.

use crate::arguments::{Format, Metadata};
use crate::files::{self, now};
use crate::status::Status;
use crate::terminal::Terminal;
use samlens_core::evidence::Options;
use samlens_core::inspect::inspect;
use samlens_core::limits::Limits;
use samlens_core::render::metadata::{self, Verdict};
use samlens_core::wire::v1;

pub fn run(wanted: &Metadata, terminal: &Terminal) -> Status {
    let limits = Limits::default();
    let inputs = match files::read(&wanted.files.iter().collect::<Vec<_>>(), limits.input_bytes) {
        Ok(inputs) => inputs,
        Err(status) => return status,
    };
    let report = inspect(&inputs, &Options { at: wanted.at, now: now(), ..Options::default() }, &limits);
    match wanted.format {
        Format::Text => terminal.show(&metadata::text(&report, &limits, terminal.width)),
        Format::Markdown => terminal.print(&metadata::markdown(&report, &limits)),
        Format::Json => terminal.print(&format!("{}\n", v1::json_pretty(&report))),
    }
    match metadata::verdict(&report) {
        Verdict::Taken => Status::Done,
        Verdict::Refused(_) | Verdict::Nothing => Status::Refused,
    }
}
