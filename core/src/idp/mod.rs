//! Identity providers: how to recognise one by its messages, and where its administrator sets each thing.
//!
//! It deliberately reads no message itself: the caller hands over [`Traits`]. A recognised provider only chooses the words
//! of a remedy; no finding may rest on it.

mod adfs;
mod auth0;
mod authentik;
mod duo;
mod entra;
mod generic;
mod google;
mod identity_center;
mod jumpcloud;
mod keycloak;
mod okta;
mod onelogin;
mod pingfederate;
mod pingone;
mod recognise;
mod shibboleth;
mod simplesamlphp;
mod values;

pub use recognise::{Confidence, Recognised, Traits, points, recognise};
pub use values::Values;

/// One product that issues assertions.
#[derive(Debug)]
pub struct Provider {
    pub id: &'static str,
    pub title: &'static str,
    /// Who can change its settings: "the Okta administrator".
    pub admin_title: &'static str,
    pub marks: &'static [Mark],
    pub settings: &'static [(Setting, Steps)],
    /// What often goes wrong with it.
    pub mistakes: &'static [Mistake],
}

/// A mistake that is typical of a product, beside the rule that finds what comes of it.
#[derive(Debug)]
pub struct Mistake {
    /// The rule's identifier.
    pub rule: &'static str,
    /// How it comes about in this product, in whole sentences; code in backticks.
    pub cause: &'static str,
}

/// Something in a message that speaks for a provider.
#[derive(Debug)]
pub struct Mark {
    pub kind: MarkKind,
    /// What was seen, as a part of a sentence: "the issuer is …".
    pub reason: &'static str,
    pub holds: fn(&Traits<'_>) -> bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// An issuer that only this provider sends, seen in samples or in the vendor's guide.
    Issuer,
    /// An issuer that is probably this provider's.
    ProbableIssuer,
    /// Attributes in the vendor's own namespace.
    Namespace,
    /// The form of ids, prefixes and the like. Never decides alone.
    Habit,
}

/// A thing that an administrator sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    Audience,
    /// The ACS URL: Destination and Recipient.
    Acs,
    NameIdFormat,
    NameIdValue,
    Role,
    RoleSessionName,
    SessionDuration,
    PrincipalTag,
    SourceIdentity,
    /// Whether response, assertion or both are signed.
    SigningOption,
    SigningAlgorithm,
    Encryption,
    /// The signing certificate, its replacement and the metadata for IAM.
    Certificate,
    Issuer,
    /// How long an assertion is valid.
    Lifetime,
    RelayState,
    /// Which users may use the application.
    UserAssignment,
    Clock,
    AttributeName,
}

/// How to get to a setting and what to enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Menu entries, tabs and fields, outermost first. Empty where there is no menu.
    pub path: &'static [&'static str],
    pub text: &'static str,
    /// Whether the path was read in a guide of the vendor or of AWS; otherwise labels may differ.
    pub certain: bool,
    /// A rule, command or piece of configuration to paste. Its words in capitals are for [`Values::fill`].
    pub snippet: Option<&'static str>,
}

impl Setting {
    pub const ALL: [Self; 19] = [
        Self::Audience,
        Self::Acs,
        Self::NameIdFormat,
        Self::NameIdValue,
        Self::Role,
        Self::RoleSessionName,
        Self::SessionDuration,
        Self::PrincipalTag,
        Self::SourceIdentity,
        Self::SigningOption,
        Self::SigningAlgorithm,
        Self::Encryption,
        Self::Certificate,
        Self::Issuer,
        Self::Lifetime,
        Self::RelayState,
        Self::UserAssignment,
        Self::Clock,
        Self::AttributeName,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Audience => "Audience",
            Self::Acs => "ACS URL",
            Self::NameIdFormat => "NameID format",
            Self::NameIdValue => "NameID value",
            Self::Role => "Role",
            Self::RoleSessionName => "RoleSessionName",
            Self::SessionDuration => "SessionDuration",
            Self::PrincipalTag => "Session tags (PrincipalTag)",
            Self::SourceIdentity => "SourceIdentity",
            Self::SigningOption => "What is signed",
            Self::SigningAlgorithm => "Signing algorithm",
            Self::Encryption => "Encryption",
            Self::Certificate => "Certificate and metadata",
            Self::Issuer => "Issuer",
            Self::Lifetime => "Validity of the assertion",
            Self::RelayState => "Relay state",
            Self::UserAssignment => "Who may use it",
            Self::Clock => "Clock",
            Self::AttributeName => "Names of attributes",
        }
    }
}

impl Provider {
    /// The provider's own steps for a setting, where they are known.
    pub fn own_steps(&self, setting: Setting) -> Option<&'static Steps> {
        self.settings.iter().find(|(of, _)| *of == setting).map(|(_, steps)| steps)
    }

    /// How this provider brings about what the rule of this identifier finds, where that is known.
    pub fn cause_of(&self, rule: &str) -> Option<&'static str> {
        self.mistakes.iter().find(|mistake| mistake.rule == rule).map(|mistake| mistake.cause)
    }
}

/// The steps for a setting: the provider's own, else those that hold anywhere.
pub fn steps(provider: Option<&Provider>, setting: Setting) -> &'static Steps {
    provider.and_then(|provider| provider.own_steps(setting)).unwrap_or_else(|| generic::steps(setting))
}

/// What to paste for a setting: the provider's own, else what holds anywhere.
pub fn snippet(provider: Option<&Provider>, setting: Setting) -> Option<&'static str> {
    steps(provider, setting).snippet.or(generic::steps(setting).snippet)
}

pub fn by_id(id: &str) -> Option<&'static Provider> {
    providers().find(|provider| provider.id == id)
}

pub fn providers() -> impl Iterator<Item = &'static Provider> {
    const ALL: &[&Provider] = &[
        &okta::OKTA,
        &entra::ENTRA,
        &adfs::ADFS,
        &pingfederate::PINGFEDERATE,
        &pingone::PINGONE,
        &onelogin::ONELOGIN,
        &keycloak::KEYCLOAK,
        &auth0::AUTH0,
        &duo::DUO,
        &jumpcloud::JUMPCLOUD,
        &google::GOOGLE,
        &shibboleth::SHIBBOLETH,
        &simplesamlphp::SIMPLESAMLPHP,
        &authentik::AUTHENTIK,
        &identity_center::IDENTITY_CENTER,
    ];
    ALL.iter().copied()
}

/// Steps that were read in a guide.
const fn documented(path: &'static [&'static str], text: &'static str) -> Steps {
    Steps { path, text, certain: true, snippet: None }
}

/// Steps from general knowledge: the labels may differ.
const fn likely(path: &'static [&'static str], text: &'static str) -> Steps {
    Steps { path, text, certain: false, snippet: None }
}

const fn with_snippet(steps: Steps, snippet: &'static str) -> Steps {
    Steps { snippet: Some(snippet), ..steps }
}

const fn mistake(rule: &'static str, cause: &'static str) -> Mistake {
    Mistake { rule, cause }
}

const fn mark(kind: MarkKind, reason: &'static str, holds: fn(&Traits<'_>) -> bool) -> Mark {
    Mark { kind, reason, holds }
}

#[cfg(test)]
mod tests;
