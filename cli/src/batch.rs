//! Many files, each inspected by itself: over the cores, written in the order of the files.
//!
//! A file and its report are held only until it is written. What cannot be read is told, and the rest goes on.

use crate::arguments::{Format, Inspect};
use crate::fences::code;
use crate::files::{self, complain_of};
use crate::folders;
use crate::inspect::{markdown, text};
use crate::status::Status;
use crate::summary::{Summary, Verdict};
use crate::terminal::{Terminal, tell};
use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::render::{Style, Styled, escape, visible};
use samlens_core::wire::v1;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// What became of one file: its verdict and its report, or why it cannot be read.
type Done = Result<(Verdict, Styled), String>;

pub fn run(wanted: &Inspect, options: &Options, terminal: &Terminal) -> Status {
    let beside: Vec<_> = wanted.evidence.iter().chain(&wanted.key).collect();
    let named: Vec<_> = wanted.inputs.iter().chain(beside.iter().copied()).collect();
    if let Err(status) = files::standard_input_once(&named) {
        return status;
    }
    let beside = match files::read(&beside, Limits::default().input_bytes) {
        Ok(beside) => beside,
        Err(status) => return status,
    };
    let found = folders::files(&wanted.inputs);
    let mut summary = Summary { not_read: found.left.len(), ..Summary::default() };
    for (path, why) in &found.left {
        complain_of(path, why);
    }
    let one = |path: &Path, inputs: &mut Vec<Input>| inspect_one(path, inputs, wanted, options, terminal);
    in_order(&found.files, &beside, &one, &mut |at, done| {
        terminal.progress("");
        match done {
            Ok((verdict, report)) => {
                summary.count(verdict);
                terminal.show(&report);
            }
            Err(why) => {
                summary.not_read += 1;
                if let Some(path) = found.files.get(at) {
                    complain_of(path, &why);
                }
            }
        }
        terminal.progress(&format!("{} of {} files", at + 1, found.files.len()));
    });
    terminal.progress("");
    match wanted.format {
        Format::Text => terminal.show(&summary.text()),
        Format::Markdown => terminal.print(&summary.markdown()),
        // Standard output is for the lines alone.
        Format::Json => tell(&summary.text().plain()),
    }
    summary.status()
}

/// Runs `one` on every file over the cores, and `write` on the results in the order of the files.
fn in_order(
    files: &[PathBuf],
    beside: &[Input],
    one: &(impl Fn(&Path, &mut Vec<Input>) -> Done + Sync),
    write: &mut dyn FnMut(usize, Done),
) {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from).min(files.len());
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                // The first place is for the file, the others are the same each time.
                let mut inputs = vec![Input::default()];
                inputs.extend_from_slice(beside);
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = files.get(at) else { break };
                    if send.send((at, one(path, &mut inputs))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut turn = 0;
        for (at, done) in receive {
            early.insert(at, done);
            while let Some(done) = early.remove(&turn) {
                write(turn, done);
                turn += 1;
            }
        }
    });
}

fn inspect_one(
    path: &Path,
    inputs: &mut [Input],
    wanted: &Inspect,
    options: &Options,
    terminal: &Terminal,
) -> Done {
    let limits = Limits::default();
    let read = files::read_one(path, limits.input_bytes).map_err(|error| error.to_string())?;
    if let Some(file) = inputs.first_mut() {
        *file = read;
    }
    let report = inspect(inputs, options, &limits);
    let name = path.display().to_string();
    let mut out = Styled::default();
    match wanted.format {
        Format::Text => {
            out.line(Style::Title, format!("== {}", visible(&name)));
            out.append(text(&report, wanted, terminal));
            out.end();
        }
        Format::Markdown => {
            let report = markdown(&report, wanted);
            out.push(Style::Plain, format!("# {}\n\n{report}\n", code(&visible(&name))));
        }
        Format::Json => {
            let line = format!("{{\"file\":{},\"report\":{}}}\n", quoted(&name), v1::json(&report));
            out.push(Style::Plain, line);
        }
    }
    Ok((Verdict::of(&report), out))
}

/// A JSON string (RFC 8259, section 7), hidden characters as escapes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            _ if escape(char).is_none() => out.push(char),
            _ => out.extend(char.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}"))),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_files() {
        let files: Vec<_> = (0..200).map(|at| PathBuf::from(at.to_string())).collect();
        let mut seen = Vec::new();
        let one = |path: &Path, inputs: &mut Vec<Input>| Err(format!("{} {}", path.display(), inputs.len()));
        let beside = [Input::default()];
        in_order(&files, &beside, &one, &mut |at, done| seen.push((at, done.err())));
        let expected: Vec<_> = (0..200).map(|at| (at, Some(format!("{at} 2")))).collect();
        assert_eq!(seen, expected);
        in_order(&[], &beside, &one, &mut |_, _| seen.clear());
        assert_eq!(seen.len(), 200, "no file, no result");
    }

    #[test]
    fn names_become_json() {
        for name in ["a.xml", "a\"b\\c", "a\nb\t\u{1b}\u{200b}\u{e0041}é"] {
            let json = quoted(name);
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), name);
            assert!(json.chars().all(|char| escape(char).is_none()), "{json}");
        }
    }
}
