//! The name identifier formats that AWS takes, and which of them a value close to one was meant to be.
//!
//! It deliberately does not judge: what a format leads to depends on the service and the trust policy.

use crate::aws::distance;
use crate::aws::services::Service;

/// SAML core 8.3; the list is that of the IAM User Guide, "Configure SAML assertions for the authentication response".
pub(super) const FORMATS: [&str; 8] = [
    PERSISTENT,
    "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
    "urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos",
    "urn:oasis:names:tc:SAML:2.0:nameid-format:entity",
    EMAIL,
    "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName",
];

pub(super) const PERSISTENT: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
pub(super) const EMAIL: &str = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

/// What a `Format` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format<'a> {
    Supported,
    /// The name exists, under another version of SAML.
    OtherVersion {
        version: &'a str,
        meant: &'static str,
    },
    /// Close to one of the eight.
    NearMiss(&'static str),
    Unknown,
}

pub(super) fn read(value: &str) -> Format<'_> {
    if FORMATS.contains(&value) {
        return Format::Supported;
    }
    let parts =
        value.strip_prefix("urn:oasis:names:tc:SAML:").and_then(|rest| rest.split_once(":nameid-format:"));
    if let Some((version, name)) = parts
        && let Some(meant) = FORMATS.iter().find(|format| short(format) == name)
    {
        return Format::OtherVersion { version, meant };
    }
    let trimmed = value.trim();
    let near = |format: &&&str| {
        format.eq_ignore_ascii_case(trimmed)
            || short(format).eq_ignore_ascii_case(short(trimmed))
            || distance::within(trimmed, format, 2)
    };
    FORMATS.iter().find(near).map_or(Format::Unknown, |format| Format::NearMiss(format))
}

/// The last word of a format's name.
fn short(format: &str) -> &str {
    format.rsplit(':').next().unwrap_or(format)
}

/// Whether the trust policy that AWS documents for the service has the condition `SAML:sub_type` `persistent`.
pub(super) fn wants_persistent(service: Service) -> bool {
    matches!(service, Service::WorkSpaces | Service::AppStream)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_read() {
        let other = |version, meant| Format::OtherVersion { version, meant };
        for (value, expected) in [
            (PERSISTENT, Format::Supported),
            (EMAIL, Format::Supported),
            ("urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress", other("2.0", EMAIL)),
            ("urn:oasis:names:tc:SAML:1.1:nameid-format:persistent", other("1.1", PERSISTENT)),
            ("urn:oasis:names:tc:SAML:2.0:nameid-format:persistant", Format::NearMiss(PERSISTENT)),
            ("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent ", Format::NearMiss(PERSISTENT)),
            ("urn:oasis:names:tc:SAML:1.1:nameid-format:emailaddress", Format::NearMiss(EMAIL)),
            ("persistent", Format::NearMiss(PERSISTENT)),
            ("urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted", Format::Unknown),
            ("", Format::Unknown),
        ] {
            assert_eq!(read(value), expected, "{value}");
        }
    }
}
