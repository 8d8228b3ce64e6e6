//! The programs that the chores need: found where the machine has them, installed where it lacks them.
//!
//! Each installation is announced in one line. What cannot be installed is an error that says what to do; a tool
//! is never silently gone without.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::Result;
use crate::process::{self, cargo, command, find, output, quiet, root};

pub const WASM: &str = "wasm32-unknown-unknown";

/// A program that `cargo install` can build.
pub struct CargoTool {
    package: &'static str,
    programs: &'static [&'static str],
    version: Version,
    flags: &'static [&'static str],
    /// How long building takes on two cores, in words.
    time: &'static str,
}

enum Version {
    /// Installs this version, accepts any.
    Any(&'static str),
    /// Accepts this minor series only, for its settings file differs between them.
    Series(&'static str),
    /// The version of this package in `Cargo.lock`, exactly.
    Locked(&'static str),
}

pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    version: Version::Locked("wasm-bindgen"),
    // Not `--locked`: the lock file that this package was published with names a withdrawn release.
    flags: &[],
    time: "2 minutes",
};
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    programs: &["trunk"],
    version: Version::Series("0.21.14"),
    flags: &["--locked", "--no-default-features", "--features", "rustls"],
    time: "5 minutes",
};
pub const WASM_PACK: CargoTool = CargoTool {
    package: "wasm-pack",
    programs: &["wasm-pack"],
    version: Version::Any("0.15.1"),
    flags: &["--locked"],
    time: "2 minutes",
};
pub const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    programs: &["cargo-deny"],
    version: Version::Any("0.20.2"),
    flags: &["--locked"],
    time: "2 minutes",
};

/// A program that comes from the system's package manager.
pub struct SystemTool {
    name: &'static str,
    /// Names on the search path, or absolute paths; the first that exists is taken.
    programs: &'static [&'static str],
    /// An environment variable that overrides the search.
    variable: &'static str,
    apt: &'static str,
}

pub const NODE: SystemTool =
    SystemTool { name: "Node.js", programs: &["node"], variable: "NODE", apt: "nodejs" };
pub const NPM: SystemTool = SystemTool { name: "npm", programs: &["npm"], variable: "NPM", apt: "npm" };
pub const CHROMIUM: SystemTool = SystemTool {
    name: "Chromium",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    variable: "CHROMIUM",
    apt: "chromium",
};
pub const CHROMEDRIVER: SystemTool = SystemTool {
    name: "ChromeDriver",
    programs: &["chromedriver"],
    variable: "CHROMEDRIVER",
    apt: "chromium-driver",
};
pub const FIREFOX: SystemTool = SystemTool {
    name: "Firefox",
    programs: &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    variable: "FIREFOX",
    apt: "firefox-esr",
};

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

impl CargoTool {
    /// Finds the program or installs it.
    pub fn ensure(&self) -> Result {
        let wanted = self.wanted()?;
        let found = self.found();
        if found.as_deref().is_some_and(|version| self.accepts(version, &wanted)) {
            return Ok(());
        }
        announce(&format!("{} {wanted}", self.package), self.time);
        // A different version may serve other projects: leave it alone and put ours aside.
        let aside = self.programs.iter().any(|program| find(program).is_some());
        self.prebuilt(&wanted, aside).or_else(|_| self.build(&wanted, aside))
    }

    fn wanted(&self) -> Result<String> {
        match self.version {
            Version::Any(version) | Version::Series(version) => Ok(version.to_owned()),
            Version::Locked(package) => locked_version(package),
        }
    }

    /// The version on the search path, if every program of the package is there.
    fn found(&self) -> Option<String> {
        if self.programs.iter().any(|program| find(program).is_none()) {
            return None;
        }
        let mut first = command(self.programs.first()?);
        first.arg("--version");
        output(first)?.split_whitespace().nth(1).map(str::to_owned)
    }

    fn accepts(&self, found: &str, wanted: &str) -> bool {
        match self.version {
            Version::Any(_) => true,
            Version::Series(_) => series(found) == series(wanted),
            Version::Locked(_) => found == wanted,
        }
    }

    fn prebuilt(&self, version: &str, aside: bool) -> Result {
        if find("cargo-binstall").is_none() {
            return Err("cargo-binstall is not there".to_owned());
        }
        let package = format!("{}@{version}", self.package);
        let mut binstall =
            cargo(&["binstall", "--no-confirm", "--force", "--disable-strategies", "compile", &package]);
        if aside {
            binstall.arg("--root").arg(process::tools_root());
        }
        quiet(binstall)
    }

