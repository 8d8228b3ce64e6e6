//! The value of one session tag, by its key.
//!
//! It deliberately takes keys in any case, as AWS does.

use crate::aws::attributes::{AttributeName, recognise};
use crate::lint::Cx;
use crate::source::Text;

/// The first value of the tag of this key, where one is sent that says something.
pub(in crate::rules) fn value<'a>(cx: &Cx<'a>, key: &str) -> Option<&'a Text> {
    all(cx).find(|(sent, _)| sent.eq_ignore_ascii_case(key)).map(|(_, value)| value)
}

/// Every tag with a value: its key as it is written, and the value.
pub(in crate::rules) fn all<'a>(cx: &Cx<'a>) -> impl Iterator<Item = (&'a str, &'a Text)> + use<'a> {
    let attributes = cx.assertion().map(|assertion| assertion.attributes.as_slice()).unwrap_or_default();
    attributes.iter().filter_map(|attribute| match recognise(attribute.name()) {
        AttributeName::PrincipalTag(key) => {
            let value = &attribute.values.first().filter(|value| !value.nil && !value.structured)?.text;
            (!value.as_str().trim().is_empty()).then_some((key, value))
        }
        _ => None,
    })
}
