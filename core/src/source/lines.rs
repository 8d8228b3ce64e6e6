//! Lines and columns of a byte offset, for people and for browsers.

use super::narrow;

/// Where a byte stands. All numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    /// In Unicode code points.
    pub column: u32,
    /// In UTF-16 code units, as browsers and editors count.
    pub column_utf16: u32,
}

/// The line starts of one text. Lines end with `\n`, `\r\n` or `\r`.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
    /// What stands before each block of [`BLOCK`] bytes: messages of one very long line are common, and counting
    /// such a line anew for each place would make a report quadratic.
    blocks: Vec<Count>,
}

/// Bytes of one block.
const BLOCK: usize = 4096;

/// Numbers of characters.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    code_points: u32,
    utf16: u32,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| narrow(at + 1))).collect();
        let mut blocks = vec![Count::default()];
        let mut sum = Count::default();
        for block in bytes.chunks_exact(BLOCK) {
            sum = sum.plus(Count::of(block));
            blocks.push(sum);
        }
        Self { text, starts, blocks }
    }

    /// The characters that start from one byte to another: counted where they are few, else by the blocks.
    fn between(&self, from: usize, to: usize) -> Count {
        if to.saturating_sub(from) <= BLOCK {
            return Count::of(self.text.as_bytes().get(from..to).unwrap_or_default());
        }
        let (from, to) = (self.before(from), self.before(to));
        Count {
            code_points: to.code_points.saturating_sub(from.code_points),
            utf16: to.utf16.saturating_sub(from.utf16),
        }
    }

    /// The characters that start before a byte.
    fn before(&self, at: usize) -> Count {
        let block = at / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..at).unwrap_or_default();
        self.blocks.get(block).copied().unwrap_or_default().plus(Count::of(rest))
    }

    /// The position of a byte offset; one inside a character means that character, one past the end the end.
    pub fn position(&self, offset: u32) -> Position {
        let mut at = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.starts.partition_point(|&start| start as usize <= at);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or(0);
        let before = self.between(start as usize, at);
        Position {
            line: narrow(line),
            column: before.code_points.saturating_add(1),
            column_utf16: before.utf16.saturating_add(1),
        }
    }

    /// The bytes of a line without its end, by its number.
    pub fn line(&self, number: u32) -> &'a str {
        let index = (number as usize).saturating_sub(1);
        let Some(&start) = self.starts.get(index) else { return "" };
        let end = self.starts.get(index + 1).map_or(self.text.len(), |&end| end as usize);
        self.text.get(start as usize..end).unwrap_or_default().trim_end_matches(['\r', '\n'])
    }

    /// Where a line starts, in bytes.
    pub fn start(&self, number: u32) -> u32 {
        self.starts.get((number as usize).saturating_sub(1)).copied().unwrap_or(0)
    }

    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

impl Count {
    /// The characters that start in these bytes of UTF-8; those of four bytes are two units of UTF-16.
    fn of(bytes: &[u8]) -> Self {
        let starts = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let pairs = bytes.iter().filter(|byte| **byte >= 0xF0).count();
        Self { code_points: narrow(starts), utf16: narrow(starts + pairs) }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            code_points: self.code_points.saturating_add(other.code_points),
            utf16: self.utf16.saturating_add(other.utf16),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_and_utf16_units() {
        let lines = Lines::new("a\n\u{1F600}é\rx\r\nlast");
        let at = |offset| {
            let position = lines.position(offset);
            (position.line, position.column, position.column_utf16)
        };
        assert_eq!(at(0), (1, 1, 1));
        assert_eq!(at(2), (2, 1, 1));
        assert_eq!(at(4), (2, 1, 1), "inside a character");
        assert_eq!(at(6), (2, 2, 3));
        assert_eq!(at(9), (3, 1, 1));
        assert_eq!(at(12), (4, 1, 1));
        assert_eq!(at(999), (4, 5, 5));
        assert_eq!(lines.line(2), "\u{1F600}é");
        assert_eq!(lines.line(3), "x");
        assert_eq!(lines.count(), 4);
    }

    #[test]
    fn long_lines_are_counted_in_blocks() {
        let text = format!("first\n{}", "aé\u{1F600}".repeat(3 * BLOCK));
        let lines = Lines::new(&text);
        let counted = |at: usize| {
            let before = text.get("first\n".len()..at).unwrap();
            (2, before.chars().count() as u32 + 1, before.encode_utf16().count() as u32 + 1)
        };
        for at in (6..text.len()).step_by(611).filter(|at| text.is_char_boundary(*at)) {
            let position = lines.position(at as u32);
            assert_eq!((position.line, position.column, position.column_utf16), counted(at), "{at}");
        }
    }
}
