//! What was supplied to check messages with: certificates, metadata and private keys, ready for use.
//!
//! It deliberately verifies and decrypts nothing itself, and keeps no key longer than the inspection.

use super::{Item, ItemKind, Outputs, Policies};
use crate::aws::attributes::PREFIX;
use crate::aws::outputs::provider_asked;
use crate::aws::role_pair::RolePair;
use crate::crypto::certificate::{self, Armoured, Certificate, Label, PrivateKey};
use crate::crypto::decrypt::DecryptionKey;
use crate::crypto::{DSIG, KeyForm, PublicKey, embedded_keys};
use crate::limits::Limits;
use crate::saml::metadata::{self, Metadata};
use crate::source::{Sources, Span, Text};
use std::collections::BTreeSet;

/// Everything that was supplied besides the messages.
#[derive(Debug, Default)]
pub struct Evidence {
    pub metadata: Vec<SuppliedMetadata>,
    /// Items with the metadata of a SAML provider that no message names. Nothing is checked with it.
    pub of_other_providers: Vec<usize>,
    /// Keys that signatures are checked with: those of the metadata, then certificates and public keys in PEM.
    pub keys: Vec<TrustedKey>,
    /// One for each private key, in the order of the paste.
    pub private_keys: Vec<SuppliedPrivateKey>,
    /// Those of the private keys that can decrypt.
    pub decryption: Vec<DecryptionKey>,
    /// Outputs of AWS: policies, lists, events.
    pub outputs: Outputs,
    /// The policies in them, read.
    pub policies: Policies,
}

/// One metadata document.
#[derive(Debug)]
pub struct SuppliedMetadata {
    /// Index of its item.
    pub item: usize,
    pub metadata: Metadata,
    pub held_by: HeldBy,
}

/// Who holds a metadata document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBy {
    /// It stood in the output of `aws iam get-saml-provider`: AWS checks with it.
    Iam,
    /// It stood alone: what the identity provider publishes, or a copy of what was uploaded.
    Unknown,
}

/// A public key that somebody vouches for by supplying it.
#[derive(Debug)]
pub struct TrustedKey {
    pub key: PublicKey,
    pub origin: KeyOrigin,
    /// Index of the item that it stood in.
    pub item: usize,
    /// The characters that are the key or certificate.
    pub span: Span,
    /// The certificate around it, if there is one.
    pub certificate: Option<Certificate>,
}

/// Where the key came from by which a signature holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyOrigin {
    /// Indices into [`Evidence::metadata`] and into its entities.
    Metadata {
        index: usize,
        entity: usize,
    },
    /// A certificate or public key that was supplied by itself.
    Supplied,
    /// The signature brought it along: nobody vouches for it.
    Embedded,
    None,
}

impl KeyOrigin {
    /// As the JSON report names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Metadata { .. } => "metadata",
            Self::Supplied => "supplied",
            Self::Embedded => "embedded",
            Self::None => "none",
        }
    }
}

/// A private key, as far as it is of use.
#[derive(Debug)]
pub struct SuppliedPrivateKey {
    /// Index of its item.
    pub item: usize,
    pub form: PrivateKeyForm,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrivateKeyForm {
    /// Index into [`Evidence::decryption`].
    Usable(usize),
    /// Under a password.
    Encrypted,
    /// Of a kind that decrypts no SAML, by name.
    OtherKind(String),
    /// Its bytes or numbers are no key.
    Unreadable,
}

impl Evidence {
    /// Gathers what the items hold.
    pub fn gather(items: &[Item], sources: &Sources, limits: &Limits) -> Self {
        let outputs = Outputs::gather(items);
        let policies = Policies::read(&outputs, sources, limits);
        let mut evidence = Self { outputs, policies, ..Self::default() };
        let named = providers_named(items);
        for (index, item) in items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Metadata) {
            // The command above the document, or above the output that holds it.
            let output = item.leaf.context.held.as_ref().map_or(item.leaf.span, |held| held.by);
            let asked = provider_asked(output, sources);
            match (&asked, &named) {
                (Some(asked), Some(named)) if !named.contains(&asked.value.to_ascii_lowercase()) => {
                    evidence.of_other_providers.push(index);
                }
                _ => evidence.add_metadata(index, item, asked.is_some(), limits),
            }
        }
        for (index, item) in items.iter().enumerate() {
            let text = || Text::plain(sources.excerpt(item.leaf.span), item.leaf.span);
            match item.kind {
                ItemKind::Certificate | ItemKind::OtherPem => evidence.add_public(index, &text(), limits),
                ItemKind::PrivateKey => evidence.add_private(index, &text(), limits),
                _ => {}
            }
        }
        evidence
    }

