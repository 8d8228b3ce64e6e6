//! Why a signature fails: each accident of a message, made on purpose, and what is said of it.
//!
//! Every case signs, changes and asks. What cannot be told apart from a change of content is told as nothing.

use samlens_core::crypto::{Explanation, Failed, Verdict, explain, verify_all};
use samlens_core::limits::Limits;
use samlens_core::xml::Document;
use samlens_tests::working::Chance;
use samlens_tests::xmldsig::{KeyPair, Place, Style, keys, read, sign};

const INCLUSIVE: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const MESSAGE: &str = "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" \
    xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" ID=\"_response\"><samlp:Status/>\
    <saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_assertion\"><saml:Issuer>https://idp.example.com/\
    </saml:Issuer><slot/><saml:Subject><saml:NameID>zoë@example.com</saml:NameID></saml:Subject><saml:AttributeStatement>\
    <saml:Attribute Name=\"&#10;t&#9;é &amp;quot;\"><saml:AttributeValue>a &amp; b &amp;lt; c &quot;d&quot;&#13;\ne&#13;\nf</saml:AttributeValue>\
    </saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>";
const ALONE: &str = "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_assertion\">\
    <saml:Issuer>https://idp.example.com/</saml:Issuer><slot/></saml:Assertion>";

fn exclusive() -> Style {
    Style::default()
}

fn inclusive() -> Style {
    Style { canonicalisation: INCLUSIVE, transform: Some(INCLUSIVE), ..Style::default() }
}

fn signed(text: &str, style: &Style, key: &KeyPair) -> String {
    sign(text, Place { slot: "<slot/>", uri: "#_assertion" }, style, key, &mut Chance::new(1))
}

fn words(document: &Document, explanation: &Explanation) -> String {
    let failed = match explanation.failed {
        Failed::Reference(_) => "digest",
        Failed::Value => "value",
    };
    let place = match explanation.change {
        samlens_core::crypto::Change::Wrapped(id) | samlens_core::crypto::Change::OtherElement(id) => {
            format!(" {}", document.element(id).unwrap().path())
        }
        _ => String::new(),
    };
    format!("{failed} {}{place}", explanation.change.id())
}

/// What is said of the first signature after a change.
fn told(original: &str, change: impl Fn(&str) -> String, keys: &[&KeyPair]) -> Vec<String> {
    let limits = Limits::default();
    let keys: Vec<_> = keys.iter().map(|key| key.public.clone()).collect();
    let before = verify_all(&read(original), &keys, &limits).remove(0);
    assert_eq!(before.verdict, Verdict::Valid, "{original}");
    let changed = change(original);
    assert_ne!(changed, original, "nothing was changed");
    let document = read(&changed);
    let after = verify_all(&document, &keys, &limits).remove(0);
    explain(&document, &after, &keys, &limits).iter().map(|found| words(&document, found)).collect()
}

struct Case {
    what: &'static str,
    message: &'static str,
    style: fn() -> Style,
    change: fn(&str) -> String,
    expected: &'static [&'static str],
}

const fn case(what: &'static str, change: fn(&str) -> String, expected: &'static [&'static str]) -> Case {
    Case { what, message: MESSAGE, style: exclusive, change, expected }
}

const fn shown(
    what: &'static str,
    message: &'static str,
    change: fn(&str) -> String,
    expected: &'static [&'static str],
) -> Case {
    Case { what, message, style: inclusive, change, expected }
}

