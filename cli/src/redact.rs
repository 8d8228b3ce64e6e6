//! `samlens redact`: reads the files, asks the core for a copy that is safe to share, writes it.
//!
//! It decides nothing on what is secret.

use crate::arguments::Redact;
use crate::files;
use crate::status::Status;
use crate::terminal::{Terminal, complain};
use samlens_core::evidence::Options;
use samlens_core::inspect::inspect;
use samlens_core::limits::Limits;
use samlens_core::render::redacted;

pub fn run(wanted: &Redact, terminal: &Terminal) -> Status {
    let limits = Limits::default();
    let inputs = match files::read(&wanted.inputs.iter().collect::<Vec<_>>(), limits.input_bytes) {
        Ok(inputs) => inputs,
        Err(status) => return status,
    };
    let copy = redacted::copy(&inspect(&inputs, &Options::default(), &limits));
    terminal.print_data(&copy.text);
    for remark in &copy.remarks {
        complain(remark);
    }
    match copy.text.is_empty() {
        true => Status::Refused,
        false => Status::Done,
    }
}
