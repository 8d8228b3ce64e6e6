//! Role and provider.

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[];
