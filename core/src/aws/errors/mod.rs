//! The catalogue of error texts that AWS shows in SAML federation, with their causes and remedies.
//!
//! It deliberately decides nothing about a message: it says what a text means and what could tell its causes apart.
//! Texts are AWS's own to the letter, slips included; causes and remedies are not.

use super::services::Service;
use super::stages::Stage;

/// One error of AWS.
#[derive(Debug, PartialEq, Eq)]
pub struct AwsError {
    /// `E05`, or words where the error has no number.
    pub id: &'static str,
    /// The exact text; a symptom in plain words where AWS shows no text of its own (`is_symptom`).
    pub text: &'static str,
    /// Other exact texts of the same error. `{}` stands for up to a few words or numbers.
    pub variants: &'static [&'static str],
    /// Whether `text` describes what people see instead of quoting AWS.
    pub is_symptom: bool,
    /// Whether the text is so short that it only counts on a line or between quotes of its own.
    pub stands_alone: bool,
    /// The error code of the API.
    pub code: Option<&'static str>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The stages that can produce it, the most likely first.
    pub stages: &'static [Stage],
    pub services: &'static [Service],
    pub appears: Appears,
    /// Whether the text is so general that it rules no stage out.
    pub excludes_nothing: bool,
    pub causes: &'static [&'static str],
    pub remedies: &'static [&'static str],
    /// Commands that confirm or repair. Names in braces (`{role-name}`) are to be filled in.
    pub commands: &'static [&'static str],
    /// What could predict or decide it. Empty: nothing that a user can paste.
    pub decided_by: &'static [Evidence],
    pub certainty: Certainty,
    pub cite: Cite,
    /// Claims in circulation about this error that are wrong or mislead, each with the correction.
    pub wrong_claims: &'static [&'static str],
}

/// Where the user meets a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appears {
    /// The AWS sign-in page.
    SignInPage,
    /// The sign-in page, and callers of `AssumeRoleWithSAML`.
    SignInPageAndApi,
    /// Callers of the API only: the AWS CLI, SDKs and login helpers.
    ApiOnly,
    /// The console or API when somebody edits the IAM SAML provider.
    ProviderManagement,
    Connect,
    WorkSpacesClient,
    AppStreamClient,
    IdentityCenter,
    /// The identity provider's own page.
    IdentityProvider,
}

/// What tells whether the error applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    Assertion,
    /// The provider's metadata, as uploaded to IAM.
    Metadata,
    /// The list of the account's SAML providers.
    Providers,
    /// The role with its trust policy and longest session.
    Role,
    /// The role's permission policies.
    Permissions,
    /// Policies of the organisation.
    Organisation,
    ConnectUsers,
    /// Users and settings of the WorkSpaces or AppStream directory.
    Directory,
    RelayState,
    /// When the user signed in.
    SignInTime,
    /// The parameters of the API call.
    CallArguments,
    CloudTrail,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// AWS documents the text.
    Documented,
    /// Seen in public reports, not in AWS's pages.
    Field,
    /// One weak source, or wording inferred.
    Uncertain,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cite {
    pub document: &'static str,
    pub section: &'static str,
}

pub fn by_id(_: &str) -> Option<&'static AwsError> {
    None
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub error: &'static AwsError,
}
pub fn recognise(_: &str) -> Vec<Match> {
    Vec::new()
}
