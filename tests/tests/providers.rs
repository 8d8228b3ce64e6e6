//! The typical mistakes of each identity provider: named first, in that provider's words, with its menu and what to paste.
//!
//! The cases stand in `corpus/providers`, as `<provider>-<mistake>.xml`, and one that works for each, `<provider>-works.xml`.

use samlens_core::idp::{self, Provider};
use samlens_core::inspect::{MessageReport, Report};
use samlens_core::lint::{Finding, Severity};
use samlens_core::render::headline;
use samlens_tests::corpus;
use std::path::Path;

/// The provider that the file is named after, and the mistake.
fn named(case: &Path) -> Option<(&'static Provider, String)> {
    if case.parent()?.file_name()? != "providers" {
        return None;
    }
    let name = case.file_stem()?.to_str()?;
    idp::providers().find_map(|provider| {
        let mistake = name.strip_prefix(provider.id)?.strip_prefix('-')?;
        Some((provider, mistake.to_owned()))
    })
}

fn cases() -> Vec<(&'static Provider, String, Report)> {
    let cases = corpus::cases().into_iter();
    cases
        .filter_map(|case| named(&case).map(|(provider, name)| (provider, name, corpus::report(&case))))
        .collect()
}

/// The finding that a reader meets first.
fn first(message: &MessageReport) -> &Finding {
    headline::cause(message).unwrap_or_else(|| {
        let findings = &message.answers.findings;
        findings.iter().max_by_key(|finding| finding.severity).unwrap()
    })
}

#[test]
fn every_provider_has_cases() {
    let cases = cases();
    for provider in idp::providers() {
        let of = |works: bool| {
            let mine =
                cases.iter().filter(|(of, name, _)| of.id == provider.id && (name == "works") == works);
            mine.count()
        };
        assert_eq!(of(true), 1, "{} has no case that works", provider.id);
        assert!(of(false) >= 2, "{} has {} broken cases", provider.id, of(false));
    }
}

#[test]
fn a_message_that_works_gives_no_alarm() {
    for (provider, name, report) in cases() {
        let [message] = report.messages.as_slice() else { panic!("{}-{name}: not one message", provider.id) };
        let alarms = message.answers.findings.iter().filter(|finding| finding.severity > Severity::Note);
        if name == "works" {
            assert_eq!(alarms.map(|finding| finding.rule.id).collect::<Vec<_>>(), [""; 0], "{}", provider.id);
        }
    }
}

#[test]
fn the_first_finding_speaks_of_the_provider() {
    let mut said = 0;
    for (provider, name, report) in cases().into_iter().filter(|(_, name, _)| name != "works") {
        let [message] = report.messages.as_slice() else { panic!("{}-{name}: not one message", provider.id) };
        let recognised = message.idp.as_ref().map(|idp| idp.provider.id);
        assert_eq!(recognised, Some(provider.id), "{}-{name}", provider.id);
        let first = first(message);
        let fix = first
            .fix
            .as_ref()
            .unwrap_or_else(|| panic!("{}-{name}: {} has no fix", provider.id, first.rule.id));
        let setting =
            fix.setting.unwrap_or_else(|| panic!("{}-{name}: {} has no menu", provider.id, first.rule.id));
        assert!(provider.own_steps(setting).is_some(), "{}-{name}: {setting:?} has no own menu", provider.id);
        if let Some(cause) = provider.cause_of(first.rule.id) {
            said += 1;
            assert!(
                fix.advice.to_string().contains(cause.split('`').next().unwrap()),
                "{}-{name}",
                provider.id
            );
        } else {
            eprintln!("{}-{name}: {} has no cause", provider.id, first.rule.id);
        }
        let snippet = idp::snippet(Some(provider), setting);
        assert_eq!(fix.snippet.is_some(), snippet.is_some(), "{}-{name}", provider.id);
        for word in ["PARTITION", "SIGN_IN_URL", "AUDIENCE"] {
            assert!(
                !fix.snippet.as_deref().unwrap_or_default().contains(word),
                "{}-{name}: {word}",
                provider.id
            );
        }
    }
    assert!(said >= 35, "only {said} cases name the provider's own cause");
}

/// The same message from nobody known: the same rules find the same, so that no finding rests on the recognition.
#[test]
fn recognition_makes_no_finding() {
    use samlens_core::evidence::Options;
    use samlens_core::inspect::{Input, inspect};
    use samlens_core::limits::Limits;
    let issuer = "https://idp.example.com/saml";
    let role = "aws#sales#Admin#444455556666";
    let base = include_str!("../baselines/iam.xml");
    let pair = "arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP";
    let found = |from: &str| {
        let text = base.replace(pair, role).replace(issuer, from);
        let input = Input { name: None, bytes: text.into_bytes() };
        let report = inspect(&[input], &Options::default(), &Limits::default());
        let message = report.messages.into_iter().next().unwrap();
        let ids: Vec<_> = message.answers.findings.iter().map(|finding| finding.rule.id).collect();
        (message.idp.map(|idp| idp.provider.id), ids)
    };
    let (nobody, expected) = found(issuer);
    assert_eq!(nobody, None);
    assert!(expected.contains(&"role-not-an-arn"));
    for from in ["http://www.okta.com/exk1fcia6d6EMsf331d8", "http://adfs.example.com/adfs/services/trust"] {
        let (somebody, found) = found(from);
        assert!(somebody.is_some());
        assert_eq!(found, expected, "{from}");
    }
}
