//! What a mail program, a log or `diff` writes before each line of what it shows.
//!
//! It deliberately takes a margin off all lines or off none: what stands before some lines only may be part of the text.

use super::layer::{Input, Layer, Part, Unwrapped};
use crate::codec::{Decoded, Output, RepairKind};
use crate::limits::Limits;
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "margin",
    name: "Quoted mail",
    title: "a text that a mail quotes, with the same mark before each line",
    matches: &["> {\n>   \"a\": 1\n> }", "> <a>\n>\n> </a>", ">{\n>}"],
    misses: &["> {}", "> <a>\n</a>", "<a>\n</a>", "$ {\n$ }"],
    unwrap,
};

/// No longer than a time, a host and a name.
const LONGEST: usize = 128;

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let decoded = ["> ", ">"].into_iter().find_map(|margin| {
        let rest = text.strip_prefix(margin)?;
        Some((margin.len(), without(rest, margin, input.limits)?))
    });
    let (len, decoded) = decoded?;
    Unwrapped::one(Part::made(Bytes::new(start + len, start + text.len()), decoded))
}

/// The document that stands in `text` at `at`, without the margin that its first line has, if all others have it.
pub(super) fn around(text: &str, at: Bytes, limits: &Limits) -> Option<Decoded> {
    let start = at.start as usize;
    let from = start.saturating_sub(LONGEST);
    let line = match memchr::memrchr(b'\n', text.as_bytes().get(from..start)?) {
        Some(end) => from + end + 1,
        None if from == 0 => 0,
        None => return None,
    };
    let margin = text.get(line..start)?;
    if margin.trim().is_empty() {
        return None;
    }
    without(text.get(at.range())?, margin, limits)
}

/// The lines of a text behind the first, each without the margin. `None` where one of them has none.
fn without(text: &str, margin: &str, limits: &Limits) -> Option<Decoded> {
    let mut out = Output::new(text.len(), limits);
    let (mut at, mut taken) = (0, false);
    for line in text.split_inclusive('\n') {
        let len = if at == 0 { 0 } else { self::len(line, margin)? };
        if len > 0 {
            taken = true;
            out.repair(RepairKind::LinePrefix, at, at + len);
            out.skip(len);
        }
        out.copy(line.get(len..)?.as_bytes());
        at += line.len();
    }
    taken.then(|| out.finish())
}

/// Length of the margin of a line: the same characters, but digits that count lines or tell the time differ.
fn len(line: &str, margin: &str) -> Option<usize> {
    let counts = |byte: u8| byte.is_ascii_digit() || byte == b' ';
    let alike = |one: u8, other: u8| {
        one == other || counts(one) && counts(other) && (one.is_ascii_digit() || other.is_ascii_digit())
    };
    let head = line.as_bytes().get(..margin.len());
    if head.is_some_and(|head| head.iter().zip(margin.bytes()).all(|(one, other)| alike(*one, other))) {
        return Some(margin.len());
    }
    // An empty line has lost the blank behind the mark, or the mark, too.
    match line.trim_end() {
        "" => Some(0),
        line => (line == margin.trim_end()).then_some(line.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_margin_is_taken_off_all_lines_or_none() {
        let cases = [
            ("+<a>\n+ <b/>\n+</a>", Some("<a>\n <b/>\n</a>")),
            ("  9  <a>\n 10  <b/>\n 11  </a>", Some("<a>\n<b/>\n</a>")),
            ("web-1  | <a>\nweb-1  |\nweb-1  | </a>", Some("<a>\n\n</a>")),
            ("Jan 15 10:00:01 h: <a>\nJan 15 10:00:02 h: </a>", Some("<a>\n</a>")),
            ("- <a>\n  <b/>\n</a>", None),
            ("got <a>\n <b/></a>", None),
            ("  <a>\n  </a>", None),
            ("x <a/>", None),
        ];
        for (text, expected) in cases {
            let start = text.find('<').unwrap();
            let decoded = around(text, Bytes::new(start, text.len()), &Limits::default());
            let decoded = decoded.map(|decoded| String::from_utf8(decoded.bytes).unwrap());
            assert_eq!(decoded.as_deref(), expected, "{text}");
        }
    }
}
