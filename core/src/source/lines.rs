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
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| narrow(at + 1))).collect();
        Self { text, starts }
    }

    /// The position of a byte offset; one inside a character means that character, one past the end the end.
    pub fn position(&self, offset: u32) -> Position {
        let mut at = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.starts.partition_point(|&start| start as usize <= at);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or(0);
        let before = self.text.get(start as usize..at).unwrap_or_default();
        Position {
            line: narrow(line),
            column: narrow(before.chars().count() + 1),
            column_utf16: narrow(before.encode_utf16().count() + 1),
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
}
