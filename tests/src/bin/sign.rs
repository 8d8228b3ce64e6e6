//! Signs test messages: `cargo run -p samlens-tests --bin sign -- [--response] [--again] [--in-place] FILE…`.
//!
//! A file may hold the message in any form that the program reads; the form stays. What is signed already is left
//! alone, unless `--again` says that it was edited since. Without `--in-place` the result goes to standard output.

use samlens_tests::sign::{Part, Which, resign};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (mut in_place, mut failed) = (false, false);
    let mut which = Which::Unsigned;
    let mut parts = vec![Part::Assertion];
    let mut files = Vec::new();
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--response" => parts.push(Part::Response),
            "--again" => which = Which::All,
            "--in-place" => in_place = true,
            _ => files.push(argument),
        }
    }
    for file in &files {
        let done = std::fs::read(file)
            .map_err(|error| error.to_string())
            .and_then(|paste| resign(&paste, which, &parts));
        let written = done.and_then(|(signed, count)| {
            eprintln!("{file}: {count} signed");
            match in_place {
                true if count == 0 => Ok(()),
                true => std::fs::write(file, signed),
                false => std::io::stdout().write_all(&signed),
            }
            .map_err(|error| error.to_string())
        });
        if let Err(error) = written {
            eprintln!("{file}: not signed: {error}");
            failed = true;
        }
    }
    if failed || files.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
