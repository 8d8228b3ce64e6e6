//! The audience.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
