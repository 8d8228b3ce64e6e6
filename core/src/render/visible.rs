//! Makes invisible, control and bidirectional characters of user data visible, one by one.
//!
//! It never changes what is inspected, only what is shown.

/// The character as it is shown where it would not be seen, or would change how others are seen; `None` for the rest.
pub fn escape(char: char) -> Option<String> {
    match char {
        '\t' => Some("\\t".into()),
        '\n' => Some("\\n".into()),
        '\r' => Some("\\r".into()),
        _ if is_hidden(char) => Some(format!("\\u{{{:x}}}", u32::from(char))),
        _ => None,
    }
}

/// User data with every hidden character written as `\u{200b}`, `\t`, `\n` or `\r`.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match escape(char) {
            Some(escaped) => shown.push_str(&escaped),
            None => shown.push(char),
        }
    }
    shown
}

/// Columns of a terminal that a character takes: none for combining marks, two for wide East Asian ones and emoji
/// (Unicode Standard Annex 11, by block).
pub fn columns(char: char) -> usize {
    match u32::from(char) {
        0x0300..=0x036f | 0x0483..=0x0489 | 0x0591..=0x05bd | 0x064b..=0x065f | 0x1ab0..=0x1aff => 0,
        0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f => 0,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xa960..=0xa97f | 0xac00..=0xd7a3 => 2,
        0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 => 2,
        0x1f300..=0x1f64f | 0x1f680..=0x1f6ff | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// Columns of a text without hidden characters.
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Controls, blanks that look like a space or like nothing, marks that turn the direction of text, tags, variation
/// selectors, private use: what a reader cannot see or cannot tell from something else.
fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(
            u32::from(char),
            0x00a0 | 0x00ad | 0x034f | 0x061c | 0x115f | 0x1160 | 0x1680 | 0x17b4 | 0x17b5
                | 0x180b..=0x180f | 0x2000..=0x200f | 0x2028..=0x202f | 0x205f..=0x206f | 0x2800
                | 0x3000 | 0x3164 | 0xe000..=0xf8ff | 0xfe00..=0xfe0f | 0xfeff | 0xffa0
                | 0xfff0..=0xfffb | 0xfffe | 0xffff | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
                | 0xf0000..=0x10ffff
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        for (text, shown) in [
            ("plain ärger \u{1F600}", "plain ärger \u{1F600}"),
            ("a\u{200b}b", "a\\u{200b}b"),
            ("\u{202e}gpj.exe", "\\u{202e}gpj.exe"),
            ("a\u{a0}b", "a\\u{a0}b"),
            ("\u{feff}<", "\\u{feff}<"),
            ("\u{1b}[31m", "\\u{1b}[31m"),
            ("\u{7f}\u{9b}", "\\u{7f}\\u{9b}"),
            ("a\tb\r\nc", "a\\tb\\r\\nc"),
            ("\u{e0041}", "\\u{e0041}"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn wide_and_combining_characters_have_their_width() {
        assert_eq!(width("a語e\u{301}\u{1F600}"), 6);
    }
}
