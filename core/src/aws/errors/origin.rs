//! Texts about who issued the response, for whom, and when.
//!
//! It deliberately says nothing of its attributes.

use super::{AwsError, BLANK, Certainty, Evidence, PUBLIC_REPORTS, Stage};

const INVALID_TOKEN: Option<&str> = Some("InvalidIdentityToken");
/// How CloudTrail writes it.
const TRAIL: &[&str] = &["InvalidIdentityTokenException"];

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "E06",
        text: "Response signature invalid",
        variants: &["Response signature invalid."],
        code: INVALID_TOKEN,
        other_codes: TRAIL,
        status: Some(400),
        stages: &[Stage::Signature],
        causes: &[
            "The identity provider signs with a new key and the metadata in IAM is the old one.",
            "The metadata in IAM belongs to another application or tenant of the same identity provider.",
            "The XML was changed after it was signed, if only in its white space.",
            "Neither the response nor the assertion is signed.",
        ],
        remedies: &[
            "Download the current metadata and update the provider in IAM.",
            "Before the next rotation upload metadata with both certificates: IAM tries every key that it holds.",
        ],
        commands: &[
            "aws iam update-saml-provider --saml-metadata-document file://metadata.xml --saml-provider-arn PROVIDER_ARN",
            "aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN --query SAMLMetadataDocument --output text",
        ],
        decided_by: &[Evidence::Metadata, Evidence::Assertion],
        wrong_claims: &[
            "An expired certificate is not the cause: IAM does not look at its dates. A replaced one is.",
            "Guides say that signing the assertion alone is refused. Okta, Entra ID and AD FS do so by default and work.",
        ],
        ..BLANK
    },
    AwsError {
        id: "E07",
        text: "Issuer not present in specified provider",
        variants: &["Failed to assume role: Issuer not present in specified provider"],
        code: Some("AuthSamlInvalidSamlResponseException"),
        other_codes: &["InvalidIdentityToken", "InvalidIdentityTokenException"],
        status: Some(400),
        stages: &[Stage::Issuer],
        causes: &[
            "The Issuer is not the entityID of the metadata in IAM: another scheme, a slash at the end, another tenant.",
            "The Role attribute names another provider than the one that this issuer belongs to.",
        ],
        remedies: &["Upload the metadata that holds this issuer, or name the provider that already has it."],
        commands: &[
            "aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN --query SAMLMetadataDocument --output text",
        ],
        decided_by: &[Evidence::Metadata],
        wrong_claims: &[
            "The issuer of Okta is not the address of the organisation but `http://www.okta.com/exk…`.",
        ],
        ..BLANK
    },
    AwsError {
        id: "E08",
        text: "Specified provider doesn't exist",
        variants: &["Specified provider doesn't exist.", "Specified provider does not exist"],
        code: INVALID_TOKEN,
        other_codes: &["AuthSamlManifestNotFoundException", "InvalidIdentityTokenException"],
        status: Some(400),
        stages: &[Stage::Provider],
        causes: &[
            "No SAML provider of that ARN is in the account: misspelt, other case, other account, or deleted.",
        ],
        remedies: &[
            "Copy the provider's ARN from IAM into the Role attribute; upper and lower case count.",
            "Check that a comma stands between the two ARNs.",
        ],
        commands: &["aws iam list-saml-providers"],
        decided_by: &[Evidence::Providers],
        ..BLANK
    },
    AwsError {
        id: "E10",
        text: "Response does not contain the required audience.",
        variants: &["Response does not contain the required audience"],
        // AWS documents neither code nor status of this text.
        stages: &[Stage::Audience],
        causes: &["The Audience of the assertion is not one that AWS expects."],
        remedies: &[
            "Set the entity id of the service provider to `urn:amazon:webservices` or to the sign-in URL.",
            "Okta calls it Audience URI (SP Entity ID), Entra ID calls it Identifier (Entity ID).",
        ],
        decided_by: &[Evidence::Assertion],
        wrong_claims: &[
            "The Audience is not what SAML:aud in the trust policy compares; that is the Recipient.",
            "A regional endpoint needs no regional Audience. What has to name the regional URL is SAML:aud.",
        ],
        ..BLANK
    },
    AwsError {
        id: "E12",
        text: "Token must be redeemed within 5 minutes of issuance",
        variants: &["Token must be redeemed within {} minutes of issuance"],
        code: Some("ExpiredTokenException"),
        status: Some(400),
        stages: &[Stage::SubjectConfirmation],
        causes: &[
            "More than five minutes passed between the issue of the assertion and its use.",
            "The clock of the identity provider is wrong.",
            "The form was sent a second time, from the browser's history or a page that was left open.",
        ],
        remedies: &["Sign in again without waiting.", "Let the identity provider's server keep time by NTP."],
        decided_by: &[Evidence::Assertion, Evidence::SignInTime],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
    AwsError {
        id: "E13",
        text: "Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter",
        variants: &["Responses must contain SubjectConfirmationData with a Recipient and NotOnOrAfter"],
        code: INVALID_TOKEN,
        other_codes: TRAIL,
        status: Some(400),
        stages: &[Stage::SubjectConfirmation],
        causes: &[
            "The SubjectConfirmationData lacks its Recipient or its NotOnOrAfter, or there is not exactly one.",
            "The assertion comes from a WS-Trust endpoint of AD FS, which leaves them out.",
        ],
        remedies: &[
            "Use the SAML endpoint of the identity provider and set the Recipient to the sign-in URL.",
        ],
        decided_by: &[Evidence::Assertion],
        certainty: Certainty::Field,
        cite: PUBLIC_REPORTS,
        ..BLANK
    },
];
