//! A document in any nesting of layers comes out as it went in, and its places lead back to it.

use std::io::Write;

use ::base64::Engine as _;
use ::base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE};
use proptest::prelude::*;

use super::*;
use crate::source::{Bytes, Fit};

/// How a text is wrapped once more, and whether the result must be the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrap {
    Base64,
    Unpadded,
    UrlSafe,
    Lines,
    Deflate,
    Zlib,
    Gzip,
    Percent,
    Form,
    Url,
    Json,
    JsonLog,
    Html,
    Entities,
    Curl,
    Fetch,
    Mark,
    Utf16,
    DataUri,
    Prose,
}

use Wrap::*;

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}

fn packed(bytes: &[u8], wrap: Wrap) -> String {
    let level = flate2::Compression::default();
    let packed = match wrap {
        Deflate => {
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), level);
            encoder.write_all(bytes).and_then(|()| encoder.finish())
        }
        Zlib => {
            let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), level);
            encoder.write_all(bytes).and_then(|()| encoder.finish())
        }
        _ => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
            encoder.write_all(bytes).and_then(|()| encoder.finish())
        }
    };
    STANDARD.encode(packed.unwrap())
}

fn entities(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('+', "&#43;")
}

fn wrapped(text: &str, wrap: Wrap) -> String {
    let value = |text: &str| if text.starts_with('<') { percent(text) } else { text.to_owned() };
    match wrap {
        Base64 => STANDARD.encode(text),
        Unpadded => STANDARD_NO_PAD.encode(text),
        UrlSafe => URL_SAFE.encode(text),
        Lines => {
            let encoded = STANDARD.encode(text);
            let starts = (0..encoded.len()).step_by(64);
            let lines: Vec<_> =
                starts.map(|at| &encoded.as_bytes()[at..encoded.len().min(at + 64)]).collect();
            let lines: Vec<_> = lines.into_iter().map(String::from_utf8_lossy).collect();
            lines.join("\r\n")
        }
        Deflate | Zlib | Gzip => packed(text.as_bytes(), wrap),
        Percent => percent(text),
        Form => format!("RelayState=x%20y&SAMLResponse={}&z=1", percent(text)),
        Url => format!("https://idp.example.com/sso?a=b&SAMLRequest={}", percent(text)),
        Json => serde_json::json!({"a": [1, {"SAMLResponse": text}]}).to_string(),
        JsonLog => format!("12:00:00 INFO {}", serde_json::json!({"message": {"SAMLResponse": text}})),
        Html => format!(
            "<html><body><form action='https&#x3a;//sp.example.org/' method=post><input type='hidden' value=\"{}\" name=SAMLResponse></form></body></html>",
            entities(text)
        ),
        Entities => entities(text),
        Curl => format!(
            "curl 'https://sp.example.org/' \\\n  -H 'a: b' \\\n  --data-raw 'SAMLResponse={}&RelayState='",
            percent(text)
        ),
        Fetch => format!(
            "fetch(\"https://sp.example.org/\", {{\n  \"body\": \"SAMLResponse={}\",\n  \"method\": \"POST\"\n}});",
            percent(text)
        ),
        Mark => format!("\u{FEFF}{text}"),
        Utf16 => text.to_owned(),
        DataUri => format!("data:text/xml;base64,{}", STANDARD.encode(text)),
        Prose => {
            format!("Hello,\n\nthis is what I got: SAMLResponse={}\n\nThanks a lot", value(&percent(text)))
        }
    }
}

/// Bytes of the paste: only the outermost encoding may be another than UTF-8.
fn paste(document: &str, wraps: &[Wrap]) -> Vec<u8> {
    let text = wraps.iter().fold(document.to_owned(), |text, &wrap| wrapped(&text, wrap));
    match wraps.last() {
        Some(Utf16) => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => text.into_bytes(),
    }
}

fn document() -> impl Strategy<Value = String> {
    ("[a-z]{1,8}", "[ -%'-;=?-~é-ü€😀]{0,300}", "[a-zA-Z0-9 +/=]{0,40}").prop_map(|(name, text, value)| {
        format!("<{name} xmlns=\"urn:example\" a=\"{value}\">{}</{name}>", text.replace("]]>", ""))
    })
}

/// Any layers, and at last one of those that hold a whole paste: nobody encodes a log.
fn nesting() -> impl Strategy<Value = Vec<Wrap>> {
    let any = prop::sample::select(vec![
        Base64, Unpadded, UrlSafe, Lines, Deflate, Zlib, Gzip, Percent, Form, Url, Json, Html, Entities,
        Curl, Fetch, DataUri,
    ]);
    let last = prop::sample::select(vec![Mark, Utf16, Prose, JsonLog]);
    (proptest::collection::vec(any, 0..4), proptest::option::of(last))
        .prop_map(|(wraps, last)| wraps.into_iter().chain(last).collect())
}

fn comes_out(document: &str, wraps: &[Wrap]) -> Result<(), String> {
    let paste = paste(document, wraps);
    let shown = String::from_utf8_lossy(&paste).into_owned();
    let (sources, peeled) = peeled(&paste);
    let found = peeled.leaves.iter().find(|leaf| {
        let bytes = sources.get(leaf.source).and_then(|source| source.bytes().get(leaf.span.bytes.range()));
        leaf.kind == LeafKind::Xml && bytes == Some(document.as_bytes())
    });
    let Some(leaf) = found else {
        let leaves: Vec<_> = peeled.leaves.iter().map(|leaf| &leaf.layers).collect();
        return Err(format!("{wraps:?} gave {leaves:?}: {shown}"));
    };
    for at in [0, document.len() / 2, document.len().saturating_sub(1)] {
        let base = leaf.span.bytes.start as usize;
        let place = Span::new(leaf.source, base + at, base + at + 1);
        let (outer, fit) = sources.to_paste(place);
        if outer.bytes.is_empty() || outer.bytes.end as usize > paste.len() {
            return Err(format!("{wraps:?}: {at} leads to {outer:?}"));
        }
        let back = match fit {
            Fit::Whole => continue,
            _ if leaf.source == outer.source => outer.bytes,
            _ => sources.inward(outer, leaf.source).map(|span| span.bytes).unwrap_or_default(),
        };
        if !back.contains(Bytes::new(base + at, base + at + 1)) {
            return Err(format!("{wraps:?}: {at} leads to {outer:?}, which makes {back:?}"));
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_document_comes_out_as_it_went_in(document in document(), wraps in nesting()) {
        // UTF-16 without a byte order mark is recognised by its zero bytes: beyond ASCII there are others.
        let ascii = document.is_ascii() || !wraps.contains(&Utf16);
        let size = paste(&document, &wraps).len();
        prop_assume!(ascii && size < 200_000);
        if let Err(error) = comes_out(&document, &wraps) {
            return Err(TestCaseError::fail(error));
        }
    }
}

#[test]
fn every_pair_of_layers() {
    let all = [
        Base64, Unpadded, UrlSafe, Lines, Deflate, Zlib, Gzip, Percent, Form, Url, Json, JsonLog, Html,
        Entities, Curl, Fetch, DataUri, Mark, Prose,
    ];
    let document = "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\">é &amp; ~~~???>>></samlp:Response>";
    let mut wrong = Vec::new();
    for inner in all {
        for outer in all {
            if inner != Mark && inner != Prose {
                wrong.extend(comes_out(document, &[inner, outer]).err());
            }
        }
    }
    assert!(wrong.is_empty(), "{} of them\n{}", wrong.len(), wrong.join("\n"));
}
