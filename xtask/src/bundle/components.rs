//! What the page and the command line are made of: a bill of materials (CycloneDX 1.5) and the licences' texts, from Cargo's own records.
//!
//! It deliberately has no date and no serial number, so that the same lock file gives the same bytes, and lists only
//! what is linked into the product: no tools, no tests, no macros.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::Result;
use crate::process::{cargo, output, root};
use crate::tools::WASM;

/// The bill and the texts of the page.
pub fn of_the_page() -> Result<(String, String)> {
    of("samlens-web", WASM)
}

/// The bill and the texts of the command line as it is built for `platform`.
pub fn of_the_program(platform: &str) -> Result<(String, String)> {
    of("samlens-cli", platform)
}

fn of(package: &str, platform: &str) -> Result<(String, String)> {
    let arguments = ["metadata", "--format-version", "1", "--locked", "--filter-platform", platform];
    let text = output(cargo(&arguments)).ok_or("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let lock =
        fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let graph = Graph::read(&metadata, package).ok_or("cargo metadata has another shape than it had")?;
    Ok((bill(&graph, &lock), licences(&graph)?))
}

struct Graph<'a> {
    packages: BTreeMap<&'a str, &'a Value>,
    /// What each package links, by identifier.
    links: BTreeMap<&'a str, BTreeSet<&'a str>>,
    product: &'a str,
}

impl<'a> Graph<'a> {
    /// The packages that a product links, and the product itself.
    fn read(metadata: &'a Value, product: &str) -> Option<Self> {
        let all: BTreeMap<&str, &Value> = metadata["packages"]
            .as_array()?
            .iter()
            .filter_map(|package| Some((package["id"].as_str()?, package)))
            .collect();
        let is_macro = |id: &str| {
            all.get(id).and_then(|package| package["targets"].as_array()).is_some_and(|targets| {
                targets.iter().any(|target| {
                    target["kind"].as_array().is_some_and(|kinds| kinds.contains(&json!("proc-macro")))
                })
            })
        };
        let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for node in metadata["resolve"]["nodes"].as_array()? {
            let linked = node["deps"].as_array()?.iter().filter(|dependency| {
                let kinds = dependency["dep_kinds"].as_array();
                kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
            });
            let linked =
                linked.filter_map(|dependency| dependency["pkg"].as_str()).filter(|id| !is_macro(id));
            edges.insert(node["id"].as_str()?, linked.collect());
        }
        let product = all.iter().find(|(_, package)| package["name"] == product).map(|(id, _)| *id)?;
        let mut links = BTreeMap::new();
        let mut open = vec![product];
        while let Some(id) = open.pop() {
            if links.contains_key(id) {
                continue;
            }
            let to = edges.get(id)?;
            open.extend(to);
            links.insert(id, to.clone());
        }
        Some(Self { packages: all, links, product })
    }

    /// By name and version, the product left out.
    fn sorted(&self) -> Vec<&'a Value> {
        let ids = self.links.keys().filter(|id| **id != self.product);
        let mut packages: Vec<&Value> = ids.filter_map(|id| self.packages.get(id).copied()).collect();
        packages.sort_by_key(|package| reference(package));
        packages
    }
}

/// The package URL.
fn reference(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", word(package, "name"), word(package, "version"))
}

fn word<'a>(package: &'a Value, field: &str) -> &'a str {
    package[field].as_str().unwrap_or_default()
}

