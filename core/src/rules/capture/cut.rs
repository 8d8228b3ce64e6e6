//! Whether a copy is complete: cut off at its end, or with a part taken out.
//!
//! It deliberately says nothing of what was in the missing part.

use crate::codec::base64;
use crate::lint::Cx;
use crate::peel::NoteKind;
use crate::source::{Bytes, Span};
use crate::xml::{Element, Problem};

/// The dots or stars that stand in the place of characters, where more follows: somebody took a part out.
pub(super) fn redaction(text: &str) -> Option<&str> {
    /// Fewer characters behind the dots are what a tool shows of the end.
    const ENOUGH: usize = 8;
    let held = |part: &str| part.bytes().filter(|byte| base64::sextet(*byte).is_some()).count();
    let end = match text.chars().next()? {
        '[' => text.find(']')?.saturating_add(1),
        '<' => text.find('>')?.saturating_add(1),
        '.' | '*' | '…' => text.find(|char| !matches!(char, '.' | '*' | '…' | ' '))?,
        _ => return None,
    };
    let (mark, rest) = text.split_at_checked(end)?;
    (held(rest) >= ENOUGH).then_some(mark)
}

/// Whether the end of the message is missing: its Base64 breaks off, its root element is never closed, or the last tag
/// has no end.
pub(in crate::rules) fn is_incomplete(cx: &Cx<'_>) -> bool {
    if cx.notes.iter().any(|note| note.kind == NoteKind::TruncatedBase64) {
        return true;
    }
    let Some(document) = cx.document() else { return false };
    let leaf = cx.item.leaf.span;
    let behind = cx.sources.text(leaf.source).get(leaf.bytes.end as usize..);
    let at_the_end = behind.is_some_and(|rest| rest.trim().is_empty());
    let open = |root: Element<'_>| root.end_tag().is_none() && !root.is_empty_tag();
    let breaks_off = |problem: &Problem| {
        let rest =
            Span { bytes: Bytes { end: document.span.bytes.end, ..problem.span.bytes }, ..problem.span };
        problem.kind.truncation() && !document.raw(rest).contains('>')
    };
    at_the_end && (document.root().is_some_and(open) || document.problems.iter().any(breaks_off))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redaction_has_more_behind_it() {
        let cases = [
            ("...UFBBRUYx=", Some("...")),
            ("***abcdefgh", Some("***")),
            ("[...]abcdefgh", Some("[...]")),
            ("<snip>abcdefgh", Some("<snip>")),
            ("\u{2026}", None),
            ("...", None),
            ("...abc", None),
            ("U", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(redaction(text), expected, "{text}");
        }
    }
}
