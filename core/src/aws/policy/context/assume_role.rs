//! The context of `sts:AssumeRoleWithSAML`, `sts:TagSession` and `sts:SetSourceIdentity`, as far as the message gives it
//! (IAM User Guide, "IAM and AWS STS condition context keys", "Available keys for SAML-based AWS STS federation").
//!
//! It deliberately sees no account: addresses, organisations and the tags of the role are unknown.

use super::readings::{self, Empty, Readings};
use super::{Context, Found, FoundValue, Moment, Obscurity, name_qualifier};
use crate::aws::arn::Arn;
use crate::aws::attributes::{AttributeName, AwsAttribute, recognise};
use crate::aws::condition_attributes::{self, ConditionAttribute, Values};
use crate::saml::{Assertion, Attribute, Instant, Message, NameId, names};
use crate::source::{Span, Text};
use std::collections::BTreeMap;

/// One attempt to assume a role with a message.
#[derive(Debug, Clone, Copy)]
pub struct Federation<'m> {
    pub message: &'m Message,
    pub assertion: &'m Assertion,
    /// The provider's ARN in the chosen value of `Role`, and its place.
    pub provider: &'m str,
    pub provider_span: Span,
    /// When the message reached AWS, if that is known.
    pub at: Option<Instant>,
}

/// Keys that no request to assume a role with SAML has. There is no principal yet, there are no temporary credentials,
/// and multi-factor authentication is not supported with it (IAM User Guide, "AWS global condition context keys", "IAM and
/// AWS STS condition context keys" and "Secure API access with MFA").
pub(super) const NEVER: &[&str] = &[
    "sts:externalid",
    "sts:durationseconds",
    "aws:multifactorauthpresent",
    "aws:multifactorauthage",
    "aws:principalorgid",
    "aws:userid",
    "aws:username",
    "aws:tokenissuetime",
    "aws:federatedprovider",
    "aws:sourceidentity",
];

/// Whether a key, in lower case, has its value from the assertion.
pub(super) fn from_the_assertion(key: &str) -> bool {
    key.starts_with("saml:")
        || key.starts_with("aws:requesttag/")
        || matches!(
            key,
            "aws:tagkeys" | "sts:transitivetagkeys" | "sts:sourceidentity" | "sts:rolesessionname"
        )
}

pub fn for_assume_role(federation: &Federation<'_>) -> Context {
    let assertion = federation.assertion;
    let mut context = Context::at(Moment::AssumeRole);
    context.encrypted = !assertion.encrypted_attributes.is_empty();
    let single = |attribute| {
        let found = readings::one(assertion.attributes_named(AwsAttribute::name(attribute)), Empty::Unclear);
        readings::or_encrypted(found, assertion)
    };
    let transitive = readings::many(assertion.attributes_named(AwsAttribute::TransitiveTagKeys.name()));
    context = context
        .with("saml:aud", audience(assertion))
        .with("sts:RoleSessionName", single(AwsAttribute::RoleSessionName))
        .with("sts:SourceIdentity", single(AwsAttribute::SourceIdentity))
        .with("sts:TransitiveTagKeys", readings::or_encrypted(transitive, assertion));
    context = with_identity(context, federation);
    context = with_tags(context, assertion);
    context = with_directory_attributes(context, assertion);
    if let Some(at) = federation.at {
        context = context
            .with("aws:CurrentTime", Found::value(at.to_string()))
            .with("aws:EpochTime", Found::value(at.0.div_euclid(1000).to_string()));
    }
    context
}

/// The keys that say who it is, which the session keeps.
pub(super) fn with_identity(context: Context, federation: &Federation<'_>) -> Context {
    let name_id = federation.assertion.subject.as_ref().and_then(|subject| subject.name_id.as_ref());
    let encrypted = federation.assertion.subject.as_ref().is_some_and(|it| it.encrypted_id.is_some());
    let (sub, sub_type) = match name_id {
        Some(name_id) => (subject(name_id), subject_type(name_id)),
        None if encrypted => (Found::Unknown(Obscurity::Encrypted), Found::Unknown(Obscurity::Encrypted)),
        None => (Readings::default().found(), Readings::default().found()),
    };
    let arn = Arn::read(federation.provider);
    let bad_provider = || Found::Unknown(Obscurity::BadProvider(federation.provider_span));
    let (doc, qualifier) = match arn.account_id() {
        Some(account) if arn.is_grammatical() => {
            let name = arn.resource_name();
            let doc = FoundValue { text: format!("{account}/{name}"), span: Some(federation.provider_span) };
            let hash = issuers(federation).map(|issuer| name_qualifier(issuer, account, name));
            (Found::Values(vec![doc]), hash.found())
        }
        _ => (bad_provider(), bad_provider()),
    };
    context
        .with("saml:sub", sub)
        .with("saml:sub_type", sub_type)
        .with("saml:iss", issuers(federation).found())
        .with("saml:doc", doc)
        .with("saml:namequalifier", qualifier)
}

