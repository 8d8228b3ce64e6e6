//! Examples of endpoints, right and wrong; the code they hold is in the module above.

use super::*;
use proptest::prelude::*;

const ID: &str = "SAMLSP4SHN3UIS2D558H46";

fn sign_in<'a>(
    partition: Partition,
    region: Option<&'a str>,
    form: SignInForm<'a>,
    certain: bool,
) -> Endpoint<'a> {
    Endpoint::SignIn(SignIn { partition, region, form, certain })
}

#[test]
fn sign_in_pages_are_recognised() {
    use Partition::*;
    use SignInForm::*;
    let provider = format!("https://us-east-1.signin.aws.amazon.com/saml/acs/{ID}");
    let cases = [
        ("https://signin.aws.amazon.com/saml", sign_in(Aws, None, Global, true)),
        ("https://eu-west-1.signin.aws.amazon.com/saml", sign_in(Aws, Some("eu-west-1"), Regional, true)),
        ("https://me-west-1.signin.aws.amazon.com/saml", sign_in(Aws, Some("me-west-1"), Regional, false)),
        ("https://us-east-9.signin.aws.amazon.com/saml", sign_in(Aws, Some("us-east-9"), Regional, false)),
        (provider.as_str(), sign_in(Aws, Some("us-east-1"), Provider(ID), true)),
        ("https://signin.amazonaws-us-gov.com/saml", sign_in(AwsUsGov, None, Global, true)),
        (
            "https://us-gov-east-1.signin.amazonaws-us-gov.com/saml",
            sign_in(AwsUsGov, Some("us-gov-east-1"), Regional, true),
        ),
        ("https://signin-fips.amazonaws-us-gov.com/saml", sign_in(AwsUsGov, None, Fips, false)),
        ("https://signin.amazonaws.cn/saml", sign_in(AwsCn, None, Global, true)),
        (
            "https://cn-northwest-1.signin.amazonaws.cn/saml",
            sign_in(AwsCn, Some("cn-northwest-1"), Regional, true),
        ),
        (
            "https://eusc-de-east-1.signin.amazonaws-eusc.eu/saml",
            sign_in(AwsEusc, Some("eusc-de-east-1"), Regional, false),
        ),
        ("https://signin.aws.amazon.com/static/saml", Endpoint::StaticSaml { partition: Aws, region: None }),
    ];
    for (url, expected) in cases {
        assert_eq!(recognise(url), expected, "{url}");
    }
}

#[test]
fn other_receivers_are_recognised() {
    use OtherService::*;
    let cases = [
        (
            "https://us-east-1.signin.aws.amazon.com/platform/saml/acs/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
            Endpoint::NotIam(IdentityCenter),
        ),
        ("https://pool.auth.eu-west-1.amazoncognito.com/saml2/idpresponse", Endpoint::NotIam(Cognito)),
        ("http://127.0.0.1:35001", Endpoint::NotIam(ClientVpn)),
        ("https://logs.example.com/_dashboards/_opendistro/_security/saml/acs", Endpoint::NotIam(OpenSearch)),
        ("https://g-0a1b.grafana-workspace.eu-west-1.amazonaws.com/saml/acs", Endpoint::NotIam(Grafana)),
        ("http://localhost:7890/athena", Endpoint::Driver(Driver::Athena)),
        ("http://localhost:7890/redshift/", Endpoint::Driver(Driver::Redshift)),
        (
            "https://0a1b.us-west-2.sign-in.connect.aws/saml?&instanceId=0a1b&accountId=444455556666",
            Endpoint::ConnectGlobalResiliency { instance: "0a1b", region: "us-west-2" },
        ),
        ("https://sp.example.com/saml/acs", Endpoint::Unknown),
        ("", Endpoint::Unknown),
    ];
    for (url, expected) in cases {
        assert_eq!(recognise(url), expected, "{url}");
    }
}

