crate::declare_rule! {
    /// A time is not written as SAML wants it.
    ///
    /// ## Why it matters
    /// SAML writes times as `2026-01-15T10:00:00Z`: date, `T`, time of day in UTC, `Z`. A receiver that cannot read a
    /// time may refuse the assertion or take it for another one. AWS does not say which.
    ///
    /// ## What to do
    /// This is a defect of the software that makes the assertion, or of whoever edited it. Write the time in UTC with
    /// `Z` at its end.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Conditions NotBefore="2026-01-15T09:55:00Z" NotOnOrAfter="«2026-01-15T11:00:00»">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    /// > the `NotOnOrAfter` of `Conditions`, `2026-01-15T11:00:00`, names no time zone
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="«15.01.2026 10:05»" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > the `NotOnOrAfter` of `SubjectConfirmationData`, `15.01.2026 10:05`, is not of the form `2026-01-15T10:00:00Z`
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="«2026-02-30T10:05:00Z»" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > the `NotOnOrAfter` of `SubjectConfirmationData`, `2026-02-30T10:05:00Z`, is a day or time that does not exist
    ///
    /// Another zone than UTC is read by most receivers, but SAML does not allow it.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T11:05:00«+01:00»" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > the `NotOnOrAfter` of `SubjectConfirmationData`, `2026-01-15T11:05:00+01:00`, is not in UTC
    ///
    /// ## Does not fire
    /// Fractions of a second are allowed.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00.1234567Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// UTC by another name is UTC.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00+00:00" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "instant-malformed" {
        title: "a time that is not written as SAML wants it",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "1.3.3 Time values",
            "All SAML time values have the type xs:dateTime, which is built in to the W3C XML Schema Datatypes specification, and MUST be expressed in UTC form, with no time zone component."
        )],
        predicts: [],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::saml::{FaultKind, Instant};
use crate::say;
use crate::source::Text;

const FORM: &str = "2026-01-15T10:00:00Z";

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for (element, attribute, text) in instants(cx)? {
        let value = text.as_str();
        let (place, message, severity) = match Instant::parse(value) {
            Ok(_) => {
                let Some(offset) = offset(value) else { continue };
                (text.sub_str(offset), named(element, attribute, text).and(", is not in UTC"), Severity::Note)
            }
            Err(fault) => {
                let message = named(element, attribute, text);
                let message = match fault.kind {
                    FaultKind::Empty => say!["the ", code(attribute), " of ", code(element), " is empty"],
                    FaultKind::Form => message.and(", is not of the form ").and(code(FORM)),
                    FaultKind::Range => message.and(", is a day or time that does not exist"),
                    FaultKind::NoZone => message.and(", names no time zone"),
                };
                (text.sub(fault.range), message, Severity::Warning)
            }
        };
        out.find(place, message)
            .expected(say!["a time in UTC, such as ", code(FORM)])
            .at_most(severity)
            .confidence(Confidence::Possible)
            .fix_at_idp(
                Setting::Lifetime,
                "Let the software that makes the assertion write times in UTC with Z.",
            );
    }
    Some(Checked)
}

fn named(element: &str, attribute: &str, text: &Text) -> crate::lint::Message {
    say!["the ", code(attribute), " of ", code(element), ", ", code(text.as_str())]
}

/// The offset from UTC of a well-formed value, unless it says UTC.
fn offset(value: &str) -> Option<&str> {
    let (_, time) = value.split_once(['T', 't'])?;
    let at = time.find(['+', '-'])?;
    time.get(at..).map(str::trim_end).filter(|offset| !matches!(*offset, "+00:00" | "-00:00"))
}

/// Every time of the message, with the names of its element and attribute.
fn instants<'a>(cx: &Cx<'a>) -> Option<Vec<(&'static str, &'static str, &'a Text)>> {
    let response = cx.response()?;
    let root = response.issue_instant.as_ref().map(|text| (response.kind.id(), "IssueInstant", text));
    let mut list: Vec<_> = root.into_iter().collect();
    for assertion in &response.assertions {
        let mut add = |element, attribute, text: &'a Option<Text>| {
            // An assertion that stands alone is the root as well.
            let new = |text: &&'a Text| list.iter().all(|(_, _, known)| known.span != text.span);
            if let Some(text) = text.as_ref().filter(new) {
                list.push((element, attribute, text));
            }
        };
        add("Assertion", "IssueInstant", &assertion.issue_instant);
        let confirmations = assertion.subject.iter().flat_map(|subject| &subject.confirmations);
        for data in confirmations.filter_map(|confirmation| confirmation.data.as_ref()) {
            add("SubjectConfirmationData", "NotBefore", &data.not_before);
            add("SubjectConfirmationData", "NotOnOrAfter", &data.not_on_or_after);
        }
        if let Some(conditions) = &assertion.conditions {
            add("Conditions", "NotBefore", &conditions.not_before);
            add("Conditions", "NotOnOrAfter", &conditions.not_on_or_after);
        }
        for statement in &assertion.authn_statements {
            add("AuthnStatement", "AuthnInstant", &statement.authn_instant);
            add("AuthnStatement", "SessionNotOnOrAfter", &statement.session_not_on_or_after);
        }
    }
    Some(list)
}
