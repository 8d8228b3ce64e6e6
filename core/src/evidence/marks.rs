//! Which signature speaks for an element: one that means it or an element around it, the best of them.
//!
//! It deliberately gives no verdict of its own.

use super::{Cover, Item, Signed};
use crate::crypto::Verdict;
use crate::saml::{self, Message};
use crate::xml::{Document, Element, NodeId};
use std::collections::BTreeMap;

/// One signature's word on an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Index in [`Message::signatures`].
    pub signature: usize,
    node: NodeId,
    /// Whether its digest over the element does.
    pub holds: bool,
    trusted: bool,
    pub verdict: Verdict,
}

impl Mark {
    fn rank(self) -> (bool, bool, bool, bool) {
        let Self { holds, trusted, verdict, .. } = self;
        (holds, trusted, verdict == Verdict::Valid, verdict != Verdict::Invalid)
    }
}

/// The first of the best two.
pub(super) fn better(one: Option<Mark>, other: Option<Mark>) -> Option<Mark> {
    match (one, other) {
        (Some(one), Some(other)) if other.rank() > one.rank() => Some(other),
        (Some(one), _) => Some(one),
        (None, other) => other,
    }
}

/// What the signatures mean, by the element that is meant.
pub(super) struct Marks<'a> {
    document: &'a Document,
    by_target: BTreeMap<NodeId, Vec<Mark>>,
}

impl<'a> Marks<'a> {
    pub fn of(item: &'a Item, message: &'a Message, document: &'a Document) -> Self {
        let mut by_target: BTreeMap<NodeId, Vec<Mark>> = BTreeMap::new();
        for signed in &item.signatures {
            let is_it = |signature: &saml::Signature| signature.node == signed.node;
            let Some(index) = message.signatures.iter().position(is_it) else { continue };
            for cover in &signed.covers {
                let marks = by_target.entry(cover.target).or_default();
                let mark = Self::mark(signed, index, cover);
                match marks.iter_mut().find(|mark| mark.signature == index) {
                    Some(known) => known.holds |= mark.holds,
                    None => marks.push(mark),
                }
            }
        }
        Self { document, by_target }
    }

    fn mark(signed: &Signed, signature: usize, cover: &Cover) -> Mark {
        Mark {
            signature,
            node: signed.node,
            holds: cover.holds,
            trusted: signed.is_trusted(),
            verdict: signed.verdict(),
        }
    }

    /// The best mark over an element: on itself or around it, up to `until` and without that one.
    pub fn over(&self, element: Element<'_>, until: Option<NodeId>) -> Option<Mark> {
        let around = std::iter::successors(self.document.element(element.id()), |inner| inner.parent());
        let around = around.take_while(|outer| Some(outer.id()) != until);
        let marks = around.flat_map(|outer| {
            self.by_target.get(&outer.id()).into_iter().flatten().map(move |mark| (outer, *mark))
        });
        // An enveloped signature leaves itself out, and with it whatever somebody hid in it.
        let counts = |(outer, mark): &(Element<'_>, Mark)| match self.document.element(mark.node) {
            Some(signature) => !(outer.contains(signature) && signature.contains(element)),
            None => false,
        };
        marks.filter(counts).fold(None, |best, (_, mark)| better(best, Some(mark)))
    }
}
