//! The keys that a message gives, with their values and places.

use super::*;
use crate::aws::policy::context::{Federation, for_assume_role, for_session, name_qualifier};
use crate::aws::policy::{Absence, Obscurity};
use crate::saml::Instant;

const NAME: &str = r#"<NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">jane</NameID>"#;
const CONFIRMATION: &str = r#"<SubjectConfirmation><SubjectConfirmationData Recipient="https://signin.aws.amazon.com/saml"/></SubjectConfirmation>"#;

fn assertion(subject: &str, attributes: &str) -> String {
    format!(
        r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><Issuer>https://idp.example.com</Issuer><Subject>{subject}</Subject><AttributeStatement>{attributes}</AttributeStatement></Assertion>"#
    )
}

fn attribute(name: &str, values: &[&str]) -> String {
    let values: String =
        values.iter().map(|value| format!("<AttributeValue>{value}</AttributeValue>")).collect();
    format!(r#"<Attribute Name="{name}">{values}</Attribute>"#)
}

fn aws(name: &str, values: &[&str]) -> String {
    attribute(&format!("https://aws.amazon.com/SAML/Attributes/{name}"), values)
}

fn with<T>(xml: &str, provider: &str, run: impl FnOnce(&Federation<'_>) -> T) -> T {
    let message = message(xml);
    run(&Federation {
        message: &message,
        assertion: message.assertions.first().unwrap(),
        provider,
        provider_span: Span::new(SourceId(7), 0, provider.len()),
        at: Instant::parse("2026-01-15T10:00:30Z").ok(),
    })
}

fn context(xml: &str) -> Context {
    with(xml, PROVIDER, for_assume_role)
}

/// The values of a key: `?` stands for unknown, `-` for absence, and `|` between those of which one holds.
fn shown(context: &Context, key: &str) -> String {
    match context.find(key) {
        Found::Values(values) => {
            values.iter().map(|value| value.text.as_str()).collect::<Vec<_>>().join(" + ")
        }
        Found::OneOf(values) => values
            .iter()
            .map(|value| value.as_ref().map_or("-", |value| value.text.as_str()))
            .collect::<Vec<_>>()
            .join(" | "),
        Found::Absent(_) => "-".to_owned(),
        Found::Unknown(_) => "?".to_owned(),
    }
}

#[test]
fn name_qualifiers() {
    // Recomputed from AWS's own example and from events that CloudTrail recorded.
    for (issuer, account, provider, expected) in [
        ("https://example.com/saml", "123456789012", "MySAMLIdP", "1uAJanUnBc2XeUkHURMht+xam2c="),
        (
            "http://www.okta.com/exksfwc0mwQGJQoJ62p6",
            "671568874969",
            "SplunkcloudOkta",
            "g4RD/xcF3dcnEghdegAhfaPo+ow=",
        ),
        (
            "https://portal.sso.ap-southeast-2.amazonaws.com/saml/assertion/NjA3NDgxNTgxNTk2X2lucy0xZmJjZmIxYzUxMDk3NTZh",
            "950363612855",
            "AWSSSO_9882ccf00912484e_DO_NOT_DELETE",
            "/nQTosBbaHrvuioiTKQkrbl3/WM=",
        ),
    ] {
        assert_eq!(name_qualifier(issuer, account, provider), expected);
    }
}

#[test]
fn keys_of_a_whole_message() {
    let xml = assertion(
        &format!("{NAME}{CONFIRMATION}"),
        &[
            aws("Role", &["x"]),
            aws("RoleSessionName", &["jane@example.com"]),
            aws("SourceIdentity", &["jane"]),
            aws("PrincipalTag:Department", &["Sales"]),
            aws("PrincipalTag:Empty", &[""]),
            aws("TransitiveTagKeys", &["Department", "Empty"]),
            attribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", &["staff", "member"]),
            attribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.3", &["dc=example"]),
            attribute("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", &["Doe"]),
            attribute("urn:oid:2.5.4.4", &["Doe"]),
        ]
        .concat(),
    );
    let context = context(&xml);
    for (key, expected) in [
        ("SAML:aud", "https://signin.aws.amazon.com/saml"),
        ("saml:iss", "https://idp.example.com"),
        ("saml:sub", "jane"),
        ("saml:sub_type", "persistent"),
        ("saml:doc", "444455556666/ExampleIdP"),
        ("saml:eduPersonAffiliation", "staff + member"),
        ("saml:edupersonorgdn", "dc=example"),
        // One of the two names is in AWS's list only with a slip.
        ("saml:surname", "Doe | -"),
        ("saml:eduPersonAssurance", "-"),
        ("saml:groups", "-"),
        ("sts:RoleSessionName", "jane@example.com"),
        ("sts:SourceIdentity", "jane"),
        ("sts:TransitiveTagKeys", "Department + Empty"),
        ("aws:TagKeys", "Department + Empty"),
        ("aws:RequestTag/department", "Sales"),
        ("aws:RequestTag/Empty", ""),
        ("aws:RequestTag/Title", "-"),
        ("aws:PrincipalTag/Department", "?"),
        ("aws:CurrentTime", "2026-01-15T10:00:30Z"),
        ("aws:EpochTime", "1768471230"),
        ("aws:SourceIp", "?"),
        ("aws:PrincipalOrgID", "-"),
        ("aws:MultiFactorAuthPresent", "-"),
        ("sts:ExternalId", "-"),
        ("sts:DurationSeconds", "-"),
        ("aws:userid", "-"),
        ("aws:FederatedProvider", "-"),
        ("ec2:Region", "?"),
    ] {
        assert_eq!(shown(&context, key), expected, "{key}");
    }
    let qualifier = name_qualifier("https://idp.example.com", "444455556666", "ExampleIdP");
    assert_eq!(shown(&context, "saml:namequalifier"), qualifier);
    assert_eq!(context.find("sts:ExternalId"), &Found::Absent(Absence::Never));
    assert_eq!(context.find("aws:RequestTag/Title"), &Found::Absent(Absence::NotSent));
    // Each value knows where it stands.
    let place = |key| at(&xml, context.find(key).values().next().unwrap().span.unwrap());
    assert_eq!(place("saml:aud"), "https://signin.aws.amazon.com/saml");
    assert_eq!(place("saml:sub_type"), "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
    assert_eq!(place("aws:TagKeys"), "Department");
    assert_eq!(place("aws:RequestTag/Department"), "Sales");
}

#[test]
fn formats_of_names() {
    for (format, expected) in [
        ("urn:oasis:names:tc:SAML:2.0:nameid-format:transient", "transient"),
        (
            "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
            "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress | emailAddress",
        ),
        (
            "urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress",
            "urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress | emailAddress",
        ),
        ("persistent", "persistent"),
    ] {
        let name = format!(r#"<NameID Format="{format}">jane</NameID>"#);
        assert_eq!(shown(&context(&assertion(&name, "")), "saml:sub_type"), expected);
    }
    assert_eq!(
        shown(&context(&assertion("<NameID>jane</NameID>", "")), "saml:sub_type"),
        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified | unspecified | -"
    );
}

#[test]
fn what_is_not_clear_is_not_decided() {
    let other = CONFIRMATION.replace("/saml", "/acs");
    let no_data = "<SubjectConfirmation/>";
    for (subject, attributes, key, expected) in [
        (
            format!("{CONFIRMATION}{other}"),
            String::new(),
            "saml:aud",
            "https://signin.aws.amazon.com/saml | https://signin.aws.amazon.com/acs",
        ),
        (
            format!("{CONFIRMATION}{no_data}"),
            String::new(),
            "saml:aud",
            "https://signin.aws.amazon.com/saml | -",
        ),
        (String::new(), String::new(), "saml:aud", "-"),
        (String::new(), String::new(), "saml:sub", "-"),
        ("<NameID> jane\n</NameID>".to_owned(), String::new(), "saml:sub", " jane\n | jane"),
        ("<NameID>jane<!-- -->x</NameID>".to_owned(), String::new(), "saml:sub", "?"),
        ("<EncryptedID/>".to_owned(), String::new(), "saml:sub", "?"),
        (String::new(), aws("RoleSessionName", &["a", "b"]), "sts:RoleSessionName", "a | b"),
        (String::new(), aws("RoleSessionName", &["a", "a"]), "sts:RoleSessionName", "a"),
        (String::new(), aws("RoleSessionName", &[""]), "sts:RoleSessionName", " | -"),
        (String::new(), aws("RoleSessionName", &["<b/>"]), "sts:RoleSessionName", "?"),
        (
            String::new(),
            aws("PrincipalTag:A", &["1"]) + &aws("PrincipalTag:a", &["2"]),
            "aws:RequestTag/A",
            "1 | 2",
        ),
        (String::new(), aws("TransitiveTagKeys", &["a", "b "]), "sts:TransitiveTagKeys", "?"),
        (String::new(), "<EncryptedAttribute/>".to_owned(), "aws:RequestTag/A", "?"),
        (String::new(), "<EncryptedAttribute/>".to_owned(), "saml:cn", "?"),
        (String::new(), "<EncryptedAttribute/>".to_owned(), "aws:MultiFactorAuthPresent", "-"),
    ] {
        let found = shown(&context(&assertion(&subject, &attributes)), key);
        assert_eq!(found, expected, "{key} of {subject} {attributes}");
    }
}

#[test]
fn a_provider_that_is_none_gives_no_hash() {
    for provider in ["", "arn:aws:iam::444455556666:saml-provider/", "arn:aws:iam::4444:saml-provider/x"] {
        let found = with(&assertion(NAME, ""), provider, for_assume_role).find("saml:doc").clone();
        assert!(matches!(found, Found::Unknown(Obscurity::BadProvider(_))), "{provider}");
    }
}

#[test]
fn two_issuers_leave_two_possibilities() {
    let inner = assertion(NAME, "");
    let xml = format!(
        r#"<Response xmlns="urn:oasis:names:tc:SAML:2.0:protocol"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">https://other.example.com</Issuer>{inner}</Response>"#
    );
    assert_eq!(shown(&context(&xml), "saml:iss"), "https://idp.example.com | https://other.example.com");
}

#[test]
fn after_the_sign_in_three_keys_of_saml_remain() {
    let attributes = aws("PrincipalTag:Department", &["Sales"]) + &aws("RoleSessionName", &["jane"]);
    let xml = assertion(&format!("{NAME}{CONFIRMATION}"), &attributes);
    let session = |role_id| with(&xml, PROVIDER, |federation| for_session(federation, role_id));
    let context = session(Some("AROAEXAMPLE"));
    for (key, expected) in [
        ("saml:sub", "jane"),
        ("saml:sub_type", "persistent"),
        ("saml:aud", "-"),
        ("saml:iss", "-"),
        ("saml:doc", "-"),
        ("aws:PrincipalTag/Department", "Sales"),
        // The role itself may have the tag.
        ("aws:PrincipalTag/Title", "?"),
        ("aws:RequestTag/Department", "?"),
        ("aws:FederatedProvider", PROVIDER),
        ("aws:SourceIdentity", "-"),
        ("aws:userid", "AROAEXAMPLE:jane"),
        ("aws:username", "-"),
        ("connect:InstanceId", "?"),
    ] {
        assert_eq!(shown(&context, key), expected, "{key}");
    }
    assert_ne!(shown(&context, "saml:namequalifier"), "-");
    assert_eq!(shown(&session(None), "aws:userid"), "?");
}
