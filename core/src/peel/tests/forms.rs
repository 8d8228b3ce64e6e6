//! What people paste, each as they would, and what must come out.

use super::*;

const XML: &str = "<a b=\"c\"/>";
/// `XML` in Base64.
const B64: &str = "PGEgYj0iYyIvPg==";

/// The layers of each leaf, and the XML that came out.
fn layers(paste: &str) -> Vec<String> {
    let (sources, peeled) = peeled(paste.as_bytes());
    for leaf in peeled.leaves.iter().filter(|leaf| leaf.kind == LeafKind::Xml) {
        assert!(sources.excerpt(leaf.span).starts_with("<"), "{paste}");
    }
    peeled.leaves.iter().map(|leaf| leaf.layers.join(" ")).collect()
}

#[test]
fn pastes() {
    let cases: &[(&str, &[&str])] = &[
        (XML, &["xml"]),
        ("2026-01-15 INFO SAML <a xmlns=\"u:x\">1</a> done", &["excerpt xml"]),
        ("$ cat a.xml\n<a/>\n<b xmlns=\"u:b\"></b>\n$", &["excerpt xml", "excerpt xml"]),
        (
            "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation\n<a/>\n",
            &["excerpt text", "excerpt xml"],
        ),
        ("SAMLResponse=PGEgYj0iYyIvPg%3D%3D", &["form percent base64 xml"]),
        ("SAMLResponse=PGEgYj0iYyIvPg%253D%253D", &["form percent percent base64 xml"]),
        ("SAMLResponse: PGEgYj0iYyIvPg==\nRelayState: https://x.example.com/?a=b", &["form base64 xml"]),
        ("SAMLResponse:\nPGEgYj0iYyIvPg==", &["form base64 xml"]),
        ("SAMLResponse\n\tPGEgYj0iYyIvPg==\nRelayState\n\tx", &["form base64 xml"]),
        ("wa=wsignin1.0&wresult=%3Ca+b%3D%22c%22%2F%3E&wctx=x", &["form percent xml"]),
        ("wresult: <a b=\"c\"/>\nwctx: x", &["form xml"]),
        (
            "GET https://idp.example.com/sso?SAMLRequest=PGEgYj0iYyIvPg%3D%3D HTTP/1.1",
            &["excerpt url percent base64 xml"],
        ),
        ("https://sp.example.org/#SAMLResponse=PGEgYj0iYyIvPg", &["url base64 xml"]),
        ("'PGEgYj0iYyIvPg=='", &["base64 xml"]),
        ("\"PGEgYj0iYyIvPg==\"", &["json base64 xml"]),
        (
            "{\"Body\":\"{\\\"SAMLResponse\\\":\\\"PGEgYj0iYyIvPg==\\\"}\"}",
            &["json", "json json", "json json base64 xml"],
        ),
        ("{\"metadata\":\"<a b=\\\"c\\\"/>\"}", &["json", "json xml"]),
        ("{'SAMLResponse': 'PGEgYj0iYyIvPg=='}", &["json", "json base64 xml"]),
        (
            "{\"a\":\"<a/>\"}\n{\"a\":\"<b/>\"}",
            &["json-lines json", "json-lines json xml", "json-lines json", "json-lines json xml"],
        ),
        ("b'<a b=\"c\"/>\\n'", &["escapes xml"]),
        ("msg=\"<a xmlns=\\\"u:x\\\"/>\\n\" level=info", &["excerpt escapes xml"]),
        ("-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n", &["excerpt pem"]),
        ("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", &["excerpt jwt"]),
        ("<html><h1>Sign in</h1></html>", &["html"]),
        ("not SAML at all", &["text"]),
        ("", &["empty"]),
        (" \n", &["empty"]),
        ("data:text/xml;base64,PGEgYj0iYyIvPg==", &["data-uri base64 xml"]),
        ("<textarea name=\"SAMLResponse\">\nPGEgYj0iYyIvPg==</textarea>", &["html base64 xml"]),
        ("&lt;a b=&quot;c&quot;/&gt;", &["entities xml"]),
        ("%3Ca%20b%3D%22c%22%2F%3E", &["percent xml"]),
        ("SAMLResponse=3DPGEgYj0iYyIvPg=3D=3D", &["quoted-printable form base64 xml"]),
        (
            "------X\r\nContent-Disposition: form-data; name=\"SAMLResponse\"\r\n\r\nPGEgYj0iYyIvPg==\r\n------X--",
            &["excerpt form base64 xml"],
        ),
        (
            "curl 'https://sp.example.org/saml' -H 'cookie: x' --data-raw 'SAMLResponse=PGEgYj0iYyIvPg%3D%3D&RelayState='",
            &["curl form percent base64 xml"],
        ),
        (
            "curl ^\"https://sp.example.org/saml^\" ^\n  -H ^\"a: b^\" ^\n  --data-raw ^\"SAMLResponse=PGEgYj0iYyIvPg^%^3D^%^3D^\"",
            &["curl-cmd form percent base64 xml"],
        ),
        (
            "Invoke-WebRequest -Uri \"https://sp.example.org/saml\" `\n-Method \"POST\" `\n-Body \"SAMLResponse=PGEgYj0iYyIvPg%3D%3D\"",
            &["powershell form percent base64 xml"],
        ),
        (
            "https://login.example.com/?next=https%3A%2F%2Fidp.example.com%2F%3FSAMLRequest%3DPGEgYj0iYyIvPg%253D%253D",
            &["url percent url percent base64 xml"],
        ),
        ("SAMLResponse=%%%", &["form text"]),
        ("SAMLResponse=", &["form empty"]),
    ];
    let wrong: Vec<_> = cases
        .iter()
        .map(|(paste, expected)| (paste, layers(paste), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(paste, found, expected)| format!("{paste}\n  found    {found:?}\n  expected {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn har(entries: &str) -> String {
    format!("{{\"log\":{{\"version\":\"1.2\",\"entries\":[{entries}]}}}}")
}

#[test]
fn a_har_tells_where_and_when() {
    let entry = format!(
        r#"{{"startedDateTime":"2026-01-15T10:00:05.123Z","request":{{"method":"POST","url":"https:\/\/sp.example.org/saml",
        "postData":{{"mimeType":"x","params":[{{"name":"SAMLResponse","value":"{B64}"}},{{"name":"RelayState","value":"a%20b"}}],
        "text":"SAMLResponse=PGEgYj0iYyIvPg%3D%3D&RelayState=a%20b"}}}},
        "response":{{"headers":[{{"name":"DATE","value":"Thu, 15 Jan 2026 10:00:06 GMT"}}],
        "content":{{"mimeType":"text/html","text":"<html>Your request included an invalid SAML response.</html>"}}}}}}"#
    );
    let (_, peeled) = peeled(har(&format!("{{}},{entry}")).as_bytes());
    let [leaf, page] = peeled.leaves.as_slice() else { panic!("{:?}", peeled.leaves) };
    assert_eq!(leaf.layers, ["har", "form", "percent", "base64", "xml"]);
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
    assert_eq!(text(&leaf.context.url), "https://sp.example.org/saml");
    assert_eq!(text(&leaf.context.method), "POST");
    assert_eq!(text(&leaf.context.started), "2026-01-15T10:00:05.123Z");
    assert_eq!(text(&leaf.context.date_header), "Thu, 15 Jan 2026 10:00:06 GMT");
    assert_eq!(text(&leaf.context.relay_state), "a b");
    assert_eq!(text(&leaf.context.parameter), "SAMLResponse");
    assert_eq!(page.layers, ["har", "html"]);
}

