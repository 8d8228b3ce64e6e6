//! References that CloudFormation and Terraform templates hold: they stand for something that the document does not say.
//!
//! It deliberately resolves no reference, parameter or condition: such a value keeps the reference's own text, and is
//! marked. What is joined from known parts is known.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Builder, Json, Kind, Value};
use crate::codec::{Decoded, Output};
use crate::limits::Limits;
use crate::source::{Span, Text};

/// The document with each object that is a function of CloudFormation (`{"Ref": …}`, `{"Fn::GetAtt": …}`) as one unresolved
/// string; of `Fn::Sub` on a string, as that string with its variables unresolved; of `Fn::Join` and `Fn::Sub` on parts that are
/// all known, as what they make.
pub fn collapse<'t>(json: &Json<'t>, limits: &Limits) -> Json<'t> {
    let base = json.at.bytes.start as usize;
    let place = |span: Span| {
        let bytes = span.bytes;
        ((bytes.start as usize).saturating_sub(base), (bytes.end as usize).saturating_sub(base))
    };
    let mut out = Builder::new(json.text, json.at, limits);
    // The containers around the value.
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0u32;
    while let Some(value) = json.value_at(at) {
        while let Some(done) = open.pop_if(|open| at >= open.next) {
            done.close(&mut out);
        }
        let (start, end) = place(value.inner_span());
        let mut enter = |out: &mut Builder<'_, '_>, kind, function| {
            out.open(kind, start);
            open.push(Open { next: value.next(), start, end, function });
            at.saturating_add(1)
        };
        at = match (value.kind(), function(value)) {
            (kind, Some((name, argument))) if argument.kind() == Kind::Array && makes(name) => {
                enter(&mut out, kind, true)
            }
            (Kind::Object, Some((name, argument))) => {
                if name.is("Fn::Sub") && argument.kind() == Kind::String {
                    out.copy(argument);
                    substitutions(&mut out);
                } else {
                    out.unresolved(start, end);
                }
                value.next()
            }
            (kind @ (Kind::Object | Kind::Array), _) => enter(&mut out, kind, false),
            _ => {
                out.copy(value);
                at.saturating_add(1)
            }
        };
    }
    while let Some(done) = open.pop() {
        done.close(&mut out);
    }
    let mut done = out.finish(json.end());
    done.faults.clone_from(&json.faults);
    done.more_faults = json.more_faults;
    done
}

/// A container that is being copied.
struct Open {
    /// The node behind it.
    next: u32,
    start: usize,
    end: usize,
    /// It is a function of CloudFormation that is evaluated when its arguments are.
    function: bool,
}

impl Open {
    fn close(self, out: &mut Builder<'_, '_>) {
        match self.function {
            true => out.close_function(None, self.start, self.end),
            false => out.close(self.end),
        }
    }
}

/// Functions that make a string of a list.
fn makes(name: Value<'_>) -> bool {
    name.is("Fn::Join") || name.is("Fn::Sub")
}

/// What `Fn::Join` (`!Join`) or `Fn::Sub` (`!Sub`) on a list makes, with the range of the text that it is made of. `None`:
/// a part of it is not known, or it is no such function (CloudFormation User Guide, Intrinsic function reference).
pub(super) fn evaluate(name: &str, argument: Value<'_>) -> Option<(Range<usize>, Decoded)> {
    let node = argument.node();
    let place = node.start as usize..node.end as usize;
    let mut items = argument.items();
    let (first, second, None) = (items.next()?, items.next()?, items.next()) else { return None };
    let decoded = match name.trim_start_matches("Fn::").trim_start_matches('!') {
        "Join" => join(&known(first)?, second, &place)?,
        "Sub" => substitute(first, second, &place)?,
        _ => return None,
    };
    // Whatever is repeated in it, it is no longer than what it is made of.
    (decoded.bytes.len() <= place.len()).then_some((place, decoded))
}

/// The characters of a value if all of them are known.
fn known(value: Value<'_>) -> Option<Text> {
    match value.kind() {
        Kind::String => value.unresolved().next().is_none().then(|| value.as_text())?,
        Kind::Number | Kind::Bool => Some(Text::plain(value.raw(), value.span())),
        Kind::Null | Kind::Array | Kind::Object => None,
    }
}

fn join(delimiter: &Text, list: Value<'_>, place: &Range<usize>) -> Option<Decoded> {
    if list.kind() != Kind::Array {
        return None;
    }
    let mut out = Output::new(0, &Limits::default());
    let (mut at, mut made) = (place.start, 0usize);
    for (index, part) in list.items().enumerate() {
        let text = known(part)?;
        let node = part.node();
        // What an alias names stands elsewhere.
        let gap = (node.start as usize).checked_sub(at)?;
        let between = if index == 0 { "" } else { delimiter.as_str() };
        made = made.saturating_add(between.len()).saturating_add(text.value.len());
        if made > place.len() {
            return None;
        }
        put(&mut out, between, gap)?;
        let len = (node.end as usize).checked_sub(node.start as usize)?;
        match text.map {
            None => out.copy(text.value.as_bytes()),
            Some(_) => put(&mut out, &text.value, len)?,
        }
        at = node.end as usize;
    }
    out.skip(place.end.checked_sub(at)?);
    Some(out.finish())
}

/// The text with the variables that stand in the map; `${!Name}` and variables of CloudFormation's own are left to others.
fn substitute(template: Value<'_>, map: Value<'_>, place: &Range<usize>) -> Option<Decoded> {
    let text = known_but_for_variables(template)?;
    let values: BTreeMap<String, Value<'_>> =
        map.members().map(|(name, value)| (name.value, value)).collect();
    let node = template.node();
    let mut out = Output::new(0, &Limits::default());
    out.skip((node.start as usize).checked_sub(place.start)?);
    let (mut at, mut made) = (0usize, text.value.len());
    for range in variables(&text.value, "") {
        let name = text.value.get(range.start.saturating_add(2)..range.end.saturating_sub(1))?.trim();
        let value = known(*values.get(name)?)?;
        made = made.saturating_add(value.value.len());
        if made > place.len() {
            return None;
        }
        out.copy(text.value.get(at..range.start)?.as_bytes());
        put(&mut out, &value.value, range.len())?;
        at = range.end;
    }
    out.copy(text.value.get(at..)?.as_bytes());
    out.skip(place.end.checked_sub(node.end as usize)?);
    Some(out.finish())
}

/// A text that stands as it is.
fn known_but_for_variables(value: Value<'_>) -> Option<Text> {
    value.as_text().filter(|text| text.map.is_none() && value.unresolved().next().is_none())
}

/// Characters that stand for `from` bytes of the text.
fn put(out: &mut Output, made: &str, from: usize) -> Option<()> {
    if made.is_empty() {
        out.skip(from);
        return Some(());
    }
    let fits = from > 0 && made.len() <= usize::from(u16::MAX);
    fits.then(|| out.unit(made.as_bytes(), from))
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
fn without(text: &str, mark: &str, keep: usize) -> Decoded {
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
pub(super) fn variables<'a>(text: &'a str, literal: &'static str) -> impl Iterator<Item = Range<usize>> + 'a {
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
