//! `cargo xtask reference`: the files that programs of this workspace write, and the check that none has drifted.
//!
//! It deliberately holds no content: each file is what its command prints.

use std::fs;

use crate::Result;
use crate::process::{cargo, output, root};

struct Generated {
    /// From the workspace's directory, with forward slashes.
    path: &'static str,
    /// Arguments of the `cargo` command that prints the file.
    command: &'static [&'static str],
}

const GENERATED: &[Generated] = &[
    Generated {
        path: "docs/rules.md",
        command: &["run", "--quiet", "--package", "samlens-tests", "--bin", "reference"],
    },
    Generated {
        path: "docs/coverage.md",
        command: &["run", "--quiet", "--package", "samlens-tests", "--bin", "reference", "coverage"],
    },
];

pub fn write() -> Result {
    for file in GENERATED {
        fs::write(root().join(file.path), file.print()?)
            .map_err(|error| format!("{}: {error}", file.path))?;
        println!("{}", file.path);
    }
    Ok(())
}

pub fn check() -> Result {
    for file in GENERATED {
        let there = fs::read_to_string(root().join(file.path)).unwrap_or_default();
        if there != file.print()? {
            return Err(format!("{} has drifted: `cargo xtask reference` writes it anew", file.path));
        }
    }
    Ok(())
}

impl Generated {
    fn print(&self) -> Result<String> {
        output(cargo(self.command))
            .ok_or_else(|| format!("{}: cargo {} failed", self.path, self.command.join(" ")))
    }
}
