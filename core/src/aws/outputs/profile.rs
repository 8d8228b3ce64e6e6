//! A profile of a service provider outside AWS: what it wants of an assertion, in a JSON format of this project's own.
//!
//! It deliberately knows version 1 only; a profile of another version is not recognised.

use super::fields::{said, text};
use crate::json::{Kind, Value};
use crate::source::{Span, Text};

/// What a service provider wants. Empty lists want nothing.
#[derive(Debug, Clone)]
pub struct Profile {
    pub span: Span,
    /// What people call the service.
    pub title: Option<Text>,
    /// Any of these audiences will do.
    pub audience: Vec<Text>,
    /// Any of these assertion consumer service URLs will do.
    pub acs: Vec<Text>,
    /// Any of these name identifier formats will do.
    pub name_id_formats: Vec<Text>,
    pub attributes: Vec<ProfileAttribute>,
}

#[derive(Debug, Clone)]
pub struct ProfileAttribute {
    pub name: Text,
    pub required: bool,
    /// Any of these values will do; empty where every value does.
    pub values: Vec<Text>,
}

/// The member that marks a profile, with its version as value.
const MARK: &str = "samlens-profile";

pub(super) fn read(root: Value<'_>) -> Option<Profile> {
    if said(root.get(MARK)?)?.as_str() != "1" {
        return None;
    }
    let attribute = |one: Value<'_>| {
        Some(ProfileAttribute {
            name: text(one, "name")?,
            required: one.get("required").and_then(Value::as_bool).unwrap_or(false),
            values: texts(one, "values"),
        })
    };
    Some(Profile {
        span: root.span(),
        title: text(root, "title"),
        audience: texts(root, "audience"),
        acs: texts(root, "acs"),
        name_id_formats: texts(root, "name-id-formats"),
        attributes: root.get("attributes").into_iter().flat_map(Value::items).filter_map(attribute).collect(),
    })
}

/// A list of texts, or one text.
fn texts(value: Value<'_>, name: &str) -> Vec<Text> {
    match value.get(name) {
        Some(list) if list.kind() == Kind::Array => list.items().filter_map(said).collect(),
        Some(one) => said(one).into_iter().collect(),
        None => Vec::new(),
    }
}
