//! The regions in which WorkSpaces and AppStream list an endpoint for relay states.
//!
//! It deliberately claims no completeness: a region may have been added since.

/// WorkSpaces Administration Guide, "Set up SAML 2.0": relay state endpoints.
pub(super) const WORKSPACES_REGIONS: &[&str] = &[
    "us-east-1",
    "us-west-2",
    "af-south-1",
    "ap-south-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "sa-east-1",
    "il-central-1",
    "us-gov-west-1",
    "us-gov-east-1",
];

/// AppStream 2.0 Administration Guide, "Setting up SAML": relay state region endpoints, the recommended ones.
pub(super) const APPSTREAM_REGIONS: &[&str] = &[
    "us-east-1",
    "us-east-2",
    "us-west-2",
    "ap-southeast-5",
    "ap-south-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eu-south-1",
    "eu-south-2",
    "sa-east-1",
    "il-central-1",
    "us-gov-west-1",
    "us-gov-east-1",
];

/// The same page: the endpoints that AWS no longer recommends.
pub(super) const APPSTREAM_OLD_REGIONS: &[&str] = &[
    "us-east-1",
    "us-east-2",
    "us-west-2",
    "ap-south-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "sa-east-1",
    "us-gov-west-1",
    "us-gov-east-1",
];
