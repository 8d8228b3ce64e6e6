//! How much comparing one evaluation may do.
//!
//! It deliberately counts steps and no time. Policies that IAM takes (at most 10,240 characters on a role) come nowhere
//! near the end; what is left undone is unknown.

pub(super) struct Fuel(u64);

impl Fuel {
    pub(super) fn new() -> Self {
        Self(40_000_000)
    }

    /// Whether there was enough. Once empty, it stays so.
    pub(super) fn take(&mut self, steps: usize) -> bool {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX).max(1);
        match self.0.checked_sub(steps) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => {
                self.0 = 0;
                false
            }
        }
    }

    /// Whether nothing more will be compared.
    pub(super) fn is_empty(&self) -> bool {
        self.0 == 0
    }
}
