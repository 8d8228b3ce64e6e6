//! A copy that is safe to share: every word that is not public is replaced, and the shape of each value stays.
//!
//! Equal words become equal words, also across the messages and outputs of one inspection, so a difference between two values is
//! still a difference in the copy: an account, a user name that differs only in case, a role that occurs twice. Length, case,
//! white space, punctuation and invisible characters stay, so the copy shows nearly every defect of the original.
//! Signatures are taken out whole: a digest would let somebody test a guess. It deliberately replaces by the order of occurrence,
//! not by a hash, for a hash of a short name can be guessed.

mod vocabulary;
mod words;

use crate::aws::outputs::OutputKind;
use crate::evidence::{Item, ItemKind, REDACTED};
use crate::peel::LeafKind;
use crate::saml::names::SIGNATURE;
use crate::source::{Bytes, Sources, Span};
use crate::xml::{Document, Element};
pub use vocabulary::words as public_words;
use words::{Words, Writing};

/// Replaces words, the same by the same wherever they occur.
#[derive(Debug, Default)]
pub struct Redactor {
    words: Words,
    signatures: usize,
}

impl Redactor {
    /// A copy of one thing that was pasted: a SAML message, metadata, or an output of AWS in JSON. `None` for all else, keys and
    /// certificates above all: they are left out. What was encrypted stays encrypted.
    pub fn item(&mut self, item: &Item, sources: &Sources) -> Option<String> {
        match (item.kind, item.leaf.kind) {
            (ItemKind::Message | ItemKind::Metadata, _) => {
                let first = item.before.first().map(|before| &before.document);
                Some(self.document(first.or(item.document.as_ref())?))
            }
            // The metadata that it holds is an item of its own.
            (ItemKind::Output(OutputKind::SamlProvider), _) => None,
            (ItemKind::Output(_), LeafKind::Json) => Some(self.json(sources.excerpt(item.leaf.span))),
            (ItemKind::Output(OutputKind::RelayState), _) => Some(self.url(sources.excerpt(item.leaf.span))),
            _ => None,
        }
    }

    /// A copy of a message or of metadata, as XML. Names of elements and attributes, instants and the words that standards, AWS
    /// and identity providers publish are kept.
    pub fn document(&mut self, document: &Document) -> String {
        let source = document.span.source;
        let mut copy = String::new();
        let mut at = document.span.bytes.start;
        let mut words_until = |copy: &mut String, from: u32, to: u32| {
            let between = document.raw(Span::new(source, from as usize, to.max(from) as usize));
            self.words.replace(between, Writing::XML, copy);
        };
        for part in parts(document) {
            let Bytes { start, end } = part.bytes;
            if start < at {
                continue;
            }
            words_until(&mut copy, at, start);
            if part.kept {
                copy.push_str(document.raw(Span::new(source, start as usize, end as usize)));
            } else {
                self.signatures += 1;
            }
            at = end;
        }
        words_until(&mut copy, at, document.span.bytes.end);
        let end = copy.split_off(copy.trim_end().len());
        let end = if end.is_empty() { "\n" } else { &end };
        format!("{copy}\n<!-- {REDACTED} -->{end}")
    }

    /// A copy of an output of AWS in JSON.
    pub fn json(&mut self, text: &str) -> String {
        let mut copy = String::with_capacity(text.len());
        self.words.replace(text, Writing::JSON, &mut copy);
        copy
    }

    /// A copy of a relay state, such as came with a message.
    pub fn url(&mut self, text: &str) -> String {
        let mut copy = String::with_capacity(text.len());
        self.words.replace(text, Writing::URL, &mut copy);
        copy
    }

    /// How many different words were replaced so far.
    pub fn replaced(&self) -> usize {
        self.words.len()
    }

    /// How many signatures were left out so far.
    pub fn signatures(&self) -> usize {
        self.signatures
    }
}

/// A part of a document that is not replaced word by word.
struct Part {
    bytes: Bytes,
    /// As it stands, or left out.
    kept: bool,
}

/// Those of a document, sorted. Within what is left out there may be more.
fn parts(document: &Document) -> Vec<Part> {
    let start = |element: Element<'_>| element.span().bytes.start;
    let message =
        |element: &Element<'_>| matches!(element.local(), "Response" | "Assertion" | "EncryptedAssertion");
    let messages: Vec<u32> = document.elements().filter(message).map(start).collect();
    let holds_none = |signature: Element<'_>| {
        let next = messages.get(messages.partition_point(|at| *at < start(signature)));
        next.is_none_or(|at| *at >= signature.span().bytes.end)
    };
    let mut parts = Vec::new();
    let mut keep = |span: Span| parts.push(Part { bytes: span.bytes, kept: true });
    let mut signatures = Vec::new();
    for element in document.elements() {
        if element.is(SIGNATURE, "Signature") && holds_none(element) {
            signatures.push(Part { bytes: element.span().bytes, kept: false });
            continue;
        }
        keep(element.name_span());
        for attribute in element.attributes() {
            keep(attribute.name_span());
            if tells_a_time(attribute.local(), attribute.value().as_str()) {
                keep(attribute.value_span());
            }
        }
        if is_duration(element) {
            keep(element.content_span());
        }
        element.end_tag().into_iter().for_each(&mut keep);
    }
    parts.append(&mut signatures);
    parts.sort_by_key(|part| (part.bytes.start, part.kept));
    parts
}

/// Whether it is the value of an attribute for the length of the session: a number that identifies nobody.
fn is_duration(element: Element<'_>) -> bool {
    let of = element.parent().and_then(|parent| parent.attribute("Name"));
    let text = element.text();
    of.is_some_and(|name| name.value().as_str().ends_with("/SessionDuration"))
        && text.as_str().len() <= 6
        && text.as_str().bytes().all(|byte| byte.is_ascii_digit())
}

fn tells_a_time(name: &str, value: &str) -> bool {
    let named =
        ["IssueInstant", "NotBefore", "NotOnOrAfter", "SessionNotOnOrAfter", "AuthnInstant", "validUntil"];
    let written =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b'.' | b'+' | b'T' | b'Z' | b' ');
    named.contains(&name) && value.len() <= 40 && value.bytes().all(written)
}
