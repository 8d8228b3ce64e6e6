//! What every decoder writes to: bytes, the map and the repairs, within the budgets.
//!
//! It deliberately knows no format.

use super::{Decoded, Repair, RepairKind};
use crate::limits::Limits;
use crate::source::{Bytes, MapBuilder};

/// A decoder's output while it grows.
pub(crate) struct Output {
    bytes: Vec<u8>,
    map: Option<MapBuilder>,
    /// An upper bound of the runs so far, and the budget.
    runs: usize,
    most_runs: usize,
    last: (u16, u16, bool),
    repairs: Vec<Repair>,
    most_repairs: usize,
}

impl Output {
    pub(crate) fn new(capacity: usize, limits: &Limits) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
            map: Some(MapBuilder::new()),
            runs: 0,
            most_runs: limits.map_runs,
            last: (0, 0, false),
            repairs: Vec::new(),
            most_repairs: limits.problems,
        }
    }

    /// Bytes that stand in the input as they are.
    pub(crate) fn copy(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.bytes.extend_from_slice(bytes);
            self.units(1, 1, bytes.len(), true);
        }
    }

    /// Bytes that `from` input bytes make only together.
    pub(crate) fn unit(&mut self, made: &[u8], from: usize) {
        self.bytes.extend_from_slice(made);
        let width = u16::try_from(from).unwrap_or(u16::MAX);
        self.units(u16::try_from(made.len()).unwrap_or(u16::MAX), width, 1, false);
        self.skip(from.saturating_sub(width.into()));
    }

    /// Bytes of which each has a proportional part of `from` input bytes.
    pub(crate) fn shared(&mut self, made: &[u8], from: u16) {
        self.bytes.extend_from_slice(made);
        self.units(u16::try_from(made.len()).unwrap_or(u16::MAX), from, 1, true);
    }

    /// What another decoder made of a part of the input that starts at `offset`.
    pub(crate) fn append(&mut self, decoded: Decoded, offset: usize) {
        self.bytes.extend_from_slice(&decoded.bytes);
        for repair in decoded.repairs {
            self.repair(repair.kind, offset + repair.at.start as usize, offset + repair.at.end as usize);
        }
        let Some(inner) = decoded.map else {
            self.map = None;
            return;
        };
        let mut src = 0;
        for (index, run) in inner.runs().iter().enumerate() {
            let end = inner.runs().get(index + 1).map_or(inner.out_len(), |next| next.out);
            self.skip(run.src.saturating_sub(src) as usize);
            let count = end.saturating_sub(run.out) / u32::from(run.made.max(1));
            self.units(run.made, run.from, count as usize, run.split);
            src = run.src.saturating_add(count.saturating_mul(run.from.into()));
        }
        self.skip(inner.src_len().saturating_sub(src) as usize);
    }

    /// Whether what was made so far starts so.
    pub(crate) fn starts_with(&self, bytes: &[u8]) -> bool {
        self.bytes.starts_with(bytes)
    }

    /// Input bytes that made nothing.
    pub(crate) fn skip(&mut self, bytes: usize) {
        if bytes > 0 {
            self.last = (0, 0, false);
            if let Some(map) = &mut self.map {
                map.skip(bytes);
            }
        }
    }

    /// One more forgiveness, at input bytes `start..end`; equal ones are joined.
    pub(crate) fn repair(&mut self, kind: RepairKind, start: usize, end: usize) {
        if let Some(known) = self.repairs.iter_mut().find(|repair| repair.kind == kind) {
            known.count = known.count.saturating_add(1);
        } else if self.repairs.len() < self.most_repairs {
            self.repairs.push(Repair { kind, at: Bytes::new(start, end), count: 1 });
        }
    }

    pub(crate) fn finish(self) -> Decoded {
        Decoded { bytes: self.bytes, map: self.map.map(MapBuilder::finish), repairs: self.repairs }
    }

    fn units(&mut self, made: u16, from: u16, count: usize, split: bool) {
        if self.last != (made, from, split) {
            self.last = (made, from, split);
            self.runs = self.runs.saturating_add(1);
            if self.runs > self.most_runs {
                self.map = None;
            }
        }
        if let Some(map) = &mut self.map {
            map.units(made, from, count, split);
        }
    }
}
