//! Active Directory Federation Services: a relying party trust with claim rules.
//!
//! It deliberately assumes the names that AWS's guide gives; the trust may be called otherwise.

use super::recognise::{is_prefixed_uuid, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

const RULES: &[&str] =
    &["AD FS Management", "Relying Party Trusts", "Amazon Web Services", "Edit Claim Issuance Policy"];

// Claim rules, each to be pasted as a custom rule.

const NAME_ID: &str = r#"c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname"]
 => issue(Type = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier", Issuer = c.Issuer,
    OriginalIssuer = c.OriginalIssuer, Value = c.Value, ValueType = c.ValueType,
    Properties["http://schemas.xmlsoap.org/ws/2005/05/identity/claimproperties/format"]
      = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");"#;

const ROLES: &str = r#"c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", Issuer == "AD AUTHORITY"]
 => add(store = "Active Directory", types = ("http://temp/variable"), query = ";tokenGroups;{0}", param = c.Value);

c:[Type == "http://temp/variable", Value =~ "(?i)^AWS-([\d]{12})-"]
 => issue(Type = "https://aws.amazon.com/SAML/Attributes/Role", Value = RegExReplace(c.Value, "(?i)^AWS-([\d]{12})-",
    "arn:PARTITION:iam::$1:saml-provider/PROVIDER_NAME,arn:PARTITION:iam::$1:role/"));"#;

const SESSION_NAME: &str = r#"c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", Issuer == "AD AUTHORITY"]
 => issue(store = "Active Directory", types = ("https://aws.amazon.com/SAML/Attributes/RoleSessionName"),
    query = ";mail;{0}", param = c.Value);"#;

const TAG: &str = r#"c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", Issuer == "AD AUTHORITY"]
 => issue(store = "Active Directory", types = ("https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY"),
    query = ";DIRECTORY_ATTRIBUTE;{0}", param = c.Value);"#;

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
            with_snippet(
                documented(
                    RULES,
                    "Transform Windows account name into Name ID with the format Persistent Identifier.",
                ),
                NAME_ID,
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
                ROLES,
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    RULES,
                    "Send LDAP Attributes as Claims: map E-Mail-Addresses or SAM-Account-Name to \
                     `https://aws.amazon.com/SAML/Attributes/RoleSessionName`. A user without e-mail gets no session name.",
                ),
                SESSION_NAME,
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
            with_snippet(
                documented(
                    RULES,
                    "Send LDAP Attributes as Claims: map the entry to the tag's whole URI as outgoing claim type.",
                ),
                TAG,
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
            with_snippet(
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
                "Set-AdfsRelyingPartyTrust -TargetName \"Amazon Web Services\" -EncryptClaims $false",
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
        (
            Setting::SourceIdentity,
            documented(
                RULES,
                "Send LDAP Attributes as Claims: map SAM-Account-Name to `https://aws.amazon.com/SAML/Attributes/SourceIdentity`.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &[
                    "AD FS Management",
                    "Service",
                    "Edit Federation Service Properties",
                    "Federation Service identifier",
                ],
                "It must be the entityID of the metadata in IAM.",
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "role-missing",
            "In AD FS, the rule makes a role of each group whose name is `AWS-`, twelve digits, a hyphen and the role's name; this person is in none, or the rule that collects the groups stands below it.",
        ),
        mistake(
            "role-placeholder",
            "In AD FS, `$1` is left where the pattern of RegExReplace has no group in parentheses that it could stand for.",
        ),
        mistake(
            "role-not-an-arn",
            "In AD FS, RegExReplace leaves a name as it is where the pattern does not fit: the group's name must hold the twelve digits, and the case must match or the pattern begin with `(?i)`.",
        ),
        mistake(
            "role-white-space",
            "In AD FS, look for a space or line break inside the quotation marks of the rule's last value.",
        ),
        mistake(
            "session-name-missing",
            "In AD FS, a person whose entry has no E-Mail-Addresses gets no session name: fill it in Active Directory, or map SAM-Account-Name.",
        ),
        mistake(
            "session-name-empty",
            "In AD FS, a person whose entry has no E-Mail-Addresses gets no session name: fill it in Active Directory, or map SAM-Account-Name.",
        ),
        mistake(
            "session-name-characters",
            "In AD FS, the Windows account name comes with its domain: map SAM-Account-Name or E-Mail-Addresses to the session name instead.",
        ),
        mistake(
            "confirmation-data-missing",
            "In AD FS, this comes from a WS-Trust endpoint (`/adfs/services/trust/…`): sign in through `/adfs/ls/` instead.",
        ),
        mistake(
            "recipient-missing",
            "In AD FS, this comes from a WS-Trust endpoint (`/adfs/services/trust/…`): sign in through `/adfs/ls/` instead.",
        ),
        mistake(
            "recipient-wrong",
            "In AD FS, see the tab Endpoints of the relying party trust: the default SAML Assertion Consumer endpoint is sent.",
        ),
        mistake(
            "assertion-encrypted",
            "In AD FS, the import of AWS's metadata may have set a certificate on the tab Encryption of the relying party trust.",
        ),
        mistake(
            "decryption-key-missing",
            "In AD FS, the import of AWS's metadata may have set a certificate on the tab Encryption of the relying party trust.",
        ),
        mistake(
            "signing-key-unknown",
            "AD FS replaces its token-signing certificate by itself, by default each year (AutoCertificateRollover), and IAM then still has the old one.",
        ),
        mistake(
            "name-id-not-persistent",
            "In AD FS, the rule that transforms the Windows account name into Name ID also sets its format.",
        ),
    ],
};
