//! Reads from one message all that is compared.
//!
//! It judges nothing. Of values that are written in several ways for the same thing, one way is chosen.

use super::{Side, Value, What};
use crate::aws::attributes::{self, AttributeName, AwsAttribute};
use crate::aws::role_pair::RolePair;
use crate::crypto::{DSIG, certificate};
use crate::saml::{Assertion, Attribute, Instant};
use crate::source::{Span, Text};

/// Everything that the side says, in the order of the document. One thing may occur several times.
pub(super) fn read(side: &Side<'_>) -> Vec<(What, Value)> {
    let mut facts = Facts { list: Vec::new() };
    facts.response(side);
    if let Some(assertion) = side.message.assertions.first() {
        facts.assertion(assertion);
        assertion.attributes.iter().for_each(|attribute| facts.attribute(attribute));
    }
    facts.signatures(side);
    facts.circumstances(side);
    facts.list
}

struct Facts {
    list: Vec<(What, Value)>,
}

impl Facts {
    fn response(&mut self, side: &Side<'_>) {
        let message = side.message;
        self.made(What::Message, message.kind.id(), message.tag);
        for code in message.status.iter().flat_map(|status| &status.codes) {
            self.text(What::Status, code.value.as_ref());
        }
        self.text(What::ResponseIssuer, message.issuer.as_ref().map(|issuer| &issuer.text));
        self.text(What::Destination, message.destination.as_ref());
        self.text(What::ResponseId, message.id.as_ref());
        self.text(What::IssueInstant, message.issue_instant.as_ref());
        let confirmations = message.assertions.first().into_iter().flat_map(|assertion| &assertion.subject);
        let of_confirmation = confirmations
            .flat_map(|subject| &subject.confirmations)
            .find_map(|confirmation| confirmation.data.as_ref()?.in_response_to.as_ref());
        if let Some(given) = message.in_response_to.as_ref().or(of_confirmation) {
            self.made(What::InResponseTo, "present", given.span);
        }
        for encrypted in &message.encrypted {
            for algorithm in [&encrypted.data_algorithm, &encrypted.key_algorithm].into_iter().flatten() {
                self.text(What::Encryption, Some(algorithm));
            }
        }
    }

    fn assertion(&mut self, assertion: &Assertion) {
        self.text(What::AssertionId, assertion.id.as_ref());
        self.text(What::Issuer, assertion.issuer.as_ref().map(|issuer| &issuer.text));
        if let Some(name_id) = assertion.subject.as_ref().and_then(|subject| subject.name_id.as_ref()) {
            self.text(What::NameId, Some(&name_id.text));
            self.text(What::NameIdFormat, name_id.format.as_ref());
            self.text(What::NameQualifier, name_id.name_qualifier.as_ref());
            self.text(What::SpNameQualifier, name_id.sp_name_qualifier.as_ref());
        }
        for confirmation in assertion.subject.iter().flat_map(|subject| &subject.confirmations) {
            self.text(What::ConfirmationMethod, confirmation.method.as_ref());
            if let Some(data) = &confirmation.data {
                self.text(What::Recipient, data.recipient.as_ref());
                let from = assertion.issue_instant.as_ref();
                self.window(What::ConfirmationWindow, from, data.not_on_or_after.as_ref());
            }
        }
        if let Some(conditions) = &assertion.conditions {
            let audiences = conditions.audience_restrictions.iter().flat_map(|one| &one.audiences);
            audiences.for_each(|audience| self.text(What::Audience, Some(audience)));
            let (from, to) = (conditions.not_before.as_ref(), conditions.not_on_or_after.as_ref());
            self.window(What::ConditionsWindow, from, to);
        }
        for statement in &assertion.authn_statements {
            self.text(What::AuthnContextClassRef, statement.class_ref.as_ref());
            self.text(What::AuthnInstant, statement.authn_instant.as_ref());
            self.text(What::SessionIndex, statement.session_index.as_ref());
            let (from, to) = (statement.authn_instant.as_ref(), statement.session_not_on_or_after.as_ref());
            self.window(What::SessionWindow, from, to);
        }
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let what = match attributes::recognise(attribute.name()) {
            AttributeName::Known(AwsAttribute::Role) => What::Role,
            AttributeName::Known(AwsAttribute::RoleSessionName) => What::RoleSessionName,
            AttributeName::Known(AwsAttribute::SessionDuration) => What::SessionDuration,
            AttributeName::Known(AwsAttribute::SourceIdentity) => What::SourceIdentity,
            AttributeName::Known(AwsAttribute::TransitiveTagKeys) => What::TransitiveTagKeys,
            AttributeName::PrincipalTag(key) => What::Tag(key.to_owned()),
            AttributeName::LookAlike(_) | AttributeName::Other => {
                What::Attribute(attribute.name().to_owned())
            }
        };
        if attribute.values.is_empty() {
            // An attribute without a value is not the same as no attribute.
            self.made(what, "", attribute.tag);
            return;
        }
        for value in &attribute.values {
            match what {
                What::Role => self.made(What::Role, &role(value.text.as_str()), value.text.span),
                _ => self.text(what.clone(), Some(&value.text)),
            }
        }
    }