/// `saml:aud` is the `Recipient`, not the `Audience`. AWS wants exactly one; of several, any may be the one.
fn audience(assertion: &Assertion) -> Found {
    let mut readings = Readings::default();
    for confirmation in assertion.subject.iter().flat_map(|subject| &subject.confirmations) {
        match confirmation.data.as_ref().and_then(|data| data.recipient.as_ref()) {
            Some(recipient) => readings.text(recipient, None, Empty::Unclear),
            None => readings.absent(),
        }
    }
    readings.found()
}

/// The issuer of the assertion. Where the response names another, either may be meant.
fn issuers(federation: &Federation<'_>) -> Readings {
    let mut readings = Readings::default();
    for issuer in federation.assertion.issuer.iter().chain(&federation.message.issuer) {
        readings.text(&issuer.text, None, Empty::Unclear);
    }
    readings
}

fn subject(name_id: &NameId) -> Found {
    let mut readings = Readings::default();
    readings.text(&name_id.text, name_id.markup, Empty::Unclear);
    readings.found()
}

/// AWS cuts the prefix of SAML 2.0 off ("AssumeRoleWithSAML", `SubjectType`) and leaves other formats alone; real events
/// show the short form of a format of SAML 1.1, so both are possible. Without a format, the standard's default may count
/// (SAML core 2.2.2).
fn subject_type(name_id: &NameId) -> Found {
    let mut readings = Readings::default();
    let Some(format) = &name_id.format else {
        readings.value("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified", name_id.tag);
        readings.value("unspecified", name_id.tag);
        readings.absent();
        return readings.found();
    };
    let short = |text: &Text, prefix| {
        text.value.strip_prefix(prefix).map(|rest| (rest.to_owned(), text.sub_str(rest)))
    };
    let two = short(format, names::FORMAT_20).map(|(rest, _)| rest);
    if let Some(rest) =
        two.filter(|rest| matches!(rest.as_str(), "persistent" | "transient" | "kerberos" | "entity"))
    {
        readings.value(&rest, format.span);
        return readings.found();
    }
    readings.text(format, None, Empty::Unclear);
    for prefix in [names::FORMAT_20, names::FORMAT_11] {
        if let Some((rest, span)) = short(format, prefix) {
            readings.value(&rest, span);
        }
    }
    readings.found()
}

fn with_tags(mut context: Context, assertion: &Assertion) -> Context {
    let mut tags: BTreeMap<String, Vec<&Attribute>> = BTreeMap::new();
    let mut keys: Vec<FoundValue> = Vec::new();
    for attribute in &assertion.attributes {
        let Some(name) = &attribute.name else { continue };
        let AttributeName::PrincipalTag(key) = recognise(name.as_str()) else { continue };
        tags.entry(key.to_lowercase()).or_default().push(attribute);
        keys.push(FoundValue { text: key.to_owned(), span: Some(name.sub_str(key)) });
    }
    for (key, attributes) in tags {
        let found = readings::one(attributes.into_iter(), Empty::Counts);
        context = context.with(&format!("aws:RequestTag/{key}"), found);
    }
    match (keys.is_empty(), context.encrypted) {
        (true, _) => context,
        (false, true) => context.with("aws:TagKeys", Found::Unknown(Obscurity::Encrypted)),
        (false, false) => context.with("aws:TagKeys", Found::Values(keys)),
    }
}

fn with_directory_attributes(mut context: Context, assertion: &Assertion) -> Context {
    let mut by_key: BTreeMap<&str, Vec<(&ConditionAttribute, &Attribute)>> = BTreeMap::new();
    for attribute in &assertion.attributes {
        for known in condition_attributes::of_name(attribute.name()) {
            by_key.entry(known.key).or_default().push((known, attribute));
        }
    }
    for (key, sources) in by_key {
        let attributes = || sources.iter().map(|(_, attribute)| *attribute);
        let listed = sources.iter().all(|(known, _)| known.values == Values::Many);
        let found =
            if listed { readings::many(attributes()) } else { readings::one(attributes(), Empty::Unclear) };
        let certain = sources.iter().all(|(known, _)| known.certain || known.name.starts_with("http"));
        context = context.with(&format!("saml:{key}"), if certain { found } else { uncertain(found) });
    }
    context
}

/// AWS's pages disagree on whether the attribute feeds the key: it has this value or none.
fn uncertain(found: Found) -> Found {
    match found {
        Found::Values(values) => match <[FoundValue; 1]>::try_from(values) {
            Ok([value]) => Found::OneOf(vec![Some(value), None]),
            Err(_) => Found::Unknown(Obscurity::OnlyAws),
        },
        Found::OneOf(mut values) => {
            values.push(None);
            Found::OneOf(values)
        }
        found => found,
    }
}
