//! `cargo xtask release --dry-run`: what a release attaches, made and listed, and the command that would sign it.
//!
//! It deliberately signs and sends nothing.

use std::fs;

use crate::pack::{Named, sums};
use crate::process::{cargo, root, target, watch};
use crate::{Result, bundle};

pub fn dry_run() -> Result {
    bundle::all()?;
    let mut build = cargo(&["build", "--release", "--locked", "--package", "samlens-cli"]);
    build.env("CARGO_ENCODED_RUSTFLAGS", bundle::rust_flags());
    watch(build)?;
    let program = format!("samlens{}", std::env::consts::EXE_SUFFIX);
    let directory = root().join("dist/release");
    let names = [
        ("samlens.html", root().join("dist/offline/samlens.html")),
        ("samlens-offline.zip", root().join("dist/offline/samlens-offline.zip")),
        ("samlens.cdx.json", root().join("dist/offline/samlens.cdx.json")),
        (program.as_str(), target().join("release").join(&program)),
    ];
    let mut files: Vec<Named> = Vec::new();
    for (name, path) in names {
        files.push((
            name.to_owned(),
            fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?,
        ));
    }
    for product in ["site", "widget"] {
        files.push((format!("samlens-{product}.zip"), crate::pack::zip(&directory_files(product)?)?));
    }
    files.push(("SHA256SUMS".to_owned(), sums(&files).into_bytes()));
    fs::create_dir_all(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    for (name, bytes) in &files {
        let path = directory.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{:>10}  dist/release/{name}", bytes.len());
    }
    println!("\nto sign, with the key of the release (the workflow does):");
    println!("ssh-keygen -Y sign -n samlens-release -f KEY dist/release/SHA256SUMS");
    Ok(())
}

fn directory_files(product: &str) -> Result<Vec<Named>> {
    let directory = root().join("dist").join(product);
    let entries = fs::read_dir(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let bytes = fs::read(entry.path()).map_err(|error| format!("{}: {error}", entry.path().display()))?;
        files.push((entry.file_name().to_string_lossy().into_owned(), bytes));
    }
    Ok(files)
}
