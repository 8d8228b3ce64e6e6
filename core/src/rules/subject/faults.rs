//! What is wrong with an address, in words for people.
//!
//! It deliberately finds nothing: the faults come from the recogniser of AWS endpoints.

use crate::aws::characters::describe_char;
use crate::aws::endpoints::EndpointFaultKind as Kind;

/// White space and invisible characters, which have a rule of their own.
pub(super) fn is_blank(kind: Kind) -> bool {
    matches!(kind, Kind::WhiteSpace | Kind::Invisible(_))
}

/// Completes "the assertion is for X, which …".
pub(super) fn describe(kind: Kind) -> String {
    match kind {
        Kind::WhiteSpace => "holds white space",
        Kind::Invisible(c) => return format!("holds an invisible character ({})", describe_char(c)),
        Kind::Http => "begins with http instead of https",
        Kind::NoScheme => "lacks https:// in front",
        Kind::UnknownScheme => "does not begin with https",
        Kind::UserInfo => "names a user before the host",
        Kind::UpperCaseHost => "writes the host in capital letters",
        Kind::Port => "names a port",
        Kind::TrailingSlash => "ends with a slash too many",
        Kind::Query => "carries a query",
        Kind::Fragment => "carries a number sign and what follows it",
        Kind::PathCase => "writes the path in other letters than /saml",
        Kind::NoPath => "lacks /saml at the end",
        Kind::WrongPath => "has another path than /saml",
        Kind::MissingAcs => "lacks /acs between /saml and the identifier of the provider",
        Kind::ProviderId => "ends with something that cannot be the identifier of a SAML provider",
        Kind::MetadataUrl => "is where AWS publishes its metadata, not where it takes assertions",
        Kind::RegionMisplaced => "names the region after signin instead of before it",
        Kind::RegionOfOtherPartition => "names a region that does not belong to this sign-in page",
        Kind::NoRegion => "has a word before the host that is no region",
        Kind::AwsHomePage => "is the home page of AWS",
        Kind::ConsoleHost => "is the AWS console and takes no assertions itself",
        Kind::StsHost => "is the API of AWS STS, not the sign-in page",
        Kind::AppStreamRelayState => "is the relay state of AppStream",
        Kind::WorkSpacesRelayState => "is the relay state of WorkSpaces",
        Kind::ConnectInstance => "is the page of an Amazon Connect instance, an address for the relay state",
        Kind::AccessPortal => "is the AWS access portal, where people choose an account",
        Kind::Audience => "is an audience, not an address",
        Kind::LookAlikeHost => "only looks like the AWS sign-in page",
    }
    .to_owned()
}
