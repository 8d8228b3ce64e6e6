//! XML as a program showed it to people: addresses as links, no-break spaces between attributes, quotation marks doubled
//! as in a CSV file.
//!
//! It deliberately undoes only what is no XML as it stands, or what nobody writes into a message.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::looks;
use crate::codec::{Decoded, Output, RepairKind};
use crate::limits::Limits;
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "shown",
    name: "Shown XML",
    title: "XML as a chat, a table or a page shows it",
    matches: &[
        "<a b=\"[https://c.example/d](https://c.example/d)\"/>",
        "<a>[e@c.example](mailto:e@c.example)</a>",
        "<a b=\"<https://c.example/d>\"><mailto:e@c.example|e@c.example></a>",
        "<a\u{A0}b=\"c\"/>",
        "<a b=\"\"c\"\" d=\"\"\"\"/>",
    ],
    misses: &[
        "<a b=\"\" c=\"d\"/>",
        "<a b='\u{A0}'>\u{A0}</a>",
        "<a>[1](2)</a>",
        "<a>[https://c.example](https://d.example)</a>",
        "[https://c.example](https://c.example)",
    ],
    unwrap,
};

/// Bytes within which a link ends.
const LONGEST: usize = 512;

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    if input.is_as_posted() || !looks::like_markup(text) {
        return None;
    }
    let decoded = decode(text, input.limits);
    let at = Bytes::new(start, start + text.len());
    (!decoded.repairs.is_empty()).then(|| Unwrapped::one(Part::made(at, decoded)))?
}

/// Whether anything in the text is to be undone.
pub(super) fn is_shown(text: &str, limits: &Limits) -> bool {
    !decode(text, limits).repairs.is_empty()
}

fn decode(text: &str, limits: &Limits) -> Decoded {
    let bytes = text.as_bytes();
    let doubled = doubles_quotes(bytes);
    let mut out = Output::new(bytes.len(), limits);
    let (mut at, mut copied, mut tag, mut quote) = (0, 0, false, None);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let undone = match rest {
            [b'"', b'"', ..] if doubled => Some((&b"\""[..], 2, RepairKind::DoubledQuotes)),
            [0xC2, 0xA0, ..] if tag && quote.is_none() => Some((&b" "[..], 2, RepairKind::NoBreakSpace)),
            [b'[' | b'<', ..] => link(rest).map(|(made, len)| (made, len, RepairKind::Link)),
            _ => None,
        };
        if let Some((made, len, kind)) = undone {
            out.copy(bytes.get(copied..at).unwrap_or_default());
            out.repair(kind, at, at + len);
            out.unit(made, len);
            at += len;
            copied = at;
        } else {
            match rest {
                [b'<', next, ..] if quote.is_none() => tag = !matches!(next, b'!' | b'?'),
                [b'>', ..] if quote.is_none() => tag = false,
                [mark @ (b'"' | b'\''), ..] if tag => match quote {
                    None => quote = Some(*mark),
                    Some(open) if open == *mark => quote = None,
                    Some(_) => {}
                },
                _ => {}
            }
            at += 1;
        }
    }
    out.copy(bytes.get(copied..).unwrap_or_default());
    out.finish()
}

/// Whether the first value of an attribute begins with two quotation marks and is not empty.
fn doubles_quotes(bytes: &[u8]) -> bool {
    let behind = memchr::memmem::find(bytes, b"=\"").and_then(|at| bytes.get(at + 2..));
    matches!(behind, Some([b'"', next, ..]) if !next.is_ascii_whitespace() && !matches!(next, b'>' | b'/' | b'?'))
}

/// An address at the start that was turned into a link, and the length of the link: `[X](X)` of Markdown; `<X>` and
/// `<X|name>` of chats.
fn link(bytes: &[u8]) -> Option<(&[u8], usize)> {
    let head = bytes.get(1..bytes.len().min(LONGEST))?;
    if let Some(b'<') = bytes.first() {
        let known = [&b"https://"[..], b"http://", b"mailto:"].iter().any(|scheme| head.starts_with(scheme));
        let inner = head.get(..memchr::memchr(b'>', head).filter(|_| known)?)?;
        let name = memchr::memchr(b'|', inner).and_then(|at| inner.get(at + 1..));
        let plain = !inner.iter().any(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'<'));
        return plain.then_some((name.unwrap_or(inner), inner.len() + 2));
    }
    let name = head.get(..memchr::memchr(b']', head)?)?;
    let target = head.get(name.len()..)?.strip_prefix(b"](")?;
    let target = target.get(..memchr::memchr(b')', target)?)?;
    let same = target == name && name.starts_with(b"http") || target.strip_prefix(b"mailto:") == Some(name);
    same.then_some((name, name.len() + target.len() + 4))
}
