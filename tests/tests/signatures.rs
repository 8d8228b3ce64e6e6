//! Signatures over committed documents: what holds, what each change breaks, and what explains it.
//!
//! The documents and their keys lie in `fixtures/signed`, with an origin for each.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use samlens_core::crypto::{
    Failed, KeyUsed, PublicKey, State, Target, Verdict, Verification, explain, signatures, verify, verify_all,
};
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml::{Document, parse};

fn fixture(name: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/signed");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

fn key(name: &str) -> PublicKey {
    let pem = fixture(&format!("{name}.crt"));
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    PublicKey::from_certificate(&BASE64_STANDARD.decode(body).unwrap()).unwrap()
}

fn read(text: &str) -> Document {
    parse(text, Span::new(SourceId(1), 3, 3 + text.len()), &Limits::default())
}

/// `verdict reason reason`, for each signature, by the RSA key.
fn verdicts(text: &str) -> Vec<String> {
    verify_all(&read(text), &[key("rsa")], &Limits::default()).iter().map(words).collect()
}

fn words(verification: &Verification) -> String {
    let mut words = vec![verification.verdict.id()];
    words.extend(verification.all_reasons().iter().map(|reason| reason.kind.id()));
    words.join(" ")
}

#[test]
fn every_algorithm_verifies_by_its_key_alone() {
    let all = ["rsa", "p256", "p384", "p521"];
    let cases = [
        ("assertion.xml", "rsa"),
        ("both.xml", "rsa"),
        ("inclusive.xml", "rsa"),
        ("prefix-list.xml", "rsa"),
        ("carriage-returns.xml", "rsa"),
        ("indented.xml", "rsa"),
        ("whole-document.xml", "rsa"),
        ("rsa-sha1.xml", "rsa"),
        ("rsa-sha224.xml", "rsa"),
        ("rsa-sha384.xml", "rsa"),
        ("rsa-sha512.xml", "rsa"),
        ("pss-sha256.xml", "rsa"),
        ("pss-sha512.xml", "rsa"),
        ("p256-sha256.xml", "p256"),
        ("p256-sha512.xml", "p256"),
        ("p384-sha1.xml", "p384"),
        ("p384-sha384.xml", "p384"),
        ("p521-sha256.xml", "p521"),
        ("p521-sha512.xml", "p521"),
    ];
    for (file, signer) in cases {
        let document = read(&fixture(file));
        for name in all {
            for verification in verify_all(&document, &[key(name)], &Limits::default()) {
                let expected = if name == signer { Verdict::Valid } else { Verdict::Invalid };
                assert_eq!(verification.verdict, expected, "{file} by {name}: {}", words(&verification));
            }
        }
        let keys: Vec<_> = all.iter().map(|name| key(name)).collect();
        for verification in verify_all(&document, &keys, &Limits::default()) {
            let right = all.iter().position(|name| *name == signer).unwrap();
            assert_eq!(verification.key, Some(KeyUsed::Given(right)), "{file}");
        }
    }
}

#[test]
fn it_is_said_what_is_covered() {
    let document = read(&fixture("both.xml"));
    let paths: Vec<_> = verify_all(&document, &[key("rsa")], &Limits::default())
        .iter()
        .flat_map(|verification| &verification.references)
        .map(|reference| reference.signed_element(&document).unwrap().path())
        .collect();
    assert_eq!(paths, ["Response", "Response/Assertion"]);
    let document = read(&fixture("whole-document.xml"));
    let verifications = verify_all(&document, &[key("rsa")], &Limits::default());
    assert_eq!(verifications[0].references[0].target, Some(Target::Document));
    let octets = verifications[0].references[0].octets(&document, &Limits::default()).unwrap().octets;
    let octets = String::from_utf8(octets).unwrap();
    assert!(octets.starts_with("<samlp:Response ") && !octets.contains("Signature"), "{octets}");
}

#[test]
fn without_given_keys_it_vouches_for_itself() {
    let signed = fixture("assertion.xml");
    let document = read(&signed);
    let by = |keys: &[PublicKey]| verify_all(&document, keys, &Limits::default()).remove(0);
    assert_eq!((words(&by(&[])).as_str(), by(&[]).key), ("valid", Some(KeyUsed::Embedded(0))));
    assert_eq!(words(&by(&[key("p256")])), "invalid wrong-key");
    let bare = verify_all(&read(&fixture("both.xml")), &[], &Limits::default());
    assert!(bare.iter().all(|verification| words(verification) == "unchecked no-key"));
}

/// What somebody changes, and what is said of it.
#[test]
fn changes_and_attacks() {
    let object = "<ds:Object xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">x</ds:Object>";
    let cases: &[(&str, &str, &str)] = &[
        ("role/Admin", "role/Other", "invalid digest-mismatch"),
        ("alice@example.com", "alice@example.com<!---->.evil.example", "invalid digest-mismatch"),
        // Comments are no part of what is signed.
        ("alice@example.com", "alice@<!-- x -->example.com", "valid"),
        ("<ds:DigestValue>", "<ds:DigestValue><!--AAAA-->", "valid markup-in-value"),
        ("<ds:SignatureValue>", "<ds:SignatureValue><?x y?>", "valid markup-in-value"),
        ("<ds:DigestValue>", "<ds:DigestValue> \n ", "invalid signature-mismatch"),
        ("<ds:SignatureValue>", "<ds:SignatureValue> \n ", "valid"),
        ("<ds:SignatureValue>", "<ds:SignatureValue>!", "invalid malformed"),
        ("<ds:DigestValue>", "<ds:DigestValue/><ds:DigestValue>", "invalid signature-mismatch malformed"),
        ("</ds:SignedInfo>", "</ds:SignedInfo><ds:SignedInfo/>", "invalid malformed"),
        ("<ds:SignedInfo>", "<w><ds:SignedInfo/></w><ds:SignedInfo>", "invalid malformed"),
        ("</ds:Signature>", &format!("{object}</ds:Signature>"), "valid"),
        ("#_assertion", "#_nowhere", "invalid signature-mismatch reference-not-found"),
        ("URI=\"#_assertion\"", "", "invalid signature-mismatch external-reference"),
        ("#_assertion", "#_assertion' or 'a'='a", "invalid signature-mismatch malformed"),
        ("#_assertion", "#xpointer(id('_assertion'))", "invalid signature-mismatch"),
        ("#_assertion", "#xpointer(//*)", "invalid signature-mismatch xpointer"),
        ("#_assertion", "http://example.com/x", "invalid signature-mismatch external-reference"),
        ("#_assertion", "", "invalid signature-mismatch digest-mismatch"),
        ("ID=\"_response\"", "ID=\"_assertion\"", "invalid ambiguous-id"),
        ("ID=\"_response\"", "ID=\"_response\" xml:id=\"_assertion\"", "invalid ambiguous-id"),
        ("#enveloped-signature", "#base64", "invalid signature-mismatch transform"),
        ("more#rsa-sha256", "more#hmac-sha256", "unsupported algorithm"),
        ("xmlenc#sha256", "xmldsig#md5", "invalid signature-mismatch algorithm"),
        ("xmlenc#sha256", "xmlenc#sha512", "invalid signature-mismatch digest-mismatch"),
        ("<saml:Subject>", "<saml:Subject xmlns:p=\"relative\">", "invalid relative-namespace"),
        ("</samlp:Response>", "", "invalid malformed"),
        ("<saml:Subject>", "<saml:Subject p:a=\"\">", "invalid malformed"),
    ];
    let signed = fixture("assertion.xml");
    let mut wrong = Vec::new();
    for (from, to, expected) in cases {
        let text = signed.replacen(from, to, 1);
        assert_ne!(text, signed, "{from}");
        let found = verdicts(&text);
        if found != [*expected] {
            wrong.push(format!("{from} → {to}: {found:?}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_doctype_is_never_applied() {
    let signed = fixture("assertion.xml");
    let with = |subset: &str, from: &str, to: &str| {
        let text = format!("<!DOCTYPE x [{subset}]>{}", signed.replacen(from, to, 1));
        verdicts(&text).remove(0)
    };
    assert_eq!(with("", "", ""), "valid");
    assert_eq!(with("<!ENTITY a 'alice'>", "alice@", "&a;@"), "unsupported doctype");
    assert_eq!(with("<!ATTLIST x y CDATA 'z'>", "alice@", "bob@"), "unsupported doctype");
    assert_eq!(with("<!ENTITY a 'alice'>", "alice@", "bob@"), "invalid digest-mismatch");
}

#[test]
fn a_der_value_and_odd_halves_are_named() {
    let signed = fixture("p256-sha256.xml");
    let (before, rest) = signed.split_once("<ds:SignatureValue>").unwrap();
    let (value, behind) = rest.split_once("</ds:SignatureValue>").unwrap();
    let value: String = value.split_whitespace().collect();
    let value = BASE64_STANDARD.decode(value).unwrap();
    let with = |octets: &[u8]| {
        let value = BASE64_STANDARD.encode(octets);
        let text = format!("{before}<ds:SignatureValue>{value}</ds:SignatureValue>{behind}");
        words(&verify_all(&read(&text), &[key("p256")], &Limits::default())[0])
    };
    let (r, s) = value.split_at(32);
    let integer = |number: &[u8]| [&[2, 33, 0], number].concat();
    let numbers = [integer(r), integer(s)].concat();
    let der = [&[0x30, u8::try_from(numbers.len()).unwrap()], numbers.as_slice()].concat();
    assert_eq!(with(&value), "valid");
    assert_eq!(with(&der), "invalid der-value");
    assert_eq!(with(&[&[0, 0], r, &[0, 0], s].concat()), "unsupported value-length");
    assert_eq!(with(&[0; 64]), "invalid signature-mismatch");
    assert_eq!(with(&[]), "invalid signature-mismatch");
    assert_eq!(with(&[s, r].concat()), "invalid signature-mismatch");
}

#[test]
fn budgets_are_kept() {
    let signed = fixture("assertion.xml");
    let start = signed.find("<ds:Reference ").unwrap();
    let end = signed.find("</ds:Reference>").unwrap() + "</ds:Reference>".len();
    let reference = &signed[start..end];
    let many = signed.replacen(reference, &reference.repeat(10_000), 1);
    let document = read(&many);
    let verification = &verify_all(&document, &[key("rsa")], &Limits::default())[0];
    assert_eq!(verification.references.len(), Limits::default().references);
    assert!(words(verification).contains("limit"));
    assert_ne!(verification.verdict, Verdict::Valid);
    let signature = signatures(&document).next().unwrap();
    let tight = Limits { canonical_bytes: 10, ..Limits::default() };
    assert_eq!(verify(&document, signature, &[key("rsa")], &tight).value, State::Unchecked);
    let keys = Limits { keys: 1, ..Limits::default() };
    let document = read(&signed);
    let found = &verify_all(&document, &[key("p256"), key("rsa")], &keys)[0];
    assert_ne!(found.verdict, Verdict::Valid, "the second key is beyond the budget");
    let small = Limits { key_bits: 1024, ..Limits::default() };
    assert_eq!(words(&verify_all(&document, &[key("rsa")], &small)[0]), "unsupported limit");
}

/// A document, what is replaced in it, and the explanations.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

#[test]
fn a_failure_is_explained_by_the_change_that_undoes_it() {
    let cases: &[Case] = &[
        ("assertion.xml", &[("><", ">\n  <")], &["reference 0 indented", "value indented"]),
        (
            "indented.xml",
            &[(">\n", ">"), (">  <", "><"), (">    <", "><"), (">      <", "><"), (">        <", "><")],
            &["reference 0 indentation-lost"],
        ),
        ("carriage-returns.xml", &[("&#13;\n", "\r\n"), ("&#xD;\n", "\r\n")], &["reference 0 line-ends"]),
        (
            "assertion.xml",
            &[(">alice@example.com<", "> alice@example.com\n<")],
            &["reference 0 white-space-around"],
        ),
        ("assertion.xml", &[("alice@example", "alice@\n  example")], &["reference 0 lines-wrapped"]),
        ("assertion.xml", &[("&amp; co", "&amp;amp; co")], &["reference 0 entities"]),
        ("assertion.xml", &[("&#xE9;", "Ã©")], &["reference 0 charset"]),
        (
            "inclusive.xml",
            &[(" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"", "")],
            &["reference 0 namespaces-lost", "value namespaces-lost"],
        ),
        ("assertion.xml", &[("#_assertion", "#_response")], &["reference 0 other-element"]),
        (
            "inclusive.xml",
            &[("TR/2001/REC-xml-c14n-20010315", "2001/10/xml-exc-c14n#")],
            &["reference 0 other-method"],
        ),
        ("assertion.xml", &[("role/Admin", "role/Other")], &[]),
        ("assertion.xml", &[], &[]),
    ];
    for (file, changes, expected) in cases {
        let text = changes.iter().fold(fixture(file), |text, (from, to)| text.replace(from, to));
        let document = read(&text);
        let keys = [key("rsa")];
        let verification = verify_all(&document, &keys, &Limits::default()).remove(0);
        let found: Vec<_> = explain(&document, &verification, &keys, &Limits::default())
            .iter()
            .map(|explanation| match explanation.failed {
                Failed::Reference(index) => format!("reference {index} {}", explanation.change.id()),
                Failed::Value => format!("value {}", explanation.change.id()),
            })
            .collect();
        assert_eq!(found, *expected, "{file} {changes:?}: {}", words(&verification));
    }
}

#[test]
fn what_is_cut_off_or_absurd_is_never_valid() {
    let signed = fixture("assertion.xml");
    for cut in (0..signed.trim_end().len()).step_by(41).filter(|&cut| signed.is_char_boundary(cut)) {
        let (start, _) = signed.split_at(cut);
        assert!(verdicts(start).iter().all(|verdict| verdict != "valid"), "cut at {cut}");
    }
    let pem = fixture("p384.crt");
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = BASE64_STANDARD.decode(body).unwrap();
    let whole = PublicKey::from_certificate(&der);
    for cut in 0..der.len() {
        // Half of a key is none; what is behind the key may be cut.
        let read = PublicKey::from_certificate(&der[..cut]);
        assert!(read.is_none() || read == whole, "cut at {cut}");
        assert_eq!(PublicKey::from_spki(&der[cut..]).filter(|_| cut == 0), None);
    }
    let (huge, one, even) = (vec![0xFF; 100_000], [1], [0x80, 0]);
    for n in [&huge[..], &huge[..2048], &one, &even, &[]] {
        for e in [&huge[..], &huge[..4], &one, &even, &[3], &[]] {
            let keys = [PublicKey::rsa(n, e)];
            for file in ["assertion.xml", "pss-sha256.xml"] {
                let verification = verify_all(&read(&fixture(file)), &keys, &Limits::default()).remove(0);
                assert_ne!(verification.verdict, Verdict::Valid, "{file}");
            }
        }
    }
}

#[test]
fn each_key_that_is_tried_costs_fuel() {
    let document = read(&fixture("assertion.xml"));
    let (wrong, right) = (PublicKey::rsa(&[0xFF; 2048], &[1, 0, 1]), key("rsa"));
    let first = |keys: &[PublicKey], fuel: usize| {
        let limits = Limits { canonical_bytes: fuel, ..Limits::default() };
        words(&verify_all(&document, keys, &limits)[0])
    };
    let all = [wrong.clone(), wrong, right];
    // A modulus of 16,384 bits costs four million octets: none, one and both are affordable.
    for (fuel, expected) in [(3 << 20, "limit"), (6 << 20, "limit"), (9 << 20, "wrong-key")] {
        assert!(first(&all[..2], fuel).ends_with(expected), "{fuel}: {}", first(&all[..2], fuel));
    }
    // A cheaper key is still tried.
    assert_eq!(first(&all, 3 << 20), "valid");
    // The budget is that of the document: after hundreds of such keys no more are tried.
    let signature = fixture("assertion.xml");
    let (start, end) =
        (signature.find("<ds:Signature ").unwrap(), signature.find("</ds:Signature>").unwrap() + 15);
    let many = signature.replacen(&signature[start..end], &signature[start..end].repeat(32), 1);
    let found = verify_all(
        &read(&many),
        &vec![all[0].clone(); 32],
        &Limits { canonical_bytes: 16 << 20, ..Limits::default() },
    );
    assert_eq!(found.len(), 32);
    assert!(found.iter().skip(4).all(|found| words(found).contains("limit")));
}

#[test]
fn a_key_that_points_to_itself_is_not_followed() {
    let signed = fixture("both.xml");
    let pointing = "</ds:SignatureValue><ds:KeyInfo Id=\"k\"><ds:RetrievalMethod URI=\"#k\"/>\
                    <ds:RetrievalMethod URI=\"http://example.com/key\"/></ds:KeyInfo>";
    let document = read(&signed.replace("</ds:SignatureValue>", pointing));
    for verification in verify_all(&document, &[], &Limits::default()) {
        assert!(verification.embedded.is_empty());
        assert_ne!(verification.verdict, Verdict::Valid);
    }
}
