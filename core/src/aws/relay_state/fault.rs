//! What can be wrong with a relay state.
//!
//! It deliberately gives no severity.

use std::ops::Range;

use super::super::placeholders::PlaceholderKind;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelayFault {
    pub kind: RelayFaultKind,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelayFaultKind {
    WhiteSpace,
    Http,
    NoScheme,
    WrongPath,
    Placeholder(PlaceholderKind),
    /// No published region has this name. It may be newer than the list.
    UnknownRegion,
    /// AWS lists no endpoint of the service in this region.
    RegionNotOffered,
    MissingInstanceId,
    /// A name instead of the UUID.
    AliasInsteadOfId,
    /// A character of the destination that must be percent-encoded.
    DestinationNotEncoded,
    MissingRegistrationCode,
    /// A bare `+`, which some readers of a query take for a space. Not documented; at most a hint.
    PlusInCode,
    MissingAccount,
    AccountHyphens,
    /// Digits, but not twelve: how many.
    AccountLength(usize),
    AccountNotDigits,
    /// The name of a parameter in other letters than AWS documents.
    ParameterCase,
    /// Neither `native` nor `web`.
    ClientValue,
    /// `client` works with the newer endpoint only.
    ClientOnOldEndpoint,
    /// `appstream2.<region>` without `euc-sso`, which AWS no longer recommends.
    OldEndpoint,
}
