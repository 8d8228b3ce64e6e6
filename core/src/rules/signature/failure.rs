//! What the rules on failing signatures share: which signature is meant, and what may have happened to the copy.
//!
//! It deliberately decides no severity.

use crate::crypto::{Change, Failed, Reason, ReasonKind};
use crate::evidence::Signed;
use crate::lint::{Cx, Message, code};
use crate::say;
use crate::xml::names::is_space;
use crate::xml::{Document, Element, Kind};

/// The reasons of these kinds, with the signature that each belongs to.
pub(super) fn reasons<'a>(
    cx: &Cx<'a>,
    kinds: &'static [ReasonKind],
) -> impl Iterator<Item = (&'a Signed, Reason)> + use<'a> {
    cx.signatures().iter().flat_map(move |signed| {
        let of = signed.verification.all_reasons().into_iter();
        of.filter(move |reason| kinds.contains(&reason.kind)).map(move |reason| (signed, reason))
    })
}

/// The name of the element that the signature stands in, for people.
pub(super) fn signs(cx: &Cx<'_>, signed: &Signed) -> Message {
    let parent = signed.parent.and_then(|parent| cx.document()?.element(parent));
    match parent.map(|parent| parent.local()) {
        Some("Response") => say!["the response"],
        Some("Assertion") => say!["the assertion"],
        Some("EntityDescriptor" | "EntitiesDescriptor") => say!["the metadata"],
        Some(other) => say!["the element ", code(other)],
        None => say!["the document"],
    }
}

/// Whether the characters are those that were posted: a message that came as plain XML was decoded by somebody, and may
/// have been laid out anew.
pub(super) fn is_as_posted(cx: &Cx<'_>) -> bool {
    let transported = ["base64", "deflate", "zlib", "gzip"];
    cx.item.leaf.layers.iter().any(|layer| transported.contains(layer))
}

/// Text between elements that SAML and XML Signature leave empty but for white space: quotation marks of a mail, line
/// numbers, marks of a viewer. A tool that shows XML writes it, and no identity provider; so the copy was changed.
pub(super) fn is_disturbed(cx: &Cx<'_>, signed: &Signed) -> bool {
    const ELEMENTS_ONLY: [&str; 17] = [
        "Response",
        "Status",
        "Assertion",
        "Subject",
        "SubjectConfirmation",
        "Conditions",
        "AudienceRestriction",
        "AuthnStatement",
        "AuthnContext",
        "AttributeStatement",
        "Attribute",
        "Signature",
        "SignedInfo",
        "Reference",
        "Transforms",
        "X509Data",
        "EntityDescriptor",
    ];
    let disturbed = |element: Element<'_>| {
        ELEMENTS_ONLY.contains(&element.local())
            && element.elements().next().is_some()
            && element
                .children()
                .any(|child| matches!(child.kind(), Kind::Text) && !child.raw().chars().all(is_space))
    };
    !is_as_posted(cx) && signed.document(cx.item).is_some_and(|document| document.elements().any(disturbed))
}

/// What was done after the signature was made, where it was found out.
pub(super) fn change_of(signed: &Signed, value: bool) -> Option<&Change> {
    let explains = |failed: Failed| matches!(failed, Failed::Value) == value;
    signed
        .explanations
        .iter()
        .find(|explanation| explains(explanation.failed))
        .map(|explanation| &explanation.change)
}

/// What a tool does that shows a message to people, and no attacker needs.
pub(super) fn is_layout(change: &Change) -> bool {
    matches!(
        change,
        Change::Indented
            | Change::IndentationLost
            | Change::LineEnds
            | Change::AttributeLineEnds
            | Change::InvisibleCharacters
            | Change::WhiteSpaceAround
            | Change::LinesWrapped
            | Change::Entities
            | Change::Charset
    )
}

/// The change in words, to stand behind "it holds once" or "it holds if".
pub(crate) fn undone(change: &Change, document: Option<&Document>) -> Message {
    match change {
        Change::Indented => say!["it holds once the white space between the elements is taken out"],
        Change::IndentationLost => say!["it holds once line breaks are put back between the elements"],
        Change::LineEnds => say!["it holds with other line ends"],
        Change::AttributeLineEnds => {
            say!["it holds once the line ends in attributes are written as references again"]
        }
        Change::InvisibleCharacters => {
            say!["it holds once characters that nobody sees, or no-break spaces, are taken out"]
        }
        Change::Wrapped(_) => say!["it holds for the element alone, without what is declared around it"],
        Change::WhiteSpaceAround => say!["it holds once the white space around the values is taken out"],
        Change::LinesWrapped => say!["it holds once the line breaks in the values are taken out"],
        Change::Entities => say!["it holds once the characters are escaped as they were"],
        Change::Charset => say!["it holds once the text is read in its own character encoding"],
        Change::NamespacesLost(prefixes) => say![
            "it holds once the namespace of ",
            code(prefixes.join(", ").as_str()),
            " is declared again around it"
        ],
        Change::OtherElement(node) => {
            let other = document.and_then(|document| document.element(*node)).map(|element| element.local());
            say!["its digest is that of another element, ", code(other.unwrap_or("?"))]
        }
        Change::OtherMethod(_) => {
            say!["it holds by another canonicalisation than the one that the signature names"]
        }
    }
}

/// As a DigestValue writes it.
pub(crate) fn digest(octets: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(octets)
}
