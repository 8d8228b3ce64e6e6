//! Every shape of attack is reported, by the rules that should see it.
//!
//! The messages stand in `corpus/attacks`; `UPDATE=1` writes them anew.

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::Severity;
use samlens_tests::attacks::{self, Attack};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/attacks")
}

fn report(attack: &Attack) -> Report {
    let bytes = attack.xml.clone().into_bytes();
    inspect(&[Input { name: None, bytes }], &Options::default(), &Limits::default())
}

#[test]
fn the_corpus_holds_every_shape() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut names = BTreeSet::new();
    for attack in attacks::all() {
        let file = folder().join(format!("{}.xml", attack.name));
        let expect = folder().join(format!("{}.xml.expect", attack.name));
        if update {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(&file, &attack.xml).unwrap();
            if !expect.exists() {
                std::fs::write(&expect, format!("# {}\n", attack.says)).unwrap();
            }
        }
        let held = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(held == attack.xml, "{} is not what is made: UPDATE=1 writes it", file.display());
        names.insert(file.file_name().unwrap().to_owned());
        names.insert(expect.file_name().unwrap().to_owned());
    }
    let held: BTreeSet<_> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(held, names);
}

#[test]
fn every_shape_is_found_by_its_rules() {
    let mut wrong = Vec::new();
    for attack in attacks::all() {
        let report = report(&attack);
        let findings = report.messages.iter().flat_map(|message| &message.answers.findings);
        let found: BTreeSet<_> = findings
            .filter(|finding| finding.severity >= Severity::Warning)
            .map(|finding| finding.rule.id)
            .collect();
        let missing: Vec<_> = attack.found_by.iter().filter(|rule| !found.contains(*rule)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{}: {missing:?} missing in {found:?}", attack.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a forger put where receivers look is never shown as signed.
#[test]
fn no_forged_part_is_mapped_as_signed() {
    let mut forged = 0;
    for attack in attacks::all() {
        let report = report(&attack);
        for item in report.items.iter().filter(|item| item.message.is_some()) {
            for part in samlens_core::evidence::coverage(item) {
                let text = report.sources.excerpt(part.span);
                if text.contains("eve.green") || text.contains("_evil") || text.contains("role/Owner") {
                    assert!(!part.signed, "{}: {} is called signed", attack.name, part.path);
                    forged += 1;
                }
            }
        }
    }
    assert!(forged > 50, "{forged}");
}

/// Whoever has the certificate can encrypt, so what was decrypted needs a signature like any other.
#[test]
fn what_was_encrypted_is_not_thereby_signed() {
    let inputs = [
        &include_bytes!("../fixtures/encryption/aes256-gcm.rsa-oaep-mgf1p.xml")[..],
        include_bytes!("../fixtures/certificates/private-pkcs8.pem"),
    ];
    let inputs = inputs.map(|bytes| Input { name: None, bytes: bytes.to_vec() });
    let report = inspect(&inputs, &Options::default(), &Limits::default());
    let item = report.items.iter().find(|item| item.message.is_some()).unwrap();
    let map = samlens_core::evidence::coverage(item);
    assert!(map.iter().any(|part| part.path == "Response/Assertion/Issuer"));
    assert!(map.iter().all(|part| !part.signed));
    let findings = report.messages.iter().flat_map(|message| &message.answers.findings);
    let said = findings.filter(|finding| finding.rule.id == "message-unsigned");
    let said: Vec<_> = said.map(|finding| finding.message.to_string()).collect();
    assert!(
        said.len() == 1 && said[0].starts_with("the assertion was encrypted but is not signed"),
        "{said:?}"
    );
}
