//! Nodes that a document holds once more: what an alias of YAML names, and what a merge key adds.
//!
//! It deliberately copies them, so that readers of the tree need not know of it; what that costs is counted.

use std::collections::BTreeSet;

use super::Builder;
use crate::json::{FaultKind, Json, Kind, Value};
use crate::source::narrow;

impl Builder<'_, '_> {
    /// What an earlier node holds, once more, with its places. Beyond a budget it is `null`, and a fault says so.
    pub(crate) fn repeat(&mut self, node: usize, pos: usize) {
        let value = Value { json: &self.json, at: narrow(node) };
        let nodes = (value.next() as usize).saturating_sub(node);
        let kind = if !self.spend(nodes) {
            FaultKind::Nodes
        } else if self.open.len().saturating_add(self.depth(node)) > self.limits.json_depth {
            FaultKind::Depth
        } else {
            let part = self.json.subtree(Value { json: &self.json, at: narrow(node) });
            if self.spend(part.made.iter().map(|(_, text)| text.value.len()).sum()) {
                return self.append(part);
            }
            FaultKind::Nodes
        };
        if !self.json.has(kind) {
            self.fault(kind, pos, pos);
        }
        self.scalar(Kind::Null, pos, pos);
    }

    /// Adds the members of earlier objects to the innermost object, but for those whose names it has.
    pub(crate) fn merge(&mut self, objects: &[usize], pos: usize) {
        let Some(at) = self.innermost() else { return };
        let after = narrow(self.json.nodes.len());
        if let Some(node) = self.json.nodes.get_mut(at) {
            node.next = after;
        }
        let entries = |json: &Json<'_>, at: usize| -> Vec<(String, u32, u32)> {
            let object = Value { json, at: narrow(at) };
            object.entries().map(|(name, value)| (name.text().value, name.at, value.at)).collect()
        };
        let own = entries(&self.json, at).into_iter().map(|(name, ..)| name);
        let mut names: BTreeSet<String> = own.collect();
        for object in objects {
            let members = entries(&self.json, *object);
            if !self.spend(members.iter().map(|(name, ..)| name.len().saturating_add(1)).sum()) {
                self.fault(FaultKind::Nodes, pos, pos);
                return;
            }
            for (name, name_at, value_at) in members {
                if names.insert(name) {
                    self.repeat(name_at as usize, pos);
                    self.repeat(value_at as usize, pos);
                }
            }
        }
    }

    /// Takes from what repetitions may cost. It grows with the text alone, so that repetitions of repetitions do not pay.
    fn spend(&mut self, cost: usize) -> bool {
        let most =
            self.json.text.len().saturating_mul(16).saturating_add(1 << 16).min(self.limits.json_nodes);
        self.repeated = self.repeated.saturating_add(cost);
        self.repeated <= most && self.json.nodes.len().saturating_add(cost) <= self.limits.json_nodes
    }

    /// How deep arrays and objects are nested in a node.
    fn depth(&self, node: usize) -> usize {
        let end = self.json.nodes.get(node).map_or(0, |node| node.next as usize);
        let mut ends: Vec<u32> = Vec::new();
        let mut deepest = 0usize;
        for (at, node) in self.json.nodes.iter().enumerate().take(end).skip(node) {
            while ends.last().is_some_and(|end| *end as usize <= at) {
                ends.pop();
            }
            if matches!(node.kind, Kind::Array | Kind::Object) {
                ends.push(node.next);
                deepest = deepest.max(ends.len());
            }
        }
        deepest
    }
}
