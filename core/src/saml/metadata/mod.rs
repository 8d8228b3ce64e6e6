//! The typed model of SAML metadata (SAML metadata 2.0, cited as "metadata"): entities, their roles and their keys.
//!
//! It judges nothing and reads no certificate. Elements are found by their local name whatever their case and namespace,
//! for metadata that was edited by hand is still to be read; [`Metadata::misnamed`] lists them.

mod read;
#[cfg(test)]
mod tests;

use crate::source::{Span, Text};
use crate::xml::NodeId;

pub use read::read;

/// An `EntityDescriptor` (metadata 2.3.2) or an `EntitiesDescriptor` (metadata 2.3.1).
#[derive(Debug, Clone)]
pub struct Metadata {
    pub root: NodeId,
    /// The start tag of the root.
    pub tag: Span,
    /// The root and the `EntitiesDescriptor` elements in it; empty where the root is one entity.
    pub groups: Vec<Group>,
    /// All entities, however deep their groups nest, in document order.
    pub entities: Vec<Entity>,
    /// Elements that were taken for metadata although their case or namespace is another, in document order.
    pub misnamed: Vec<Misnamed>,
}

/// A name that is not written as the standard writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Misnamed {
    /// The name in the start tag, with its prefix.
    pub span: Span,
    /// Namespace and local name that were meant.
    pub meant: (&'static str, &'static str),
}

/// `EntitiesDescriptor` (metadata 2.3.1).
#[derive(Debug, Clone)]
pub struct Group {
    pub tag: Span,
    pub name: Option<Text>,
    pub described: Described,
}

/// `EntityDescriptor` (metadata 2.3.2).
#[derive(Debug, Clone)]
pub struct Entity {
    pub node: NodeId,
    pub tag: Span,
    pub entity_id: Option<Text>,
    pub described: Described,
    pub identity_providers: Vec<IdpSsoDescriptor>,
    pub service_providers: Vec<SpSsoDescriptor>,
    /// Other role descriptors, such as `RoleDescriptor` and `AttributeAuthorityDescriptor`.
    pub other_roles: Vec<Role>,
}

/// What every descriptor may say of itself.
#[derive(Debug, Clone)]
pub struct Described {
    pub id: Option<Text>,
    /// An `xs:dateTime`.
    pub valid_until: Option<Text>,
    /// An `xs:duration`.
    pub cache_duration: Option<Text>,
    /// The `ds:Signature` that is its child.
    pub signature: Option<NodeId>,
}

/// `RoleDescriptorType` (metadata 2.4.1), which every role extends.
#[derive(Debug, Clone)]
pub struct Role {
    pub node: NodeId,
    pub tag: Span,
    /// The local name of the element, as it is written.
    pub name: String,
    pub protocol_support_enumeration: Option<Text>,
    pub described: Described,
    pub keys: Vec<KeyDescriptor>,
}

/// `IDPSSODescriptor` (metadata 2.4.3).
#[derive(Debug, Clone)]
pub struct IdpSsoDescriptor {
    pub role: Role,
    pub want_authn_requests_signed: Option<Text>,
    pub single_sign_on_services: Vec<Endpoint>,
    pub name_id_formats: Vec<Text>,
}

/// `SPSSODescriptor` (metadata 2.4.4).
#[derive(Debug, Clone)]
pub struct SpSsoDescriptor {
    pub role: Role,
    pub want_assertions_signed: Option<Text>,
    pub authn_requests_signed: Option<Text>,
    pub assertion_consumer_services: Vec<Endpoint>,
    pub name_id_formats: Vec<Text>,
}

/// `EndpointType` (metadata 2.2.2).
#[derive(Debug, Clone)]
pub struct Endpoint {
    pub tag: Span,
    pub binding: Option<Text>,
    pub location: Option<Text>,
}

/// `KeyDescriptor` (metadata 2.4.1.1).
#[derive(Debug, Clone)]
pub struct KeyDescriptor {
    pub node: NodeId,
    pub tag: Span,
    /// The attribute `use`.
    pub usage: Option<Text>,
    /// The Base64 of each `X509Certificate`.
    pub certificates: Vec<Text>,
    pub key_values: Vec<NodeId>,
    pub key_names: Vec<Text>,
}

impl Metadata {
    /// The certificates that may sign for an identity provider: the index of its entity, and the Base64.
    pub fn signing_certificates(&self) -> impl Iterator<Item = (usize, &Text)> {
        self.signing_keys().flat_map(|(index, key)| key.certificates.iter().map(move |text| (index, text)))
    }

    /// The keys that may sign for an identity provider, with the index of its entity.
    pub fn signing_keys(&self) -> impl Iterator<Item = (usize, &KeyDescriptor)> {
        self.entities.iter().enumerate().flat_map(|(index, entity)| {
            let keys = entity.identity_providers.iter().flat_map(|provider| &provider.role.keys);
            keys.filter(|key| key.signs()).map(move |key| (index, key))
        })
    }

    /// The key descriptors of all roles, in the order of the entities.
    pub fn keys(&self) -> impl Iterator<Item = &KeyDescriptor> {
        self.entities.iter().flat_map(Entity::roles).flat_map(|role| &role.keys)
    }
}

impl Entity {
    /// All roles: identity providers, service providers, others.
    pub fn roles(&self) -> impl Iterator<Item = &Role> {
        let identity = self.identity_providers.iter().map(|provider| &provider.role);
        let service = self.service_providers.iter().map(|provider| &provider.role);
        identity.chain(service).chain(&self.other_roles)
    }
}

impl KeyDescriptor {
    /// Whether it may sign: `use` is `signing`, or absent, which means both uses (metadata 2.4.1.1).
    pub fn signs(&self) -> bool {
        self.usage.as_ref().is_none_or(|usage| usage.as_str() == "signing")
    }
}
