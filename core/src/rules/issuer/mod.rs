//! Who issued it.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
