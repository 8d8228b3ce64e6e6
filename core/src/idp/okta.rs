//! Okta: the catalogue application "AWS Account Federation" and custom SAML applications.
//!
//! It deliberately leaves out the provisioning of users into AWS.

use super::recognise::{issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

pub(super) static OKTA: Provider = Provider {
    id: "okta",
    title: "Okta",
    admin_title: "the Okta administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer is `http://www.okta.com/exk…`", |traits| {
            issuer_address(traits).is_some_and(|(host, path)| {
                matches!(host, "www.okta.com" | "www.oktapreview.com" | "www.okta-emea.com")
                    && is_app_id(path)
            })
        }),
        mark(MarkKind::ProbableIssuer, "the issuer ends in an Okta application's id (`/exk…`)", |traits| {
            issuer_address(traits)
                .is_some_and(|(host, path)| !host.starts_with("www.okta") && is_app_id(path))
        }),
        mark(MarkKind::Habit, "the prefixes are `saml2p` and `saml2`", |traits| {
            prefixes_are(traits, "saml2p", "saml2")
        }),
        mark(MarkKind::Habit, "the ids are `id` and digits", |traits| {
            traits
                .assertion_id
                .and_then(|id| id.strip_prefix("id"))
                .is_some_and(|rest| rest.len() > 10 && rest.bytes().all(|byte| byte.is_ascii_digit()))
        }),
        mark(MarkKind::Habit, "attribute values carry `xsi:type`", |traits| traits.has_xsi_type),
        mark(MarkKind::Habit, "the NameID's format is 1.1 unspecified", |traits| {
            traits.name_id_format == Some("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &[
                    "Applications",
                    "the application",
                    "General",
                    "SAML Settings",
                    "Audience URI (SP Entity ID)",
                ],
                "In a custom application, enter `urn:amazon:webservices`. The catalogue application sets it itself.",
            ),
        ),
        (
            Setting::Acs,
            documented(
                &[
                    "Applications",
                    "AWS Account Federation",
                    "Sign On",
                    "Edit",
                    "Advanced Sign-on Settings",
                    "ACS URL (optional)",
                ],
                "Enter the sign-in URL of the region or of the provider; choose the AWS Environment (China, GovCloud) first. \
                 In a custom application it is Single sign-on URL under General, SAML Settings.",
            ),
        ),
        (
            Setting::NameIdFormat,
            documented(
                &["Applications", "the application", "General", "SAML Settings", "Name ID format"],
                "Choose Persistent. The catalogue application sends unspecified, so WorkSpaces and AppStream need a custom one.",
            ),
        ),
        (
            Setting::NameIdValue,
            documented(
                &[
                    "Applications",
                    "the application",
                    "Sign On",
                    "Credentials Details",
                    "Application username format",
                ],
                "Choose the entry that holds the name which the service knows.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    &["Applications", "AWS Account Federation", "Assignments", "Assign", "SAML User Roles"],
                    "Choose the roles of the user or group. For roles by group, set Use Group Mapping, the filters and this \
                     role value pattern under Sign On. New roles appear after More, Refresh Application Data. The \
                     provider's ARN is under Sign On, Advanced; roles whose names hold a full stop are not passed.",
                ),
                "arn:PARTITION:iam::${accountid}:saml-provider/PROVIDER_NAME,arn:PARTITION:iam::${accountid}:role/${role}",
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    &[
                        "Applications",
                        "AWS Account Federation",
                        "Sign On",
                        "Credentials Details",
                        "Application username format",
                    ],
                    "The session name is the application's user name. For Connect it must equal the user's name there. A \
                     custom application takes this attribute statement.",
                ),
                "Name:        https://aws.amazon.com/SAML/Attributes/RoleSessionName\n\
                 Name format: URI Reference\n\
                 Value:       user.login",
            ),
        ),
        (
            Setting::SessionDuration,
            documented(
                &[
                    "Applications",
                    "AWS Account Federation",
                    "Sign On",
                    "Edit",
                    "Advanced Sign-on Settings",
                    "Session Duration",
                ],
                "Enter seconds from 900 to 43200.",
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                documented(
                    &["Applications", "the application", "General", "SAML Settings", "Attribute Statements"],
                    "In a custom application, add one statement for each tag, named by the whole URI.",
                ),
                "Name:        https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY\n\
                 Name format: URI Reference\n\
                 Value:       user.USER_ATTRIBUTE",
            ),
        ),
        (
            Setting::SourceIdentity,
            documented(
                &["Applications", "the application", "General", "SAML Settings", "Attribute Statements"],
                "In a custom application, add a statement named by the SourceIdentity URI.",
            ),
        ),
        (
            Setting::AttributeName,
            documented(
                &["Applications", "the application", "General", "SAML Settings", "Attribute Statements"],
                "Write the whole URI as the name, in exactly these letters.",
            ),
        ),
        (
            Setting::SigningOption,
            likely(
                &[
                    "Applications",
                    "the application",
                    "General",
                    "SAML Settings",
                    "Show Advanced Settings",
                    "Assertion Signature",
                ],
                "Choose Signed.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            likely(
                &[
                    "Applications",
                    "the application",
                    "General",
                    "SAML Settings",
                    "Show Advanced Settings",
                    "Signature Algorithm",
                ],
                "Choose RSA-SHA256.",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &[
                    "Applications",
                    "the application",
                    "General",
                    "SAML Settings",
                    "Show Advanced Settings",
                    "Assertion Encryption",
                ],
                "Choose Unencrypted, unless IAM holds the private key.",
            ),
        ),
        (
            Setting::Certificate,
            documented(
                &[
                    "Applications",
                    "the application",
                    "Sign On",
                    "SAML Signing Certificates",
                    "Actions",
                    "View IdP metadata",
                ],
                "Save the metadata of the active certificate and upload it to the provider in IAM.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &["Applications", "the application", "Sign On", "Edit", "Default Relay State"],
                "Enter the address of the service.",
            ),
        ),
        (
            Setting::UserAssignment,
            documented(
                &["Applications", "the application", "Assignments"],
                "Assign the user or the group; to reset an assignment, unassign and assign again. Where no attribute can \
                 be set for a group, enable Import Groups and compare the group's name with the filter.",
            ),
        ),
        (
            Setting::Issuer,
            documented(
                &[
                    "Applications",
                    "the application",
                    "Sign On",
                    "SAML Signing Certificates",
                    "Actions",
                    "View IdP metadata",
                ],
                "The issuer is the entityID of this metadata. Each application has its own.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-missing",
            "In Okta, see under Assignments that this person has a SAML User Role. With Use Group Mapping, the name of one of the person's groups must fit the group filter; roles whose names hold a full stop are not passed on.",
        ),
        mistake(
            "role-empty",
            "In Okta, none of the person's groups fits the filters of Use Group Mapping, or the role was not read again after it was made (More, Refresh Application Data).",
        ),
        mistake(
            "role-arn-alone",
            "In Okta, the provider's half comes from the field Identity Provider ARN under Sign On, Advanced Sign-on Settings: it may be empty.",
        ),
        mistake(
            "role-placeholder",
            "In Okta, the group filter must capture what the role value pattern names, so that Okta can fill it in.",
        ),
        mistake(
            "role-not-an-arn",
            "In Okta, a group such as `aws#alias#role#account` is turned into ARNs only by the role value pattern under Sign On, Advanced Sign-on Settings, with Use Group Mapping on.",
        ),
        mistake(
            "role-not-in-account",
            "In Okta, choose More, Refresh Application Data after roles were made, renamed or deleted in AWS, and assign the role anew.",
        ),
        mistake(
            "provider-missing",
            "In Okta, the provider's name stands in the field Identity Provider ARN under Sign On, Advanced Sign-on Settings; its upper and lower case count.",
        ),
        mistake(
            "session-name-characters",
            "In Okta's catalogue application the session name is the application username: choose another Application username format, or change it for this person under Assignments.",
        ),
        mistake(
            "connect-user-missing",
            "In Okta's catalogue application the session name is the application username, under Sign On, Credentials Details.",
        ),
        mistake(
            "name-id-not-persistent",
            "Okta's catalogue application always sends unspecified. WorkSpaces and AppStream need a custom SAML 2.0 application, whose Name ID format is Persistent.",
        ),
        mistake(
            "signing-key-unknown",
            "In Okta, each certificate has metadata of its own: take that of the active one under Sign On, SAML Signing Certificates.",
        ),
    ],
};

fn is_app_id(path: &str) -> bool {
    path.strip_prefix("/exk")
        .is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
