//! `cargo xtask bench`: the core's time for signed responses beside that of other verifiers, in one run; and the page's cold
//! start beside that of another page.
//!
//! It deliberately judges nothing: the figures depend on the machine, so no check fails by them. Those of a quiet machine
//! stand in `docs/benchmarks.md`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{cargo, command, output, quiet, root, target, watch};
use crate::{Result, bundle, oracles, tools};

/// Bytes of a response, and how often each is read.
const SIZES: [(&str, &str); 2] = [("5000", "1001"), ("100000", "201")];

/// How long the page takes to be ready, beside a page of the size of a small web application.
pub fn cold() -> Result {
    let [node, _, chromium] = tools::system([&tools::NODE, &tools::NPM, &tools::CHROMIUM])?;
    tools::npm_packages()?;
    bundle::site(bundle::Optimiser::Required)?;
    let mut script = command(node);
    script.arg(root().join("tests/browser/cold.mjs")).arg("--program").arg(chromium);
    script.arg("--dist").arg(root().join("dist"));
    watch(script)
}

pub fn run() -> Result {
    let oracles = oracles::build()?;
    let wasm = wasm()?;
    let [node, npm] = tools::system([&tools::NODE, &tools::NPM])?;
    let libraries = root().join("oracle/js");
    let mut ci = command(npm);
    ci.current_dir(&libraries).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    quiet(ci)?;
    let certificate = root().join("tests/fixtures/signed/rsa.crt");
    println!("medians in microseconds, one RSA-2048 signature with SHA-256");
    for (size, times) in SIZES {
        let file = response(size)?;
        println!("\nabout {} KB", size.trim_end_matches("000"));
        let timed = |mut program: Command| {
            program.arg(&certificate).arg(&file).arg(times);
            let name = program.get_program().to_string_lossy().into_owned();
            output(program).ok_or_else(|| format!("{name} failed"))
        };
        let ours = timed(command(&oracles.core))?;
        let mut figures = ours.split_whitespace();
        row("core: whole diagnosis with verification", figures.next());
        row("core: reading and verification", figures.next());
        row("libxmlsec1, in process: reading and verification", Some(&timed(command(&oracles.xmlsec1))?));
        row("bergshamra: reading and verification", Some(&timed(command(&oracles.bergshamra))?));
        let mut script = command(&node);
        script.arg(libraries.join("bench.mjs")).arg(&certificate).arg(&file).arg(times).arg(&wasm);
        let lines = output(script).ok_or("bench.mjs failed: run it by hand to see why")?;
        for line in lines.lines() {
            let (name, figure) = line.split_once(' ').unwrap_or((line, ""));
            row(&format!("Node.js: {name}"), Some(figure));
        }
    }
    Ok(())
}

fn row(name: &str, nanoseconds: Option<&str>) {
    let figure = nanoseconds.and_then(|figure| figure.trim().parse::<f64>().ok());
    println!("{name:52} {:10.0}", figure.unwrap_or(f64::NAN) / 1000.0);
}

/// A response of about this size, in a file.
fn response(size: &str) -> Result<PathBuf> {
    let program = cargo(&["run", "--quiet", "--package", "samlens-tests", "--bin", "signed-response", size]);
    let text = output(program).ok_or("signed-response failed")?;
    let file = target().join("oracle").join(format!("response-{size}.xml"));
    std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(file)
}

/// The core as a bare module, built as the page is.
fn wasm() -> Result<PathBuf> {
    tools::wasm_target()?;
    let folder = target().join("oracle");
    let mut build = cargo(&["build", "--release", "--locked", "--target", tools::WASM, "--manifest-path"]);
    build.arg(root().join("oracle/wasm/Cargo.toml")).env("CARGO_TARGET_DIR", &folder);
    quiet(build)?;
    Ok(folder.join(Path::new(tools::WASM)).join("release/samlens_bench_wasm.wasm"))
}
