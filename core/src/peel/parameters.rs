//! Finds the parameters that carry SAML messages in any text: `SAMLResponse=…`, `SAMLResponse: …`, `"SAMLResponse","…"`.
//!
//! It deliberately decodes nothing and knows no other parameters.

use memchr::memmem::Finder;

use super::xml;
use crate::codec::base64::sextet;
use crate::source::Bytes;

/// Parameters of the HTTP bindings (SAML Bindings, 3.4 to 3.6), of WS-Federation, and of `AssumeRoleWithSAML`.
const NAMES: [(&str, Name); 6] = [
    ("SAMLResponse", Name::Message),
    ("SAMLRequest", Name::Message),
    ("SAMLAssertion", Name::Message),
    ("wresult", Name::Message),
    ("SAMLart", Name::Artifact),
    ("RelayState", Name::RelayState),
];

/// Things of one kind taken from one text.
pub(super) const MOST: usize = 4_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Message,
    Artifact,
    RelayState,
}

/// One parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub name: Name,
    pub name_at: Bytes,
    pub value: Bytes,
    /// `=` stands right behind the name; without it only a value that looks encoded counts.
    pub strong: bool,
    /// The equals sign is percent-encoded: the parameter stands inside the value of another one.
    pub escaped: bool,
}

/// Whether a name of a member or of a field is one of them.
pub(super) fn named(name: &str) -> Option<Name> {
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|&(_, name)| name)
}

/// Whether there is any message's parameter with a value.
pub(super) fn any(text: &str) -> bool {
    hits(text).any(|hit| hit.name != Name::RelayState)
}

/// All parameters in order.
pub(super) fn find(text: &str) -> Vec<Hit> {
    hits(text).take(MOST).collect()
}

/// No name inside another one's value counts, so that the whole is read once.
fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut end = 0;
    places(text.as_bytes()).filter_map(move |at| {
        let hit = (at >= end).then(|| hit(text, at))??;
        end = hit.value.end as usize;
        Some(hit)
    })
}

/// Where a name may stand.
fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let starts = |needle: &'static str, back: usize| {
        let finder = Finder::new(needle).into_owned();
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = from + finder.find(bytes.get(from..)?)?;
            from = found + 1;
            Some(found.saturating_sub(back))
        })
        .peekable()
    };
    // Rare enough in noise, and common to all spellings but those nobody uses.
    let mut lists = [starts("SAML", 0), starts("saml", 0), starts("wresult", 0), starts("elayState", 1)];
    std::iter::from_fn(move || {
        let least = lists.iter_mut().filter_map(|list| list.peek().copied()).min()?;
        for list in &mut lists {
            if list.peek() == Some(&least) {
                list.next();
            }
        }
        Some(least)
    })
}

fn hit(text: &str, at: usize) -> Option<Hit> {
    let bytes = text.as_bytes();
    let rest = bytes.get(at..)?;
    let (name, len) = NAMES.iter().find_map(|(name, kind)| {
        let head = rest.get(..name.len())?;
        head.eq_ignore_ascii_case(name.as_bytes()).then_some((*kind, name.len()))
    })?;
    let before = bytes.get(..at).unwrap_or_default();
    let inside_word =
        before.last().is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let after_escape = matches!(before, [.., b'%', _, _] | [.., b'\\', b'n' | b'r' | b't']);
    if inside_word && !after_escape {
        return None;
    }
    let name_end = at + len;
    let behind = bytes.get(name_end..)?;
    let name_at = Bytes::new(at, name_end);
    if let [b'%', b'3', b'D' | b'd', ..] | [b'%', b'2', b'5', b'3', b'D' | b'd', ..] = behind {
        let end = name_end + behind.iter().take_while(|byte| !ends_token(**byte) && **byte != b'&').count();
        return Some(Hit { name, name_at, value: Bytes::new(name_end, end), strong: false, escaped: true });
    }
    let strong = behind.first() == Some(&b'=');
    let start = name_end + separator(behind)?;
    let quote = start
        .checked_sub(1)
        .and_then(|at| bytes.get(at))
        .copied()
        .filter(|byte| matches!(byte, b'"' | b'\''));
    let end = value_end(text, start, name, quote);
    let long = end.saturating_sub(start) >= 16;
    let empty = name == Name::RelayState || end > start;
    let markup = bytes.get(start) == Some(&b'<');
    let sensible = strong || empty && (long || markup || name != Name::Message);
    sensible.then_some(Hit { name, name_at, value: Bytes::new(start, end), strong, escaped: false })
}

/// Length of what stands between a name and its value; `None` where the name is just a word of a sentence.
fn separator(bytes: &[u8]) -> Option<usize> {
    if let [b'=', next, ..] = bytes
        && !matches!(next, b'"' | b'\'' | b'^' | b' ' | b'\\' | b'>')
    {
        return Some(1);
    }
    let len = marks(bytes);
    let between = bytes.get(..len)?;
    if let Some(empty) = empty_value(bytes, len) {
        return Some(empty);
    }
    let tells = between.iter().any(|byte| matches!(byte, b'=' | b':' | b',' | b'\n' | b'\t'));
    // `"name": "SAMLResponse", "value": "…"` and `name="SAMLResponse" value="…"`.
    let rest = bytes.get(len..)?;
    if rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case(b"value")) && len > 0 {
        let more = rest.get(5..)?;
        let gap = marks(more);
        let tells = more.get(..gap)?.iter().any(|byte| matches!(byte, b'=' | b':'));
        return tells.then_some(len + 5 + gap);
    }
    (tells || bytes == b"=").then_some(len)
}

