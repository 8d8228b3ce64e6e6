//! Signs the messages inside a paste: finds them by `inspect`, signs them, puts them back through the layers around.
//!
//! How a layer was written (its alphabet, its lines, what it escapes) is learnt from the old text, so that this stays. It
//! deliberately gives up on a paste that does not come out readable: those are made by hand.

use super::{Part, Style, sign, sign_assertions, unsigned};
use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use flate2::Compression;
use samlens_core::crypto::{Verdict, verify_all};
use samlens_core::evidence::{Item, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::source::{OffsetMap, Source, Span};
use std::collections::BTreeMap;
use std::io::Write;

/// A shorter text may stand somewhere by chance.
const LONG: usize = 200;

/// Which messages are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those with an assertion in which nobody has signed anything.
    Unsigned,
    /// All; what was signed before is signed anew.
    All,
}

/// The paste with messages signed at these parts, and how many messages these are.
pub fn resign(paste: &[u8], which: Which, parts: &[Part]) -> Result<(Vec<u8>, usize), String> {
    let mut paste = paste.to_vec();
    let mut count = 0;
    while let Some(signed) = resign_one(&paste, which, parts)? {
        paste = signed;
        count += 1;
    }
    Ok((paste, count))
}

/// `None`: every message is as it should be.
fn resign_one(paste: &[u8], which: Which, parts: &[Part]) -> Result<Option<Vec<u8>>, String> {
    let report = look(paste);
    for item in report.items.iter().filter(|item| item.message.is_some()) {
        let old = report.sources.excerpt(item.leaf.span);
        let plain = unsigned(old);
        if which == Which::Unsigned && plain != old {
            continue;
        }
        let mut new = plain.clone();
        if parts.contains(&Part::Assertion) {
            new = sign_assertions(&new, Style::default())?;
        }
        if new != plain && parts.contains(&Part::Response) {
            new = sign(&new, Part::Response, Style::default())?.text;
        }
        // Without an assertion there is nothing to sign.
        if new == old || new == plain {
            continue;
        }
        let signed = carry(&report, item.leaf.span, &new)?;
        let again = look(&signed);
        let held = |item: &Item| again.sources.excerpt(item.leaf.span) == new && is_valid(item);
        if !again.items.iter().any(held) {
            return Err("what comes out is not what was put in".into());
        }
        return Ok(Some(signed));
    }
    Ok(None)
}

fn look(paste: &[u8]) -> Report {
    inspect(&[Input { name: None, bytes: paste.to_vec() }], &Options::default(), &Limits::default())
}

fn is_valid(item: &Item) -> bool {
    let document = item.document.as_ref();
    document.is_some_and(|document| {
        let all = verify_all(document, &[], &Limits::default());
        !all.is_empty() && all.iter().all(|verification| verification.verdict == Verdict::Valid)
    })
}

