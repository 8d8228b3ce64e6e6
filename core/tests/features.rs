//! What a build says of messages that need a part which may be left out of it. Run with and without the features.

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::rules;

const BY_CURVE: &str = include_str!("../../tests/fixtures/signed/p256-sha256.xml");
const CURVE: &str = include_str!("../../tests/fixtures/signed/p256.crt");
const BY_RSA: &str = include_str!("../../tests/fixtures/signed/assertion.xml");
const ENCRYPTED: &str = include_str!("../../tests/fixtures/encryption/response.xml");
const KEY: &str = include_str!("../../tests/fixtures/certificates/private-pkcs8.pem");

fn judge(parts: &[&str]) -> Report {
    let inputs = parts.iter().map(|part| Input { name: None, bytes: part.as_bytes().to_vec() });
    inspect(&inputs.collect::<Vec<_>>(), &Options::default(), &Limits::default())
}

fn verdicts(report: &Report) -> Vec<&str> {
    let signatures = report.items.iter().flat_map(|item| &item.signatures);
    signatures.map(|signed| signed.verdict().id()).collect()
}

#[test]
fn signatures_by_curves_are_verified_or_called_unsupported() {
    let wanted = if cfg!(feature = "ecdsa") { "valid" } else { "unsupported" };
    assert_eq!(verdicts(&judge(&[BY_CURVE, CURVE])), [wanted]);
    assert_eq!(verdicts(&judge(&[BY_RSA])), ["valid"], "RSA is never left out");
}

#[test]
fn what_is_encrypted_is_decrypted_or_said_to_be_encrypted_still() {
    let report = judge(&[ENCRYPTED, KEY]);
    let [message] = report.messages.as_slice() else { panic!("{} messages", report.messages.len()) };
    let [part] = report.items[message.item].deciphered.as_slice() else { panic!("one part is encrypted") };
    let failed = message.answers.findings.iter().find(|finding| finding.rule.id == "decryption-failed");
    if cfg!(feature = "decryption") {
        assert!(part.result.is_ok());
        assert_eq!(message.roles.len(), 1);
    } else {
        let failure = part.result.as_ref().unwrap_err();
        assert_eq!(failure.reason.id(), "unsupported-algorithm");
        let words = failed.unwrap().message.to_string();
        assert!(words.ends_with("which is not decrypted here"), "{words}");
    }
    assert_eq!(failed.is_none(), cfg!(feature = "decryption"));
}

#[test]
fn pages_are_there_or_empty() {
    assert!(rules::all().all(|rule| rule.page.is_empty() != cfg!(feature = "pages")));
}
