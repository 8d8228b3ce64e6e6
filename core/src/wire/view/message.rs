//! The right column: what a message says of itself and of its user.

use super::{AttributeRow, DocumentView, Row, certificates, encrypted, markup, signatures, sources, times};
use crate::aws::attributes::{self, AttributeName};
use crate::evidence::Item;
use crate::inspect::{MessageReport, Report};
use crate::saml::{Kind, Message, Subject};
use crate::source::Text;

/// The document of a message; `None` where there is no tree.
pub fn document(report: &Report, message: &MessageReport, item: &Item) -> Option<DocumentView> {
    let document = item.document.as_ref()?;
    let said = item.message.as_ref()?;
    Some(DocumentView {
        source: item.leaf.source.0,
        xml: markup::draw(document),
        trail: sources::trail(report, item),
        facts: facts(said, message),
        attributes: attributes(said),
        times: times::times(said, message),
        signatures: signatures::signatures(report, item, document),
        signed_map: signatures::signed_map(item),
        stretches: signatures::stretches(item, document),
        encrypted: encrypted::encrypted(report, item, document),
        rotation: certificates::rotation_view(report, message, item),
    })
}

/// What a document is, for people.
pub fn kind_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Response => "SAML response",
        Kind::Assertion => "SAML assertion",
        Kind::EncryptedAssertion => "Encrypted assertion",
        Kind::AuthnRequest => "SAML request",
        Kind::LogoutRequest => "Logout request",
        Kind::LogoutResponse => "Logout response",
        Kind::ArtifactResponse => "Artifact response",
        Kind::OtherProtocol => "SAML message",
        Kind::EntityDescriptor | Kind::EntitiesDescriptor => "SAML metadata",
        Kind::Saml1 => "SAML 1 message",
        Kind::WsFederation => "WS-Federation token",
        Kind::SoapEnvelope => "SOAP envelope",
        Kind::OtherXml | Kind::Empty => "XML that is no SAML",
    }
}

/// Who sent it.
pub fn issuer(message: &Message) -> Option<String> {
    let assertion = message.assertions.first().and_then(|assertion| assertion.issuer.as_ref());
    let issuer = message.issuer.as_ref().or(assertion)?;
    Some(issuer.text.value.trim().to_owned())
}

/// A labelled value where there is one.
pub fn row(label: &str, value: Option<&Text>) -> Option<Row> {
    let value = value?;
    Some(Row { label: label.to_owned(), value: value.value.clone(), place: sources::place(value.span) })
}

fn facts(message: &Message, report: &MessageReport) -> Vec<Row> {
    let assertion = message.assertions.first();
    let subject = assertion.and_then(|assertion| assertion.subject.as_ref());
    let name_id = subject.and_then(|subject| subject.name_id.as_ref());
    let data = subject.and_then(Subject::confirmation).and_then(|confirmation| confirmation.data.as_ref());
    let restrictions = assertion.and_then(|assertion| assertion.conditions.as_ref());
    let audiences = restrictions
        .into_iter()
        .flat_map(|conditions| &conditions.audience_restrictions)
        .flat_map(|restriction| &restriction.audiences);
    let issuer = assertion.and_then(|assertion| assertion.issuer.as_ref()).map(|issuer| &issuer.text);
    let own_issuer = message.issuer.as_ref().map(|issuer| &issuer.text);
    let codes = message.status.iter().flat_map(|status| &status.codes);
    let statement = assertion.and_then(|assertion| assertion.authn_statements.first());
    let mut rows: Vec<Option<Row>> = vec![row("Issuer", own_issuer)];
    if issuer.map(Text::as_str) != own_issuer.map(Text::as_str) || own_issuer.is_none() {
        rows.push(row("Issuer of the assertion", issuer));
    }
    rows.extend(codes.map(|code| row("Status", code.value.as_ref())));
    rows.push(row("Status message", message.status.as_ref().and_then(|status| status.message.as_ref())));
    rows.push(row("Subject", name_id.map(|name_id| &name_id.text)));
    rows.push(row("Format of the subject", name_id.and_then(|name_id| name_id.format.as_ref())));
    rows.push(row("Destination", message.destination.as_ref()));
    rows.push(row("Recipient", data.and_then(|data| data.recipient.as_ref())));
    rows.extend(audiences.map(|audience| row("Audience", Some(audience))));
    rows.push(row("In response to", message.in_response_to.as_ref()));
    rows.push(row("How the user signed in", statement.and_then(|statement| statement.class_ref.as_ref())));
    rows.push(row("Relay state", report.context.relay_state.as_ref()));
    rows.into_iter().flatten().collect()
}

fn attributes(message: &Message) -> Vec<AttributeRow> {
    let all = message.assertions.iter().flat_map(|assertion| &assertion.attributes);
    all.map(|attribute| {
        let name = attribute.name.as_ref();
        let known = match attributes::recognise(name.map(Text::as_str).unwrap_or_default()) {
            AttributeName::Known(known) => known.suffix().to_owned(),
            AttributeName::PrincipalTag(key) => format!("PrincipalTag:{key}"),
            AttributeName::LookAlike(_) | AttributeName::Other => String::new(),
        };
        AttributeRow {
            known,
            name: name.map(|name| name.value.clone()).unwrap_or_default(),
            place: sources::place(name.map_or(attribute.tag, |name| name.span)),
            values: attribute
                .values
                .iter()
                .map(|value| (value.text.value.clone(), sources::place(value.text.span)))
                .collect(),
        }
    })
    .collect()
}
