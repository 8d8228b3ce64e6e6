//! How long sessions last.

use super::{BLANK, Question, kloudmint};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "connect-longest-session",
        question: "What is the maximum SAML session duration for Amazon Connect?",
        asked: &[
            "Connect session length, SessionDuration, 12 hours, session expires, how long can an agent stay logged in",
            "extend a session beyond 12 hours, longer",
        ],
        answer: &[
            "Twelve hours, whatever `SessionDuration` says. After that agents log out and sign in at the identity provider \
             again.",
        ],
        see: &["connect-logged-out", "session-duration"],
        cite: kloudmint("Q4"),
        ..BLANK
    },
    Question {
        id: "connect-logged-out-during-call",
        question: "Why do agents get logged out after 12 hours even during an active call?",
        asked: &[
            "logged out during call, kicked out, call dropped, session ends, re-authenticate, token expires",
        ],
        answer: &[
            "Amazon Connect ends each session twelve hours after its start and cannot renew it. Have agents sign in anew \
             before, at the start of a shift or in a break.",
        ],
        see: &["connect-logged-out", "connect-longest-session"],
        cite: kloudmint("Q9"),
        ..BLANK
    },
    Question {
        id: "session-duration",
        question: "How do I set the session duration of the AWS console?",
        asked: &["SessionDuration attribute, MaxSessionDuration, longer session, default one hour"],
        answer: &[
            "Send the attribute `https://aws.amazon.com/SAML/Attributes/SessionDuration` with 900 to 43200 seconds. \
             Without it the session lasts one hour. `SessionNotOnOrAfter` shortens it.",
            "For the command line the caller's `DurationSeconds` counts, and the role's MaxSessionDuration limits it.",
        ],
        commands: &["aws iam update-role --role-name ROLE_NAME --max-session-duration 43200"],
        wrong_claims: &[
            "A SessionDuration above the role's MaxSessionDuration does not stop the browser's sign-in. It fails where a \
             login helper passes the value on as DurationSeconds.",
        ],
        see: &["E11", "session-duration-out-of-range", "session-duration-malformed"],
        cite: kloudmint("Security Best Practices"),
        ..BLANK
    },
    Question {
        id: "authenticator-clock",
        question: "Why are MFA codes refused during SAML sign-in?",
        asked: &["TOTP, authenticator app, clock skew, 30 seconds, MFA errors, invalid MFA credentials"],
        answer: &[
            "Codes of an authenticator depend on the time: a device whose clock is more than 30 seconds off makes wrong \
             ones. Let it set its clock by the network.",
            "In IAM Identity Center the same text is shown to a user who is not provisioned yet.",
        ],
        see: &["invalid-mfa-credentials", "scim-provisioning"],
        cite: kloudmint("Clock Skew in TOTP/MFA"),
        ..BLANK
    },
];
