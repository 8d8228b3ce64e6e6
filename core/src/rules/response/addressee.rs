//! For whom a message is, as far as it says so itself.
//!
//! It deliberately does not judge whether that is right; the rules on recipient and audience do.

use crate::lint::Cx;
use crate::source::Text;
use crate::xml::Document;

/// Whether anything in the document is a name or an address of AWS. For formats whose fields are not read.
pub(super) fn speaks_of_aws(document: &Document) -> bool {
    let text = document.raw(document.span);
    ["aws.amazon.com", "amazonaws", "urn:amazon:webservices"].iter().any(|name| text.contains(name))
}

/// The values that name the receiver, the firmest first, each with the name of its element or attribute.
pub(super) fn named<'a>(cx: &Cx<'a>) -> Vec<(&'static str, &'a Text)> {
    let Some(message) = cx.response() else { return Vec::new() };
    let assertion = message.assertions.first();
    let recipients = assertion
        .and_then(|assertion| assertion.subject.as_ref())
        .into_iter()
        .flat_map(|subject| &subject.confirmations)
        .filter_map(|confirmation| Some(("Recipient", confirmation.data.as_ref()?.recipient.as_ref()?)));
    let destination = message.destination.iter().map(|destination| ("Destination", destination));
    let audiences = assertion
        .and_then(|assertion| assertion.conditions.as_ref())
        .into_iter()
        .flat_map(|conditions| &conditions.audience_restrictions)
        .flat_map(|restriction| &restriction.audiences)
        .map(|audience| ("Audience", audience));
    recipients
        .chain(destination)
        .chain(audiences)
        .filter(|(_, text)| !text.as_str().trim().is_empty())
        .collect()
}
