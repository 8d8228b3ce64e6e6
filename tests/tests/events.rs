//! Events of CloudTrail beside a message: which of them record its sign-in, and what becomes of their errors.

use samlens_core::evidence::{Apart, Join, JoinedBy, Options, SignIn};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_tests::pages;

const REFUSED: &str =
    r#""errorCode": "AccessDenied", "errorMessage": "Not authorized to perform sts:AssumeRoleWithSAML""#;
const ROLE: &str = "arn:aws:iam::444455556666:role/ConnectAgents";
/// Base64 of the SHA-1 of `https://idp.example.com/saml444455556666/ExampleIdP`.
const QUALIFIER: &str = "Z3pgKdAYDKR1Ia9emdwkLvpk4Jg=";

fn report(event: &str) -> Report {
    let paste = |text: &str| Input { name: None, bytes: text.trim_end().as_bytes().to_vec() };
    let inputs = [paste(pages::baseline("connect").unwrap()), paste(event)];
    inspect(&inputs, &Options::default(), &Limits::default())
}

fn joined(event: &str) -> Join {
    let report = report(event);
    let message = report.items.iter().find_map(|item| item.message.as_ref()).unwrap();
    let event = report.evidence.outputs.events().next().unwrap_or_else(|| panic!("no event: {event}"));
    SignIn::of(message).unwrap().join(event.value)
}

/// An event of that time, with more members.
fn event(time: &str, more: &str) -> String {
    format!(
        r#"{{"eventName": "AssumeRoleWithSAML", "eventSource": "sts.amazonaws.com", "eventTime": "{time}"{more}}}"#
    )
}

#[test]
fn an_event_is_joined_by_the_firmest_tie_and_one_contradiction_is_enough() {
    let request = |members: &str| format!(r#", "requestParameters": {{{members}}}"#);
    let identity = |members: &str| format!(r#", "userIdentity": {{"type": "SAMLUser", {members}}}"#);
    let at_once = "2026-01-15T10:00:03Z";
    let later = "2026-01-15T10:04:00Z";
    let same = |by| Join::Same(by);
    let cases = [
        (event(at_once, &request(r#""sAMLAssertionID": "_a1""#)), same(JoinedBy::AssertionId)),
        // The identifier decides, whatever the time.
        (event("2026-03-01T00:00:00Z", &request(r#""sAMLAssertionID": "_a1""#)), same(JoinedBy::AssertionId)),
        (event(at_once, &request(r#""sAMLAssertionID": "_a2""#)), Join::Other(Apart::AssertionId)),
        (event(later, &request(r#""roleSessionName": "ana.lopez""#)), same(JoinedBy::Person)),
        (event(later, &request(r#""roleSessionName": "ben.fox""#)), Join::Other(Apart::Person)),
        (event(later, &identity(r#""principalId": ":", "userName": "ana.lopez""#)), same(JoinedBy::Person)),
        (event(later, &identity(&format!(r#""principalId": "{QUALIFIER}:ana.lopez""#))), same(JoinedBy::Person)),
        (event(later, &identity(r#""principalId": "AAAAAAAAAAAAAAAAAAAAAAAAAAA=:ana.lopez""#)), Join::Other(Apart::Person)),
        (
            event(later, &request(&format!(r#""roleSessionName": "ana.lopez", "roleArn": "{ROLE}""#))),
            same(JoinedBy::Person),
        ),
        (
            event(later, &request(r#""roleSessionName": "ana.lopez", "roleArn": "arn:aws:iam::444455556666:role/Other""#)),
            Join::Other(Apart::Role),
        ),
        (event(at_once, r#", "recipientAccountId": "777788889999""#), Join::Other(Apart::Role)),
        (event("2026-01-15T12:00:00Z", &request(r#""roleSessionName": "ana.lopez""#)), Join::Other(Apart::Time)),
        (event("2026-01-15T09:50:00Z", ""), Join::Other(Apart::Time)),
        (event(at_once, r#", "requestParameters": null"#), same(JoinedBy::Time)),
        (event(later, r#", "requestParameters": null"#), Join::Unclear),
        (
            r#"{"eventName": "ConsoleLogin", "eventSource": "signin.amazonaws.com", "eventTime": "2026-01-15T10:00:03Z"}"#.to_owned(),
            Join::Other(Apart::Operation),
        ),
    ];
    for (event, expected) in cases {
        assert_eq!(joined(&event), expected, "{event}");
    }
}

#[test]
fn only_the_error_of_this_sign_in_counts() {
    let own = event(
        "2026-01-15T10:00:03Z",
        &format!(r#", {REFUSED}, "requestParameters": {{"sAMLAssertionID": "_a1"}}"#),
    );
    let foreign = own.replace("_a1", "_a2");
    let both = format!(r#"{{"Records": [{foreign}, {own}]}}"#);
    for (event, predicted) in [(&own, Some("E05")), (&foreign, None), (&both, Some("E05"))] {
        let report = report(event);
        let message = report.messages.first().unwrap();
        assert_eq!(message.diagnosed.predicted.map(|error| error.id), predicted, "{event}");
    }
}

#[test]
fn a_text_that_fits_everything_gives_way_to_the_event() {
    let own = event(
        "2026-01-15T10:00:03Z",
        &format!(r#", {REFUSED}, "requestParameters": {{"sAMLAssertionID": "_a1"}}"#),
    );
    let baseline = pages::baseline("connect").unwrap();
    let paste = |text: &str| Input { name: None, bytes: text.trim_end().as_bytes().to_vec() };
    let error = "Your request included an invalid SAML response. To logout, click here.";
    let options = Options { error: Some(error.to_owned()), ..Options::default() };
    let report = inspect(&[paste(baseline), paste(&own)], &options, &Limits::default());
    assert_eq!(report.messages.first().unwrap().diagnosed.predicted.map(|error| error.id), Some("E05"));
}
