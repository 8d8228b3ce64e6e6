//! Distinguished names as people read them (RFC 4514), each attribute with its place.
//!
//! It deliberately compares no names: RFC 5280, section 7.1, is for those who build chains.

use super::der::{self, Element, OBJECT_IDENTIFIER, SEQUENCE, SET};
use super::named::Named;
use super::problem::{ProblemKind, Problems};
use crate::source::Bytes;

/// The name of a subject or an issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As RFC 4514, section 2, writes it: the last part first. Attribute types beyond its table have the names that
    /// OpenSSL gives them.
    pub text: String,
    pub at: Bytes,
    /// In the order of the certificate.
    pub attributes: Vec<NameAttribute>,
}

/// One part of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameAttribute {
    pub kind: Named,
    /// Not escaped. `None`: the value is no text.
    pub value: Option<String>,
    /// The value's characters.
    pub at: Bytes,
}

impl Name {
    /// The first value of this type: `first("CN")`.
    pub fn first(&self, kind: &str) -> Option<&NameAttribute> {
        self.attributes.iter().find(|attribute| attribute.kind.is(kind))
    }
}

/// Reads a `Name` (RFC 5280, 4.1.2.4).
pub(super) fn read(name: &Element<'_>, problems: &mut Problems) -> Name {
    let mut attributes = Vec::new();
    let mut parts = Vec::new();
    let mut sets = name.elements();
    while !sets.is_empty() {
        let Some(set) = sets.expect(SET, problems) else { continue };
        let mut part = String::new();
        let mut pairs = set.elements();
        while !pairs.is_empty() {
            let Some(pair) = pairs.expect(SEQUENCE, problems) else { continue };
            let mut fields = pair.elements();
            let kind = fields.expect(OBJECT_IDENTIFIER, problems);
            let kind = Named::new(kind.map_or_else(String::new, |kind| der::identifier(&kind, problems)));
            let Some(value) = fields.next(problems) else {
                problems.add(ProblemKind::Missing, fields.rest());
                continue;
            };
            fields.end(problems);
            let text = string(&value, problems);
            if !part.is_empty() {
                part.push('+');
            }
            part.push_str(kind.as_str());
            part.push('=');
            match &text {
                Some(text) => escape(text, &mut part),
                None => hexadecimal_value(&value, &mut part),
            }
            attributes.push(NameAttribute { kind, value: text, at: value.inner() });
        }
        parts.push(part);
    }
    parts.reverse();
    Name { text: parts.join(","), at: name.at, attributes }
}

/// The text of a string of any of the types in use. `None`: it is no string.
pub(super) fn string(element: &Element<'_>, problems: &mut Problems) -> Option<String> {
    let content = element.content;
    let (text, sound) = match element.tag {
        // UTF8String.
        0x0C => (String::from_utf8_lossy(content).into_owned(), std::str::from_utf8(content).is_ok()),
        // NumericString, PrintableString, IA5String and VisibleString.
        0x12 => (latin_1(content), content.iter().all(|byte| byte.is_ascii_digit() || *byte == b' ')),
        0x13 => (latin_1(content), content.iter().all(|&byte| is_printable(byte))),
        0x16 | 0x1A => (latin_1(content), content.is_ascii()),
        // TeletexString, which everybody fills with Latin-1.
        0x14 => (latin_1(content), true),
        // UniversalString and BMPString.
        0x1C => {
            let units = content.chunks_exact(4);
            let whole = units.remainder().is_empty();
            let chars: Vec<Option<char>> = units
                .map(|unit| unit.iter().fold(0u32, |sum, &byte| sum << 8 | u32::from(byte)))
                .map(char::from_u32)
                .collect();
            let sound = whole && chars.iter().all(Option::is_some);
            (chars.into_iter().map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(), sound)
        }
        0x1E => {
            let units = content.chunks_exact(2);
            let whole = units.remainder().is_empty();
            let units = units.map(|unit| unit.iter().fold(0u16, |sum, &byte| sum << 8 | u16::from(byte)));
            let chars: Vec<Result<char, _>> = char::decode_utf16(units).collect();
            let sound = whole && chars.iter().all(Result::is_ok);
            (chars.into_iter().map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(), sound)
        }
        _ => return None,
    };
    if !sound {
        problems.add(ProblemKind::BadString, element.inner());
    }
    Some(text)
}

/// Bytes that are characters of the same number.
pub(super) fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// The characters of PrintableString (X.680, 41.4). `*`, `@`, `&` and `_` are so common in it that they pass.
fn is_printable(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" '()+,-./:=?*@&_".contains(&byte)
}

/// RFC 4514, section 2.4.
fn escape(value: &str, out: &mut String) {
    let last = value.chars().count().saturating_sub(1);
    for (index, char) in value.chars().enumerate() {
        match char {
            '\0' => {
                out.push_str("\\00");
                continue;
            }
            '"' | '+' | ',' | ';' | '<' | '>' | '\\' => out.push('\\'),
            '#' if index == 0 => out.push('\\'),
            ' ' if index == 0 || index == last => out.push('\\'),
            _ => {}
        }
        out.push(char);
    }
}

/// The whole element as `#` and hexadecimal digits (RFC 4514, section 2.4).
fn hexadecimal_value(value: &Element<'_>, out: &mut String) {
    out.push('#');
    value.raw.iter().for_each(|byte| out.push_str(&format!("{byte:02x}")));
}
