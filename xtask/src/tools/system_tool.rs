//! Programs that come from the system's package manager: browsers, their drivers, Node.js.
//!
//! It deliberately installs with apt-get alone, and only as root or where sudo asks nothing; elsewhere it says what to
//! install.

use std::env;
use std::path::PathBuf;

use super::announce;
use crate::Result;
use crate::process::{command, find, output, quiet};

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
pub const CC: SystemTool =
    SystemTool { name: "a C compiler", programs: &["cc", "gcc", "clang"], variable: "CC", apt: "gcc" };
/// What the library says of itself; it comes with the headers.
pub const XMLSEC1: SystemTool = SystemTool {
    name: "libxmlsec1",
    programs: &["xmlsec1-config"],
    variable: "XMLSEC1_CONFIG",
    apt: "libxmlsec1-dev",
};

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
        "{} must be installed by hand here. Debian, as root: `apt-get install {}`; elsewhere with the system's package manager. \
         Where a program has another name or place, put its path into the environment variable {}.",
        names.join(", "),
        packages.join(" "),
        variables.join(", "),
    )
}
