//! Which namespaces the elements written so far have declared.
//!
//! It deliberately holds one state and a list of what to undo, so that a deep document costs no more than a flat one.

use std::collections::BTreeMap;

/// By prefix: the name that the nearest written element gave it. What has none was not declared or was taken back.
#[derive(Debug, Default)]
pub(super) struct Scope<'a> {
    shown: BTreeMap<&'a str, &'a str>,
    undo: Vec<(&'a str, Option<&'a str>)>,
}

impl<'a> Scope<'a> {
    pub fn get(&self, prefix: &str) -> Option<&'a str> {
        self.shown.get(prefix).copied()
    }

    pub fn set(&mut self, prefix: &'a str, name: Option<&'a str>) {
        let before = match name {
            Some(name) => self.shown.insert(prefix, name),
            None => self.shown.remove(prefix),
        };
        if before != name {
            self.undo.push((prefix, before));
        }
    }

    /// The state now, for [`Scope::back`].
    pub fn mark(&self) -> usize {
        self.undo.len()
    }

    pub fn back(&mut self, mark: usize) {
        while self.undo.len() > mark {
            match self.undo.pop() {
                Some((prefix, Some(name))) => self.shown.insert(prefix, name),
                Some((prefix, None)) => self.shown.remove(prefix),
                None => return,
            };
        }
    }
}
