//! Replaces each word that is not public by another of the same length, case and kind of characters.
//!
//! It deliberately knows nothing of what a value means: a word is a run of letters and digits, wherever it stands. Markup ends one, so
//! a word that a CDATA section splits is two.

use super::vocabulary;
use crate::aws::characters::looks_like_ascii;
use std::collections::{BTreeMap, BTreeSet};

/// How a text writes the characters that it cannot hold as they are.
#[derive(Debug, Clone, Copy)]
pub struct Writing {
    /// `&lt;` and `&#65;` stand for one character (XML 1.0, 4.1).
    references: bool,
    /// `\n` and `\u0041` do (RFC 8259, section 7), and names of members, bare numbers and instants are kept.
    is_json: bool,
}

impl Writing {
    pub const XML: Self = Self { references: true, is_json: false };
    pub const JSON: Self = Self { references: false, is_json: true };
    pub const URL: Self = Self { references: false, is_json: false };
}

/// Which words were met, in the order of their first occurrence.
#[derive(Debug)]
pub struct Words {
    public: BTreeSet<&'static str>,
    met: BTreeMap<String, usize>,
    /// What stands for them.
    given: BTreeSet<String>,
    /// The next number that may name a word.
    next: usize,
}

impl Default for Words {
    fn default() -> Self {
        Self { public: vocabulary::words().collect(), met: BTreeMap::new(), given: BTreeSet::new(), next: 0 }
    }
}

/// A unit of text: what it says, and how many bytes say it.
struct Unit {
    says: Option<char>,
    len: usize,
}

impl Words {
    pub fn len(&self) -> usize {
        self.met.len()
    }

    /// Appends `text` to `copy`, its words replaced.
    pub fn replace(&mut self, text: &str, writing: Writing, copy: &mut String) {
        let mut rest = text;
        let mut word = String::new();
        let mut word_start = rest;
        loop {
            if word.is_empty() {
                let kept = if writing.is_json { instant(rest) } else { 0 };
                let masked = address(rest);
                if kept > 0 || masked > 0 {
                    let (piece, after) = rest.split_at_checked(kept.max(masked)).unwrap_or((rest, ""));
                    match masked {
                        0 => copy.push_str(piece),
                        _ => copy.extend(piece.chars().map(|c| if c.is_ascii_digit() { '0' } else { c })),
                    }
                    rest = after;
                    continue;
                }
                word_start = rest;
            }
            let unit = unit(rest, writing);
            match unit.says.filter(|c| c.is_alphanumeric()) {
                Some(letter) => word.push(letter),
                None => {
                    let raw = word_start.len().saturating_sub(rest.len());
                    let raw = word_start.get(..raw).unwrap_or_default();
                    let says_nothing = word.is_empty()
                        || writing.is_json
                            && (is_of_the_form(&word, copy, rest) || self.is_an_action(&word, copy));
                    match says_nothing {
                        true => copy.push_str(raw),
                        false => self.word(&word, raw, copy),
                    }
                    word.clear();
                    copy.push_str(rest.get(..unit.len).unwrap_or_default());
                }
            }
            if unit.len == 0 {
                return;
            }
            rest = rest.get(unit.len..).unwrap_or_default();
        }
    }

    /// Whether a word is the name of an action in a policy, behind the public name of a service: `"connect:ListUsers`.
    fn is_an_action(&self, word: &str, copy: &str) -> bool {
        // No name of a service is longer, and a long text is not looked through for each of its words.
        let near = copy.get(copy.len().saturating_sub(26)..).unwrap_or_default();
        let service = near.strip_suffix(':').and_then(|before| before.rsplit_once('"'));
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && service.is_some_and(|(_, service)| self.public.contains(service))
    }

    /// One whole word, written as `raw`.
    fn word(&mut self, word: &str, raw: &str, copy: &mut String) {
        let key = word.to_lowercase();
        if self.public.contains(key.as_str()) || word.len() == 1 && word.is_ascii() {
            return copy.push_str(raw);
        }
        let number = match self.met.get(&key) {
            Some(number) => *number,
            None => {
                let mut number = self.next;
                // By chance it may spell a public word, or one that stands for another already. Of short words there are few.
                let taken = |name: &String| self.public.contains(name.as_str()) || self.given.contains(name);
                let mut name = shaped(&key, number);
                for _ in 0..64 {
                    if !taken(&name) {
                        break;
                    }
                    number += 1;
                    name = shaped(&key, number);
                }
                self.next = number + 1;
                self.given.insert(name);
                self.met.insert(key, number);
                number
            }
        };
        copy.push_str(&shaped(word, number));
    }
}

