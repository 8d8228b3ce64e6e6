//! Whether two short names differ by a few typing errors.
//!
//! It deliberately gives no distance beyond the limit: who asks only wants to know whether one was meant for the other.

/// Whether at most `limit` insertions, deletions, replacements or swaps of neighbours turn one name into the other.
/// Costs the product of the lengths, so names of more than 128 characters are never near.
pub fn within(a: &str, b: &str, limit: usize) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit || a.len().max(b.len()) > 128 {
        return false;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut previous_a = None;
    for (row, &x) in a.iter().enumerate() {
        let mut current = vec![row.saturating_add(1)];
        let mut previous_b = None;
        for (column, &y) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX);
            let replace = at(&last, column).saturating_add(usize::from(x != y));
            let delete = at(&last, column.saturating_add(1)).saturating_add(1);
            let insert = at(&current, column).saturating_add(1);
            let swapped = previous_a == Some(y) && previous_b == Some(x);
            let swap = match column.checked_sub(1) {
                Some(before) if swapped => at(&before_last, before).saturating_add(1),
                _ => usize::MAX,
            };
            current.push(replace.min(delete).min(insert).min(swap));
            previous_b = Some(y);
        }
        before_last = std::mem::replace(&mut last, current);
        previous_a = Some(x);
    }
    last.last().is_some_and(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_count_one_each() {
        assert!(within("RoleSessioName", "RoleSessionName", 1));
        assert!(within("RoelSessionName", "RoleSessionName", 1), "swapped neighbours");
        assert!(within("abc", "abc", 0));
        assert!(!within("abc", "abd", 0));
        assert!(within("", "ab", 2));
        assert!(!within("", "abc", 2));
        assert!(!within(&"a".repeat(200), &"a".repeat(200), 2));
    }
}