fn bill(graph: &Graph<'_>, lock: &str) -> String {
    let component = |package: &Value| {
        let purl = reference(package);
        let mut component = json!({
            "type": "library",
            "bom-ref": purl,
            "name": word(package, "name"),
            "version": word(package, "version"),
            "purl": purl,
            // Old manifests write a stroke for `or`.
            "licenses": [{ "expression": word(package, "license").replace('/', " OR ").replace("  ", " ") }],
        });
        if let Some(digest) = checksum(lock, word(package, "name"), word(package, "version")) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": digest }]);
        }
        component
    };
    let components: Vec<Value> = graph.sorted().into_iter().map(component).collect();
    let mut dependencies: Vec<(String, Vec<String>)> = graph
        .links
        .iter()
        .filter_map(|(id, to)| {
            let mut on: Vec<_> =
                to.iter().filter_map(|id| graph.packages.get(id)).map(|one| reference(one)).collect();
            on.sort();
            Some((reference(graph.packages.get(id)?), on))
        })
        .collect();
    dependencies.sort();
    let dependencies: Vec<Value> =
        dependencies.into_iter().map(|(of, on)| json!({ "ref": of, "dependsOn": on })).collect();
    let product = graph.packages.get(graph.product).map(|product| reference(product)).unwrap_or_default();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": product, "name": "samlens", "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
        "dependencies": dependencies,
    });
    format!("{bill:#}\n")
}

/// The digest of a package as it was published.
fn checksum<'a>(lock: &'a str, name: &str, version: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))?;
    let entry = rest.split("[[package]]").next()?;
    entry.split_once("checksum = \"")?.1.split('"').next()
}

/// What each package says of its licence, in its own words.
fn licences(graph: &Graph<'_>) -> Result<String> {
    let mut out = "Samlens is licensed under MIT or Apache-2.0, at your option: see LICENSE-MIT and LICENSE-APACHE.\n\
        It contains the packages below, and the standard library of Rust (MIT or Apache-2.0, The Rust Project Developers).\n"
        .to_owned();
    // Many packages carry the same text; it is given once.
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in graph.sorted().into_iter().filter(|package| !package["source"].is_null()) {
        let title =
            format!("{} {} ({})", word(package, "name"), word(package, "version"), word(package, "license"));
        let directory = Path::new(word(package, "manifest_path")).parent().unwrap_or(root());
        let mut found: Vec<_> = fs::read_dir(directory)
            .map_err(|error| format!("{}: {error}", directory.display()))?
            .flatten()
            .filter(|entry| {
                let name = entry.file_name().to_string_lossy().to_ascii_uppercase();
                entry.path().is_file()
                    && ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"]
                        .iter()
                        .any(|lead| name.starts_with(lead))
            })
            .map(|entry| entry.path())
            .collect();
        found.sort();
        if found.is_empty() {
            texts
                .entry("(The package names its licence and carries no text of it.)".to_owned())
                .or_default()
                .push(title);
            continue;
        }
        for path in found {
            let text = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let text = String::from_utf8_lossy(&text).replace("\r\n", "\n").trim().to_owned();
            texts.entry(text).or_default().push(title.clone());
        }
    }
    let mut parts: Vec<(Vec<String>, String)> =
        texts.into_iter().map(|(text, titles)| (titles, text)).collect();
    parts.sort();
    for (titles, text) in parts {
        let _ = write!(out, "\n{}\n{}\n\n{text}\n", "=".repeat(80), titles.join("\n"));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_made_of_what_it_links_and_of_no_tool() {
        let (bill, licences) = of_the_page().unwrap();
        let bill: Value = serde_json::from_str(&bill).unwrap();
        let names: Vec<_> =
            bill["components"].as_array().unwrap().iter().map(|one| word(one, "name")).collect();
        for linked in ["samlens-core", "yew", "quick-xml", "wasm-bindgen"] {
            assert!(names.contains(&linked), "{linked}");
            assert!(linked == "samlens-core" || licences.contains(&format!("{linked} ")), "{linked}");
        }
        for tool in ["samlens-cli", "proptest", "syn", "brotli", "wasm-bindgen-test", "samlens-web"] {
            assert!(!names.contains(&tool), "{tool}");
        }
        let hashed = |one: &Value| one["hashes"][0]["content"].as_str().map(str::len) == Some(64);
        let published = |one: &&Value| word(one, "name") != "samlens-core";
        assert!(bill["components"].as_array().unwrap().iter().filter(published).all(hashed));
    }
}
