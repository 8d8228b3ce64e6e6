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
mod texts;
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
pub use texts::{GivenError, errors_in, gather_errors, given_error, is_record, is_recorded_as_refused};
pub use traits::traits;

use crate::aws::services::Service;
use crate::saml::Instant;
use crate::source::Text;

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

/// Everything known beside one message.
#[derive(Debug, Clone)]
pub struct Context {
    pub judged: Judged,
    pub service: ChosenService,
    pub relay_state: Option<Text>,
}
