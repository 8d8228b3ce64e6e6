//! Metadata as something to upload: what was supplied, whether IAM holds it already, and how bad a fault in it is.
//!
//! It deliberately judges nothing. What IAM holds was accepted by IAM, whatever one might say against it.

use crate::aws::audience::{self, Audience};
use crate::evidence::{HeldBy, ItemKind};
use crate::lint::{Cx, Severity};
use crate::saml::metadata::Metadata;
use crate::xml::Document;

/// The text that IAM shows for metadata that it does not take.
pub(in crate::rules) const REFUSED: &str = "could-not-parse-metadata";

/// What uploads metadata to a provider, as arguments of `aws iam update-saml-provider`.
pub(crate) const UPLOAD: &str = "--saml-metadata-document file://metadata.xml";

/// Metadata that was pasted.
pub(in crate::rules) struct Supplied<'a> {
    pub document: &'a Document,
    pub metadata: &'a Metadata,
    /// It is the answer of `aws iam get-saml-provider`.
    pub in_iam: bool,
    /// The most that a fault in it can be.
    pub ceiling: Severity,
}

/// The metadata of this leaf, whoever it describes.
pub(in crate::rules) fn supplied<'a>(cx: &Cx<'a>) -> Option<Supplied<'a>> {
    let document = cx.document().filter(|_| cx.kind() == ItemKind::Metadata)?;
    let tag = document.root()?.start_tag();
    let held = cx.evidence.metadata.iter().find(|held| held.metadata.tag == tag)?;
    // Beside a message it is evidence: the sign-in does not depend on whether this copy could be uploaded.
    let ceiling = if cx.other_messages > 0 { Severity::Warning } else { Severity::Error };
    let in_iam = held.held_by == HeldBy::Iam;
    Some(Supplied { document, metadata: &held.metadata, in_iam, ceiling })
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
