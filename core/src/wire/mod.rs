//! What leaves the core for other programs: the frozen JSON report, and the view of the page.
//!
//! Nothing internal serialises itself; what is promised is copied out.

pub mod compare;
pub mod v1;
#[cfg(feature = "view")]
pub mod view;
