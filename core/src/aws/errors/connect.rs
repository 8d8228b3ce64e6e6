//! Texts and symptoms of Amazon Connect after AWS has accepted the assertion.
//!
//! It deliberately leaves out errors of Connect that have nothing to do with sign-in.

use super::{Appears, AwsError, BLANK, Cite, Evidence, Service, Stage};

const GUIDE: Cite =
    Cite { document: "Amazon Connect Administrator Guide", section: "Troubleshoot SAML with Amazon Connect" };
const SETUP: Cite = Cite {
    document: "Amazon Connect Administrator Guide",
    section: "Configure SAML with IAM for Amazon Connect",
};
const API: Cite = Cite { document: "Amazon Connect API Reference", section: "GetFederationToken, Errors" };

const CONNECT: AwsError =
    AwsError { services: &[Service::Connect], appears: Appears::Connect, cite: GUIDE, ..BLANK };

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "E20",
        text: "Access Denied. Your account has been authenticated, but has not been onboarded to this application.",
        variants: &[
            "Your account has been authenticated, but has not been onboarded to this application",
            "Access Denied - not onboarded",
        ],
        stages: &[Stage::Service],
        causes: &[
            "No user of the Connect instance has exactly this RoleSessionName; upper and lower case differ.",
            "The user was never created in Connect, which creates none at sign-in.",
            "The identity provider sends an e-mail address and the user's name in Connect is only its first part.",
            "The user has two profiles.",
        ],
        remedies: &[
            "Compare RoleSessionName with the user names of the instance, character by character.",
            "Create the user in Connect, or change the mapping at the identity provider.",
            "Where only the case differs, let the claim mapping write the value in lower case.",
            "Remove the second profile of the user.",
        ],
        commands: &["aws connect list-users --instance-id INSTANCE_ID --query 'UserSummaryList[].Username'"],
        decided_by: &[Evidence::ConnectUsers, Evidence::Assertion],
        ..CONNECT
    },
    AwsError {
        id: "E21",
        text: "Access denied, Please contact your AWS account administrator for assistance.",
        variants: &["Access denied, Please contact your AWS account administrator for assistance"],
        stages: &[Stage::Service],
        causes: &["The role has no permission for connect:GetFederationToken on this instance."],
        remedies: &["Attach a policy that allows connect:GetFederationToken for the instance."],
        commands: &[
            "aws iam attach-role-policy --role-name ROLE_NAME --policy-arn POLICY_ARN",
            "aws iam list-attached-role-policies --role-name ROLE_NAME",
        ],
        decided_by: &[Evidence::Permissions],
        wrong_claims: &[
            "A command in the guide of Connect has long dashes and `--policy_arn`, and does not run as printed.",
        ],
        ..CONNECT
    },
    AwsError {
        id: "E22",
        text: "Session Expired",
        stands_alone: true,
        stages: &[Stage::RelayState, Stage::Service],
        causes: &[
            "The instance was opened by its own address; with SAML the sign-in begins at the identity provider.",
            "The relay state is the address of the instance instead of its federation page.",
            "Twelve hours have passed, after which Connect ends every session.",
        ],
        remedies: &[
            "Start at the identity provider.",
            "Set the relay state to the console's connect/federate address with the instance's id.",
        ],
        decided_by: &[Evidence::RelayState],
        ..CONNECT
    },
    AwsError {
        id: "E23",
        text: "cannot be used for federation with Amazon Connect",
        variants: &["Provided identity: Principal: {} User: {} cannot be used for federation with"],
        code: Some("InvalidRequestException"),
        status: Some(400),
        stages: &[Stage::Service],
        causes: &[
            "The caller of GetFederationToken is no session of a SAML role, for instance the root user.",
        ],
        remedies: &["Sign in through the federation role, as a user that the instance has."],
        commands: &["aws sts get-caller-identity"],
        decided_by: &[Evidence::CloudTrail],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "connect-user-not-found",
        text: "No user with the specified credentials was found in the Amazon Connect instance.",
        variants: &[
            "No user with the specified credentials was found in the Connect Customer instance.",
            "UserNotFoundException {} when calling the GetFederationToken operation",
        ],
        code: Some("UserNotFoundException"),
        status: Some(404),
        stages: &[Stage::Service],
        causes: &["The instance has no user whose name is exactly this RoleSessionName."],
        remedies: &["Create the user in Connect, or send the name that the user has there."],
        commands: &["aws connect list-users --instance-id INSTANCE_ID --query 'UserSummaryList[].Username'"],
        decided_by: &[Evidence::ConnectUsers],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "connect-resource-not-found",
        text: "ResourceNotFoundException from GetFederationToken",
        is_symptom: true,
        variants: &["ResourceNotFoundException {} when calling the GetFederationToken operation"],
        code: Some("ResourceNotFoundException"),
        status: Some(404),
        stages: &[Stage::RelayState, Stage::Service],
        causes: &[
            "The relay state names an instance that does not exist in this region.",
            "With Global Resiliency the traffic distribution group is missing.",
        ],
        remedies: &[
            "Put the instance's id, not its alias, and its region into the relay state.",
            "Create the traffic distribution group.",
        ],
        commands: &[
            "aws connect list-instances --region REGION",
            "aws connect list-traffic-distribution-groups --region REGION",
        ],
        decided_by: &[Evidence::RelayState],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "connect-invalid-parameter",
        text: "InvalidParameterException from GetFederationToken",
        is_symptom: true,
        variants: &["InvalidParameterException {} when calling the GetFederationToken operation"],
        code: Some("InvalidParameterException"),
        status: Some(400),
        stages: &[Stage::RelayState],
        causes: &["The id of the instance in the call or in the relay state is malformed."],
        remedies: &["Use the 36 characters after `instance/` in the instance's ARN."],
        decided_by: &[Evidence::RelayState],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "connect-duplicate-resource",
        text: "DuplicateResourceException from GetFederationToken",
        is_symptom: true,
        variants: &["DuplicateResourceException {} when calling the GetFederationToken operation"],
        code: Some("DuplicateResourceException"),
        status: Some(409),
        stages: &[Stage::Service],
        causes: &["The instance holds two entries for what was asked for."],
        remedies: &["Look for a second profile of the user in the instance, and remove it."],
        decided_by: &[Evidence::ConnectUsers],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "connect-throttled",
        text: "ThrottlingException from GetFederationToken",
        is_symptom: true,
        variants: &["ThrottlingException {} when calling the GetFederationToken operation"],
        code: Some("ThrottlingException"),
        status: Some(429),
        stages: &[Stage::Service],
        causes: &["More users sign in to the instance at once than its quota allows."],
        remedies: &["Try again after a moment, or ask for a higher quota."],
        decided_by: &[Evidence::CloudTrail],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "connect-internal-error",
        text: "InternalServiceException from GetFederationToken",
        is_symptom: true,
        variants: &["InternalServiceException {} when calling the GetFederationToken operation"],
        code: Some("InternalServiceException"),
        status: Some(500),
        stages: &[Stage::Service],
        causes: &["Amazon Connect itself failed; the assertion has nothing to do with it."],
        remedies: &["Try again, and look at the AWS Health Dashboard."],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "E24",
        text: "UserNotOnboardedException",
        stages: &[Stage::Service],
        causes: &["With Global Resiliency the agent must exist in both instances, and does not."],
        remedies: &["Create the agent in both instances, under the same name, case included."],
        commands: &["aws connect list-users --instance-id INSTANCE_ID --query 'UserSummaryList[].Username'"],
        decided_by: &[Evidence::ConnectUsers],
        cite: Cite {
            document: "Amazon Connect Administrator Guide",
            section: "Amazon Connect Global Resiliency",
        },
        ..CONNECT
    },
    AwsError {
        id: "connect-logged-out",
        text: "Connect agents are logged out after 12 hours, even during a call",
        is_symptom: true,
        stages: &[Stage::Session, Stage::Service],
        causes: &["Connect ends every session after twelve hours and cannot renew it by itself."],
        remedies: &[
            "Have agents log out and sign in again at the identity provider before the twelve hours are over.",
        ],
        cite: SETUP,
        wrong_claims: &[
            "SessionDuration does not lengthen the session of Connect, which is always twelve hours.",
        ],
        ..CONNECT
    },
    AwsError {
        id: "connect-lands-in-console",
        text: "After sign-in the AWS console opens, or Connect in another region",
        is_symptom: true,
        stages: &[Stage::RelayState],
        causes: &["The relay state is missing, or names another region than that of the instance."],
        remedies: &[
            "Set the relay state to the connect/federate address in the instance's region.",
            "Let the ACS URL and the relay state name the same region, and list that ACS URL under SAML:aud.",
        ],
        decided_by: &[Evidence::RelayState],
        cite: SETUP,
        ..CONNECT
    },
];
