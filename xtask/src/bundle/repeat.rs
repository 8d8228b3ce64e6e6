//! The proof that the build is reproducible: the same sources in another directory give the same bytes.
//!
//! It deliberately shares nothing between the two builds but the machine, its tools and Cargo's downloads.

use std::fs;
use std::path::{Path, PathBuf};

use super::{PRODUCTS, all};
use crate::Result;
use crate::process::{cargo, command, output, quiet, root, target};

pub fn check() -> Result {
    all()?;
    let elsewhere = target().join("repeat/a directory of another name");
    copy_sources(&elsewhere)?;
    let mut again = cargo(&["xtask", "bundle"]);
    again.current_dir(&elsewhere).env("CARGO_TARGET_DIR", elsewhere.join("target"));
    // The tools that the first build found or fetched serve the second.
    again.env("PATH", std::env::join_paths(paths()).map_err(|error| error.to_string())?);
    quiet(again)?;
    let mut compared = 0;
    for product in PRODUCTS {
        let (first, second) = (root().join("dist").join(product), elsewhere.join("dist").join(product));
        let names = |directory: &Path| -> Result<Vec<_>> {
            let entries =
                fs::read_dir(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
            let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
            names.sort();
            Ok(names)
        };
        let (names, others) = (names(&first)?, names(&second)?);
        if names != others {
            return Err(format!("{product}: {names:?} here, {others:?} in the other directory"));
        }
        for name in names {
            let read =
                |path: PathBuf| fs::read(&path).map_err(|error| format!("{}: {error}", path.display()));
            if read(first.join(&name))? != read(second.join(&name))? {
                return Err(format!("dist/{product}/{} differs from directory to directory", name.display()));
            }
            compared += 1;
        }
    }
    fs::remove_dir_all(&elsewhere).map_err(|error| format!("{}: {error}", elsewhere.display()))?;
    println!("{compared} files, built in two directories, are the same byte for byte");
    Ok(())
}

/// The files that Git knows or would take, as they are now.
fn copy_sources(to: &Path) -> Result {
    if to.exists() {
        fs::remove_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    }
    let mut list = command("git");
    list.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let list = output(list).ok_or("git ls-files failed: the check needs a clone")?;
    for name in list.lines() {
        let (from, path) = (root().join(name), to.join(name));
        // What is deleted but not yet committed is still listed.
        if !from.is_file() {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap_or(to))
            .and_then(|()| fs::copy(&from, &path))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn paths() -> Vec<PathBuf> {
    let own = [target().join("tools/bin"), root().join("tests/browser/node_modules/.bin")];
    let users = std::env::var_os("PATH").unwrap_or_default();
    own.into_iter().chain(std::env::split_paths(&users)).collect()
}
