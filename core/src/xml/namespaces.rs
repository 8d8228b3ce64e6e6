//! Which declaration a prefix means, at every element, without walking through all of them.
//!
//! It deliberately knows no URIs: a binding points at the attribute that declares it.

use std::collections::BTreeMap;

/// All bindings of one document by prefix; the default namespace has the empty prefix.
#[derive(Debug, Clone, Default)]
pub(super) struct Namespaces {
    prefixes: BTreeMap<Box<str>, Bindings>,
}

/// The declarations of one prefix in document order.
#[derive(Debug, Clone, Default)]
struct Bindings {
    list: Vec<Binding>,
    /// Index of the one that holds where the builder stands.
    open: Option<usize>,
}

#[derive(Debug, Clone, Copy)]
struct Binding {
    /// The element that carries the declaration, and the attribute.
    node: u32,
    attribute: u32,
    /// Index of the declaration of the same prefix that this one hides.
    outer: Option<usize>,
}

impl Namespaces {
    /// Takes in a declaration while its element is opened. A second one on the same element is a fault: the first holds.
    pub fn open(&mut self, prefix: &str, node: u32, attribute: u32) {
        if !self.prefixes.contains_key(prefix) {
            self.prefixes.insert(prefix.into(), Bindings::default());
        }
        let Some(bindings) = self.prefixes.get_mut(prefix) else { return };
        let outer = bindings.open;
        if outer.and_then(|at| bindings.list.get(at)).is_some_and(|binding| binding.node == node) {
            return;
        }
        bindings.open = Some(bindings.list.len());
        bindings.list.push(Binding { node, attribute, outer });
    }

    /// Ends the declaration of `prefix` that `node` carries.
    pub fn close(&mut self, prefix: &str, node: u32) {
        let Some(bindings) = self.prefixes.get_mut(prefix) else { return };
        if let Some(binding) = bindings.open.and_then(|at| bindings.list.get(at))
            && binding.node == node
        {
            bindings.open = binding.outer;
        }
    }

    /// The attribute that declares the prefix where the builder stands.
    pub fn here(&self, prefix: &str) -> Option<u32> {
        let bindings = self.prefixes.get(prefix)?;
        Some(bindings.list.get(bindings.open?)?.attribute)
    }

    /// The attribute that declares the prefix at `node`; `holds` says whether one element is, or contains, `node`.
    pub fn at(&self, prefix: &str, node: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
        let list = &self.prefixes.get(prefix)?.list;
        // The last one before the node may be closed by then; the one that holds is among those that it hides.
        let mut at = list.partition_point(|binding| binding.node <= node).checked_sub(1)?;
        loop {
            let binding = list.get(at)?;
            if holds(binding.node) {
                return Some(binding.attribute);
            }
            at = binding.outer?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_declarations_hide_outer_ones_until_they_end() {
        // Elements 0 ⊃ { 1 ⊃ 2, 3 }; `p` is declared on 0, 1 and 2.
        let ends = [4, 3, 3, 4];
        let mut namespaces = Namespaces::default();
        for node in 0..3 {
            namespaces.open("p", node, 10 + node);
            namespaces.open("p", node, 99);
        }
        assert_eq!(namespaces.here("p"), Some(12));
        namespaces.close("p", 2);
        namespaces.close("p", 1);
        assert_eq!(namespaces.here("p"), Some(10));
        for (node, attribute) in [(0, 10), (1, 11), (2, 12), (3, 10)] {
            let holds = |outer: u32| outer <= node && node < ends[outer as usize];
            assert_eq!(namespaces.at("p", node, holds), Some(attribute), "{node}");
        }
        assert_eq!(namespaces.here("q"), None);
    }
}
