//! `cargo xtask release --dry-run`: what a release attaches, made and listed, and the command that would sign it.
//!
//! It deliberately signs and sends nothing, and makes the command line for this machine's platform alone.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::bundle::{self, components};
use crate::pack::{Named, sums};
use crate::process::{cargo, command, output, root, target, watch};

pub fn dry_run() -> Result {
    bundle::all()?;
    let offline = root().join("dist/offline");
    let mut files = ["samlens.html", "samlens-offline.zip", "samlens.cdx.json"]
        .iter()
        .map(|name| Ok(((*name).to_owned(), read(&offline.join(name))?)))
        .collect::<Result<Vec<Named>>>()?;
    for product in ["site", "widget"] {
        files.push((format!("samlens-{product}.zip"), crate::pack::zip(&directory_files(product)?)?));
    }
    files.extend(program()?);
    files.sort();
    files.push(("SHA256SUMS".to_owned(), sums(&files).into_bytes()));

    let directory = root().join("dist/release");
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

/// The command line, its bill of materials, and what packages ship beside it.
fn program() -> Result<Vec<Named>> {
    let version = output({
        let mut rustc = command("rustc");
        rustc.arg("-vV");
        rustc
    });
    let version = version.ok_or("cannot ask rustc for its platform")?;
    let platform =
        version.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host")?;
    let mut build = cargo(&["build", "--release", "--locked", "--package", "samlens-cli"]);
    build.env("CARGO_ENCODED_RUSTFLAGS", bundle::rust_flags());
    watch(build)?;
    let suffix = std::env::consts::EXE_SUFFIX;
    let program = target().join("release").join(format!("samlens{suffix}"));
    let says = |arguments: &[&str]| {
        let mut command = command(&program);
        command.args(arguments);
        let text = output(command).ok_or_else(|| format!("samlens {} failed", arguments.join(" ")))?;
        Ok::<_, String>(text.into_bytes())
    };
    let (bill, licences) = components::of_the_program(platform)?;
    let beside = vec![
        ("samlens.1".to_owned(), says(&["man"])?),
        ("samlens.bash".to_owned(), says(&["completions", "bash"])?),
        ("_samlens".to_owned(), says(&["completions", "zsh"])?),
        ("samlens.fish".to_owned(), says(&["completions", "fish"])?),
        ("_samlens.ps1".to_owned(), says(&["completions", "powershell"])?),
        ("LICENSES.txt".to_owned(), licences.into_bytes()),
    ];
    Ok(vec![
        (format!("samlens-{platform}{suffix}"), read(&program)?),
        (format!("samlens-{platform}.cdx.json"), bill.into_bytes()),
        (format!("samlens-{platform}-extras.zip"), crate::pack::zip(&beside)?),
    ])
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn directory_files(product: &str) -> Result<Vec<Named>> {
    let directory = root().join("dist").join(product);
    let entries = fs::read_dir(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| format!("{}: {error}", directory.display()))?;
        files.push((entry.file_name().to_string_lossy().into_owned(), read(&entry.path())?));
    }
    Ok(files)
}
