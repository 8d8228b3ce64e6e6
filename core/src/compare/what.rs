//! What is compared, in the order in which it is shown: its name, who reads it, whether it belongs to one person.
//!
//! It reads no message.

use crate::aws::alphabets::Alphabet;
use crate::aws::condition_attributes;

/// One thing that a message says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Message,
    Status,
    Issuer,
    ResponseIssuer,
    Recipient,
    Audience,
    ConfirmationMethod,
    NameId,
    NameIdFormat,
    NameQualifier,
    SpNameQualifier,
    Role,
    RoleSessionName,
    SessionDuration,
    SourceIdentity,
    /// `PrincipalTag:` and this key.
    Tag(String),
    TransitiveTagKeys,
    /// From `NotBefore` to `NotOnOrAfter` of the conditions.
    ConditionsWindow,
    /// From the `IssueInstant` of the assertion to `NotOnOrAfter` of the subject confirmation.
    ConfirmationWindow,
    /// From `AuthnInstant` to `SessionNotOnOrAfter`.
    SessionWindow,
    /// Local names of the elements that have a signature.
    SignedElements,
    SignatureAlgorithm,
    DigestAlgorithm,
    Canonicalisation,
    /// SHA-256 of the certificates that the signatures bring along.
    Certificate,
    /// Algorithms of encrypted assertions.
    Encryption,
    RelayState,
    /// An attribute that is none of the above, by its `Name`.
    Attribute(String),
    Destination,
    /// Only whether it is there: its value is of one sign-in.
    InResponseTo,
    AuthnContextClassRef,
    Provider,
    Service,
    /// The layers that were unwrapped.
    Transport,
    ResponseId,
    AssertionId,
    IssueInstant,
    AuthnInstant,
    SessionIndex,
}

/// Whom a difference concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// AWS is documented to read it.
    Aws,
    /// Nothing is documented of AWS.
    Undocumented,
    /// It is about the capture, not about the message.
    Capture,
}

impl What {
    /// The name that standards and AWS use, without the key or name that a user chose: see [`What::key`].
    pub fn name(&self) -> &'static str {
        match self {
            Self::Message => "Message",
            Self::Status => "StatusCode",
            Self::Issuer => "Issuer",
            Self::ResponseIssuer => "Issuer of the response",
            Self::Recipient => "Recipient",
            Self::Audience => "Audience",
            Self::ConfirmationMethod => "SubjectConfirmation Method",
            Self::NameId => "NameID",
            Self::NameIdFormat => "NameID Format",
            Self::NameQualifier => "NameID NameQualifier",
            Self::SpNameQualifier => "NameID SPNameQualifier",
            Self::Role => "Role",
            Self::RoleSessionName => "RoleSessionName",
            Self::SessionDuration => "SessionDuration",
            Self::SourceIdentity => "SourceIdentity",
            Self::Tag(_) => "PrincipalTag",
            Self::TransitiveTagKeys => "TransitiveTagKeys",
            Self::ConditionsWindow => "Validity by Conditions",
            Self::ConfirmationWindow => "Validity by SubjectConfirmationData",
            Self::SessionWindow => "Validity by SessionNotOnOrAfter",
            Self::SignedElements => "Signed elements",
            Self::SignatureAlgorithm => "SignatureMethod",
            Self::DigestAlgorithm => "DigestMethod",
            Self::Canonicalisation => "CanonicalizationMethod",
            Self::Certificate => "Certificate (SHA-256)",
            Self::Encryption => "EncryptionMethod",
            Self::RelayState => "RelayState",
            Self::Attribute(_) => "Attribute",
            Self::Destination => "Destination",
            Self::InResponseTo => "InResponseTo",
            Self::AuthnContextClassRef => "AuthnContextClassRef",
            Self::Provider => "Identity provider",
            Self::Service => "Service",
            Self::Transport => "Transport",
            Self::ResponseId => "ID of the response",
            Self::AssertionId => "ID of the assertion",
            Self::IssueInstant => "IssueInstant",
            Self::AuthnInstant => "AuthnInstant",
            Self::SessionIndex => "SessionIndex",
        }
    }

    /// The key of a tag, the `Name` of an attribute: data of the message.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Tag(key) | Self::Attribute(key) => Some(key),
            _ => None,
        }
    }

    pub fn reader(&self) -> Reader {
        match self {
            Self::Transport => Reader::Capture,
            // Attributes that a trust policy may ask for.
            Self::Attribute(name) if condition_attributes::of_name(name).next().is_some() => Reader::Aws,
            Self::Attribute(_)
            | Self::Destination
            | Self::InResponseTo
            | Self::AuthnContextClassRef
            | Self::Provider
            | Self::Service
            | Self::ResponseId
            | Self::AssertionId
            | Self::IssueInstant
            | Self::AuthnInstant
            | Self::SessionIndex => Reader::Undocumented,
            _ => Reader::Aws,
        }
    }

    /// Whether it is another one for each sign-in, whoever signs in.
    pub fn is_of_one_sign_in(&self) -> bool {
        matches!(
            self,
            Self::ResponseId
                | Self::AssertionId
                | Self::IssueInstant
                | Self::AuthnInstant
                | Self::SessionIndex
        )
    }

    /// Whether it is another one for each person.
    pub fn is_personal(&self) -> bool {
        match self {
            Self::NameId | Self::RoleSessionName | Self::SourceIdentity => true,
            // The keys that WorkSpaces documents for the address, name and identifier of the person.
            Self::Tag(key) => {
                matches!(key.as_str(), "Email" | "UserPrincipalName" | "ObjectSid" | "UserName")
            }
            _ => false,
        }
    }

    /// What AWS allows there, where it says so.
    pub fn alphabet(&self) -> Option<Alphabet> {
        match self {
            Self::RoleSessionName => Some(Alphabet::RoleSessionName),
            Self::SourceIdentity => Some(Alphabet::SourceIdentity),
            Self::Tag(_) => Some(Alphabet::TagValue),
            _ => None,
        }
    }
}
