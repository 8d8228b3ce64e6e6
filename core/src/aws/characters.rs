//! Names for characters, so that a report can say which one is at fault when it cannot be seen.
//!
//! It deliberately holds no complete table of Unicode: what has no name here is given by its code point.

use unicode_general_category::{GeneralCategory, get_general_category};

/// A name that people understand, with the code point where the character cannot be told from its looks.
pub fn describe_char(c: char) -> String {
    if let Some(name) = name(c) {
        return name.to_owned();
    }
    let code = u32::from(c);
    if let Some(meant) = looks_like_ascii(c) {
        return format!("{} U+{code:04X}, which looks like `{meant}`", script(c));
    }
    if c.is_ascii_graphic() {
        return format!("`{c}`");
    }
    match get_general_category(c) {
        GeneralCategory::Control => format!("control character U+{code:04X}"),
        GeneralCategory::Format => format!("invisible character U+{code:04X}"),
        GeneralCategory::SpaceSeparator => format!("space U+{code:04X}"),
        GeneralCategory::NonspacingMark => format!("combining mark U+{code:04X}"),
        GeneralCategory::PrivateUse | GeneralCategory::Unassigned => {
            format!("unknown character U+{code:04X}")
        }
        _ => format!("`{c}` (U+{code:04X})"),
    }
}

/// Whether nothing, or only a gap, is seen where it stands. The ordinary space counts as visible here.
pub fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_whitespace()
        || matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}' | '\u{034F}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}')
        || matches!(get_general_category(c), GeneralCategory::Control | GeneralCategory::Format)
}

/// The ASCII character that a reader takes it for.
pub fn looks_like_ascii(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    if let '\u{FF01}'..='\u{FF5E}' = c {
        // The full-width forms stand in the order of ASCII.
        return char::from_u32(u32::from(c).saturating_sub(0xFEE0));
    }
    LOOK_ALIKES.iter().find(|(meant, shapes)| shapes.contains(c) && *meant != c).map(|&(meant, _)| meant)
}

/// Whether the character is of the Unicode categories L, Z or N, which AWS session tags allow.
pub fn is_letter_separator_or_number(c: char) -> bool {
    use GeneralCategory as G;
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == ' ';
    }
    matches!(
        get_general_category(c),
        G::UppercaseLetter
            | G::LowercaseLetter
            | G::TitlecaseLetter
            | G::ModifierLetter
            | G::OtherLetter
            | G::SpaceSeparator
            | G::LineSeparator
            | G::ParagraphSeparator
            | G::DecimalNumber
            | G::LetterNumber
            | G::OtherNumber
    )
}

const LOOK_ALIKES: &[(char, &str)] = &[
    ('a', "аɑα"),
    ('c', "сϲ"),
    ('d', "ԁ"),
    ('e', "еҽ"),
    ('g', "ɡ"),
    ('h', "һ"),
    ('i', "іıΙɩ"),
    ('j', "јϳ"),
    ('k', "κк"),
    ('l', "ӏ"),
    ('m', "м"),
    ('n', "ո"),
    ('o', "оοօ"),
    ('p', "рρ"),
    ('q', "ԛ"),
    ('r', "г"),
    ('s', "ѕ"),
    ('u', "υս"),
    ('v', "νѵ"),
    ('w', "ԝ"),
    ('x', "хχ"),
    ('y', "уγ"),
    ('A', "АΑ"),
    ('B', "ВΒ"),
    ('C', "СϹ"),
    ('E', "ЕΕ"),
    ('H', "НΗ"),
    ('I', "ІӀ"),
    ('J', "Ј"),
    ('K', "КΚ"),
    ('M', "МΜ"),
    ('N', "Ν"),
    ('O', "ОΟ"),
    ('P', "РΡ"),
    ('S', "Ѕ"),
    ('T', "ТΤ"),
    ('X', "ХΧ"),
    ('Y', "ҮΥ"),
    ('Z', "Ζ"),
    ('-', "‐‑‒–—―−"),
    ('\'', "‘’ʼ′"),
    ('"', "“”„″"),
    (',', "‚،、"),
    ('.', "․。"),
    (':', "։∶"),
    (';', "\u{037E}"),
    ('/', "⁄∕"),
    ('_', "ˍ"),
    ('=', "᐀꓿"),
    ('+', "᛭"),
];

