//! Reads metadata from a tree.
//!
//! It takes linear time and no recursion: groups may nest as deep as the tree.

use super::{
    Described, Endpoint, Entity, Group, IdpSsoDescriptor, KeyDescriptor, Metadata, Misnamed, Role,
    SpSsoDescriptor,
};
use crate::order;
use crate::saml::{attribute, names};
use crate::source::Text;
use crate::xml::{Document, Element};

/// Reads the metadata that a document holds. `None`: its root is neither an entity nor a group of entities.
pub fn read(document: &Document) -> Option<Metadata> {
    let root = document.root()?;
    if !named(root, "EntityDescriptor") && !named(root, "EntitiesDescriptor") {
        return None;
    }
    let (mut groups, mut entities, mut reader) = (Vec::new(), Vec::new(), Reader::default());
    // Groups nest, so what is still to be read is kept here, the next one last.
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        reader.note_name(element);
        if named(element, "EntityDescriptor") {
            entities.push(reader.entity(element));
            continue;
        }
        groups.push(Group {
            tag: element.start_tag(),
            name: attribute(element, "Name"),
            described: described(element),
        });
        let from = open.len();
        let inner =
            |child: &Element<'_>| named(*child, "EntityDescriptor") || named(*child, "EntitiesDescriptor");
        open.extend(element.elements().filter(inner));
        if let Some(added) = open.get_mut(from..) {
            added.reverse();
        }
    }
    let Reader { mut misnamed } = reader;
    order::by(&mut misnamed, Ord::cmp);
    Some(Metadata { root: root.id(), tag: root.start_tag(), groups, entities, misnamed })
}

/// Reads elements and keeps the names that are not written as the standards write them.
#[derive(Default)]
struct Reader {
    misnamed: Vec<Misnamed>,
}

impl Reader {
    fn note_name(&mut self, element: Element<'_>) {
        let meant = ELEMENTS.into_iter().find(|(_, local)| named(element, local));
        if let Some(meant) = meant.filter(|(namespace, local)| !element.is(namespace, local)) {
            self.misnamed.push(Misnamed { span: element.name_span(), meant });
        }
    }

    /// The children of this name, each noted if it is written otherwise.
    fn children<'a>(&mut self, parent: Element<'a>, local: &str) -> Vec<Element<'a>> {
        let children: Vec<_> = parent.elements().filter(|child| named(*child, local)).collect();
        children.iter().for_each(|child| self.note_name(*child));
        children
    }

    fn texts(&mut self, parent: Element<'_>, local: &str) -> Vec<Text> {
        self.children(parent, local).into_iter().map(Element::text).collect()
    }

    fn entity(&mut self, element: Element<'_>) -> Entity {
        let mut entity = Entity {
            node: element.id(),
            tag: element.start_tag(),
            entity_id: attribute(element, "entityID"),
            described: described(element),
            identity_providers: Vec::new(),
            service_providers: Vec::new(),
            other_roles: Vec::new(),
        };
        for child in element.elements() {
            if named(child, "IDPSSODescriptor") {
                entity.identity_providers.push(self.identity_provider(child));
            } else if named(child, "SPSSODescriptor") {
                entity.service_providers.push(self.service_provider(child));
            } else if OTHER_ROLES.iter().any(|local| named(child, local)) {
                entity.other_roles.push(self.role(child));
            }
        }
        entity
    }

    fn identity_provider(&mut self, element: Element<'_>) -> IdpSsoDescriptor {
        IdpSsoDescriptor {
            role: self.role(element),
            want_authn_requests_signed: attribute(element, "WantAuthnRequestsSigned"),
            single_sign_on_services: self.endpoints(element, "SingleSignOnService"),
            name_id_formats: self.texts(element, "NameIDFormat"),
        }
    }

    fn service_provider(&mut self, element: Element<'_>) -> SpSsoDescriptor {
        SpSsoDescriptor {
            role: self.role(element),
            want_assertions_signed: attribute(element, "WantAssertionsSigned"),
            authn_requests_signed: attribute(element, "AuthnRequestsSigned"),
            assertion_consumer_services: self.endpoints(element, "AssertionConsumerService"),
            name_id_formats: self.texts(element, "NameIDFormat"),
        }
    }

    fn role(&mut self, element: Element<'_>) -> Role {
        self.note_name(element);
        let descriptors = self.children(element, "KeyDescriptor");
        Role {
            node: element.id(),
            tag: element.start_tag(),
            name: element.local().to_owned(),
            protocol_support_enumeration: attribute(element, "protocolSupportEnumeration"),
            described: described(element),
            keys: descriptors.into_iter().map(|descriptor| self.key(descriptor)).collect(),
        }
    }

    fn key(&mut self, element: Element<'_>) -> KeyDescriptor {
        let mut key = KeyDescriptor {
            node: element.id(),
            tag: element.start_tag(),
            usage: attribute(element, "use"),
            certificates: Vec::new(),
            key_values: Vec::new(),
            key_names: Vec::new(),
        };
        for info in self.children(element, "KeyInfo") {
            for data in self.children(info, "X509Data") {
                key.certificates.extend(self.texts(data, "X509Certificate"));
            }
            key.key_values.extend(self.children(info, "KeyValue").into_iter().map(Element::id));
            key.key_names.extend(self.texts(info, "KeyName"));
        }
        key
    }

    fn endpoints(&mut self, parent: Element<'_>, local: &str) -> Vec<Endpoint> {
        let endpoint = |element: Element<'_>| Endpoint {
            tag: element.start_tag(),
            binding: attribute(element, "Binding"),
            location: attribute(element, "Location"),
        };
        self.children(parent, local).into_iter().map(endpoint).collect()
    }
}

fn described(element: Element<'_>) -> Described {
    Described {
        id: attribute(element, "ID"),
        valid_until: attribute(element, "validUntil"),
        cache_duration: attribute(element, "cacheDuration"),
        signature: element.child(names::SIGNATURE, "Signature").map(Element::id),
    }
}

/// Whether it has this local name, in any case and namespace.
fn named(element: Element<'_>, local: &str) -> bool {
    element.local().eq_ignore_ascii_case(local)
}

/// Roles that are no business of sign-in (metadata 2.4.1, 2.4.5 to 2.4.7).
const OTHER_ROLES: [&str; 4] =
    ["RoleDescriptor", "AttributeAuthorityDescriptor", "AuthnAuthorityDescriptor", "PDPDescriptor"];

/// The elements that are read by name, as the standards write them.
const ELEMENTS: [(&str, &str); 17] = [
    (names::METADATA, "EntitiesDescriptor"),
    (names::METADATA, "EntityDescriptor"),
    (names::METADATA, "IDPSSODescriptor"),
    (names::METADATA, "SPSSODescriptor"),
    (names::METADATA, "RoleDescriptor"),
    (names::METADATA, "AttributeAuthorityDescriptor"),
    (names::METADATA, "AuthnAuthorityDescriptor"),
    (names::METADATA, "PDPDescriptor"),
    (names::METADATA, "KeyDescriptor"),
    (names::METADATA, "SingleSignOnService"),
    (names::METADATA, "AssertionConsumerService"),
    (names::METADATA, "NameIDFormat"),
    (names::SIGNATURE, "KeyInfo"),
    (names::SIGNATURE, "X509Data"),
    (names::SIGNATURE, "X509Certificate"),
    (names::SIGNATURE, "KeyValue"),
    (names::SIGNATURE, "KeyName"),
];
