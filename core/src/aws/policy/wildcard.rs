//! Patterns of characters, `*` and `?`, and whether a text fits one.
//!
//! It deliberately goes back to the last `*` only, so that no pattern takes more than its length times the text's; what
//! exceeds the fuel is unknown.

use super::fuel::Fuel;
use super::truth::Truth;

/// `*` is any number of characters, `?` exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    One(char),
    AnyOne,
    AnyMany,
}

/// Reads `*` and `?` as wildcards.
pub(super) fn pattern(text: &str) -> Vec<Token> {
    text.chars().map(token).collect()
}

pub(super) fn token(c: char) -> Token {
    match c {
        '*' => Token::AnyMany,
        '?' => Token::AnyOne,
        c => Token::One(c),
    }
}

/// Whether the whole text fits the pattern.
pub(super) fn fits(pattern: &[Token], text: &str, fuel: &mut Fuel) -> Truth {
    let mut rest_of_pattern = pattern;
    let mut rest = text.chars();
    // After the last `*`: the pattern behind it, and the text from where it may begin.
    let mut again: Option<(&[Token], std::str::Chars<'_>)> = None;
    loop {
        if !fuel.take(1) {
            return Truth::Unknown;
        }
        if let [Token::AnyMany, behind @ ..] = rest_of_pattern {
            again = Some((behind, rest.clone()));
            rest_of_pattern = behind;
            continue;
        }
        let mut ahead = rest.clone();
        let next = ahead.next();
        let step = match (rest_of_pattern, next) {
            ([], None) => return Truth::True,
            ([Token::AnyOne, behind @ ..], Some(_)) => Some(behind),
            ([Token::One(wanted), behind @ ..], Some(found)) if *wanted == found => Some(behind),
            _ => None,
        };
        if let Some(behind) = step {
            rest_of_pattern = behind;
            rest = ahead;
            continue;
        }
        // The last `*` takes one more character; without one, or at the end of the text, nothing fits.
        let Some((behind, from)) = &mut again else { return Truth::False };
        if from.next().is_none() {
            return Truth::False;
        }
        rest_of_pattern = behind;
        rest = from.clone();
    }
}

/// The same for an ARN: its first five parts and the rest each fit for themselves, so that no `*` spans a colon between
/// them. `None` where the pattern has fewer than six parts.
pub(super) fn fits_arn(pattern: &[Token], text: &str, fuel: &mut Fuel) -> Option<Truth> {
    let parts: Vec<&[Token]> = pattern.splitn(6, |token| *token == Token::One(':')).collect();
    if parts.len() < 6 {
        return None;
    }
    let found: Vec<&str> = text.splitn(6, ':').collect();
    if found.len() < 6 {
        return Some(Truth::False);
    }
    Some(Truth::all(parts.into_iter().zip(found).map(|(part, text)| fits(part, text, fuel))))
}
