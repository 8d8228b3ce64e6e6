//! What a message shows of the product that made it.
//!
//! It weighs nothing: that is for `idp`.

use crate::idp::Traits;
use crate::saml::{Issuer, Message, names};
use crate::source::Text;
use crate::xml::{Document, NodeId};

/// Gathers what identity providers are recognised by.
pub fn traits<'a>(message: &'a Message, document: &'a Document) -> Traits<'a> {
    let assertion = message.assertions.first();
    let statement = assertion.and_then(|assertion| assertion.authn_statements.first());
    let attributes = assertion.map(|assertion| assertion.attributes.as_slice()).unwrap_or_default();
    let prefix = |node: NodeId| document.element(node).map(|element| element.prefix().unwrap_or_default());
    let signed = |node: NodeId| message.signatures.iter().any(|signature| signature.parent == Some(node));
    let text = |text: &'a Option<Text>| text.as_ref().map(Text::as_str);
    let issuer = |issuer: &'a Option<Issuer>| issuer.as_ref().map(|issuer| issuer.text.as_str().trim());
    Traits {
        issuer: assertion.and_then(|assertion| issuer(&assertion.issuer)).or_else(|| issuer(&message.issuer)),
        response_id: text(&message.id),
        assertion_id: assertion.and_then(|assertion| text(&assertion.id)),
        protocol_prefix: prefix(message.root),
        assertion_prefix: assertion.and_then(|assertion| prefix(assertion.node)),
        signature_prefix: message.signatures.first().and_then(|signature| prefix(signature.node)),
        name_id_format: assertion
            .and_then(|assertion| assertion.subject.as_ref()?.name_id.as_ref()?.format.as_ref())
            .map(Text::as_str),
        attribute_names: attributes.iter().map(|attribute| attribute.name()).collect(),
        name_formats: attributes.iter().filter_map(|attribute| text(&attribute.name_format)).collect(),
        destination: text(&message.destination),
        consent: text(&message.consent),
        session_index: statement.and_then(|statement| text(&statement.session_index)),
        authn_context: statement.and_then(|statement| text(&statement.class_ref)),
        has_xsi_type: document.elements().any(|element| {
            element.local() == "AttributeValue" && element.attribute_ns(names::XSI, "type").is_some()
        }),
        encrypted: !message.encrypted.is_empty(),
        response_signed: signed(message.root),
        assertion_signed: assertion.is_some_and(|assertion| signed(assertion.node)),
    }
}
