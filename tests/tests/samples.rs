//! The samples of the page: each is signed after its edits, so that none of them shows a fault that it is not about.
//!
//! `UPDATE=1` writes `web/samples/signatures.txt` anew after an edit. What the page says of them, the page's tests hold.

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::wire::view;
use samlens_tests::sign::{Part, Which, resign};
use std::path::Path;

#[path = "../../web/src/samples.rs"]
mod samples;

#[test]
fn every_sample_is_signed() {
    let mut lines = String::new();
    let mut wrong = Vec::new();
    for sample in &samples::SAMPLES {
        let paste = sample.signed().into_bytes();
        let (signed, _) = resign(&paste, Which::All, &[Part::Assertion]).unwrap();
        if signed != paste {
            wrong.push(sample.id);
        }
        let xml = xml_of(signed);
        let [digest, value] = ["DigestValue", "SignatureValue"].map(|name| content_of(&xml, name));
        lines += &format!("{} {digest} {value}\n", sample.id);
    }
    if std::env::var_os("UPDATE").is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/samples/signatures.txt");
        return std::fs::write(file, lines).unwrap();
    }
    assert!(wrong.is_empty(), "{wrong:?}: the signature is not that of the edited document");
}

/// The page's own tests ask the same of the worker in a browser.
#[test]
fn every_sample_gets_the_answer_that_it_shows() {
    for sample in &samples::SAMPLES {
        let pastes = sample.pastes().into_iter();
        let inputs: Vec<_> = pastes
            .map(|paste| Input { name: Some(sample.title.to_owned()), bytes: paste.into_bytes() })
            .collect();
        let report = inspect(&inputs, &Options::default(), &Limits::default());
        let view = view::view(&report, None);
        assert_eq!(view.answer.verdict.tone, sample.tone, "{}: {}", sample.id, sample.detail);
    }
}

fn xml_of(paste: Vec<u8>) -> String {
    let report = inspect(&[Input { name: None, bytes: paste }], &Options::default(), &Limits::default());
    let item = report.items.iter().find(|item| item.message.is_some()).unwrap();
    report.sources.excerpt(item.leaf.span).to_owned()
}

/// What stands in the first element of this name.
fn content_of<'a>(xml: &'a str, name: &str) -> &'a str {
    let (_, rest) = xml.split_once(&format!("<ds:{name}>")).unwrap();
    rest.split_once('<').unwrap().0
}
