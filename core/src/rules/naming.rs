//! Names characters and lists within the sentences of findings: "a space", "a slash (`/`)".
//!
//! It deliberately judges nothing. What a character is called is known by `aws::characters`.

use crate::aws::characters::describe_char;
use crate::lint::{Message, Piece, code};

/// Longer lists of characters end in "and others".
const MOST_NAMED: usize = 4;

/// A character as a sentence names it, with its article and, where it can be seen, itself.
pub fn character(c: char) -> Message {
    let described = describe_char(c);
    if !described.starts_with('`') && c.is_ascii_graphic() {
        return Message(vec![with_article(&described), " (".into(), code(c), ")".into()]);
    }
    // The code point goes into parentheses; what the description has in backticks is data.
    let mut pieces = Vec::new();
    for (index, part) in described.split('`').enumerate().filter(|(_, part)| !part.is_empty()) {
        pieces.push(match index % 2 {
            1 => code(part),
            _ if pieces.is_empty() => with_article(&in_parentheses(part)),
            _ => part.into(),
        });
    }
    Message(pieces)
}

/// The different characters of a list in the order of their first place: "a space, an ampersand (`&`) and others".
pub fn characters(list: impl Iterator<Item = char>) -> Message {
    let mut seen: Vec<char> = Vec::new();
    let mut more = false;
    for c in list {
        if seen.contains(&c) {
            continue;
        }
        if seen.len() == MOST_NAMED {
            more = true;
            break;
        }
        seen.push(c);
    }
    let last = if more { seen.len() } else { seen.len().saturating_sub(1) };
    let mut named = Message::default();
    for (index, c) in seen.into_iter().enumerate() {
        if index > 0 {
            named = named.and(if index == last { " and " } else { ", " });
        }
        named = join(named, character(c));
    }
    if more { named.and(" and others") } else { named }
}

/// Two parts of one sentence.
pub fn join(start: Message, rest: Message) -> Message {
    rest.0.into_iter().fold(start, Message::and)
}

/// A number with its noun: "1 character", "65 characters".
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A number with a comma after every three digits.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let places = digits.chars().zip((0..digits.len()).rev());
    places.fold(String::new(), |mut out, (digit, left)| {
        out.push(digit);
        if left > 0 && left % 3 == 0 {
            out.push(',');
        }
        out
    })
}

fn with_article(description: &str) -> Piece {
    let an = description.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
    format!("{} {description}", if an { "an" } else { "a" }).into()
}

fn in_parentheses(description: &str) -> String {
    let Some((words, rest)) = description.split_once("U+") else { return description.to_owned() };
    let (point, after) = match rest.split_once(',') {
        Some((point, after)) => (point, format!(",{after}")),
        None => (rest, String::new()),
    };
    format!("{words}(U+{point}){after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_named_for_people() {
        let cases = [
            (' ', "a space"),
            ('\'', "an apostrophe (`'`)"),
            ('$', "`$`"),
            ('é', "`é` (U+00E9)"),
            ('\u{00A0}', "a no-break space (U+00A0)"),
            ('\u{0430}', "a Cyrillic letter (U+0430), which looks like `a`"),
            ('\u{2019}', "a right single quotation mark (U+2019)"),
            ('\u{7}', "a control character (U+0007)"),
            ('\u{E000}', "an unknown character (U+E000)"),
        ];
        for (c, expected) in cases {
            assert_eq!(character(c).to_string(), expected);
        }
    }

    #[test]
    fn lists_name_each_character_once_and_end() {
        let cases = [
            ("", ""),
            ("&&", "an ampersand (`&`)"),
            (" &", "a space and an ampersand (`&`)"),
            (" $€§", "a space, `$`, `€` (U+20AC) and `§` (U+00A7)"),
            (" $€§%", "a space, `$`, `€` (U+20AC), `§` (U+00A7) and others"),
        ];
        for (list, expected) in cases {
            assert_eq!(characters(list.chars()).to_string(), expected);
        }
    }

    #[test]
    fn numbers_are_grouped() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (100_416, "100,416"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }
}
