//! What people are shown, against files of what was last judged to be right. `UPDATE=1` writes them anew.

use base64::Engine;
use samlens_core::diagnose::Outcome;
use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::render;
use samlens_core::wire::v1;
use samlens_tests::sample;
use std::path::Path;

fn compare(name: &str, shown: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("expected").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        return std::fs::write(&path, shown).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == shown, "{name} differs; it is now:\n{shown}");
}

fn lines(xml: &str) -> Vec<u8> {
    xml.as_bytes().to_vec()
}

/// As browsers post it: one line, Base64, percent-encoded.
fn posted(xml: &str) -> Vec<u8> {
    let one_line: Vec<_> = xml.lines().map(str::trim).collect();
    let encoded = base64::engine::general_purpose::STANDARD.encode(one_line.join(""));
    let encoded = encoded.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    format!("SAMLResponse={encoded}&RelayState=x").into_bytes()
}

#[test]
fn a_refused_message() {
    let options = Options::default();
    for (name, report) in
        [("lines", sample::report(lines, &options)), ("posted", sample::report(posted, &options))]
    {
        compare(&format!("{name}.txt"), &render::text(&report, 80).plain());
        compare(&format!("{name}.md"), &render::markdown(&report));
        compare(&format!("{name}.json"), &v1::json_pretty(&report));
    }
}

#[test]
fn a_given_error_is_the_word_of_aws() {
    let error = "Response signature invalid (Service: AWSSecurityTokenService; Status Code: 400)";
    let options = Options { error: Some(error.into()), ..Options::default() };
    let mut report = sample::report(lines, &options);
    report.messages[0].answers.findings.clear();
    report.messages[0].diagnosed.diagnoses.clear();
    compare("given-error.txt", &render::text(&report, 80).plain());
    assert_eq!(render::headline::headline(&report.messages[0]), "AWS refused this sign-in");
}

fn inspected(pastes: &[&[u8]]) -> Report {
    let inputs: Vec<_> = pastes.iter().map(|bytes| Input { name: None, bytes: bytes.to_vec() }).collect();
    inspect(&inputs, &Options::default(), &Limits::default())
}

#[test]
fn several_messages_are_set_apart() {
    let xml = include_bytes!("../baselines/iam.xml");
    let mut report = inspected(&[xml, xml]);
    report.findings.clear();
    let text = render::text(&report, 60).plain();
    assert!(text.contains("── Message 2 of 2 ────"), "{text}");
    assert!(render::markdown(&report).contains("Message 2 of 2: "));
}

#[test]
fn no_message_is_no_verdict() {
    let report = inspected(&[b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]);
    let text = render::text(&report, 80).plain();
    assert!(text.starts_with("? There is no SAML message in this\n"), "{text}");
    assert!(text.contains("Certificate: It is neither a certificate nor a key that can be read."), "{text}");
    assert!(render::markdown(&report).starts_with("## ? There is no SAML message in this\n"));
}

#[test]
fn outcomes_have_their_words() {
    let mut report = sample::report(lines, &Options::default());
    let message = &mut report.messages[0];
    let mut say = |outcome| {
        message.diagnosed.outcome = outcome;
        render::headline::headline(message)
    };
    assert_eq!(say(Outcome::Refused), "AWS will refuse this sign-in");
    assert_eq!(say(Outcome::Accepted), "AWS should accept this sign-in");
    assert_eq!(say(Outcome::Unknown), "Cannot tell yet: nothing in this message would make AWS refuse it");
}

/// No byte of user data reaches a terminal or a ticket in a form that could do something there.
#[test]
fn nothing_hidden_is_shown_as_it_is() {
    let xml = include_str!("../baselines/iam.xml")
        .replace(":role/", ":role/\u{202e}\u{9b}31m\u{feff}\u{2028}")
        .replace("https://idp.example.com", "https://idp.example.com/`<script>`");
    for report in [inspected(&[xml.as_bytes()]), sample::report(posted, &Options::default())] {
        for shown in [render::text(&report, 80).plain(), render::markdown(&report)] {
            let hidden = shown.chars().find(|char| *char != '\n' && render::escape(*char).is_some());
            assert_eq!(hidden, None, "{shown}");
        }
    }
}

/// Excerpts keep within the width; only data without a blank, commands and places may go beyond.
#[test]
fn lines_keep_within_the_width() {
    for width in [40, 60, 80, 120] {
        let text = render::text(&sample::report(posted, &Options::default()), width).plain();
        for line in text.lines().filter(|line| line.contains(" | ")) {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}

/// The error that was seen need not be the one that the first cause leads to; then the report says so.
#[test]
fn another_error_than_foretold_is_said() {
    let seen = |text: &str| {
        let options = Options { error: Some(text.into()), ..Options::default() };
        let report = sample::report(lines, &options);
        (render::headline::headline(&report.messages[0]), render::text(&report, 200).plain())
    };
    let (headline, text) = seen("Response signature invalid");
    assert_eq!(headline, "AWS refused this sign-in");
    assert!(text.contains("AWS answered:\n    “Response signature invalid”"), "{text}");
    assert!(
        text.contains("This cause leads to another text, so there may be a second one: “Your request"),
        "{text}"
    );
    let (headline, text) = seen("Your request included an invalid SAML response. To logout, click here.");
    assert_eq!(headline, "AWS will refuse this sign-in");
    assert!(!text.contains("another text"), "{text}");
}

#[test]
fn each_of_several_roles_has_its_line() {
    let pair = "<saml:AttributeValue>arn:aws:iam::444455556666:role/Second,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>";
    let report = sample::report(
        |xml| xml.replacen("<saml:AttributeValue>", &format!("{pair}<saml:AttributeValue>"), 1).into_bytes(),
        &Options::default(),
    );
    assert_eq!(report.messages[0].roles.len(), 2);
    let line = "  ✕ refused  arn:aws:iam::444455556666:role/Second\n";
    assert!(render::text(&report, 80).plain().contains(line), "{}", render::text(&report, 80).plain());
    assert!(render::markdown(&report).contains("- ✕ refused: `arn:aws:iam::444455556666:role/Second`\n"));
}