const CASES: &[Case] = &[
    case("pretty-printed", |text| text.replace("><", ">\n   <"), &["digest indented", "value indented"]),
    case("line ends lost", |text| text.replace("&#13;", ""), &["digest line-ends"]),
    case("a reference to CR written out", |text| text.replace("&#13;", "\r"), &["digest line-ends"]),
    case(
        "a value with white space around it",
        |text| text.replace("zoë@example.com", "\n  zoë@example.com\n"),
        &["digest white-space-around"],
    ),
    Case {
        what: "a value broken into lines",
        message: ALONE,
        style: exclusive,
        change: |text| text.replace("https://idp", "https://\n    idp"),
        expected: &["digest lines-wrapped"],
    },
    Case {
        what: "one reference to CR of several line ends written out",
        message: "<r ID=\"_assertion\"><slot/>a&#13;\nb\nc</r>",
        style: exclusive,
        change: |text| text.replace("&#13;", "\r"),
        expected: &["digest line-ends"],
    },
    case("a reference escaped again", |text| text.replace("&amp;", "&amp;amp;"), &["digest entities"]),
    case(
        "line ends of an attribute written out",
        |text| text.replace("&#10;t&#9;", "\nt\t"),
        &["digest attribute-line-ends"],
    ),
    case(
        "UTF-8 read as Windows-1252",
        |text| text.replace('ë', "Ã«").replace('é', "Ã©"),
        &["digest charset"],
    ),
    case(
        "characters that are not seen",
        |text| text.replace("zoë@", "zoë\u{200B}@").replace("a &amp; b", "a\u{A0}&amp; b"),
        &["digest invisible-characters"],
    ),
    case(
        "another element",
        |text| text.replace("#_assertion", "#_response"),
        &["digest other-element Response/Assertion"],
    ),
    case("a changed value", |text| text.replace("zoë@", "zoe@"), &[]),
    case(
        "a changed value among lines",
        |text| text.replace("zoë@", "zoe@").replace("><", ">\n<"),
        &["value indented"],
    ),
    // Quotes of attributes, the form of empty elements and CDATA do not matter to the octets.
    case("quotes exchanged", |text| text.replace("ID=\"_response\"", "ID='_response'"), &[]),
    shown(
        "the assertion cut out of its response",
        MESSAGE,
        |text| {
            let start = text.find("<saml:Assertion").unwrap();
            let end = text.find("</saml:Assertion>").unwrap() + "</saml:Assertion>".len();
            text[start..end].to_owned()
        },
        &["digest namespaces-lost", "value namespaces-lost"],
    ),
    shown(
        "the assertion put into a response",
        ALONE,
        |text| {
            format!(
                "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\">{text}</samlp:Response>"
            )
        },
        &["digest wrapped Response/Assertion", "value wrapped Response/Assertion"],
    ),
    shown(
        "the response put into an envelope with a language",
        MESSAGE,
        |text| {
            format!(
                "<e:Envelope xmlns:e=\"urn:example:e\" xml:lang=\"en\"><e:Body>{text}</e:Body></e:Envelope>"
            )
        },
        &["digest wrapped Envelope/Body/Response", "value wrapped Envelope/Body/Response"],
    ),
    shown(
        "a declaration lost",
        MESSAGE,
        |text| text.replace(" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"", ""),
        &["digest namespaces-lost", "value namespaces-lost"],
    ),
];

#[test]
fn each_accident_is_told_and_nothing_else() {
    let [rsa, ..] = keys();
    let mut wrong = Vec::new();
    for Case { what, message, style, change, expected } in CASES {
        let found = told(&signed(message, &style(), &rsa), change, &[&rsa]);
        if found != *expected {
            wrong.push(format!("{what}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn another_certificate_of_the_metadata_is_found_and_a_foreign_one_told() {
    let [rsa, p256, p384, _] = keys();
    let text = signed(
        MESSAGE,
        &Style { key_info: samlens_tests::xmldsig::KeyInfo::Certificate, ..exclusive() },
        &rsa,
    );
    let of = |keys: &[&KeyPair]| {
        let keys: Vec<_> = keys.iter().map(|key| key.public.clone()).collect();
        let found = verify_all(&read(&text), &keys, &Limits::default()).remove(0);
        let reasons: Vec<_> = found.all_reasons().iter().map(|reason| reason.kind.id()).collect();
        (found.verdict.id(), found.key, reasons)
    };
    use samlens_core::crypto::KeyUsed::{Embedded, Given};
    assert_eq!(of(&[&p256, &rsa]), ("valid", Some(Given(1)), vec![]));
    assert_eq!(of(&[&p256, &p384]), ("invalid", Some(Embedded(0)), vec!["wrong-key"]));
}

#[test]
fn a_budget_ends_the_search() {
    let [rsa, ..] = keys();
    let text = signed(MESSAGE, &inclusive(), &rsa).replace("zoë", "zoe").replace("><", "> <");
    let keys = [rsa.public.clone()];
    let document = read(&text);
    let found = verify_all(&document, &keys, &Limits::default()).remove(0);
    let none = Limits { explained_bytes: text.len() - 1, ..Limits::default() };
    assert_eq!(explain(&document, &found, &keys, &none), []);
    let one = Limits { explained_bytes: text.len() * 20, ..Limits::default() };
    assert_eq!(explain(&document, &found, &keys, &one).len(), 1);
}
