//! Session name, duration and source identity.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
