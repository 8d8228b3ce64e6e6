//! The same reading as an independent parser's.
