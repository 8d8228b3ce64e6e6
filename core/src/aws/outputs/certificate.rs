//! Lines around `X509Certificate`, as `grep -A 5 X509Certificate` cuts them out of an assertion or of metadata.
//!
//! It deliberately decodes no certificate: of most, the end is missing.

use super::Output;
use crate::source::{Span, Text};

/// The characters of one certificate, as far as they were pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFragment {
    /// Base64, with its line breaks.
    pub base64: Text,
    /// The end tag follows.
    pub complete: bool,
}

/// Elements that such an excerpt begins with. Anything else is a document, in which the certificate has a meaning.
const ROOTS: [&str; 5] = ["X509Certificate", "X509Data", "KeyInfo", "KeyDescriptor", "KeyValue"];

const NAME: &str = "X509Certificate>";

/// Fewer characters than these are no certificate's.
const FEWEST: usize = 16;

pub(super) fn read(text: &str, span: Span) -> Option<Output> {
    let first = text.trim_start();
    if let Some(tag) = first.strip_prefix('<') {
        let name = tag.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
        let local = name.rsplit(':').next()?;
        if !tag.starts_with('/') && !ROOTS.contains(&local) {
            return None;
        }
    }
    let mut fragments = Vec::new();
    let mut at = 0usize;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(NAME)) {
        let tag = at.saturating_add(found);
        at = tag.saturating_add(NAME.len());
        let before = text.get(..tag)?;
        let closing =
            before.rfind('<').and_then(|open| before.get(open..)).is_none_or(|tag| tag.starts_with("</"));
        if closing {
            continue;
        }
        let rest = text.get(at..)?;
        let is_part =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=') || c.is_whitespace();
        let len = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let begins = (span.bytes.start as usize).saturating_add(at);
        let all = Text::plain(rest.get(..len)?, Span::new(span.source, begins, begins.saturating_add(len)));
        let (said, place) = all.trimmed();
        if said.len() >= FEWEST {
            let complete = rest.get(len..).is_some_and(|rest| rest.starts_with("</"));
            fragments.push(CertificateFragment { base64: Text::plain(said, place), complete });
        }
        at = at.saturating_add(len);
    }
    (!fragments.is_empty()).then_some(Output::CertificateFragments(fragments))
}