#[test]
fn wrong_ones_say_which_characters_and_what_was_meant() {
    use EndpointFaultKind::*;
    const GLOBAL: &str = "https://signin.aws.amazon.com/saml";
    const WEST: &str = "https://eu-west-1.signin.aws.amazon.com/saml";
    let missing_acs = format!("{WEST}/{ID}");
    let with_acs = format!("{WEST}/acs/{ID}");
    type Faults<'a> = [(EndpointFaultKind, &'a str)];
    let cases: &[(&str, &Faults<'_>, &str)] = &[
        ("http://signin.aws.amazon.com/saml", &[(Http, "http")], GLOBAL),
        ("signin.aws.amazon.com/saml", &[(NoScheme, "")], GLOBAL),
        ("https://signin.aws.amazon.com/saml/", &[(TrailingSlash, "/")], GLOBAL),
        ("https://signin.aws.amazon.com/saml ", &[(WhiteSpace, " ")], GLOBAL),
        ("https://signin.aws.amazon.com/saml\u{200B}", &[(Invisible('\u{200B}'), "\u{200B}")], GLOBAL),
        ("https://signin.aws.amazon.com/saml#2", &[(Fragment, "#2")], GLOBAL),
        ("https://signin.aws.amazon.com/saml?x=1", &[(Query, "?x=1")], GLOBAL),
        ("https://signin.aws.amazon.com:443/saml", &[(Port, ":443")], GLOBAL),
        ("https://a@signin.aws.amazon.com/saml", &[(UserInfo, "a@")], GLOBAL),
        ("https://Signin.AWS.amazon.com/saml", &[(UpperCaseHost, "Signin.AWS.amazon.com")], GLOBAL),
        ("https://signin.aws.amazon.com/SAML", &[(PathCase, "/SAML")], GLOBAL),
        ("https://signin.aws.amazon.com", &[(NoPath, "")], GLOBAL),
        ("https://signin.aws.amazon.com/login", &[(WrongPath, "/login")], GLOBAL),
        (
            "https://signin.aws.amazon.com/static/saml-metadata.xml",
            &[(MetadataUrl, "/static/saml-metadata.xml")],
            GLOBAL,
        ),
        ("https://aws.amazon.com/saml", &[(AwsHomePage, "aws.amazon.com")], GLOBAL),
        ("https://console.aws.amazon.com/iam", &[(ConsoleHost, "console.aws.amazon.com")], GLOBAL),
        (
            "https://eu-west-1.console.aws.amazon.com/saml",
            &[(ConsoleHost, "eu-west-1.console.aws.amazon.com")],
            WEST,
        ),
        ("https://signin.eu-west-1.aws.amazon.com/saml", &[(RegionMisplaced, "eu-west-1")], WEST),
        ("https://eu-west-1.signin.amazonaws.cn/saml", &[(RegionOfOtherPartition, "eu-west-1")], WEST),
        ("https://console.signin.aws.amazon.com/saml", &[(NoRegion, "console")], GLOBAL),
        ("https://sts.amazonaws.com", &[(StsHost, "sts.amazonaws.com")], GLOBAL),
        ("https://sts.eu-west-1.amazonaws.com/saml", &[(StsHost, "sts.eu-west-1.amazonaws.com")], WEST),
        (
            "https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=a",
            &[(AppStreamRelayState, "appstream2.euc-sso.eu-west-1.aws.amazon.com")],
            WEST,
        ),
        (
            "https://workspaces.euc-sso.eu-west-1.aws.amazon.com/sso-idp",
            &[(WorkSpacesRelayState, "workspaces.euc-sso.eu-west-1.aws.amazon.com")],
            WEST,
        ),
        ("https://desk.my.connect.aws/", &[(ConnectInstance, "desk.my.connect.aws")], GLOBAL),
        ("urn:amazon:webservices", &[(Audience, "urn:amazon:webservices")], GLOBAL),
        ("https://signin.aws.amazn.com/saml", &[(LookAlikeHost, "signin.aws.amazn.com")], GLOBAL),
        ("https://signin.аws.amazon.com/saml", &[(LookAlikeHost, "signin.аws.amazon.com")], GLOBAL),
        (
            "https://signin.aws.amazon.com.example.org/saml",
            &[(LookAlikeHost, "signin.aws.amazon.com.example.org")],
            GLOBAL,
        ),
        (missing_acs.as_str(), &[(MissingAcs, ID)], with_acs.as_str()),
        ("http://signin.aws.amazon.com/saml/", &[(Http, "http"), (TrailingSlash, "/")], GLOBAL),
    ];
    for (url, faults, intended) in cases {
        let Endpoint::Wrong(wrong) = recognise(url) else { panic!("{url} is {:?}", recognise(url)) };
        let found: Vec<_> =
            wrong.faults.iter().map(|fault| (fault.kind, url.get(fault.range.clone()).unwrap())).collect();
        assert_eq!(&found, faults, "{url}");
        assert_eq!(wrong.intended.as_deref(), Some(*intended), "{url}");
    }
}

#[test]
fn a_bad_provider_id_has_no_remedy() {
    let Endpoint::Wrong(wrong) = recognise("https://us-east-1.signin.aws.amazon.com/saml/acs/samlsp") else {
        panic!()
    };
    assert_eq!(wrong.faults[0].kind, EndpointFaultKind::ProviderId);
    assert_eq!(wrong.intended, None);
}

proptest! {
    #[test]
    fn nothing_panics(url in "(https?://|signin\\.|aws\\.amazon\\.com|us-east-1\\.|/saml|/acs/|[?#@:/ ]|\\PC){0,12}") {
        if let Endpoint::Wrong(wrong) = recognise(&url) {
            prop_assert!(!wrong.faults.is_empty());
            for fault in wrong.faults {
                prop_assert!(url.get(fault.range).is_some());
            }
        }
    }

    #[test]
    fn what_is_intended_is_right(url in "(https?://)?((us-east-1|cn-north-1|signin)\\.)?signin\\.(aws\\.amazon\\.com|amazonaws\\.cn)(:1)?(/saml|/static|/SAML|/){0,2}[#/]?") {
        if let Endpoint::Wrong(WrongEndpoint { intended: Some(intended), .. }) = recognise(&url) {
            prop_assert!(!matches!(recognise(&intended), Endpoint::Wrong(_) | Endpoint::Unknown), "{url} -> {intended}");
        }
    }
}
