//! Active Directory Federation Services: a relying party trust with claim rules.
//!
//! It deliberately assumes the names that AWS's guide gives; the trust may be called otherwise.

use super::recognise::{is_prefixed_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, with_snippet};

const RULES: &[&str] =
    &["AD FS Management", "Relying Party Trusts", "Amazon Web Services", "Edit Claim Issuance Policy"];

pub(super) static ADFS: Provider = Provider {
    id: "adfs",
    title: "AD FS",
    admin_title: "the AD FS administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer ends in `/adfs/services/trust`", |traits| {
            issuer_address(traits)
                .is_some_and(|(host, path)| !host.is_empty() && path == "/adfs/services/trust")
        }),
        mark(MarkKind::Habit, "the response says `consent:unspecified`", |traits| {
            traits.consent == Some("urn:oasis:names:tc:SAML:2.0:consent:unspecified")
        }),
        mark(MarkKind::Habit, "the assertion is in the default namespace", |traits| {
            prefixes_are(traits, "samlp", "")
        }),
        mark(MarkKind::Habit, "the ids are `_` and a UUID", |traits| {
            is_prefixed_uuid(traits.assertion_id, "_")
        }),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &[
                    "AD FS Management",
                    "Relying Party Trusts",
                    "Amazon Web Services",
                    "Properties",
                    "Identifiers",
                ],
                "Enter `urn:amazon:webservices`, or import the trust from AWS's metadata.",
            ),
        ),
        (
            Setting::Acs,
            likely(
                &[
                    "AD FS Management",
                    "Relying Party Trusts",
                    "Amazon Web Services",
                    "Properties",
                    "Endpoints",
                ],
                "Enter the sign-in URL as a SAML Assertion Consumer endpoint with the binding POST. WS-Trust endpoints do not work.",
            ),
        ),
        (
            Setting::NameIdFormat,
            documented(
                RULES,
                "Transform Windows account name into Name ID with the format Persistent Identifier.",
            ),
        ),
        (
            Setting::NameIdValue,
            documented(
                RULES,
                "Set the rule's incoming claim type: Windows account name, or UPN where AppStream needs it.",
            ),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    RULES,
                    "Two custom rules: one collects the user's groups, one turns groups that begin with `AWS-` and an account \
                     into pairs of ARNs. A group without twelve digits makes no role.",
                ),
                concat!(
                    "c:[Type == \"http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname\", ",
                    "Issuer == \"AD AUTHORITY\"]\n",
                    " => add(store = \"Active Directory\", types = (\"http://temp/variable\"), ",
                    "query = \";tokenGroups;{0}\", param = c.Value);\n\n",
                    "c:[Type == \"http://temp/variable\", Value =~ \"(?i)^AWS-([\\d]{12})\"]\n",
                    " => issue(Type = \"https://aws.amazon.com/SAML/Attributes/Role\", ",
                    "Value = RegExReplace(c.Value, \"AWS-([\\d]{12})-\", ",
                    "\"arn:aws:iam::$1:saml-provider/ADFS,arn:aws:iam::$1:role/ADFS-\"));"
                ),
            ),
        ),
        (
            Setting::RoleSessionName,
            documented(
                RULES,
                "Send LDAP Attributes as Claims: map E-Mail-Addresses or SAM-Account-Name to \
                 `https://aws.amazon.com/SAML/Attributes/RoleSessionName`. A user without e-mail gets no session name.",
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
                documented(RULES, "Add a custom rule with the number of seconds."),
                "=> issue(Type = \"https://aws.amazon.com/SAML/Attributes/SessionDuration\", Value = \"28800\");",
            ),
        ),
        (
            Setting::PrincipalTag,
            documented(
                RULES,
                "Send LDAP Attributes as Claims: map the entry to the tag's whole URI as outgoing claim type.",
            ),
        ),
        (
            Setting::AttributeName,
            documented(RULES, "The outgoing claim type is the attribute's name: the whole URI."),
        ),
        (
            Setting::SigningOption,
            with_snippet(
                likely(&[], "Set what is signed in PowerShell on the AD FS server."),
                "Set-AdfsRelyingPartyTrust -TargetName \"Amazon Web Services\" -SamlResponseSignature AssertionOnly",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            with_snippet(
                likely(&[], "Set the algorithm in PowerShell on the AD FS server."),
                "Set-AdfsRelyingPartyTrust -TargetName \"Amazon Web Services\" \
                 -SignatureAlgorithm \"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"",
            ),
        ),
        (
            Setting::Encryption,
            likely(
                &[
                    "AD FS Management",
                    "Relying Party Trusts",
                    "Amazon Web Services",
                    "Properties",
                    "Encryption",
                ],
                "Remove the certificate, unless IAM holds its private key. Imported metadata may have set it.",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["AD FS Management", "Service", "Certificates", "Token-signing"],
                "AD FS replaces the certificate by itself each year. Upload \
                 `https://<host>/FederationMetadata/2007-06/FederationMetadata.xml` to IAM after each change.",
            ),
        ),
        (
            Setting::Lifetime,
            with_snippet(
                likely(&[], "Set the token's lifetime in minutes in PowerShell."),
                "Set-AdfsRelyingPartyTrust -TargetName \"Amazon Web Services\" -TokenLifetime 60",
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &[],
                "Begin at `/adfs/ls/IdpInitiatedSignOn.aspx?loginToRp=urn:amazon:webservices`; the relay state must be enabled \
                 on the server.",
            ),
        ),
        (
            Setting::UserAssignment,
            documented(
                &["Active Directory", "Groups"],
                "Make the user a member of the group `AWS-<account>-<role>`.",
            ),
        ),
        (Setting::Clock, documented(&[], "Let the AD FS servers keep time by NTP.")),
    ],
};
