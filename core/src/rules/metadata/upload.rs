//! Metadata as something to upload: what was supplied, whether IAM holds it already, and how bad a fault in it is.
//!
//! It deliberately judges nothing. What IAM holds was accepted by IAM, whatever one might say against it.

use crate::aws::audience::{self, Audience};
use crate::evidence::ItemKind;
use crate::lint::{Cx, Severity};
use crate::saml::metadata::{self, Metadata};
use crate::source::{Sources, Span};
use crate::xml::Document;

/// The text that IAM shows for metadata that it does not take.
pub(in crate::rules) const REFUSED: &str = "could-not-parse-metadata";

/// The command that uploads metadata, to be filled in.
pub(in crate::rules) fn update_command(provider: &str) -> String {
    format!(
        "aws iam update-saml-provider --saml-provider-arn {provider} --saml-metadata-document file://metadata.xml"
    )
}

/// Metadata that was pasted.
pub(in crate::rules) struct Supplied<'a> {
    pub document: &'a Document,
    pub metadata: Metadata,
    /// It is the answer of `aws iam get-saml-provider`.
    pub in_iam: bool,
    /// The most that a fault in it can be.
    pub ceiling: Severity,
}

/// The metadata of this leaf, whoever it describes.
pub(in crate::rules) fn supplied<'a>(cx: &Cx<'a>) -> Option<Supplied<'a>> {
    let document = cx.document().filter(|_| cx.kind() == ItemKind::Metadata)?;
    let metadata = metadata::read(document)?;
    // Beside a message it is evidence: the sign-in does not depend on whether this copy could be uploaded.
    let ceiling = if cx.other_messages > 0 { Severity::Warning } else { Severity::Error };
    let in_iam = is_in_iam(cx.sources, cx.item.leaf.span);
    Some(Supplied { document, metadata, in_iam, ceiling })
}

/// The metadata of this leaf where it may still be uploaded: IAM does not hold it, and it is not that of AWS itself.
pub(in crate::rules) fn for_upload<'a>(cx: &Cx<'a>) -> Option<Supplied<'a>> {
    supplied(cx).filter(|supplied| !supplied.in_iam && !supplied.is_of_aws())
}

impl Supplied<'_> {
    /// The metadata of AWS as service provider, which is made for the identity provider.
    fn is_of_aws(&self) -> bool {
        let is_aws =
            |id: &str| !matches!(audience::recognise(id), Audience::Unknown | Audience::NearMiss { .. });
        !self.metadata.entities.is_empty()
            && self.metadata.entities.iter().all(|entity| {
                entity.identity_providers.is_empty()
                    && entity.entity_id.as_ref().is_some_and(|id| is_aws(id.as_str()))
            })
    }
}

/// Whether a leaf was the string `SAMLMetadataDocument`, as `aws iam get-saml-provider` answers it (IAM API,
/// GetSAMLProvider).
pub(in crate::rules) fn is_in_iam(sources: &Sources, leaf: Span) -> bool {
    let mut span = leaf;
    loop {
        let before = sources.text(span.source).get(..span.bytes.start as usize).unwrap_or_default();
        let key = before
            .trim_end()
            .strip_suffix('"')
            .and_then(|before| before.trim_end().strip_suffix(':'))
            .is_some_and(|before| before.trim_end().ends_with("\"SAMLMetadataDocument\""));
        if key {
            return true;
        }
        match sources.outward(span) {
            Some((outer, _)) => span = outer,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    #[test]
    fn what_iam_answers_is_told_from_other_text() {
        let cases = [
            (r#"{"SAMLMetadataDocument": "<a/>"}"#, true),
            (r#"{"SAMLMetadataDocument":"<a/>","x":1}"#, true),
            (r#"{"Metadata": "<a/>"}"#, false),
            (r#"SAMLMetadataDocument <a/>"#, false),
            ("<a/>", false),
        ];
        for (text, expected) in cases {
            let mut sources = Sources::default();
            let id: SourceId = sources.push("paste", text.as_bytes().to_vec(), None);
            let start = text.find("<a/>").unwrap();
            assert_eq!(is_in_iam(&sources, Span::new(id, start, start + 4)), expected, "{text}");
        }
    }
}
