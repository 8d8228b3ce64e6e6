//! The view of whole inspections: what the page would draw.

use super::*;
use crate::evidence::Options;
use crate::inspect::{Input, inspect};
use crate::limits::Limits;

const RESPONSE: &str = r#"<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status></samlp:Response>"#;

fn of(pasted: &[&str]) -> View {
    let inputs: Vec<_> =
        pasted.iter().map(|text| Input { name: None, bytes: text.as_bytes().to_vec() }).collect();
    view(&inspect(&inputs, &Options::default(), &Limits::default()), None)
}

/// The characters of a place.
fn at(view: &View, place: Place) -> &str {
    let source = view.sources.iter().find(|source| source.id == place.source).unwrap();
    &source.text[(place.start - source.from) as usize..(place.end - source.from) as usize]
}

#[test]
fn a_refused_response_is_said_shown_and_placed() {
    let view = of(&[RESPONSE]);
    assert_eq!(view.answer.verdict.tone, Tone::Refused);
    let finding = &view.answer.findings[0];
    assert!(at(&view, finding.places[0]).contains("Responder"));
    assert!(finding.excerpt.marked.contains("Responder"));
    assert_eq!(finding.excerpt.at.split(',').next(), Some("line 1"));
    let failed: Vec<_> = view.answer.stages.iter().filter(|stage| stage.tone == Tone::Refused).collect();
    assert!(failed.iter().any(|stage| stage.findings.contains(&0)));
    assert!(view.document.unwrap().facts.iter().any(|row| row.label == "Issuer"));
}

#[test]
fn every_place_and_every_reference_is_within_the_view() {
    let percent = RESPONSE.replace('<', "%3C").replace('>', "%3E").replace('"', "%22").replace('#', "%23");
    for pasted in [RESPONSE, &format!("SAMLResponse={percent}"), "<a><b", "", "\u{feff}nothing", "{\"a\": 1}"]
    {
        let view = of(&[pasted]);
        let findings = &view.answer.findings;
        for finding in findings {
            for place in &finding.places {
                assert!(place.fit == Fit::Whole || place.start <= place.end, "{pasted}");
                let _ = at(&view, *place);
            }
            assert!(finding.follows_from.is_none_or(|cause| cause < findings.len()));
        }
        for stage in &view.answer.stages {
            assert!(stage.findings.iter().all(|index| *index < findings.len()));
            assert!(stage.needs.iter().all(|index| *index < view.answer.needs.len()));
        }
        for line in view.document.iter().flat_map(|document| &document.xml.lines) {
            let tokens = view.document.as_ref().unwrap().xml.tokens.len();
            assert!(line.first <= line.last && line.last as usize <= tokens);
        }
    }
}

#[test]
fn of_several_messages_the_refused_one_is_shown_first_and_any_on_request() {
    let good = RESPONSE.replace("Responder", "Success");
    let inputs = [good.as_str(), RESPONSE].map(|text| Input { name: None, bytes: text.as_bytes().to_vec() });
    let report = inspect(&inputs, &Options::default(), &Limits::default());
    assert_eq!(view(&report, None).messages.len(), 2);
    assert_eq!(view(&report, Some(0)).shown, Some(0));
    assert!(view(&report, Some(9)).shown.is_some());
}

#[test]
fn without_a_message_the_view_says_so() {
    for pasted in ["", "hello", "\u{0}\u{1}"] {
        let view = of(&[pasted]);
        assert_eq!(view.shown, None);
        assert!(view.answer.verdict.headline.contains("no SAML message"), "{pasted}");
        assert!(view.document.is_none());
    }
}

const SIGNED: &str = include_str!("../../../../tests/browser/response.xml");
const PROVIDER: &str = include_str!("../../../../tests/fixtures/metadata/idp.xml");

/// Metadata with the certificate that the message brings along.
fn metadata() -> String {
    let certificate =
        |text: &'static str| text.split("X509Certificate>").nth(1).unwrap().split('<').next().unwrap();
    PROVIDER.replace(certificate(PROVIDER), certificate(SIGNED))
}

