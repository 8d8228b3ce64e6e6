//! Names and white space as XML 1.0 (section 2.3) and Namespaces in XML 1.0 (section 4) spell them.
//!
//! It deliberately does not resolve prefixes; see `namespaces`.

use std::ops::Range;

/// What the prefix `xml` is bound to without a declaration.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// What the prefix `xmlns` is bound to.
pub const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// White space, production 3.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// Production 4.
pub fn is_name_start(c: char) -> bool {
    is_nc_name_start(c) || c == ':'
}

/// Production 4a.
pub fn is_name_char(c: char) -> bool {
    is_name_start(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// The first character of a name, without the colon.
pub fn is_nc_name_start(c: char) -> bool {
    matches!(c, 'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// A character that may stand in a document, production 2.
pub fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// The first character that keeps `name` from being a Name (production 5); an empty range for an empty name.
pub fn fault_in_name(name: &str) -> Option<Range<usize>> {
    let mut chars = name.char_indices();
    let Some((_, first)) = chars.next() else { return Some(0..0) };
    if !is_name_start(first) {
        return Some(0..first.len_utf8());
    }
    chars.find(|&(_, c)| !is_name_char(c)).map(|(at, c)| at..at + c.len_utf8())
}

/// What keeps a Name from being a QName: a colon at an end, a second one, a local part that begins wrongly.
pub fn fault_in_qname(name: &str) -> Option<Range<usize>> {
    let colon = name.find(':')?;
    let local = name.get(colon + 1..).unwrap_or_default();
    match local.char_indices().find(|&(at, c)| c == ':' || at == 0 && !is_nc_name_start(c)) {
        Some((at, c)) => Some(colon + 1 + at..colon + 1 + at + c.len_utf8()),
        None if colon == 0 || local.is_empty() => Some(colon..colon + 1),
        None => None,
    }
}

/// Length of the prefix in bytes; zero where there is none.
pub fn prefix_len(qname: &str) -> usize {
    match qname.find(':') {
        Some(colon) if colon + 1 < qname.len() => colon,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let cases = [
            ("saml:Issuer", None),
            ("_a.b-c·", None),
            ("é:ü", None),
            ("1a", Some(0..1)),
            ("a\"b", Some(1..2)),
            ("a×", Some(1..3)),
            ("", Some(0..0)),
            ("-a", Some(0..1)),
        ];
        for (name, fault) in cases {
            assert_eq!(fault_in_name(name), fault, "{name}");
        }
    }

    #[test]
    fn qualified_names() {
        let cases = [
            ("a", None),
            ("a:b", None),
            (":a", Some(0..1)),
            ("a:", Some(1..2)),
            ("a:b:c", Some(3..4)),
            ("a:1", Some(2..3)),
            ("a::b", Some(2..3)),
        ];
        for (name, fault) in cases {
            assert_eq!(fault_in_qname(name), fault, "{name}");
        }
        assert_eq!(["a:b", "a", ":a", "a:"].map(prefix_len), [1, 0, 0, 0]);
    }
}
