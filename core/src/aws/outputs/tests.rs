//! What each kind is recognised by, what resembles it and is none, and where its values stand.

mod documents;
mod hostile;
mod policies;
mod texts;

use super::*;
use crate::json::Value;
use crate::peel::{Context, Peeled, peel};
use crate::source::Sources;

/// What the leaves of a paste are.
fn outputs(paste: &str) -> (Sources, Vec<Output>) {
    let limits = Limits::default();
    let mut sources = Sources::default();
    let root = sources.push("paste", paste.as_bytes().to_vec(), None);
    let Peeled { leaves, .. } = peel(&mut sources, root, &limits);
    let outputs = leaves.iter().filter_map(|leaf| recognise(leaf, &sources, &limits)).collect();
    (sources, outputs)
}

fn kinds(paste: &str) -> Vec<&'static str> {
    outputs(paste).1.iter().map(|output| output.kind().id()).collect()
}

fn first(paste: &str) -> (Sources, Output) {
    let (sources, outputs) = outputs(paste);
    let output = outputs.into_iter().next().unwrap_or_else(|| panic!("nothing is recognised in {paste}"));
    (sources, output)
}

fn value(text: &Option<Text>) -> &str {
    text.as_ref().map_or("-", Text::as_str)
}

/// A policy in one line, as JSON.
fn policy(source: &PolicySource, sources: &Sources) -> String {
    fn write(value: Value<'_>, out: &mut String) {
        let close = match value.kind() {
            Kind::Object => '}',
            Kind::Array => ']',
            _ => {
                let text = fields::said(value).map_or("null".to_owned(), |text| text.value);
                return out.push_str(&text);
            }
        };
        out.push(if close == '}' { '{' } else { '[' });
        let members = value.members().map(|(name, value)| (format!("{}:", name.value), value));
        let items = value.items().map(|value| (String::new(), value));
        for (at, (name, value)) in members.chain(items).enumerate() {
            out.push_str(if at > 0 { " " } else { "" });
            out.push_str(&name);
            write(value, out);
        }
        out.push(close);
    }
    let json = source.parse(sources, &Limits::default());
    let mut out = String::new();
    write(json.root().unwrap(), &mut out);
    out
}

/// The characters of the paste at a place.
fn pasted(sources: &Sources, span: Span) -> &str {
    sources.excerpt(sources.to_paste(span).0)
}

#[test]
fn kinds_have_names_of_their_own() {
    let mut ids: Vec<_> = OutputKind::ALL.iter().map(|kind| kind.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), OutputKind::ALL.len());
}

#[test]
fn other_leaves_are_nothing() {
    let mut sources = Sources::default();
    let id =
        sources.push("paste", b"{\"Role\":{\"Arn\":\"arn:aws:iam::444455556666:role/R\"}}".to_vec(), None);
    let span = sources.get(id).unwrap().span();
    for kind in [LeafKind::Pem, LeafKind::Jwt, LeafKind::Html, LeafKind::Binary, LeafKind::Empty] {
        let leaf = Leaf { kind, source: id, span, layers: Vec::new(), context: Context::default() };
        assert!(recognise(&leaf, &sources, &Limits::default()).is_none());
    }
}
