//! Verifies the signatures of a document with the keys that were supplied, and says what each covers.
//!
//! It deliberately draws no conclusion: whether AWS would take it, rules say.

use super::decrypted::{Before, moved};
use super::supplied::{Evidence, KeyOrigin};
use super::{Item, ItemKind};
use crate::crypto::{
    Explanation, KeyUsed, PublicKey, State, Verdict, Verification, explain, signatures, verify_all,
};
use crate::limits::Limits;
use crate::order;
use crate::source::Text;
use crate::xml::{Document, NodeId};

/// One signature, verified.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The Signature element, in the item's document.
    pub node: NodeId,
    /// The element that it stands in, likewise.
    pub parent: Option<NodeId>,
    /// What its references mean.
    pub covers: Vec<Cover>,
    pub verification: Verification,
    /// Whose key it holds by.
    pub key: KeyOrigin,
    /// Index into [`Evidence::keys`], where it holds by one of those.
    pub trusted: Option<usize>,
    /// What was done to the message after it was signed, where that could be found out.
    pub explanations: Vec<Explanation>,
    /// Index into [`Item::before`] of the document that it was verified in; `None`: the item's document. The nodes in
    /// `verification` and `explanations` are of that document.
    pub verified_in: Option<usize>,
}

/// A reference and the element that it means, both in the item's document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    pub reference: NodeId,
    pub target: NodeId,
    /// Whether the digest holds.
    pub holds: bool,
}

impl Signed {
    pub fn verdict(&self) -> Verdict {
        self.verification.verdict
    }

    /// Whether a key that somebody vouches for made it.
    pub fn is_trusted(&self) -> bool {
        self.verdict() == Verdict::Valid && self.trusted.is_some()
    }

    /// The document that it was verified in.
    pub fn document<'i>(&self, item: &'i Item) -> Option<&'i Document> {
        match self.verified_in {
            Some(at) => item.before.get(at).map(|before| &before.document),
            None => item.document.as_ref(),
        }
    }
}

/// Verifies all signatures of an item.
pub fn verify(item: &mut Item, evidence: &Evidence, limits: &Limits) {
    if !matches!(item.kind, ItemKind::Message | ItemKind::Metadata | ItemKind::OtherXml) {
        return;
    }
    let Some(main) = &item.document else { return };
    // Metadata vouches for itself at best: what was supplied is for messages.
    let indices = match item.kind {
        ItemKind::Metadata => Vec::new(),
        _ => evidence.keys_for(issuer(item)),
    };
    let keys: Vec<PublicKey> =
        indices.iter().filter_map(|&index| Some(evidence.keys.get(index)?.key.clone())).collect();
    let mut all = Vec::new();
    for at in 0..=item.before.len() {
        let before = item.before.get(at);
        let document = before.map_or(main, |before| &before.document);
        if signatures(document).next().is_none() {
            continue;
        }
        let new = at.checked_sub(1).and_then(|previous| item.before.get(previous));
        for verification in verify_all(document, &keys, limits) {
            if new.is_some_and(|previous| !is_inserted(document, verification.signature, previous)) {
                continue;
            }
            let given = match verification.key {
                Some(KeyUsed::Given(index)) => indices.get(index).copied(),
                _ => None,
            };
            let key = match verification.key {
                Some(KeyUsed::Embedded(_)) => KeyOrigin::Embedded,
                Some(KeyUsed::Given(_)) => {
                    given.and_then(|index| evidence.keys.get(index)).map_or(KeyOrigin::None, |key| key.origin)
                }
                None => KeyOrigin::None,
            };
            let explanations = match verification.verdict {
                Verdict::Invalid => explain(document, &verification, &keys, limits),
                _ => Vec::new(),
            };
            let carried = |node: NodeId| carry(item, main, document, at, node);
            let covers = verification.references.iter().filter_map(|reference| {
                Some(Cover {
                    reference: carried(reference.element)?,
                    target: carried(reference.signed_element(document)?.id())?,
                    holds: reference.state == State::Holds,
                })
            });
            let Some(node) = carried(verification.signature) else { continue };
            all.push(Signed {
                node,
                parent: main.element(node).and_then(|signature| signature.parent()).map(|parent| parent.id()),
                covers: covers.collect(),
                key,
                trusted: given,
                explanations,
                verified_in: before.map(|_| at),
                verification,
            });
        }
    }
    let place = |signed: &Signed| main.element(signed.node).map(|element| element.span().bytes.range().start);
    order::by(&mut all, |a, b| place(a).cmp(&place(b)));
    item.signatures = all;
}

/// Whether the element stands in what was inserted into `previous`.
fn is_inserted(document: &Document, node: NodeId, previous: &Before) -> bool {
    let base = document.span.bytes.start;
    let Some(element) = document.element(node) else { return false };
    let start = element.span().bytes.start.saturating_sub(base);
    let mut earlier = 0u32;
    previous.inserted.iter().any(|part| {
        let from = part.at.saturating_add(earlier);
        earlier = earlier.saturating_add(part.bytes);
        from <= start && start < from.saturating_add(part.bytes)
    })
}

/// The same element in the item's document. Nothing was taken out on the way, so it starts further on.
fn carry(item: &Item, main: &Document, document: &Document, at: usize, node: NodeId) -> Option<NodeId> {
    if at == item.before.len() {
        return Some(node);
    }
    let element = document.element(node)?;
    let start = element.span().bytes.start.saturating_sub(document.span.bytes.start);
    let steps = item.before.iter().skip(at);
    let start = steps.fold(start, |offset, step| moved(&step.inserted, offset));
    let offset = start.saturating_add(main.span.bytes.start);
    let found = main.element(main.node_at(offset)?.id())?;
    (found.span().bytes.start == offset).then_some(found.id())
}

/// Who signed, as the message says; the assertion's word counts more.
fn issuer(item: &Item) -> Option<&str> {
    let message = item.message.as_ref()?;
    let of_assertion = message.assertions.iter().find_map(|assertion| assertion.issuer.as_ref());
    of_assertion.or(message.issuer.as_ref()).map(|issuer| Text::as_str(&issuer.text).trim())
}
