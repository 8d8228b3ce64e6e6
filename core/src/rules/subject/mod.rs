//! The subject and its confirmation.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
