//! The reader: one pass, one explicit stack, no recursion.
//!
//! It deliberately goes on after a fault: who debugs a policy wants to see the rest of it.

use super::number::is_number;
use super::{FaultKind, Json, Kind, Node};
use crate::limits::Limits;
use crate::source::{Span, narrow};

/// Reads one value that starts at or after `from`, and the white space behind it.
pub(super) fn read<'t>(text: &'t str, at: Span, from: usize, limits: &Limits) -> Json<'t> {
    let json = Json::empty(text, at);
    let mut reader = Reader { bytes: text.as_bytes(), pos: from, json, open: Vec::new(), limits };
    reader.document();
    let mut json = reader.json;
    json.end = narrow(reader.pos.min(text.len()));
    json
}

struct Reader<'t, 'l> {
    bytes: &'t [u8],
    pos: usize,
    json: Json<'t>,
    /// Containers around the position: their nodes.
    open: Vec<usize>,
    limits: &'l Limits,
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    /// A value or the end, right after an opening bracket (`first`) or a comma.
    Item {
        first: bool,
    },
    Key {
        first: bool,
    },
    Comma,
}

impl Reader<'_, '_> {
    fn document(&mut self) {
        self.blank();
        if self.peek().is_none() {
            return self.fault(FaultKind::Empty, self.pos, self.pos);
        }
        let mut next = Next::Value;
        loop {
            self.blank();
            if self.json.nodes.len() >= self.limits.json_nodes {
                self.fault(FaultKind::Nodes, self.pos, self.pos);
                return self.close_all();
            }
            if !self.json.nodes.is_empty() && self.open.is_empty() {
                return;
            }
            let Some(byte) = self.peek() else {
                self.missing_value(next);
                self.fault(FaultKind::Unclosed, self.pos, self.pos);
                return self.close_all();
            };
            next = match (next, byte) {
                (Next::Comma, b',') => {
                    self.pos += 1;
                    self.after_comma()
                }
                (_, b'}' | b']') => {
                    self.missing_value(next);
                    if matches!(next, Next::Item { first: false } | Next::Key { first: false }) {
                        self.fault(FaultKind::TrailingComma, self.pos, self.pos);
                    }
                    self.close(byte);
                    Next::Comma
                }
                (Next::Value | Next::Item { .. }, b',') => {
                    self.fault(FaultKind::MissingValue, self.pos, self.pos);
                    self.missing_value(next);
                    self.pos += 1;
                    self.after_comma()
                }
                (Next::Key { .. }, _) => self.key(byte),
                (
                    Next::Comma,
                    b'"' | b'\'' | b'{' | b'[' | b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z',
                ) => {
                    self.fault(FaultKind::MissingComma, self.pos, self.pos);
                    self.after_comma()
                }
                (Next::Comma, _) => self.unexpected(next),
                (Next::Value | Next::Item { .. }, b'{' | b'[') => {
                    if self.open.len() >= self.limits.json_depth {
                        self.fault(FaultKind::Depth, self.pos, self.pos);
                        return self.close_all();
                    }
                    self.open(byte)
                }
                (Next::Value | Next::Item { .. }, _) => self.scalar(byte, next),
            };
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.pos).copied()
    }

    /// White space and comments.
    fn blank(&mut self) {
        loop {
            let rest = self.bytes.get(self.pos..).unwrap_or_default();
            let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            self.pos += blanks;
            let rest = rest.get(blanks..).unwrap_or_default();
            let len = match rest {
                [b'/', b'/', ..] | [b'#', ..] => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
                [b'/', b'*', ..] => memchr::memmem::find(rest, b"*/").map_or(rest.len(), |at| at + 2),
                [0xEF, 0xBB, 0xBF, ..] if self.pos == 0 => {
                    self.pos += 3;
                    continue;
                }
                _ => return,
            };
            self.fault(FaultKind::Comment, self.pos, self.pos + len);
            self.pos += len;
        }
    }

    fn after_comma(&self) -> Next {
        if self.in_object() { Next::Key { first: false } } else { Next::Item { first: false } }
    }

    fn in_object(&self) -> bool {
        self.open.last().and_then(|&at| self.json.nodes.get(at)).is_some_and(|node| node.kind == Kind::Object)
    }

    fn open(&mut self, byte: u8) -> Next {
        self.open.push(self.json.nodes.len());
        let kind = if byte == b'{' { Kind::Object } else { Kind::Array };
        self.push(kind, self.pos, self.pos + 1);
        self.pos += 1;
        if kind == Kind::Object { Next::Key { first: true } } else { Next::Item { first: true } }
    }

    fn close(&mut self, byte: u8) {
        if self.in_object() != (byte == b'}') {
            self.fault(FaultKind::Mismatched, self.pos, self.pos + 1);
        }
        self.pos += 1;
        self.close_one();
    }

