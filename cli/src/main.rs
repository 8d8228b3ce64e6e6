//! `samlens`, the command line: arguments, files, colours, exit statuses.
//!
//! It has no judgement of its own; every word about a message comes from the core.

mod arguments;
mod batch;
mod compare;
mod explain;
mod fences;
mod files;
mod folders;
mod generate;
mod inspect;
mod metadata;
mod octets;
mod redact;
mod status;
mod summary;
mod terminal;

use arguments::{Arguments, Command};
use clap::Parser;
use clap::error::ErrorKind;
use status::Status;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers, not mistakes. Where even the message cannot be written, the status remains.
            let _ = error.print();
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Status::Done,
                _ => Status::Usage,
            }
            .into();
        }
    };
    let terminal = terminal::Terminal::new(arguments.color);
    let status = match &arguments.command {
        Command::Inspect(wanted) => inspect::run(wanted, &terminal),
        Command::Metadata(wanted) => metadata::run(wanted, &terminal),
        Command::Redact(wanted) => redact::run(wanted, &terminal),
        Command::Compare(wanted) => compare::run(wanted, &terminal),
        Command::Explain { words } => explain::run(words, &terminal),
        Command::Completions { shell } => generate::completions(*shell, &terminal),
        Command::Man => generate::man(&terminal),
    };
    status.into()
}
