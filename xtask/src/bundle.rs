//! Builds the page's parts (wasm, glue, style, boot script) and writes the products that `pack` makes of them.
//!
//! It deliberately does not use Trunk: Trunk's loader needs a looser policy than the product has. Trunk serves
//! development, and the gate checks that it builds.

pub mod components;
mod products;
mod repeat;

use std::fs;
use std::path::{Path, PathBuf};

use crate::pack::{Named, Parts};
use crate::process::{self, cargo, cargo_home, command, quiet, root, target, watch};
use crate::{Result, tools};

const PROFILE: &str = "wasm-release";

/// What to do where wasm-opt is not at hand and cannot be fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Optimiser {
    Required,
    /// A larger file will do: for a first look on a machine without npm.
    Optional,
}

/// In the order in which they are made when none is named.
const PRODUCTS: [&str; 3] = ["site", "offline", "widget"];

pub fn run(products: &[&str]) -> Result {
    if products == ["--check"] {
        return repeat::check();
    }
    if let Some(unknown) = products.iter().find(|product| !PRODUCTS.contains(product)) {
        return Err(format!("there is no product `{unknown}`: {}, or --check", PRODUCTS.join(", ")));
    }
    let parts = parts(Optimiser::Required)?;
    let asked = if products.is_empty() { &PRODUCTS[..] } else { products };
    for product in asked {
        let directory = write(product, &files(product, &parts)?)?;
        println!("{}", directory.display());
    }
    Ok(())
}

/// Builds and writes the site; the directory it is in.
pub fn site(optimiser: Optimiser) -> Result<PathBuf> {
    // A failed build must not leave an older site to be taken for this one.
    remove(&site_directory())?;
    write("site", &files("site", &parts(optimiser)?)?)
}

/// Builds everything that is published, under `dist/`.
pub fn all() -> Result {
    remove(&root().join("dist"))?;
    let parts = parts(Optimiser::Required)?;
    PRODUCTS.iter().try_for_each(|product| write(product, &files(product, &parts)?).map(drop))
}

pub fn site_directory() -> PathBuf {
    root().join("dist/site")
}

fn files(product: &str, parts: &Parts) -> Result<Vec<Named>> {
    match product {
        "site" => products::site(parts),
        "offline" => products::offline(parts),
        _ => products::widget(parts),
    }
}

/// The compiler's settings for the page, shared by every build of it so that they share one cache.
///
/// Without the mapping, panic messages in the wasm would carry the builder's directories.
pub fn rust_flags() -> String {
    let map = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    [map(&cargo_home(), "cargo"), map(root(), "samlens")].join("\u{1f}")
}

fn parts(optimiser: Optimiser) -> Result<Parts> {
    tools::wasm_target()?;
    tools::WASM_BINDGEN.ensure()?;
    let mut build =
        cargo(&["build", "--package", "samlens-web", "--target", tools::WASM, "--profile", PROFILE]);
    build.env("CARGO_ENCODED_RUSTFLAGS", rust_flags());
    watch(build)?;

    let out = target().join("page");
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--remove-producers-section"]);
    bindgen.args(["--out-name", "samlens", "--out-dir"]).arg(&out);
    bindgen.arg(target().join(tools::WASM).join(PROFILE).join("samlens-web.wasm"));
    quiet(bindgen)?;

    let wasm = optimised(&out.join("samlens_bg.wasm"), optimiser)?;
    let wasm = fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
    for private in [root().to_owned(), cargo_home()] {
        let private = private.to_string_lossy();
        if wasm.windows(private.len()).any(|window| window == private.as_bytes()) {
            return Err(format!("the wasm names {private}, which is this machine's business"));
        }
    }
    Ok(Parts {
        html: read(&root().join("index.html"))?,
        css: read(&root().join("web/style.css"))?,
        boot: read(&root().join("web/boot.js"))?,
        engine: read(&root().join("web/engine.js"))?,
        element: read(&root().join("web/widget/element.js"))?,
        element_css: read(&root().join("web/widget/widget.css"))?,
        glue: read(&out.join("samlens.js"))?,
        wasm,
    })
}

/// The wasm after wasm-opt, or as it was where that may be left out.
fn optimised(wasm: &Path, optimiser: Optimiser) -> Result<PathBuf> {
    if optimiser == Optimiser::Optional && tools::NPM.find().is_none() && process::find("wasm-opt").is_none()
    {
        println!("wasm-opt is not there, nor npm to fetch it: the page is larger than the released one");
        return Ok(wasm.to_owned());
    }
    let out = wasm.with_file_name("samlens_opt.wasm");
    let mut opt = command(tools::wasm_opt()?);
    // The lowest addresses are the far end of the stack, so no pointer plus a small offset comes round to them.
    opt.args(["-Os", "--low-memory-unused"]).arg(wasm).arg("-o").arg(&out);
    quiet(opt)?;
    Ok(out)
}

/// Writes a product into its directory under `dist/`, which it has to itself.
fn write(product: &str, files: &[Named]) -> Result<PathBuf> {
    let directory = root().join("dist").join(product);
    remove(&directory)?;
    for (name, bytes) in files {
        let path = directory.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&directory))
            .and_then(|()| fs::write(&path, bytes))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(directory)
}

fn remove(directory: &Path) -> Result {
    if directory.exists() {
        fs::remove_dir_all(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
