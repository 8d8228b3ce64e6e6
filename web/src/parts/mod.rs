//! Pieces without knowledge: they draw what they are given.

pub mod code;
pub mod copy;
pub mod icon;
pub mod phrase;
pub mod tone;

pub use code::{Code, Ends, visible};
pub use copy::Copy;
pub use icon::{Glyph, Icon};
pub use phrase::Words;
pub use tone::{Badge, tone_class, tone_glyph};
