//! `Copy as cURL`, for POSIX shells and for the Windows command prompt.
//!
//! It deliberately runs no shell: quotes and escapes are taken off, variables and substitutions stay as they stand.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::{Context, looks, parameters};
use crate::codec::escapes::{self, Dialect};
use crate::codec::{Decoded, Output};
use crate::limits::Limits;
use crate::source::{Bytes, Text};

pub(super) static BASH: Layer = Layer {
    id: "curl",
    name: "cURL command",
    title: "a cURL command for a POSIX shell",
    matches: &[
        "curl 'https://a.example.com/saml' -H 'a: b' --data-raw 'SAMLResponse=PGEvPg%3D%3D'",
        "curl https://a.example.com/saml -d \"SAMLResponse=PGEvPg%3D%3D&RelayState=\"",
        "curl 'https://a.example.com' \\\n  --data-raw $'SAMLResponse=PGEvPg\\u003d='",
        "$ curl --data-urlencode SAMLResponse=PGEvPg== https://a.example.com",
    ],
    misses: &[
        "curl https://a.example.com",
        "use curl with SAMLResponse",
        "curl ^\"https://a.example.com^\" -d ^\"SAMLResponse=PGEvPg^%^3D^\"",
    ],
    unwrap: |input| unwrap(input, Shell::Posix),
};

pub(super) static CMD: Layer = Layer {
    id: "curl-cmd",
    name: "cURL command for Windows",
    title: "a cURL command for the Windows command prompt",
    matches: &[
        "curl ^\"https://a.example.com/saml^\" ^\n  --data-raw ^\"SAMLResponse=PGEvPg^%^3D^%^3D^\"",
        "curl \"https://a.example.com/saml\" ^\n  -H \"a: b\" ^\n  --data-raw \"SAMLResponse=PGEvPg^%^3D^%^3D\"",
    ],
    misses: &[
        "curl 'https://a.example.com/saml' --data-raw 'SAMLResponse=PGEvPg%3D%3D'",
        "curl ^\"https://a.example.com^\"",
    ],
    unwrap: |input| unwrap(input, Shell::Cmd),
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shell {
    Posix,
    Cmd,
}

/// Words of one command that are looked at.
const MOST_WORDS: usize = 4096;

fn unwrap(input: &Input<'_>, shell: Shell) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let command = text.trim_start_matches(['$', '>', '#', '%', ' ']);
    let program = command.get(..looks::floor(command, 8))?;
    if !(program.starts_with("curl ") || program.starts_with("curl.exe")) {
        return None;
    }
    if is_cmd(text) != (shell == Shell::Cmd) {
        return None;
    }
    let words = words(text, shell, input.limits);
    let address = words.iter().find(|word| word.decoded.bytes.starts_with(b"http"));
    let url = address.map(|word| {
        let at = Bytes::new(start + word.at.start as usize, start + word.at.end as usize);
        word.decoded.clone().into_text(input.span_of(at))
    });
    let relay_state = words.iter().find_map(|word| relay_state(input, start, word.at));
    let relay_state = relay_state.or_else(|| input.context.relay_state.clone());
    let context = Context { url, relay_state, via: BASH.id, ..input.context.clone() };
    let mut parts = Vec::new();
    let mut option = Bytes::default();
    for word in words {
        let at = Bytes::new(start + word.at.start as usize, start + word.at.end as usize);
        let held = std::str::from_utf8(&word.decoded.bytes).is_ok_and(parameters::any);
        if held {
            let posted = input.slice(option).starts_with("-d")
                || input.slice(option).starts_with("--data")
                || input.slice(option).starts_with("-F");
            let method =
                posted.then(|| Text { value: "POST".to_owned(), span: input.span_of(option), map: None });
            let part = match word.decoded.is_identity(input.slice(at).as_bytes()) {
                true => Part::same(at),
                false => Part::made(at, word.decoded),
            };
            parts.push(part.with(Context { method, ..context.clone() }).optional());
        }
        option = at;
    }
    Unwrapped::some(parts)
}

/// A relay state in a word of its own, as `--data-urlencode` has them.
fn relay_state(input: &Input<'_>, start: usize, word: Bytes) -> Option<Text> {
    let from = start + word.start as usize;
    let raw = input.slice(Bytes::new(from, start + word.end as usize));
    let value = raw.trim_start_matches(['\'', '"']).strip_prefix("RelayState=")?;
    let from = from + (raw.len() - value.len());
    let value = value.trim_end_matches(['\'', '"']);
    let span = input.span_of(Bytes::new(from, from + value.len()));
    let plain = !value.is_empty() && !value.contains(['^', '\\', '&', '%', '\'', '"']);
    plain.then(|| Text::plain(value, span))
}

fn is_cmd(text: &str) -> bool {
    text.contains("^\"") || text.contains("^%^") || text.contains("^\n") || text.contains("^\r\n")
}

/// The end of the command that begins here: the first line end that no quotes hold and nothing continues.
pub(super) fn extent(text: &str) -> usize {
    let bytes = text.as_bytes();
    let limits = Limits::default();
    let cmd = is_cmd(text.get(..looks::floor(text, 4096)).unwrap_or_default());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        // Chats take the backslashes at the ends of lines; options begin with a dash all the same.
        let blanks = rest.iter().take(64).take_while(|byte| byte.is_ascii_whitespace()).count();
        let option = matches!(rest.get(blanks..), Some([b'-', next, ..]) if next.is_ascii_alphabetic() || *next == b'-');
        let continued = bytes.get(..at).is_some_and(|before| before.ends_with(b"\\\r"));
        let mut out = Output::new(0, &limits);
        at = match byte {
            b'\n'
                if !(continued
                    || option
                        && memchr::memchr_iter(b'\n', rest.get(..blanks).unwrap_or_default()).count()
                            == 1) =>
            {
                return at;
            }
            byte if byte.is_ascii_whitespace() => at + 1,
            _ if cmd => self::cmd(bytes, at, &mut out).max(at + 1),
            _ => posix(text, at, &limits, &mut out).max(at + 1),
        };
    }
    bytes.len()
}

