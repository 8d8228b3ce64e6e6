//! A value wrapped over lines that all begin alike: quoted mail, the comments of a script, a log, the border of a table.
//!
//! It deliberately takes nothing off other lines: there the same characters may belong to the text.

use super::layer::{Input, Layer, Part, Unwrapped, is_blank};
use super::looks;
use crate::codec::Output;
use crate::codec::base64::sextet;
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "line-prefix",
    name: "Line prefixes",
    title: "a value whose lines all begin with the same characters",
    matches: &[
        "* PGEgYj0iYyIgZD0iZSIgZj0iZyIg\n* aD0iaSIvPg==",
        "Ana wrote:\n>> PGEgYj0iYyIgZD0iZSIgZj0iZyIg\n>> aD0iaSIvPg==\n",
        "| PGEgYj0iYyIgZD0iZSIgZj0iZyIg |\r\n| aD0iaSIvPg==                 |\r\n",
        "# SAMLResponse=PGEgYj0iYyIgZD0iZSIg\n# Zj0iZyIvPg%3D%3D",
    ],
    misses: &[
        "> PGEgYj0iYyIgZD0iZSIgZj0iZyIvPg==",
        "  PGEgYj0iYyIgZD0iZSIgZj0iZyIg\n  aD0iaSIvPg==",
        "> abcdefghijklmnopqrstuvwxyzabcd\n> abcdefghij",
        "> PGEgYj0iYyIgZD0iZSIgZj0iZyIg\n# aD0iaSIvPg==",
    ],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let text = input.text?;
    if input.trail.contains(&LAYER.id) {
        return None;
    }
    let dropped = prefixes(text);
    if dropped.is_empty() {
        return None;
    }
    let bytes = text.as_bytes();
    let mut out = Output::new(bytes.len(), input.limits);
    let mut at = 0;
    for (from, to) in dropped {
        out.copy(bytes.get(at..from).unwrap_or_default());
        out.skip(to - from);
        at = to;
    }
    out.copy(bytes.get(at..).unwrap_or_default());
    Unwrapped::one(Part::made(Bytes::new(0, text.len()), out.finish()))
}

/// What is to be taken off, in order: the beginnings of the lines of a value, and their ends where a table has a border.
fn prefixes(text: &str) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    // Of the lines that belong together: the first of `all`, what they begin with, how long they are, how many.
    let (mut first, mut common, mut width, mut count) = (0, "", 0, 0usize);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let from = at;
        at += line.len();
        let (prefix, value) = split(line);
        if count > 0 && prefix == common && (1..=width).contains(&value.len()) {
            // Only the last line is shorter.
            width = if value.len() < width { 0 } else { width };
            count += 1;
        } else {
            if count == 1 {
                all.truncate(first);
            }
            (first, common, count, width) = (all.len(), prefix, 0, value.len());
            let told = prefix.len() <= 128 && prefix.contains(|c: char| !is_blank(c));
            if !told || width < 24 || !looks::promising(value) {
                continue;
            }
            count = 1;
        }
        let start = from + prefix.len();
        let end = start + value.len();
        all.push((from, start));
        all.push((end, from + line.trim_end().len().max(end - from)));
    }
    if count == 1 {
        all.truncate(first);
    }
    all
}

/// What a line begins with, and the encoded value at its end.
fn split(line: &str) -> (&str, &str) {
    let said = line.trim_end_matches(|c| is_blank(c) || matches!(c, '|' | '\u{2502}'));
    let good = |byte: &&u8| sextet(**byte).is_some() || matches!(**byte, b'=' | b'%' | b'&');
    let len = said.as_bytes().iter().rev().take_while(good).count();
    said.split_at_checked(said.len() - len).unwrap_or_default()
}
