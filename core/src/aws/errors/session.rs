//! Texts about session tags and the session's duration.
//!
//! It deliberately says nothing of how long a service keeps its own session.

use super::{Appears, AwsError, BLANK, Certainty, Evidence, PUBLIC_REPORTS, STS_API, Service, Stage};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "E11",
        text: "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        variants: &[
            "Requested DurationSeconds exceeds MaxSessionDuration set for this role.",
            "requested DurationSeconds exceeds the MaxSessionDuration",
        ],
        code: Some("ValidationError"),
        status: Some(400),
        stages: &[Stage::Session],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &[
            "The caller asked for a longer session than the role allows, whose default is one hour.",
            "A login helper copied SessionDuration from the assertion into DurationSeconds.",
        ],
        remedies: &[
            "Ask for a shorter session, or lengthen the role's longest session, to 43200 seconds at most.",
            "Have the login helper ask for no longer session than the role allows.",
        ],
        commands: &[
            "aws iam get-role --role-name ROLE_NAME --query Role.MaxSessionDuration",
            "aws iam update-role --role-name ROLE_NAME --max-session-duration SECONDS",
        ],
        decided_by: &[Evidence::Role, Evidence::CallArguments],
        wrong_claims: &[
            "A SessionDuration attribute above the role's limit does not stop the browser's sign-in. \
             It fails where a tool passes the value on as DurationSeconds.",
        ],
        ..BLANK
    },
    AwsError {
        id: "E11b",
        text: "1 validation error detected: Value 'N' at 'durationSeconds' failed to satisfy constraint: \
               Member must have value less than or equal to 43200",
        variants: &[
            "Value {} at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to {}",
            "at 'durationSeconds' failed to satisfy constraint",
        ],
        code: Some("ValidationError"),
        status: Some(400),
        stages: &[Stage::Session],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &["DurationSeconds is outside 900 to 43200."],
        remedies: &["Pass a number of seconds from 900 to 43200."],
        decided_by: &[Evidence::CallArguments],
        certainty: Certainty::Uncertain,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E11c",
        text: "1 validation error detected: Value 'N' at 'durationSeconds' failed to satisfy constraint: \
               Member must have value greater than or equal to 900",
        variants: &[
            "Value {} at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to {}",
        ],
        code: Some("ValidationError"),
        status: Some(400),
        stages: &[Stage::Session],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &["DurationSeconds is less than 900."],
        remedies: &["Pass a number of seconds from 900 to 43200."],
        decided_by: &[Evidence::CallArguments],
        certainty: Certainty::Uncertain,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E16",
        text: "Unable to validate tags",
        variants: &["Unable to validate tags."],
        code: Some("ValidationError"),
        status: Some(400),
        stages: &[Stage::Session],
        causes: &[
            "The key or the value of a session tag holds an illegal character, such as `&`, a comma or an apostrophe.",
            "A key is longer than 128 or a value longer than 256 characters.",
            "There are more than 50 tags, two keys differ only in case, or one begins with `aws:`.",
        ],
        remedies: &["Clean the claim at the identity provider; write `/` for a backslash in a user name."],
        decided_by: &[Evidence::Assertion],
        ..BLANK
    },
    AwsError {
        id: "E17",
        text: "Packed size of session tags consumes N% of allotted space.",
        variants: &["Packed size of session tags consumes {}% of allotted space", "PackedPolicyTooLarge"],
        code: Some("PackedPolicyTooLarge"),
        other_codes: &["PackedPolicyTooLargeException"],
        status: Some(400),
        stages: &[Stage::Session],
        causes: &["The session tags, packed by AWS into a form of their own, are too large together."],
        remedies: &["Send fewer tags, or shorter ones."],
        decided_by: &[Evidence::CloudTrail],
        ..BLANK
    },
    AwsError {
        id: "E19",
        text: "STS is not activated in the requested region for the account that is being asked to generate credentials.",
        variants: &["STS is not activated in the requested region", "RegionDisabledException"],
        code: Some("RegionDisabledException"),
        status: Some(403),
        stages: &[Stage::TrustPolicy],
        causes: &["AWS STS is switched off in the region of the sign-in endpoint."],
        remedies: &[
            "Activate STS for the region in the account settings of IAM, or use another endpoint.",
            "Check that no policy of the organisation denies STS in the region: that looks alike but says E05.",
        ],
        commands: &["aws sts get-caller-identity --region REGION"],
        decided_by: &[Evidence::CloudTrail],
        cite: STS_API,
        ..BLANK
    },
];
