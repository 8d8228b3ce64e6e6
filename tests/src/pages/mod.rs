//! Rule pages as tests: reads a page's examples, runs them through `inspect`, compares what is underlined.

mod parse;
mod run;
mod splice;

pub use parse::{Example, Expect, Fence, Page, parse};
pub use run::run;
pub use splice::{Spliced, baseline, message};
