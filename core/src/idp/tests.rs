//! Examples of messages and the providers that they come from, and whether the steps are complete.

use proptest::prelude::*;

use super::*;

const UUID: &str = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";

#[test]
fn issuers_decide() {
    let entra = format!("https://sts.windows.net/{UUID}/");
    let entra_china = format!("https://sts.chinacloudapi.cn/{UUID}/");
    use Confidence::*;
    let cases = [
        ("http://www.okta.com/exk1fcia6d6EMsf331d8", "okta", Certain),
        ("https://login.example.com/exk1fcia6d6EMsf331d8", "okta", Likely),
        (entra.as_str(), "entra", Certain),
        (entra_china.as_str(), "entra", Likely),
        ("http://fs.example.com/adfs/services/trust", "adfs", Certain),
        ("https://auth.pingone.eu/0a1b", "pingone", Likely),
        ("https://pingone.com/idp/example", "pingone", Likely),
        ("https://app.onelogin.com/saml/metadata/12345", "onelogin", Certain),
        ("https://example.onelogin.com/saml2", "onelogin", Likely),
        ("https://sso.example.com/realms/staff", "keycloak", Certain),
        ("https://sso.example.com/auth/realms/staff", "keycloak", Certain),
        ("urn:example.eu.auth0.com", "auth0", Certain),
        ("urn:example.auth0.com", "auth0", Certain),
        ("https://sso-0a1b.sso.duosecurity.com/saml2/sp/DI0A1B/metadata", "duo", Certain),
        ("JumpCloud", "jumpcloud", Likely),
        ("https://accounts.google.com/o/saml2?idpid=C0a1b2c3d", "google", Certain),
        ("https://idp.example.org/idp/shibboleth", "shibboleth", Certain),
        ("https://idp.example.org/simplesaml/saml2/idp/metadata.php", "simplesamlphp", Likely),
        ("authentik", "authentik", Likely),
        (
            "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/NDQ0NDU1NTU2NjY2",
            "identity-center",
            Certain,
        ),
    ];
    for (issuer, id, confidence) in cases {
        let found = recognise(&Traits { issuer: Some(issuer), ..Traits::default() }).unwrap();
        assert_eq!((found.provider.id, found.confidence), (id, confidence), "{issuer}");
        assert!(!found.reasons.is_empty());
    }
}

#[test]
fn other_issuers_name_nobody() {
    for issuer in [
        "",
        "https://idp.example.com/saml",
        "https://sts.windows.net/example/",
        "https://www.okta.com/",
        "https://sso.example.com/realms/",
        "https://sso.example.com/realms/staff/protocol/saml",
        "urn:example.org",
        "urn:.auth0.com",
        "https://www.okta.com.example.org/saml",
        "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/",
    ] {
        assert!(recognise(&Traits { issuer: Some(issuer), ..Traits::default() }).is_none(), "{issuer}");
    }
}

#[test]
fn habits_alone_are_never_certain() {
    let id = format!("ID_{UUID}");
    let keycloak = Traits {
        issuer: Some("https://idp.example.com"),
        assertion_id: Some(&id),
        signature_prefix: Some("dsig"),
        session_index: Some("a::b"),
        protocol_prefix: Some("samlp"),
        assertion_prefix: Some("saml"),
        ..Traits::default()
    };
    let found = recognise(&keycloak).unwrap();
    assert_eq!((found.provider.id, found.confidence), ("keycloak", Confidence::Possible));
    let only_prefixes =
        Traits { signature_prefix: None, session_index: None, assertion_id: None, ..keycloak };
    assert!(recognise(&only_prefixes).is_none());
}

#[test]
fn a_namespace_makes_it_likely() {
    let traits = Traits {
        issuer: Some("https://login.example.com"),
        attribute_names: vec!["http://schemas.microsoft.com/identity/claims/tenantid"],
        ..Traits::default()
    };
    let found = recognise(&traits).unwrap();
    assert_eq!((found.provider.id, found.confidence), ("entra", Confidence::Likely));
}

#[test]
fn steps_are_complete_and_plain() {
    for provider in providers() {
        assert_eq!(by_id(provider.id).map(|found| found.title), Some(provider.title));
        assert!(provider.admin_title.starts_with("the ") && !provider.marks.is_empty(), "{}", provider.id);
        for (index, (setting, steps)) in provider.settings.iter().enumerate() {
            assert!(
                provider.settings.iter().skip(index + 1).all(|(other, _)| other != setting),
                "{} {setting:?}",
                provider.id
            );
            assert!(steps.text.ends_with('.'), "{}: {}", provider.id, steps.text);
        }
        for setting in [
            Setting::Audience,
            Setting::Acs,
            Setting::NameIdFormat,
            Setting::Role,
            Setting::RoleSessionName,
            Setting::SessionDuration,
            Setting::PrincipalTag,
            Setting::SourceIdentity,
            Setting::SigningOption,
            Setting::SigningAlgorithm,
            Setting::Encryption,
            Setting::Certificate,
            Setting::Issuer,
            Setting::RelayState,
        ] {
            assert!(provider.own_steps(setting).is_some(), "{} {setting:?}", provider.id);
        }
    }
    for setting in Setting::ALL {
        let generic = steps(None, setting);
        assert!(generic.path.is_empty() && generic.text.ends_with('.'), "{setting:?}");
    }
}

#[test]
fn what_a_provider_does_not_say_holds_anywhere() {
    let duo = by_id("duo").unwrap();
    assert_eq!(steps(Some(duo), Setting::Clock), steps(None, Setting::Clock));
    assert_ne!(steps(Some(duo), Setting::Acs), steps(None, Setting::Acs));
}

proptest! {
    #[test]
    fn nothing_panics(issuer in "(https?://|urn:|www\\.okta\\.com|/exk|/realms/|\\.auth0\\.com|\\PC){0,6}", id in "(_|ID_|pfx|R|[0-9a-f-]{4}|\\PC){0,12}") {
        let traits = Traits { issuer: Some(&issuer), response_id: Some(&id), assertion_id: Some(&id), ..Traits::default() };
        if let Some(found) = recognise(&traits) {
            prop_assert!(found.score > 0 && !found.reasons.is_empty());
        }
    }
}
