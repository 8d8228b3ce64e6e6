//! Decrypts what a message holds encrypted, and reads the message again with it.
//!
//! Each round inserts what was decrypted behind the element that held it, in a new source; what was signed before the
//! encryption is checked in the document in which it stands. It deliberately drops text that is not one well-formed
//! element, so that nothing reaches beyond its place.

use super::Item;
use super::supplied::Evidence;
use crate::crypto::decrypt::{self, Budget, Failure, Outcome, Reason};
use crate::limits::Limits;
use crate::peel::LayerUse;
use crate::saml;
use crate::source::{Bytes, MapBuilder, Origin, Sources, Span};
use crate::xml::{self, Document, NodeId, ProblemKind};

/// As reports name what was decrypted among the layers.
const LAYER: &str = "decrypted";

/// Encryption within encryption is unwrapped this many times: an assertion, and what stands in it.
const MOST_ROUNDS: usize = 4;

/// What became of one encrypted part of a message.
#[derive(Debug, Clone)]
pub struct Deciphered {
    /// The start tag of the element that holds the encrypted data: `EncryptedAssertion`, `EncryptedID`,
    /// `EncryptedAttribute`.
    pub holder: Span,
    /// Local name of that element.
    pub name: String,
    /// Index into [`Evidence::decryption`] of the key that opened it, or why it was not opened.
    pub result: Result<usize, Failure>,
}

/// A document before more of it was decrypted, and where the next one has more.
#[derive(Debug, Clone)]
pub struct Before {
    pub document: Document,
    /// Bytes inserted, by offset in this document; in order.
    pub inserted: Vec<Inserted>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inserted {
    pub at: u32,
    pub bytes: u32,
}

/// Decrypts with the keys at hand. The item then holds the document with what was decrypted. Gives the layers that were
/// taken off.
pub fn decrypt(
    item: &mut Item,
    sources: &mut Sources,
    evidence: &Evidence,
    limits: &Limits,
    budget: &mut Budget,
) -> Vec<LayerUse> {
    let mut layers = Vec::new();
    if item.message.is_none() {
        return layers;
    }
    let mut done: Vec<Span> = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let Some(document) = &item.document else { break };
        let found = decrypt::find(document);
        let mut parts = Vec::new();
        for data in &found {
            let Some(holder) = document.element(data.element).and_then(|data| data.parent()) else {
                continue;
            };
            let named = holder.namespace().is_none_or(|namespace| namespace == saml::names::ASSERTION)
                && matches!(holder.local(), "EncryptedAssertion" | "EncryptedID" | "EncryptedAttribute");
            if !named || done.contains(&holder.start_tag()) {
                continue;
            }
            let outcome = decrypt::decrypt(document, data, &evidence.decryption, limits, budget);
            let result = match outcome {
                Outcome::Failed(failure) => Err(failure),
                Outcome::Decrypted(plain) => {
                    match element_alone(&plain.plaintext, limits) {
                        Some(text) => {
                            parts.push((holder.id(), text.to_owned()));
                            Ok(plain.key)
                        }
                        // The padding of CBC is right by chance once in a while.
                        None => Err(Failure {
                            reason: Reason::BadPadding,
                            at: holder.name_span(),
                            algorithm: None,
                        }),
                    }
                }
            };
            done.push(holder.start_tag());
            item.deciphered.push(Deciphered {
                holder: holder.start_tag(),
                name: holder.local().to_owned(),
                result,
            });
        }
        if parts.is_empty() {
            break;
        }
        let span = item.leaf.span;
        done = insert(item, sources, parts, &done, limits);
        layers.push(LayerUse { id: LAYER, span, made: Some(item.leaf.source), repairs: Vec::new() });
    }
    layers
}

/// Makes the next document. Gives the start tags in `done` as they stand in it.
fn insert(
    item: &mut Item,
    sources: &mut Sources,
    parts: Vec<(NodeId, String)>,
    done: &[Span],
    limits: &Limits,
) -> Vec<Span> {
    let Some(document) = item.document.take() else { return Vec::new() };
    let text = document.raw(document.span);
    let (mut out, mut map) = (String::with_capacity(text.len()), MapBuilder::new());
    let (mut inserted, mut from) = (Vec::new(), 0usize);
    let base = document.span.bytes.start;
    let relative = |offset: u32| offset.saturating_sub(base);
    for (holder, plain) in parts {
        let Some(holder) = document.element(holder) else { continue };
        let held =
            Bytes { start: relative(holder.span().bytes.start), end: relative(holder.span().bytes.end) };
        // There is nothing behind the root, so what is in it stays in it.
        let at = match holder.parent() {
            Some(_) => held.end,
            None => relative(holder.content_span().bytes.end),
        };
        let Some(before) = text.get(from..at as usize) else { continue };
        out.push_str(before);
        map.copy(before.len());
        map.opaque(plain.len(), held);
        out.push_str(&plain);
        from = at as usize;
        inserted.push(Inserted { at, bytes: Bytes::new(0, plain.len()).end });
    }
    let rest = text.get(from..).unwrap_or_default();
    out.push_str(rest);
    map.copy(rest.len());
    let origin = Origin { span: document.span, map: Some(map.finish()) };
    let source = sources.push(LAYER, out.into_bytes(), Some(origin));
    let span = sources.get(source).map_or(document.span, |source| source.span());
    let next = xml::parse(sources.text(source), span, limits);
    let moved = done.iter().filter(|tag| tag.source == document.span.source).map(|tag| {
        let start = moved(&inserted, relative(tag.bytes.start));
        Span { source, bytes: Bytes { start, end: start.saturating_add(Bytes::new(0, tag.bytes.len()).end) } }
    });
    let done = moved.collect();
    item.message = saml::read(&next);
    item.leaf.source = source;
    item.leaf.span = span;
    item.leaf.layers.push(LAYER);
    item.before.push(Before { document, inserted });
    item.document = Some(next);
    done
}

/// Where an offset of one document stands in the next.
pub fn moved(inserted: &[Inserted], offset: u32) -> u32 {
    let more = inserted.iter().take_while(|part| part.at <= offset).map(|part| part.bytes);
    more.fold(offset, u32::saturating_add)
}

/// The text, if it is one element and nothing else; without an XML declaration.
fn element_alone<'p>(plain: &'p [u8], limits: &Limits) -> Option<&'p str> {
    let text = std::str::from_utf8(plain).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    let text = match text.strip_prefix("<?xml") {
        Some(rest) => rest.split_once("?>")?.1.trim_start(),
        None => text,
    };
    let document = xml::parse(text, Span::new(Default::default(), 0, text.len()), limits);
    // Prefixes may be declared around the place that it came from.
    let broken = document
        .problems
        .iter()
        .any(|problem| problem.kind.fatal() && !matches!(problem.kind, ProblemKind::UndeclaredPrefix));
    (document.root().is_some() && !broken && document.problems_dropped == 0).then_some(text)
}
