//! Amazon Connect.

use super::{BLANK, Cite, Question, kloudmint};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "connect-direct-login",
        question: "Why can't I log directly into Amazon Connect when using SAML?",
        asked: &["Session Expired, SP-initiated SSO, open Connect URL directly, bookmark, access URL"],
        answer: &[
            "With SAML the sign-in to Amazon Connect begins at the identity provider. Who opens the instance's own address \
             sees Session Expired. Bookmark the tile of the identity provider instead.",
        ],
        see: &["E22", "connect-relay-state", "how-federation-works"],
        cite: kloudmint("Q2"),
        ..BLANK
    },
    Question {
        id: "user-difference",
        question: "Why does SAML work for some users but not others?",
        asked: &[
            "some agents cannot log in, username mismatch, case sensitive, lower case, ToLower, some users fail",
            "only one user, works for me and fails for a colleague, percent of agents, after username migration, log in",
            "duplicate profiles, two separate SSO profiles assigned, double user",
        ],
        answer: &[
            "Most often the RoleSessionName is not the user's name in Connect, to the letter: another case, an e-mail \
             address instead of its first part, a space. Then the user sees that the account is authenticated but not \
             onboarded.",
            "Else the user is not in the group that carries the role, has no e-mail address in the directory, or was never \
             created in Connect. Paste the response and the list of users here: they are compared.",
        ],
        commands: &["aws connect list-users --instance-id INSTANCE_ID --query 'UserSummaryList[].Username'"],
        see: &["some-users-fail", "E20", "connect-user-missing"],
        cite: kloudmint("Q5"),
        ..BLANK
    },
    Question {
        id: "connect-user-names",
        question: "Which user names does Amazon Connect accept with SAML?",
        asked: &[
            "Connect username format, case-sensitive, RoleSessionName must match username, application username, provisioning",
        ],
        answer: &[
            "Letters, digits and `_ - . @`, where `@` stands only in an e-mail address; 64 characters at most. \
             RoleSessionName has to be exactly that, in case as well. Users are not created at sign-in.",
            "RoleSessionName may also hold `+`, `=` and a comma, and no user of Connect can have such a name.",
        ],
        see: &["E20", "connect-session-name-characters", "user-difference"],
        cite: Cite { document: "Amazon Connect API Reference", section: "CreateUser" },
        ..BLANK
    },
    Question {
        id: "connect-permissions",
        question: "Which policy does the role for Amazon Connect need?",
        asked: &[
            "connect:GetFederationToken policy, attach-role-policy, Access denied contact your AWS account administrator",
        ],
        answer: &["One that allows `connect:GetFederationToken`, either on \
             `arn:aws:connect:REGION:ACCOUNT_ID:instance/INSTANCE_ID/user/${aws:userid}`, or on `*` with the condition \
             that `connect:InstanceId` equals the instance's id."],
        commands: &["aws iam attach-role-policy --role-name ROLE_NAME --policy-arn POLICY_ARN"],
        see: &["E21", "least-privilege"],
        cite: kloudmint("Amazon Connect-Specific SAML Issues"),
        ..BLANK
    },
    Question {
        id: "connect-relay-state",
        question: "What is the relay state for Amazon Connect?",
        asked: &["RelayState URL, connect federate, destination ccp-v2, agent workspace, deep link"],
        answer: &[
            "`https://REGION.console.aws.amazon.com/connect/federate/INSTANCE_ID`, with `?destination=%2Fccp-v2` to open \
             the contact control panel. The id is the UUID after `instance/` in the instance's ARN, not its alias.",
        ],
        see: &["E22", "connect-lands-in-console", "relay-state-missing"],
        cite: kloudmint("ACS URL and Regional Endpoint Issues"),
        ..BLANK
    },
    Question {
        id: "connect-global-resiliency",
        question: "How do I set up SAML for Amazon Connect Global Resiliency?",
        asked: &[
            "global sign-in endpoint, traffic distribution group, replica instance, sign-in.connect.aws, two regions",
            "UserNotOnboardedException, failover to the second region, disaster recovery, IAM policy for both regions",
        ],
        answer: &[
            "Global Resiliency has an ACS URL of its own: instance, account, role, provider and destination are in its query. Amazon Connect shows it filled in: \
             `https://INSTANCE_ID.SOURCE_REGION.sign-in.connect.aws/saml?&instanceId=INSTANCE_ID&accountId=ACCOUNT_ID&role=ROLE&idp=PROVIDER&destination=PATH`.",
            "Without a traffic distribution group Connect answers `ResourceNotFoundException`, and for an agent whom one of \
             the two instances does not have `UserNotOnboardedException`.",
        ],
        steps: &[
            "Set that URL as the ACS URL at the identity provider; the id and the region are those of the source instance.",
            "Let the trust policy take it: `StringLike` on `SAML:aud` with \
             `https://INSTANCE_ID.SOURCE_REGION.sign-in.connect.aws/saml*`, beside the addresses that it has. `StringEquals` \
             takes the `*` for a character.",
            "Check that the role's policy allows `connect:GetFederationToken` on both instances: each has a region and an \
             ARN of its own.",
            "Check that the agent exists in both instances under the same name, case included.",
            "Check that a traffic distribution group exists.",
        ],
        commands: &[
            "aws connect list-traffic-distribution-groups --region REGION",
            "aws connect list-users --instance-id INSTANCE_ID --query 'UserSummaryList[].Username'",
        ],
        see: &["E24", "connect-resource-not-found", "connect-permissions"],
        cite: Cite {
            document: "Amazon Connect Administrator Guide",
            section: "Amazon Connect Global Resiliency",
        },
        ..BLANK
    },
    Question {
        id: "connect-with-identity-center",
        question: "Can I use IAM Identity Center instead of direct IAM SAML federation for Connect?",
        asked: &["Identity Center for Amazon Connect, centralized access portal"],
        answer: &[
            "Yes. Identity Center is then the identity provider, and sends the assertion to AWS like any other. It takes no \
             encrypted assertions from an identity provider of its own, and creates no users at sign-in: they come by SCIM \
             or by hand. Connect needs its users created beforehand too.",
        ],
        see: &["scim-provisioning", "identity-center-setup"],
        cite: kloudmint("Q8"),
        ..BLANK
    },
];
