//! Where a string, a heredoc or any other expression of HCL ends.
//!
//! It deliberately reads none of them.

use std::ops::Range;

/// A heredoc that begins the text.
pub(super) struct Heredoc {
    /// The lines between its two marks, without the last line end.
    pub body: Range<usize>,
    /// Its whole length, with both marks.
    pub len: usize,
    /// Blanks that `<<-` takes from each line.
    pub indent: usize,
}

/// The length of a string in quotation marks with both of them. What is inserted into it may hold strings of its own.
pub(super) fn quoted(text: &str) -> Option<usize> {
    if !text.starts_with('"') {
        return None;
    }
    // Whether each level is a string (else it is an insertion).
    let mut levels = vec![true];
    let bytes = text.as_bytes();
    let mut at = 1usize;
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at.saturating_add(1));
        let in_string = levels.last().copied().unwrap_or(true);
        match (in_string, byte) {
            (true, b'\\') => at = at.saturating_add(1),
            (_, b'\n') => return None,
            (true, b'$' | b'%') if next == Some(&byte) => at = at.saturating_add(1),
            (true, b'$' | b'%') if next == Some(&b'{') => {
                at = at.saturating_add(1);
                levels.push(false);
            }
            (false, b'"') => levels.push(true),
            (false, b'{') => levels.push(false),
            (true, b'"') | (false, b'}') => {
                levels.pop();
            }
            _ => {}
        }
        at = at.saturating_add(1);
        if levels.is_empty() {
            return Some(at);
        }
    }
    None
}

/// The length of an expression: to the end of its line, or to the bracket or comma that does not belong to it.
pub(super) fn expression(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut at = 0usize;
    while let Some(&byte) = bytes.get(at) {
        let comment = byte == b'#' || byte == b'/' && bytes.get(at.saturating_add(1)) == Some(&b'/');
        match byte {
            b'"' => {
                let rest = text.get(at..).unwrap_or_default();
                let line = || memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
                at = at.saturating_add(quoted(rest).unwrap_or_else(line));
                continue;
            }
            b'(' | b'[' | b'{' => depth = depth.saturating_add(1),
            b')' | b']' | b'}' if depth > 0 => depth = depth.saturating_sub(1),
            b')' | b']' | b'}' => break,
            b',' | b'\n' if depth == 0 => break,
            _ if comment && depth == 0 => break,
            _ => {}
        }
        at = at.saturating_add(1);
    }
    text.get(..at).map_or(0, |expression| expression.trim_end().len())
}

/// `<<NAME` or `<<-NAME`, the lines up to one that holds the name alone.
pub(super) fn heredoc(text: &str) -> Option<Heredoc> {
    let after = text.strip_prefix("<<")?;
    let named = after.strip_prefix('-').unwrap_or(after);
    let (name, rest) = named.split_once('\n')?;
    let name = name.trim();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return None;
    }
    let start = text.len().saturating_sub(rest.len());
    let mut at = start;
    let mut indent = usize::MAX;
    for line in rest.split_inclusive('\n') {
        let said = line.trim();
        if said == name {
            let body = start..at.saturating_sub(1).max(start);
            let begins = line.len().saturating_sub(line.trim_start().len());
            let len = at.saturating_add(begins).saturating_add(name.len());
            let indent = if named.len() < after.len() && indent < usize::MAX { indent } else { 0 };
            return Some(Heredoc { body, len, indent });
        }
        if !said.is_empty() {
            indent = indent.min(line.len().saturating_sub(line.trim_start_matches([' ', '\t']).len()));
        }
        at = at.saturating_add(line.len());
    }
    // It is not closed, so all the rest belongs to it.
    Some(Heredoc { body: start..text.len(), len: text.len(), indent: 0 })
}
