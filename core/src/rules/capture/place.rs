//! Places in what was pasted that stand for the whole of it.
//!
//! It deliberately knows no markup: it is for leaves that have none.

use crate::lint::Cx;
use crate::source::Span;

/// Characters of a line that are enough to know it again.
const WIDTH: usize = 80;

/// The first line of the leaf that is not blank, up to a width; for bytes that are no text, all of it.
pub(super) fn first_line(cx: &Cx<'_>) -> Span {
    let whole = cx.item.leaf.span;
    let text = cx.sources.excerpt(whole);
    let rest = text.trim_start();
    let start = text.len().saturating_sub(rest.len());
    let line = rest.lines().next().unwrap_or_default();
    let end = line.char_indices().nth(WIDTH).map_or(line.len(), |(at, _)| at);
    let line = line.get(..end).unwrap_or_default().trim_end();
    if line.is_empty() {
        return whole;
    }
    let base = (whole.bytes.start as usize).saturating_add(start);
    Span::new(whole.source, base, base.saturating_add(line.len()))
}
