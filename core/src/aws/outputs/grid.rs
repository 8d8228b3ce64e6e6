//! What the CLI prints with `--output table`, recognised by its frame.
//!
//! It deliberately reads no cell: a table has several shapes for one output, lays values out for the eye and holds no policy in a
//! form that can be read back.

use super::lines::lines;
use crate::source::{Span, Text};

/// A table of the CLI.
#[derive(Debug, Clone)]
pub struct Table {
    /// The operation, as the title of the table names it: `GetRole`.
    pub operation: Text,
}

pub(super) fn read(text: &str, span: Span) -> Option<Table> {
    let mut lines = lines(text, span);
    let (frame, title) = (lines.next()?, lines.next()?);
    let is_frame = frame.value.len() >= 3 && frame.value.bytes().all(|byte| byte == b'-');
    let operation = title.value.strip_prefix('|')?.strip_suffix('|')?.trim();
    let named = operation.starts_with(|c: char| c.is_ascii_uppercase())
        && operation.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_frame && named).then(|| Table { operation: Text::plain(operation, title.sub_str(operation)) })
}
