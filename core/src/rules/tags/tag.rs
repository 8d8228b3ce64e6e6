//! The session tags of an assertion: `PrincipalTag:<key>` attributes, with the place of each key.

use crate::aws::attributes::{self, AttributeName};
use crate::lint::Cx;
use crate::saml::{Attribute, AttributeValue};
use crate::source::{Span, Text};

/// One session tag.
pub struct Tag<'a> {
    pub key: &'a str,
    /// The `Name`, at whose end the key stands.
    pub name: &'a Text,
    pub attribute: &'a Attribute,
}

/// All tags in order; `None` where no role is assumed or no tag is sent.
pub fn all<'a>(cx: &Cx<'a>) -> Option<Vec<Tag<'a>>> {
    let tags: Vec<_> = cx
        .role_assertion()?
        .attributes
        .iter()
        .filter_map(|attribute| {
            let name = attribute.name.as_ref()?;
            match attributes::recognise(name.as_str()) {
                AttributeName::PrincipalTag(key) => Some(Tag { key, name, attribute }),
                _ => None,
            }
        })
        .collect();
    (!tags.is_empty()).then_some(tags)
}

impl<'a> Tag<'a> {
    /// The value that AWS takes; `None` where there is none, or one built of elements.
    pub fn value(&self) -> Option<&'a AttributeValue> {
        self.attribute.values.first().filter(|value| !value.nil && !value.structured)
    }

    /// The key where it stands; the whole name where it is empty.
    pub fn key_span(&self) -> Span {
        if self.key.is_empty() { self.name.span } else { self.name.sub_str(self.key) }
    }
}
