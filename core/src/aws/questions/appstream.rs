//! AppStream 2.0, now WorkSpaces Applications.

use super::{BLANK, Cite, Question};

const fn guide(section: &'static str) -> Cite {
    Cite { document: "Amazon AppStream 2.0 Developer Guide, Setting Up SAML", section }
}

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "appstream-role",
        question: "How do I create the IAM role for AppStream 2.0?",
        asked: &[
            "SAML 2.0 federation role, access methods, programmatic access, SAML:sub_type persistent, role name",
        ],
        answer: &[
            "Choose SAML 2.0 federation and the provider, and neither of the two access methods (programmatic, or \
             programmatic and console). Then choose the attribute `SAML:sub_type` with the value `persistent`, and embed the \
             policy with `appstream:Stream` as an inline policy.",
            "A role's name cannot be changed later.",
        ],
        wrong_claims: &[
            "A newer edition says to enter `https://signin.aws.amazon.com/saml` as the value of `SAML:sub_type`. Its own \
             example uses `persistent`, and that is right.",
        ],
        see: &["E05", "E40", "name-id-not-persistent", "appstream-policy-editor"],
        cite: guide("Step 2"),
        ..BLANK
    },
    Question {
        id: "appstream-policy-editor",
        question: "Why does IAM say that the AppStream policy is not valid or grants no permissions?",
        asked: &["validation failed, policy does not grant any permissions, ignore the error, JSON policy"],
        answer: &[
            "The guide says to ignore both messages: the policy is valid and sufficient. But fill in the region, the \
             account and the stack's name first; that name is case-sensitive.",
        ],
        see: &["policy-grants-no-permissions", "policy-validation-failed", "E40"],
        cite: guide("Step 3"),
        ..BLANK
    },
    Question {
        id: "appstream-name-id",
        question: "Which NameID does AppStream 2.0 need?",
        asked: &["domain-joined fleet, domain\\username, userPrincipalName, sAMAccountName, UPN, persistent"],
        answer: &[
            "For a fleet without a domain any name that stays the same. For domain-joined fleets `domain\\username` with the \
             sAMAccountName, the domain as NetBIOS name or in full, or `username@domain.com` with the userPrincipalName; \
             certificate-based authentication needs the latter.",
            "Its format is `urn:oasis:names:tc:SAML:2.0:nameid-format:persistent`.",
        ],
        see: &["E41", "E45", "name-id-not-persistent"],
        cite: guide("Step 5"),
        ..BLANK
    },
    Question {
        id: "appstream-relay-state",
        question: "What is the relay state for AppStream 2.0?",
        asked: &["relay state URL, stack, accountId, endpoint per region, appstream2, stack portal"],
        answer: &[
            "`https://appstream2.euc-sso.REGION.aws.amazon.com/saml?stack=STACK_NAME&accountId=ACCOUNT_ID`, with the account \
             as twelve digits without hyphens and the stack's name in its exact case.",
            "Older guides list `https://appstream2.REGION.aws.amazon.com/saml`. It works, and ends when the browser signs in \
             to AWS elsewhere. Neither is the ACS URL, though both end in `/saml`.",
        ],
        see: &["E42", "E43", "recipient-wrong"],
        cite: guide("Step 6"),
        ..BLANK
    },
];
