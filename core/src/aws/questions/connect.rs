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
