//! Examples of names of attributes, right and wrong; the code they hold is in the module above.

use super::*;
use proptest::prelude::*;

#[test]
fn the_six_are_known_exactly() {
    for known in AwsAttribute::ALL {
        assert_eq!(known.name(), format!("{PREFIX}{}", known.suffix()));
        assert_eq!(recognise(known.name()), AttributeName::Known(known));
    }
    let name = principal_tag_name("Cost Center");
    assert_eq!(recognise(&name), AttributeName::PrincipalTag("Cost Center"));
    assert_eq!(recognise(&principal_tag_name("")), AttributeName::PrincipalTag(""));
}

#[test]
fn look_alikes_say_why_and_where() {
    use LookAlikeReason::*;
    let cases: &[(&str, &str, LookAlikeReason, &str)] = &[
        ("http://aws.amazon.com/SAML/Attributes/Role", "Role", Http, "http"),
        ("https://aws.amazon.com/SAML/Attributes/Role/", "Role", TrailingSlash, "/"),
        ("https://aws.amazon.com/SAML/Attributes/SessionDuration\"", "SessionDuration", Quote, "\""),
        ("https://aws.amazon.com/SAML/Attributes/SessionDuration”", "SessionDuration", Quote, "”"),
        ("https://aws.amazon.com/SAML/Attributes/Role ", "Role", WhiteSpace, " "),
        (" https://aws.amazon.com/SAML/Attributes/Role", "Role", WhiteSpace, " "),
        ("https://aws.amazon.com/SAML/Attributes/Role\u{200B}", "Role", Invisible('\u{200B}'), "\u{200B}"),
        ("https://aws.amazon.com/SAML/Attributes/Rоle", "Role", Homoglyph('о', 'o'), "о"),
        (
            "https://aws.amazon.com/saml/attributes/Role",
            "Role",
            Case,
            "https://aws.amazon.com/saml/attributes/",
        ),
        ("https://aws.amazon.com/SAML/Attributes/role", "Role", Case, "role"),
        (
            "https://aws.amazon.com/SAML/Attributes/rolesessionname",
            "RoleSessionName",
            Case,
            "rolesessionname",
        ),
        ("https://aws.amazon.com/SAML/Attributes/Roles", "Role", Plural, "Roles"),
        (
            "https://aws.amazon.com/SAML/Attributes/RoleSessioName",
            "RoleSessionName",
            Misspelt,
            "RoleSessioName",
        ),
        (
            "https://aws.amazon.com/SAML/Attributes/AccessControl:team",
            "PrincipalTag:team",
            AccessControl,
            "AccessControl:",
        ),
        (
            "http://www.amazonaws.cn/SAML/Attributes/Role",
            "Role",
            ChinaPrefix,
            "http://www.amazonaws.cn/SAML/Attributes/",
        ),
        ("Role", "Role", NoPrefix, ""),
        ("RoleSessionName", "RoleSessionName", NoPrefix, ""),
        (
            "https://idp.example.com/attributes/Role",
            "Role",
            OtherPrefix,
            "https://idp.example.com/attributes/",
        ),
        (
            "https://aws.amazon.com/SAML/Attributes/https://aws.amazon.com/SAML/Attributes/Role",
            "Role",
            DoubledPrefix,
            "https://aws.amazon.com/SAML/Attributes/",
        ),
        ("https://aws.amazon.com/SAML/Attributes/PrincipalTag/team", "PrincipalTag:team", TagSeparator, "/"),
        ("https://aws.amazon.com/SAML/Attributes/PrincipalTagteam", "PrincipalTag:team", TagSeparator, ""),
        (
            "https://aws.amazon.com/SAML/Attributes/PrincipalTags:team",
            "PrincipalTag:team",
            Plural,
            "PrincipalTags",
        ),
        (
            "https://aws.amazon.com/SAML/Attributes/principaltag:team",
            "PrincipalTag:team",
            Case,
            "principaltag",
        ),
    ];
    for (name, meant, why, marked) in cases {
        let AttributeName::LookAlike(found) = recognise(name) else {
            panic!("{name}: {:?}", recognise(name))
        };
        assert_eq!(found.meant, format!("{PREFIX}{meant}"), "{name}");
        assert_eq!((found.why, name.get(found.range).unwrap()), (*why, *marked), "{name}");
    }
}

#[test]
fn ordinary_attributes_are_left_alone() {
    for name in [
        "",
        "mail",
        "role_list",
        "roles",
        "memberOf",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "urn:oid:2.5.4.3",
        "https://aws.amazon.com/SAML/Attributes/Something",
    ] {
        assert_eq!(recognise(name), AttributeName::Other, "{name}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(name in "(https?://aws\\.amazon\\.com/SAML/Attributes/|Role|PrincipalTag|[:/\" s]|\\PC){0,8}") {
        if let AttributeName::LookAlike(found) = recognise(&name) {
            prop_assert!(name.get(found.range).is_some());
            prop_assert!(!matches!(recognise(&found.meant), AttributeName::LookAlike(_)));
        }
    }
}
