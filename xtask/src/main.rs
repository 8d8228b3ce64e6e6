//! The project's chores, run as `cargo xtask <command>`.
//!
//! It deliberately knows nothing of SAML and does not depend on the core: it builds, packs, serves and checks.

mod bench;
mod bundle;
mod gate;
mod new_rule;
mod oracles;
mod pack;
mod process;
mod reference;
mod release;
mod serve;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--open]    build the release site and serve it on 127.0.0.1
  test [--native] [STEP...]    every check, or the quick native ones, or the steps named
  bundle [PRODUCT...]          write dist/site/, dist/offline/ or dist/widget/; all without an argument
  bundle --check               build twice, in two directories, and compare each byte
  release --dry-run            everything that a release attaches, under dist/, and the command that signs it
  new-rule FAMILY NAME         add a rule from the template and list it in its family
  differential [COUNT]         compare signature verdicts with xmlsec1's and bergshamra's on so many documents
  bench                        time the core beside other verifiers of signatures
  bench cold                   time the page's start beside that of a page of ordinary size
  reference [--check]          write the generated files, or fail where one has drifted
";

/// What a chore says when it cannot go on: one message for the person at the terminal.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h", ..] => {
            print!("{USAGE}");
            Ok(())
        }
        ["serve", options @ ..] => serve::run(options),
        ["test", options @ ..] => gate::run(options),
        ["bundle", products @ ..] => bundle::run(products),
        ["release", "--dry-run"] => release::dry_run(),
        ["new-rule", family, name] => new_rule::run(family, name),
        ["differential"] => oracles::differential(None),
        ["differential", count] => oracles::differential(Some(count)),
        ["bench"] => bench::run(),
        ["bench", "cold"] => bench::cold(),
        ["reference"] => reference::write(),
        ["reference", "--check"] => reference::check(),
        _ => Err(format!("cannot read `{}`\n\n{USAGE}", arguments.join(" "))),
    }
}
