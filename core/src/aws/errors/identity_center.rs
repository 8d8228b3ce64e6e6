//! Texts of IAM Identity Center as the receiver of assertions.
//!
//! It deliberately leaves out what Identity Center sends as an identity provider: AWS answers that like any other.

use super::{Appears, AwsError, BLANK, Certainty, Cite, Evidence, PUBLIC_REPORTS, Service, Stage};

const GUIDE: Cite = Cite {
    document: "IAM Identity Center User Guide",
    section: "Troubleshooting IAM Identity Center issues",
};

const IDENTITY_CENTER: AwsError = AwsError {
    services: &[Service::IdentityCenter],
    appears: Appears::IdentityCenter,
    cite: GUIDE,
    decided_by: &[Evidence::Assertion, Evidence::CloudTrail],
    ..BLANK
};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "unexpected-error",
        text: "An unexpected error has occurred",
        stages: &[Stage::Service, Stage::Response, Stage::Attributes, Stage::SubjectConfirmation],
        causes: &[
            "The NameID is not, to the letter, the user name of an existing user; the e-mail address does not count.",
            "The NameID's format is not emailAddress.",
            "The response holds more than one assertion, or an encrypted one.",
            "Attributes for access control have several values, the same name twice, or are more than 50.",
        ],
        remedies: &[
            "Provision the user first and send the user name as NameID.",
            "Read the event ExternalIdPDirectoryLogin in CloudTrail.",
        ],
        commands: &[
            "aws cloudtrail lookup-events --region REGION \
             --lookup-attributes 'AttributeKey=EventName,AttributeValue=ExternalIdPDirectoryLogin'",
            "aws identitystore list-users --region REGION --identity-store-id IDENTITY_STORE_ID",
        ],
        ..IDENTITY_CENTER
    },
    AwsError {
        id: "its-not-you",
        text: "It's not you, it's us",
        stages: &[Stage::SubjectConfirmation, Stage::Signature, Stage::Service],
        causes: &["A clock is wrong, the certificate was replaced, or the NameID has the wrong format."],
        remedies: &["Check the clock, the certificate in Identity Center and the format of the NameID."],
        ..IDENTITY_CENTER
    },
    AwsError {
        id: "not-a-valid-response-for-request",
        text: "Not a valid response for the provided request id",
        stages: &[Stage::SubjectConfirmation],
        causes: &["InResponseTo is not the id of the request that Identity Center sent."],
        remedies: &["Start again at the access portal, and do not reuse an older page."],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..IDENTITY_CENTER
    },
    AwsError {
        id: "invalid-mfa-credentials",
        text: "Invalid MFA credentials",
        stages: &[Stage::Service],
        causes: &[
            "The user is not provisioned yet, or the clock of the authenticator is more than 30 seconds off.",
        ],
        remedies: &["Provision the user by SCIM.", "Set the clock of the device by the network."],
        ..IDENTITY_CENTER
    },
    AwsError {
        id: "session-token-not-found",
        text: "Session token not found or invalid",
        stages: &[Stage::Service],
        causes: &["The session of the access portal has ended or was never begun."],
        remedies: &["Sign in again at the access portal."],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..IDENTITY_CENTER
    },
    AwsError {
        id: "request-could-not-be-completed",
        text: "Your request could not be completed",
        stands_alone: true,
        stages: &[Stage::Service],
        causes: &["Identity Center could not finish the sign-in; the text names no reason."],
        remedies: &["Read the event ExternalIdPDirectoryLogin in CloudTrail."],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..IDENTITY_CENTER
    },
];