/// Length of the quotation marks, colons, arrows and blanks at the start.
fn marks(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < 24 {
        at += match bytes.get(at..).unwrap_or_default() {
            // `"name"=>"…"` of Ruby, `[name] => …` and `["name"]=> string(5) "…"` of PHP, `name:[…]` of Go.
            [b'=', b'>', ..] => 2,
            [b']', b'=', b'>', ..] => 3,
            [b']', b' ', b'=', b'>', ..] => 4,
            [b'[', ..] if at == 1 && bytes.first() == Some(&b':') => 1,
            [b's', b't', b'r', b'i', b'n', b'g', b'(', rest @ ..] if at > 0 => {
                let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                match rest.get(digits..) {
                    Some([b')', b' ', b'"', ..]) => "string() ".len() + digits,
                    _ => return at,
                }
            }
            [b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'\'' | b':' | b'=' | b',' | b'\\' | b'^', ..] => 1,
            _ => break,
        };
    }
    at
}

/// Where an empty value stands among the marks: two quotation marks, and behind them what ends a value.
fn empty_value(bytes: &[u8], len: usize) -> Option<usize> {
    let ends = |byte: Option<&u8>| {
        byte.is_none_or(|byte| {
            matches!(byte, b')' | b'}' | b']' | b',' | b';' | b'>') || byte.is_ascii_whitespace()
        })
    };
    (1..len)
        .find(|&at| {
            let before = bytes.get(..at).unwrap_or_default();
            matches!(bytes.get(at..), Some([b'"', b'"', ..] | [b'\'', b'\'', ..]))
                && ends(bytes.get(at + 2))
                && before.iter().any(|byte| matches!(byte, b'=' | b':' | b','))
        })
        .map(|at| at + 1)
}

fn value_end(text: &str, start: usize, name: Name, quote: Option<u8>) -> usize {
    let bytes = text.as_bytes();
    let rest = bytes.get(start..).unwrap_or_default();
    if names_next(rest) {
        return start;
    }
    match (rest.first(), name, quote) {
        (Some(b'<'), Name::Message, _) => xml::extent(text, start).end,
        (_, Name::RelayState, Some(quote)) | (Some(b'&'), Name::Message, Some(quote)) => {
            start + memchr::memchr2(quote, b'\n', rest).unwrap_or(rest.len())
        }
        (_, Name::RelayState, None) if start.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'[') => {
            start + memchr::memchr3(b']', b' ', b'\n', rest).unwrap_or(rest.len())
        }
        (_, Name::RelayState, None) => {
            start + rest.iter().take_while(|byte| !ends_token(**byte) && **byte != b'&').count()
        }
        _ => extent(bytes, start),
    }
}

fn names_next(bytes: &[u8]) -> bool {
    NAMES.iter().any(|(name, _)| {
        bytes.starts_with(name.as_bytes())
            && matches!(bytes.get(name.len()), Some(b'=' | b':' | b'"' | b'\n'))
    })
}

pub(super) fn ends_token(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'`' | b'\\' | b'^' | b'|')
}

/// The end of an encoded value: over line breaks and over spaces that may have been plus signs, as long as what
/// follows looks like more of the same.
pub(super) fn extent(bytes: &[u8], start: usize) -> usize {
    let (mut end, mut at, mut short, mut encoded) = (start, start, 0usize, false);
    let mut torn = false;
    loop {
        let (len, padded) = token(bytes.get(at..).unwrap_or_default(), &mut encoded);
        let stop = at + len;
        let next = bytes.get(stop).copied();
        let closed = next
            .is_none_or(|byte| ends_token(byte) || matches!(byte, b'&' | b')' | b',' | b';' | b'}' | b']'));
        let dashes = bytes.get(at..).is_some_and(|rest| rest.starts_with(b"--"));
        if len == 0 || at > start && (!closed || dashes) {
            return end;
        }
        if at == start || len >= 16 || padded || torn || matches!(next, Some(b'&' | b'"' | b'\'')) {
            end = stop;
            short = 0;
        } else {
            short += 1;
        }
        if padded || short > 64 || !next.is_some_and(|byte| byte.is_ascii_whitespace()) {
            return end;
        }
        let blanks = bytes.get(stop..).unwrap_or_default();
        let gap = blanks.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let lines = blanks.get(..gap).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
        if lines > 1 || gap > 64 {
            return end;
        }
        // A line break within an escape.
        torn = lines == 1 && matches!(bytes.get(..stop), Some([.., b'%'] | [.., b'%', _]));
        at = stop + gap;
    }
}

/// Length of a run of Base64 and percent-encoding, and whether it ends in padding. Where there are escapes
/// (`encoded`), the value also has the characters that no encoder of forms escapes.
fn token(bytes: &[u8], encoded: &mut bool) -> (usize, bool) {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escape = byte == b'\\' && matches!(bytes.get(at + 1), Some(b'n' | b'r' | b'/'));
        at += match byte {
            _ if escape => 2,
            b'%' => {
                *encoded = true;
                1
            }
            b'.' | b'~' | b'*' | b'!' | b'(' | b')' if *encoded => 1,
            _ if sextet(byte).is_some() => 1,
            _ => break,
        };
    }
    let pads = bytes.get(at..).unwrap_or_default().iter().take_while(|byte| **byte == b'=').count();
    let padded =
        pads > 0 || bytes.get(..at).is_some_and(|run| run.ends_with(b"%3D") || run.ends_with(b"%3d"));
    (at + pads, padded)
}
