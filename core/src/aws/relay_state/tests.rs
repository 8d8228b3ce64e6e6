//! Examples of relay states, right and wrong; the code they hold is in the module above.

use super::super::placeholders::PlaceholderKind;
use super::*;
use proptest::prelude::*;

const ID: &str = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";

#[test]
fn kinds_and_services_are_recognised() {
    use RelayKind::*;
    let connect = format!("https://eu-west-2.console.aws.amazon.com/connect/federate/{ID}");
    let gov = format!("https://console.amazonaws-us-gov.com/connect/federate/{ID}");
    let cases = [
        ("", Empty, None),
        ("  ", Empty, None),
        (connect.as_str(), ConnectFederate, Some(Service::Connect)),
        (gov.as_str(), ConnectFederate, Some(Service::Connect)),
        ("https://desk.my.connect.aws/ccp-v2", ConnectInstance, Some(Service::Connect)),
        ("https://desk.awsapps.com/connect/home", ConnectInstance, Some(Service::Connect)),
        (
            "https://workspaces.euc-sso.us-west-2.aws.amazon.com/sso-idp?registrationCode=WSpdx%2BABC123",
            WorkSpaces,
            Some(Service::WorkSpaces),
        ),
        (
            "https://appstream2.euc-sso-fips.us-east-1.aws.amazon.com/saml?accountId=444455556666",
            AppStream,
            Some(Service::AppStream),
        ),
        ("https://eu-west-1.console.aws.amazon.com/ec2/home", Console, Some(Service::Iam)),
        ("https://signin.aws.amazon.com/saml", SignIn, None),
        ("https://desk.awsapps.com/start", Other, None),
        ("https://portal.example.com/", Other, None),
        ("cookie:1f2e", Other, None),
    ];
    for (value, kind, service) in cases {
        let relay = RelayState::read(value);
        assert_eq!((relay.kind, relay.service()), (kind, service), "{value}");
        assert_eq!(relay.faults, [], "{value}");
    }
}

#[test]
fn parts_have_places() {
    let value = format!(
        "https://eu-west-2.console.aws.amazon.com/connect/federate/{ID}?destination=%2Fccp-v2%2Fchat&new_domain=true"
    );
    let relay = RelayState::read(&value);
    assert_eq!(relay.part(&relay.region), "eu-west-2");
    assert_eq!(relay.part(&relay.instance_id), ID);
    assert_eq!(relay.part(&relay.destination), "%2Fccp-v2%2Fchat");
    let relay = RelayState::read(
        "https://appstream2.euc-sso.us-gov-west-1.amazonaws-us-gov.com/saml?stack=Design&accountId=444455556666&app=Desktop&client=web",
    );
    assert_eq!((relay.partition, relay.faults.as_slice()), (Some(Partition::AwsUsGov), [].as_slice()));
    let parts =
        [&relay.region, &relay.stack, &relay.account, &relay.app, &relay.client].map(|part| relay.part(part));
    assert_eq!(parts, ["us-gov-west-1", "Design", "444455556666", "Desktop", "web"]);
}

#[test]
fn each_fault_is_found_where_it_stands() {
    use RelayFaultKind::*;
    let connect = |rest: &str| format!("https://us-east-1.console.aws.amazon.com/connect/federate{rest}");
    let workspaces =
        |region: &str, rest: &str| format!("https://workspaces.euc-sso.{region}.aws.amazon.com{rest}");
    let appstream = |rest: &str| format!("https://appstream2.euc-sso.us-east-1.aws.amazon.com{rest}");
    let cases: Vec<(String, RelayFaultKind, &str)> = vec![
        (connect(""), MissingInstanceId, ""),
        (connect("/"), MissingInstanceId, ""),
        (connect("/desk"), AliasInsteadOfId, "desk"),
        (connect("/YOUR-INSTANCE-ID"), Placeholder(PlaceholderKind::Word), "YOUR-INSTANCE-ID"),
        (connect(&format!("/{ID}?destination=/ccp-v2")), DestinationNotEncoded, "/"),
        (connect(&format!("/{ID} ")), WhiteSpace, " "),
        (connect(&format!("/{ID}")).replace("https", "http"), Http, "http"),
        (connect(&format!("/{ID}")).replace("https://", ""), NoScheme, ""),
        (connect(&format!("/{ID}")).replace("us-east-1", "us-east-9"), UnknownRegion, "us-east-9"),
        (workspaces("us-east-2", "/sso-idp?registrationCode=x"), RegionNotOffered, "us-east-2"),
        (workspaces("us-east-1", "/sso?registrationCode=x"), WrongPath, "/sso"),
        (workspaces("us-east-1", "/sso-idp"), MissingRegistrationCode, ""),
        (workspaces("us-east-1", "/sso-idp?registrationCode=WSpdx+ABC123"), PlusInCode, "+"),
        (workspaces("us-east-1", "/sso-idp?registrationcode=x"), ParameterCase, "registrationcode"),
        (workspaces("us-east-1", "/sso-idp?registrationCode=x&client=app"), ClientValue, "app"),
        (appstream("/saml?stack=a"), MissingAccount, ""),
        (appstream("/saml?accountId=4444-5555-6666"), AccountHyphens, "4444-5555-6666"),
        (appstream("/saml?accountId=44445555666"), AccountLength(11), "44445555666"),
        (appstream("/saml?accountId=example"), AccountNotDigits, "example"),
    ];
    for (value, kind, marked) in cases {
        let found: Vec<_> = RelayState::read(&value)
            .faults
            .into_iter()
            .map(|fault| (fault.kind, value.get(fault.range).unwrap().to_owned()))
            .collect();
        assert_eq!(found, [(kind, marked.to_owned())], "{value}");
    }
}

#[test]
fn the_old_appstream_endpoint_takes_no_client() {
    let value = "https://appstream2.us-east-1.aws.amazon.com/saml?accountId=444455556666&client=web";
    let kinds: Vec<_> = RelayState::read(value).faults.into_iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [RelayFaultKind::OldEndpoint, RelayFaultKind::ClientOnOldEndpoint]);
}

proptest! {
    #[test]
    fn nothing_panics(value in "(https?://|us-east-1|\\.console\\.aws\\.amazon\\.com|appstream2\\.|workspaces\\.euc-sso\\.|\\.aws\\.amazon\\.com|/connect/federate|/saml|[?&=/+ ]|accountId|\\PC){0,12}") {
        for fault in RelayState::read(&value).faults {
            prop_assert!(value.get(fault.range).is_some());
        }
    }
}
