//! What the signer signs, the core verifies; what it must not sign, it leaves alone.

use super::*;
use samlens_core::crypto::{self, KeyUsed, Verdict};
use std::sync::LazyLock;

/// It is signed, so the tests begin by taking that off.
static BASELINE: LazyLock<String> = LazyLock::new(|| unsigned(include_str!("../../baselines/iam.xml")));

fn verdicts(text: &str) -> Vec<(Verdict, Option<KeyUsed>)> {
    let all = crypto::verify_all(&read(text), &[], &Limits::default());
    all.iter().map(|verification| (verification.verdict, verification.key)).collect()
}

#[test]
fn what_is_signed_is_valid() {
    let own = (Verdict::Valid, Some(KeyUsed::Embedded(0)));
    for algorithm in [Algorithm::RsaSha256, Algorithm::RsaSha1, Algorithm::EcdsaSha256] {
        let style = Style { algorithm, key_info: true };
        let assertion = sign(&BASELINE, Part::Assertion, style).unwrap();
        assert_eq!(verdicts(&assertion.text), [own]);
        assert_eq!(
            sign(&BASELINE, Part::Assertion, style).unwrap(),
            assertion,
            "the same text, the same signature"
        );
        let both = sign(&assertion.text, Part::Response, style).unwrap();
        assert_eq!(verdicts(&both.text), [own, own]);
        let bare = sign(&BASELINE, Part::Assertion, Style { algorithm, key_info: false }).unwrap();
        assert_eq!(verdicts(&bare.text), [(Verdict::Unchecked, None)]);
        let forged = assertion.text.replace(":role/", ":role/Owner-");
        assert_eq!(verdicts(&forged), [(Verdict::Invalid, Some(KeyUsed::Embedded(0)))]);
    }
}

#[test]
fn the_signature_stands_behind_the_issuer_and_all_else_stays() {
    let signed = sign_plain(&BASELINE).unwrap();
    let (before, rest) = signed.text.split_at(signed.at);
    let (signature, after) = rest.split_at(signed.len);
    assert_eq!(format!("{before}{after}"), *BASELINE);
    assert!(before.ends_with("</saml:Issuer>") && signature.starts_with("<ds:Signature "));
    assert_eq!(signed.shift((0, signed.at)), (0, signed.at));
    assert_eq!(signed.shift((signed.at, signed.at)), (signed.at + signed.len, signed.at + signed.len));
    assert_eq!(signed.shift((0, signed.at + 1)), (0, signed.at + signed.len + 1));
}

#[test]
fn what_cannot_be_signed_is_left_alone() {
    let assertion = "<a:Assertion xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\"";
    let cases = [
        "",
        "<Assertion ID=\"_1\"><Issuer/></Assertion>",
        &format!("{assertion}><a:Issuer/></a:Assertion>"),
        &format!("{assertion} ID=\"\"><a:Issuer/></a:Assertion>"),
        &format!("{assertion} ID=\"_1\"><a:Issuer ID=\"_1\"/></a:Assertion>"),
        &format!("{assertion} ID=\"_1\"><a:Issuer></a:Assertion>"),
        &format!("{assertion} ID=\"_1\"/>"),
        &sign_plain(&BASELINE).unwrap().text,
    ];
    for case in cases {
        assert_eq!(sign_plain(case), None, "{case}");
    }
    assert!(sign_plain(&format!("{assertion} ID=\"_1\"> </a:Assertion>")).is_some(), "without an issuer");
}

/// A name, and what makes a paste of a document.
type Form<'a> = (&'a str, &'a dyn Fn(&str) -> String);

#[test]
fn a_paste_keeps_its_form() {
    let base64 = |text: &str, width: usize, end: &str| {
        let text = STANDARD.encode(text);
        let lines: Vec<_> =
            text.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect();
        lines.join(end)
    };
    let percent = |text: String| text.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    let forms: [Form<'_>; 6] = [
        ("as it is", &str::to_owned),
        ("lines", &|text| base64(text, 76, "\r\n") + "\n"),
        ("a blank for each plus", &|text| base64(text, usize::MAX, "").replace('+', " ")),
        ("no padding", &|text| base64(text, usize::MAX, "").trim_end_matches('=').to_owned()),
        ("a form", &|text| {
            format!("a=b&SAMLResponse={}&RelayState=x", percent(base64(text, usize::MAX, "")))
        }),
        ("JSON in words", &|text| {
            let text = serde_json::to_string(&base64(text, usize::MAX, "")).unwrap();
            format!("{{\"SAMLResponse\": {text}, \"again\": {text}}}")
        }),
    ];
    let signed = sign_plain(&BASELINE).unwrap().text;
    let both = sign(&signed, Part::Response, Style::default()).unwrap().text;
    let anew = sign_plain(&BASELINE.replace(":role/", ":role/Owner-")).unwrap().text;
    for (name, form) in forms {
        let paste = form(&BASELINE);
        let (again, count) = resign(paste.as_bytes(), Which::Unsigned, &[Part::Assertion]).unwrap();
        assert_eq!((String::from_utf8(again).unwrap(), count), (form(&signed), 1), "{name}");
        let edited = form(&signed.replace(":role/", ":role/Owner-"));
        assert_eq!(resign(edited.as_bytes(), Which::Unsigned, &[Part::Assertion]).unwrap().1, 0, "{name}");
        let (again, count) = resign(edited.as_bytes(), Which::All, &[Part::Assertion]).unwrap();
        assert_eq!((String::from_utf8(again).unwrap(), count), (form(&anew), 1), "{name}");
        let (again, _) = resign(paste.as_bytes(), Which::All, &[Part::Assertion, Part::Response]).unwrap();
        assert_eq!(String::from_utf8(again).unwrap(), form(&both), "{name}");
    }
    assert!(resign(b"PHNhbWxwOlJl", Which::All, &[Part::Assertion]).is_ok_and(|(_, count)| count == 0));
}
