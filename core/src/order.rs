//! Sorting, and filling ordered sets and maps, with one routine for the whole program.
//!
//! It deliberately is not the standard library's: each type that is sorted with that, or collected into an ordered set
//! or map, brings four kilobytes of its own into the page.

use std::cmp::Ordering;

/// Sorts by the key, which is asked for once an item; what has equal keys keeps its order.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [usize; 2]) {
    let keys: Vec<[usize; 2]> = items.iter().map(key).collect();
    let places = sorted(items.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    put(items, &places);
}

/// Sorts as `compare` says; what is equal keeps its order.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    });
    put(items, &places);
}

/// Keeps of equal items the first, where it stands.
pub fn each_once<T: Ord>(items: &mut Vec<T>) {
    let places = sorted(items.len(), &|a, b| items.get(a).cmp(&items.get(b)));
    let mut repeats = vec![false; items.len()];
    for pair in places.windows(2) {
        let &[a, b] = pair else { continue };
        if let (Some(repeats), true) = (repeats.get_mut(b), items.get(a) == items.get(b)) {
            *repeats = true;
        }
    }
    let mut repeats = repeats.into_iter();
    items.retain(|_| repeats.next() == Some(false));
}

/// Collects into an ordered set or map one by one; of equal keys a map keeps the last value.
pub trait Gather: Iterator + Sized {
    fn gathered<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Gather for I {}

/// The places of so many items, in their order.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    // No two places are equal, so the result does not depend on how it is sorted.
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    places
}

fn put<T>(items: &mut Vec<T>, places: &[usize]) {
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(places.iter().filter_map(|place| taken.get_mut(*place)?.take()));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Gather as _;

    proptest! {
        #[test]
        fn of_equal_items_the_first_is_kept(items in prop::collection::vec(0u8..9, 0..40)) {
            let mut expected: Vec<u8> = Vec::new();
            items.iter().for_each(|item| if !expected.contains(item) { expected.push(*item) });
            let mut kept = items;
            super::each_once(&mut kept);
            prop_assert_eq!(kept, expected);
        }

        #[test]
        fn it_sorts_as_the_standard_library_does(items in prop::collection::vec((0usize..4, 0usize..4, any::<u8>()), 0..40)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| [item.0, item.1]);
            let mut sorted = items.clone();
            super::by_key(&mut sorted, |item| [item.0, item.1]);
            prop_assert_eq!(&sorted, &expected);
            let mut sorted = items;
            super::by(&mut sorted, |a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
            prop_assert_eq!(sorted, expected);
        }

        #[test]
        fn it_gathers_as_the_standard_library_collects(items in prop::collection::vec((0u8..9, any::<u8>()), 0..40)) {
            let expected: BTreeMap<u8, u8> = items.iter().copied().collect();
            prop_assert_eq!(items.into_iter().gathered::<BTreeMap<_, _>>(), expected);
        }
    }
}
