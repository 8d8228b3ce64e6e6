//! Variables in the values of a policy: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters
//! themselves (IAM User Guide, "IAM policy elements: Variables and tags").
//!
//! It deliberately does not decide where variables are allowed; callers say so.

use super::context::{Context, Found};
use super::wildcard::{Token, token};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Resolved {
    /// The value as a pattern. Two, where a value that was put in holds a `*` or `?`: it is not documented whether these
    /// are wildcards then.
    Patterns(Vec<Vec<Token>>),
    /// A variable has no value: nothing equals it or is like it.
    NoValue,
    /// A variable's value cannot be seen, or the variable is badly written.
    Unknown,
}

/// What `*`, `?` and `${…}` mean in a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'c> {
    pub wildcards: bool,
    /// Where the variables' values come from; `None` where `${…}` stands for itself.
    pub variables: Option<&'c Context>,
}

pub(super) fn resolve(text: &str, reading: Reading<'_>) -> Resolved {
    let plain = |c| if reading.wildcards { token(c) } else { Token::One(c) };
    let (mut literal, mut active) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(context) = reading.variables
        && let Some((before, after)) = rest.split_once("${")
    {
        let Some((inner, behind)) = after.split_once('}') else { return Resolved::Unknown };
        literal.extend(before.chars().map(plain));
        active.extend(before.chars().map(plain));
        let value = match value(inner, context) {
            Ok(value) => value,
            Err(why) => return why,
        };
        literal.extend(value.text.chars().map(Token::One));
        let special = |c| if value.is_character { Token::One(c) } else { plain(c) };
        active.extend(value.text.chars().map(special));
        rest = behind;
    }
    literal.extend(rest.chars().map(plain));
    active.extend(rest.chars().map(plain));
    if literal == active {
        Resolved::Patterns(vec![literal])
    } else {
        Resolved::Patterns(vec![literal, active])
    }
}

struct Put<'v> {
    text: &'v str,
    /// One of the three characters that mean themselves.
    is_character: bool,
}

fn value<'v>(inner: &'v str, context: &'v Context) -> Result<Put<'v>, Resolved> {
    if matches!(inner, "*" | "?" | "$") {
        return Ok(Put { text: inner, is_character: true });
    }
    let (key, default) = match inner.split_once(',') {
        None => (inner.trim(), None),
        Some((key, default)) => {
            let quoted = default.trim().strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
            (key.trim(), Some(quoted.ok_or(Resolved::Unknown)?))
        }
    };
    if key.is_empty() {
        return Err(Resolved::Unknown);
    }
    match (context.find(key), default) {
        (Found::Values(values), _) if values.len() == 1 => {
            let text = values.first().map(|value| value.text.as_str()).unwrap_or_default();
            Ok(Put { text, is_character: false })
        }
        (Found::Absent(_), Some(text)) => Ok(Put { text, is_character: false }),
        (Found::Absent(_), None) => Err(Resolved::NoValue),
        // What a key with several values puts in is not documented.
        (Found::Values(_) | Found::OneOf(_) | Found::Unknown(_), _) => Err(Resolved::Unknown),
    }
}
