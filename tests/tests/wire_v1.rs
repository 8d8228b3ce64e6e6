//! JSON v1 is what its schema says: every field is documented, every id is listed, nothing else is there.

use samlens_core::aws::{outputs::OutputKind, services::Service, stages::Stage};
use samlens_core::evidence::{ItemKind, Options, Part};
use samlens_core::idp;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::{Need, Search};
use samlens_core::rules;
use samlens_core::wire::v1;
use samlens_tests::{sample, schema};
use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/samlens-v1.schema.json")).unwrap()
}

fn conforms(name: &str, json: &str) -> Value {
    let value: Value = serde_json::from_str(json).unwrap();
    let wrong = schema::faults(&schema(), &value);
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    value
}

#[test]
fn reports_conform() {
    let lines = |xml: &str| xml.as_bytes().to_vec();
    let given = Options {
        error: Some("Response signature invalid".into()),
        relay_state: Some("https://console.aws.amazon.com/".into()),
        ..Options::default()
    };
    for (name, options) in [("found", Options::default()), ("given", given)] {
        let report = conforms(name, &v1::json(&sample::report(lines, &options)));
        assert_eq!(report["messages"][0]["predicted"]["outcome"], "refused");
    }
    let pastes: [&[u8]; 9] = [
        include_bytes!("../baselines/iam.xml"),
        include_bytes!("../baselines/connect.xml"),
        include_bytes!("../baselines/workspaces.xml"),
        include_bytes!("../baselines/appstream.xml"),
        b"",
        b"hello",
        b"\xff\xfe\x00\xd8\x00",
        b"<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>",
        b"SAMLResponse=PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm46b2FzaXM6bmFtZXM6dGM6U0FNTDoyLjA6cHJvdG9jb2wiLz4=\n",
    ];
    for bytes in pastes {
        let input = Input { name: Some("a file".into()), bytes: bytes.to_vec() };
        let report = inspect(&[input], &Options::default(), &Limits::default());
        conforms(&String::from_utf8_lossy(bytes), &v1::json(&report));
    }
}

/// The exact characters stand at the bytes, lines and columns that the report names.
#[test]
fn places_are_exact() {
    let report = sample::report(|xml| xml.as_bytes().to_vec(), &Options::default());
    let json = conforms("places", &v1::json(&report));
    let findings = json["messages"][0]["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 3);
    for finding in findings {
        for place in std::iter::once(&finding["primary"]).chain(finding["related"].as_array().unwrap()) {
            let source = place["source"].as_u64().unwrap() as u32;
            let text = report.sources.text(samlens_core::source::SourceId(source));
            let (start, end) =
                (place["start"].as_u64().unwrap() as usize, place["end"].as_u64().unwrap() as usize);
            assert_eq!(place["text"], text[start..end]);
            let line = text.lines().nth(place["line"].as_u64().unwrap() as usize - 1).unwrap();
            let column = place["column"].as_u64().unwrap() as usize - 1;
            let rest: String = line.chars().skip(column).collect();
            assert!(text[start..].starts_with(&rest), "{place}");
        }
    }
}

#[test]
fn every_field_of_the_schema_is_described() {
    assert_eq!(schema::gaps(&schema()), Vec::<String>::new());
}

#[test]
fn every_id_is_listed_and_no_other() {
    let schema = schema();
    let listed = |pointer: &str| -> Vec<String> {
        let list = schema.pointer(pointer).unwrap()["enum"].as_array().unwrap();
        list.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(listed("/$defs/stage"), Stage::ALL.map(Stage::id));
    assert_eq!(listed("/$defs/service"), Service::ALL.map(Service::id));
    let providers: Vec<_> = idp::providers().map(|provider| provider.id).collect();
    assert_eq!(listed("/$defs/idp/properties/id"), providers);
    assert_eq!(listed("/$defs/mapped/properties/what"), Part::ALL.map(Part::id));
    let needs = needs();
    assert_eq!(listed("/$defs/notChecked/properties/needs"), needs);
    for rule in rules::all() {
        assert!(rule.needs.iter().all(|need| *need == "instant" || needs.contains(need)), "{}", rule.id);
    }
    let kinds: Vec<_> = evidence().iter().map(|kind| kind.id()).collect();
    assert_eq!(listed("/$defs/evidence/properties/kind"), kinds);
}

/// Every need, once. A new one does not compile until it stands here, and so in the schema.
fn needs() -> Vec<&'static str> {
    let text = String::new;
    let all = [
        Need::IdpMetadata { provider: None },
        Need::TrustPolicy { role: text() },
        Need::ProviderList,
        Need::ConnectUsers { instance: None, region: None },
        Need::PermissionPolicy { role: text() },
        Need::WorkspacesUser { user: text(), region: None },
        Need::CloudTrail(Search { role: None, region: None, between: None, service: Service::Iam }),
        Need::RelayState,
        Need::PrivateKey,
        Need::RawMessage,
    ];
    for need in &all {
        match need {
            // `InlinePolicy` has the name of `PermissionPolicy`, `ReceiverMetadata` that of `IdpMetadata`.
            Need::IdpMetadata { .. }
            | Need::ReceiverMetadata
            | Need::TrustPolicy { .. }
            | Need::ProviderList
            | Need::ConnectUsers { .. }
            | Need::PermissionPolicy { .. }
            | Need::InlinePolicy { .. }
            | Need::WorkspacesUser { .. }
            | Need::CloudTrail(_)
            | Need::RelayState
            | Need::PrivateKey
            | Need::RawMessage => {}
        }
    }
    all.iter().map(Need::id).collect()
}

/// Every kind of evidence, once, as with the needs.
fn evidence() -> Vec<ItemKind> {
    let all = [
        ItemKind::Metadata,
        ItemKind::OtherXml,
        ItemKind::ErrorText,
        ItemKind::PrivateKey,
        ItemKind::Certificate,
        ItemKind::OtherPem,
        ItemKind::Jwt,
        ItemKind::HtmlPage,
        ItemKind::Json,
        ItemKind::Text,
        ItemKind::Binary,
        ItemKind::Empty,
    ];
    for kind in all {
        match kind {
            ItemKind::Message
            | ItemKind::Output(_)
            | ItemKind::Metadata
            | ItemKind::OtherXml
            | ItemKind::ErrorText
            | ItemKind::PrivateKey
            | ItemKind::Certificate
            | ItemKind::OtherPem
            | ItemKind::Jwt
            | ItemKind::HtmlPage
            | ItemKind::Json
            | ItemKind::Text
            | ItemKind::Binary
            | ItemKind::Empty => {}
        }
    }
    all.into_iter().chain(OutputKind::ALL.map(ItemKind::Output)).collect()
}
