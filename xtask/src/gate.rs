//! `cargo xtask test`: every check that the project has, each timed and told in one line.
//!
//! It deliberately skips nothing: a check that cannot run has failed. After a failure the others still run.

use std::io::{self, IsTerminal as _, Write as _};
use std::thread;
use std::time::Instant;

use crate::bundle;
use crate::process::{cargo, command, quiet, root};
use crate::serve::Server;
use crate::{Result, oracles, reference, tools};

struct Step {
    name: &'static str,
    /// Needs nothing but Rust itself: part of the fast inner loop.
    native: bool,
    run: fn() -> Result,
}

/// In the order of what a mistake costs to find: the quick ones first.
const STEPS: &[Step] = &[
    Step { name: "format", native: true, run: format },
    Step { name: "clippy", native: true, run: clippy },
    Step { name: "native", native: true, run: native },
    Step { name: "features", native: true, run: features },
    Step { name: "generated", native: false, run: reference::check },
    Step { name: "differential", native: false, run: oracles::check },
    Step { name: "docs", native: false, run: docs },
    Step { name: "deny", native: false, run: deny },
    Step { name: "clippy-wasm", native: false, run: clippy_wasm },
    Step { name: "wasm", native: false, run: wasm },
    Step { name: "site", native: false, run: site },
    Step { name: "chromium", native: false, run: chromium },
    Step { name: "firefox", native: false, run: firefox },
    Step { name: "trunk", native: false, run: trunk },
];

pub fn run(options: &[&str]) -> Result {
    let names = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
    let known = |option: &&str| *option == "--native" || STEPS.iter().any(|step| step.name == *option);
    if let Some(unknown) = options.iter().find(|option| !known(option)) {
        return Err(format!("there is no step `{unknown}`: --native, {}", names()));
    }
    let asked = |step: &&Step| {
        options.is_empty() || options.contains(&step.name) || step.native && options.contains(&"--native")
    };
    if !options.contains(&"--native") {
        tools::rust_components()?;
    }
    let start = Instant::now();
    let mut passed = 0;
    let mut failures = Vec::new();
    for step in STEPS.iter().filter(asked) {
        let start = Instant::now();
        if io::stdout().is_terminal() {
            // Overwritten by what is printed next.
            print!("...             {}\r", step.name);
            let _ = io::stdout().flush();
        }
        let result = (step.run)();
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok(()) => {
                passed += 1;
                println!("ok    {seconds:6.1} s  {}", step.name);
            }
            Err(message) => {
                println!("FAIL  {seconds:6.1} s  {}", step.name);
                failures.push(format!("{}: {message}", step.name));
            }
        }
    }
    if std::env::var_os("SAMLENS_CORPUS").is_none() {
        println!("the optional corpus suite was not asked for (SAMLENS_CORPUS names its directory)");
    }
    for failure in &failures {
        println!("\n{failure}");
    }
    println!("\nin {:.0} s:\n{passed} passed, {} failed", start.elapsed().as_secs_f64(), failures.len());
    if failures.is_empty() { Ok(()) } else { Err("the checks failed".to_owned()) }
}

fn format() -> Result {
    quiet(cargo(&["fmt", "--all", "--check"]))
}

fn clippy() -> Result {
    quiet(cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}

fn native() -> Result {
    quiet(cargo(&["test", "--workspace", "--no-fail-fast"]))
}

/// The core without its optional parts, and with each alone: it compiles without a warning and says what is left out.
fn features() -> Result {
    let core = ["--package", "samlens-core", "--no-default-features", "--features"];
    for feature in ["decryption", "ecdsa", "pages", "view"] {
        let mut check = cargo(&["clippy"]);
        check.args(core).args([feature, "--", "--deny", "warnings"]);
        quiet(check)?;
    }
    let mut test = cargo(&["test"]);
    test.args(core).args(["", "--test", "features"]);
    quiet(test)
}

fn docs() -> Result {
    let mut doc = cargo(&["doc", "--workspace", "--no-deps", "--document-private-items"]);
    doc.env("RUSTDOCFLAGS", "--deny warnings");
    quiet(doc)
}

/// Not the advisories: their database is a download of its own, for the release.
fn deny() -> Result {
    tools::CARGO_DENY.ensure()?;
    quiet(cargo(&["deny", "check", "bans", "licenses", "sources"]))
}

fn clippy_wasm() -> Result {
    tools::wasm_target()?;
    let page = ["clippy", "--package", "samlens-web", "--all-targets", "--target", tools::WASM];
    let mut clippy = cargo(&page);
    clippy.args(["--", "--deny", "warnings"]);
    quiet(clippy)
}

fn wasm() -> Result {
    tools::wasm_target()?;
    tools::WASM_BINDGEN.ensure()?;
    tools::WASM_PACK.ensure()?;
    let [_, driver] = tools::system([&tools::CHROMIUM, &tools::CHROMEDRIVER])?;
    let mut pack = command("wasm-pack");
    // Tools come from `tools` alone, in the version that the lock file asks for.
    pack.args(["test", "--mode", "no-install", "--headless", "--chrome", "--chromedriver"])
        .arg(driver)
        .arg("web");
    quiet(pack)
}

/// Everything that is published: the browser tests open each product.
fn site() -> Result {
    bundle::all()
}

fn chromium() -> Result {
    browser("chromium", &tools::CHROMIUM)
}

fn firefox() -> Result {
    browser("firefox", &tools::FIREFOX)
}

/// Runs the browser tests on the built site.
fn browser(name: &str, tool: &tools::SystemTool) -> Result {
    let site = bundle::site_directory();
    if !site.join("index.html").is_file() {
        return Err(
            "there is no built site: `cargo xtask test site` makes it and says what is wrong".to_owned()
        );
    }
    let [node, _, browser] = tools::system([&tools::NODE, &tools::NPM, tool])?;
    tools::npm_packages()?;
    let server = Server::bind(&site, Some(0))?;
    let address = format!("http://{}/", server.address());
    thread::spawn(|| server.run());
    let mut run = command(node);
    run.arg(root().join("tests/browser/run.mjs"))
        .args(["--browser", name, "--url", &address, "--program"])
        .arg(browser)
        .arg("--dist")
        .arg(root().join("dist"));
    run.arg("--screenshots").arg(crate::process::target().join("screenshots"));
    // The page must say what the command line says.
    quiet(cargo(&["build", "--package", "samlens-cli"]))?;
    run.env("SAMLENS_BIN", crate::process::target().join("debug/samlens"));
    quiet(run)
}

/// Trunk serves development; its build must not rot unseen.
fn trunk() -> Result {
    tools::wasm_target()?;
    tools::WASM_BINDGEN.ensure()?;
    tools::TRUNK.ensure()?;
    tools::wasm_opt()?;
    let mut trunk = command("trunk");
    trunk.args(["build", "--release", "--offline"]).env("CARGO_ENCODED_RUSTFLAGS", bundle::rust_flags());
    // Trunk takes this variable for a flag of its own and stops at any value but true or false.
    trunk.env_remove("NO_COLOR");
    quiet(trunk)
}
