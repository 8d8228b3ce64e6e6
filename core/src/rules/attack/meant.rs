//! What the signatures of a message mean, whatever became of their digests, and in which places things hide.
//!
//! It deliberately decides no severity.

use crate::lint::{Cx, Message, code};
use crate::saml::{Signature, is, names};
use crate::say;
use crate::source::Span;
use crate::xml::{Document, Element};

/// More references than these are not followed.
const MOST: usize = 64;

/// A signature and one element that it means.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub signature: Element<'a>,
    /// Where the reference says so: its URI.
    pub at: Span,
    pub target: Element<'a>,
}

/// What all signatures mean, in document order.
pub(super) struct Meant<'a>(pub Vec<Pair<'a>>);

impl<'a> Meant<'a> {
    pub fn of(cx: &Cx<'a>) -> Option<Self> {
        let (message, document) = (cx.message()?, cx.document()?);
        let signatures = message.signatures.iter().take(cx.limits.signatures);
        Some(Self(signatures.flat_map(|signature| pairs(cx, document, signature)).take(MOST).collect()))
    }

    /// Whether a signature means the element or one around it.
    pub fn covers(&self, element: Element<'_>) -> bool {
        self.0.iter().any(|pair| {
            let (target, signature) = (pair.target, pair.signature);
            // An enveloped signature leaves itself out, and with it whatever stands in it.
            target.contains(element) && !(target.contains(signature) && signature.contains(element))
        })
    }
}

fn pairs<'a>(cx: &Cx<'a>, document: &'a Document, signature: &Signature) -> Vec<Pair<'a>> {
    let Some(node) = document.element(signature.node) else { return Vec::new() };
    let signed = cx.signatures().iter().find(|signed| signed.node == signature.node);
    let covers = signed.map(|signed| signed.covers.as_slice()).unwrap_or_default();
    if !covers.is_empty() {
        let pair = |cover: &crate::evidence::Cover| {
            let reference = document.element(cover.reference)?;
            let at = reference.attribute("URI").map_or(reference.name_span(), |uri| uri.value_span());
            Some(Pair { signature: node, at, target: document.element(cover.target)? })
        };
        return covers.iter().take(MOST).filter_map(pair).collect();
    }
    // Of one that is not built as it should be, the identifiers tell what was meant.
    let by_id = signature.references.iter().take(MOST).filter_map(|uri| {
        let mut named = document.by_id(uri.as_str().strip_prefix('#')?);
        match (named.next(), named.next()) {
            (Some(target), None) => Some(Pair { signature: node, at: uri.span, target }),
            _ => None,
        }
    });
    by_id.collect()
}

/// Whether it is a SAML assertion or response.
pub(super) fn is_statement(element: Element<'_>) -> bool {
    is(element, names::ASSERTION, "Assertion") || is(element, names::PROTOCOL, "Response")
}

/// What an element is called in a sentence.
pub(super) fn named(element: Element<'_>) -> Message {
    match element.local() {
        "Response" => say!["the response"],
        "Assertion" => say!["the assertion"],
        other => say!["the element ", code(other)],
    }
}

/// The innermost place around an element that receivers do not read assertions from.
pub(super) fn hiding_place(element: Element<'_>) -> Option<Element<'_>> {
    let mut around = std::iter::successors(element.parent(), |outer| outer.parent());
    let places = ["Extensions", "Advice", "StatusDetail", "Object", "Signature", "KeyInfo", "Assertion"];
    around.clone().find(|outer| places.contains(&outer.local())).or_else(|| {
        // A wrapper of somebody's own, or a response within the response.
        around.next().filter(|outer| outer.parent().is_some())
    })
}

/// Whether the element stands in the `Advice` of an assertion, where assertions may be (SAML Core 2.0, 2.6.1).
pub(super) fn is_advice(element: Element<'_>) -> bool {
    hiding_place(element).is_some_and(|place| place.local() == "Advice")
}