    fn signatures(&mut self, side: &Side<'_>) {
        for signature in &side.message.signatures {
            self.made(What::SignedElements, &signature.parent_name, signature.tag);
            self.text(What::SignatureAlgorithm, signature.algorithm.as_ref());
            self.text(What::DigestAlgorithm, signature.digest_algorithm.as_ref());
            let Some(element) = side.document.element(signature.node) else { continue };
            let info = element.child(DSIG, "SignedInfo");
            let method = info.and_then(|info| info.child(DSIG, "CanonicalizationMethod"));
            let algorithm = method.and_then(|method| method.attribute("Algorithm"));
            self.text(What::Canonicalisation, algorithm.map(|algorithm| algorithm.value()));
            let held = element.child(DSIG, "KeyInfo").into_iter().flat_map(|info| info.descendants());
            for certificate in held.filter(|held| held.is(DSIG, "X509Certificate")).take(side.limits.keys) {
                let text = certificate.text();
                let read = certificate::read(&certificate::open(&text, side.limits).der).0;
                let print = read.map(|read| certificate::hexadecimal(&read.sha256_fingerprint));
                // What is no certificate is compared as it stands.
                let shown = print.as_deref().unwrap_or(text.as_str());
                self.made(What::Certificate, shown, text.span);
            }
        }
    }

    fn circumstances(&mut self, side: &Side<'_>) {
        self.text(What::RelayState, side.context.relay_state.as_ref());
        if let Some(idp) = side.idp {
            self.made(What::Provider, idp.provider.title, side.message.tag);
        }
        self.made(What::Service, side.context.service.service.title(), side.message.tag);
        self.made(What::Transport, &side.leaf.layers.join(" → "), side.leaf.span);
    }

    fn text(&mut self, what: What, text: Option<&Text>) {
        if let Some(text) = text {
            self.made(what, text.as_str(), text.span);
        }
    }

    fn made(&mut self, what: What, value: &str, span: Span) {
        self.list.push((what, Value { text: value.to_owned(), span }));
    }

    /// The length of a window in seconds. What is no instant has none: rules speak of it.
    fn window(&mut self, what: What, from: Option<&Text>, to: Option<&Text>) {
        let (Some(from), Some(to)) = (from, to) else { return };
        if let (Some(start), Some(end)) = (Instant::lenient(from.as_str()), Instant::lenient(to.as_str())) {
            self.made(what, &format!("{} s", end.seconds_since(start)), to.span);
        }
    }
}

/// Role and provider in one order, for AWS takes both. What is not exactly as AWS documents it stays as it stands.
fn role(value: &str) -> String {
    let pair = RolePair::read(value);
    match (pair.role(), pair.provider()) {
        (Some(role), Some(provider)) if pair.is_grammatical() => {
            format!("{},{}", role.text(), provider.text())
        }
        _ => value.to_owned(),
    }
}
