//! Texts of IAM Identity Center when users are provisioned by SCIM.
//!
//! It deliberately stops at those that keep users from signing in.

use super::{Appears, AwsError, BLANK, Cite, Service, Stage};

const SCIM: AwsError = AwsError {
    stages: &[Stage::Service],
    services: &[Service::IdentityCenter],
    appears: Appears::IdentityProvider,
    cite: Cite {
        document: "IAM Identity Center User Guide",
        section: "Troubleshooting IAM Identity Center issues, SCIM",
    },
    ..BLANK
};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "scim-unparsable",
        text: "Request is unparsable, syntactically incorrect, or violates schema",
        causes: &[
            "The identity provider sends a user with values that Identity Center's schema does not take.",
        ],
        remedies: &["Send first name, last name and display name, and one value for each entry."],
        ..SCIM
    },
    AwsError {
        id: "scim-missing-name",
        text: "2 validation errors detected: Value at 'name.givenName' failed to satisfy constraint: \
               Member must have length greater than or equal to 1",
        variants: &[
            "at 'name.givenName' failed to satisfy constraint",
            "at 'name.familyName' failed to satisfy constraint",
        ],
        causes: &["The user has no first or last name at the identity provider."],
        remedies: &["Fill in first name, last name and display name."],
        ..SCIM
    },
    AwsError {
        id: "scim-list-limit",
        text: "List attribute emails exceeds allowed limit of 1",
        variants: &["List attribute {} exceeds allowed limit of 1"],
        causes: &["The identity provider sends several values where Identity Center takes one."],
        remedies: &["Map a single value, and leave out secondary addresses."],
        ..SCIM
    },
];
