//! Adds to each fix what is known of the identity provider that sent the message: how it comes to this there, and what to
//! paste, filled in with the message's own values.
//!
//! It deliberately changes no verdict: without a recognised provider the findings are the same, with fewer words.

use crate::idp::{self, Provider, Values};
use crate::lint::{Finding, Fix, Piece, code};

/// Completes the fixes of one message's findings.
pub fn complete(findings: &mut [Finding], provider: Option<&Provider>, values: &Values) {
    for finding in findings {
        let rule = finding.rule.id;
        let Some(fix) = &mut finding.fix else { continue };
        if let Some(cause) = provider.and_then(|provider| provider.cause_of(rule)) {
            explain(fix, cause);
        }
        // Without a provider the menus are a choice among many, and each brings its own.
        if let (Some(provider), Some(setting), None) = (provider, fix.setting, &fix.snippet) {
            fix.snippet = idp::snippet(Some(provider), setting).map(|snippet| values.fill(snippet));
        }
    }
}

/// Appends sentences whose code stands in backticks.
fn explain(fix: &mut Fix, cause: &'static str) {
    fix.advice.0.push(" ".into());
    for (index, part) in cause.split('`').enumerate().filter(|(_, part)| !part.is_empty()) {
        fix.advice.0.push(if index % 2 == 1 { code(part) } else { Piece::Text(part.to_owned()) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::rules;
    use crate::source::{SourceId, Span};
    use crate::xml;

    /// Words in capitals that stay where the message says nothing: each tells what belongs there.
    const LEFT: &[&str] = &[
        "USER_ATTRIBUTE",
        "DIRECTORY_ATTRIBUTE",
        "LDAP_CONNECTOR",
        "DISTINGUISHED_NAME_OF_THE_GROUP",
        "CUSTOM_FIELD",
        "NEW_GUID",
        // The name of a thing in the product.
        "SAML_NAME_FORMAT",
    ];

    #[test]
    fn every_mistake_belongs_to_a_rule() {
        for provider in idp::providers() {
            assert!(provider.mistakes.len() >= 5, "{} has {}", provider.id, provider.mistakes.len());
            for (index, mistake) in provider.mistakes.iter().enumerate() {
                let rule = rules::all().find(|rule| rule.id == mistake.rule);
                assert!(rule.is_some(), "{}: {} is no rule", provider.id, mistake.rule);
                let again = provider.mistakes.iter().skip(index + 1).any(|other| other.rule == mistake.rule);
                assert!(!again, "{}: {} twice", provider.id, mistake.rule);
                assert!(mistake.cause.ends_with('.'), "{}: {}", provider.id, mistake.cause);
                assert_eq!(mistake.cause.matches('`').count() % 2, 0, "{}", mistake.cause);
            }
        }
    }

    #[test]
    fn snippets_are_filled_in() {
        let pair = "arn:aws-us-gov:iam::444455556666:role/Admin,arn:aws-us-gov:iam::444455556666:saml-provider/Example";
        let values = Values::read([pair].into_iter(), None, ["Email"].into_iter());
        let mut seen = 0;
        for (id, setting, snippet) in snippets() {
            seen += 1;
            let filled = values.fill(snippet);
            for word in filled.split(|c: char| !(c.is_ascii_uppercase() || c == '_')) {
                let is_name = word.contains('_') && word.chars().any(|c| c.is_ascii_uppercase());
                let known = !is_name || LEFT.contains(&word);
                assert!(known, "{id} {setting:?}: {word} is left in {filled}");
            }
            assert!(!filled.contains("arn:aws:"), "{id} {setting:?}: {filled}");
            let unfilled = Values::default().fill(snippet);
            assert!(!unfilled.contains("PARTITION") && !unfilled.contains("SIGN_IN_URL"), "{id}: {unfilled}");
        }
        assert!(seen > 60, "{seen} snippets");
    }

    #[test]
    fn what_looks_like_xml_or_json_can_be_read() {
        for (id, setting, snippet) in snippets() {
            let filled = Values::default().fill(snippet);
            if filled.starts_with('<') {
                let whole =
                    format!("<x xmlns:xsi=\"urn:x:i\" xmlns:p=\"urn:x:p\" xmlns:c=\"urn:x:c\">{filled}</x>");
                let span = Span::new(SourceId(0), 0, whole.len());
                let document = xml::parse(&whole, span, &Limits::default());
                assert!(document.problems.is_empty(), "{id} {setting:?}: {:?}", document.problems);
            } else if filled.starts_with('{') {
                serde_json::from_str::<serde_json::Value>(&filled)
                    .unwrap_or_else(|error| panic!("{id} {setting:?}: {error}"));
            }
        }
    }

    fn snippets() -> impl Iterator<Item = (&'static str, idp::Setting, &'static str)> {
        idp::providers().flat_map(|provider| {
            let settings = provider.settings.iter();
            settings.filter_map(|(setting, steps)| Some((provider.id, *setting, steps.snippet?)))
        })
    }
}
