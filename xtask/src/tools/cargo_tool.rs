//! Programs that `cargo install` can build.
//!
//! It deliberately leaves alone what the machine has: another version of a program is installed beside it, not over it.

use super::{announce, locked_version};
use crate::Result;
use crate::process::{self, cargo, command, find, output, quiet};

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

fn series(version: &str) -> Option<&str> {
    version.rsplit_once('.').map(|(series, _)| series)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_accepted_only_where_it_may_differ() {
        assert!(TRUNK.accepts("0.21.9", "0.21.14"));
        assert!(!TRUNK.accepts("0.22.1", "0.21.14"));
        assert!(WASM_PACK.accepts("0.13.0", "0.15.1"));
        assert!(!WASM_BINDGEN.accepts("0.2.129", "0.2.130"));
    }
}
