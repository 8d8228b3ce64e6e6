//! Nothing panics, nothing takes forever, nothing is lost.

use proptest::prelude::*;

use super::*;

#[test]
fn every_two_bytes() {
    // Every 7th of them meets each first and each second byte.
    for pair in (0..=u16::MAX).step_by(7) {
        let (_, peeled) = peeled(&pair.to_be_bytes());
        assert_eq!(peeled.leaves.len(), 1, "{pair:04x}");
    }
}

#[test]
fn deep_and_long() {
    let many = |text: &str| text.repeat(4_000);
    let inputs = [
        many("<a>"),
        many("<a "),
        many("<a b='"),
        many("<!--"),
        many("<![CDATA["),
        many("<!DOCTYPE ["),
        many("{\"a\":"),
        many("{\"a\":\""),
        many("["),
        many("[{"),
        many("SAMLResponse="),
        many("SAMLResponse=a&"),
        many("SAMLResponse%3D"),
        many("RelayState=x "),
        many("RelayState=x&"),
        many("RelayState%3D"),
        many("%25"),
        many("&amp;"),
        many("-----BEGIN "),
        many("-----BEGIN A-----\n"),
        many("eyJ."),
        many("data:;base64,"),
        many("PHNh PHNh "),
        many("PHNhbWxwOlJlc3BvbnNlIHhtbG5z\n"),
        many("<form><input name=SAMLResponse value=a>"),
        many("curl 'a' "),
        many("curl -d SAMLResponse=a "),
        many("fetch(\"SAMLResponse=a"),
        many("\\u003c"),
        many("=3D=\n"),
        many("'"),
        many("\0"),
        many("\u{FEFF}"),
    ];
    for input in inputs {
        let (_, peeled) = peeled(input.as_bytes());
        assert!(!peeled.leaves.is_empty(), "{:?}", input.get(..20));
        assert!(peeled.leaves.len() <= Limits::default().leaves);
    }
}

#[test]
fn limits_are_notes() {
    let mut text = "<a b=\"c\"/>".to_owned();
    for _ in 0..8 {
        text = ::base64::Engine::encode(&::base64::engine::general_purpose::STANDARD, &text);
    }
    let mut sources = Sources::default();
    let root = sources.push("paste", text.into_bytes(), None);
    let limits = Limits { layers: 4, ..Limits::default() };
    let peeled = peel(&mut sources, root, &limits);
    assert!(peeled.notes.iter().any(|note| note.kind == NoteKind::LimitReached));
    assert_eq!(peeled.leaves[0].kind, LeafKind::Text);
}

#[test]
fn a_bomb_stops_at_the_limit() {
    use std::io::Write;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(b"<a>").unwrap();
    encoder.write_all(&[b' '; 1 << 20]).unwrap();
    let packed = encoder.finish().unwrap();
    let text = ::base64::Engine::encode(&::base64::engine::general_purpose::STANDARD, packed);
    let mut sources = Sources::default();
    let root = sources.push("paste", text.into_bytes(), None);
    let peeled = peel(&mut sources, root, &Limits { inflated_bytes: 1 << 14, ..Limits::default() });
    assert_eq!(peeled.leaves[0].layers, ["base64", "deflate", "xml"]);
    assert!(peeled.notes.iter().any(|note| note.kind == NoteKind::LimitReached));
    assert!(sources.iter().all(|source| source.bytes().len() <= 1 << 15));
}

fn example() -> impl Strategy<Value = Vec<u8>> {
    let all: Vec<&str> =
        LAYERS.iter().flat_map(|layer| layer.matches.iter().chain(layer.misses)).copied().collect();
    let edits = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..3), 0..6);
    (prop::sample::select(all), edits).prop_map(|(text, edits)| {
        let mut bytes = text.as_bytes().to_vec();
        for (index, byte, how) in edits {
            if bytes.is_empty() {
                break;
            }
            let at = index.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at),
                _ => bytes = [&bytes[..at], &[byte], &bytes[at..]].concat(),
            }
        }
        bytes
    })
}

fn sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let (sources, peeled) = peeled(bytes);
    prop_assert!(!peeled.leaves.is_empty());
    for leaf in &peeled.leaves {
        let source = sources.get(leaf.source).unwrap();
        prop_assert!(source.bytes().get(leaf.span.bytes.range()).is_some());
        prop_assert_eq!(leaf.layers.last(), Some(&leaf.kind.id()));
        let (outer, _) = sources.to_paste(leaf.span);
        prop_assert!(outer.bytes.end as usize <= bytes.len());
        if leaf.kind == LeafKind::Xml {
            prop_assert!(!sources.excerpt(leaf.span).is_empty());
        }
    }
    let spans = peeled
        .layers
        .iter()
        .flat_map(|used| used.repairs.iter().map(|repair| repair.span).chain([used.span]));
    for span in spans.chain(peeled.notes.iter().map(|note| note.span)) {
        let source = sources.get(span.source).unwrap();
        prop_assert!(span.bytes.start <= span.bytes.end && span.bytes.end as usize <= source.bytes().len());
    }
    Ok(())
}

proptest! {
    #[test]
    fn broken_examples(bytes in example()) {
        sound(&bytes)?;
    }

    #[test]
    fn noise(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        sound(&bytes)?;
    }

    #[test]
    fn noise_of_marks(text in "([<>&=%+\"'{}\\[\\]\\\\: \n/?#]|SAMLResponse|RelayState|PHNhbWxw|-----BEGIN X-----|eyJ|curl|%3D|&lt;|\\\\u00|<a|</a>|é){0,40}") {
        sound(text.as_bytes())?;
    }
}