struct Word {
    at: Bytes,
    decoded: Decoded,
}

/// The words of a command, without their quotes.
fn words(text: &str, shell: Shell, limits: &Limits) -> Vec<Word> {
    let bytes = text.as_bytes();
    let (mut all, mut at) = (Vec::new(), 0);
    while all.len() < MOST_WORDS {
        at +=
            bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        if at >= bytes.len() {
            break;
        }
        let mut out = Output::new(0, limits);
        let start = at;
        at = match shell {
            Shell::Posix => posix(text, at, limits, &mut out),
            Shell::Cmd => cmd(bytes, at, &mut out),
        }
        .max(start + 1);
        all.push(Word { at: Bytes::new(start, at), decoded: out.finish() });
    }
    all
}

/// One word: quoted and bare pieces without a gap (POSIX Shell Command Language, 2.2).
fn posix(text: &str, from: usize, limits: &Limits, out: &mut Output) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (open, quote, dialect) = match rest {
            [b'$', b'\'', ..] => (2, b'\'', Some(Dialect::Script)),
            [b'$', b'"', ..] => (2, b'"', Some(Dialect::Shell)),
            [b'\'', ..] => (1, b'\'', None),
            [b'"', ..] => (1, b'"', Some(Dialect::Shell)),
            [b'\\', b'\n', ..] => {
                out.skip(2);
                at += 2;
                continue;
            }
            [b'\\', _, ..] => {
                out.skip(1);
                let len = text.get(at + 1..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                out.copy(bytes.get(at + 1..at + 1 + len).unwrap_or_default());
                at += 1 + len;
                continue;
            }
            [] => return at,
            [byte, ..] if byte.is_ascii_whitespace() => return at,
            rest => {
                let stop =
                    |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'\'' | b'"' | b'\\' | b'$');
                let len = rest.iter().skip(1).position(stop).map_or(rest.len(), |at| at + 1);
                out.copy(rest.get(..len).unwrap_or_default());
                at += len;
                continue;
            }
        };
        let inside = at + open;
        let end = close(bytes, inside, quote, dialect.is_some());
        out.skip(open);
        let literal = text.get(inside..end).unwrap_or_default();
        match dialect {
            None => out.copy(literal.as_bytes()),
            Some(dialect) => {
                out.append(escapes::decode(literal, dialect, limits), inside.saturating_sub(from))
            }
        }
        let closing = usize::from(end < bytes.len());
        out.skip(closing);
        at = end + closing;
    }
}

/// Where a quoted piece ends.
pub(super) fn close(bytes: &[u8], from: usize, quote: u8, escapes: bool) -> usize {
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        match memchr::memchr2(quote, b'\\', rest) {
            None => return bytes.len(),
            Some(found) if rest.get(found) == Some(&quote) => return at + found,
            Some(found) => at += found + if escapes { 2 } else { 1 },
        }
    }
}

/// One word of the command prompt: a caret takes the meaning from the next character, `\"` and `""` are quotes.
fn cmd(bytes: &[u8], from: usize, out: &mut Output) -> usize {
    let (mut at, mut quoted) = (from, false);
    loop {
        match bytes.get(at..).unwrap_or_default() {
            [] => return at,
            [b'^', b'\r', b'\n', ..] if !quoted => {
                out.skip(3);
                return at + 3;
            }
            [b'^', b'\n', ..] if !quoted => {
                out.skip(2);
                return at + 2;
            }
            [b'^', b'\\', b'^', b'"', ..] => {
                out.unit(b"\"", 4);
                at += 4;
            }
            [b'\\', b'"', ..] | [b'"', b'"', ..] if quoted => {
                out.unit(b"\"", 2);
                at += 2;
            }
            [b'^', b'"', ..] => {
                quoted = !quoted;
                out.skip(2);
                at += 2;
            }
            [b'^', ..] => {
                out.skip(1);
                at += 1;
                if let Some(next @ b'^') = bytes.get(at) {
                    out.copy(&[*next]);
                    at += 1;
                }
            }
            [b'"', ..] => {
                quoted = !quoted;
                out.skip(1);
                at += 1;
            }
            [byte, ..] if byte.is_ascii_whitespace() && !quoted => return at,
            rest => {
                let stop = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'^' | b'"' | b'\\');
                let len = rest.iter().skip(1).position(stop).map_or(rest.len(), |at| at + 1);
                out.copy(rest.get(..len).unwrap_or_default());
                at += len;
            }
        }
    }
}
