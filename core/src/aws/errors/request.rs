//! Texts that callers of `AssumeRoleWithSAML` see: malformed calls, and refusals with a code of their own.
//!
//! It deliberately leaves out errors of credentials that have nothing to do with SAML.

use super::{Appears, AwsError, BLANK, Certainty, Evidence, PUBLIC_REPORTS, STS_API, Service, Stage};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "E14",
        text: "SAML Assertion doesn't contain the requested Role and Metadata in the attributes",
        variants: &["SAML Assertion does not contain the requested Role and Metadata in the attributes"],
        code: Some("InvalidIdentityToken"),
        other_codes: &["InvalidIdentityTokenException"],
        status: Some(400),
        stages: &[Stage::Attributes],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &["The role and provider of the call are not together in a value of the Role attribute."],
        remedies: &["Pass a pair that stands in the assertion."],
        decided_by: &[Evidence::Assertion, Evidence::CallArguments],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E15",
        text: "Invalid base64 SAMLResponse",
        code: Some("InvalidIdentityToken"),
        other_codes: &["AuthSamlInvalidSamlResponseException", "InvalidIdentityTokenException"],
        status: Some(400),
        stages: &[Stage::Decode],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &[
            "The call got XML, percent-encoded text or broken lines instead of the Base64 of the form field.",
        ],
        remedies: &["Pass the Base64 exactly as it stands in the form field."],
        decided_by: &[Evidence::Assertion],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E18",
        text: "The identity provider (IdP) reported that authentication failed. This might be because the claim is invalid.",
        variants: &["The identity provider (IdP) reported that authentication failed", "IDPRejectedClaim"],
        code: Some("IDPRejectedClaim"),
        status: Some(403),
        stages: &[Stage::Response],
        causes: &["The Status of the response is not Success: the identity provider refused the user."],
        remedies: &["Read the second status code and the identity provider's own log."],
        decided_by: &[Evidence::Assertion],
        certainty: Certainty::Uncertain,
        cite: STS_API,
        ..BLANK
    },
    AwsError {
        id: "E19b",
        text: "The request was rejected because the policy document was malformed.",
        variants: &["MalformedPolicyDocument {} when calling the AssumeRoleWithSAML operation"],
        code: Some("MalformedPolicyDocument"),
        status: Some(400),
        stages: &[Stage::Session],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &["The session policy that the caller passed is no valid policy."],
        remedies: &["Correct the session policy of the call, or leave it out."],
        decided_by: &[Evidence::CallArguments],
        cite: STS_API,
        ..BLANK
    },
    AwsError {
        id: "E19c",
        text: "Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
        variants: &[
            "at 'roleArn' failed to satisfy constraint",
            "at 'principalArn' failed to satisfy constraint",
        ],
        code: Some("ValidationError"),
        status: Some(400),
        stages: &[Stage::Attributes],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &["A tool could not read the Role attribute and passed empty ARNs."],
        remedies: &["Bring the Role value into the documented form: role, comma, provider, no spaces."],
        decided_by: &[Evidence::Assertion],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E19d",
        text: "minimum field size of 20, AssumeRoleWithSAMLInput.PrincipalArn",
        variants: &[
            "minimum field size of 20, AssumeRoleWithSAMLInput.RoleArn",
            "AssumeRoleWithSAMLInput.PrincipalArn",
            "AssumeRoleWithSAMLInput.RoleArn",
        ],
        code: Some("InvalidParameter"),
        stages: &[Stage::Attributes],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &[
            "A tool could not read the Role attribute; the SDK refused the empty ARN before it called AWS.",
        ],
        remedies: &["Bring the Role value into the documented form: role, comma, provider, no spaces."],
        decided_by: &[Evidence::Assertion],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E19e",
        text: "Value at 'sAMLAssertion' failed to satisfy constraint: Member must have length less than or equal to 100000",
        variants: &["at 'sAMLAssertion' failed to satisfy constraint"],
        code: Some("ValidationError"),
        status: Some(400),
        stages: &[Stage::Decode],
        services: &[Service::Iam],
        appears: Appears::ApiOnly,
        causes: &[
            "The Base64 of the response is longer than 100,000 characters, often because of groups or roles.",
        ],
        remedies: &["Send fewer groups and roles for this application."],
        decided_by: &[Evidence::Assertion],
        certainty: Certainty::Uncertain,
        cite: STS_API,
        ..BLANK
    },
];
