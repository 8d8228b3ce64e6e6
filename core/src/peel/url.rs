//! A URL with a SAML message in its query or fragment.
//!
//! It deliberately does not check the URL; it is context.

use super::layer::{Input, Layer, Unwrapped};
use super::{Context, form, parameters};
use crate::source::{Bytes, Text};

pub(super) static LAYER: Layer = Layer {
    id: "url",
    name: "URL",
    title: "a URL with a SAML message in it",
    matches: &[
        "https://idp.example.com/sso?SAMLRequest=PGEvPg%3D%3D&RelayState=x",
        "https://sp.example.org/acs#SAMLResponse=PGEvPg%3D%3D",
        "/sso?a=b&SAMLRequest=PGEvPg%3D%3D",
        "https://login.example.com/?next=https%3A%2F%2Fidp.example.com%2Fsso%3FSAMLRequest%3DPGEvPg%253D%253D",
    ],
    misses: &[
        "https://idp.example.com/sso",
        "https://idp.example.com/SAMLResponse",
        "see https://a.example.com/?SAMLResponse=PGEvPg",
    ],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    let first = parameters::find(text);
    let before = text.get(..first.first()?.name_at.start as usize)?;
    let address = before.split_once(['?', '#'])?.0;
    let is_address = address.contains("://") || address.starts_with('/');
    if !is_address || before.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '"' | '\'' | '{')) {
        return None;
    }
    let url = Bytes::new(start, start + text.len());
    let context = Context {
        url: input.context.url.clone().or_else(|| Some(Text::plain(text, input.span_of(url)))),
        via: if input.context.via.is_empty() { LAYER.id } else { input.context.via },
        ..input.context.clone()
    };
    let input = Input { context: &context, ..*input };
    form::messages(&input, text, start, &first, LAYER.id)
}
