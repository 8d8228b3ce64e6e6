//! How a redacted copy is known again.
//!
//! It deliberately makes none: that is `redact`.

use crate::xml::{Document, Kind};

/// The remark that ends a redacted message.
pub const REDACTED: &str = "Redacted by Samlens: words are replaced, signatures are left out.";

/// Whether a document is a redacted copy. Anybody can write the remark, so it may excuse what is absent, and nothing else.
pub fn is_redacted(document: &Document) -> bool {
    document.top().any(|node| matches!(node.kind(), Kind::Comment) && node.text().as_str().trim() == REDACTED)
}
