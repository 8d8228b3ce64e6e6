//! What a rule lacks to decide, the one command that shows it, and what its output settles.

mod command;

pub(crate) use command::{in_region, named, quoted};

use super::Search;

/// Evidence that would decide an open question, filled in with the values of the message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The metadata that IAM holds for this provider ARN; `None` where the message names no provider.
    IdpMetadata { provider: Option<String> },
    /// The metadata that a receiver other than IAM holds.
    ReceiverMetadata,
    /// The trust policy of the role of this ARN.
    TrustPolicy { role: String },
    /// The SAML providers of the account.
    ProviderList,
    /// The users of this Connect instance (identifier and region, where known).
    ConnectUsers { instance: Option<String>, region: Option<String> },
    /// The permission policies of the role of this ARN.
    PermissionPolicy { role: String },
    /// The document of one policy that is embedded in the role of this ARN.
    InlinePolicy { role: String, name: String },
    /// The user's entry in the WorkSpaces directory.
    WorkspacesUser { user: String, region: Option<String> },
    /// What CloudTrail recorded of the sign-in.
    CloudTrail(Search),
    /// The `RelayState` that was posted beside the response.
    RelayState,
    /// The private key that decrypts the assertion.
    PrivateKey,
    /// The message in the very characters that were posted, whole.
    RawMessage,
}

/// Another way to ask for the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// What it is for, and what to fill in: words that end in a colon.
    pub title: &'static str,
    pub text: String,
}

impl Need {
    /// As the JSON report names it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::IdpMetadata { .. } | Self::ReceiverMetadata => "idp-metadata",
            Self::TrustPolicy { .. } => "trust-policy",
            Self::ProviderList => "provider-list",
            Self::ConnectUsers { .. } => "connect-users",
            Self::PermissionPolicy { .. } | Self::InlinePolicy { .. } => "permission-policy",
            Self::WorkspacesUser { .. } => "workspaces-user",
            Self::CloudTrail(_) => "cloudtrail",
            Self::RelayState => "relay-state",
            Self::PrivateKey => "private-key",
            Self::RawMessage => "raw-message",
        }
    }

    /// What it is, for people: a noun phrase.
    pub fn title(&self) -> &'static str {
        match self {
            Self::IdpMetadata { .. } => "the metadata that IAM holds for the SAML provider",
            Self::ReceiverMetadata => "the identity provider's metadata that the receiver holds",
            Self::TrustPolicy { .. } => "the role's trust policy",
            Self::ProviderList => "the list of the account's SAML providers",
            Self::ConnectUsers { .. } => "the users of the Connect instance",
            Self::PermissionPolicy { .. } => "the role's permission policies",
            Self::InlinePolicy { .. } => "one of the role's permission policies",
            Self::WorkspacesUser { .. } => "the user's WorkSpace",
            Self::CloudTrail(_) => "the event that CloudTrail recorded of the sign-in",
            Self::RelayState => "the RelayState that is posted beside the response",
            Self::PrivateKey => "the private key of the SAML provider",
            Self::RawMessage => "the SAMLResponse as it was posted",
        }
    }

    /// What is compared once the output is supplied, and which command comes next: whole sentences.
    pub fn compare(&self) -> &'static str {
        match self {
            Self::IdpMetadata { provider: Some(_) } => {
                "It shows the metadata that IAM holds. The Issuer is compared with its entityID, and the signature is verified \
                 with its certificates."
            }
            Self::IdpMetadata { provider: None } => {
                "The message names no provider that can be read, so this lists them. aws iam get-saml-provider \
                 --saml-provider-arn with the ARN of the right one shows the metadata: the Issuer is compared with its \
                 entityID, and the signature is verified with its certificates."
            }
            Self::ReceiverMetadata => {
                "The administrator of the receiver has it. The Issuer is compared with its entityID, and the signature is verified \
                 with its certificates."
            }
            Self::TrustPolicy { .. } => {
                "Its AssumeRolePolicyDocument is evaluated for this message: whether it allows sts:AssumeRoleWithSAML to this \
                 provider, and sts:TagSession where tags are sent, and whether its conditions hold for the Recipient, the \
                 NameID and the attributes."
            }
            Self::ProviderList => {
                "The provider's ARN in the Role attribute is looked up in the list, letter for letter."
            }
            Self::ConnectUsers { instance: None, .. } => {
                "It lists the instances with their identifiers. Then aws connect list-users --instance-id with the right one \
                 lists the users, among whom the RoleSessionName is looked up as a Username."
            }
            Self::ConnectUsers { .. } => {
                "The RoleSessionName is looked up as a Username, upper and lower case told apart. The AWS CLI fetches all pages; \
                 where the output has a NextToken, it is not the whole list."
            }
            Self::PermissionPolicy { .. } => {
                "It lists the inline policies, then the attached ones, by name; aws iam get-role-policy and aws iam \
                 get-policy-version show each. They are evaluated for the service's own action; one must allow it."
            }
            Self::InlinePolicy { .. } => {
                "It is evaluated for the service's own action on the resource that the user wants; one policy of the role must \
                 allow it."
            }
            Self::WorkspacesUser { .. } => "The user's name is looked up among those that have a WorkSpace.",
            Self::CloudTrail(_) => {
                "The event whose sAMLAssertionID is the ID of the assertion is taken for that of this sign-in, else one whose \
                 person and time fit. Its errorCode and errorMessage say which check failed; without them the role was assumed. \
                 The event history reaches back 90 days."
            }
            Self::RelayState => {
                "It stands beside SAMLResponse in the posted form and in a HAR. Supply the whole form instead of the \
                 response alone."
            }
            Self::PrivateKey => {
                "Only the holder of the key can decrypt the assertion. Supply it in PEM; it stays here. Or capture a response that \
                 is not encrypted, if you can."
            }
            Self::RawMessage => {
                "Copy the value of SAMLResponse from the posted form in the browser's network view, whole and in Base64: a copy \
                 that was decoded, laid out or cut no longer holds what was signed."
            }
        }
    }
}
