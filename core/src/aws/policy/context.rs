//! The request context: which condition keys a request has, with which values, and where each of them stands in the
//! message.
//!
//! It deliberately tells three things apart: a value, a key that is known to be absent, and a key that AWS alone can see.

mod assume_role;
mod qualifier;
mod readings;
mod session;

pub use self::assume_role::{Federation, for_assume_role};
pub use self::qualifier::name_qualifier;
pub use self::session::for_session;

use crate::source::Span;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub struct Context {
    /// By key in lower case: names of keys are not case-sensitive.
    entries: BTreeMap<String, Found>,
    moment: Moment,
    /// Whether something of the assertion is encrypted, so that a key that seems absent may be there.
    encrypted: bool,
}

/// What a context says about a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// One value, or the values of a key that has several.
    Values(Vec<FoundValue>),
    /// One of these, and it is not documented which. `None` is absence.
    OneOf(Vec<Option<FoundValue>>),
    Absent(Absence),
    Unknown(Obscurity),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundValue {
    pub text: String,
    /// What it was read or computed from.
    pub span: Option<Span>,
}

/// Why a key is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// The message could have carried it and does not.
    NotSent,
    /// No request of this kind has it.
    Never,
}

/// Why the value of a key is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obscurity {
    /// Only AWS sees it: an address, an organisation.
    OnlyAws,
    /// It may stand in what is encrypted.
    Encrypted,
    /// The text holds a comment, an instruction or elements, and readers differ in what they take for the value.
    Markup(Span),
    /// One of several values has white space around it.
    WhiteSpace(Span),
    /// It follows from the provider's ARN, which is not one.
    BadProvider(Span),
}

/// Which request it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// `sts:AssumeRoleWithSAML` and what goes with it.
    AssumeRole,
    /// A request made with the credentials that it gave.
    Session,
    /// Any other, of which nothing is known beforehand.
    Other,
}

/// Whether no request to assume a role with SAML has this key, whatever the message holds.
pub fn is_never_sent(key: &str) -> bool {
    assume_role::NEVER.contains(&key.to_lowercase().as_str())
}

/// Whether a key of SAML is gone once the role is assumed: of them, three stay with the session.
pub fn is_gone_after_sign_in(key: &str) -> bool {
    let key = key.to_lowercase();
    let stays = ["saml:sub", "saml:sub_type", "saml:namequalifier"];
    key.starts_with("saml:") && !stays.contains(&key.as_str())
}

impl Context {
    /// A context that knows nothing: keys that are not given are unknown.
    pub fn unknown() -> Self {
        Self::at(Moment::Other)
    }

    fn at(moment: Moment) -> Self {
        Self { entries: BTreeMap::new(), moment, encrypted: false }
    }

    /// The same with what is known of one more key, such as `connect:InstanceId`.
    pub fn with(mut self, key: &str, found: Found) -> Self {
        self.entries.insert(key.to_lowercase(), found);
        self
    }

    pub fn find(&self, key: &str) -> &Found {
        let key = key.to_lowercase();
        self.entries.get(&key).unwrap_or_else(|| self.unlisted(&key))
    }

    /// What is known, by key in lower case.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Found)> {
        self.entries.iter().map(|(key, found)| (key.as_str(), found))
    }

    fn unlisted(&self, key: &str) -> &'static Found {
        const NOT_SENT: &Found = &Found::Absent(Absence::NotSent);
        const NEVER: &Found = &Found::Absent(Absence::Never);
        const ENCRYPTED: &Found = &Found::Unknown(Obscurity::Encrypted);
        const ONLY_AWS: &Found = &Found::Unknown(Obscurity::OnlyAws);
        match self.moment {
            Moment::AssumeRole if assume_role::from_the_assertion(key) => {
                if self.encrypted {
                    ENCRYPTED
                } else {
                    NOT_SENT
                }
            }
            Moment::AssumeRole if assume_role::NEVER.contains(&key) => NEVER,
            Moment::Session if session::is_never(key) => NEVER,
            Moment::AssumeRole | Moment::Session | Moment::Other => ONLY_AWS,
        }
    }
}

impl Found {
    /// One value without a place.
    pub fn value(text: impl Into<String>) -> Self {
        Self::Values(vec![FoundValue { text: text.into(), span: None }])
    }

    /// Every value that it may be.
    pub fn values(&self) -> impl Iterator<Item = &FoundValue> {
        let (certain, possible) = match self {
            Self::Values(values) => (values.as_slice(), [].as_slice()),
            Self::OneOf(values) => ([].as_slice(), values.as_slice()),
            Self::Absent(_) | Self::Unknown(_) => ([].as_slice(), [].as_slice()),
        };
        certain.iter().chain(possible.iter().flatten())
    }
}
