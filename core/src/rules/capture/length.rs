//! How long a message is in Base64, as posted or as it would be.
//!
//! It deliberately knows no limit.

use crate::codec::base64;
use crate::lint::Cx;
use crate::xml::Document;

/// The Base64 characters of the paste, where the XML came out of Base64.
pub(super) fn pasted_length(cx: &Cx<'_>) -> Option<usize> {
    let layer = cx.layers.iter().rfind(|layer| layer.made == Some(cx.item.leaf.source))?;
    let counts = |byte: &u8| *byte == b'=' || base64::sextet(*byte).is_some();
    (layer.id == "base64")
        .then(|| cx.sources.excerpt(layer.span).as_bytes().iter().filter(|byte| counts(byte)).count())
}

/// Length in Base64, padding included.
pub(super) fn encoded(bytes: usize) -> usize {
    bytes.div_ceil(3).saturating_mul(4)
}

/// Bytes of white space between tags.
pub(super) fn indentation(document: &Document) -> usize {
    let texts = document.nodes().map(|node| document.raw(node.span())).filter(|raw| raw.trim().is_empty());
    texts.map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_lies_at_75000_bytes() {
        assert_eq!(encoded(75_000), 100_000);
        assert_eq!(encoded(75_001), 100_004);
        assert_eq!(encoded(0), 0);
    }
}
