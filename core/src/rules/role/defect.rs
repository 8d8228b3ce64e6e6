//! The defect of each role value, as the rules on them share it out: each has a rule of its own.
//!
//! What makes a defect stands in [`crate::aws::role_pair::defect`]; here is what needs the message.

use std::ops::Range;

pub use crate::aws::role_pair::defect::{
    Defect, breaking, escapes, invisible, look_alikes, names_something_else, separators, unfilled,
    white_space,
};
use crate::lint::RoleChoice;
use crate::source::Span;

/// The defect of a value; `None` where AWS can read it.
pub fn of(choice: &RoleChoice<'_>) -> Option<Defect> {
    choice.defect
}

/// The role values that have this defect.
pub fn with<'a, 'b>(roles: &'b [RoleChoice<'a>], defect: Defect) -> impl Iterator<Item = &'b RoleChoice<'a>> {
    roles.iter().filter(move |choice| choice.defect == Some(defect))
}

/// Nothing in it, or `xsi:nil`. A value that holds elements instead is not empty.
pub fn is_empty(choice: &RoleChoice<'_>) -> bool {
    choice.defect == Some(Defect::Empty)
}

/// Characters of a value, or the one before where nothing stands in the range, so that there is something to underline.
pub fn visible(choice: &RoleChoice<'_>, range: Range<usize>) -> Span {
    let text = &choice.value.text;
    if !range.is_empty() {
        return text.sub(range);
    }
    let before = choice.pair.value.get(..range.start).unwrap_or_default();
    let width = before.chars().next_back().map_or(0, char::len_utf8);
    if width > 0 {
        return text.sub(range.start.saturating_sub(width)..range.start);
    }
    let next = choice.pair.value.chars().next().map_or(0, char::len_utf8);
    text.sub(0..next)
}
