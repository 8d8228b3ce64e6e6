//! The core's modules import only those that stand above them in `lib.rs`, and every file says what it is.

use std::path::{Path, PathBuf};

const ORDER: [&str; 20] = [
    "limits", "order", "source", "codec", "json", "peel", "xml", "crypto", "saml", "aws", "idp", "evidence",
    "lint", "rules", "diagnose", "compare", "redact", "render", "wire", "inspect",
];

/// Modules below which nothing may stand, although the driver's report is what they show.
const SHOWS_THE_REPORT: [&str; 2] = ["render", "wire"];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src")
}

/// The top-level module that a file belongs to.
fn module_of(file: &Path) -> String {
    let first = file.strip_prefix(core()).unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

#[test]
fn modules_import_only_earlier_ones() {
    let rank = |module: &str| ORDER.iter().position(|known| *known == module);
    let mut wrong = Vec::new();
    for file in rust_files(&core()) {
        let module = module_of(&file);
        let Some(own) = rank(&module) else {
            assert_eq!(module, "lib", "{} is in no known module", file.display());
            continue;
        };
        let text = std::fs::read_to_string(&file).unwrap();
        // What stands under `#[cfg(test)]` may look further.
        let text = text.split("#[cfg(test)]").next().unwrap();
        for (at, _) in text.match_indices("crate::") {
            let rest = &text[at + "crate::".len()..];
            let imported: String =
                rest.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect();
            let allowed = match (imported.as_str(), rank(&imported)) {
                ("declare_rule" | "say", _) => rank("lint").is_some_and(|lint| lint <= own),
                ("inspect", _) if SHOWS_THE_REPORT.contains(&module.as_str()) => true,
                (_, Some(other)) => other <= own,
                (_, None) => false,
            };
            if !allowed {
                wrong.push(format!("{}: {module} imports {imported}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_one_file_knows_quick_xml() {
    let users: Vec<_> = rust_files(&core())
        .into_iter()
        .filter(|file| std::fs::read_to_string(file).unwrap().contains("quick_xml::"))
        .map(|file| file.strip_prefix(core()).unwrap().display().to_string())
        .collect();
    assert_eq!(users, ["xml/tokens.rs"]);
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for folder in ["core/src", "cli/src", "web/src", "xtask/src", "tests/src", "tests/tests"] {
        for file in rust_files(&root.join(folder)) {
            let text = std::fs::read_to_string(&file).unwrap();
            let opens = text.starts_with("//!") || text.starts_with("crate::declare_rule!");
            assert!(opens, "{} opens with neither `//!` nor a rule", file.display());
        }
    }
}

#[test]
fn files_stay_short() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for folder in ["core/src", "cli/src", "web/src", "xtask/src", "tests/src", "tests/tests"] {
        for file in rust_files(&root.join(folder)) {
            let text = std::fs::read_to_string(&file).unwrap();
            let lines = text.lines().count();
            let most = if text.starts_with("crate::declare_rule!") { 200 } else { 400 };
            assert!(lines <= most, "{} has {lines} lines, more than {most}", file.display());
        }
    }
}
