//! Offset maps: runs of equal units that carry a byte range from a decoded text to the encoded one and back.
//!
//! A map of one start per byte is wrong: two neighbouring decoded bytes share a Base64 character. So a run says
//! how many bytes a unit makes and takes, and whether a unit can be split.

use super::{Bytes, narrow};

/// Equal units that stand in a row, until the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Where the run begins in the decoded text.
    pub out: u32,
    /// Where it begins in the encoded text.
    pub src: u32,
    /// Decoded bytes that one unit makes.
    pub made: u16,
    /// Encoded bytes that one unit takes.
    pub from: u16,
    /// Whether a part of a unit has a place of its own (copied text, Base64), or only the whole (`%2B`, `&amp;`).
    pub split: bool,
}

/// From decoded to encoded bytes. Monotone, so it also goes the other way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OffsetMap {
    runs: Vec<Run>,
    /// Decoded bytes that only exist as a whole, with the encoded bytes that they were made of; in order.
    opaque: Vec<(Bytes, Bytes)>,
    out_len: u32,
    src_len: u32,
}

/// Makes an [`OffsetMap`] from left to right.
#[derive(Debug, Clone, Default)]
pub struct MapBuilder {
    map: OffsetMap,
}

impl MapBuilder {
    pub fn new() -> Self {
        Self::default()
    }

    /// `bytes` bytes that stand in both as they are.
    pub fn copy(&mut self, bytes: usize) {
        self.units(1, 1, bytes, true);
    }

    /// `count` units in a row, each taking `from` encoded bytes and making `made` decoded ones.
    pub fn units(&mut self, made: u16, from: u16, count: usize, split: bool) {
        if count == 0 {
            return;
        }
        if made == 0 {
            return self.skip(usize::from(from).saturating_mul(count));
        }
        let run = Run { out: self.map.out_len, src: self.map.src_len, made, from, split };
        let joins = self.map.runs.last().is_some_and(|last| {
            let units = (run.out - last.out) / u32::from(last.made.max(1));
            (last.made, last.from, last.split) == (made, from, split)
                && last.src.saturating_add(units.saturating_mul(u32::from(from))) == run.src
        });
        if !joins {
            self.map.runs.push(run);
        }
        self.map.out_len = self.map.out_len.saturating_add(narrow(count.saturating_mul(made.into())));
        self.map.src_len = self.map.src_len.saturating_add(narrow(count.saturating_mul(from.into())));
    }

    /// Encoded bytes that made nothing: white space in Base64, a soft line break.
    pub fn skip(&mut self, bytes: usize) {
        self.map.src_len = self.map.src_len.saturating_add(narrow(bytes));
    }

    /// `made` decoded bytes of which only the whole has a place: they were decrypted from `src`.
    pub fn opaque(&mut self, made: usize, src: Bytes) {
        let start = self.map.out_len;
        self.units(1, 0, made, false);
        self.map.opaque.push((Bytes { start, end: self.map.out_len }, src));
    }

    pub fn finish(self) -> OffsetMap {
        self.map
    }
}

impl OffsetMap {
    /// A map of `len` bytes onto themselves.
    pub fn identity(len: usize) -> Self {
        let mut builder = MapBuilder::new();
        builder.copy(len);
        builder.finish()
    }

    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Length of the decoded text, in bytes.
    pub fn out_len(&self) -> u32 {
        self.out_len
    }

    /// Length of the encoded text, in bytes.
    pub fn src_len(&self) -> u32 {
        self.src_len
    }

    /// The encoded bytes that made the decoded ones, and whether they made nothing else.
    pub fn outward(&self, bytes: Bytes) -> (Bytes, bool) {
        if bytes.is_empty() {
            let (start, exact) = self.start_of(bytes.start);
            return (Bytes { start, end: start }, exact);
        }
        let (start, exact_start) = self.start_of(bytes.start);
        let (end, exact_end) = self.end_of(bytes.end);
        (Bytes { start, end: end.max(start) }, exact_start && exact_end)
    }

    /// The decoded bytes that the encoded ones made.
    pub fn inward(&self, bytes: Bytes) -> Bytes {
        let start = self.made_from(bytes.start, Edge::Start);
        let end = if bytes.is_empty() { start } else { self.made_from(bytes.end, Edge::End) };
        Bytes { start, end: end.max(start) }
    }

    /// The encoded bytes of the opaque part that these decoded ones reach into.
    pub fn whole_of(&self, bytes: Bytes) -> Option<Bytes> {
        let after = self.opaque.partition_point(|(made, _)| made.end <= bytes.start);
        let (made, src) = self.opaque.get(after)?;
        let reaches = made.start < bytes.end || bytes.is_empty() && made.start <= bytes.start;
        reaches.then_some(*src)
    }

