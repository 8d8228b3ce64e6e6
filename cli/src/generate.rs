//! What packages ship beside the program: completion scripts and the manual page.
//!
//! Both are made from the arguments, so they cannot disagree with them.

use crate::arguments::Arguments;
use crate::status::Status;
use crate::terminal::{Terminal, complain};
use clap::CommandFactory;
use clap_complete::Shell;

pub fn completions(shell: Shell, terminal: &Terminal) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "samlens", &mut script);
    terminal.print(&String::from_utf8_lossy(&script));
    Status::Done
}

/// One page: the program, then each command (roff, for `man -l`).
pub fn man(terminal: &Terminal) -> Status {
    let mut page = Vec::new();
    let mut command = Arguments::command();
    command.build();
    let one = |name: &str, command: clap::Command| {
        // An empty date would make a reader take the next word for it.
        clap_mangen::Man::new(command.display_name(name.to_owned()))
            .date(" ")
            .source(concat!("samlens ", env!("CARGO_PKG_VERSION")))
            .manual("Samlens")
    };
    let mut written = one("samlens", command.clone()).render(&mut page);
    for subcommand in command.get_subcommands() {
        let name = format!("samlens-{}", subcommand.get_name());
        written = written.and_then(|()| one(&name, subcommand.clone()).render(&mut page));
    }
    if let Err(error) = written {
        complain(&format!("cannot write the manual page: {error}"));
    }
    terminal.print(&String::from_utf8_lossy(&page));
    Status::Done
}
