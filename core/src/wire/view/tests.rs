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
