//! What people read: words of ours and data of theirs, kept apart.
//!
//! User data is always [`Piece::Code`]; renderers make its control and bidirectional characters visible.

use std::fmt;

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// What stands in the input, or must be typed exactly.
    Code(String),
}

/// A sentence without its final stop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message(pub Vec<Piece>);

/// Data of the input, or text to be typed exactly.
pub fn code(value: impl fmt::Display) -> Piece {
    Piece::Code(value.to_string())
}

/// Joins words and [`code`] into a [`Message`]: `say!["the value is ", code(value), ", not a number"]`.
#[macro_export]
macro_rules! say {
    ($($piece:expr),+ $(,)?) => {
        $crate::lint::Message(vec![$($crate::lint::Piece::from($piece)),+])
    };
}

impl Message {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a piece.
    pub fn and(mut self, piece: impl Into<Piece>) -> Self {
        self.0.push(piece.into());
        self
    }

    /// Adds the pieces of another sentence.
    pub fn then(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }
}

impl From<&str> for Piece {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Piece {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Piece> for Message {
    fn from(piece: Piece) -> Self {
        Self(vec![piece])
    }
}

impl From<&str> for Message {
    fn from(value: &str) -> Self {
        Self(vec![value.into()])
    }
}

/// Code in backticks, as the rules' pages write it.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(text),
            Piece::Code(code) => write!(f, "`{code}`"),
        })
    }
}
