//! What a receiver may take for the value of an element or an attribute.
//!
//! It deliberately keeps each reading that is not excluded: whether AWS trims a value is not documented.

use super::{Absence, Found, FoundValue, Obscurity};
use crate::saml::{Assertion, Attribute};
use crate::source::{Span, Text};
use std::collections::BTreeSet;

/// The possible values of one key; `None` is absence.
#[derive(Default)]
pub(super) struct Readings {
    possible: Vec<Option<FoundValue>>,
    /// What is in `possible`.
    seen: BTreeSet<Option<String>>,
    obscure: Option<Obscurity>,
}

/// Whether an empty value is a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Empty {
    Counts,
    /// It may count or be taken for absent.
    Unclear,
}

impl Readings {
    /// A text as it stands, and trimmed.
    pub(super) fn text(&mut self, text: &Text, markup: Option<Span>, empty: Empty) {
        if let Some(markup) = markup {
            self.obscure = Some(Obscurity::Markup(markup));
        }
        let (trimmed, place) = text.trimmed();
        self.value(text.as_str(), text.span);
        self.value(trimmed, place);
        if trimmed.is_empty() && empty == Empty::Unclear {
            self.absent();
        }
    }

    pub(super) fn value(&mut self, text: &str, span: Span) {
        if self.seen.insert(Some(text.to_owned())) {
            self.possible.push(Some(FoundValue { text: text.to_owned(), span: Some(span) }));
        }
    }

    pub(super) fn absent(&mut self) {
        if self.seen.insert(None) {
            self.possible.push(None);
        }
    }

    pub(super) fn found(self) -> Found {
        if let Some(obscurity) = self.obscure {
            return Found::Unknown(obscurity);
        }
        match self.possible.as_slice() {
            [] | [None] => Found::Absent(Absence::NotSent),
            [Some(value)] => Found::Values(vec![value.clone()]),
            _ => Found::OneOf(self.possible),
        }
    }

    /// Each value by itself: what a hash of it may be.
    pub(super) fn map(self, change: impl Fn(&str) -> String) -> Self {
        let changed = |value: FoundValue| FoundValue { text: change(&value.text), span: value.span };
        Self { possible: self.possible.into_iter().map(|value| value.map(changed)).collect(), ..self }
    }
}

/// An attribute that should have one value: "if you include more than one, only one claim will be mapped" (IAM User Guide,
/// "Configure SAML assertions for the authentication response").
pub(super) fn one<'a>(attributes: impl Iterator<Item = &'a Attribute>, empty: Empty) -> Found {
    let mut readings = Readings::default();
    for attribute in attributes {
        if attribute.values.is_empty() {
            readings.absent();
        }
        for value in &attribute.values {
            let structured = value.structured.then_some(value.tag);
            readings.text(&value.text, value.markup.or(structured), empty);
        }
    }
    readings.found()
}

/// An attribute that may have several values.
pub(super) fn many<'a>(attributes: impl Iterator<Item = &'a Attribute>) -> Found {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for value in attributes.flat_map(|attribute| &attribute.values) {
        if let Some(markup) = value.markup.or(value.structured.then_some(value.tag)) {
            return Found::Unknown(Obscurity::Markup(markup));
        }
        if value.text.trimmed().0 != value.text.as_str() {
            return Found::Unknown(Obscurity::WhiteSpace(value.text.span));
        }
        // Twice the same is the same set.
        if seen.insert(value.text.as_str()) {
            found.push(FoundValue { text: value.text.value.clone(), span: Some(value.text.span) });
        }
    }
    if found.is_empty() { Found::Absent(Absence::NotSent) } else { Found::Values(found) }
}

/// Where attributes are encrypted, one that is not seen may yet be there.
pub(super) fn or_encrypted(found: Found, assertion: &Assertion) -> Found {
    match found {
        Found::Absent(_) if !assertion.encrypted_attributes.is_empty() => {
            Found::Unknown(Obscurity::Encrypted)
        }
        found => found,
    }
}
