//! Packs the page's parts into what is published: text in, text out.
//!
//! It deliberately reads and writes no files, and leaves nothing in the product that a policy made of hashes would
//! refuse: one inline script, one inline style, no reference to anything else.
//!
//! The contract with the sources: lines of `index.html` that hold `data-trunk` are Trunk's and are dropped; the policy
//! follows `<meta charset="utf-8">`, the style goes before `</head>`, the script before `</body>`. `web/boot.js` and
//! `web/widget/element.js` hold `/*ENGINE*/` once, where `web/engine.js` goes; that holds `/*GLUE*/` once, where
//! wasm-bindgen's glue goes as plain declarations. The site's wasm is a file named by `<meta name="samlens-wasm">`;
//! the offline file carries it in `<script id="wasm" type="application/wasm+gzip+base85">`, data that never runs.

mod base85;
mod element;
mod sums;
#[cfg(test)]
mod tests;
mod zip;

pub use element::element;
pub use sums::{Named, sums};
pub use zip::zip;

use std::fmt::Write as _;
use std::num::NonZeroU64;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use crate::Result;

#[derive(Clone)]
pub struct Parts {
    pub html: String,
    pub css: String,
    pub boot: String,
    pub engine: String,
    /// The script of the element, and what its style has beyond the page's.
    pub element: String,
    pub element_css: String,
    pub glue: String,
    pub wasm: Vec<u8>,
}

impl Parts {
    /// Named by its content, so that a new page never meets an old wasm in a cache.
    pub fn wasm_name(&self) -> String {
        let digest = Sha256::digest(&self.wasm);
        let hex = digest.iter().take(8).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        format!("samlens-{hex}.wasm")
    }

    /// What the browser compares the wasm with (Subresource Integrity).
    fn integrity(&self) -> String {
        format!("sha384-{}", STANDARD.encode(Sha384::digest(&self.wasm)))
    }

    /// A script with the engine in it.
    fn script(&self, source: &str, file: &str) -> Result<String> {
        let engine = once(&self.engine, "/*GLUE*/", &plain(&self.glue)?, "web/engine.js")?;
        once(source, "/*ENGINE*/", &engine, file)
    }
}

/// The page for a web server: the wasm is a file beside it.
pub fn site(parts: &Parts) -> Result<String> {
    page(parts, "'self'", &wasm_meta(parts), "")
}

/// The page for a frame in a page of somebody else. `self` is the only parent until its file names others.
pub fn frame(parts: &Parts) -> Result<String> {
    let head = format!("{}\n<meta name=\"samlens-parents\" content=\"self\">", wasm_meta(parts));
    // The boot script mounts it, when it knows what the parent has to say.
    let html = once(&parts.html, " data-samlens-page", "", "index.html")?;
    page(&Parts { html, ..parts.clone() }, "'self'", &head, "")
}

/// The page as one file that works from a disk: the wasm is inside.
pub fn offline(parts: &Parts) -> Result<String> {
    let data = base85::encode(&gzip(&parts.wasm)?);
    let block = format!("<script id=\"wasm\" type=\"application/wasm+gzip+base85\">{data}</script>\n");
    page(parts, "'none'", "", &block)
}

fn wasm_meta(parts: &Parts) -> String {
    let (name, integrity) = (parts.wasm_name(), parts.integrity());
    // The page's own wasm is fetched once; then the boot script forbids every connection.
    format!("<meta name=\"samlens-wasm\" content=\"{name}\" data-integrity=\"{integrity}\">")
}

/// `connect` is what the policy lets the page fetch, `head` and `body` what this product adds to the source.
fn page(parts: &Parts, connect: &str, head: &str, body: &str) -> Result<String> {
    let script = parts.script(&parts.boot, "web/boot.js")?;
    inline("script", &script)?;
    inline("style", &parts.css)?;
    let policy = policy(&script, &parts.css, connect);
    let charset = "<meta charset=\"utf-8\">";
    let meta =
        format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{head}");
    let source: String = parts.html.lines().filter(|line| !line.contains("data-trunk")).fold(
        String::new(),
        |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        },
    );
    let html = once(&source, charset, meta.trim_end(), "index.html")?;
    let html = once(&html, "</head>", &format!("<style>{}</style>\n</head>", parts.css), "index.html")?;
    // The script is put in last: it is long, and may well mention the anchors above.
    once(&html, "</body>", &format!("{body}<script>{script}</script>\n</body>"), "index.html")
}

fn policy(script: &str, style: &str, connect: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    [
        "default-src 'none'".to_owned(),
        format!("script-src {} 'wasm-unsafe-eval'", hash(script)),
        format!("style-src {}", hash(style)),
        format!("connect-src {connect}"),
        "worker-src blob:".to_owned(),
        "img-src data:".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        // No text becomes markup or a script; the one worker's address is all that this policy lets through.
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types samlens".to_owned(),
    ]
    .join("; ")
}

/// Turns wasm-bindgen's module into plain declarations, which run in a classic script and in a worker made of it.
fn plain(glue: &str) -> Result<String> {
    let mut out = String::with_capacity(glue.len());
    for line in glue.lines() {
        if line.starts_with("import ") || line.starts_with("import{") {
            return Err(format!("the glue imports another file, which one file cannot hold: {line}"));
        }
        // `export { initSync, __wbg_init as default };` only names what is declared above it.
        if line.starts_with("export {") || line.starts_with("export default ") || line.starts_with("/* @ts-")
        {
            continue;
        }
        out.push_str(line.strip_prefix("export ").unwrap_or(line));
        out.push('\n');
    }
    // Only used where the caller does not say where the wasm is; the boot script always does.
    let out = out.replace("new URL('samlens_bg.wasm', import.meta.url)", "undefined");
    if out.contains("import.meta") || out.lines().any(|line| line.starts_with("export")) {
        return Err(
            "the glue has a form that the packer does not know: see `plain` in xtask/src/pack.rs".to_owned()
        );
    }
    Ok(out)
}

/// Refuses what would end the element early, or change between this file and what a browser hashes.
fn inline(element: &str, text: &str) -> Result {
    let lower = text.to_ascii_lowercase();
    let close = format!("</{element}");
    match [close.as_str(), "<!--", "\r"].into_iter().find(|trap| lower.contains(trap)) {
        Some(trap) => Err(format!("the inline {element} must not hold {trap:?}")),
        None => Ok(()),
    }
}

fn once(text: &str, anchor: &str, replacement: &str, file: &str) -> Result<String> {
    match text.matches(anchor).count() {
        1 => Ok(text.replacen(anchor, replacement, 1)),
        found => Err(format!("{file} must hold `{anchor}` once, not {found} times")),
    }
}

/// Without a time or a name in the header, so that the same wasm gives the same file. Zopfli takes long and saves a twentieth of what
/// zlib's best leaves; it is done once and sent often.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let few = NonZeroU64::new(5).ok_or("five is not zero")?;
    let settings = zopfli::Options { iteration_count: few, ..Default::default() };
    let mut out = Vec::new();
    zopfli::compress(settings, zopfli::Format::Gzip, bytes, &mut out)
        .map_err(|error| format!("cannot compress: {error}"))?;
    Ok(out)
}

/// The best that Brotli can do: it is done once and sent often.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings)
        .map_err(|error| format!("cannot compress: {error}"))?;
    Ok(out)
}
