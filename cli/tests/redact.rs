//! `samlens redact` as scripts and people run it.

use std::path::PathBuf;
use std::process::{Command, Output};

fn redact(files: &[PathBuf]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_samlens")).arg("redact").args(files).output().unwrap()
}

fn file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests").join(path)
}

#[test]
fn the_copy_is_the_output_and_the_remarks_are_not() {
    let output = redact(&[file("corpus/scenarios/adfs-no-mail.xml")]);
    let (copy, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(0));
    assert!(copy.starts_with("<samlp:Response"), "{copy}");
    assert!(copy.trim_end().ends_with("signatures are left out. -->"), "{copy}");
    assert!(!copy.contains("444455556666") && copy.contains("/Attributes/RoleSessionName"), "{copy}");
    assert!(said.starts_with("samlens: Replaced: ") && said.contains("Left out: one signature."), "{said}");
}

#[test]
fn equal_accounts_are_equal_across_files() {
    let output = redact(&[file("baselines/iam.xml"), file("baselines/connect.xml")]);
    let copy = String::from_utf8(output.stdout).unwrap();
    let accounts: Vec<_> =
        copy.match_indices("arn:aws:iam::").filter_map(|(at, _)| copy.get(at + 13..at + 25)).collect();
    assert!(accounts.len() >= 4 && accounts.iter().all(|account| account == &accounts[0]), "{accounts:?}");
}

#[test]
fn nothing_to_copy_is_said() {
    let output = redact(&[file("../README.md")]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no SAML message"));
    assert_eq!(redact(&[file("absent")]).status.code(), Some(65));
}
