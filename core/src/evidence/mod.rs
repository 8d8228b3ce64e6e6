//! What the user supplied besides the message, and what it settles: the instant, the service, the relay state, an
//! error text.
//!
//! It judges no message. Time is evidence: nothing here reads a clock.

mod classify;
mod coverage;
mod decrypted;
mod events;
mod instant;
mod marks;
mod outputs;
mod policies;
mod redacted;
mod rotation;
mod service;
mod signed;
mod supplied;
mod traits;

pub use classify::{Item, ItemKind, classify};
pub use coverage::{Mapped, Part, coverage};
pub use decrypted::{Before, Deciphered, decrypt};
pub use events::{Accepted, Apart, Join, JoinedBy, SignIn};
pub use instant::{At, Judged, JudgedFrom, http_date, judge_at, judge_beside};
pub use outputs::{Of, Outputs};
pub use policies::{OrganizationControl, Policies, TrustPolicy};
pub use redacted::{REDACTED, is_redacted};
pub use rotation::{Rotation, Seen, Step, is_of_a_signature, rotation};
pub use service::{ChosenService, ServiceFrom, choose as choose_service};
pub use signed::{Cover, Signed, verify};
pub use supplied::{
    Evidence, HeldBy, KeyOrigin, PrivateKeyForm, SuppliedMetadata, SuppliedPrivateKey, TrustedKey,
};
pub use traits::traits;

use crate::aws::errors::{AwsError, matching};
use crate::aws::outputs::{Event, Output};
use crate::aws::services::Service;
use crate::saml::Instant;
use crate::source::{Span, Text};

/// What the user says about the inspection, apart from what is pasted.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// At which instant to judge.
    pub at: At,
    /// The present, where the caller knows it. Used only for [`At::Now`].
    pub now: Option<Instant>,
    pub service: Option<Service>,
    /// The error text that AWS showed.
    pub error: Option<String>,
    pub relay_state: Option<String>,
}

/// An error text of AWS that the user gave or pasted.
#[derive(Debug, Clone)]
pub struct GivenError {
    pub error: &'static AwsError,
    pub span: Span,
    /// The error code and HTTP status that stand around the text.
    pub code: Option<String>,
    pub status: Option<u16>,
}

impl GivenError {
    /// Whether it can only come from a sign-in that did not reach the service.
    pub fn is_refusal(&self) -> bool {
        self.error.stages.iter().all(|stage| stage.is_before_the_service())
    }
}

/// The AWS error texts in a text that stands at `span`.
pub fn errors_in(text: &str, span: Span) -> Vec<GivenError> {
    let place = |found: &matching::Match<'_>| {
        let start = (span.bytes.start as usize).saturating_add(found.range.start);
        Span::new(span.source, start, start.saturating_add(found.range.len()))
    };
    matching::recognise(text)
        .into_iter()
        .map(|found| GivenError {
            error: found.error,
            span: place(&found),
            code: found.code().map(str::to_owned),
            status: found.status(),
        })
        .collect()
}

/// The error texts of an item, each with the messages that it is about, by index of their items. An event of CloudTrail
/// speaks of one sign-in only, and is left out where it is that of none of them; `None` stands for all.
pub fn errors_about(item: &Item, sign_ins: &[(usize, SignIn<'_>)]) -> Vec<(GivenError, Option<Vec<usize>>)> {
    let about = |error: &GivenError| {
        let event = event_of(error, item)?;
        let same = |sign_in: &SignIn<'_>| matches!(sign_in.join(event), Join::Same(_));
        Some(sign_ins.iter().filter(|(_, sign_in)| same(sign_in)).map(|(index, _)| *index).collect())
    };
    let errors = item.errors.iter().map(|error| (error.clone(), about(error)));
    errors
        .filter(|(_, about): &(_, Option<Vec<usize>>)| about.as_ref().is_none_or(|about| !about.is_empty()))
        .collect()
}

/// The event that an error text stands in.
fn event_of<'i>(error: &GivenError, item: &'i Item) -> Option<&'i Event> {
    let Some(Output::CloudTrail(trail)) = &item.output else { return None };
    // The events stand in the order of the document.
    let after = trail.events.partition_point(|event| event.span.bytes.start <= error.span.bytes.start);
    trail.events.get(after.checked_sub(1)?).filter(|event| event.span.bytes.contains(error.span.bytes))
}

/// Everything known beside one message.
#[derive(Debug, Clone)]
pub struct Context {
    pub judged: Judged,
    pub service: ChosenService,
    pub relay_state: Option<Text>,
}
