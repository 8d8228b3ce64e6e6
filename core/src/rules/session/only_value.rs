//! The one value that AWS takes from an attribute which may have only one.
//!
//! It deliberately passes over a second attribute or value; rules of their own report those.

use crate::aws::attributes::AwsAttribute;
use crate::lint::Cx;
use crate::saml::{Attribute, AttributeValue};

/// The first attribute of this name, where a role is assumed.
pub fn attribute<'a>(cx: &Cx<'a>, wanted: AwsAttribute) -> Option<&'a Attribute> {
    cx.role_assertion()?.attributes_named(wanted.name()).next()
}

/// Its first value, unless that is nil, empty or built of elements.
pub fn text<'a>(cx: &Cx<'a>, wanted: AwsAttribute) -> Option<&'a crate::source::Text> {
    let value = attribute(cx, wanted)?.values.first()?;
    (!is_empty(value) && !value.structured).then_some(&value.text)
}

/// Nothing but white space in it, or `xsi:nil`.
pub fn is_empty(value: &AttributeValue) -> bool {
    value.nil || (value.text.as_str().trim().is_empty() && !value.structured)
}
