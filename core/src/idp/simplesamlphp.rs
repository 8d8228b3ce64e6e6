//! SimpleSAMLphp as identity provider.
//!
//! It deliberately marks all steps as likely: they are general knowledge of its configuration files.

use super::recognise::{is_prefixed_hex, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, likely, mark, mistake, with_snippet};

const REMOTE: &[&str] = &["metadata/saml20-sp-remote.php", "the entry for AWS"];

const AUTHPROC_ROLE: &str = "90 => [
    'class' => 'core:AttributeAdd',
    'https://aws.amazon.com/SAML/Attributes/Role' => 'arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME',
],";

const AUTHPROC_DURATION: &str = "93 => ['class' => 'core:AttributeAdd', 'https://aws.amazon.com/SAML/Attributes/SessionDuration' => '28800'],";

pub(super) static SIMPLESAMLPHP: Provider = Provider {
    id: "simplesamlphp",
    title: "SimpleSAMLphp",
    admin_title: "the SimpleSAMLphp administrator",
    marks: &[
        mark(MarkKind::ProbableIssuer, "the issuer ends in `/saml2/idp/metadata.php`", |traits| {
            issuer_address(traits).is_some_and(|(_, path)| path.ends_with("/saml2/idp/metadata.php"))
        }),
        mark(MarkKind::Habit, "the ids are `_` and hexadecimal digits", |traits| {
            is_prefixed_hex(traits.response_id, "_", 40..=64)
        }),
        mark(MarkKind::Habit, "response and assertion are both signed", |traits| {
            traits.response_signed && traits.assertion_signed
        }),
        mark(MarkKind::Habit, "the prefixes are `samlp` and `saml`", |traits| {
            prefixes_are(traits, "samlp", "saml")
        }),
    ],
    settings: &[
        (Setting::Audience, likely(REMOTE, "The entry's key is the audience: `urn:amazon:webservices`.")),
        (
            Setting::Acs,
            with_snippet(
                likely(REMOTE, "Set the consumer service."),
                "'AssertionConsumerService' => 'SIGN_IN_URL',",
            ),
        ),
        (
            Setting::NameIdFormat,
            with_snippet(
                likely(REMOTE, "Set the format and a filter that generates it."),
                "'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',",
            ),
        ),
        (
            Setting::Role,
            with_snippet(likely(REMOTE, "Add the Role URI by a filter under authproc."), AUTHPROC_ROLE),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                likely(
                    REMOTE,
                    "Map the user's id to the RoleSessionName URI by core:AttributeMap under authproc.",
                ),
                "91 => ['class' => 'core:AttributeMap', 'mail' => 'https://aws.amazon.com/SAML/Attributes/RoleSessionName'],",
            ),
        ),
        (
            Setting::AttributeName,
            likely(REMOTE, "Map names to whole URIs by core:AttributeMap under authproc."),
        ),
        (
            Setting::SigningOption,
            with_snippet(likely(REMOTE, "Let the assertion be signed."), "'saml20.sign.assertion' => true,"),
        ),
        (
            Setting::Encryption,
            with_snippet(likely(REMOTE, "Switch encryption off."), "'assertion.encryption' => false,"),
        ),
        (Setting::NameIdValue, likely(REMOTE, "Set the attribute of the filter that generates the name.")),
        (
            Setting::SessionDuration,
            with_snippet(
                likely(REMOTE, "Add the number of seconds by core:AttributeAdd under authproc."),
                AUTHPROC_DURATION,
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                likely(
                    REMOTE,
                    "Map an attribute to the tag's whole URI by core:AttributeMap under authproc.",
                ),
                "92 => ['class' => 'core:AttributeMap', 'USER_ATTRIBUTE' => 'https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY'],",
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                REMOTE,
                "Map the user's id to the SourceIdentity URI by core:AttributeMap under authproc.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            with_snippet(
                likely(REMOTE, "Choose RSA with SHA-256."),
                "'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["metadata/saml20-idp-hosted.php", "new_certificate"],
                "Publish the new certificate beside the old one, upload the metadata to IAM, then make it the certificate.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &["metadata/saml20-idp-hosted.php"],
                "The entity id is the key of the entry; it must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::RelayState,
            likely(
                &[],
                "Begin at `/saml2/idp/SSOService.php?spentityid=urn:amazon:webservices&RelayState=` and the encoded address of the service.",
            ),
        ),
        (
            Setting::Lifetime,
            with_snippet(likely(REMOTE, "Set the validity in seconds."), "'assertion.lifetime' => 300,"),
        ),
    ],
    mistakes: &[
        mistake(
            "audience-unknown",
            "In SimpleSAMLphp, the audience is the key of the entry in metadata/saml20-sp-remote.php.",
        ),
        mistake(
            "attribute-name-wrong",
            "In SimpleSAMLphp, a core:AttributeMap under authproc names the attributes, and attributes.NameFormat does not change them.",
        ),
        mistake(
            "role-missing",
            "In SimpleSAMLphp, a filter under authproc must add the Role URI; an AttributeLimit that runs later may take it out again.",
        ),
        mistake(
            "role-not-an-arn",
            "In SimpleSAMLphp, the filter sends the group's name: map it to the pair of ARNs by core:AttributeValueMap or core:PHP.",
        ),
        mistake(
            "session-name-missing",
            "In SimpleSAMLphp, map the user's id to the RoleSessionName URI by core:AttributeMap under authproc.",
        ),
        mistake(
            "session-name-several-values",
            "In SimpleSAMLphp, the directory's attribute has several values: keep one by a filter under authproc.",
        ),
        mistake(
            "name-id-missing",
            "In SimpleSAMLphp, the format needs a filter that generates it, such as saml:PersistentNameID, and its source attribute a value.",
        ),
        mistake(
            "name-id-not-persistent",
            "In SimpleSAMLphp, set NameIDFormat in the entry and add a filter that generates it, such as saml:PersistentNameID.",
        ),
        mistake(
            "recipient-wrong",
            "In SimpleSAMLphp, the Recipient is the AssertionConsumerService of the entry.",
        ),
        mistake(
            "assertion-encrypted",
            "In SimpleSAMLphp, the key assertion.encryption of the entry switches it on.",
        ),
    ],
};
