//! The regions of the page. Each takes data and callbacks; none changes the state itself.

pub mod answer;
pub mod bar;
pub mod dialogs;
pub mod document;
pub mod intake;
pub mod reference;
pub mod welcome;
