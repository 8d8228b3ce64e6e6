//! The programs that the chores need: found where the machine has them, installed where it lacks them.
//!
//! Each installation is announced in one line. What cannot be installed is an error that says what to do; a tool
//! is never silently gone without.

mod cargo_tool;
mod system_tool;

pub use cargo_tool::{CARGO_DENY, TRUNK, WASM_BINDGEN, WASM_PACK};
pub use system_tool::{CC, CHROMEDRIVER, CHROMIUM, FIREFOX, NODE, NPM, SystemTool, XMLSEC1, system};

use std::fs;
use std::path::PathBuf;

use crate::Result;
use crate::process::{cargo, command, find, output, quiet, root};

pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can compile for the browser.
pub fn wasm_target() -> Result {
    let mut rustc = command("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    if output(rustc).is_some_and(|path| PathBuf::from(path.trim()).is_dir()) {
        return Ok(());
    }
    announce(&format!("the Rust target {WASM}"), "10 seconds");
    let mut rustup = command("rustup");
    rustup.args(["target", "add", WASM]);
    quiet(rustup).map_err(|error| {
        format!(
            "{error}\nThe page needs Rust's standard library for {WASM}. With rustup: `rustup target add {WASM}` where \
             the network allows it, or on another machine, copying its `rustc --print target-libdir --target {WASM}` \
             directory to the same place here (same version of Rust). Without rustup: the distribution's package for \
             this target (for example rust-std-static-{WASM} in Fedora, rust-wasm in Arch)."
        )
    })
}

/// Makes sure of `cargo fmt` and `cargo clippy`, which rustup's smallest profile leaves out.
pub fn rust_components() -> Result {
    for component in ["rustfmt", "clippy"] {
        let subcommand = if component == "rustfmt" { "fmt" } else { component };
        if output(cargo(&[subcommand, "--version"])).is_none() {
            announce(&format!("the Rust component {component}"), "10 seconds");
            let mut rustup = command("rustup");
            rustup.args(["component", "add", component]);
            quiet(rustup)?;
        }
    }
    Ok(())
}

/// Installs the packages of the browser tests (the browsers' driver, the accessibility checker, wasm-opt).
pub fn npm_packages() -> Result {
    let home = root().join("tests/browser");
    let written = |path: &str| fs::metadata(home.join(path)).and_then(|data| data.modified()).ok();
    let installed = written("node_modules/.package-lock.json");
    if installed.is_some()
        && ["package.json", "package-lock.json"].into_iter().all(|file| installed >= written(file))
    {
        return Ok(());
    }
    let [_, npm] = system([&NODE, &NPM])?;
    announce("the browser tests' npm packages", "20 seconds");
    let mut ci = command(npm);
    ci.current_dir(home).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    quiet(ci)
}

/// The optimiser of the pinned version, from the search path or from npm: another version makes other bytes.
pub fn wasm_opt() -> Result<PathBuf> {
    let wanted = pinned_npm_version("binaryen")?;
    let major = wanted.split('.').next().unwrap_or_default();
    let at_hand = || {
        let mut version = command("wasm-opt");
        version.arg("--version");
        output(version).is_some_and(|text| text.split_whitespace().any(|word| word == major))
    };
    if !at_hand() {
        npm_packages()?;
    }
    if at_hand() {
        return find("wasm-opt").ok_or_else(|| "wasm-opt is not on the path".to_owned());
    }
    Err(format!("wasm-opt {major} is not there: install binaryen {major} and put it on the path"))
}

pub fn announce(what: &str, time: &str) {
    println!("installing {what} (about {time})");
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let lock =
        fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    after(&lock, &format!("name = \"{package}\"\nversion = \""))
        .ok_or_else(|| format!("Cargo.lock has no package {package}"))
}

/// The version of a package in the browser tests' `package.json`.
fn pinned_npm_version(package: &str) -> Result<String> {
    let path = root().join("tests/browser/package.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    after(&text, &format!("\"{package}\": \"")).ok_or_else(|| format!("package.json does not pin {package}"))
}

/// What stands between `lead` and the next quotation mark.
fn after(text: &str, lead: &str) -> Option<String> {
    let (_, rest) = text.split_once(lead)?;
    rest.split('"').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_files_that_pin_them() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\nsource = \"x\"\n";
        assert_eq!(after(lock, "name = \"wasm-bindgen\"\nversion = \"").as_deref(), Some("0.2.1"));
        assert_eq!(after(lock, "name = \"yew\"\nversion = \""), None);
        assert!(pinned_npm_version("binaryen").is_ok());
    }
}
