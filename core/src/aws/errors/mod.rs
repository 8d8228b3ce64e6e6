//! The catalogue of error texts that AWS shows in SAML federation, with their causes and remedies.
//!
//! It deliberately decides nothing about a message: it says what a text means and what could tell its causes apart.
//! Texts are AWS's own to the letter, slips included; causes and remedies are not.

pub mod matching;

mod appstream;
mod connect;
mod identity_center;
mod identity_providers;
mod management;
mod origin;
mod request;
mod scim;
mod session;
mod sign_in;
mod symptoms;
mod workspaces;

use super::services::Service;
use super::stages::Stage;

/// One error of AWS.
#[derive(Debug, PartialEq, Eq)]
pub struct AwsError {
    /// `E05`, or words where the error has no number.
    pub id: &'static str,
    /// The exact text; a symptom in plain words where AWS shows no text of its own (`is_symptom`), which counts only on a
    /// line of its own.
    pub text: &'static str,
    /// Other exact texts of the same error. `{}` stands for up to a few words or numbers.
    pub variants: &'static [&'static str],
    /// Whether `text` describes what people see instead of quoting AWS.
    pub is_symptom: bool,
    /// Whether the text is so short that it only counts on a line or between quotes of its own.
    pub stands_alone: bool,
    /// The error code of the API.
    pub code: Option<&'static str>,
    /// Codes under which other layers report the same: the service behind AWS STS, and CloudTrail.
    pub other_codes: &'static [&'static str],
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
    /// Commands that confirm or repair, alike in bash and PowerShell. Names in capitals (`ROLE_NAME`) stand for the
    /// user's own.
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
    /// The console when somebody writes a policy.
    PolicyEditor,
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

impl AwsError {
    /// Whether it belongs to a sign-in, so that a message can be about it. Other texts answer a change in IAM.
    pub fn answers_a_message(&self) -> bool {
        !matches!(self.appears, Appears::ProviderManagement | Appears::PolicyEditor)
    }

    /// Whether it describes what people notice, in words of no program.
    pub fn is_noticed(&self) -> bool {
        self.is_symptom && self.code.is_none()
    }

    /// Whether it is the end of a message's sign-in. A symptom may come after one that worked, and what the identity
    /// provider shows, before there was a message.
    pub fn refuses(&self) -> bool {
        !self.is_noticed() && self.appears != Appears::IdentityProvider
    }
}

/// All errors, in the order of their files.
pub fn catalogue() -> impl Iterator<Item = &'static AwsError> + Clone {
    const FILES: &[&[AwsError]] = &[
        sign_in::ERRORS,
        origin::ERRORS,
        session::ERRORS,
        request::ERRORS,
        management::ERRORS,
        connect::ERRORS,
        workspaces::ERRORS,
        appstream::ERRORS,
        identity_center::ERRORS,
        scim::ERRORS,
        identity_providers::ERRORS,
        symptoms::ERRORS,
    ];
    FILES.iter().copied().flatten()
}

pub fn by_id(id: &str) -> Option<&'static AwsError> {
    catalogue().find(|error| error.id == id)
}

/// The error that somebody names by its id, however it is written.
pub fn by_name(id: &str) -> Option<&'static AwsError> {
    catalogue().find(|error| error.id.eq_ignore_ascii_case(id.trim()))
}

/// Lists the failed attempts of the last day. `REGION` is that of the sign-in endpoint; the global one is us-east-1.
pub const CLOUDTRAIL_QUERY: &str = "aws cloudtrail lookup-events --region REGION \
     --lookup-attributes 'AttributeKey=EventName,AttributeValue=AssumeRoleWithSAML' --start-time START_TIME \
     | jq '.Events[].CloudTrailEvent | fromjson | select(.errorCode != null) \
     | {eventTime, errorCode, errorMessage, sourceIPAddress}'";

/// The same for CloudTrail Lake.
pub const CLOUDTRAIL_LAKE_QUERY: &str = "aws cloudtrail start-query --query-statement \
     \"SELECT eventTime, errorCode, errorMessage, element_at(requestParameters, 'roleArn') AS roleArn, \
     element_at(requestParameters, 'principalArn') AS principalArn FROM EVENT_DATA_STORE \
     WHERE eventName = 'AssumeRoleWithSAML' AND errorCode IS NOT NULL ORDER BY eventTime DESC\"";

const IAM_GUIDE: &str = "IAM User Guide";
const TROUBLESHOOTING: Cite = Cite { document: IAM_GUIDE, section: "Troubleshoot SAML federation with IAM" };
const STS_API: Cite = Cite { document: "AWS STS API Reference", section: "AssumeRoleWithSAML, Errors" };
const PUBLIC_REPORTS: Cite = Cite { document: "practice", section: "Texts in public issue reports" };

/// Every service that goes through `AssumeRoleWithSAML`.
const ROLE_SERVICES: &[Service] = &[Service::Iam, Service::Connect, Service::WorkSpaces, Service::AppStream];

/// What an entry has unless it says otherwise.
const BLANK: AwsError = AwsError {
    id: "",
    text: "",
    variants: &[],
    is_symptom: false,
    stands_alone: false,
    code: None,
    other_codes: &[],
    status: None,
    stages: &[],
    services: ROLE_SERVICES,
    appears: Appears::SignInPageAndApi,
    excludes_nothing: false,
    causes: &[],
    remedies: &[],
    commands: &[],
    decided_by: &[],
    certainty: Certainty::Documented,
    cite: TROUBLESHOOTING,
    wrong_claims: &[],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_complete() {
        for (index, error) in catalogue().enumerate() {
            assert!(
                !error.text.is_empty() && !error.causes.is_empty() && !error.remedies.is_empty(),
                "{}",
                error.id
            );
            assert!(!error.stages.is_empty(), "{}", error.id);
            assert!(!error.cite.document.is_empty() && !error.cite.section.is_empty(), "{}", error.id);
            let twin =
                catalogue().skip(index + 1).find(|other| other.id == error.id || other.text == error.text);
            assert_eq!(twin, None, "{}", error.id);
            assert_eq!(by_id(error.id), Some(error));
        }
    }

    #[test]
    fn the_order_of_checks_names_errors_that_exist_and_can_happen_there() {
        for check in crate::aws::stages::check_order() {
            for id in check.errors {
                let error = by_id(id).unwrap();
                assert!(error.stages.contains(&check.stage), "{id} at {:?}", check.stage);
            }
        }
    }

    #[test]
    fn prose_is_plain() {
        for error in catalogue() {
            for sentence in error.causes.iter().chain(error.remedies).chain(error.wrong_claims) {
                assert!(sentence.ends_with('.') && !sentence.contains('!'), "{}: {sentence}", error.id);
                assert!(
                    sentence.chars().next().is_some_and(|c| !c.is_lowercase()),
                    "{}: {sentence}",
                    error.id
                );
            }
        }
    }
}
