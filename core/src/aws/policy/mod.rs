//! IAM policies: reads one, and evaluates it for a request with a trace of every part (IAM User Guide, "Policy
//! evaluation logic" and "IAM JSON policy elements reference").
//!
//! It deliberately writes no prose and never guesses: what depends on something that cannot be seen here is
//! [`Truth::Unknown`]. It does not weigh kinds of policies against each other; each document is evaluated by itself.

pub mod changes;
pub mod context;
pub mod document;
pub mod evaluate;
pub mod operators;
pub mod trace;
pub mod trust;

mod condition;
mod fuel;
mod near;
mod truth;
mod variables;
mod wildcard;

pub use changes::{Change, changes};
pub use context::{Absence, Context, Found, Obscurity};
pub use document::{Document, looks_like_policy};
pub use evaluate::{Asked, Request, evaluate};
pub use near::Near;
pub use operators::Operator;
pub use trace::{
    ConditionTrace, Decision, Evaluation, ItemTrace, PartTrace, StatementTrace, WantedTrace, Why,
};
pub use trust::{StsAction, Trust};
pub use truth::Truth;

#[cfg(test)]
mod tests;
