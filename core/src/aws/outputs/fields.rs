//! Members of an output as values with their places.
//!
//! It deliberately makes no difference between a number and the same number in quotation marks: YAML and queries lose it.

use crate::json::{Kind, Value};
use crate::source::{Spanned, Text};

/// The text of a member, if it has one that says something.
pub(super) fn text(value: Value<'_>, name: &str) -> Option<Text> {
    said(value.get(name)?)
}

/// The characters of a string, number or truth value.
pub(super) fn said(value: Value<'_>) -> Option<Text> {
    match value.kind() {
        Kind::String => value.as_text(),
        Kind::Number | Kind::Bool => Some(Text::plain(value.raw(), value.span())),
        Kind::Null | Kind::Array | Kind::Object => None,
    }
}

pub(super) fn number(value: Value<'_>, name: &str) -> Option<Spanned<i64>> {
    let text = text(value, name)?;
    Some(Spanned { value: text.value.parse().ok()?, span: text.span })
}

/// The items of a member that is a list.
pub(super) fn list<'j>(value: Value<'j>, name: &str) -> Option<impl Iterator<Item = Value<'j>>> {
    value.get(name).filter(|value| value.kind() == Kind::Array).map(Value::items)
}

/// Pairs of a list of objects, such as tags.
pub(super) fn pairs(value: Value<'_>, list: &str, name: &str, said: &str) -> Vec<(Text, Text)> {
    let items = self::list(value, list).into_iter().flatten();
    items.filter_map(|pair| Some((text(pair, name)?, text(pair, said)?))).collect()
}

/// The value itself, or, for a list, its first item: what a list is, its first item tells.
pub(super) fn first(value: Value<'_>) -> Option<Value<'_>> {
    match value.kind() {
        Kind::Array => value.items().next(),
        _ => Some(value),
    }
    .filter(|value| value.kind() == Kind::Object)
}

/// The items of a list, or the one object.
pub(super) fn each(value: Value<'_>) -> Vec<Value<'_>> {
    match value.kind() {
        Kind::Array => value.items().filter(|item| item.kind() == Kind::Object).collect(),
        _ => vec![value],
    }
}

/// A list of strings, if it is one and not empty.
pub(super) fn strings(value: Value<'_>) -> Option<Vec<Text>> {
    let first_is_string = value.items().next().is_some_and(|item| item.kind() == Kind::String);
    first_is_string.then(|| value.items().filter_map(Value::as_text).collect())
}

/// The list under that name, or the value itself where the list was asked for alone. The second says whether there are
/// more pages.
pub(super) fn listed<'j>(root: Value<'j>, name: &str) -> (Option<Value<'j>>, super::Listing) {
    let more = ["NextToken", "nextToken", "Marker"]
        .iter()
        .any(|token| root.get(token).is_some_and(|token| !token.is_null()));
    match root.get(name).filter(|list| list.kind() == Kind::Array) {
        Some(list) if more => (Some(list), super::Listing::Page),
        Some(list) => (Some(list), super::Listing::Whole),
        None => (None, super::Listing::Excerpt),
    }
}
