//! Which files each product consists of.
//!
//! It deliberately builds nothing and writes nothing: parts in, names and bytes out.

use std::fs;

use super::components;
use crate::Result;
use crate::pack::{self, Named, Parts, brotli, gzip, sums};
use crate::process::root;

/// A static site for any host and any path: all that it refers to lies beside it.
pub fn site(parts: &Parts) -> Result<Vec<Named>> {
    let mut files = Vec::new();
    for (name, bytes) in
        [("index.html".to_owned(), pack::site(parts)?.into_bytes()), (parts.wasm_name(), parts.wasm.clone())]
    {
        files.push((format!("{name}.br"), brotli(&bytes)?));
        files.push((format!("{name}.gz"), gzip(&bytes)?));
        files.push((name, bytes));
    }
    files.push(source("_headers", "web/hosting/_headers")?);
    // Else GitHub Pages would leave out what begins with an underscore.
    files.push((".nojekyll".to_owned(), Vec::new()));
    Ok(files)
}

/// The one file, and the archive that it is handed on in.
pub fn offline(parts: &Parts) -> Result<Vec<Named>> {
    let (bill, licences) = components::of_the_page()?;
    let mut files = vec![
        ("samlens.html".to_owned(), pack::offline(parts)?.into_bytes()),
        ("samlens.cdx.json".to_owned(), bill.into_bytes()),
        ("LICENSES.txt".to_owned(), licences.into_bytes()),
        source("LICENSE-MIT", "LICENSE-MIT")?,
        source("LICENSE-APACHE", "LICENSE-APACHE")?,
        source("VERIFY.md", "docs/verify.md")?,
    ];
    files.push(("SHA256SUMS".to_owned(), sums(&files).into_bytes()));
    let archive = pack::zip(&files)?;
    files.push(("samlens-offline.zip".to_owned(), archive));
    Ok(files)
}

/// The element as a package and as a plain script, and the frame for where scripts are not wanted.
pub fn widget(parts: &Parts) -> Result<Vec<Named>> {
    let element = pack::element(parts)?;
    let (bill, licences) = components::of_the_page()?;
    let package =
        text("web/widget/package.json")?.replace("\"0.0.0\"", &format!("\"{}\"", env!("CARGO_PKG_VERSION")));
    let mut files = vec![
        ("samlens.js".to_owned(), element.classic.into_bytes()),
        ("samlens.mjs".to_owned(), element.module.into_bytes()),
        (parts.wasm_name(), parts.wasm.clone()),
        ("frame.html".to_owned(), pack::frame(parts)?.into_bytes()),
        ("package.json".to_owned(), package.into_bytes()),
        ("samlens.cdx.json".to_owned(), bill.into_bytes()),
        ("LICENSES.txt".to_owned(), licences.into_bytes()),
        source("index.d.ts", "web/widget/index.d.ts")?,
        source("README.md", "docs/widget.md")?,
        source("LICENSE-MIT", "LICENSE-MIT")?,
        source("LICENSE-APACHE", "LICENSE-APACHE")?,
    ];
    files.push(("SHA256SUMS".to_owned(), sums(&files).into_bytes()));
    Ok(files)
}

/// A file of the sources under the name that it has in a product.
fn source(name: &str, path: &str) -> Result<Named> {
    Ok((name.to_owned(), text(path)?.into_bytes()))
}

fn text(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}
