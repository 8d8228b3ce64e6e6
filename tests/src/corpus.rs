//! The corpus cases: where they are, and the report that the program gives for one.
//!
//! It deliberately judges none of them.

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use std::path::{Path, PathBuf};

/// Every input in `corpus/`, sorted by its path. Beside each stands what is expected of it.
pub fn cases() -> Vec<PathBuf> {
    let mut cases = Vec::new();
    collect(&folder(), &mut cases);
    cases.sort();
    cases
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The report on one case, pasted as it is.
pub fn report(case: &Path) -> Report {
    let bytes = std::fs::read(case).unwrap_or_else(|error| panic!("{}: {error}", case.display()));
    inspect(&[Input { name: None, bytes }], &Options::default(), &Limits::default())
}

fn collect(folder: &Path, cases: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        if path.is_dir() {
            collect(&path, cases);
        } else if path.extension().is_none_or(|extension| extension != "expect") {
            cases.push(path);
        }
    }
}