/// A word for `number` with the length, the case and the kinds of characters of `word`. Two numbers give words that differ in most
/// places, so that no two of them look like a slip of the pen.
fn shaped(word: &str, number: usize) -> String {
    // An identifier in hexadecimal stays one.
    let letters: &[u8] = match word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        true => b"abcdef",
        false => b"abcdefghijklmnopqrstuvwxyz",
    };
    // The multiplier and the increment of Knuth's MMIX, seeded with the number; the high bits are the good ones.
    let mut state = (number as u64).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut among = |choices: &[u8]| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).unwrap_or_default() % choices.len().max(1);
        choices.get(at).map_or('x', |byte| char::from(*byte))
    };
    let one = |c: char| {
        if c.is_ascii_digit() {
            among(b"0123456789")
        } else if c.is_ascii_alphabetic() {
            let letter = among(letters);
            if c.is_ascii_uppercase() { letter.to_ascii_uppercase() } else { letter }
        } else {
            // A Cyrillic a is as easily mistaken as what it stands for.
            if looks_like_ascii(c).is_some() { '\u{430}' } else { '\u{E9}' }
        }
    };
    word.chars().map(one).collect()
}

/// The next unit; without length at the end.
fn unit(rest: &str, writing: Writing) -> Unit {
    let mut chars = rest.chars();
    let plain = |c: char| Unit { says: Some(c), len: c.len_utf8() };
    match chars.next() {
        None => Unit { says: None, len: 0 },
        Some('&') if writing.references => {
            let end = rest.bytes().take(11).position(|byte| byte == b';');
            match end.and_then(|end| rest.get(..end)) {
                Some(name) => Unit { says: reference(name), len: name.len() + 1 },
                None => plain('&'),
            }
        }
        Some('\\') if writing.is_json => {
            let code = rest.strip_prefix("\\u").and_then(|code| code.get(..4));
            match code.and_then(|code| u32::from_str_radix(code, 16).ok()) {
                // Half of a pair is a letter beyond the basic plane, or nothing.
                Some(code) => Unit { says: Some(char::from_u32(code).unwrap_or('\u{E9}')), len: 6 },
                None => Unit { says: None, len: 1 + chars.next().map_or(0, char::len_utf8) },
            }
        }
        Some('%') => {
            let code = rest.get(1..3).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
            match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
                Some(byte) if byte.is_ascii() => Unit { says: Some(char::from(byte)), len: 3 },
                Some(_) => Unit { says: Some('\u{E9}'), len: 3 },
                None => plain('%'),
            }
        }
        Some(c) => plain(c),
    }
}

/// What a reference stands for. Those to markup characters end a word, as unknown ones do.
fn reference(name: &str) -> Option<char> {
    let code = name.strip_prefix("&#")?;
    let code = match code.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => code.parse(),
    };
    char::from_u32(code.ok()?)
}

/// Whether a word of a JSON text, behind `copy` and before `rest`, says nothing about anybody: the name of a member, which AWS
/// chooses, or a number without quotes, such as a duration.
fn is_of_the_form(word: &str, copy: &str, rest: &str) -> bool {
    let names_a_member = || rest.strip_prefix('"').is_some_and(|after| after.trim_start().starts_with(':'));
    let before = |c: char| c.is_ascii_whitespace() || matches!(c, ':' | '[' | ',');
    let after = |c: char| c.is_ascii_whitespace() || matches!(c, '}' | ']' | ',');
    match copy.ends_with('"') {
        true => names_a_member(),
        false => {
            word.len() <= 6
                && word.bytes().all(|byte| byte.is_ascii_digit())
                && copy.ends_with(before)
                && rest.starts_with(after)
        }
    }
}

/// Length of the instant that `text` starts with, by its looks: `2026-01-15T10:00:00.123Z`.
fn instant(text: &str) -> usize {
    let shape = b"dddd-dd-ddTdd:dd:dd";
    let fits = |(byte, shape): (u8, &u8)| if *shape == b'd' { byte.is_ascii_digit() } else { byte == *shape };
    if text.len() < shape.len() || !text.bytes().zip(shape).all(fits) {
        return 0;
    }
    let rest = text.bytes().skip(shape.len()).take(14);
    shape.len()
        + rest
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b':' | b'+' | b'-' | b'Z'))
            .count()
}

/// Length of the IPv4 address that `text` starts with: its short numbers would be kept one by one.
fn address(text: &str) -> usize {
    let len = text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').take(15).count();
    let candidate = text.get(..len).unwrap_or_default().trim_end_matches('.');
    match candidate.parse::<std::net::Ipv4Addr>() {
        Ok(_) => candidate.len(),
        Err(_) => 0,
    }
}
