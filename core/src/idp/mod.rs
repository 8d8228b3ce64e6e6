//! Stub until the branch lands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    Audience,
    Acs,
    NameIdFormat,
    NameIdValue,
    Role,
    RoleSessionName,
    SessionDuration,
    PrincipalTag,
    SourceIdentity,
    SigningOption,
    SigningAlgorithm,
    Encryption,
    Certificate,
    Issuer,
    Lifetime,
    RelayState,
    UserAssignment,
    Clock,
    AttributeName,
}
#[derive(Debug, Clone)]
pub struct Recognised;
pub struct Traits;
pub fn recognise(_: &Traits) -> Option<Recognised> {
    None
}
