//! What to set where at identity providers.

use super::{BLANK, Cite, Question, kloudmint};

const fn okta(section: &'static str) -> Cite {
    Cite {
        document: "How to set up SSO with AWS Identity and Access Management (Vu Long Tran, 2021)",
        section,
    }
}

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "okta-refresh-roles",
        question: "How do I get a new list of AWS roles into Okta?",
        asked: &["Refresh Application Data, new IAM role does not appear in Okta, populate roles"],
        answer: &[
            "Okta does not notice new roles by itself. Choose Applications, More, Refresh Application Data. The role has to \
             trust the provider of Okta.",
        ],
        see: &["okta-new-role-missing", "okta-api-access"],
        cite: okta("To get new list of AWS roles from AWS"),
        ..BLANK
    },
    Question {
        id: "okta-reset",
        question: "How do I reset the API connection or the assignment of the AWS app in Okta?",
        asked: &[
            "Reset the API connection, Test API Credentials, Reset the AWS Account Federation assignment, unassign",
        ],
        answer: &[
            "For the connection choose Provisioning, Integration, Edit, Test API Credentials. For an assignment unassign \
             the user or group and assign it anew, with its roles.",
        ],
        see: &["okta-new-role-missing", "E01"],
        cite: okta("Reset the API connection"),
        ..BLANK
    },
    Question {
        id: "okta-api-access",
        question: "Which permissions does Okta need to read the roles of AWS?",
        asked: &[
            "iam:ListRoles, iam:ListAccountAliases, API integration, access key, secret key, provisioning tab",
            "Connected Accounts IDs, API URL, Create users, Update user attributes, Programmatic access",
        ],
        answer: &[
            "A user with an access key whose policy allows `iam:ListRoles` and `iam:ListAccountAliases` on `*`. The key goes \
             under Provisioning, Integration. It only reads: Okta creates no users in AWS.",
        ],
        commands: &["aws iam list-roles --query 'Roles[].Arn'"],
        see: &["okta-new-role-missing", "okta-refresh-roles"],
        cite: okta("Creating a new policy"),
        ..BLANK
    },
    Question {
        id: "okta-provider-arn",
        question: "Where are the Identity Provider ARN and the Role ARN in Okta?",
        asked: &[
            "Identity Provider ARN setting, Role ARN setting, Advanced Sign-on Settings, Join all roles, Use Group Mapping",
        ],
        answer: &[
            "The provider's ARN is in the AWS Account Federation app under Sign On, Advanced Sign-on Settings. The roles are \
             under Assignments, in the assignment of each user or group.",
            "It is case-sensitive: `saml-provider/okta` and `saml-provider/Okta` are two providers.",
        ],
        wrong_claims: &["An example shows an account of ten digits. AWS accounts have twelve."],
        commands: &["aws iam list-saml-providers"],
        see: &["E08", "E09"],
        cite: okta("\"Identity Provider ARN\""),
        ..BLANK
    },
    Question {
        id: "okta-group-attributes",
        question: "Why can no AWS attributes be set at a group level in Okta?",
        asked: &[
            "Mapping error, AWS Account Federation user attributes group level, Import Groups, group filter, People tab",
        ],
        answer: &[
            "Import Groups is off under Provisioning, Integration; or the group's name differs from the Okta group filter; \
             or the directory user is in none of the role groups.",
        ],
        see: &["okta-no-group-attributes"],
        cite: okta("Mapping error"),
        ..BLANK
    },
    Question {
        id: "okta-preview",
        question: "How do I see in Okta what an assertion will contain?",
        asked: &["View SAML setup instructions, Okta SAML debugger, preview assertion, attribute statements"],
        answer: &[
            "Open the application, More, View SAML setup instructions. Sign On, Edit shows the attribute statements: Role \
             and RoleSessionName have to be mapped, and the application's user name has to be the name in Connect.",
        ],
        see: &["required-attributes", "capture-response"],
        cite: kloudmint("Okta"),
        ..BLANK
    },
    Question {
        id: "entra-claims",
        question: "How do I configure the claims for AWS in Microsoft Entra ID?",
        asked: &[
            "Azure AD claim mapping, User Identifier, userprincipalname, Entity ID, ToLower transformation, certificate notification",
        ],
        answer: &[
            "Set Identifier (Entity ID) to `https://signin.aws.amazon.com/saml`. Map RoleSessionName to what the target \
             knows the user by; `user.userprincipalname` often is an e-mail address, and in mixed case. A transformation \
             such as `ToLower()` or `ExtractMailPrefix()` adapts it.",
            "Under SAML certificates enter an address for notifications: certificates are replaced from time to time.",
        ],
        see: &["E20", "E02", "certificate-rotation"],
        cite: kloudmint("Azure AD / Microsoft Entra ID"),
        ..BLANK
    },
    Question {
        id: "adfs-claim-rules",
        question: "How do I check the claim rules for AWS in AD FS?",
        asked: &[
            "ADFS issuance transform rules, Get-AdfsRelyingPartyTrust, relying party trust, missing claim rules",
        ],
        answer: &[
            "On the AD FS server the command prints them. There has to be a rule each for NameID, Role and RoleSessionName, \
             and the relying party trust comes from the metadata of AWS. Keep the server's clock right.",
        ],
        commands: &[
            "Get-AdfsRelyingPartyTrust -Name 'Amazon Web Services' | Select-Object -ExpandProperty IssuanceTransformRules",
        ],
        wrong_claims: &[
            "The NameID is said to need the format emailAddress. WorkSpaces and AppStream need persistent, and AWS's own \
             recipe for AD FS uses that too.",
        ],
        see: &["E02", "E01", "aws-metadata", "check-clock"],
        cite: kloudmint("ADFS (Active Directory Federation Services)"),
        ..BLANK
    },
    Question {
        id: "ping-settings",
        question: "What must be set in PingFederate or PingOne for AWS?",
        asked: &["Ping Identity attribute mapping, SAML 2.0 not SAML 1.1, signing algorithm SHA-256"],
        answer: &[
            "SAML 2.0 assertions, not SAML 1.1; a signing algorithm with SHA-256; and the mapping of Role and \
             RoleSessionName.",
        ],
        see: &["saml-1", "required-attributes", "sign-response-or-assertion"],
        cite: kloudmint("Ping Identity"),
        ..BLANK
    },
];
