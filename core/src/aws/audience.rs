//! Recognises the value of `Audience`.
//!
//! It deliberately calls no audience wrong: AWS says what it should be, and some that are made up work all the same.

use std::ops::Range;

use super::characters::is_invisible;
use super::distance;
use super::endpoints::{Driver, Endpoint, EndpointFault, OtherService, SignInForm};
use super::partitions::Partition;

/// What an audience is to AWS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience<'a> {
    /// `urn:amazon:webservices` and its forms for the other partitions.
    Urn {
        partition: Partition,
    },
    /// The sign-in URL, which AWS also accepts.
    SignInUrl {
        partition: Partition,
        region: Option<&'a str>,
        certain: bool,
    },
    /// The `…/static/saml` that older AWS pages name.
    StaticUrl {
        partition: Partition,
    },
    Driver(Driver),
    /// Meant for another service of AWS.
    NotIam(OtherService),
    /// Close to one that AWS names.
    NearMiss {
        meant: String,
        faults: Vec<AudienceFault>,
    },
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudienceFault {
    pub kind: AudienceFaultKind,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AudienceFaultKind {
    WhiteSpace,
    Case,
    /// `urn:amazon:webservice`.
    Misspelt,
    TrailingSlash,
    /// A URL of AWS with a fault; the endpoint's recogniser says which.
    Url,
}

const URNS: &[(&str, Partition)] = &[
    ("urn:amazon:webservices", Partition::Aws),
    ("urn:amazon:webservices:govcloud", Partition::AwsUsGov),
    ("urn:amazon:webservices:cn-north-1", Partition::AwsCn),
    ("urn:amazon:webservices:cn-northwest-1", Partition::AwsCn),
];

/// The audiences that may be used in a partition, the usual one first.
pub fn accepted(partition: Partition) -> Vec<&'static str> {
    let urns = URNS.iter().filter(|(_, of)| *of == partition).map(|&(urn, _)| urn);
    urns.chain(partition.global_sign_in_url()).collect()
}

pub fn recognise(value: &str) -> Audience<'_> {
    if let Some(&(_, partition)) = URNS.iter().find(|(urn, _)| *urn == value) {
        return Audience::Urn { partition };
    }
    if value == "urn:amazon:webservices:clientvpn" {
        return Audience::NotIam(OtherService::ClientVpn);
    }
    if value.starts_with("urn:amazon:cognito:sp:") {
        return Audience::NotIam(OtherService::Cognito);
    }
    match super::endpoints::recognise(value) {
        Endpoint::SignIn(sign_in) if !matches!(sign_in.form, SignInForm::Provider(_)) => {
            // GovCloud's guides name the URN; the URL there is an analogy.
            let certain = sign_in.certain && sign_in.partition != Partition::AwsUsGov;
            Audience::SignInUrl { partition: sign_in.partition, region: sign_in.region, certain }
        }
        Endpoint::StaticSaml { partition, .. } => Audience::StaticUrl { partition },
        Endpoint::Driver(driver) => Audience::Driver(driver),
        Endpoint::NotIam(service) => Audience::NotIam(service),
        _ => near_miss(value),
    }
}

fn near_miss(value: &str) -> Audience<'_> {
    let blank = |c: char| c.is_whitespace() || is_invisible(c);
    let trimmed = value.trim_matches(blank);
    let start = value.len().saturating_sub(value.trim_start_matches(blank).len()).min(value.len());
    let end = start.saturating_add(trimmed.len()).min(value.len());
    let mut faults = Vec::new();
    let mut fault = |kind, range: Range<usize>| faults.push(AudienceFault { kind, range });
    if trimmed.is_empty() {
        return Audience::Unknown;
    }
    if start > 0 {
        fault(AudienceFaultKind::WhiteSpace, 0..start);
    }
    if end < value.len() {
        fault(AudienceFaultKind::WhiteSpace, end..value.len());
    }
    let bare = trimmed.trim_end_matches('/');
    let exact = |wanted: &str| URNS.iter().find(|(urn, _)| *urn == wanted);
    // Names of another partition differ by whole words, so two errors in typing cannot confuse them.
    let lower = bare.to_ascii_lowercase();
    let urn = match (exact(bare), exact(&lower)) {
        (Some(&(urn, _)), _) => Some(urn),
        (None, Some(&(urn, _))) => {
            fault(AudienceFaultKind::Case, start..start.saturating_add(bare.len()));
            Some(urn)
        }
        (None, None) => URNS.iter().find(|(urn, _)| distance::within(&lower, urn, 2)).map(|&(urn, _)| {
            fault(AudienceFaultKind::Misspelt, start..start.saturating_add(bare.len()));
            urn
        }),
    };
    if let Some(urn) = urn {
        if bare.len() < trimmed.len() {
            fault(AudienceFaultKind::TrailingSlash, start.saturating_add(bare.len())..end);
        }
        return Audience::NearMiss { meant: urn.to_owned(), faults };
    }
    match super::endpoints::recognise(value) {
        Endpoint::Wrong(wrong) if is_meant_for_sign_in(&wrong.faults) => match wrong.intended {
            Some(meant) => {
                let faults = wrong
                    .faults
                    .into_iter()
                    .map(|EndpointFault { range, .. }| AudienceFault { kind: AudienceFaultKind::Url, range })
                    .collect();
                Audience::NearMiss { meant, faults }
            }
            None => Audience::Unknown,
        },
        _ => Audience::Unknown,
    }
}

