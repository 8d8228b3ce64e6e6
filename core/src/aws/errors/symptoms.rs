//! What people notice that no single text of AWS tells: who is refused and who is not, where, and what stays silent.
//!
//! It deliberately lists only what narrows the causes; a text of AWS, where there is one, narrows them more.

use super::{Appears, AwsError, BLANK, Certainty, Cite, Evidence, ROLE_SERVICES, Service, Stage};

const SYMPTOM: AwsError = AwsError {
    is_symptom: true,
    services: ROLE_SERVICES,
    appears: Appears::SignInPage,
    certainty: Certainty::Field,
    cite: Cite { document: "AWS IAM SAML authentication errors (kloudmint.com, 2026)", section: "FAQs" },
    ..BLANK
};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "some-users-fail",
        text: "Sign-in works for some users and fails for others",
        stages: &[Stage::Service, Stage::Attributes, Stage::Session],
        causes: &[
            "The RoleSessionName of some users is not their name in Connect; upper and lower case count.",
            "Some users are not in the group that the role is mapped from.",
            "Some users have no e-mail address, or a character in their name that AWS refuses.",
            "Some users were never created in Connect.",
        ],
        remedies: &[
            "Compare the response of a user who is refused with that of a user who is not.",
            "Check the groups and the directory entries of those who are refused.",
        ],
        commands: &["aws connect list-users --instance-id INSTANCE_ID --query 'UserSummaryList[].Username'"],
        decided_by: &[Evidence::Assertion, Evidence::ConnectUsers],
        ..SYMPTOM
    },
    AwsError {
        id: "one-region-fails",
        text: "Sign-in works in one region and fails in another",
        stages: &[Stage::TrustPolicy, Stage::RelayState],
        causes: &[
            "The trust policy does not list the ACS URL of that region under SAML:aud.",
            "A policy of the organisation denies AWS STS in that region.",
            "AWS STS is not activated in that region.",
            "The relay state points to another region.",
        ],
        remedies: &[
            "List the regional ACS URL under SAML:aud in every role.",
            "Allow AWS STS for the region in the policies of the organisation, and activate it in the account.",
            "Let the relay state name the region of the service.",
        ],
        commands: &[
            "aws sts get-caller-identity --region REGION",
            "aws iam get-role --role-name ROLE_NAME --query Role",
            "aws organizations list-policies-for-target --target-id ACCOUNT_ID --filter SERVICE_CONTROL_POLICY",
        ],
        decided_by: &[Evidence::Role, Evidence::Organisation, Evidence::RelayState],
        wrong_claims: &[
            "AWS STS is called a global service. Its regional endpoints are separate and can be switched off.",
        ],
        ..SYMPTOM
    },
    AwsError {
        id: "member-accounts-fail",
        text: "Sign-in works in the management account and fails in member accounts",
        stages: &[Stage::TrustPolicy, Stage::Provider],
        causes: &[
            "The provider exists only in the management account: a role can trust none of another account.",
            "A policy of the organisation denies sts:AssumeRoleWithSAML; it does not bind the management account.",
        ],
        remedies: &[
            "Create the provider in each account, or use permission sets of IAM Identity Center.",
            "Read the policies of the organisation that apply to the account.",
        ],
        commands: &[
            "aws iam list-saml-providers",
            "aws organizations list-policies-for-target --target-id ACCOUNT_ID --filter SERVICE_CONTROL_POLICY",
        ],
        decided_by: &[Evidence::Providers, Evidence::Role, Evidence::Organisation],
        cite: Cite { section: "Multi-Account Federation", ..SYMPTOM.cite },
        ..SYMPTOM
    },
    AwsError {
        id: "no-event-in-cloudtrail",
        text: "CloudTrail shows no AssumeRoleWithSAML event for the attempt",
        stages: &[Stage::TrustPolicy, Stage::Capture, Stage::Attributes],
        services: &[Service::Iam, Service::Connect, Service::WorkSpaces, Service::AppStream],
        causes: &[
            "The query was made in another region: the event is recorded in the region of the sign-in endpoint.",
            "A policy of the organisation denied AWS STS in the region.",
            "The sign-in page refused the response before it called AWS STS.",
            "The event is not delivered yet, or older than 90 days.",
        ],
        remedies: &[
            "Query the region of the ACS URL; the global one is recorded in us-east-1.",
            "Read the policies of the organisation.",
        ],
        commands: &[super::CLOUDTRAIL_QUERY],
        decided_by: &[Evidence::Assertion, Evidence::Organisation],
        certainty: Certainty::Uncertain,
        cite: Cite { section: "Case Study 3", ..SYMPTOM.cite },
        ..SYMPTOM
    },
];
