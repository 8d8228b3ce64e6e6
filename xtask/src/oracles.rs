//! The other verifiers of XML signatures: built from `oracle/`, and set against the core.
//!
//! It deliberately keeps them out of the workspace: bergshamra takes minutes to build.

use std::path::PathBuf;

use crate::Result;
use crate::process::{cargo, command, output, quiet, root, target, watch};
use crate::tools;

/// Documents of which each gives three to compare.
const IN_THE_GATE: &str = "300";

/// The programs, in the protocol that `oracle/src/main.rs` describes.
pub struct Oracles {
    pub xmlsec1: PathBuf,
    pub bergshamra: PathBuf,
    /// The core's own times; it answers to three arguments alone.
    pub core: PathBuf,
}

/// `cargo xtask differential`: in the user's sight, with the table.
pub fn differential(count: Option<&str>) -> Result {
    let mut test = suite(count.unwrap_or(IN_THE_GATE))?;
    test.arg("--nocapture");
    watch(test)
}

/// The same for the gate.
pub fn check() -> Result {
    quiet(suite(IN_THE_GATE)?)
}

fn suite(count: &str) -> Result<std::process::Command> {
    if count.parse::<usize>().is_err() {
        return Err(format!("`{count}` is no number of documents"));
    }
    let oracles = build()?;
    let mut test = cargo(&["test", "--package", "samlens-tests", "--test", "differential", "--"]);
    test.env("DIFFERENTIAL", count)
        .env("ORACLE_XMLSEC1", &oracles.xmlsec1)
        .env("ORACLE_BERGSHAMRA", &oracles.bergshamra);
    Ok(test)
}

/// Builds what is not there, and what has changed.
pub fn build() -> Result<Oracles> {
    let folder = target().join("oracle");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let manifest = root().join("oracle/Cargo.toml");
    let mut build = cargo(&["build", "--release", "--locked", "--manifest-path"]);
    build.arg(manifest).env("CARGO_TARGET_DIR", &folder);
    if !folder.join("release").is_dir() {
        tools::announce("bergshamra, to compare with", "5 minutes");
    }
    quiet(build)?;
    let [cc, config] = tools::system([&tools::CC, &tools::XMLSEC1])?;
    let mut flags = command(config);
    flags.args(["--cflags", "--libs", "--crypto=openssl"]);
    let flags = output(flags).ok_or("xmlsec1-config does not say how to link with libxmlsec1")?;
    let xmlsec1 = folder.join("xmlsec1");
    let mut compile = command(cc);
    compile.args(["-O2", "-Wall", "-Wextra", "-o"]).arg(&xmlsec1).arg(root().join("oracle/xmlsec1.c"));
    compile.args(flags.split_whitespace());
    quiet(compile)?;
    let built = |name: &str| folder.join("release").join(name);
    Ok(Oracles { xmlsec1, bergshamra: built("samlens-oracle"), core: built("samlens-bench") })
}
