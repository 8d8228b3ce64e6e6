//! Amazon WorkSpaces.

use super::{BLANK, Cite, Question};

const RE_POST: Cite = Cite { document: "AWS re:Post", section: "Configure SAML 2.0 in Amazon WorkSpaces" };

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "workspaces-setup",
        question: "How do I set up SAML 2.0 for Amazon WorkSpaces?",
        asked: &["WorkSpaces SAML authentication, Entra ID, Okta, generate metadata, configure, steps"],
        answer: &[
            "Provider and role come first, the directory last: once it is on, everybody signs in that way.",
        ],
        steps: &[
            "Generate the metadata at the identity provider: AD FS, Auth0, Entra ID, Duo, JumpCloud, Keycloak, Okta, \
             OneLogin, PingFederate and PingOne have instructions of their own.",
            "Create the SAML provider in IAM with it.",
            "Create the role. Its trust policy allows `sts:AssumeRoleWithSAML` and `sts:TagSession`, its policy \
             `workspaces:Stream` on the directory.",
            "Send Role, RoleSessionName, `PrincipalTag:Email` and a persistent NameID that is the user's name in WorkSpaces.",
            "Turn on SAML 2.0 authentication in the WorkSpaces directory.",
        ],
        wrong_claims: &[
            "An example of the Role value begins with `aws:iam::` instead of `arn:aws:iam::`. The `arn:` is needed.",
            "The fields are said not to support special characters. Role names may hold `+=,.@_-`, provider names `._-`.",
        ],
        see: &["E05", "E08", "E09", "E30", "E33", "workspaces-directory"],
        cite: RE_POST,
        ..BLANK
    },
    Question {
        id: "workspaces-directory",
        question: "How do I turn on SAML 2.0 authentication in the WorkSpaces directory?",
        asked: &["activate SAML directory, user access URL, deep link parameter, SamlProperties, enable"],
        answer: &[
            "In the WorkSpaces console open the directory, Authentication, and enable SAML 2.0 with the user access URL of \
             the identity provider and the name of its deep link parameter: `RelayState`, for Ping `TargetResource`.",
            "The command shows whether it is on: `Status` is `ENABLED`.",
        ],
        commands: &["aws workspaces describe-workspace-directories --query 'Directories[].SamlProperties'"],
        see: &["E32", "workspaces-setup"],
        cite: RE_POST,
        ..BLANK
    },
];
