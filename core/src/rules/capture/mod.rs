//! What was pasted, and how it was encoded.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
