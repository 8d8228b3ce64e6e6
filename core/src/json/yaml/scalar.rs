//! Scalars of YAML: where one ends, and what its lines mean (YAML 1.2.2, chapters 7.3 and 8.1).
//!
//! It deliberately knows no structure.

use crate::codec::escapes::{self, Dialect};
use crate::codec::{Decoded, Output};
use crate::limits::Limits;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
}

/// What becomes of the line ends at the end of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Chomp {
    Clip,
    Strip,
    Keep,
}

impl Style {
    /// The style of a scalar, and the length of its quotation mark.
    pub(super) fn of(raw: &str) -> (Self, usize) {
        match raw.as_bytes().first() {
            Some(b'"') => (Self::Double, 1),
            Some(b'\'') => (Self::Single, 1),
            _ => (Self::Plain, 0),
        }
    }
}

impl Chomp {
    pub(super) fn of(header: &str) -> Self {
        match header {
            header if header.contains('-') => Self::Strip,
            header if header.contains('+') => Self::Keep,
            _ => Self::Clip,
        }
    }
}

/// The length of a scalar in quotation marks with both of them.
pub(super) fn quoted(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.first()?;
    let mut at = 1;
    loop {
        let rest = bytes.get(at..)?;
        at = at.saturating_add(memchr::memchr2(quote, b'\\', rest)?);
        match (bytes.get(at), bytes.get(at.saturating_add(1))) {
            (Some(b'\\'), _) if quote == b'"' => at = at.saturating_add(2),
            (Some(b'\\'), _) => at = at.saturating_add(1),
            (_, Some(b'\'')) if quote == b'\'' => at = at.saturating_add(2),
            _ => return Some(at.saturating_add(1)),
        }
    }
}

/// The length of a scalar without quotation marks: to the end of its line, and of the lines that are indented deeper.
pub(super) fn plain(text: &str, indent: usize) -> usize {
    let mut end = 0usize;
    let mut at = 0usize;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches(' ');
        let blanks = line.len().saturating_sub(content.len());
        if at > 0 && !line.trim().is_empty() && (blanks < indent || content.starts_with('#')) {
            break;
        }
        let comment = line.find(" #");
        let said = line.get(..comment.unwrap_or(line.len())).unwrap_or_default().trim_end();
        if at > 0 && (said.contains(": ") || said.ends_with(':')) {
            break;
        }
        if !said.is_empty() {
            end = at.saturating_add(said.len());
        }
        at = at.saturating_add(line.len());
        if comment.is_some() {
            break;
        }
    }
    end
}

/// The length of a scalar without quotation marks inside a flow collection.
pub(super) fn plain_in_flow(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: &usize| match bytes.get(*at) {
        Some(b',' | b']' | b'}' | b'[' | b'{' | b'\n') | None => true,
        Some(b':') => matches!(bytes.get(at.saturating_add(1)), Some(b' ' | b'\n' | b'\r') | None),
        _ => false,
    };
    let len = (0..=bytes.len()).find(ends).unwrap_or(bytes.len());
    text.get(..len).map_or(0, |scalar| scalar.trim_end().len())
}

/// The meaning of what stands between quotation marks, or of a plain scalar. `None`: it means itself.
pub(super) fn folded(inner: &str, style: Style, limits: &Limits) -> Option<Decoded> {
    let special = match style {
        Style::Plain => inner.contains('\n'),
        Style::Single => inner.contains(['\n', '\'']),
        Style::Double => inner.contains(['\n', '\\']),
    };
    if !special {
        return None;
    }
    let mut out = Output::new(inner.len(), limits);
    let mut at = 0usize;
    let mut lines = inner.split('\n').peekable();
    let mut first = true;
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_none();
        let start =
            if first { 0 } else { line.len().saturating_sub(line.trim_start_matches([' ', '\t']).len()) };
        let mut said = line.get(start..).unwrap_or_default();
        let mut skipped = usize::from(!is_last);
        if !is_last {
            let trimmed = said.trim_end_matches([' ', '\t', '\r']);
            skipped = skipped.saturating_add(said.len().saturating_sub(trimmed.len()));
            said = trimmed;
        }
        if !first && said.is_empty() && !is_last {
            out.unit(b"\n", start.saturating_add(skipped));
        } else {
            out.skip(start);
            let backslashes = said.len().saturating_sub(said.trim_end_matches('\\').len());
            // A line that ends in a backslash joins the next without a space.
            let joined = style == Style::Double && !is_last && backslashes % 2 == 1;
            let kept = said.get(..said.len().saturating_sub(usize::from(joined))).unwrap_or_default();
            line_of(kept, style, at.saturating_add(start), &mut out, limits);
            let next_is_empty = inner
                .get(at.saturating_add(line.len()).saturating_add(1)..)
                .is_some_and(|rest| rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'));
            if joined {
                out.skip(skipped.saturating_add(1));
            } else if !is_last && !next_is_empty {
                out.unit(b" ", skipped);
            } else {
                out.skip(skipped);
            }
        }
        at = at.saturating_add(line.len()).saturating_add(1);
        first = false;
    }
    Some(out.finish())
}

