//! Text in which markup was escaped as character references.
//!
//! It deliberately leaves real markup alone: there the references belong to the XML.

use super::layer::{Input, Layer, Part, Unwrapped};
use super::looks;
use crate::codec::entities;
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "entities",
    name: "Character references",
    title: "markup escaped as &lt; and the like",
    matches: &[
        "&lt;a/&gt;",
        "&#60;a/&#62;",
        "PGEgYj0iYyIvPg&#x3d;&#61;",
        "got &lt;a xmlns=&quot;u:x&quot;/&gt;",
    ],
    misses: &["<a b=\"&lt;\"/>", "a &amp; b", "x &lt; y"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    memchr::memchr(b'&', text.as_bytes())?;
    // Beside JSON it is a string of it that was escaped.
    if memchr::memchr(b'<', text.as_bytes()).is_some() || text.contains("{\"") {
        return None;
    }
    let decoded = entities::decode(text, input.limits);
    let inner = std::str::from_utf8(&decoded.bytes).ok()?;
    let markup = || {
        let at = memchr::memchr_iter(b'<', inner.as_bytes())
            .find(|&at| inner.get(at..).is_some_and(looks::like_markup))?;
        Some(super::xml::extent(inner, at)).filter(|extent| extent.closed || extent.certain)
    };
    if decoded.bytes == text.as_bytes() || !looks::promising(inner) && markup().is_none() {
        return None;
    }
    Unwrapped::one(Part::made(Bytes::new(start, start + text.len()), decoded))
}
