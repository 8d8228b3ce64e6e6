//! Packs the page's parts into what is published: text in, text out.
//!
//! It deliberately reads and writes no files, and leaves nothing in the product that a policy made of hashes would
//! refuse: one inline script, one inline style, no reference to anything else.
//!
//! The contract with `index.html` and `web/boot.js`: lines of the page that hold `data-trunk` are Trunk's and are
//! dropped; the policy follows `<meta charset="utf-8">`, the style goes before `</head>`, the script before
//! `</body>`. The boot script holds `/*GLUE*/` once, where wasm-bindgen's glue goes as plain declarations (`initSync`,
//! `__wbg_init` and the exports). The site's wasm is a file named by `<meta name="samlens-wasm">`; the offline file
//! carries it in `<script id="wasm" type="application/wasm+gzip+base64">`, a block of data that never runs.

use std::fmt::Write as _;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use sha2::{Digest as _, Sha256};

use crate::Result;

pub struct Parts {
    pub html: String,
    pub css: String,
    pub boot: String,
    pub glue: String,
    pub wasm: Vec<u8>,
}

pub struct Site {
    pub html: String,
    /// Named by its content, so that a new page never meets an old wasm in a cache.
    pub wasm_name: String,
}

/// The page for a web server: the wasm is a file beside it.
pub fn site(parts: &Parts) -> Result<Site> {
    let digest = Sha256::digest(&parts.wasm);
    let name = digest.iter().take(8).fold("samlens-".to_owned(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    });
    let wasm_name = format!("{name}.wasm");
    // The page's own wasm is fetched once; then the boot script forbids every connection.
    let head = format!("<meta name=\"samlens-wasm\" content=\"{wasm_name}\">");
    Ok(Site { html: page(parts, "'self'", &head, "")?, wasm_name })
}

/// The page as one file that works from a disk: the wasm is inside.
pub fn offline(parts: &Parts) -> Result<String> {
    let data = STANDARD.encode(gzip(&parts.wasm)?);
    let block = format!("<script id=\"wasm\" type=\"application/wasm+gzip+base64\">{data}</script>\n");
    page(parts, "'none'", "", &block)
}

/// `connect` is what the policy lets the page fetch, `head` and `body` what this product adds to the source.
fn page(parts: &Parts, connect: &str, head: &str, body: &str) -> Result<String> {
    let script = once(&parts.boot, "/*GLUE*/", &plain(&parts.glue)?, "web/boot.js")?;
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

/// Without a time or a name in the header, so that the same wasm gives the same file.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer
        .write_all(bytes)
        .and_then(|()| writer.finish())
        .map_err(|error| format!("cannot compress: {error}"))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    const GLUE: &str = "/* @ts-self-types=\"./samlens.d.ts\" */\nexport function mount(host) {}\nfunction initSync(module) {}\n\
        async function __wbg_init(path) {\n    path = new URL('samlens_bg.wasm', import.meta.url);\n}\n\
        export { initSync, __wbg_init as default };\n";

    fn parts() -> Parts {
        Parts {
            html: "<!doctype html>\n<head>\n<meta charset=\"utf-8\">\n<link data-trunk rel=\"rust\">\n</head>\n<body>\n<div id=\"app\"></div>\n</body>\n".to_owned(),
            css: "body { margin: 0 }\n".to_owned(),
            boot: "(() => {\n/*GLUE*/\n})();\n".to_owned(),
            glue: GLUE.to_owned(),
            wasm: b"\0asm\x01\0\0\0".to_vec(),
        }
    }

    fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
        text.split_once(start).unwrap().1.split_once(end).unwrap().0
    }

    #[test]
    fn the_site_names_its_wasm_and_its_policy_fits_its_script_and_style() {
        let site = site(&parts()).unwrap();
        let policy = between(&site.html, "Content-Security-Policy\" content=\"", "\"");
        for (element, directive) in [("script", "script-src"), ("style", "style-src")] {
            let text = between(&site.html, &format!("<{element}>"), &format!("</{element}>"));
            let hash = STANDARD.encode(Sha256::digest(text));
            assert!(policy.contains(&format!("{directive} 'sha256-{hash}'")), "{policy}");
        }
        assert!(policy.contains("connect-src 'self'"));
        assert!(site.html.contains(&format!("<meta name=\"samlens-wasm\" content=\"{}\">", site.wasm_name)));
        assert!(!site.html.contains("data-trunk"));
        assert!(site.html.find("Security-Policy").unwrap() < site.html.find("<style>").unwrap());
    }

    #[test]
    fn the_offline_file_carries_the_wasm_and_fetches_nothing() {
        let html = offline(&parts()).unwrap();
        let data = between(&html, "type=\"application/wasm+gzip+base64\">", "</script>");
        let mut wasm = Vec::new();
        flate2::read::GzDecoder::new(STANDARD.decode(data).unwrap().as_slice())
            .read_to_end(&mut wasm)
            .unwrap();
        assert_eq!(wasm, parts().wasm);
        assert!(html.contains("connect-src 'none'"));
        assert_eq!(html, offline(&parts()).unwrap());
    }

    #[test]
    fn the_source_of_the_page_has_the_anchors() {
        let parts = Parts { html: include_str!("../../index.html").to_owned(), ..parts() };
        assert!(site(&parts).is_ok() && offline(&parts).is_ok());
    }

    #[test]
    fn the_glue_becomes_plain_declarations() {
        let plain = plain(GLUE).unwrap();
        assert!(plain.starts_with("function mount(host) {}\nfunction initSync"), "{plain}");
        assert!(plain.contains("path = undefined;"));
        assert!(!plain.contains("export"));
    }

    #[test]
    fn what_the_packer_cannot_pack_is_refused() {
        type Spoil = fn(&mut Parts);
        let cases: [(&str, Spoil); 6] = [
            ("imports another file", |parts| {
                parts.glue.insert_str(0, "import * as s from './snippets/a.js';\n")
            }),
            ("does not know", |parts| parts.glue.push_str("console.log(import.meta.url);\n")),
            ("`/*GLUE*/` once, not 0", |parts| parts.boot.clear()),
            ("`</head>` once", |parts| parts.html = parts.html.replace("</head>", "")),
            ("must not hold \"</script\"", |parts| parts.boot.push_str("'</SCRIPT>'")),
            ("must not hold \"\\r\"", |parts| parts.css.push('\r')),
        ];
        for (reason, spoil) in cases {
            let mut parts = parts();
            spoil(&mut parts);
            let message = site(&parts).map(|site| site.html).unwrap_err();
            assert!(message.contains(reason), "{message}");
        }
    }
}
