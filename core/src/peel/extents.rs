//! How far a capture reaches in a text that goes on behind it: a bare value, an address, a page, a command.
//!
//! It deliberately decides by lines, quotation marks and brackets alone; what the capture holds the layers find out.

use super::layer::is_blank;
use super::{curl, excerpt, looks, parameters, script};
use crate::codec::base64::sextet;
use crate::codec::escapes::Dialect;

/// Nobody wraps lines at more characters.
const WIDEST: usize = 320;

/// The end of a bare value in Base64 or percent-encoding that begins here: at its padding, at an empty line, or where a line
/// is no continuation.
pub(super) fn value(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let line = lines.next()?;
    let first = line.trim_matches(is_blank);
    let encoded = first.contains('%');
    let good = |byte: u8| {
        sextet(byte).is_some()
            || matches!(byte, b'=' | b'%')
            || encoded && matches!(byte, b'.' | b'~' | b'*' | b'!')
    };
    let width = first.len();
    if width < 32 || !first.bytes().all(good) || parameters::any(first) || !looks::promising(first) {
        return None;
    }
    let head = first.get(..24)?;
    let (mut end, mut at) = (line.trim_end_matches(is_blank).len(), line.len());
    let (mut last, mut padded, mut apart) = (width, is_padded(first), false);
    for line in lines {
        let said = line.trim_matches(|c| is_blank(c) || matches!(c, '"' | '\'' | '`'));
        let from = at;
        at += line.len();
        if said.is_empty() {
            apart = !line.contains(['"', '\'', '`']);
            continue;
        }
        let full = last == width && width <= WIDEST;
        let only_padding = said.len() <= 12 && said.bytes().all(|byte| b"=%235Dd".contains(&byte));
        let anew = said.starts_with(head) || said.starts_with("PD94bWwg");
        let words = last < width && said.len() < 16;
        let soft = first.ends_with('=') && !apart && end < width + 8 && width <= 78;
        if soft && said.bytes().all(good) {
            // Soft line breaks of quoted-printable, too, are equals signs.
            return None;
        }
        if padded && !only_padding || apart && !full || anew || words && !only_padding {
            return Some(end);
        }
        if !said.bytes().all(good) && !is_cut(said) && !is_torn(said, width, full, good) {
            // The value may end within the line.
            let run = said.bytes().take_while(|byte| good(*byte)).count();
            let behind = said.as_bytes().get(run).copied().unwrap_or_default();
            if run > 0 && full && !apart && (matches!(behind, b'<' | b'"' | b'\'' | b'&') || run >= 24) {
                end = from + (line.len() - line.trim_start_matches(is_blank).len()) + run;
            }
            return Some(end);
        }
        end = from + line.trim_end_matches(is_blank).len();
        (last, padded, apart) = (said.len(), is_padded(said), false);
    }
    Some(text.len())
}

fn is_padded(line: &str) -> bool {
    ["=", "%3D", "%3d"].iter().any(|pad| line.ends_with(pad)) || line.ends_with("%253D")
}

/// Whether somebody left something out here.
fn is_cut(line: &str) -> bool {
    looks::begins(line, &["..", "**", "[.", "<sn", "\u{2026}"])
}

/// A line of the value in which something was lost or put: plus signs that became spaces, a foreign character.
fn is_torn(line: &str, width: usize, full: bool, good: impl Fn(u8) -> bool) -> bool {
    let longest = line.split(' ').map(str::len).max().unwrap_or_default();
    let spaced = line.bytes().all(|byte| good(byte) || byte == b' ');
    let odd = line.bytes().filter(|byte| !good(*byte)).count();
    // Escapes and character references for some of its characters.
    let escaped = line.bytes().all(|byte| good(byte) || matches!(byte, b'&' | b'#' | b';' | b'\\'));
    escaped
        || spaced && longest >= 20
        || full && line.len() == width && odd <= 2 && longest >= 12
        || line
            .chars()
            .all(|c| c.is_ascii() && good(c as u8) || !c.is_ascii() && is_blank(c) || c == '\u{AD}')
}

