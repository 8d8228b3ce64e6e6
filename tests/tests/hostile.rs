//! Whatever is pasted, there is a report: nothing panics, hangs or is lost.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;

fn report(bytes: impl Into<Vec<u8>>) -> Report {
    inspect(&[Input { name: None, bytes: bytes.into() }], &Options::default(), &Limits::default())
}

/// Every paste leaves at least one item, so that the page has something to say.
#[test]
fn nothing_is_lost() {
    let deep = "<a>".repeat(100_000);
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("white space", b" \n\t ".to_vec()),
        ("binary", (0..=255).collect()),
        ("NULs", vec![0; 10_000]),
        ("nested XML", deep.clone().into_bytes()),
        ("nested JSON", "[".repeat(100_000).into_bytes()),
        ("nested percent", format!("%{}3Ca/%3E", "25".repeat(10_000)).into_bytes()),
        ("two roots", b"<a/><b/>".to_vec()),
        ("lone surrogates in JSON", br#"{"SAMLResponse":"\ud800\udfff\udc00"}"#.to_vec()),
        ("lone surrogate references", b"<a>&#xD800;</a>".to_vec()),
        ("open tags", "<".repeat(100_000).into_bytes()),
        ("ampersands", "&".repeat(100_000).into_bytes()),
        ("half an escape", b"SAMLResponse=%4".to_vec()),
        ("a private key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n".to_vec()),
        ("a token", b"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.".to_vec()),
        ("UTF-16 without a mark", "<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("UTF-16 cut in half", vec![0xFF, 0xFE, 0x3C]),
    ];
    for (name, bytes) in cases {
        let report = report(bytes);
        assert!(!report.items.is_empty(), "{name}: no item");
    }
}

#[test]
fn a_deflate_bomb_is_stopped_and_said() {
    use flate2::{Compression, write::DeflateEncoder};
    use std::io::Write;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(b"<samlp:Response>").unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..64 {
        encoder.write_all(&zeros).unwrap();
    }
    let bomb = encoder.finish().unwrap();
    use base64::Engine;
    let report = report(base64::engine::general_purpose::STANDARD.encode(bomb));
    let biggest = report.sources.iter().map(|source| source.bytes().len()).max().unwrap();
    assert!(biggest <= Limits::default().inflated_bytes + 1024, "{biggest}");
    let all = report.messages.iter().flat_map(|message| &message.answers.findings).chain(&report.findings);
    assert!(all.into_iter().any(|finding| finding.rule.id == "limit-reached"));
}

#[test]
fn fifty_megabytes_of_noise_end() {
    // A linear congruential generator: the same noise each time, in printable characters.
    let mut state = 1u64;
    let noise: Vec<u8> = (0..50 << 20)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            b' ' + u8::try_from((state >> 33) % 95).unwrap()
        })
        .collect();
    assert!(!report(noise).items.is_empty());
}

/// Every prefix, and every byte changed, of a message that works.
#[test]
fn broken_copies_of_a_working_message_are_reported() {
    let whole = samlens_tests::pages::baseline("iam").unwrap().as_bytes();
    for end in (0..whole.len()).step_by(7) {
        assert!(!report(&whole[..end]).items.is_empty());
    }
    for at in (0..whole.len()).step_by(5) {
        for byte in [0, b'<', b'>', b'&', b'"', 0xC3] {
            let mut copy = whole.to_vec();
            copy[at] = byte;
            assert!(!report(copy).items.is_empty());
        }
    }
}

/// What was not read for its size or number is said, whatever else was found.
#[test]
fn every_limit_that_is_reached_is_reported() {
    let baseline = samlens_tests::pages::baseline("iam").unwrap();
    let other = baseline.replace("_r1", "_r2");
    let two = format!("[{:?},{:?}]", STANDARD.encode(baseline), STANDARD.encode(&other));
    let plain = Limits::default;
    for (what, bytes, limits) in [
        ("bytes", baseline.to_owned(), Limits { input_bytes: 200, ..plain() }),
        ("leaves", two.clone(), Limits { leaves: 1, ..plain() }),
        ("messages", two.clone(), Limits { messages: 1, ..plain() }),
        ("layers", two, Limits { layers: 1, ..plain() }),
    ] {
        let report =
            inspect(&[Input { name: None, bytes: bytes.into_bytes() }], &Options::default(), &limits);
        let within = report.messages.iter().flat_map(|message| &message.answers.findings);
        let said = within.chain(&report.findings).filter(|finding| finding.rule.id == "limit-reached");
        assert!(said.count() > 0, "{what}: {:?}", report.notes);
    }
}

/// The work grows with the input, not with its square.
#[test]
fn many_roles_tags_and_assertions_are_judged_in_time() {
    let baseline = samlens_tests::pages::baseline("iam").unwrap();
    let role = "<saml:AttributeValue>arn:aws:iam::4444-5555-6666:role/A ,x</saml:AttributeValue>";
    let tag = "<saml:Attribute Name=\"https://aws.amazon.com/SAML/Attributes/PrincipalTag:a&amp;b\"><saml:AttributeValue>R&amp;D</saml:AttributeValue></saml:Attribute>";
    let assertion = "<saml:Assertion ID=\"_a2\"><saml:Issuer>x</saml:Issuer></saml:Assertion>";
    for (part, before) in
        [(role, "</saml:Attribute>"), (tag, "</saml:AttributeStatement>"), (assertion, "</samlp:Response>")]
    {
        let text = baseline.replacen(before, &format!("{}{before}", part.repeat(10_000)), 1);
        assert_eq!(report(text).messages.len(), 1);
    }
}

/// What lies beyond the end of a copy was never read: no stage that it belongs to may be called passed.
#[test]
fn nothing_beyond_a_break_has_passed() {
    use samlens_core::aws::stages::Stage;
    use samlens_core::diagnose::State;
    let whole = samlens_tests::pages::baseline("iam").unwrap();
    let state = |text: &str, stage| {
        let report = report(text);
        let chain = &report.messages[0].diagnosed.chain;
        chain.iter().find(|state| state.stage == stage).unwrap().state
    };
    let cut = &whole[..whole.find("<saml:AttributeValue>").unwrap()];
    assert_eq!(state(whole, Stage::Attributes), State::Passed);
    assert_eq!(state(cut, Stage::Attributes), State::Unknown);
}

#[test]
fn the_same_input_gives_the_same_report() {
    let text = samlens_tests::pages::baseline("connect").unwrap();
    let print = || format!("{:?}", report(text));
    assert_eq!(print(), print());
}
