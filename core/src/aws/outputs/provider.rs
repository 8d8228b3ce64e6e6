//! `aws iam list-saml-providers` and `get-saml-provider`.
//!
//! It deliberately does not read the metadata: it is XML, and a leaf of its own.

use super::Listing;
use super::fields::{each, first, list, listed, pairs, strings, text};
use crate::json::Value;
use crate::source::{Span, Text};

/// All SAML providers of an account. IAM gives them on one page.
#[derive(Debug, Clone)]
pub struct ProviderList {
    pub providers: Vec<SamlProvider>,
    pub listing: Listing,
}

/// One SAML provider (IAM API Reference, `GetSAMLProvider` and `SAMLProviderListEntry`).
#[derive(Debug, Clone)]
pub struct SamlProvider {
    pub span: Span,
    /// Only in lists; `get-saml-provider` does not repeat it.
    pub arn: Option<Text>,
    /// Only in templates.
    pub name: Option<Text>,
    /// The metadata, or, in a template, what stands in its place.
    pub metadata: Option<Text>,
    /// The last part of the `/saml/acs/` address.
    pub uuid: Option<Text>,
    /// `Required` or `Allowed`.
    pub assertion_encryption_mode: Option<Text>,
    pub private_keys: Vec<PrivateKeyEntry>,
    pub valid_until: Option<Text>,
    pub create_date: Option<Text>,
    pub tags: Vec<(Text, Text)>,
    /// The name that a template gives it.
    pub label: Option<Text>,
}

/// A key that IAM decrypts with. The key itself is never shown.
#[derive(Debug, Clone)]
pub struct PrivateKeyEntry {
    pub key_id: Text,
    pub timestamp: Option<Text>,
}

pub(super) fn read_list(root: Value<'_>) -> Option<ProviderList> {
    if let Some(arns) = strings(root) {
        let all = arns.iter().all(|arn| is_provider_arn(arn.as_str()));
        let providers = arns
            .into_iter()
            .map(|arn| SamlProvider { arn: Some(arn.clone()), ..SamlProvider::empty(arn.span) });
        return all.then(|| ProviderList { providers: providers.collect(), listing: Listing::Excerpt });
    }
    let (list, listing) = listed(root, "SAMLProviderList");
    let list = list.or_else(|| {
        let arn = first(root)?.get("Arn")?.as_plain_str()?;
        is_provider_arn(arn).then_some(root)
    })?;
    Some(ProviderList { providers: each(list).into_iter().map(of).collect(), listing })
}

pub(super) fn read(root: Value<'_>) -> Option<SamlProvider> {
    let named = ["SAMLMetadataDocument", "SAMLProviderUUID", "AssertionEncryptionMode"];
    named.iter().any(|name| root.get(name).is_some()).then(|| of(root))
}

fn of(value: Value<'_>) -> SamlProvider {
    let keys = list(value, "PrivateKeyList").into_iter().flatten();
    SamlProvider {
        arn: text(value, "Arn"),
        metadata: text(value, "SAMLMetadataDocument"),
        uuid: text(value, "SAMLProviderUUID"),
        assertion_encryption_mode: text(value, "AssertionEncryptionMode"),
        private_keys: keys
            .filter_map(|key| {
                Some(PrivateKeyEntry { key_id: text(key, "KeyId")?, timestamp: text(key, "Timestamp") })
            })
            .collect(),
        valid_until: text(value, "ValidUntil"),
        create_date: text(value, "CreateDate"),
        tags: pairs(value, "Tags", "Key", "Value"),
        ..SamlProvider::empty(value.span())
    }
}

impl SamlProvider {
    pub(super) fn empty(span: Span) -> Self {
        Self {
            span,
            arn: None,
            name: None,
            metadata: None,
            uuid: None,
            assertion_encryption_mode: None,
            private_keys: Vec::new(),
            valid_until: None,
            create_date: None,
            tags: Vec::new(),
            label: None,
        }
    }
}

pub(super) fn is_provider_arn(text: &str) -> bool {
    text.starts_with("arn:") && text.contains(":saml-provider/")
}