fn script(c: char) -> &'static str {
    match c {
        '\u{0370}'..='\u{03FF}' => "Greek letter",
        '\u{0400}'..='\u{052F}' => "Cyrillic letter",
        '\u{0530}'..='\u{058F}' => "Armenian letter",
        '\u{FF01}'..='\u{FF5E}' => "full-width character",
        _ => "character",
    }
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        ' ' => "space",
        '\t' => "tab",
        '\n' => "line break",
        '\r' => "carriage return",
        '\0' => "NUL",
        ',' => "comma",
        ';' => "semicolon",
        ':' => "colon",
        '.' => "full stop",
        '\'' => "apostrophe",
        '"' => "double quote",
        '`' => "backtick",
        '\\' => "backslash",
        '/' => "slash",
        '|' => "vertical bar",
        '&' => "ampersand",
        '#' => "number sign",
        '*' => "asterisk",
        '(' => "opening parenthesis",
        ')' => "closing parenthesis",
        '<' => "less-than sign",
        '>' => "greater-than sign",
        '%' => "percent sign",
        '!' => "exclamation mark",
        '?' => "question mark",
        '\u{0085}' => "next line U+0085",
        '\u{00A0}' => "no-break space U+00A0",
        '\u{00AD}' => "soft hyphen U+00AD",
        '\u{061C}' => "Arabic letter mark U+061C",
        '\u{2002}' => "en space U+2002",
        '\u{2003}' => "em space U+2003",
        '\u{2007}' => "figure space U+2007",
        '\u{2009}' => "thin space U+2009",
        '\u{200B}' => "zero width space U+200B",
        '\u{200C}' => "zero width non-joiner U+200C",
        '\u{200D}' => "zero width joiner U+200D",
        '\u{200E}' => "left-to-right mark U+200E",
        '\u{200F}' => "right-to-left mark U+200F",
        '\u{2010}' => "hyphen U+2010, which looks like `-`",
        '\u{2011}' => "no-break hyphen U+2011, which looks like `-`",
        '\u{2013}' => "en dash U+2013, which looks like `-`",
        '\u{2014}' => "em dash U+2014, which looks like `-`",
        '\u{2018}' => "left single quotation mark U+2018",
        '\u{2019}' => "right single quotation mark U+2019",
        '\u{201C}' => "left double quotation mark U+201C",
        '\u{201D}' => "right double quotation mark U+201D",
        '\u{2028}' => "line separator U+2028",
        '\u{2029}' => "paragraph separator U+2029",
        '\u{202A}'..='\u{202E}' => "bidirectional control character",
        '\u{202F}' => "narrow no-break space U+202F",
        '\u{2060}' => "word joiner U+2060",
        '\u{2066}'..='\u{2069}' => "bidirectional isolate character",
        '\u{3000}' => "ideographic space U+3000",
        '\u{FEFF}' => "byte order mark U+FEFF",
        '\u{FFFD}' => "replacement character U+FFFD",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_names() {
        let cases = [
            (' ', "space"),
            ('\u{00A0}', "no-break space U+00A0"),
            ('\u{200B}', "zero width space U+200B"),
            ('\u{0430}', "Cyrillic letter U+0430, which looks like `a`"),
            ('\u{03BF}', "Greek letter U+03BF, which looks like `o`"),
            ('，', "full-width character U+FF0C, which looks like `,`"),
            ('é', "`é` (U+00E9)"),
            ('$', "`$`"),
            ('\u{7}', "control character U+0007"),
            ('\u{E000}', "unknown character U+E000"),
            ('\u{0301}', "combining mark U+0301"),
        ];
        for (c, expected) in cases {
            assert_eq!(describe_char(c), expected);
        }
    }

    #[test]
    fn invisible_is_what_nobody_sees() {
        for c in
            ['\u{200B}', '\u{FEFF}', '\u{00A0}', '\n', '\t', '\u{202E}', '\u{00AD}', '\u{3164}', '\u{FE0F}']
        {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in [' ', 'a', 'é', '-', '\u{0301}', '中'] {
            assert!(!is_invisible(c), "{c:?}");
        }
    }

    #[test]
    fn look_alikes_are_never_ascii() {
        for (meant, shapes) in LOOK_ALIKES {
            for shape in shapes.chars() {
                assert!(!shape.is_ascii(), "{shape:?} for {meant:?}");
                assert_eq!(looks_like_ascii(shape), Some(*meant));
            }
        }
        assert_eq!(looks_like_ascii('a'), None);
        assert_eq!(looks_like_ascii('é'), None);
        assert_eq!(looks_like_ascii('\u{FF21}'), Some('A'));
    }

    #[test]
    fn categories_are_those_of_unicode() {
        for c in ['a', 'é', '中', '5', '½', '٣', ' ', '\u{00A0}', '\u{2028}', 'ª'] {
            assert!(is_letter_separator_or_number(c), "{c:?}");
        }
        for c in ['\t', '\n', '&', '\u{0301}', '\u{200B}', '_', '😀', '€'] {
            assert!(!is_letter_separator_or_number(c), "{c:?}");
        }
    }
}
