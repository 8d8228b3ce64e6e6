//! The roles of a message with their outcomes, those that are alike as one line where there are many.
//!
//! The JSON report names each.

use crate::diagnose::Outcome;
use crate::inspect::{MessageReport, Role};

/// Roles that are listed one by one.
const ALL: usize = 10;
/// Of more, those of each outcome that are named.
const NAMED: usize = 3;

/// Roles with the same outcome.
pub(super) struct Group<'a> {
    pub outcome: Outcome,
    pub named: Vec<&'a Role>,
    /// How many more there are.
    pub more: usize,
}

/// What to show of a message that offers several roles. One that cannot be assumed does not refuse the others.
pub(super) fn groups(message: &MessageReport) -> Vec<Group<'_>> {
    let all = message.roles.iter().zip(&message.diagnosed.roles);
    match message.roles.len() {
        0 | 1 => Vec::new(),
        2..=ALL => all.map(|(role, &outcome)| Group { outcome, named: vec![role], more: 0 }).collect(),
        _ => {
            let of = |wanted: Outcome| {
                let mut group = Group { outcome: wanted, named: Vec::new(), more: 0 };
                for (role, _) in all.clone().filter(|(_, outcome)| **outcome == wanted) {
                    match group.named.len() < NAMED {
                        true => group.named.push(role),
                        false => group.more += 1,
                    }
                }
                group
            };
            let groups = [Outcome::Accepted, Outcome::Unknown, Outcome::Refused].map(of);
            groups.into_iter().filter(|group| !group.named.is_empty()).collect()
        }
    }
}

impl Group<'_> {
    /// Below those that are named; `None` where all are.
    pub fn rest(&self) -> Option<String> {
        (self.more > 0).then(|| format!("and {} more", self.more))
    }
}
