//! `samlens explain`: the page of a rule, an error text, a question or an identity provider.
//!
//! The pages and the search for them come from the core; here is only the choice of how much to show.

use crate::status::Status;
use crate::terminal::{Terminal, complain};
use samlens_core::aws::distance;
use samlens_core::aws::errors::{self, matching};
use samlens_core::aws::questions;
use samlens_core::idp;
use samlens_core::render::{page, search, visible};
use samlens_core::rules;

pub fn run(words: &[String], terminal: &Terminal) -> Status {
    let asked = words.join(" ");
    let asked = asked.trim();
    if asked.is_empty() {
        terminal.show(&page::list(&search::search(""), terminal.width));
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
    if let Some(provider) = idp::by_id(&id) {
        terminal.show(&page::provider(provider, terminal.width));
        return Status::Done;
    }
    let near = near(&id);
    let known = matching::recognise(asked);
    // A single word that is nearly an identifier is meant for it.
    let question = match id.split_whitespace().count() {
        1 if !near.is_empty() => questions::by_id(&id),
        _ => questions::by_id(&id).or_else(|| search::question(asked)),
    };
    if let Some(question) = question {
        terminal.show(&page::question(question, terminal.width));
    }
    for found in &known {
        terminal.show(&page::error(found.error, terminal.width));
    }
    if question.is_some() || !known.is_empty() {
        return Status::Done;
    }
    let fitting = search::search(asked);
    if near.is_empty() && !fitting.is_empty() {
        terminal.show(&page::list(&fitting, terminal.width));
        return Status::Done;
    }
    complain(&format!("nothing is known of `{}`", visible(asked)));
    if near.is_empty() {
        complain(
            "`samlens explain` lists every rule, every error, every question and every identity provider",
        );
    } else {
        complain(&format!("did you mean {}?", near.join(" or ")));
    }
    Status::Refused
}

/// At most three ids that differ by a few letters or hold what was asked for.
fn near(id: &str) -> Vec<&'static str> {
    let ids = || {
        let rules = rules::all().map(|rule| rule.id);
        rules
            .chain(errors::catalogue().map(|error| error.id))
            .chain(questions::all().map(|question| question.id))
            .chain(idp::providers().map(|provider| provider.id))
    };
    let limit = if id.len() < 5 { 1 } else { 3 };
    let close = ids().filter(|known| distance::within(&known.to_lowercase(), id, limit));
    let within = ids().filter(|known| id.len() >= 4 && known.contains(id));
    let mut near: Vec<_> = close.chain(within).collect();
    near.truncate(3);
    near.dedup();
    near
}
