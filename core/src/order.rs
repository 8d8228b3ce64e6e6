//! Sorting by one or two numbers, with one routine for the whole program.
//!
//! It deliberately is not the standard library's: each type that is sorted with that brings four kilobytes of its own
//! into the page.

/// Sorts by the key; what has equal keys keeps its order.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [usize; 2]) {
    let mut places: Vec<([usize; 2], usize)> =
        items.iter().enumerate().map(|(at, item)| (key(item), at)).collect();
    sort(&mut places);
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(places.iter().filter_map(|(_, at)| taken.get_mut(*at)?.take()));
}

/// Apart, so that there is one of it. The places differ, so the result does not depend on how it is sorted.
#[inline(never)]
fn sort(places: &mut [([usize; 2], usize)]) {
    places.sort_unstable();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in prop::collection::vec((0usize..4, 0usize..4, any::<u8>()), 0..40)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| [item.0, item.1]);
            let mut sorted = items;
            super::by_key(&mut sorted, |item| [item.0, item.1]);
            prop_assert_eq!(sorted, expected);
        }
    }
}
