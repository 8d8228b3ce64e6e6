//! The commands that the documents show are commands that the program has, with options that it takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What `samlens COMMAND --help` prints.
fn help(command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_samlens")).args([command, "--help"]).output().unwrap();
    assert!(output.status.success(), "samlens {command} --help");
    String::from_utf8(output.stdout).unwrap()
}

/// The calls of the program in the documents: subcommand and arguments.
fn calls(text: &str) -> Vec<(String, Vec<String>)> {
    let parts = text.lines().flat_map(|line| line.split(['|', '`', ';']));
    parts
        .filter_map(|part| {
            let part = part.trim().trim_start_matches("- ").trim_start_matches("run: ");
            let mut words = part.strip_prefix("samlens ")?.split_whitespace();
            let command = words.next()?.to_owned();
            let is_command = command.chars().all(|char| char.is_ascii_lowercase());
            is_command.then(|| (command, words.map(str::to_owned).collect()))
        })
        .collect()
}

#[test]
fn the_documents_show_options_that_the_program_has() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let docs = fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut helps = BTreeMap::new();
    let mut seen = 0;
    for path in docs.chain([root.join("README.md")]) {
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        for (command, arguments) in calls(&fs::read_to_string(&path).unwrap()) {
            let help = helps.entry(command.clone()).or_insert_with(|| help(&command));
            for option in arguments.iter().filter(|argument| argument.starts_with("--")) {
                assert!(help.contains(option.as_str()), "{}: samlens {command} {option}", path.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen} calls were found");
}
