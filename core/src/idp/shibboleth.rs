//! Shibboleth Identity Provider.
//!
//! It deliberately names files and properties instead of menus: there are none.

use super::recognise::{is_prefixed_hex, issuer_address, prefixes_are};
use super::{MarkKind, Provider, Setting, documented, likely, mark, mistake, with_snippet};

// Pieces of the configuration files, for version 4 and later.

const ROLE: &str = r#"<AttributeDefinition id="awsRole" xsi:type="Mapped">
  <InputDataConnector ref="LDAP_CONNECTOR" attributeNames="memberOf"/>
  <AttributeEncoder xsi:type="SAML2String" name="https://aws.amazon.com/SAML/Attributes/Role" friendlyName="Role"/>
  <ValueMap>
    <ReturnValue>arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,arn:PARTITION:iam::ACCOUNT_ID:saml-provider/PROVIDER_NAME</ReturnValue>
    <SourceValue>DISTINGUISHED_NAME_OF_THE_GROUP</SourceValue>
  </ValueMap>
</AttributeDefinition>"#;

const SESSION_NAME: &str = r#"<AttributeDefinition id="awsRoleSessionName" xsi:type="Simple">
  <InputDataConnector ref="LDAP_CONNECTOR" attributeNames="mail"/>
  <AttributeEncoder xsi:type="SAML2String" name="https://aws.amazon.com/SAML/Attributes/RoleSessionName" friendlyName="RoleSessionName"/>
</AttributeDefinition>"#;

const TAG: &str = r#"<AttributeDefinition id="awsTag" xsi:type="Simple">
  <InputDataConnector ref="LDAP_CONNECTOR" attributeNames="DIRECTORY_ATTRIBUTE"/>
  <AttributeEncoder xsi:type="SAML2String" name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:TAG_KEY" friendlyName="TAG_KEY"/>
</AttributeDefinition>"#;

const DURATION: &str = r#"<DataConnector id="awsStatic" xsi:type="Static" exportAttributes="awsSessionDuration">
  <Attribute id="awsSessionDuration"><Value>28800</Value></Attribute>
</DataConnector>
<AttributeDefinition id="awsDuration" xsi:type="Simple">
  <InputDataConnector ref="awsStatic" attributeNames="awsSessionDuration"/>
  <AttributeEncoder xsi:type="SAML2String" name="https://aws.amazon.com/SAML/Attributes/SessionDuration" friendlyName="SessionDuration"/>
</AttributeDefinition>"#;

const FILTER: &str = r#"<AttributeFilterPolicy id="aws">
  <PolicyRequirementRule xsi:type="Requester" value="AUDIENCE"/>
  <AttributeRule attributeID="awsRole" permitAny="true"/>
  <AttributeRule attributeID="awsRoleSessionName" permitAny="true"/>
</AttributeFilterPolicy>"#;

const RELYING_PARTY: &str = r#"<bean id="aws" parent="RelyingPartyByName" c:relyingPartyIds="AUDIENCE">
  <property name="profileConfigurations">
    <list>
      <bean parent="SAML2.SSO" p:encryptAssertions="false" p:signAssertions="true"
            p:nameIDFormatPrecedence="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"/>
    </list>
  </property>
</bean>"#;