    /// The keys that vouch for what `issuer` signs, by index. Metadata that IAM holds decides alone; else that of the
    /// issuer and what was supplied by itself; and where no metadata is the issuer's, all of it, for AWS tries the keys
    /// of the provider that the role names.
    pub fn keys_for(&self, issuer: Option<&str>) -> Vec<usize> {
        let by_iam = self.metadata.iter().any(|metadata| metadata.held_by == HeldBy::Iam);
        // Of metadata: whether it may decide, and whether the entity is the issuer.
        let of = |key: &TrustedKey| match key.origin {
            KeyOrigin::Metadata { index, entity } => {
                let metadata = self.metadata.get(index)?;
                let entity = metadata.metadata.entities.get(entity)?;
                let is_issuer = entity.entity_id.as_ref().map(|id| Some(id.as_str().trim()) == issuer);
                Some((!by_iam || metadata.held_by == HeldBy::Iam, is_issuer == Some(true)))
            }
            _ => Some((!by_iam, true)),
        };
        let in_metadata = |key: &&TrustedKey| matches!(key.origin, KeyOrigin::Metadata { .. });
        let some_of_issuer = self.keys.iter().filter(in_metadata).any(|key| of(key) == Some((true, true)));
        let counts = |key: &TrustedKey| of(key).is_some_and(|(may, is)| may && (is || !some_of_issuer));
        self.keys.iter().enumerate().filter(|(_, key)| counts(key)).map(|(index, _)| index).collect()
    }

    fn add_metadata(&mut self, index: usize, item: &Item, asked_of_iam: bool, limits: &Limits) {
        let Some(metadata) = item.document.as_ref().and_then(metadata::read) else { return };
        // The output of `aws iam get-saml-provider` holds it in this member.
        let member = item.leaf.context.held.as_ref().and_then(|held| held.member.as_ref());
        let by_iam = asked_of_iam || member.is_some_and(|member| member.as_str() == "SAMLMetadataDocument");
        let held_by = if by_iam { HeldBy::Iam } else { HeldBy::Unknown };
        let document = item.document.as_ref();
        for (entity, key) in metadata.signing_keys() {
            let origin = KeyOrigin::Metadata { index: self.metadata.len(), entity };
            for certificate in &key.certificates {
                let opened = certificate::open(certificate, limits);
                self.add_certificate(index, origin, certificate.trimmed().1, &opened);
            }
            let descriptor = document.and_then(|document| document.element(key.node));
            let key_info = descriptor.and_then(|element| element.child(DSIG, "KeyInfo"));
            let bare = key_info.map(|key_info| embedded_keys(key_info, limits)).unwrap_or_default();
            let bare = bare.into_iter().filter(|key| key.form != KeyForm::X509Certificate);
            self.keys.extend(bare.map(|bare| TrustedKey {
                key: bare.key,
                origin,
                item: index,
                span: bare.span,
                certificate: None,
            }));
        }
        self.metadata.push(SuppliedMetadata { item: index, metadata, held_by });
    }

    fn add_public(&mut self, index: usize, text: &Text, limits: &Limits) {
        let opened = certificate::open(text, limits);
        match opened.label {
            Label::PublicKey | Label::RsaPublicKey => {
                self.keys.extend(PublicKey::from_spki(&opened.der).map(|key| TrustedKey {
                    key,
                    origin: KeyOrigin::Supplied,
                    item: index,
                    span: text.span,
                    certificate: None,
                }));
            }
            _ => self.add_certificate(index, KeyOrigin::Supplied, text.span, &opened),
        }
    }

    fn add_certificate(&mut self, index: usize, origin: KeyOrigin, span: Span, opened: &Armoured) {
        let (certificate, _) = certificate::read(&opened.der);
        self.keys.extend(PublicKey::from_certificate(&opened.der).map(|key| TrustedKey {
            key,
            origin,
            item: index,
            span,
            certificate,
        }));
    }

    fn add_private(&mut self, index: usize, text: &Text, limits: &Limits) {
        let opened = certificate::open(text, limits);
        let read = certificate::read_private_key(&opened.der).0;
        let form = match read {
            _ if opened.encrypted => PrivateKeyForm::Encrypted,
            Some(PrivateKey::Encrypted) => PrivateKeyForm::Encrypted,
            Some(PrivateKey::Other(kind)) => PrivateKeyForm::OtherKind(kind.as_str().to_owned()),
            Some(PrivateKey::Rsa(private)) => match DecryptionKey::new(&private) {
                Some(key) => {
                    self.decryption.push(key);
                    PrivateKeyForm::Usable(self.decryption.len().saturating_sub(1))
                }
                None => PrivateKeyForm::Unreadable,
            },
            None => PrivateKeyForm::Unreadable,
        };
        self.private_keys.push(SuppliedPrivateKey { item: index, form });
    }
}

/// The ARNs of the SAML providers in the messages' roles, in lower case; `None` where there are none, or some may be hidden.
fn providers_named(items: &[Item]) -> Option<BTreeSet<String>> {
    let mut named = BTreeSet::new();
    for message in items.iter().filter_map(|item| item.message.as_ref()) {
        let hidden = message.assertions.iter().any(|assertion| !assertion.encrypted_attributes.is_empty());
        if hidden || !message.encrypted.is_empty() {
            return None;
        }
        let attributes = message.assertions.iter().flat_map(|assertion| &assertion.attributes);
        let roles = attributes.filter(|attribute| attribute.name().strip_prefix(PREFIX) == Some("Role"));
        for value in roles.flat_map(|role| &role.values) {
            let pair = RolePair::read(value.text.as_str());
            named.extend(pair.provider().map(|provider| provider.text().to_ascii_lowercase()));
        }
    }
    (!named.is_empty()).then_some(named)
}