    fn build(&self, version: &str, aside: bool) -> Result {
        let mut install = cargo(&["install", "--force", self.package, "--version", version]);
        install.args(self.flags);
        if aside {
            install.arg("--root").arg(process::tools_root());
        }
        // One build directory for all tools shares what they have in common. Quick to build beats quick to run.
        install
            .env("CARGO_TARGET_DIR", process::target().join("tools-build"))
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        quiet(install)
    }
}

/// Finds each program, installing those that lack; the paths are in the order asked.
pub fn system<const N: usize>(tools: [&SystemTool; N]) -> Result<[PathBuf; N]> {
    let missing: Vec<&SystemTool> = tools.iter().copied().filter(|tool| tool.find().is_none()).collect();
    if !missing.is_empty() {
        apt_install(&missing)?;
    }
    let mut paths: [PathBuf; N] = std::array::from_fn(|_| PathBuf::new());
    for (path, tool) in paths.iter_mut().zip(tools) {
        *path = tool.find().ok_or_else(|| by_hand(&[tool]))?;
    }
    Ok(paths)
}

impl SystemTool {
    pub fn find(&self) -> Option<PathBuf> {
        if let Some(given) = env::var_os(self.variable) {
            return Some(PathBuf::from(given));
        }
        self.programs.iter().find_map(|program| find(program))
    }
}

/// Installs the packages of the browser tests (the browsers' driver, the accessibility checker, wasm-opt).
pub fn npm_packages() -> Result {
    let home = root().join("tests/browser");
    let written = |path: &str| fs::metadata(home.join(path)).and_then(|data| data.modified()).ok();
    let installed = written("node_modules/.package-lock.json");
    if installed.is_some() && installed >= written("package-lock.json") {
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

fn apt_install(tools: &[&SystemTool]) -> Result {
    let Some(mut prefix) = apt_prefix() else {
        return Err(by_hand(tools));
    };
    let names: Vec<&str> = tools.iter().map(|tool| tool.name).collect();
    announce(&format!("{} with apt-get", names.join(", ")), "1 minute");
    prefix.push("apt-get");
    let apt = |arguments: &[&str]| {
        let mut apt = command(prefix.first().copied().unwrap_or("apt-get"));
        apt.args(prefix.iter().skip(1)).args(["-q", "-o", "DPkg::Lock::Timeout=300"]).args(arguments);
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        quiet(apt)
    };
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(tools.iter().map(|tool| tool.apt));
    // An old package list or another apt-get at work makes a first try fail, so there is a second.
    apt(&["update"])
        .and_then(|()| apt(&install).or_else(|_| apt(&install)))
        .map_err(|error| format!("{error}\n{}", by_hand(tools)))
}

/// What to put before `apt-get`: nothing as root, `sudo` where it asks no password; none where neither holds.
fn apt_prefix() -> Option<Vec<&'static str>> {
    find("apt-get")?;
    let mut id = command("id");
    id.arg("-u");
    if output(id).is_some_and(|user| user.trim() == "0") {
        return Some(Vec::new());
    }
    let mut sudo = command("sudo");
    sudo.args(["-n", "true"]);
    output(sudo).map(|_| vec!["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"])
}

fn by_hand(tools: &[&SystemTool]) -> String {
    let names: Vec<&str> = tools.iter().map(|tool| tool.name).collect();
    let packages: Vec<&str> = tools.iter().map(|tool| tool.apt).collect();
    let variables: Vec<&str> = tools.iter().map(|tool| tool.variable).collect();
    format!(
        "{} must be installed by hand here. Debian: `apt-get install {}`; elsewhere with the system's package manager. \
         Where a program has another name or place, put its path into the environment variable {}.",
        names.join(", "),
        packages.join(" "),
        variables.join(", "),
    )
}

fn announce(what: &str, time: &str) {
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

fn series(version: &str) -> Option<&str> {
    version.rsplit_once('.').map(|(series, _)| series)
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

    #[test]
    fn another_version_is_accepted_only_where_it_may_differ() {
        assert!(TRUNK.accepts("0.21.9", "0.21.14"));
        assert!(!TRUNK.accepts("0.22.1", "0.21.14"));
        assert!(WASM_PACK.accepts("0.13.0", "0.15.1"));
        assert!(!WASM_BINDGEN.accepts("0.2.129", "0.2.130"));
    }
}
