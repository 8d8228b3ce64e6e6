//! Encrypted messages with the private key beside them: decrypted, read again, verified where they were signed.

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::Severity;
use samlens_core::source::Fit;

const KEY: &str = include_str!("../fixtures/certificates/private-pkcs8.pem");
const OTHER_KEY: &str = include_str!("../fixtures/encryption/other-key.pem");
const LOCKED_KEY: &str = include_str!("../fixtures/certificates/private-pkcs8-encrypted.pem");
const RESPONSE: &str = include_str!("../fixtures/encryption/response.xml");
const CHANGED: &str = include_str!("../fixtures/encryption/response-changed.xml");
const PARTS: &str = include_str!("../fixtures/encryption/parts.xml");

fn judge(parts: &[&str]) -> Report {
    let inputs: Vec<_> =
        parts.iter().map(|part| Input { name: None, bytes: part.as_bytes().to_vec() }).collect();
    inspect(&inputs, &Options::default(), &Limits::default())
}

fn errors(report: &Report) -> Vec<&str> {
    let findings = report.messages.iter().flat_map(|message| &message.answers.findings);
    findings.filter(|one| one.severity == Severity::Error).map(|one| one.rule.id).collect()
}

fn verdicts(report: &Report) -> Vec<(&'static str, &'static str)> {
    let signatures = report.items.iter().flat_map(|item| &item.signatures);
    signatures.map(|signed| (signed.verdict().id(), signed.key.id())).collect()
}

#[test]
fn a_decrypted_assertion_is_read_and_verified_like_any_other() {
    for order in [[RESPONSE, KEY], [KEY, RESPONSE]] {
        let report = judge(&order);
        let [message] = report.messages.as_slice() else { panic!("{} messages", report.messages.len()) };
        assert_eq!(errors(&report), Vec::<&str>::new());
        let several = message.answers.findings.iter().any(|finding| finding.rule.id == "several-assertions");
        assert!(!several, "the encrypted assertion and what was in it are one");
        assert_eq!(message.roles[0].role.as_deref(), Some("arn:aws:iam::444455556666:role/Admin"));
        assert_eq!(verdicts(&report), [("valid", "embedded")]);
        // What was decrypted exists nowhere in the paste; the encrypted data stand for it.
        let (place, fit) = report.sources.to_paste(message.roles[0].span);
        assert_eq!(fit, Fit::Whole);
        assert!(report.sources.excerpt(place).starts_with("<saml:EncryptedAssertion>"));
    }
}

#[test]
fn what_stands_beside_the_encrypted_part_keeps_its_place() {
    let report = judge(&[RESPONSE, KEY]);
    let item = &report.items[report.messages[0].item];
    let issuer = item.message.as_ref().unwrap().issuer.as_ref().unwrap().text.span;
    let (place, fit) = report.sources.to_paste(issuer);
    assert_eq!((report.sources.excerpt(place), fit), ("https://idp.example.com/saml", Fit::Exact));
    let behind = item.document.as_ref().unwrap().root().unwrap().end_tag().unwrap();
    let (place, fit) = report.sources.to_paste(behind);
    assert_eq!((report.sources.excerpt(place), fit), ("</samlp:Response>", Fit::Exact));
}

#[test]
fn a_change_before_the_encryption_is_found() {
    let report = judge(&[CHANGED, KEY]);
    assert!(errors(&report).contains(&"digest-mismatch"), "{:?}", errors(&report));
    assert_eq!(verdicts(&report), [("invalid", "embedded")]);
}

#[test]
fn a_signature_over_encrypted_parts_is_verified_before_they_are_decrypted() {
    let report = judge(&[PARTS, KEY]);
    assert_eq!(errors(&report), Vec::<&str>::new());
    assert_eq!(verdicts(&report), [("valid", "embedded")]);
    let message = report.items[report.messages[0].item].message.as_ref().unwrap();
    let subject = message.assertions[0].subject.as_ref().unwrap();
    assert_eq!(subject.name_id.as_ref().unwrap().text.as_str(), "ana.lopez");
    assert_eq!(report.messages[0].roles.len(), 1);
}

#[test]
fn a_key_that_does_not_help_is_named() {
    for (key, says) in [(OTHER_KEY, "does not belong to it"), (LOCKED_KEY, "under a password")] {
        let report = judge(&[RESPONSE, key]);
        let findings = &report.messages[0].answers.findings;
        let failed = findings.iter().find(|one| one.rule.id == "decryption-failed").unwrap();
        assert!(failed.message.to_string().contains(says), "{}", failed.message);
        assert_eq!(errors(&report), Vec::<&str>::new());
    }
}

#[test]
fn without_a_key_only_the_frame_is_judged() {
    let report = judge(&[RESPONSE]);
    assert_eq!(errors(&report), Vec::<&str>::new());
    assert_eq!(report.messages[0].roles.len(), 0);
    assert!(report.items[0].deciphered.iter().all(|part| part.result.is_err()));
}
