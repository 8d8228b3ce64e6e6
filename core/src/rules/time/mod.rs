//! Times.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
