//! The examples, run as their `main` runs them, each with what it must say.
//!
//! They read files of the workspace, so they run there and not in a packaged copy.

#![expect(dead_code, reason = "the examples' own `main` is not called here")]

#[path = "../examples/explain_error.rs"]
mod explain_error;
#[path = "../examples/inspect.rs"]
mod inspect;
#[path = "../examples/metadata.rs"]
mod metadata;
#[path = "../examples/trust_policy.rs"]
mod trust_policy;
#[path = "../examples/verify.rs"]
mod verify;

fn tests(path: &str) -> String {
    format!("{}/../tests/{path}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_response_is_inspected() {
    let said = inspect::run(&[tests("corpus/scenarios/adfs-no-session-name.xml")]).unwrap();
    let (answer, open) = said.split_once("not checked: ").unwrap();
    assert_eq!(
        answer,
        "refused\n\
         AWS would say: RoleSessionName is required in AuthnResponse\n\
         session-name-missing, line 1, column 3651: the assertion has no attribute \
         `https://aws.amazon.com/SAML/Attributes/RoleSessionName`, so the session has no name\n"
    );
    assert!(open.contains("the list of the account's SAML providers would settle it\n"), "{open}");
    assert_eq!(inspect::run(&[]).unwrap(), "", "nothing given, nothing said");
    assert!(inspect::run(&["no/such/file".to_owned()]).unwrap_err().starts_with("no/such/file: "));
}

#[test]
fn a_signature_holds_by_the_metadata_and_not_by_that_of_others() {
    let response = tests("fixtures/signed/assertion.xml");
    let of = |metadata: &str| verify::run(&[response.clone(), tests(metadata)]).unwrap();
    assert_eq!(of("fixtures/metadata/idp.xml"), "signature in Assertion: valid, key: metadata, trusted\n");
    let said = of("fixtures/metadata/other-key.xml");
    let expected = "signature in Assertion: invalid, key: embedded, not trusted\n  wrong-key at `MIIDFTCCAf";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn a_trust_policy_is_evaluated() {
    let policy = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("trust.json");
    let provider = "arn:aws:iam::444455556666:saml-provider/ExampleIdP";
    let text = format!(
        r#"{{"Version": "2012-10-17", "Statement": [{{
            "Effect": "Allow", "Action": "sts:AssumeRoleWithSAML", "Principal": {{"Federated": "{provider}"}},
            "Condition": {{"StringEquals": {{"SAML:aud": "https://signin.aws.amazon.com/saml"}}}}
        }}]}}"#
    );
    std::fs::write(&policy, text).unwrap();
    let policy = policy.to_str().unwrap().to_owned();
    let of = |provider: &str, audience: &str| {
        trust_policy::run(&[policy.clone(), provider.to_owned(), audience.to_owned()]).unwrap()
    };
    let one = "1 statements, 0 problems\n";
    assert_eq!(of(provider, "https://signin.aws.amazon.com/saml"), format!("{one}allowed\n"));
    assert_eq!(
        of(provider, "https://signin.aws.amazon.com/static/saml"),
        format!("{one}not allowed\nSAML:aud is wanted to be https://signin.aws.amazon.com/saml\n")
    );
    assert_eq!(
        of("arn:aws:iam::444455556666:saml-provider/Other", "https://signin.aws.amazon.com/saml"),
        format!("{one}not allowed\n")
    );
    assert!(trust_policy::run(&[]).is_err());
}

#[test]
fn an_error_text_is_explained_with_the_noise_around_it() {
    let text = "An error occurred (Status Code: 400): RoleSessionName is required in AuthnResponse (Service: \
                AWSSecurityTokenService; Status Code: 400; Error Code: InvalidIdentityToken)";
    let said = explain_error::run(&[text.to_owned()]).unwrap();
    let expected = "E02: RoleSessionName is required in AuthnResponse\nHTTP status 400\n- ";
    assert!(said.starts_with(expected) && said.contains("\nsource: IAM User Guide, "), "{said}");
    assert!(explain_error::run(&["all is well".to_owned()]).is_err());
}

#[test]
fn metadata_is_checked_as_iam_would() {
    let of = |path: &str| metadata::run(&[path.to_owned(), "2026-01-15T10:00:00Z".to_owned()]).unwrap();
    assert!(of(&tests("baselines/metadata.xml")).starts_with("IAM would take it\n"));
    assert!(of(&tests("../LICENSE-MIT")).starts_with("there is no metadata in it\n"));
    let marked = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("marked.xml");
    let good = std::fs::read_to_string(tests("baselines/metadata.xml")).unwrap();
    std::fs::write(&marked, format!("\u{FEFF}{good}")).unwrap();
    let said = of(marked.to_str().unwrap());
    assert!(
        said.starts_with("IAM would refuse it\n") && said.contains("metadata-byte-order-mark (error): "),
        "{said}"
    );
    assert!(metadata::run(&[tests("baselines/metadata.xml"), "tomorrow".to_owned()]).is_err());
}
