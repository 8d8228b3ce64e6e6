//! References that CloudFormation and Terraform templates hold: they stand for something that the document does not say.
//!
//! It deliberately resolves none of them. A value keeps the reference's own text, and is marked.

use super::{Builder, Json, Kind, Value};
use crate::codec::Output;
use crate::limits::Limits;
use crate::source::Span;

/// The document with each object that is a function of CloudFormation (`{"Ref": …}`, `{"Fn::GetAtt": …}`) as one unresolved
/// string; of `Fn::Sub` on a string, as that string with its variables unresolved.
pub fn collapse<'t>(json: &Json<'t>, limits: &Limits) -> Json<'t> {
    let base = json.at.bytes.start as usize;
    let place = |span: Span| {
        let bytes = span.bytes;
        ((bytes.start as usize).saturating_sub(base), (bytes.end as usize).saturating_sub(base))
    };
    let mut out = Builder::new(json.text, json.at, limits);
    // The containers around the value: where each ends.
    let mut open: Vec<(u32, usize)> = Vec::new();
    let mut at = 0u32;
    while let Some(value) = json.value_at(at) {
        while let Some(&(_, end)) = open.last().filter(|(next, _)| at >= *next) {
            out.close(end);
            open.pop();
        }
        let (start, end) = place(value.inner_span());
        at = match (value.kind(), function(value)) {
            (Kind::Object, Some((name, argument))) => {
                if name.is("Fn::Sub") && argument.kind() == Kind::String {
                    out.copy(argument);
                    substitutions(&mut out);
                } else {
                    out.unresolved(start, end);
                }
                value.next()
            }
            (kind @ (Kind::Object | Kind::Array), _) => {
                out.open(kind, start);
                open.push((value.next(), end));
                at.saturating_add(1)
            }
            _ => {
                out.copy(value);
                at.saturating_add(1)
            }
        };
    }
    while let Some((_, end)) = open.pop() {
        out.close(end);
    }
    let mut done = out.finish(json.end());
    done.faults.clone_from(&json.faults);
    done.more_faults = json.more_faults;
    done
}

fn function<'j>(value: Value<'j>) -> Option<(Value<'j>, Value<'j>)> {
    let mut entries = value.entries();
    let (name, argument) = entries.next()?;
    let known = name.as_plain_str().is_some_and(|name| name == "Ref" || name.starts_with("Fn::"));
    (known && entries.next().is_none()).then_some((name, argument))
}

/// Marks the variables (`${Name}`) of the last string. `${!Name}` is a literal `${Name}` (CloudFormation User Guide,
/// `Fn::Sub`).
pub(super) fn substitutions(out: &mut Builder<'_, '_>) {
    let Some(text) = out.last_text() else { return };
    let plain = text.map.is_none();
    // In a value that was decoded already, the literal stays as it is, and counts as unknown.
    for range in variables(&text.value, if plain { "!" } else { "" }) {
        out.last_value_has_unresolved(range);
    }
    if plain && text.value.contains("${!") {
        out.replace_last(without(&text.value, "${!", 2));
    }
}

/// The text without what follows the first `keep` characters of each `mark`.
fn without(text: &str, mark: &str, keep: usize) -> crate::codec::Decoded {
    let mut out = Output::new(text.len(), &Limits::default());
    let mut parts = text.split(mark);
    out.copy(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        out.copy(mark.as_bytes().get(..keep).unwrap_or_default());
        out.skip(mark.len().saturating_sub(keep));
        out.copy(part.as_bytes());
    }
    out.finish()
}

/// Where `${…}` stands in a text, but for those with `literal` behind the brace or a dollar sign before.
pub(super) fn variables<'a>(
    text: &'a str,
    literal: &'static str,
) -> impl Iterator<Item = std::ops::Range<usize>> + 'a {
    let mut from = 0usize;
    std::iter::from_fn(move || {
        loop {
            let start = from.saturating_add(text.get(from..)?.find("${")?);
            let inner = text.get(start.saturating_add(2)..)?;
            let len = closing(inner);
            from = start.saturating_add(2).saturating_add(len);
            let escaped = start > 0 && text.as_bytes().get(start.saturating_sub(1)) == Some(&b'$');
            if !escaped && (literal.is_empty() || !inner.starts_with(literal)) {
                return Some(start..from);
            }
        }
    })
}

/// The length of what stands up to the brace that closes, with it.
fn closing(inner: &str) -> usize {
    let mut depth = 1usize;
    for (at, byte) in inner.bytes().enumerate() {
        match byte {
            b'{' => depth = depth.saturating_add(1),
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at.saturating_add(1);
        }
    }
    inner.len()
}
