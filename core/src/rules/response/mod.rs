//! The response as a whole.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