/// Whether the host is the sign-in page and only details are off.
fn is_meant_for_sign_in(faults: &[EndpointFault]) -> bool {
    use super::endpoints::EndpointFaultKind as Kind;
    !faults.iter().any(|fault| matches!(fault.kind, Kind::ConnectInstance | Kind::AccessPortal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn audiences_are_recognised() {
        let url = |partition, region, certain| Audience::SignInUrl { partition, region, certain };
        let cases = [
            ("urn:amazon:webservices", Audience::Urn { partition: Partition::Aws }),
            ("urn:amazon:webservices:govcloud", Audience::Urn { partition: Partition::AwsUsGov }),
            ("urn:amazon:webservices:cn-northwest-1", Audience::Urn { partition: Partition::AwsCn }),
            ("https://signin.aws.amazon.com/saml", url(Partition::Aws, None, true)),
            ("https://eu-west-1.signin.aws.amazon.com/saml", url(Partition::Aws, Some("eu-west-1"), true)),
            ("https://signin.amazonaws-us-gov.com/saml", url(Partition::AwsUsGov, None, false)),
            ("https://signin.aws.amazon.com/static/saml", Audience::StaticUrl { partition: Partition::Aws }),
            ("urn:amazon:webservices:clientvpn", Audience::NotIam(OtherService::ClientVpn)),
            ("urn:amazon:cognito:sp:eu-west-1_0a1b2c3d4", Audience::NotIam(OtherService::Cognito)),
            (
                "https://us-east-1.signin.aws.amazon.com/platform/saml/d-0a1b2c3d4e",
                Audience::NotIam(OtherService::IdentityCenter),
            ),
            ("urn:amazon:appstream", Audience::Unknown),
            ("https://sp.example.com", Audience::Unknown),
            ("", Audience::Unknown),
        ];
        for (value, expected) in cases {
            assert_eq!(recognise(value), expected, "{value}");
        }
    }

    #[test]
    fn near_misses_say_what_was_meant() {
        use AudienceFaultKind::*;
        type Faults = [(AudienceFaultKind, &'static str)];
        let cases: &[(&str, &str, &Faults)] = &[
            ("urn:amazon:webservice", "urn:amazon:webservices", &[(Misspelt, "urn:amazon:webservice")]),
            ("URN:amazon:webservices", "urn:amazon:webservices", &[(Case, "URN:amazon:webservices")]),
            (" urn:amazon:webservices", "urn:amazon:webservices", &[(WhiteSpace, " ")]),
            ("urn:amazon:webservices/", "urn:amazon:webservices", &[(TrailingSlash, "/")]),
            ("https://signin.aws.amazon.com/saml/", "https://signin.aws.amazon.com/saml", &[(Url, "/")]),
            ("http://signin.aws.amazon.com/saml", "https://signin.aws.amazon.com/saml", &[(Url, "http")]),
        ];
        for (value, expected, expected_faults) in cases {
            let Audience::NearMiss { meant, faults } = recognise(value) else { panic!("{value}") };
            let found: Vec<_> =
                faults.iter().map(|fault| (fault.kind, value.get(fault.range.clone()).unwrap())).collect();
            assert_eq!((meant.as_str(), found.as_slice()), (*expected, *expected_faults), "{value}");
        }
    }

    #[test]
    fn what_is_accepted_is_recognised() {
        for partition in Partition::ALL {
            for audience in accepted(partition) {
                assert!(
                    matches!(recognise(audience), Audience::Urn { partition: of } | Audience::SignInUrl { partition: of, .. } if of == partition)
                );
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(value in "(urn:amazon:webservices|https://|signin|[:/ ]|\\PC){0,8}") {
            if let Audience::NearMiss { faults, .. } = recognise(&value) {
                prop_assert!(faults.iter().all(|fault| value.get(fault.range.clone()).is_some()));
            }
        }
    }
}
