//! Where in a text a mutation can take hold.
//!
//! It deliberately parses nothing: what it works on need not be XML any more.

use std::ops::Range;

use crate::working::Chance;

pub fn spliced(text: &str, range: Range<usize>, new: &str) -> Option<String> {
    Some([text.get(..range.start)?, new, text.get(range.end..)?].concat())
}

/// The place of a random character.
pub fn somewhere(text: &str, chance: &mut Chance) -> Range<usize> {
    let at = chance.below(text.len());
    let start = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    start..start + text[start..].chars().next().map_or(0, char::len_utf8)
}

/// The places of what stands between `open` and the next `close`.
pub fn between<'t>(text: &'t str, open: &'t str, close: &'t str) -> Vec<Range<usize>> {
    let starts = text.match_indices(open).map(|(at, _)| at + open.len());
    starts.filter_map(|start| Some(start..start + text[start..].find(close)?)).collect()
}

pub fn any<T: Clone>(of: &[T], chance: &mut Chance) -> Option<T> {
    (!of.is_empty()).then(|| of[chance.below(of.len())].clone())
}

/// Start tags, without `<` and `>`. Some attribute values hold a `>`; then a part of the tag is meant.
pub fn start_tags(text: &str) -> Vec<Range<usize>> {
    between(text, "<", ">")
        .into_iter()
        .filter(|tag| !text[tag.clone()].starts_with(['/', '!', '?']))
        .collect()
}

/// The attributes of a random start tag that has as many, white space in front included.
pub fn attributes(text: &str, least: usize, chance: &mut Chance) -> Option<Vec<Range<usize>>> {
    let tags: Vec<_> = start_tags(text).into_iter().map(|tag| attributes_of(text, tag)).collect();
    let tags: Vec<_> = tags.into_iter().filter(|attributes| attributes.len() >= least).collect();
    any(&tags, chance)
}

pub fn attributes_of(text: &str, tag: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = tag.start;
    while let Some(space) = text[at..tag.end].find([' ', '\n', '\r', '\t']) {
        let start = at + space;
        let Some(equals) = text[start..tag.end].find('=') else { break };
        let value = start + equals + 1;
        let Some(quote) = text[value..tag.end].chars().next().filter(|c| ['"', '\''].contains(c)) else {
            break;
        };
        let Some(length) = text[value + 1..tag.end].find(quote) else { break };
        at = value + length + 2;
        found.push(start..at);
    }
    found
}

/// The values in Base64 of a signature.
pub fn base64_values(text: &str) -> Vec<Range<usize>> {
    let mut values = between(text, "DigestValue>", "</");
    values.extend(between(text, "SignatureValue>", "</"));
    values.into_iter().filter(|value| !value.is_empty() && !text[value.clone()].starts_with('<')).collect()
}

pub fn signatures(text: &str) -> Vec<Range<usize>> {
    let ends = text
        .match_indices("Signature>")
        .filter(|(at, _)| text[..*at].rfind('<').is_some_and(|start| text[start..].starts_with("</")));
    let ends: Vec<usize> = ends.map(|(at, name)| at + name.len()).collect();
    let starts = text.match_indices("Signature xmlns").filter_map(|(at, _)| text[..at].rfind('<'));
    starts.filter_map(|start| Some(start..*ends.iter().find(|end| **end > start)?)).collect()
}

pub fn declarations(text: &str) -> Vec<Range<usize>> {
    let tags = start_tags(text).into_iter().flat_map(|tag| attributes_of(text, tag));
    tags.filter(|attribute| text[attribute.clone()].trim_start().starts_with("xmlns")).collect()
}

/// The place of an element with its tags.
pub fn element(text: &str, chance: &mut Chance) -> Option<Range<usize>> {
    let names = ["Assertion", "Signature", "Subject", "Issuer", "AttributeStatement", "NameID", "Reference"];
    let name = chance.pick(&names);
    let start = any(&text.match_indices(name).map(|(at, _)| at).collect::<Vec<_>>(), chance)?;
    let start = text[..start].rfind('<').filter(|at| !text[*at..].starts_with("</"))?;
    let end = text[start..]
        .match_indices(&format!("{name}>"))
        .map(|(at, found)| start + at + found.len())
        .next()?;
    Some(start..end)
}
