//! A report in words: for the terminal, for a ticket, and the sentences that the page shows too.
//!
//! It judges nothing: what stands in the report is said, no more.

pub mod asked;
pub mod certificate;
pub mod compared;
pub mod evidence;
mod excerpt;
mod finding;
pub mod headline;
pub mod known;
mod markdown;
pub mod metadata;
pub mod order;
pub mod page;
mod place;
mod provider_page;
pub mod redacted;
mod roles;
mod rule_page;
pub mod search;
pub mod signature;
mod style;
mod text;
pub mod topic;
mod visible;

pub use excerpt::{Excerpt, Mark, excerpt};
pub use markdown::markdown;
pub use place::{Place, Places};
pub use style::{Layout, Style, Styled};
pub use text::text;
pub use visible::{escape, visible};
