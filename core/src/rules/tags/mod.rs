//! Session tags.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
