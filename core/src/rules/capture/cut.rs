//! Whether a copy is complete: cut off at its end, or with a part taken out.
//!
//! It deliberately says nothing of what was in the missing part.

use crate::codec::base64;
use crate::lint::Cx;
use crate::peel::NoteKind;
use crate::xml::Element;

/// Whether dots or stars stand in the place of characters, and more follows: somebody took a part out.
pub(super) fn is_redaction(text: &str) -> bool {
    /// Fewer characters behind the dots are what a tool shows of the end.
    const ENOUGH: usize = 8;
    let marked = text.chars().next().is_some_and(|char| matches!(char, '.' | '*' | '[' | '<' | '…'));
    marked && text.bytes().filter(|byte| base64::sextet(*byte).is_some()).count() >= ENOUGH
}

/// Whether the end of the message is missing: its Base64 breaks off, or its root element is never closed.
pub(in crate::rules) fn is_incomplete(cx: &Cx<'_>) -> bool {
    let open = |root: Element<'_>| root.end_tag().is_none() && !root.is_empty_tag();
    let leaf = cx.item.leaf.span;
    let behind = cx.sources.text(leaf.source).get(leaf.bytes.end as usize..);
    cx.notes.iter().any(|note| note.kind == NoteKind::TruncatedBase64)
        || cx.document().and_then(|document| document.root()).is_some_and(open)
            && behind.is_some_and(|rest| rest.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redaction_has_more_behind_it() {
        for (text, expected) in
            [("...UFBBRUY=", true), ("\u{2026}", false), ("...", false), ("U", false), ("***abcdefgh", true)]
        {
            assert_eq!(is_redaction(text), expected, "{text}");
        }
    }
}