/// The end of a URL with a message, or of a `data:` URI, that begins here.
pub(super) fn address(text: &str) -> Option<usize> {
    let breaks = [&b"\n\n"[..], b"\n\r\n"];
    let paragraph = breaks.iter().filter_map(|end| memchr::memmem::find(text.as_bytes(), end)).min();
    let paragraph = text.get(..paragraph.unwrap_or(text.len()))?;
    let end = if paragraph.starts_with("data:") {
        let head = paragraph.get(..looks::floor(paragraph, 128))?;
        match head.find(";base64,") {
            Some(at) => parameters::extent(paragraph.as_bytes(), at + ";base64,".len()),
            None => paragraph.find(char::is_whitespace).unwrap_or(paragraph.len()),
        }
    } else if looks::begins(paragraph, &["https://", "http://"]) {
        excerpt::groups(paragraph).first().filter(|at| at.start == 0)?.end as usize
    } else {
        return None;
    };
    text.get(end..)?.chars().next().is_none_or(char::is_whitespace).then_some(end)
}

/// Whether a page or a form begins here.
pub(super) fn like_form(text: &str) -> bool {
    let head = text.get(..looks::floor(text, 16)).unwrap_or_default().to_ascii_lowercase();
    looks::begins(&head, &["<!doctype html", "<html", "<body", "<form", "<input", "<textarea"])
}

/// The end of the page or form that begins here.
pub(super) fn page(text: &str) -> usize {
    let bytes = text.as_bytes();
    let head = text.get(..looks::floor(text, 16)).unwrap_or_default().to_ascii_lowercase();
    let close: [&[u8]; 2] = match head.as_str() {
        head if head.starts_with("<form") => [b"</form>", b"</FORM>"],
        head if head.starts_with("<textarea") => [b"</textarea>", b"</TEXTAREA>"],
        head if head.starts_with("<input") => [b">", b">"],
        _ => [b"</html>", b"</HTML>"],
    };
    let found = close.iter().filter_map(|tag| Some(memchr::memmem::find(bytes, tag)? + tag.len())).min();
    let Some(end) = found else { return text.len() };
    // More tags may follow without an empty line between.
    let rest = text.get(end..).unwrap_or_default();
    let breaks = [&b"\n\n"[..], b"\n\r\n"];
    let paragraph = breaks.iter().filter_map(|end| memchr::memmem::find(rest.as_bytes(), end)).min();
    let paragraph = rest.get(..paragraph.unwrap_or(rest.len())).unwrap_or_default();
    match paragraph.trim_start().starts_with('<') {
        true => end + paragraph.rfind('>').map_or(0, |at| at + 1),
        false => end,
    }
}

/// Where a command begins in this line, and where it ends.
pub(super) fn command(text: &str) -> Option<(usize, usize)> {
    let line = text.lines().next()?;
    let head = line.get(..looks::floor(line, 160))?;
    const HEADS: [(&str, Option<Dialect>); 7] = [
        ("curl ", None),
        ("curl.exe ", None),
        ("aws sts assume-role-with-saml", None),
        ("fetch(", Some(Dialect::Script)),
        ("$session = New-Object", Some(Dialect::PowerShell)),
        ("Invoke-WebRequest", Some(Dialect::PowerShell)),
        ("Invoke-RestMethod", Some(Dialect::PowerShell)),
    ];
    let (at, dialect) = HEADS.iter().find_map(|(word, dialect)| Some((head.find(word)?, *dialect)))?;
    let before = head.get(..at)?.trim_end();
    if before.contains(['"', '\'', '<', '{', '`']) {
        return None;
    }
    let assigned = dialect.is_some() && (before.ends_with('=') || before.ends_with("await"));
    if !(before.is_empty() || assigned || before.ends_with(['$', '>', '#', '%', ':', '\u{276F}'])) {
        return None;
    }
    let skipped = match assigned || before.bytes().all(|byte| b"$>#% ".contains(&byte)) {
        true => 0,
        false => at,
    };
    let rest = text.get(at..)?;
    let len = match dialect {
        Some(dialect) => script::extent(rest, dialect),
        None => curl::extent(rest),
    };
    Some((skipped, at + len))
}

/// Whether a message is in it.
pub(super) fn holds_message(text: &str) -> bool {
    let holds = |mark: &[u8]| memchr::memmem::find(text.as_bytes(), mark).is_some();
    let marks = [&b"SAMLResponse"[..], b"SAMLRequest", b"wresult"];
    // An assertion in a file is none in the paste.
    marks.iter().any(|mark| holds(mark)) || holds(b"--saml-assertion") && !holds(b"file://")
}
