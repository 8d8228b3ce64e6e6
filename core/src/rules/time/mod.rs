//! Times: what was issued when, and until when it can be used.

mod assertion_expired;
mod assertion_not_yet_valid;
mod assertion_too_old;
mod clock_skew;
mod confirmation_expired;
mod expired_when_issued;
mod instant_malformed;
mod issued_in_the_future;
mod moments;
mod session_already_over;
mod session_shorter_than_duration;
mod window_empty;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &instant_malformed::RULE,
    &window_empty::RULE,
    &expired_when_issued::RULE,
    &assertion_too_old::RULE,
    &confirmation_expired::RULE,
    &assertion_expired::RULE,
    &assertion_not_yet_valid::RULE,
    &issued_in_the_future::RULE,
    &session_already_over::RULE,
    &session_shorter_than_duration::RULE,
    &clock_skew::RULE,
];
