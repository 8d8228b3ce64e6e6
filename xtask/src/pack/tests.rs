//! The packer on small parts, and on the sources' own anchors.

use std::io::Read as _;

use super::*;

const GLUE: &str = "/* @ts-self-types=\"./samlens.d.ts\" */\nexport function mount(host) {}\nfunction initSync(module) {}\n\
    async function __wbg_init(path) {\n    path = new URL('samlens_bg.wasm', import.meta.url);\n}\n\
    export { initSync, __wbg_init as default };\n";

fn parts() -> Parts {
    Parts {
        html: "<!doctype html>\n<head>\n<meta charset=\"utf-8\">\n<link data-trunk rel=\"rust\">\n</head>\n<body>\n<div id=\"app\" data-samlens-page></div>\n</body>\n".to_owned(),
        css: "body { margin: 0 }\n".to_owned(),
        boot: "(() => {\n/*ENGINE*/\n})();\n".to_owned(),
        engine: "function start() {\n/*GLUE*/\n}\n".to_owned(),
        element: "(() => {\n  'use strict';\n/*ENGINE*/\nfetched(WASM, '/*INTEGRITY*/');\nconst STYLE = /*STYLE*/;\n})();\n".to_owned(),
        element_css: String::new(),
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
    let policy = between(&site, "Content-Security-Policy\" content=\"", "\"");
    for (element, directive) in [("script", "script-src"), ("style", "style-src")] {
        let text = between(&site, &format!("<{element}>"), &format!("</{element}>"));
        let hash = STANDARD.encode(Sha256::digest(text));
        assert!(policy.contains(&format!("{directive} 'sha256-{hash}'")), "{policy}");
    }
    assert!(policy.contains("connect-src 'self'"));
    let name = parts().wasm_name();
    assert!(
        site.contains(&format!("<meta name=\"samlens-wasm\" content=\"{name}\" data-integrity=\"sha384-"))
    );
    assert!(!site.contains("data-trunk"));
    assert!(site.find("Security-Policy").unwrap() < site.find("<style>").unwrap());
}

#[test]
fn the_offline_file_carries_the_wasm_and_fetches_nothing() {
    let html = offline(&parts()).unwrap();
    let data = between(&html, "type=\"application/wasm+gzip+base85\">", "</script>");
    let packed = gzip(&parts().wasm).unwrap();
    assert_eq!(data, base85::encode(&packed));
    let mut wasm = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut wasm).unwrap();
    assert_eq!(wasm, parts().wasm);
    assert!(html.contains("connect-src 'none'"));
    assert_eq!(html, offline(&parts()).unwrap());
}

#[test]
fn the_source_of_the_page_has_the_anchors() {
    let parts = Parts {
        html: include_str!("../../../index.html").to_owned(),
        css: include_str!("../../../web/style.css").to_owned(),
        boot: include_str!("../../../web/boot.js").to_owned(),
        engine: include_str!("../../../web/engine.js").to_owned(),
        element: include_str!("../../../web/widget/element.js").to_owned(),
        element_css: include_str!("../../../web/widget/widget.css").to_owned(),
        ..parts()
    };
    assert!(site(&parts).is_ok() && offline(&parts).is_ok());
    let frame = frame(&parts).unwrap();
    assert!(!frame.contains("data-samlens-page") && frame.contains("content=\"self\""));
    let element = element(&parts).unwrap();
    assert!(element.module.contains(&format!("new URL('./{}', import.meta.url)", parts.wasm_name())));
    assert!(
        element.classic.contains("document.currentScript.src") && !element.classic.contains("import.meta")
    );
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
    let cases: [(&str, Spoil); 7] = [
        ("imports another file", |parts| parts.glue.insert_str(0, "import * as s from './snippets/a.js';\n")),
        ("does not know", |parts| parts.glue.push_str("console.log(import.meta.url);\n")),
        ("`/*ENGINE*/` once, not 0", |parts| parts.boot.clear()),
        ("`/*GLUE*/` once, not 0", |parts| parts.engine.clear()),
        ("`</head>` once", |parts| parts.html = parts.html.replace("</head>", "")),
        ("must not hold \"</script\"", |parts| parts.boot.push_str("'</SCRIPT>'")),
        ("must not hold \"\\r\"", |parts| parts.css.push('\r')),
    ];
    for (reason, spoil) in cases {
        let mut parts = parts();
        spoil(&mut parts);
        let message = site(&parts).unwrap_err();
        assert!(message.contains(reason), "{message}");
    }
}