#[test]
fn a_signature_is_shown_with_all_that_it_is_made_of() {
    let alone = of(&[SIGNED]);
    let document = alone.document.unwrap();
    assert_eq!(document.signatures[0].tone, Tone::Unknown, "green needs somebody who vouches");
    assert!(document.rotation.is_none());

    let view = of(&[SIGNED, &metadata()]);
    let document = view.document.as_ref().unwrap();
    let [signature] = document.signatures.as_slice() else { panic!("{:?}", document.signatures) };
    assert_eq!((signature.tone, signature.word.as_str()), (Tone::Accepted, "holds, by the metadata"));
    assert!(signature.reasons.is_empty() && signature.key_place.is_some());
    let [cover] = signature.covers.as_slice() else { panic!("{:?}", signature.covers) };
    assert_eq!(
        (cover.path.as_str(), cover.uri.as_str(), cover.tone),
        ("Response/Assertion", "#_a1", Tone::Passed)
    );
    assert!(at(&view, cover.place).starts_with("<saml:Assertion "));
    assert_eq!(cover.expected, cover.computed);
    let [certificate] = signature.certificates.as_slice() else { panic!("no certificate") };
    assert!(certificate.note.contains("in the metadata"), "{}", certificate.note);
    assert!(certificate.pem.starts_with("-----BEGIN CERTIFICATE-----\n"));
    let rotation = document.rotation.as_ref().unwrap();
    let keys: Vec<_> =
        rotation.columns.iter().flat_map(|column| &column.certificates).map(|entry| entry.number).collect();
    assert_eq!((rotation.tone, keys), (Tone::Passed, vec![1, 1]));
    let [stretch] = document.stretches.as_slice() else { panic!("{:?}", document.stretches) };
    assert_eq!(stretch.tone, Tone::Accepted);
    assert!(stretch.start < stretch.without.0 && stretch.without.1 < stretch.end);
    assert!(document.signed_map.iter().all(|part| !part.stands_out && part.tone != Tone::Refused));
    assert!(view.answer.evidence.iter().any(|one| one.word == "used" && one.title == "SAML metadata"));
}

#[test]
fn a_change_is_shown_with_both_digests_and_the_octets_on_demand() {
    let changed = SIGNED.replace("ana.lopez", "somebody.else");
    let inputs = [changed, metadata()].map(|text| Input { name: None, bytes: text.into_bytes() });
    let report = inspect(&inputs, &Options::default(), &Limits::default());
    let view = view(&report, None);
    let document = view.document.as_ref().unwrap();
    let cover = &document.signatures[0].covers[0];
    assert_eq!((document.signatures[0].tone, cover.tone), (Tone::Refused, Tone::Refused));
    assert!(cover.expected != cover.computed && cover.computed.len() == cover.expected.len());
    assert!(!document.signatures[0].reasons.is_empty());
    assert!(document.signed_map.iter().any(|part| part.stands_out && part.label == "Assertion"));
    let octets = |reference| octets(&report, OctetsOf { message: 0, signature: 0, reference });
    let digested = octets(Some(0)).unwrap();
    assert!(digested.text.contains("somebody.else") && !digested.text.contains("SignatureValue"));
    assert!(octets(None).unwrap().text.starts_with("<ds:SignedInfo"));
    assert_eq!(octets(Some(1)), None);
    let elsewhere = OctetsOf { message: 1, signature: 0, reference: None };
    assert_eq!(super::octets(&report, elsewhere), None);
}

#[test]
fn long_octets_are_cut_and_say_so() {
    let long = SIGNED.replace("ana.lopez", &"é".repeat(100_000));
    let report =
        inspect(&[Input { name: None, bytes: long.into_bytes() }], &Options::default(), &Limits::default());
    let octets = octets(&report, OctetsOf { message: 0, signature: 0, reference: Some(0) }).unwrap();
    assert!(octets.cut && octets.text.len() <= 64 << 10, "{}", octets.size);
}

#[test]
fn an_encrypted_part_says_for_whom_it_is_and_what_would_open_it() {
    let response = include_str!("../../../../tests/fixtures/encryption/response.xml");
    let key = include_str!("../../../../tests/fixtures/certificates/private-pkcs8.pem");
    let closed = of(&[response]);
    let [part] = closed.document.as_ref().unwrap().encrypted.as_slice() else { panic!("no part") };
    assert_eq!((part.name.as_str(), part.tone), ("EncryptedAssertion", Tone::Unknown));
    assert!(part.meaning.contains("private key") && part.rows.len() >= 2 && part.certificates.len() == 1);
    let opened = of(&[response, key]);
    let document = opened.document.as_ref().unwrap();
    assert_eq!(
        (document.encrypted[0].tone, document.encrypted[0].word.as_str()),
        (Tone::Passed, "decrypted")
    );
    assert!(document.trail.iter().any(|step| step.title.contains("Decrypted")));
    let secret = key.lines().nth(1).unwrap();
    let shown = opened.answer.evidence.iter().find(|one| one.title == "Private key").unwrap();
    assert!(shown.why.contains("Wipe removes it"), "{}", shown.why);
    assert!(opened.sources.iter().all(|source| !source.text.contains(secret)), "the key is shown nowhere");
}
