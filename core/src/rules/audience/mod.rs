//! The audience.

mod audience_empty;
mod audience_missing;
mod audience_near_miss;
mod audience_partition;
mod audience_unknown;
mod audience_white_space;
mod restrictions;
mod several_audience_restrictions;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &audience_missing::RULE,
    &audience_empty::RULE,
    &audience_near_miss::RULE,
    &audience_white_space::RULE,
    &audience_unknown::RULE,
    &audience_partition::RULE,
    &several_audience_restrictions::RULE,
];
