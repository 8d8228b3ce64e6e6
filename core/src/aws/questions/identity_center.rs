//! IAM Identity Center, as identity provider and as receiver.

use super::{BLANK, Cite, Question, kloudmint};

const fn guide(section: &'static str) -> Cite {
    Cite { document: "IAM Identity Center Integration Guide for External AWS Account", section }
}

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "identity-center-setup",
        question: "How do I set up the External AWS Account application of IAM Identity Center?",
        asked: &[
            "AWS account outside your organization, attribute mappings, External AWS Account, verify sign-in",
        ],
        answer: &[
            "The application signs in to an AWS account outside the organisation, as a SAML provider there.",
        ],
        steps: &[
            "Download the metadata of this very application instance, and create a SAML provider with it in the account.",
            "Create a role that trusts the provider, with the policies that it needs.",
            "Under Attribute mappings map Role to the ARNs of provider and role, and RoleSessionName to a value that fits \
             `[a-zA-Z_0-9+=,.@-]{2,64}`, both in the format unspecified.",
            "Assign the users to the application.",
            "Sign out of Identity Center and of AWS, then choose the application in the access portal.",
        ],
        see: &["access-denied", "invalid-saml-response", "identity-center-several-roles"],
        cite: guide("Setup instructions"),
        ..BLANK
    },
    Question {
        id: "identity-center-several-roles",
        question: "How do I use several roles with the External AWS Account application?",
        asked: &[
            "one IAM role attribute mapping per application instance, limitation, multiple application instances",
        ],
        answer: &[
            "Create an instance of the application for each role: one instance supports one mapping of Role. Give each a \
             name of its own, and use the metadata of the right instance.",
        ],
        see: &["several-roles", "invalid-saml-response"],
        cite: guide("Limitations"),
        ..BLANK
    },
    Question {
        id: "provisioning-kinds",
        question: "Must users exist in the application before they sign in?",
        asked: &["preprovisioned users, JIT, just-in-time provisioning, user provisioning types"],
        answer: &[
            "Preprovisioned users must; just-in-time users are made when they first sign in. IAM federation needs neither, \
             for a role is no user. Amazon Connect and IAM Identity Center need the users beforehand, WorkSpaces a \
             WorkSpace for each.",
        ],
        see: &["E20", "scim-provisioning"],
        cite: guide("User Provisioning Types"),
        ..BLANK
    },
    Question {
        id: "identity-center-debugger",
        question: "How do I see the assertion that IAM Identity Center sends?",
        asked: &["SAML debugger, Shift click, administrator mode, Copy XML, assertion viewer"],
        answer: &[
            "Hold Shift and click the application in the access portal. A page shows the assertion and its attributes, and \
             copies the XML before it is sent on.",
        ],
        see: &["capture-response", "test-safely"],
        cite: kloudmint("Decoding and Debugging SAML Assertions"),
        ..BLANK
    },
    Question {
        id: "identity-center-requirements",
        question: "What does IAM Identity Center require of an external identity provider?",
        asked: &[
            "external IdP, nameID format emailAddress, ABAC 50 attributes, one assertion, unexpected error",
        ],
        answer: &[
            "A NameID in the format `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` that is, to the letter, the \
             user name of an existing user; one assertion, not encrypted. With attributes for access control at most 50 of \
             them, each name once, one plain value each.",
        ],
        see: &["unexpected-error", "its-not-you", "name-id-format-for-identity-center"],
        cite: kloudmint("IAM Identity Center Issues"),
        ..BLANK
    },
    Question {
        id: "scim-provisioning",
        question: "Why are users not provisioned to IAM Identity Center by SCIM?",
        asked: &[
            "SCIM sync fails, required fields, givenName, first name last name display name, multi-value, emails limit",
        ],
        answer: &[
            "Each user needs a first name, a last name and a display name, and one value in each field: leave secondary \
             e-mail addresses out of the mapping. Identity Center makes no users at sign-in, so who is missing cannot \
             sign in.",
        ],
        see: &["scim-missing-name", "scim-list-limit", "scim-unparsable", "unexpected-error"],
        cite: kloudmint("SCIM Provisioning Failures"),
        ..BLANK
    },
    Question {
        id: "reserved-roles",
        question: "Why can't I modify roles that begin with AWSReservedSSO_?",
        asked: &["protected role, only modifiable by AWS, AWSReservedSSO roles, permission set"],
        answer: &[
            "IAM Identity Center manages them. Change the permission set in the management account. A SAML provider of your \
             own cannot use these roles either: make one of your own.",
        ],
        see: &["protected-role", "role-reserved-sso"],
        cite: kloudmint("AWSReservedSSO_ Roles"),
        ..BLANK
    },
];