pub(super) static SHIBBOLETH: Provider = Provider {
    id: "shibboleth",
    title: "Shibboleth",
    admin_title: "the Shibboleth administrator",
    marks: &[
        mark(MarkKind::Issuer, "the issuer ends in `/idp/shibboleth`", |traits| {
            issuer_address(traits)
                .is_some_and(|(host, path)| !host.is_empty() && path.ends_with("/idp/shibboleth"))
        }),
        mark(MarkKind::Habit, "the prefixes are `saml2p` and `saml2`", |traits| {
            prefixes_are(traits, "saml2p", "saml2")
        }),
        mark(MarkKind::Habit, "the ids are `_` and 32 hexadecimal digits", |traits| {
            is_prefixed_hex(traits.response_id, "_", 32..=32)
        }),
        mark(MarkKind::Habit, "attributes are named by object identifiers", |traits| {
            traits.attribute_names.iter().any(|name| name.starts_with("urn:oid:"))
        }),
        mark(MarkKind::Habit, "the assertion is encrypted", |traits| traits.encrypted),
    ],
    settings: &[
        (
            Setting::Audience,
            documented(
                &["attribute-filter.xml", "relying-party.xml"],
                "The service provider's entity id is `urn:amazon:webservices`.",
            ),
        ),
        (
            Setting::NameIdFormat,
            with_snippet(
                likely(
                    &["relying-party.xml", "the override for AWS", "SAML2.SSO"],
                    "Set the precedence; saml-nameid.xml must generate that format.",
                ),
                RELYING_PARTY,
            ),
        ),
        (
            Setting::NameIdValue,
            documented(&["saml-nameid.xml"], "Set the source attribute of the persistent generator."),
        ),
        (
            Setting::Role,
            with_snippet(
                documented(
                    &["attribute-resolver.xml"],
                    "Define an attribute whose encoder is named `https://aws.amazon.com/SAML/Attributes/Role` and release it to \
                     `urn:amazon:webservices` in attribute-filter.xml.",
                ),
                ROLE,
            ),
        ),
        (
            Setting::RoleSessionName,
            with_snippet(
                documented(
                    &["attribute-resolver.xml"],
                    "Define an attribute whose encoder is named by the RoleSessionName URI and release it in attribute-filter.xml.",
                ),
                SESSION_NAME,
            ),
        ),
        (
            Setting::PrincipalTag,
            with_snippet(
                documented(
                    &["attribute-resolver.xml"],
                    "Define one attribute for each tag and release it in attribute-filter.xml.",
                ),
                TAG,
            ),
        ),
        (
            Setting::AttributeName,
            documented(&["attribute-resolver.xml", "the AttributeEncoder", "name"], "Write the whole URI."),
        ),
        (
            Setting::SigningOption,
            with_snippet(
                likely(
                    &["relying-party.xml", "the override for AWS", "SAML2.SSO"],
                    "Let assertions be signed.",
                ),
                RELYING_PARTY,
            ),
        ),
        (
            Setting::Encryption,
            with_snippet(
                likely(
                    &["relying-party.xml", "the override for AWS", "SAML2.SSO"],
                    "Shibboleth encrypts by default; switch it off.",
                ),
                RELYING_PARTY,
            ),
        ),
        (
            Setting::RelayState,
            documented(
                &[],
                "Begin at `/idp/profile/SAML2/Unsolicited/SSO?providerId=urn:amazon:webservices`, with the parameter target.",
            ),
        ),
        (
            Setting::UserAssignment,
            with_snippet(
                documented(
                    &["attribute-filter.xml"],
                    "The attributes must be released to `urn:amazon:webservices` for this user.",
                ),
                FILTER,
            ),
        ),
        (
            Setting::Acs,
            with_snippet(
                likely(
                    &["metadata-providers.xml", "the metadata of AWS"],
                    "The address comes from AWS's metadata: load it from `https://signin.aws.amazon.com/static/saml-metadata.xml`, or that of the region.",
                ),
                r#"<MetadataProvider id="aws" xsi:type="FileBackedHTTPMetadataProvider" backingFile="%{idp.home}/metadata/aws.xml" metadataURL="https://signin.aws.amazon.com/static/saml-metadata.xml"/>"#,
            ),
        ),
        (
            Setting::SessionDuration,
            with_snippet(
                likely(
                    &["attribute-resolver.xml"],
                    "Define a static attribute and release it in attribute-filter.xml.",
                ),
                DURATION,
            ),
        ),
        (
            Setting::SourceIdentity,
            likely(
                &["attribute-resolver.xml"],
                "Define an attribute whose encoder is named by the SourceIdentity URI and release it in attribute-filter.xml.",
            ),
        ),
        (
            Setting::SigningAlgorithm,
            with_snippet(
                likely(
                    &["conf/idp.properties"],
                    "SHA-256 is the default; see that no override chooses another.",
                ),
                "idp.signing.config = shibboleth.SigningConfiguration.SHA256",
            ),
        ),
        (
            Setting::Certificate,
            likely(
                &["credentials/idp-signing.crt", "metadata/idp-metadata.xml"],
                "Nothing is replaced by itself. Upload the metadata with the new certificate beside the old to IAM, then change the key.",
            ),
        ),
        (
            Setting::Issuer,
            likely(
                &["conf/idp.properties", "idp.entityID"],
                "It must be the entityID of the metadata in IAM.",
            ),
        ),
        (
            Setting::Lifetime,
            with_snippet(
                likely(
                    &["relying-party.xml", "the override for AWS", "SAML2.SSO"],
                    "Set how long an assertion is valid.",
                ),
                r#"<bean parent="SAML2.SSO" p:assertionLifetime="PT5M"/>"#,
            ),
        ),
    ],
    mistakes: &[
        mistake(
            "assertion-encrypted",
            "Shibboleth encrypts by default for every service whose metadata holds a key.",
        ),
        mistake(
            "decryption-key-missing",
            "Shibboleth encrypts by default for every service whose metadata holds a key.",
        ),
        mistake(
            "name-id-not-persistent",
            "Shibboleth sends transient names by default: put persistent first in nameIDFormatPrecedence, and enable its generator in saml-nameid.xml.",
        ),
        mistake(
            "role-missing",
            "In Shibboleth, the attribute must be defined in attribute-resolver.xml and released to `urn:amazon:webservices` in attribute-filter.xml; the audit log names what was released.",
        ),
        mistake(
            "session-name-missing",
            "In Shibboleth, the attribute must be defined in attribute-resolver.xml and released to `urn:amazon:webservices` in attribute-filter.xml.",
        ),
        mistake(
            "attribute-in-friendly-name",
            "In Shibboleth, name and friendlyName of the AttributeEncoder are in each other's place.",
        ),
        mistake(
            "attribute-name-wrong",
            "In Shibboleth, the name is that of the AttributeEncoder; a default one is an object identifier (`urn:oid:…`).",
        ),
        mistake(
            "role-pair-kinds",
            "In Shibboleth, see the ReturnValue of the Mapped attribute: it must be `role ARN,provider ARN`.",
        ),
        mistake(
            "role-not-an-arn",
            "In Shibboleth, a Mapped attribute turns the directory's group into the pair of ARNs; with passThru it sends the group's own name.",
        ),
        mistake(
            "role-white-space",
            "In Shibboleth, line breaks inside a Template or ReturnValue are sent as well: write it on one line.",
        ),
        mistake(
            "name-id-missing",
            "In Shibboleth, the source attribute of the generator in saml-nameid.xml is empty for this person.",
        ),
        mistake(
            "name-id-empty",
            "In Shibboleth, the source attribute of the generator in saml-nameid.xml is empty for this person.",
        ),
    ],
};
