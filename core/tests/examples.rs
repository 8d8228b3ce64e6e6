//! The examples, run as their `main` runs them, each with what it must say.
//!
//! They read the fixtures of the workspace, so they run there and not in a packaged copy.

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
fn dump(n: &str, r: Result<String, String>) { println!("--{n}\n{r:?}"); if let Ok(r)=r {println!("{r}")} }
#[test]
fn all() {
    dump("i", inspect::run(&[tests("corpus/scenarios/adfs-no-session-name.xml")]));
    dump("v", verify::run(&[tests("fixtures/signed/assertion.xml"), tests("fixtures/metadata/idp.xml")]));
    dump("v", verify::run(&[tests("fixtures/signed/assertion.xml"), tests("baselines/metadata.xml")]));
    dump("v", verify::run(&[tests("fixtures/signed/p256-sha256.xml")]));
    dump("m", metadata::run(&[tests("baselines/metadata.xml"), "2026-01-15T10:00:00Z".into()]));
    dump("m", metadata::run(&[tests("fixtures/metadata/signed.xml"), "2026-01-15T10:00:00Z".into()]));
    dump("e", explain_error::run(&["An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform sts:AssumeRoleWithSAML".into()]));
    dump("e", explain_error::run(&["Error: RoleSessionName is required in AuthnResponse (Service: AWSSecurityTokenService; Status Code: 400; Error Code: InvalidIdentityToken)".into()]));
    dump("t", trust_policy::run(&[tests("../web/samples/role.json"), "arn:aws:iam::444455556666:saml-provider/ExampleIdP".into(), "https://signin.aws.amazon.com/saml".into()]));
}
