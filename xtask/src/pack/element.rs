//! The script of the element `<saml-lens>`, with the page's style made to fit a shadow root.
//!
//! It deliberately changes no rule of the style but what speaks of the whole page: its root, its body, its height and
//! its width.

use super::{Parts, once};
use crate::Result;

/// The same element as two kinds of script; each finds the wasm beside itself.
pub struct Element {
    pub classic: String,
    pub module: String,
}

/// The colours and sizes that a host may set, as `--samlens-…` on the element or anywhere above it.
const THEME: [&str; 24] = [
    "sans",
    "mono",
    "page",
    "surface",
    "raised",
    "sunken",
    "hover",
    "line",
    "strong-line",
    "ink",
    "ink-2",
    "ink-3",
    "accent",
    "accent-ink",
    "accent-soft",
    "refused",
    "refused-soft",
    "accepted",
    "accepted-soft",
    "unknown",
    "warning",
    "warning-soft",
    "note",
    "radius",
];

pub fn element(parts: &Parts) -> Result<Element> {
    let file = "web/widget/element.js";
    let script = parts.script(&parts.element, file)?;
    let style = template(&shadow_style(&parts.css, &parts.element_css)?)?;
    let script = once(&script, "/*STYLE*/", &style, file)?;
    let script = once(&script, "/*INTEGRITY*/", &parts.integrity(), file)?;
    let with = |base: &str| {
        let address = format!("new URL('./{}', {base})", parts.wasm_name());
        once(&script, "fetched(WASM,", &format!("fetched({address},"), file)
    };
    let classic = with("BASE")?;
    // A classic script knows its own address only while it is read.
    let classic = once(
        &classic,
        "  'use strict';\n",
        "  'use strict';\n\n  const BASE = document.currentScript.src;\n",
        file,
    )?;
    Ok(Element { classic, module: with("import.meta.url")? })
}

/// The page's style for a shadow root whose one child is `.samlens`.
fn shadow_style(css: &str, own: &str) -> Result<String> {
    let file = "web/style.css";
    let mut css = once(css, ":root {\n", ".samlens {\n", file)?;
    for theme in ["light", "dark"] {
        let at = format!(":root[data-theme=\"{theme}\"]");
        css = once(&css, &at, &format!(".samlens[data-theme=\"{theme}\"]"), file)?;
    }
    css = once(&css, "\nbody { margin: 0;", "\n.samlens { margin: 0;", file)?;
    // Paper is the host's affair.
    let print = css.find("@media print").ok_or("web/style.css must have a part for print")?;
    css.truncate(print);
    let mut out = String::with_capacity(css.len());
    for line in css.lines() {
        let line = line.replace("@media (max-width", "@container samlens (max-width");
        out.push_str(&sized(&themed(&line)));
        out.push('\n');
    }
    if out.contains(":root") || out.contains("@media (max-width") {
        return Err("web/style.css speaks of the page in a way that the packer does not know".to_owned());
    }
    out.push_str(own);
    Ok(out)
}

/// Lets the host's value go before ours.
fn themed(line: &str) -> String {
    let mut line = line.to_owned();
    for name in THEME {
        let declared = format!("  --{name}: ");
        if let Some(value) = line.strip_prefix(&declared).and_then(|rest| rest.strip_suffix(';')) {
            line = format!("  --{name}: var(--samlens-{name}, {value});");
            break;
        }
    }
    line
}

/// The host's root may have any font size, so `rem` becomes a size of our own.
fn sized(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("rem") {
        let (before, after) = rest.split_at(at);
        let number = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let (before, number) = before.split_at(before.len() - number);
        out.push_str(before);
        match number {
            "" => out.push_str("rem"),
            number => out.push_str(&format!("calc({number} * var(--samlens-size, 16px))")),
        }
        rest = &after[3..];
    }
    out + rest
}

/// As a string of JavaScript that keeps its lines.
fn template(text: &str) -> Result<String> {
    if text.contains('\r') {
        return Err("the style must not hold \"\\r\"".to_owned());
    }
    Ok(format!("`{}`", text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = ":root {\n  --page: light-dark(#fff, #000);\n  --t1: 0.75rem;\n}\n:root[data-theme=\"light\"] { color-scheme: light; }\n\
        :root[data-theme=\"dark\"] { color-scheme: dark; }\n\nbody { margin: 0; }\n@media (max-width: 820px) {\n  a { top: 1rem; }\n}\n@media print {\n  :root { color: red; }\n}\n";

    #[test]
    fn what_speaks_of_the_page_speaks_of_the_element() {
        let css = shadow_style(CSS, "b {}\n").unwrap();
        assert_eq!(
            css,
            ".samlens {\n  --page: var(--samlens-page, light-dark(#fff, #000));\n  --t1: calc(0.75 * var(--samlens-size, 16px));\n}\n\
             .samlens[data-theme=\"light\"] { color-scheme: light; }\n.samlens[data-theme=\"dark\"] { color-scheme: dark; }\n\n\
             .samlens { margin: 0; }\n@container samlens (max-width: 820px) {\n  a { top: calc(1 * var(--samlens-size, 16px)); }\n}\nb {}\n"
        );
        assert!(shadow_style(&CSS.replace("  a {", "  :root {"), "").is_err());
    }

    #[test]
    fn the_page_s_own_style_fits_and_has_every_name_of_the_theme() {
        let css = shadow_style(include_str!("../../../web/style.css"), "").unwrap();
        for name in THEME {
            assert!(css.contains(&format!("--{name}: var(--samlens-{name}, ")), "{name}");
        }
    }

    #[test]
    fn a_style_is_a_string_whatever_it_holds() {
        assert_eq!(template("a\\b`c${d}").unwrap(), "`a\\\\b\\`c\\${d}`");
    }
}