    fn run_of(&self, out: u32) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.out <= out);
        self.runs.get(after.checked_sub(1)?).copied()
    }

    fn start_of(&self, out: u32) -> (u32, bool) {
        if out >= self.out_len {
            return (self.end_of(self.out_len).0, true);
        }
        let Some(run) = self.run_of(out) else { return (0, true) };
        let (made, from) = (u32::from(run.made.max(1)), u32::from(run.from));
        let (unit, rest) = ((out - run.out) / made, (out - run.out) % made);
        let part = if run.split { rest * from / made } else { 0 };
        let exact = rest == 0 || run.split && (rest * from) % made == 0;
        (run.src.saturating_add(unit.saturating_mul(from)).saturating_add(part), exact)
    }

    fn end_of(&self, out: u32) -> (u32, bool) {
        let Some(last) = out.min(self.out_len).checked_sub(1) else { return (0, true) };
        let Some(run) = self.run_of(last) else { return (0, true) };
        let (made, from) = (u32::from(run.made.max(1)), u32::from(run.from));
        let (unit, upto) = ((last - run.out) / made, (last - run.out) % made + 1);
        let part = if run.split { (upto * from).div_ceil(made) } else { from };
        let exact = upto == made || run.split && (upto * from) % made == 0;
        (run.src.saturating_add(unit.saturating_mul(from)).saturating_add(part), exact)
    }

    fn made_from(&self, src: u32, edge: Edge) -> u32 {
        let after = self.runs.partition_point(|run| match edge {
            Edge::Start => run.src <= src,
            Edge::End => run.src < src,
        });
        let Some(run) = after.checked_sub(1).and_then(|at| self.runs.get(at)) else { return 0 };
        let next = self.runs.get(after).map_or(self.out_len, |next| next.out);
        let (made, from) = (u32::from(run.made.max(1)), u32::from(run.from.max(1)));
        let (unit, rest) = (src.saturating_sub(run.src) / from, src.saturating_sub(run.src) % from);
        let part = match (rest, edge) {
            (0, _) => 0,
            (_, Edge::Start) if run.split => rest * made / from,
            (_, Edge::Start) => 0,
            (_, Edge::End) if run.split => (rest * made).div_ceil(from),
            (_, Edge::End) => made,
        };
        run.out.saturating_add(unit.saturating_mul(made)).saturating_add(part).min(next)
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn map(units: &[(u16, u16, usize, bool)]) -> OffsetMap {
        let mut builder = MapBuilder::new();
        for &(made, from, count, split) in units {
            builder.units(made, from, count, split);
        }
        builder.finish()
    }

    fn outward(map: &OffsetMap, start: u32, end: u32) -> (u32, u32, bool) {
        let (bytes, exact) = map.outward(Bytes { start, end });
        (bytes.start, bytes.end, exact)
    }

    #[test]
    fn neighbouring_bytes_share_a_base64_character() {
        let map = map(&[(3, 4, 10, true)]);
        assert_eq!(outward(&map, 0, 3), (0, 4, true));
        assert_eq!(outward(&map, 0, 1), (0, 2, false));
        assert_eq!(outward(&map, 1, 2), (1, 3, false));
        assert_eq!(outward(&map, 3, 6), (4, 8, true));
    }

    #[test]
    fn an_escape_is_meant_as_a_whole() {
        let map = map(&[(1, 1, 4, true), (1, 3, 1, false), (1, 1, 4, true)]);
        assert_eq!(outward(&map, 4, 5), (4, 7, true));
        assert_eq!(outward(&map, 3, 6), (3, 8, true));
        assert_eq!(map.inward(Bytes { start: 5, end: 6 }), Bytes { start: 4, end: 5 });
    }

    #[test]
    fn skipped_bytes_belong_to_nobody() {
        let mut builder = MapBuilder::new();
        builder.copy(4);
        builder.skip(2);
        builder.copy(4);
        let map = builder.finish();
        assert_eq!(outward(&map, 3, 4), (3, 4, true));
        assert_eq!(outward(&map, 4, 5), (6, 7, true));
        assert_eq!(outward(&map, 3, 5), (3, 7, true));
        assert_eq!(map.inward(Bytes { start: 4, end: 6 }), Bytes { start: 4, end: 4 });
    }

    proptest! {
        #[test]
        fn outward_and_inward_agree(units in proptest::collection::vec((1u16..4, 1u16..7, 1usize..5, any::<bool>()), 1..12), a in 0u32..60, b in 0u32..60) {
            let map = map(&units);
            let (start, end) = (a.min(b).min(map.out_len()), a.max(b).min(map.out_len()));
            let inner = Bytes { start, end };
            let (outer, _) = map.outward(inner);
            prop_assert!(outer.end <= map.src_len());
            if !inner.is_empty() {
                prop_assert!(map.inward(outer).contains(inner), "{inner:?} -> {outer:?} -> {:?}", map.inward(outer));
            }
        }

        #[test]
        fn maps_are_monotone(units in proptest::collection::vec((1u16..4, 1u16..7, 1usize..5, any::<bool>()), 1..12)) {
            let map = map(&units);
            let mut last = 0;
            for out in 0..map.out_len() {
                let (bytes, _) = map.outward(Bytes { start: out, end: out + 1 });
                prop_assert!(bytes.start >= last && bytes.end > bytes.start);
                last = bytes.start;
            }
        }
    }
}
