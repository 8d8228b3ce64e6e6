//! Pieces without knowledge: they draw what they are given.

pub mod code;
pub mod copy;
pub mod icon;
pub mod phrase;
pub mod tone;

pub use code::{Ends, data, visible};
pub use copy::Copy;
pub use icon::{Glyph, icon, icon_in};
pub use phrase::words;
pub use tone::{badge, tone_class, tone_glyph};