/// The paste with `new` in the place of what stands at `span`. The same text elsewhere in the paste changes along: a
/// recording has it twice.
fn carry(report: &Report, span: Span, new: &str) -> Result<Vec<u8>, String> {
    let mut source = report.sources.get(span.source).ok_or("no source")?;
    let mut inner = replaced(source.bytes(), span.bytes.range(), new.as_bytes());
    let mut pairs = vec![(report.sources.excerpt(span).as_bytes().to_vec(), new.as_bytes().to_vec())];
    while let Some(origin) = &source.origin {
        let layer =
            report.layers.iter().find(|layer| layer.made == Some(source.id)).map_or("", |layer| layer.id);
        let outer = report.sources.get(origin.span.source).ok_or("no outer source")?;
        let old = outer.bytes().get(origin.span.bytes.range()).ok_or("no place in the outer source")?;
        let made = encoded(layer, source, &inner, old, origin.map.as_ref())?;
        pairs.push((source.bytes().to_vec(), inner));
        inner = replaced(outer.bytes(), origin.span.bytes.range(), &made);
        pairs.push((old.to_vec(), made));
        source = outer;
    }
    for (old, new) in pairs.iter().filter(|(old, _)| old.len() > LONG && old.len() < source.bytes().len()) {
        let mut from = 0;
        while let Some(at) = find(inner.get(from..).unwrap_or_default(), old) {
            inner = replaced(&inner, from + at..from + at + old.len(), new);
            from += at + new.len();
        }
    }
    Ok(inner)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn replaced(bytes: &[u8], range: std::ops::Range<usize>, by: &[u8]) -> Vec<u8> {
    [&bytes[..range.start], by, &bytes[range.end..]].concat()
}

/// `new` in the form in which `old` holds the source.
fn encoded(
    layer: &str,
    source: &Source,
    new: &[u8],
    old: &[u8],
    map: Option<&OffsetMap>,
) -> Result<Vec<u8>, String> {
    match (layer, map) {
        ("base64", _) => base64_like(source.bytes(), new, old),
        ("gzip" | "zlib" | "deflate", _) => Ok(compressed(layer, new)),
        (_, Some(map)) => characters_like(source, new, old, map),
        (_, None) => Err(format!("cannot write the layer `{layer}` again")),
    }
}

fn compressed(layer: &str, new: &[u8]) -> Vec<u8> {
    let level = Compression::new(6);
    let mut out = Vec::new();
    match layer {
        "gzip" => flate2::write::GzEncoder::new(&mut out, level).write_all(new),
        "zlib" => flate2::write::ZlibEncoder::new(&mut out, level).write_all(new),
        _ => flate2::write::DeflateEncoder::new(&mut out, level).write_all(new),
    }
    .unwrap();
    out
}

/// With the alphabet, the padding and the lines of the old text.
fn base64_like(source: &[u8], new: &[u8], old: &[u8]) -> Result<Vec<u8>, String> {
    let old = std::str::from_utf8(old).map_err(|error| error.to_string())?;
    let alphabet = match old.contains(['-', '_']) {
        true => base64::alphabet::URL_SAFE,
        false => base64::alphabet::STANDARD,
    };
    let width = old.find(['\r', '\n']);
    let end = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let plus = if old.contains(' ') { " " } else { "+" };
    for padded in [true, false] {
        let config = GeneralPurposeConfig::new()
            .with_encode_padding(padded)
            .with_decode_padding_mode(DecodePaddingMode::Indifferent);
        let engine = GeneralPurpose::new(&alphabet, config);
        let write = |bytes: &[u8]| {
            let text = engine.encode(bytes).replace('+', plus);
            let Some(width) = width else { return text };
            let lines: Vec<_> = text
                .as_bytes()
                .chunks(width)
                .map(|line| String::from_utf8_lossy(line).into_owned())
                .collect();
            lines.join(end)
        };
        // Only an unpadded text whose length needs no padding fits both.
        if write(source).trim_end() == old.trim_matches(['"', '\'', ' ', '\n', '\r']) {
            return Ok(old.replace(write(source).trim_end(), &write(new)).into_bytes());
        }
    }
    Err("this Base64 cannot be written again".into())
}

/// Each character as the old text writes it; one that the old text does not hold, like its neighbours.
fn characters_like(source: &Source, new: &[u8], old: &[u8], map: &OffsetMap) -> Result<Vec<u8>, String> {
    let text = source.text().ok_or("no text")?;
    let new = std::str::from_utf8(new).map_err(|error| error.to_string())?;
    let mut table: BTreeMap<char, Vec<u8>> = BTreeMap::new();
    let place = |from: usize, to: usize| map.outward(samlens_core::source::Bytes::new(from, to)).0.range();
    for (at, char) in text.char_indices() {
        let written = old.get(place(at, at + char.len_utf8())).ok_or("a place outside")?;
        table.entry(char).or_insert_with(|| written.to_vec());
    }
    let escaping =
        table.iter().any(|(char, written)| *written == format!("%{:02X}", u32::from(*char)).into_bytes());
    let letter = table.get(&'a').cloned().unwrap_or_else(|| b"a".to_vec());
    let unseen = |char: char| match escaping && !char.is_ascii_alphanumeric() {
        true => format!("%{:02X}", u32::from(char)).into_bytes(),
        false => letter.iter().map(|byte| if *byte == b'a' { char as u8 } else { *byte }).collect(),
    };
    let whole = place(0, text.len());
    let mut out = old[..whole.start].to_vec();
    for char in new.chars() {
        match table.get(&char) {
            Some(written) => out.extend(written),
            None if char.is_ascii() => out.extend(unseen(char)),
            None => return Err(format!("`{char}` is new")),
        }
    }
    out.extend(&old[whole.end..]);
    Ok(out)
}
