//! Texts and symptoms that the identity provider's own pages show.
//!
//! It deliberately holds those alone that end a sign-in to AWS, or that somebody meets who sets one up.

use super::{Appears, AwsError, BLANK, Certainty, Cite, Evidence, PUBLIC_REPORTS, Service, Stage};

const PROVIDER: AwsError = AwsError {
    appears: Appears::IdentityProvider,
    certainty: Certainty::Field,
    cite: PUBLIC_REPORTS,
    ..BLANK
};

const OKTA: AwsError = AwsError {
    stages: &[Stage::Attributes],
    services: &[Service::Iam],
    cite: Cite {
        document: "How to set up SSO with AWS Identity and Access Management (Vu Long Tran, 2021)",
        section: "Tips and Troubleshooting",
    },
    ..PROVIDER
};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "AADSTS750054",
        text: "AADSTS750054",
        stages: &[Stage::Capture],
        services: &[Service::WorkSpaces],
        causes: &["The user access URL is the SAML endpoint of Entra ID, which expects a request."],
        remedies: &["Use the application's address under myapps.microsoft.com as the user access URL."],
        decided_by: &[Evidence::Directory],
        ..PROVIDER
    },
    AwsError {
        id: "AADSTS50011",
        text: "AADSTS50011",
        stages: &[Stage::Capture],
        causes: &["The ACS URL of the request is not among the application's Reply URLs."],
        remedies: &["Add the URL that is used to the Reply URLs, character by character."],
        ..PROVIDER
    },
    AwsError {
        id: "AADSTS50105",
        text: "AADSTS50105",
        stages: &[Stage::Capture],
        causes: &["The user is not assigned to the application in Entra ID."],
        remedies: &["Assign the user, or a group that holds the user directly."],
        certainty: Certainty::Uncertain,
        ..PROVIDER
    },
    AwsError {
        id: "okta-no-group-attributes",
        text: "There are no AWS Account Federation user attributes that can be set at a group level.",
        variants: &[
            "There are no AWS Account Federation user attributes that can be set at a group level",
            "You can edit an individual's AWS Account Federation user attributes under the People tab for AWS Account \
             Federation",
        ],
        causes: &[
            "Import Groups is off in the application's API integration.",
            "The group's name in the directory differs from what the Okta group filter expects.",
            "The directory user is in none of the role groups.",
        ],
        remedies: &[
            "Switch on Import Groups under Provisioning, Integration, API Integration.",
            "Compare the group's name with the Okta group filter, character by character.",
            "Add the user to the role groups in the directory.",
        ],
        ..OKTA
    },
    AwsError {
        id: "okta-new-role-missing",
        text: "A new IAM role is missing from the roles that Okta offers",
        is_symptom: true,
        causes: &[
            "Okta reads the roles of AWS only when it is told to.",
            "The access key of the API integration no longer works, or may not call iam:ListRoles.",
            "The role does not trust the provider that Okta knows.",
        ],
        remedies: &[
            "Choose Applications, More, Refresh Application Data.",
            "Test the credentials under Provisioning, Integration, Edit, Test API Credentials.",
            "Let the key's user call iam:ListRoles and iam:ListAccountAliases.",
            "Unassign the user and assign the user anew, with the role.",
        ],
        commands: &["aws iam list-roles --query 'Roles[].Arn'"],
        decided_by: &[Evidence::Role],
        ..OKTA
    },
];
