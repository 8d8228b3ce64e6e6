//! Form fields: an `application/x-www-form-urlencoded` body, or the `name: value` lines that browsers show.
//!
//! It deliberately takes out the fields of the SAML bindings and leaves every other field alone.

use super::layer::{Input, Layer, Part, Unwrapped, is_blank};
use super::parameters::{self, Hit, Name};
use super::{Context, NoteKind};
use crate::codec::percent::{self, Plus};
use crate::source::{Bytes, Text};

pub(super) static LAYER: Layer = Layer {
    id: "form",
    name: "Form fields",
    title: "a form body or a list of form fields with a SAML message",
    matches: &[
        "SAMLResponse=PGEvPg%3D%3D",
        "RelayState=x&SAMLResponse=PGEvPg%3D%3D",
        "a=b&SAMLRequest=PGEvPg%3D%3D&RelayState=",
        "SAMLResponse: PGEgYj0iYyIvPgo8IS0tIC0tPg==\nRelayState: x",
        "SAMLResponse\nPGEgYj0iYyIvPgo8IS0tIC0tPg==",
        "wa=wsignin1.0&wresult=%3Ca%2F%3E",
        "SAMLResponse=",
    ],
    misses: &[
        "The SAMLResponse was refused",
        "RelayState=x",
        "log SAMLResponse=PGEvPg==",
        "SAMLResponses=PGEvPg==",
    ],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    if super::looks::like_markup(text) {
        return None;
    }
    let hits = parameters::find(text);
    let (first, last) = (hits.first()?, hits.last()?);
    let before = text.get(..first.name_at.start as usize)?;
    let after = text.get(last.value.end as usize..)?;
    let begins_field = before.trim_matches(is_blank).is_empty()
        || before.ends_with(['&', '?', ';', '\n', '\r', '\'', '"', '[']);
    (begins_field && fields_only(before) && fields_only(after))
        .then(|| messages(input, text, start, &hits, LAYER.id))
        .flatten()
}

/// Whether what stands beside the fields is fields, too: no white space, or lines of `name: value`.
fn fields_only(text: &str) -> bool {
    let text = text.trim_matches(|c: char| is_blank(c) || matches!(c, '"' | '\''));
    let line = |line: &str| {
        let line = line.trim();
        let name = line.split([':', '=']).next().unwrap_or_default();
        let named = name.contains(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.%".contains(c));
        line.is_empty() || name.len() < line.len() && named && !line.contains(['{', '<'])
    };
    !text.contains(char::is_whitespace) && !text.contains(['<', '{', '"'])
        || text.lines().all(line) && !text.contains("://")
}

/// The messages among the parameters of one query or form, each with what stands beside it.
pub(super) fn messages(
    input: &Input<'_>,
    text: &str,
    start: usize,
    hits: &[Hit],
    via: &'static str,
) -> Option<Unwrapped> {
    let place = |at: Bytes| Bytes::new(start + at.start as usize, start + at.end as usize);
    let mut out = Unwrapped::default();
    let messages: Vec<_> = hits.iter().filter(|hit| hit.name == Name::Message).collect();
    for (index, hit) in messages.iter().enumerate() {
        if hit.escaped {
            // What is encoded as a whole is no form.
            let value = enclosing(text, hit);
            if value.len() < text.len() {
                out.parts.push(Part::same(place(value)).optional());
            }
            continue;
        }
        let next = messages.get(index + 1).map_or(text.len(), |next| next.name_at.start as usize);
        let previous =
            index.checked_sub(1).and_then(|at| messages.get(at)).map_or(0, |hit| hit.value.end as usize);
        let beside = |from: usize, to: usize| {
            hits.iter().find(|hit| {
                hit.name == Name::RelayState && (from..to).contains(&(hit.name_at.start as usize))
            })
        };
        let relay =
            beside(hit.value.end as usize, next).or_else(|| beside(previous, hit.name_at.start as usize));
        // Base64 has no percent sign: the body was encoded once more as a whole, and the relay state with it.
        let twice = text.get(hit.value.range()).unwrap_or_default().contains("%25");
        let context = Context {
            parameter: Some(Text::plain(input.slice(place(hit.name_at)), input.span_of(place(hit.name_at)))),
            relay_state: relay
                .map(|relay| decoded(input, place(relay.value), twice))
                .or_else(|| input.context.relay_state.clone()),
            via: if input.context.via.is_empty() { via } else { input.context.via },
            ..input.context.clone()
        };
        let part = Part::same(place(hit.value)).with(context);
        out.parts.push(if hit.strong { part } else { part.optional() });
        let same_query = messages.get(index + 1).filter(|next| {
            let between =
                text.get(hit.name_at.start as usize..next.name_at.start as usize).unwrap_or_default();
            !between.contains(char::is_whitespace) && same_name(text, hit, next)
        });
        if let Some(next) = same_query {
            out.notes.push((NoteKind::DuplicateParameter, place(next.name_at)));
        }
    }
    if let Some(artifact) = hits.iter().find(|hit| hit.name == Name::Artifact)
        && messages.is_empty()
    {
        out.notes.push((NoteKind::ArtifactOnly, place(artifact.value)));
    }
    (!out.parts.is_empty() || !out.notes.is_empty()).then_some(out)
}

fn same_name(text: &str, one: &Hit, other: &Hit) -> bool {
    let name = |hit: &Hit| text.get(hit.name_at.range()).unwrap_or_default();
    name(one).eq_ignore_ascii_case(name(other))
}

/// The encoded value that holds an encoded parameter.
fn enclosing(text: &str, hit: &Hit) -> Bytes {
    let before = text.as_bytes().get(..hit.name_at.start as usize).unwrap_or_default();
    let back = before
        .iter()
        .rev()
        .take(8192)
        .take_while(|byte| !parameters::ends_token(**byte) && !matches!(byte, b'&' | b'=' | b'?' | b'#'))
        .count();
    Bytes::new(before.len() - back, hit.value.end as usize)
}

/// Longer than any relay state that leads somewhere.
const LONGEST_TWICE: usize = 16_384;

/// A short value, decoded.
fn decoded(input: &Input<'_>, at: Bytes, twice: bool) -> Text {
    let (raw, span) = (input.slice(at), input.span_of(at));
    match is_encoded(raw) {
        true if twice && raw.len() <= LONGEST_TWICE => {
            percent::decode_twice(raw, Plus::Space, input.limits).into_text(span)
        }
        true => percent::decode(raw, Plus::Space, input.limits).into_text(span),
        false => Text::plain(raw, span),
    }
}

/// Whether a value still is as the form encoded it. A relay state is a URL: one whose colon and slashes stand there was
/// decoded already, and what is encoded in it belongs to it.
pub(super) fn is_encoded(value: &str) -> bool {
    value.contains('%') && !value.contains("://")
}
