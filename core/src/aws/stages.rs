//! The stages of the federation chain, in the order in which the report draws them.
//!
//! It deliberately does not judge any of them.

/// One stage of the road that an assertion travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    Capture,
    Decode,
    Response,
    Signature,
    Issuer,
    SubjectConfirmation,
    Audience,
    Attributes,
    Provider,
    TrustPolicy,
    Session,
    RelayState,
    Service,
}

/// One check that AWS makes, as far as the order of its error texts betrays it. The order is inferred: AWS documents none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    pub stage: Stage,
    /// What is checked, in a few words.
    pub what: &'static str,
    /// The errors that end it here, by their ids in the catalogue.
    pub errors: &'static [&'static str],
}

impl Stage {
    pub const ALL: [Self; 13] = [
        Self::Capture,
        Self::Decode,
        Self::Response,
        Self::Signature,
        Self::Issuer,
        Self::SubjectConfirmation,
        Self::Audience,
        Self::Attributes,
        Self::Provider,
        Self::TrustPolicy,
        Self::Session,
        Self::RelayState,
        Self::Service,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::Capture => "capture",
            Self::Decode => "decode",
            Self::Response => "response",
            Self::Signature => "signature",
            Self::Issuer => "issuer",
            Self::SubjectConfirmation => "subject-confirmation",
            Self::Audience => "audience",
            Self::Attributes => "attributes",
            Self::Provider => "provider",
            Self::TrustPolicy => "trust-policy",
            Self::Session => "session",
            Self::RelayState => "relay-state",
            Self::Service => "service",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Capture => "A SAML response was captured",
            Self::Decode => "It can be decoded",
            Self::Response => "The identity provider reports success",
            Self::Signature => "The signature holds",
            Self::Issuer => "The issuer is the one that AWS knows",
            Self::SubjectConfirmation => "It is addressed to AWS, and in time",
            Self::Audience => "AWS is its audience",
            Self::Attributes => "The AWS attributes are there and well formed",
            Self::Provider => "The identity provider exists in IAM",
            Self::TrustPolicy => "The role trusts it",
            Self::Session => "The session's tags and duration are allowed",
            Self::RelayState => "The relay state leads to the service",
            Self::Service => "The service knows the user",
        }
    }

    /// Whether it is decided before the role is assumed, and the service takes over.
    pub fn is_before_the_service(self) -> bool {
        self <= Self::Session
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.id() == id)
    }
}

/// The checks in the order in which AWS probably makes them; the first that fails gives the text that the user sees.
pub fn check_order() -> &'static [Check] {
    const fn check(stage: Stage, what: &'static str, errors: &'static [&'static str]) -> Check {
        Check { stage, what, errors }
    }
    const ORDER: &[Check] = &[
        check(Stage::Capture, "the form holds a SAMLResponse", &["E00"]),
        check(Stage::Decode, "Base64, size and XML", &["E15", "E19e", "E01"]),
        check(Stage::Response, "the status is Success", &["E18"]),
        check(Stage::Attributes, "there is a Role that can be read", &["E01", "E09"]),
        check(Stage::Provider, "the provider of the Role exists", &["E08"]),
        check(Stage::Issuer, "the provider's metadata names the issuer", &["E07"]),
        check(Stage::Signature, "decryption and signature", &["E06"]),
        check(Stage::SubjectConfirmation, "five minutes since it was issued", &["E12"]),
        check(Stage::SubjectConfirmation, "Recipient and NotOnOrAfter", &["E13"]),
        check(Stage::Audience, "the audience", &["E10"]),
        check(Stage::Attributes, "RoleSessionName", &["E02", "E03"]),
        check(Stage::Attributes, "SourceIdentity", &["E04"]),
        check(Stage::Session, "session tags", &["E16", "E17"]),
        check(Stage::Attributes, "the requested role is one of those in the assertion", &["E14"]),
        check(Stage::TrustPolicy, "the role exists and trusts the provider", &["E05"]),
        check(Stage::Session, "the duration", &["E11b", "E11c", "E11"]),
        check(Stage::RelayState, "where the browser is sent", &["E22", "E32", "E42"]),
        check(Stage::Service, "the service takes over", &["E21", "E20", "E30", "E33", "E40"]),
    ];
    ORDER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_go_both_ways_and_stand_in_order() {
        for (index, stage) in Stage::ALL.into_iter().enumerate() {
            assert_eq!(Stage::from_id(stage.id()), Some(stage));
            assert_eq!(stage as usize, index);
        }
        assert_eq!(Stage::from_id("Signature"), None);
    }

    #[test]
    fn the_role_is_read_before_the_signature_and_trust_comes_late() {
        let at = |error: &str| check_order().iter().position(|check| check.errors.contains(&error)).unwrap();
        let expected = [
            "E15", "E09", "E08", "E07", "E06", "E12", "E13", "E10", "E02", "E04", "E16", "E05", "E11", "E20",
        ];
        assert!(expected.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    }
}
