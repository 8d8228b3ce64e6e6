//! In what two assertions differ, of what AWS reads.
//!
//! It deliberately does not say which of them is right.

use crate::lint::{Message, code};
use crate::saml::{Assertion, Issuer};
use crate::say;
use crate::source::{Span, Text};
use std::collections::BTreeMap;

/// Differences that are named; there may be more.
const NAMED: usize = 4;

/// One part that is not the same in both.
pub(super) struct Difference<'a> {
    /// The name of the element, or the last part of an attribute's name.
    pub name: &'a str,
    /// Where it stands; of what is missing, nowhere.
    pub read: Option<Span>,
    pub signed: Option<Span>,
}

pub(super) fn differences<'a>(read: &'a Assertion, signed: &'a Assertion) -> Vec<Difference<'a>> {
    let (read, signed) = (parts(read), parts(signed));
    let mut names: Vec<&str> = read.iter().map(|(name, _)| *name).collect();
    names.extend(signed.iter().map(|(name, _)| *name));
    let mut by_name: BTreeMap<&str, (Vec<&Text>, Vec<&Text>)> = BTreeMap::new();
    for (name, text) in read {
        by_name.entry(name).or_default().0.push(text);
    }
    for (name, text) in signed {
        by_name.entry(name).or_default().1.push(text);
    }
    let differs = |name: &'a str| {
        let (read, signed) = by_name.remove(name)?;
        let same = read.iter().map(|text| text.as_str()).eq(signed.iter().map(|text| text.as_str()));
        let place = |texts: &[&Text]| texts.first().map(|text| text.span);
        (!same).then(|| Difference { name, read: place(&read), signed: place(&signed) })
    };
    names.into_iter().filter_map(differs).collect()
}

/// The differences in words, to stand behind "the one that is signed".
pub(super) fn in_words(differences: &[Difference<'_>]) -> Message {
    let shown = differences.len().min(NAMED);
    let mut words = say!["which differs in "];
    for (index, difference) in differences.iter().take(NAMED).enumerate() {
        let last = index.saturating_add(1) == shown && shown == differences.len();
        words = match index {
            0 => words,
            _ if last => words.and(" and "),
            _ => words.and(", "),
        };
        words = words.and(code(difference.name));
    }
    match differences.len() {
        0 => say!["which says the same"],
        all if all > NAMED => words.and(" and more"),
        _ => words,
    }
}

/// The parts that AWS reads, by name, in their order.
fn parts(assertion: &Assertion) -> Vec<(&str, &Text)> {
    let mut parts: Vec<(&str, Option<&Text>)> = Vec::new();
    let subject = assertion.subject.as_ref();
    let name_id = subject.and_then(|subject| subject.name_id.as_ref());
    parts.push(("Issuer", assertion.issuer.as_ref().map(|Issuer { text, .. }| text)));
    parts.push(("NameID", name_id.map(|name_id| &name_id.text)));
    let confirmations = subject.map(|subject| subject.confirmations.as_slice()).unwrap_or_default();
    for data in confirmations.iter().filter_map(|confirmation| confirmation.data.as_ref()) {
        parts.push(("Recipient", data.recipient.as_ref()));
        parts.push(("NotOnOrAfter", data.not_on_or_after.as_ref()));
    }
    let restrictions = assertion.conditions.iter().flat_map(|conditions| &conditions.audience_restrictions);
    let audiences = restrictions.flat_map(|restriction| &restriction.audiences);
    parts.extend(audiences.map(|audience| ("Audience", Some(audience))));
    for attribute in &assertion.attributes {
        let name = attribute.name();
        let short = name.strip_prefix("https://aws.amazon.com/SAML/Attributes/").unwrap_or(name);
        parts.extend(attribute.values.iter().map(|value| (short, Some(&value.text))));
    }
    parts.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
}
