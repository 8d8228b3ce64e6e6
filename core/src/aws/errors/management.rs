//! Texts that appear when somebody changes the SAML provider, a role or a policy in IAM.
//!
//! It deliberately holds no sign-in errors: with these the account stays as it was.

use super::{Appears, AwsError, BLANK, Cite, Evidence, IAM_GUIDE, Service, Stage, TROUBLESHOOTING};

const MANAGEMENT: AwsError = AwsError {
    stages: &[Stage::Provider],
    services: &[Service::Iam],
    appears: Appears::ProviderManagement,
    cite: TROUBLESHOOTING,
    ..BLANK
};

pub(super) const ERRORS: &[AwsError] = &[
    AwsError {
        id: "could-not-parse-metadata",
        text: "Could not parse metadata.",
        variants: &["Could not parse metadata", "Unable to parse metadata"],
        causes: &[
            "The file begins with a byte order mark.",
            "A certificate has a key of less than 1024 bits or an extension twice.",
            "The XML is malformed, shorter than 1,000 or longer than 10,000,000 characters.",
        ],
        remedies: &[
            "Save the file as UTF-8 without a byte order mark.",
            "Look for the mark: `file metadata.xml` names it on Linux and macOS, and in PowerShell \
             `Format-Hex -Path metadata.xml` begins with EF BB BF.",
            "Download it again from the identity provider.",
        ],
        commands: &["openssl x509 -in certificate.pem -text -noout"],
        decided_by: &[Evidence::Metadata],
        ..MANAGEMENT
    },
    AwsError {
        id: "invalid-private-key",
        text: "Invalid private key.",
        variants: &[
            "Invalid private key. Key is encrypted.",
            "Invalid private key. Key format is not recognized. Private key file must be a .pem file.",
            "Key format is not recognized. Private key file must be a .pem file",
        ],
        stands_alone: true,
        causes: &["The key is protected by a password, or is no PEM file."],
        remedies: &["Upload the private key as unencrypted PEM."],
        ..MANAGEMENT
    },
    AwsError {
        id: "failed-to-remove-private-key",
        text: "Failed to remove private key.",
        stands_alone: true,
        causes: &["Encryption is required and this is the last key."],
        remedies: &["Add another key first, or set the encryption mode to Allowed."],
        ..MANAGEMENT
    },
    AwsError {
        id: "private-key-id-does-not-match",
        text: "Failed to remove private key because the Key ID does not match a private key.",
        causes: &["No key with that id is stored at the provider."],
        remedies: &["Take the id from the provider's list of keys."],
        commands: &["aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN --query PrivateKeyList"],
        ..MANAGEMENT
    },
    AwsError {
        id: "no-updates-defined",
        text: "Unable to update identity provider. No updates are defined for metadata or encryption assertion.",
        causes: &["The call names nothing to change."],
        remedies: &["Pass the metadata, the encryption mode or a key."],
        ..MANAGEMENT
    },
    AwsError {
        id: "encryption-required-without-key",
        text: "Unable to set assertion encryption mode to Required because no private key is provided.",
        causes: &["Encryption was set to Required while the provider has no key."],
        remedies: &["Upload the private key in the same call or before."],
        ..MANAGEMENT
    },
    AwsError {
        id: "add-and-remove-keys",
        text: "Unable to add and remove private keys in the same request. Set a value for only one of the two parameters.",
        variants: &["Unable to add and remove private keys in the same request"],
        causes: &["One call both adds and removes a key."],
        remedies: &["Make two calls: add the new key, then remove the old one."],
        ..MANAGEMENT
    },
    AwsError {
        id: "private-key-limit",
        text: "Private key limit of 2 is reached.",
        variants: &["Private key limit of {} is reached"],
        causes: &["The provider already holds two private keys."],
        remedies: &["Remove the older key first."],
        ..MANAGEMENT
    },
    AwsError {
        id: "provider-exists",
        text: "EntityAlreadyExists from CreateSAMLProvider",
        is_symptom: true,
        variants: &["EntityAlreadyExists {} when calling the CreateSAMLProvider operation"],
        code: Some("EntityAlreadyExists"),
        status: Some(409),
        causes: &["A provider of that name is in the account."],
        remedies: &["Update the existing provider, or choose another name."],
        commands: &["aws iam list-saml-providers"],
        decided_by: &[Evidence::Providers],
        cite: Cite { document: "IAM API Reference", section: "CreateSAMLProvider, Errors" },
        ..MANAGEMENT
    },
    AwsError {
        id: "provider-limit",
        text: "LimitExceeded from CreateSAMLProvider",
        is_symptom: true,
        variants: &["LimitExceeded {} when calling the CreateSAMLProvider operation"],
        code: Some("LimitExceeded"),
        status: Some(409),
        causes: &["The account has reached its number of SAML providers."],
        remedies: &["Remove providers that nobody uses, or ask for a higher quota."],
        commands: &["aws iam list-saml-providers"],
        decided_by: &[Evidence::Providers],
        cite: Cite { document: IAM_GUIDE, section: "IAM and AWS STS quotas" },
        ..MANAGEMENT
    },
    AwsError {
        id: "provider-concurrent-modification",
        text: "ConcurrentModification from UpdateSAMLProvider",
        is_symptom: true,
        variants: &["ConcurrentModification {} when calling the UpdateSAMLProvider operation"],
        code: Some("ConcurrentModification"),
        status: Some(409),
        causes: &["Two changes of the provider ran at the same time."],
        remedies: &["Wait a moment and try again."],
        cite: Cite { document: "IAM API Reference", section: "UpdateSAMLProvider, Errors" },
        ..MANAGEMENT
    },
    AwsError {
        id: "provider-invalid-input",
        text: "InvalidInput from CreateSAMLProvider",
        is_symptom: true,
        variants: &[
            "InvalidInput {} when calling the CreateSAMLProvider operation",
            "InvalidInput {} when calling the UpdateSAMLProvider operation",
        ],
        code: Some("InvalidInput"),
        status: Some(400),
        causes: &["The metadata or the name breaks a rule of IAM."],
        remedies: &["Check the metadata for a byte order mark, its size and its certificates."],
        decided_by: &[Evidence::Metadata],
        cite: Cite { document: "IAM API Reference", section: "CreateSAMLProvider, Errors" },
        ..MANAGEMENT
    },
    AwsError {
        id: "policy-grants-no-permissions",
        text: "This policy does not grant any permissions.",
        variants: &[
            "This policy does not grant any permissions. To grant access, policies must have an action that has an \
             applicable resource or condition.",
        ],
        stages: &[Stage::Service],
        services: &[Service::AppStream],
        appears: Appears::PolicyEditor,
        causes: &[
            "The policy editor does not know how `appstream:Stream` is used with a condition on the user.",
        ],
        remedies: &[
            "Create the policy nevertheless: the guide of AppStream says that it is valid and sufficient.",
        ],
        decided_by: &[Evidence::Permissions],
        cite: Cite { document: "Amazon AppStream 2.0 Developer Guide", section: "Setting Up SAML, step 3" },
        ..MANAGEMENT
    },
    AwsError {
        id: "policy-validation-failed",
        text: "The policy editor says that the validation of the AppStream policy failed",
        is_symptom: true,
        stages: &[Stage::Service],
        services: &[Service::AppStream],
        appears: Appears::PolicyEditor,
        causes: &["Older policy editors judged the copied AppStream policy wrongly."],
        remedies: &[
            "Continue: the guide of AppStream says that the policy is valid.",
            "First replace REGION-CODE, ACCOUNT-ID-WITHOUT-HYPHENS and STACK-NAME, or it allows nothing.",
        ],
        decided_by: &[Evidence::Permissions],
        cite: Cite { document: "Amazon AppStream 2.0 Developer Guide", section: "Setting Up SAML, step 3" },
        ..MANAGEMENT
    },
    AwsError {
        id: "protected-role",
        text: "Cannot perform the operation on the protected role 'AWSReservedSSO_RoleName_Here' - \
               this role is only modifiable by AWS",
        variants: &[
            "Cannot perform the operation on the protected role {} this role is only modifiable by AWS",
        ],
        stages: &[Stage::TrustPolicy],
        causes: &["The role belongs to IAM Identity Center, which alone may change it."],
        remedies: &[
            "Change the permission set in IAM Identity Center, from the management account.",
            "For a provider of your own make a role of your own: these cannot be assumed with AssumeRoleWithSAML.",
        ],
        cite: Cite {
            document: "IAM Identity Center User Guide",
            section: "Troubleshooting IAM Identity Center issues",
        },
        ..MANAGEMENT
    },
];
