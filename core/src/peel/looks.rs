//! Quick looks at the beginning of something: is it worth unwrapping, is it what a layer claims to hold.
//!
//! It deliberately reads no further than it must; the layers themselves decide.

use super::layer::is_blank;
use super::parameters;
use crate::codec::charset::{self, Charset};
use crate::codec::inflate::{self, Frame};
use crate::codec::{base64, entities, percent};
use crate::limits::Limits;

/// Bytes looked at.
const HEAD: usize = 2048;

/// How often Base64 is expected around itself.
const NESTED: usize = 16;

/// Whether the text starts like markup: `<` and a name, `<?`, `<!`.
pub(super) fn like_markup(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    match text.as_bytes() {
        [b'<', b'?' | b'!', ..] => true,
        [b'<', name, ..] => name.is_ascii_alphabetic() || *name == b'_' || *name >= 0x80,
        _ => false,
    }
}

pub(super) fn like_html(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    let head = text.get(..floor(text, 512)).unwrap_or_default().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<form", "<input", "<script", "<textarea", "<meta"]
        .iter()
        .any(|tag| head.starts_with(tag))
        || head.starts_with("<!--") && (head.contains("<html") || head.contains("<!doctype html"))
        || head.starts_with("<?xml") && (head.contains("<html") || head.contains("<!doctype html"))
}

/// Whether it is a whole web page.
pub(super) fn like_page(text: &str) -> bool {
    let head = text.get(..floor(text, 16)).unwrap_or_default().to_ascii_lowercase();
    ["<!doctype html", "<html>", "<html "].iter().any(|tag| head.starts_with(tag))
}

