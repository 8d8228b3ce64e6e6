//! Texts and symptoms of AppStream 2.0, now called WorkSpaces Applications.
//!
//! It deliberately repeats no text of `AssumeRoleWithSAML`.

use super::{Appears, AwsError, BLANK, Cite, Evidence, Service, Stage};

const fn section(section: &'static str) -> Cite {
    Cite { document: "Amazon AppStream 2.0 Administration Guide", section }
}

const APPSTREAM: AwsError = AwsError {
    services: &[Service::AppStream],
    appears: Appears::AppStreamClient,
    cite: section("Troubleshooting User Issues"),
    ..BLANK
};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "E40",
        text: "The user is not authorized to view WorkSpaces Applications applications.",
        variants: &[
            "The user is not authorized to view AppStream 2.0 applications.",
            "not authorized to view AppStream 2.0 applications",
            "not authorized to view WorkSpaces Applications applications",
        ],
        stages: &[Stage::Service],
        causes: &[
            "The role's policy does not allow appstream:Stream on this stack; its name is case-sensitive.",
            "A condition compares appstream:userId with ${saml:sub}, or the NameID's format is not persistent.",
        ],
        remedies: &["Allow appstream:Stream on the stack's ARN, and send a persistent NameID."],
        decided_by: &[Evidence::Permissions, Evidence::Assertion],
        ..APPSTREAM
    },
    AwsError {
        id: "E41",
        text: "Sorry connection went down",
        variants: &["Sorry, connection went down"],
        stages: &[Stage::Service],
        causes: &["The NameID is no user principal name; in AD FS the rule takes it from another claim."],
        remedies: &["Set the incoming claim type of the NameID's rule to UPN."],
        decided_by: &[Evidence::Assertion],
        cite: section("Troubleshooting Active Directory"),
        ..APPSTREAM
    },
    AwsError {
        id: "E42",
        text: "invalid redirect URI",
        variants: &["invalid redirect URI error"],
        stages: &[Stage::RelayState],
        causes: &["The relay state is not the URL that the stack's details show."],
        remedies: &["Copy the relay state from the stack's details in the console."],
        decided_by: &[Evidence::RelayState],
        ..APPSTREAM
    },
    AwsError {
        id: "E43",
        text: "AppStream users are disconnected every 60 minutes, or at random",
        is_symptom: true,
        stages: &[Stage::Session, Stage::RelayState],
        causes: &[
            "The assertion has no SessionDuration, so streaming ends after one hour.",
            "The relay state uses the older endpoint, whose session ends when the browser signs in to AWS elsewhere.",
        ],
        remedies: &[
            "Send SessionDuration with up to 43200 seconds.",
            "Use the appstream2.euc-sso endpoint of the region.",
        ],
        decided_by: &[Evidence::Assertion, Evidence::RelayState],
        ..APPSTREAM
    },
    AwsError {
        id: "E44",
        text: "The AppStream catalogue shows no applications",
        is_symptom: true,
        stages: &[Stage::Service, Stage::Session],
        causes: &[
            "The tags of the application entitlements are missing, in another case, or not separated by colons.",
            "The trust policy lacks sts:TagSession.",
        ],
        remedies: &["Send all values of an entitlement in one AttributeValue with colons between them."],
        decided_by: &[Evidence::Assertion, Evidence::Role],
        cite: section("Application Entitlements, attribute-based with SAML 2.0"),
        ..APPSTREAM
    },
    AwsError {
        id: "E45",
        text: "Certificate-Based Authentication not available",
        stages: &[Stage::Service],
        causes: &[
            "The NameID is no user principal name that the domain resolves.",
            "PrincipalTag:ObjectSid is not the user's SID.",
            "The certificate of the CA, its revocation list or the domain controller is at fault.",
        ],
        remedies: &["Send the user principal name as NameID and the SID as PrincipalTag:ObjectSid."],
        decided_by: &[Evidence::Assertion, Evidence::Directory],
        cite: section("Certificate-Based Authentication"),
        ..APPSTREAM
    },
    AwsError {
        id: "E45b",
        text: "Disconnected from session",
        stands_alone: true,
        stages: &[Stage::Service],
        causes: &[
            "Certificate-based authentication failed, and signing in with a password instead is switched off.",
        ],
        remedies: &["Repair certificate-based authentication, or allow the password as a fallback."],
        decided_by: &[Evidence::Assertion, Evidence::Directory],
        cite: section("Certificate-Based Authentication"),
        ..APPSTREAM
    },
];