/// The characters of one line.
fn line_of(line: &str, style: Style, offset: usize, out: &mut Output, limits: &Limits) {
    match style {
        Style::Plain => out.copy(line.as_bytes()),
        Style::Single => {
            for (at, part) in line.split("''").enumerate() {
                if at > 0 {
                    out.unit(b"'", 2);
                }
                out.copy(part.as_bytes());
            }
        }
        Style::Double => {
            // An escaped space is YAML's alone; all else is as in scripts.
            let bytes = line.as_bytes();
            let (mut from, mut at) = (0usize, 0usize);
            while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(b'\\', rest)) {
                at = at.saturating_add(found);
                if bytes.get(at.saturating_add(1)) == Some(&b' ') {
                    let before = line.get(from..at).unwrap_or_default();
                    out.append(escapes::decode(before, Dialect::Script, limits), offset.saturating_add(from));
                    out.unit(b" ", 2);
                    from = at.saturating_add(2);
                }
                at = at.saturating_add(2);
            }
            let rest = line.get(from..).unwrap_or_default();
            out.append(escapes::decode(rest, Dialect::Script, limits), offset.saturating_add(from));
        }
    }
}

/// A block scalar whose first line begins the text: its length, and its meaning.
pub(super) fn block(
    text: &str,
    parent: usize,
    folds: bool,
    chomp: Chomp,
    limits: &Limits,
) -> (usize, Decoded) {
    let blanks = |line: &str| line.len().saturating_sub(line.trim_start_matches(' ').len());
    let indent = text.lines().find(|line| !line.trim().is_empty()).map_or(0, blanks);
    let mut len = 0usize;
    if indent >= parent {
        for line in text.split_inclusive('\n') {
            if !line.trim().is_empty() && blanks(line) < indent {
                break;
            }
            len = len.saturating_add(line.len());
        }
    }
    let body = text.get(..len).unwrap_or_default();
    let said = body.trim_end_matches(['\n', '\r', ' ']).len();
    let mut out = Output::new(len, limits);
    let mut at = 0usize;
    let mut lines = body.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        if at >= said && chomp != Chomp::Keep {
            out.skip(line.len());
            continue;
        }
        let start = indent.min(blanks(line));
        out.skip(start);
        let content = line.get(start..).unwrap_or_default();
        let plain = content.trim_end_matches(['\n', '\r']);
        out.copy(plain.as_bytes());
        let line_end = content.len().saturating_sub(plain.len());
        let ends = at.saturating_add(line.len()) >= said;
        at = at.saturating_add(line.len());
        let deeper = |line: &str| line.starts_with(' ');
        let next =
            lines.peek().map(|next| next.get(indent..).unwrap_or_default().trim_end_matches(['\n', '\r']));
        let folded = folds && !ends && !plain.is_empty() && !deeper(plain) && !next.is_some_and(deeper);
        match line_end {
            0 => {}
            _ if ends && chomp == Chomp::Strip => out.skip(line_end),
            // Of the line ends before an empty line, the first is folded away.
            _ if folded && next == Some("") => out.skip(line_end),
            _ if folded => out.unit(b" ", line_end),
            _ => out.unit(b"\n", line_end),
        }
    }
    (len, out.finish())
}
