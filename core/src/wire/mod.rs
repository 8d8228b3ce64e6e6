//! What leaves the core in a form of its own: the page's view. It copies out what is promised and nothing else.

pub mod view;
