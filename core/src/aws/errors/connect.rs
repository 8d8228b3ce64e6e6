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
        variants: &["Your account has been authenticated, but has not been onboarded to this application"],
        stages: &[Stage::Service],
        causes: &[
            "No user of the Connect instance has exactly this RoleSessionName; upper and lower case differ.",
            "The user was never created in Connect, which creates none at sign-in.",
            "The user has two profiles.",
        ],
        remedies: &[
            "Compare RoleSessionName with the user names of the instance, character by character.",
            "Create the user in Connect, or change the mapping at the identity provider.",
        ],
        commands: &["aws connect list-users --instance-id {instance-id} --query UserSummaryList[].Username"],
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
            "aws iam attach-role-policy --role-name {role-name} --policy-arn {policy}",
            "aws iam list-attached-role-policies --role-name {role-name}",
        ],
        decided_by: &[Evidence::Permissions],
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
        variants: &[
            "UserNotFoundException {} when calling the GetFederationToken operation",
            "Provided identity: Principal: {} User: {} cannot be used for federation with",
        ],
        code: Some("InvalidRequestException"),
        status: Some(400),
        stages: &[Stage::Service],
        causes: &[
            "The caller of GetFederationToken is no session of a SAML role, for instance the root user.",
            "The instance has no user of that name.",
        ],
        remedies: &["Sign in through the federation role, as a user that the instance has."],
        commands: &["aws connect list-users --instance-id {instance-id} --query UserSummaryList[].Username"],
        decided_by: &[Evidence::ConnectUsers],
        cite: API,
        ..CONNECT
    },
    AwsError {
        id: "E24",
        text: "UserNotOnboardedException",
        stages: &[Stage::Service],
        causes: &["With Global Resiliency the agent must exist in both instances, and does not."],
        remedies: &[
            "Create the agent in the replica as well.",
            "Check that the traffic distribution group exists.",
        ],
        decided_by: &[Evidence::ConnectUsers],
        cite: Cite {
            document: "Amazon Connect Administrator Guide",
            section: "Amazon Connect Global Resiliency",
        },
        ..CONNECT
    },
    AwsError {
        id: "connect-lands-in-console",
        text: "After sign-in the AWS console opens, or Connect in another region",
        is_symptom: true,
        stages: &[Stage::RelayState],
        causes: &["The relay state is missing, or names another region than that of the instance."],
        remedies: &["Set the relay state to the connect/federate address in the instance's region."],
        decided_by: &[Evidence::RelayState],
        cite: SETUP,
        ..CONNECT
    },
];