    fn close_one(&mut self) {
        let after = narrow(self.json.nodes.len());
        if let Some(node) = self.open.pop().and_then(|at| self.json.nodes.get_mut(at)) {
            node.end = narrow(self.pos);
            node.next = after;
        }
    }

    fn close_all(&mut self) {
        while !self.open.is_empty() {
            self.close_one();
        }
    }

    /// A name without a value gets `null`, so that names and values keep alternating.
    fn missing_value(&mut self, next: Next) {
        if next == Next::Value && !self.open.is_empty() {
            if self.peek() != Some(b',') {
                self.fault(FaultKind::MissingValue, self.pos, self.pos);
            }
            self.push(Kind::Null, self.pos, self.pos);
        }
    }

    fn key(&mut self, byte: u8) -> Next {
        match byte {
            b'"' | b'\'' => self.string(byte),
            byte if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') => {
                let len = self.word();
                self.fault(FaultKind::UnquotedKey, self.pos, self.pos + len);
                self.push(Kind::String, self.pos, self.pos + len);
                self.pos += len;
            }
            _ => return self.unexpected(Next::Key { first: false }),
        }
        self.blank();
        match self.peek() {
            Some(b':') => self.pos += 1,
            _ => self.fault(FaultKind::MissingColon, self.pos, self.pos),
        }
        Next::Value
    }

    fn scalar(&mut self, byte: u8, next: Next) -> Next {
        match byte {
            b'"' | b'\'' => self.string(byte),
            b'-' | b'0'..=b'9' => {
                let rest = self.bytes.get(self.pos..).unwrap_or_default();
                let len = rest
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
                    .count();
                if !is_number(rest.get(..len).unwrap_or_default()) {
                    self.fault(FaultKind::BadNumber, self.pos, self.pos + len);
                }
                self.push(Kind::Number, self.pos, self.pos + len);
                self.pos += len;
            }
            byte if byte.is_ascii_alphabetic() => {
                let len = self.word();
                let word = self.bytes.get(self.pos..self.pos + len).unwrap_or_default();
                let kind = match word {
                    b"true" | b"false" => Kind::Bool,
                    b"null" => Kind::Null,
                    _ => {
                        self.fault(FaultKind::BadLiteral, self.pos, self.pos + len);
                        if matches!(word, b"True" | b"False") { Kind::Bool } else { Kind::Null }
                    }
                };
                self.push(kind, self.pos, self.pos + len);
                self.pos += len;
            }
            _ => return self.unexpected(next),
        }
        Next::Comma
    }

    fn word(&self) -> usize {
        let rest = self.bytes.get(self.pos..).unwrap_or_default();
        rest.iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-' | b'.'))
            .count()
    }

    fn string(&mut self, quote: u8) {
        let start = self.pos + 1;
        if quote == b'\'' {
            self.fault(FaultKind::SingleQuotes, self.pos, start);
        }
        let mut at = start;
        let mut escaped = false;
        let end = loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            match memchr::memchr2(quote, b'\\', rest) {
                None => {
                    self.fault(FaultKind::Unclosed, self.pos, self.bytes.len());
                    break self.bytes.len();
                }
                Some(found) if rest.get(found) == Some(&b'\\') => {
                    escaped = true;
                    at += found + 2;
                }
                Some(found) => break at + found,
            }
        };
        let content = self.bytes.get(start..end).unwrap_or_default();
        if content.iter().fold(false, |any, &byte| any | (byte < 0x20)) {
            let place = content.iter().position(|&byte| byte < 0x20).unwrap_or_default();
            self.fault(FaultKind::ControlCharacter, start + place, start + place + 1);
        }
        let closed = end < self.bytes.len();
        self.push(Kind::String, start, end);
        if let Some(node) = self.json.nodes.last_mut() {
            (node.escaped, node.quoted) = (escaped, true);
        }
        self.pos = end + usize::from(closed);
    }

    /// Skips what fits nowhere, up to the next character that could begin or end something.
    fn unexpected(&mut self, next: Next) -> Next {
        let rest = self.bytes.get(self.pos + 1..).unwrap_or_default();
        let structural = |byte: &u8| matches!(byte, b'"' | b'{' | b'}' | b'[' | b']' | b',' | b' ' | b'\n');
        let end = self.pos + 1 + rest.iter().position(structural).unwrap_or(rest.len());
        self.fault(FaultKind::Unexpected, self.pos, end);
        self.pos = end;
        next
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        let next = narrow(self.json.nodes.len() + 1);
        let node = Node { start: narrow(start), end: narrow(end), next, kind, escaped: false, quoted: false };
        self.json.nodes.push(node);
    }

    fn fault(&mut self, kind: FaultKind, start: usize, end: usize) {
        self.json.fault(kind, start, end, self.limits);
    }
}
