//! What an ARN names, and the characters that its names may hold.
//!
//! It deliberately knows the resources of IAM and STS alone.

use super::super::characters::{is_invisible, looks_like_ascii};
use super::super::partitions::Partition;
use super::fault::{ArnFaultKind, ArnPart};

/// What the resource of an ARN is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ArnKind {
    Role,
    SamlProvider,
    /// `arn:aws:sts::…:assumed-role/…`, the ARN of a session.
    AssumedRole,
    User,
    Group,
    OidcProvider,
    Root,
    InstanceProfile,
    Policy,
    #[default]
    Other,
}

/// Role names: 1 to 64 of `[\w+=,.@-]`.
pub fn is_role_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '=' | ',' | '.' | '@' | '-')
}

/// SAML provider names: 1 to 128 of `[\w._-]`.
pub fn is_provider_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-')
}

pub(super) fn odd(c: char) -> Option<ArnFaultKind> {
    match c {
        '*' => Some(ArnFaultKind::Wildcard),
        ' ' | '\t' | '\n' | '\r' => Some(ArnFaultKind::WhiteSpace(c)),
        _ if c.is_ascii_graphic() => None,
        _ if is_invisible(c) => Some(ArnFaultKind::Invisible(c)),
        _ => looks_like_ascii(c).map(|meant| ArnFaultKind::LookAlike(c, meant)),
    }
}

pub(super) fn kind_of(resource: &str) -> ArnKind {
    match resource.to_ascii_lowercase().as_str() {
        "role" => ArnKind::Role,
        "saml-provider" => ArnKind::SamlProvider,
        "assumed-role" => ArnKind::AssumedRole,
        "user" => ArnKind::User,
        "group" => ArnKind::Group,
        "oidc-provider" => ArnKind::OidcProvider,
        "root" => ArnKind::Root,
        "instance-profile" => ArnKind::InstanceProfile,
        "policy" => ArnKind::Policy,
        _ => ArnKind::Other,
    }
}

pub(super) fn next_part(part: ArnPart) -> ArnPart {
    match part {
        ArnPart::Partition => ArnPart::Service,
        ArnPart::Service => ArnPart::Region,
        ArnPart::Region => ArnPart::Account,
        ArnPart::Account | ArnPart::Resource => ArnPart::Resource,
        ArnPart::Name => ArnPart::Name,
    }
}

/// `aws:iam::…`, `aws-cn:sts::…`: an ARN that lost its first word.
pub(in crate::aws) fn begins_with_partition(text: &str) -> bool {
    let Some((partition, rest)) = text.split_once(':') else { return false };
    Partition::from_id(partition).is_some() && (rest.starts_with("iam:") || rest.starts_with("sts:"))
}

pub(super) fn looks_like_account(text: &str) -> bool {
    text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

pub(super) fn starts_with_resource(text: &str) -> bool {
    let length = text.find(['/', ':']).unwrap_or(text.len());
    kind_of(text.get(..length).unwrap_or_default()) != ArnKind::Other
}
