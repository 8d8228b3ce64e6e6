//! `samlens explain`: the page of a rule or of an error text.
//!
//! The pages come from the core; here is only the search for the right one.

use crate::status::Status;
use crate::terminal::{Terminal, complain};
use samlens_core::aws::distance;
use samlens_core::aws::errors::{self, matching};
use samlens_core::render::{page, visible};
use samlens_core::rules;

pub fn run(words: &[String], terminal: &Terminal) -> Status {
    let asked = words.join(" ");
    let asked = asked.trim();
    if asked.is_empty() {
        terminal.show(&page::list(terminal.width));
        return Status::Done;
    }
    let id = asked.to_lowercase();
    if let Some(rule) = rules::by_id(&id) {
        terminal.show(&page::rule(rule, terminal.width));
        return Status::Done;
    }
    if let Some(error) = errors::catalogue().find(|error| error.id.eq_ignore_ascii_case(asked)) {
        terminal.show(&page::error(error, terminal.width));
        return Status::Done;
    }
    let known = matching::recognise(asked);
    for found in &known {
        terminal.show(&page::error(found.error, terminal.width));
    }
    if !known.is_empty() {
        return Status::Done;
    }
    complain(&format!("nothing is known of `{}`", visible(asked)));
    let near = near(&id);
    if !near.is_empty() {
        complain(&format!("did you mean {}?", near.join(" or ")));
    } else {
        complain("`samlens explain` lists every rule and every error");
    }
    Status::Refused
}

/// At most three ids that differ by a few letters or hold what was asked for.
fn near(id: &str) -> Vec<&'static str> {
    let ids = || rules::all().map(|rule| rule.id).chain(errors::catalogue().map(|error| error.id));
    let limit = if id.len() < 5 { 1 } else { 3 };
    let close = ids().filter(|known| distance::within(&known.to_lowercase(), id, limit));
    let within = ids().filter(|known| id.len() >= 4 && known.contains(id));
    let mut near: Vec<_> = close.chain(within).collect();
    near.truncate(3);
    near.dedup();
    near
}