/// Whether people could read it: hardly any control characters.
pub(super) fn like_text(text: &str) -> bool {
    let head = text.get(..floor(text, HEAD)).unwrap_or_default();
    let odd = head.chars().filter(|&c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{1B}')).count();
    odd * 50 <= head.len()
}

/// Whether a text is, or wraps, something that later layers recognise.
pub(super) fn promising(text: &str) -> bool {
    let head = text.trim_start_matches(is_blank).trim_start_matches(['"', '\'']);
    worth(head)
        || begins(head, &["&#x3", "\\u003c", "\\x3c", "{\\\""])
        || parameters::any(text)
        || text_of_base64(head)
}

/// Whether decoded bytes are, or wrap, something that later layers recognise.
pub(super) fn promising_bytes(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    match charset::detect(head) {
        Some(Charset::Utf16Le | Charset::Utf16Be) => {
            let charset = charset::detect(head).unwrap_or(Charset::Utf8);
            let text = charset::decode(head, charset, &Limits::default()).bytes;
            return std::str::from_utf8(&text).is_ok_and(like_markup);
        }
        Some(_) => {
            // The head may end in the middle of a character.
            let text = String::from_utf8_lossy(head);
            let full = if bytes.len() <= HEAD { Some(()) } else { None };
            if like_markup(&text) || (full.is_some() || like_text(&text)) && promising_plain(&text) {
                return true;
            }
        }
        None => {}
    }
    frame(bytes).is_some()
}

/// The frame of compressed bytes that hold something worth it.
pub(super) fn frame(bytes: &[u8]) -> Option<Frame> {
    [Frame::Gzip, Frame::Zlib, Frame::Raw].into_iter().find(|&frame| holds_text(bytes, frame))
}

/// Whether inflating gives markup, or Base64 of it.
pub(super) fn holds_text(bytes: &[u8], frame: Frame) -> bool {
    let decoded = inflate::decode(bytes, frame, 256);
    let text = String::from_utf8_lossy(&decoded.bytes);
    let utf16 = matches!(
        decoded.bytes.as_slice(),
        [0xFF, 0xFE, b'<', 0, ..] | [0xFE, 0xFF, 0, b'<', ..] | [b'<', 0, ..]
    );
    like_markup(&text) && decoded.bytes.len() >= 4 || utf16 || promising_plain(&text)
}

/// Without compressed data inside, which would go round in circles.
fn promising_plain(text: &str) -> bool {
    worth(text) || text_of_base64(text.trim_start_matches(is_blank))
}

/// Whether a decoded text starts like something, be it percent-encoded or escaped, or has a message's parameter.
fn worth(text: &str) -> bool {
    let mut head = start_of(text, 256).to_owned();
    // Nobody else writes these names, however the text around them is encoded.
    if ["SAMLResponse", "SAMLRequest"].iter().any(|name| head.contains(name)) {
        return true;
    }
    for _ in 0..4 {
        if like_markup(&head) || begins(&head, &["-----BEGIN ", "data:", "{\"", "[{\"", "{\n", "[\n"]) {
            return true;
        }
        let limits = Limits::default();
        let mut decoded = entities::decode(&head, &limits);
        if decoded.bytes == head.as_bytes() {
            decoded = percent::decode(&head, percent::Plus::Plus, &limits);
        }
        if decoded.bytes == head.as_bytes() {
            break;
        }
        head = String::from_utf8_lossy(&decoded.bytes).into_owned();
    }
    parameters::any(text)
}

/// Whether it is Base64 of something promising, perhaps several times.
pub(super) fn text_of_base64(text: &str) -> bool {
    let mut head = text.get(..floor(text, HEAD)).unwrap_or_default().to_owned();
    for _ in 0..NESTED {
        if head.contains('%') {
            let decoded = percent::decode(&head, percent::Plus::Plus, &Limits::default());
            head = String::from_utf8_lossy(&decoded.bytes).into_owned();
        }
        if head.contains("&#") {
            let decoded = entities::decode(&head, &Limits::default());
            head = String::from_utf8_lossy(&decoded.bytes).into_owned();
        }
        if !like_base64(&head) {
            return false;
        }
        let bytes = base64::decode(&head, &Limits::default()).bytes;
        if let [0xFF, 0xFE, b'<', 0, ..] | [0xFE, 0xFF, 0, b'<', ..] | [b'<', 0, ..] = bytes.as_slice() {
            return true;
        }
        // The head may end in the middle of a character.
        let inner = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        if inner.len() >= bytes.len().saturating_sub(3).min(24) {
            if worth(inner) {
                return true;
            }
            if inner.len() >= 8 && like_text(inner) && like_base64(inner) {
                head = inner.to_owned();
                continue;
            }
        }
        match inflated(&bytes) {
            Some(text) if worth(&text) => return true,
            Some(text) => head = text,
            None => return false,
        }
    }
    false
}

/// The beginning of the text that compressed bytes hold. Their end may be missing.
fn inflated(bytes: &[u8]) -> Option<String> {
    [Frame::Gzip, Frame::Zlib, Frame::Raw].into_iter().find_map(|frame| {
        let decoded = inflate::decode(bytes, frame, 512);
        let text = String::from_utf8_lossy(&decoded.bytes).into_owned();
        (decoded.bytes.len() >= 4 && (worth(&text) || like_base64(&text))).then_some(text)
    })
}

/// Whether nearly all characters are Base64 (or the white space and quotes that come with it), and the first is.
pub(super) fn like_base64(text: &str) -> bool {
    let text = text.trim_matches(|c: char| is_blank(c) || matches!(c, '"' | '\''));
    let bytes = text.as_bytes();
    let good = |byte: &u8| {
        base64::sextet(*byte).is_some() || matches!(byte, b'=' | b' ' | b'\n' | b'\r' | b'\t' | b'\\')
    };
    let count = bytes.iter().filter(|byte| good(byte)).count();
    let held = bytes.iter().filter(|byte| base64::sextet(**byte).is_some()).count();
    bytes.first().is_some_and(|&byte| base64::sextet(byte).is_some())
        && count.saturating_mul(20) >= bytes.len().saturating_mul(19)
        && held.saturating_mul(3) >= bytes.len().saturating_mul(2)
}

pub(super) fn begins(text: &str, heads: &[&str]) -> bool {
    heads.iter().any(|head| text.starts_with(head))
}

/// The largest character boundary that is not beyond `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    // A character is at most four bytes long.
    (0..4).filter_map(|back| at.checked_sub(back)).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// At most `len` bytes from where the text begins to say something.
fn start_of(text: &str, len: usize) -> &str {
    let text = text.trim_start_matches(is_blank);
    text.get(..floor(text, len)).unwrap_or_default()
}
