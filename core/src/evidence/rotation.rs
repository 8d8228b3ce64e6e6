//! Which certificates stand where: in the metadata that IAM holds, in that of the identity provider, beside the signature of the
//! message. From this one sees which upload is missing when a certificate was changed.
//!
//! It deliberately compares keys, not certificates: a certificate that was renewed with its old key works as before.

use super::{Evidence, HeldBy, Item, KeyOrigin, TrustedKey};
use crate::crypto::certificate::{self, Certificate};
use crate::crypto::{DSIG, PublicKey};
use crate::limits::Limits;
use crate::order::Gather as _;
use crate::source::Span;
use crate::xml::Element;
use std::collections::BTreeSet;

/// The certificates of one message and of the metadata beside it.
#[derive(Debug, Clone, Default)]
pub struct Rotation {
    /// Those that the message's signatures bring along, each once.
    pub in_message: Vec<Seen>,
    /// The signing certificates of the metadata that IAM holds. Empty: none was supplied.
    pub in_iam: Vec<Seen>,
    /// Those of other metadata: what the identity provider publishes.
    pub published: Vec<Seen>,
    pub step: Option<Step>,
}

/// One certificate.
#[derive(Debug, Clone)]
pub struct Seen {
    pub span: Span,
    pub key: PublicKey,
    pub certificate: Certificate,
}

/// What is to be done, so that AWS can check the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// IAM has the message's key, and every key that is published.
    Nothing,
    /// IAM has the message's key, but not every key that is published: upload before the provider changes to it.
    UploadBeforeChange,
    /// The published metadata has the message's key, and IAM has not: upload it.
    Upload,
    /// Neither has it: download the provider's present metadata, then upload it.
    DownloadAndUpload,
}

/// Compares a message with the metadata. `None`: there is no metadata with a certificate, or the message brings none along.
pub fn rotation(item: &Item, evidence: &Evidence, limits: &Limits) -> Option<Rotation> {
    let mut rotation = Rotation { in_message: in_message(item, limits), ..Rotation::default() };
    for key in &evidence.keys {
        let KeyOrigin::Metadata { index, .. } = key.origin else { continue };
        let Some(seen) = Seen::of(key) else { continue };
        match evidence.metadata.get(index)?.held_by {
            HeldBy::Iam => rotation.in_iam.push(seen),
            HeldBy::Unknown => rotation.published.push(seen),
        }
    }
    rotation.step = rotation.choose();
    rotation.step.map(|_| rotation)
}

impl Rotation {
    /// The certificates of the message that no metadata which counts has the key of.
    pub fn missing(&self) -> impl Iterator<Item = &Seen> {
        let held = if self.in_iam.is_empty() { &self.published } else { &self.in_iam };
        self.in_message.iter().filter(move |seen| !has(held, seen))
    }

    fn choose(&self) -> Option<Step> {
        if self.in_message.is_empty() || self.in_iam.is_empty() && self.published.is_empty() {
            return None;
        }
        let in_iam: BTreeSet<_> = self.in_iam.iter().map(|seen| &seen.key).gathered();
        Some(match self.missing().next() {
            None if self.in_iam.is_empty()
                || self.published.iter().all(|seen| in_iam.contains(&seen.key)) =>
            {
                Step::Nothing
            }
            None => Step::UploadBeforeChange,
            Some(seen) if has(&self.published, seen) => Step::Upload,
            Some(_) => Step::DownloadAndUpload,
        })
    }
}

fn has(list: &[Seen], wanted: &Seen) -> bool {
    list.iter().any(|seen| seen.key == wanted.key)
}

impl Seen {
    fn of(key: &TrustedKey) -> Option<Self> {
        Some(Self { span: key.span, key: key.key.clone(), certificate: key.certificate.clone()? })
    }
}

fn in_message(item: &Item, limits: &Limits) -> Vec<Seen> {
    let mut all: Vec<Seen> = Vec::new();
    let Some(document) = &item.document else { return all };
    for element in document.elements().filter(|element| is_of_a_signature(*element)).take(limits.keys) {
        let text = element.text();
        let opened = certificate::open(&text, limits);
        let read = PublicKey::from_certificate(&opened.der).zip(certificate::read(&opened.der).0);
        let Some((key, certificate)) = read else { continue };
        let seen = Seen { span: text.trimmed().1, key, certificate };
        if !has(&all, &seen) {
            all.push(seen);
        }
    }
    all
}

/// Whether an element is `Signature/KeyInfo/X509Data/X509Certificate`, and so not that of the recipient of an encrypted part.
pub fn is_of_a_signature(element: Element<'_>) -> bool {
    let up = |element: Option<Element<'_>>, name: &str| element.is_some_and(|element| element.is(DSIG, name));
    let data = element.parent();
    let info = data.and_then(|data| data.parent());
    let signature = info.and_then(|info| info.parent());
    element.is(DSIG, "X509Certificate")
        && up(data, "X509Data")
        && up(info, "KeyInfo")
        && up(signature, "Signature")
}
