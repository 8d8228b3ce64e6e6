//! What can be wrong with an ARN.
//!
//! It deliberately gives no severity.

use std::ops::Range;

use super::super::placeholders::PlaceholderKind;
use super::kind::ArnKind;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArnFault {
    pub kind: ArnFaultKind,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArnPart {
    Partition,
    Service,
    Region,
    Account,
    Resource,
    Name,
}

/// A departure from `arn:partition:iam::account:role/path/name` or `…:saml-provider/name`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArnFaultKind {
    /// Nothing of an ARN can be recognised.
    NotAnArn,
    /// It begins with the partition: `aws:iam::…`.
    MissingPrefix,
    /// `ARN:` or `Arn:`.
    PrefixCase,
    UnknownPartition,
    /// The service is not `iam` (`sts` in the ARN of a session).
    WrongService,
    /// The region of an IAM ARN is empty; here it is not.
    RegionNotEmpty,
    /// One colon too few: the account stands where the region does.
    MissingColon,
    EmptyPart(ArnPart),
    /// Fewer than six parts.
    MissingPart(ArnPart),
    AccountHyphens,
    /// Digits only, but not twelve: how many there are.
    AccountLength(usize),
    AccountNotDigits,
    /// It names something other than a role or a SAML provider.
    WrongResource(ArnKind),
    /// `Role/`, `SAML-Provider/`.
    ResourceCase,
    /// `role:Admin` instead of `role/Admin`.
    ResourceSeparator,
    RoleNameCharacter(char),
    /// More than 64: how many characters there are.
    RoleNameLength(usize),
    PathCharacter(char),
    /// More than 512: how many characters there are.
    PathLength(usize),
    ProviderNameCharacter(char),
    /// More than 128: how many characters there are.
    ProviderNameLength(usize),
    /// A provider's name has no path.
    ProviderPath,
    Wildcard,
    Placeholder(PlaceholderKind),
    WhiteSpace(char),
    Invisible(char),
    /// A character that looks like this ASCII one.
    LookAlike(char, char),
}

impl ArnFaultKind {
    /// Whether the value is outside the grammar that AWS documents. The others are grammatical and only suspicious.
    pub fn breaks_grammar(self) -> bool {
        !matches!(
            self,
            Self::UnknownPartition
                | Self::Placeholder(PlaceholderKind::Word | PlaceholderKind::DocumentationAccount)
        )
    }
}

impl ArnFaultKind {
    /// The single character at fault, where it is one.
    pub fn character(self) -> Option<char> {
        match self {
            Self::RoleNameCharacter(c)
            | Self::PathCharacter(c)
            | Self::ProviderNameCharacter(c)
            | Self::WhiteSpace(c)
            | Self::Invisible(c)
            | Self::LookAlike(c, _) => Some(c),
            Self::Wildcard => Some('*'),
            _ => None,
        }
    }
}
