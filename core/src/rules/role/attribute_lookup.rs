//! Looks for an attribute of AWS that should be there, under its own name, a similar one, or as a `FriendlyName`.
//!
//! It deliberately writes no prose; the rules that use it do.

use crate::aws::attributes::{self, AttributeName, AwsAttribute, LookAlike, LookAlikeReason};
use crate::saml::{Assertion, Attribute};
use crate::source::Span;

/// What is said of the place where it stands instead. AWS documents `Name` alone.
pub const IN_FRIENDLY_NAME: &str = "the name stands in the FriendlyName, which AWS probably does not read";

/// Why an attribute was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// A similar name stands in the message.
    Similar,
    /// An encrypted attribute may be the one.
    PerhapsEncrypted,
    /// It is not there. The start tag where it belongs, and a `FriendlyName` that is its name.
    Nowhere { tag: Span, friendly: Option<Span> },
}

/// `None` where an attribute of this name is there.
pub fn absent(assertion: &Assertion, wanted: AwsAttribute) -> Option<Absent> {
    if has(assertion, wanted.name()) {
        return None;
    }
    if look_alikes(assertion).any(|(_, found)| found.meant == wanted.name()) {
        return Some(Absent::Similar);
    }
    if !assertion.encrypted_attributes.is_empty() {
        return Some(Absent::PerhapsEncrypted);
    }
    let tag = assertion.attribute_statements.first().copied().unwrap_or(assertion.tag);
    let friendly = assertion
        .attributes
        .iter()
        .filter_map(|attribute| attribute.friendly_name.as_ref())
        .find(|friendly| friendly.as_str() == wanted.name())
        .map(|friendly| friendly.span);
    Some(Absent::Nowhere { tag, friendly })
}

/// Whether an attribute has this exact name.
pub fn has(assertion: &Assertion, name: &str) -> bool {
    assertion.attributes.iter().any(|attribute| attribute.name() == name)
}

/// Attributes whose names resemble one of AWS's that is absent. `AccessControl:` is not among them: it is right for
/// IAM Identity Center.
pub fn look_alikes(assertion: &Assertion) -> impl Iterator<Item = (&Attribute, LookAlike)> {
    assertion.attributes.iter().filter_map(move |attribute| match attributes::recognise(attribute.name()) {
        AttributeName::LookAlike(found)
            if found.why != LookAlikeReason::AccessControl && !has(assertion, &found.meant) =>
        {
            Some((attribute, found))
        }
        _ => None,
    })
}