#[test]
fn a_har_in_all_its_shapes() {
    let page =
        format!("<form action='https://sp.example.org'><input name='SAMLResponse' value='{B64}'></form>");
    let encoded = ::base64::Engine::encode(&::base64::engine::general_purpose::STANDARD, &page);
    let entries = [
        format!(r#"{{"request":{{"url":"https://a.example.com/","postData":{{"params":[{{"name":"SAMLResponse","value":"{B64}"}}]}}}}}}"#),
        r#"{"request":{"url":"https://a.example.com/?SAMLRequest=PGEgYj0iYyIvPg%3D%3D","queryString":[{"name":"SAMLRequest","value":"PGEgYj0iYyIvPg=="}]}}"#.to_owned(),
        format!(r#"{{"request":{{"url":"https://a.example.com/"}},"response":{{"content":{{"text":{}}}}}}}"#, serde_json::to_string(&page).unwrap()),
        format!(r#"{{"request":{{"url":"https://a.example.com/"}},"response":{{"content":{{"encoding":"base64","text":"{encoded}"}}}}}}"#),
    ];
    assert_eq!(
        layers(&har(&entries.join(","))),
        ["har base64 xml", "har url percent base64 xml", "har html base64 xml", "har base64 html base64 xml"]
    );
}

#[test]
fn notes_say_what_is_odd() {
    use NoteKind::*;
    let cases: &[(&str, &[NoteKind])] = &[
        ("SAMLResponse=PGEvPg%3D%3D&SAMLResponse=PGEvPg%3D%3D", &[DuplicateParameter]),
        ("https://sp.example.org/?SAMLart=AAQAAMh48&RelayState=x", &[ArtifactOnly]),
        ("-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----", &[PrivateKey]),
        ("UEdFZ1lqMGlZeUl2UGc9PQ==", &[LayerTwice]),
        ("PGEgYj0iYyIvPgo8", &[]),
        ("PGEgYj0iYyIgZD0iZSI+P", &[TruncatedBase64]),
        ("hello there", &[NothingRecognised]),
    ];
    for (paste, expected) in cases {
        let found: Vec<_> = peeled(paste.as_bytes()).1.notes.iter().map(|note| note.kind).collect();
        assert_eq!(found, *expected, "{paste}");
    }
}

#[test]
fn a_compressed_message_in_a_post_is_noted() {
    use std::io::Write;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(b"<a b=\"c\">some more text</a>").unwrap();
    let value =
        ::base64::Engine::encode(&::base64::engine::general_purpose::STANDARD, encoder.finish().unwrap());
    let form = format!("<form method=POST><input name=SAMLResponse value=\"{value}\"></form>");
    let (_, posted) = peeled(form.as_bytes());
    assert_eq!(posted.leaves[0].layers, ["html", "base64", "deflate", "xml"]);
    assert_eq!(posted.notes[0].kind, NoteKind::CompressedPost);
    let url = format!("https://idp.example.com/?SAMLRequest={}", value.replace('+', "%2B"));
    assert_eq!(peeled(url.as_bytes()).1.notes, []);
}

#[test]
fn the_place_of_a_lost_plus_sign() {
    let document = "<a b=\">>>\">~~~ >>></a>";
    let value = ::base64::Engine::encode(&::base64::engine::general_purpose::STANDARD, document);
    assert!(value.contains('+'), "{value}");
    let paste = format!("SAMLResponse={}", value.replace('=', "%3D").replace('+', " "));
    let (sources, peeled) = peeled(paste.as_bytes());
    let repairs = peeled.layers.iter().flat_map(|used| &used.repairs);
    let repair = repairs.into_iter().find(|repair| repair.kind == RepairKind::SpaceForPlus).unwrap();
    let (place, _) = sources.to_paste(repair.span);
    assert_eq!(paste.get(place.bytes.range()), Some(" "));
    assert_eq!(sources.excerpt(peeled.leaves[0].span), document);
}

#[test]
fn encodings_and_broken_streams() {
    let layers =
        |bytes: &[u8]| peeled(bytes).1.leaves.iter().map(|leaf| leaf.layers.join(" ")).collect::<Vec<_>>();
    assert_eq!(layers(b"<a b=\"caf\xE9\"/>"), ["windows-1252 xml"]);
    let big: Vec<u8> = std::iter::once(0xFEFF).chain(XML.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(layers(&big), ["utf-16 xml"]);
    assert_eq!(layers(&[0x1F, 0x8B, 8, 0, 0xFF]), ["binary"]);

    use std::io::Write;
    let text: String = (0..400).map(|number| format!("<a id=\"{}\"/>", number * 7919 % 1000)).collect();
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(format!("<r>{text}</r>").as_bytes()).unwrap();
    let packed = encoder.finish().unwrap();
    let value =
        ::base64::Engine::encode(&::base64::engine::general_purpose::STANDARD, &packed[..packed.len() / 2]);
    let (_, cut) = peeled(value.as_bytes());
    assert_eq!(cut.leaves[0].layers, ["base64", "deflate", "xml"]);
    let kinds: Vec<_> = cut.layers.iter().flat_map(|used| &used.repairs).map(|repair| repair.kind).collect();
    assert_eq!(kinds, [RepairKind::TruncatedStream]);
}

#[test]
fn an_export_of_saml_tracer() {
    let export = format!(
        r#"{{"requests":[
        {{"method":"GET","url":"https://idp.example.com/?SAMLRequest=PGEgYj0iYyIvPg%3D%3D","saml":"<a/>","get":[["SAMLRequest","{B64}"]]}},
        {{"method":"POST","url":"https://sp.example.org/","post":[["SAMLResponse","{B64}"],["RelayState","r"]],"saml":"<a/>",
          "responseHeaders":[{{"name":"Date","value":"Thu, 15 Jan 2026 10:00:06 GMT"}}]}},
        {{"method":"POST","url":"https://sp.example.org/","post":[["SAMLResponse","*****"]],"saml":"<a b=\"c\"/>"}}
        ],"timestamp":"2026-01-15T10:00:00Z"}}"#
    );
    assert_eq!(
        layers(&export),
        ["saml-tracer url percent base64 xml", "saml-tracer base64 xml", "saml-tracer xml"]
    );
    let (_, peeled) = peeled(export.as_bytes());
    let context = &peeled.leaves[1].context;
    assert_eq!(context.relay_state.as_ref().map(Text::as_str), Some("r"));
    assert_eq!(context.date_header.as_ref().map(Text::as_str), Some("Thu, 15 Jan 2026 10:00:06 GMT"));
}
