//! Texts and symptoms of Amazon WorkSpaces clients.
//!
//! It deliberately repeats no text of `AssumeRoleWithSAML`: WorkSpaces users see those as they are.

use super::{Appears, AwsError, BLANK, Cite, Evidence, Service, Stage};

const GUIDE: Cite = Cite {
    document: "Amazon WorkSpaces Administration Guide",
    section: "Troubleshoot issues for WorkSpaces Personal",
};
const SETUP: Cite = Cite { document: "Amazon WorkSpaces Administration Guide", section: "Set up SAML 2.0" };
const CERTIFICATES: Cite =
    Cite { document: "Amazon WorkSpaces Administration Guide", section: "Certificate-based authentication" };

const WORKSPACES: AwsError =
    AwsError { services: &[Service::WorkSpaces], appears: Appears::WorkSpacesClient, cite: GUIDE, ..BLANK };

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "E30",
        text: "not authorized to stream their WorkSpaces desktop",
        variants: &["not authorized to stream your WorkSpaces desktop"],
        stages: &[Stage::Service],
        causes: &[
            "The role's policy does not allow workspaces:Stream on this directory.",
            "The user has no WorkSpace in the directory.",
        ],
        remedies: &[
            "Allow workspaces:Stream on the directory's ARN, with workspaces:userId equal to ${saml:sub}.",
        ],
        commands: &["aws workspaces describe-workspaces --directory-id DIRECTORY_ID"],
        decided_by: &[Evidence::Permissions, Evidence::Directory],
        ..WORKSPACES
    },
    AwsError {
        id: "E31",
        text: "WorkSpaces users are disconnected every 60 minutes",
        is_symptom: true,
        stages: &[Stage::Session],
        causes: &["The assertion has no SessionDuration, so streaming ends after one hour."],
        remedies: &["Send SessionDuration with up to 43200 seconds."],
        decided_by: &[Evidence::Assertion],
        ..WORKSPACES
    },
    AwsError {
        id: "E32",
        text: "WorkSpaces reports an error of the redirect URI, or another client instance starts",
        is_symptom: true,
        stages: &[Stage::RelayState],
        causes: &[
            "The relay state is not the WorkSpaces address with the registration code.",
            "The directory's user access URL or deep link parameter is wrong; Ping calls it TargetResource.",
        ],
        remedies: &[
            "Correct the relay state, the user access URL and the deep link parameter of the directory.",
        ],
        commands: &["aws workspaces describe-workspace-directories --query 'Directories[].SamlProperties'"],
        decided_by: &[Evidence::RelayState, Evidence::Directory],
        ..WORKSPACES
    },
    AwsError {
        id: "E33",
        text: "Something went wrong: An error occurred while launching your WorkSpace",
        variants: &["An error occurred while launching your WorkSpace"],
        stages: &[Stage::Service],
        causes: &[
            "The NameID is not the user's name in WorkSpaces.",
            "PrincipalTag:Email is missing or not the e-mail address in the directory.",
        ],
        remedies: &[
            "Map NameID to the sAMAccountName and PrincipalTag:Email to the directory's e-mail address.",
        ],
        commands: &[
            "aws workspaces describe-workspaces --directory-id DIRECTORY_ID --query 'Workspaces[].UserName'",
        ],
        decided_by: &[Evidence::Assertion, Evidence::Directory],
        ..WORKSPACES
    },
    AwsError {
        id: "E35",
        text: "WorkSpaces still asks for a password although certificate-based authentication is on",
        is_symptom: true,
        stages: &[Stage::Service],
        causes: &[
            "PrincipalTag:UserPrincipalName or PrincipalTag:ObjectSid is missing or does not match the directory.",
            "The private CA lacks the tag euc-private-ca, or the WorkSpace was not restarted.",
        ],
        remedies: &["Send both tags with the directory's values.", "Tag the CA and restart the WorkSpace."],
        decided_by: &[Evidence::Assertion, Evidence::Directory],
        cite: CERTIFICATES,
        ..WORKSPACES
    },
    AwsError {
        id: "E36",
        text: "The client and the server cannot communicate, because they do not possess a common algorithm",
        stages: &[Stage::Service],
        causes: &["TLS 1.2 is switched off on the user's machine."],
        remedies: &["Switch TLS 1.2 on."],
        ..WORKSPACES
    },
    AwsError {
        id: "E38",
        text: "WorkSpaces opens as another user after switching identities",
        is_symptom: true,
        stages: &[Stage::Capture],
        causes: &["The identity provider reuses the session of the user who signed in before."],
        remedies: &["Let the identity provider force a fresh sign-in (ForceAuthn) for this application."],
        cite: SETUP,
        ..WORKSPACES
    },
];
