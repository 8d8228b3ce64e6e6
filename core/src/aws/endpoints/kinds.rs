//! What a URL can be to AWS, and what can be wrong with it.
//!
//! It deliberately gives no severity.

use std::ops::Range;

use super::super::partitions::Partition;

/// What a URL is to AWS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Endpoint<'a> {
    /// The sign-in page, which takes assertions.
    SignIn(SignIn<'a>),
    /// `…/static/saml`: AWS's examples show it; whether it works is not known. The trust policy must equal it.
    StaticSaml {
        partition: Partition,
        region: Option<&'a str>,
    },
    /// Amazon Connect Global Resiliency signs in through the instance's own host.
    ConnectGlobalResiliency {
        instance: &'a str,
        region: &'a str,
    },
    /// The drivers of Athena and Redshift listen on the user's own machine.
    Driver(Driver),
    /// A service that takes assertions without IAM roles.
    NotIam(OtherService),
    /// Meant for AWS, but not an address that takes assertions.
    Wrong(WrongEndpoint),
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn<'a> {
    pub partition: Partition,
    /// `None` in the URL without a region.
    pub region: Option<&'a str>,
    pub form: SignInForm<'a>,
    /// Whether AWS or practice confirms the address; otherwise it is an analogy or an unlisted region.
    pub certain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInForm<'a> {
    Global,
    Regional,
    /// `/saml/acs/<id>`: the address of one IAM provider, needed where its assertions must be encrypted.
    Provider(&'a str),
    Fips,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driver {
    Athena,
    Redshift,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherService {
    IdentityCenter,
    Cognito,
    ClientVpn,
    OpenSearch,
    Grafana,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongEndpoint {
    /// At least one, from left to right.
    pub faults: Vec<EndpointFault>,
    /// The URL that was most likely meant.
    pub intended: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointFault {
    pub kind: EndpointFaultKind,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointFaultKind {
    WhiteSpace,
    Invisible(char),
    /// `http:`.
    Http,
    /// No `https://` in front.
    NoScheme,
    UnknownScheme,
    UserInfo,
    UpperCaseHost,
    Port,
    TrailingSlash,
    Query,
    /// `#2`, as Entra ID wants in its identifier; the URL itself has none.
    Fragment,
    /// `/SAML`.
    PathCase,
    /// The host alone.
    NoPath,
    WrongPath,
    /// `/saml/<id>` instead of `/saml/acs/<id>`. AWS's own page shows it so once.
    MissingAcs,
    /// The provider's id is not 22 to 64 of `[A-Z0-9]`.
    ProviderId,
    /// The address of AWS's own metadata.
    MetadataUrl,
    /// `signin.<region>.aws.amazon.com`: the region stands before `signin`.
    RegionMisplaced,
    /// The region belongs to another partition.
    RegionOfOtherPartition,
    /// The word before the host is built like no region.
    NoRegion,
    /// `aws.amazon.com/saml`.
    AwsHomePage,
    ConsoleHost,
    StsHost,
    /// The relay state of AppStream stands in the ACS URL's place.
    AppStreamRelayState,
    WorkSpacesRelayState,
    /// The address of an Amazon Connect instance, or of its federation page.
    ConnectInstance,
    /// The AWS access portal.
    AccessPortal,
    /// An audience (`urn:amazon:webservices`) stands where the URL belongs.
    Audience,
    /// A host that only looks like the sign-in page.
    LookAlikeHost,
}
