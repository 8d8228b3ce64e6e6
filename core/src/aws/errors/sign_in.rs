//! Texts of the sign-in page and of `AssumeRoleWithSAML` about the response as a whole, its attributes and the role.
//!
//! It deliberately leaves the issuer to `origin`, tags and duration to `session`, malformed calls to `request`.

use super::{Appears, AwsError, BLANK, Certainty, Cite, Evidence, PUBLIC_REPORTS, Service, Stage};

const INVALID_TOKEN: Option<&str> = Some("InvalidIdentityToken");

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "E00",
        text: "Your request did not include a SAML response.",
        variants: &["Your request did not include a SAML response. To logout, click here."],
        stages: &[Stage::Capture],
        appears: Appears::SignInPage,
        causes: &[
            "The sign-in address was opened directly, from a bookmark or by a redirect, so no form was posted to it.",
            "In Entra ID the Sign on URL holds the ACS URL, which turns the sign-in into a plain redirect.",
            "The form field has another name than SAMLResponse.",
        ],
        remedies: &[
            "Start the sign-in at the identity provider.",
            "Leave the Sign on URL of the Entra ID application empty.",
        ],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E01",
        text: "Your request included an invalid SAML response. To logout, click here.",
        variants: &[
            "Your request included an invalid SAML response. To log out, click here.",
            "Your request included an invalid SAML response.",
        ],
        stages: &[
            Stage::Attributes,
            Stage::Decode,
            Stage::Response,
            Stage::Signature,
            Stage::Issuer,
            Stage::SubjectConfirmation,
            Stage::Audience,
            Stage::Provider,
        ],
        appears: Appears::SignInPage,
        excludes_nothing: true,
        causes: &[
            "The Role attribute is missing, has no value, or its value is no pair of a role's and a provider's ARN.",
            "White space or another illegal character stands at the start or end of an attribute's value.",
            "Keycloak sends one Attribute element per role because Single Role Attribute is off.",
            "Okta passes no role: none is assigned, the provider's ARN is wrong, or the group filter does not match.",
            "The Audience or the ACS URL is not that of AWS.",
            "The metadata in IAM is that of another application or of an older certificate.",
        ],
        remedies: &[
            "Repair the mapping of the Role attribute at the identity provider.",
            "Look at the raw characters of each value: this page is shown for nearly every fault.",
            "In Okta refresh the application data, test the API credentials, and assign the user anew.",
            "Where the API says `Response signature invalid`, upload the current metadata to the provider.",
        ],
        commands: &[
            "aws iam update-saml-provider --saml-metadata-document file://metadata.xml --saml-provider-arn PROVIDER_ARN",
        ],
        decided_by: &[Evidence::Assertion, Evidence::Metadata],
        wrong_claims: &[
            "The order of role and provider does not matter to AWS. Only some command-line helpers read it.",
            "Some guides blame this text on a rotated certificate. The API says `Response signature invalid` then; \
             the page's text does not exclude it either.",
        ],
        ..BLANK
    },
    AwsError {
        id: "E02",
        text: "RoleSessionName is required in AuthnResponse",
        variants: &["RoleSessionName is required in AuthnResponse."],
        code: INVALID_TOKEN,
        status: Some(400),
        stages: &[Stage::Attributes],
        causes: &[
            "The RoleSessionName attribute is missing or misspelt.",
            "In AD FS no claim rule issues it: each attribute needs a rule of its own.",
            "Its value is empty because the user has no such entry in the directory, often no e-mail address.",
        ],
        remedies: &[
            "Map RoleSessionName to an entry that every user has.",
            "Fill in the user's entry in the directory.",
        ],
        decided_by: &[Evidence::Assertion],
        ..BLANK
    },
    AwsError {
        id: "E03",
        text: "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
        variants: &["RoleSessionName in AuthnResponse must match"],
        code: INVALID_TOKEN,
        status: Some(400),
        stages: &[Stage::Attributes],
        causes: &[
            "The value holds a character outside the alphabet: a space, a backslash, a slash, an apostrophe, an accent.",
            "It is shorter than 2 or longer than 64 characters.",
        ],
        remedies: &[
            "Map RoleSessionName to a user id or an e-mail address instead of a display name.",
            "Where addresses hold other characters, send only what stands before the `@`.",
        ],
        decided_by: &[Evidence::Assertion],
        wrong_claims: &[
            "The WorkSpaces guide lists `:` and `/` as legal here. AWS refuses both; a comma is legal.",
        ],
        ..BLANK
    },
    AwsError {
        id: "E04",
        text: "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"",
        variants: &[
            "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,256} and not begin with \"aws:\"",
            "Source Identity must match",
        ],
        code: INVALID_TOKEN,
        status: Some(400),
        stages: &[Stage::Attributes],
        causes: &[
            "The SourceIdentity holds an illegal character, has the wrong length, or begins with `aws:`.",
        ],
        remedies: &["Map SourceIdentity to a user id or an e-mail address."],
        decided_by: &[Evidence::Assertion],
        wrong_claims: &[
            "A newer edition of the IAM guide prints `{2,256}`. The API's own limit is 64, so a longer value is a risk.",
        ],
        ..BLANK
    },
    AwsError {
        id: "E05",
        text: "Not authorized to perform sts:AssumeRoleWithSAML",
        variants: &["not authorized to perform: sts:AssumeRoleWithSAML"],
        code: Some("AccessDenied"),
        status: Some(403),
        stages: &[Stage::TrustPolicy, Stage::Attributes],
        causes: &[
            "The role does not exist under this exact name, path and account.",
            "The trust policy does not name this provider, or lacks sts:AssumeRoleWithSAML.",
            "The assertion carries session tags and the trust policy lacks sts:TagSession.",
            "The assertion carries a SourceIdentity and the trust policy lacks sts:SetSourceIdentity.",
            "A condition is not met: SAML:aud is compared with the Recipient, SAML:sub_type with the NameID's format.",
            "The assertion has no Subject or no NameID.",
            "The role and the provider are in different accounts.",
            "A policy of the organisation denies the call.",
        ],
        remedies: &[
            "Compare the trust policy with the values of this assertion.",
            "List every sign-in URL that is used under SAML:aud, in every role that trusts the provider.",
            "Add sts:TagSession and sts:SetSourceIdentity where the assertion needs them.",
            "Trust a provider of the role's own account: a provider of another account cannot be trusted.",
            "Where a policy of the organisation denies STS in a region, allow the region there.",
        ],
        commands: &[
            "aws iam get-role --role-name ROLE_NAME --query Role",
            "aws organizations list-policies-for-target --target-id ACCOUNT_ID --filter SERVICE_CONTROL_POLICY",
        ],
        decided_by: &[Evidence::Role, Evidence::Assertion, Evidence::Organisation],
        wrong_claims: &[
            "SAML:aud is not the Audience of the assertion. It is the Recipient of SubjectConfirmationData.",
            "A condition on aws:MultiFactorAuthPresent does not enforce MFA here: the key is absent, so sign-in always fails.",
            "One AppStream page says to enter the sign-in URL as SAML:sub_type. The value is `persistent`.",
            "An example with `SAML:iss` set to the address of an Okta organisation never matches: Okta's issuer is \
             `http://www.okta.com/exk…`.",
        ],
        ..BLANK
    },
    AwsError {
        id: "access-denied",
        text: "Access Denied",
        stands_alone: true,
        code: Some("AccessDenied"),
        status: Some(403),
        stages: &[Stage::TrustPolicy, Stage::Provider],
        causes: &[
            "The names of the role or the provider in the Role attribute are not an exact match, in case as well.",
            "Older editions of the sign-in page show these words where the trust policy refuses.",
        ],
        remedies: &["Copy both ARNs from IAM.", "Check the role's trust policy."],
        commands: &["aws iam get-role --role-name ROLE_NAME --query Role", "aws iam list-saml-providers"],
        decided_by: &[Evidence::Role, Evidence::Providers],
        cite: Cite {
            document: "IAM Identity Center Integration Guide for External AWS Account",
            section: "Troubleshooting",
        },
        ..BLANK
    },
    AwsError {
        id: "invalid-saml-response",
        text: "Invalid SAML response",
        stands_alone: true,
        stages: &[Stage::Signature, Stage::Issuer],
        services: &[Service::Iam],
        causes: &["The provider in IAM holds the metadata of another application instance."],
        remedies: &["Download the metadata of this very application instance and upload it to the provider."],
        decided_by: &[Evidence::Metadata],
        cite: Cite {
            document: "IAM Identity Center Integration Guide for External AWS Account",
            section: "Troubleshooting",
        },
        ..BLANK
    },
    AwsError {
        id: "E09",
        text: "Request ARN is invalid",
        variants: &["Request ARN is invalid."],
        code: Some("ValidationError"),
        status: Some(400),
        stages: &[Stage::Attributes],
        causes: &[
            "An ARN of the Role attribute lacks a part or has hyphens in its account.",
            "A placeholder of a manual was not replaced.",
            "A caller of the API passed the provider's ARN as the role's.",
        ],
        remedies: &[
            "Write both ARNs in full, with a comma between them.",
            "Copy them from IAM: they are case-sensitive, and the account is twelve digits without hyphens.",
        ],
        decided_by: &[Evidence::Assertion],
        wrong_claims: &[
            "The example in AWS re:Post lacks `arn:` at its start, and says that special characters are not supported: \
             role names may hold `+=,.@_-`, provider names `._-`.",
            "An account of ten digits, as one Okta guide prints it, is a slip: there are always twelve.",
        ],
        ..BLANK
    },
];
