//! Each way to fail has its reason and its place.

use super::*;

/// The reason, and the start of the characters that it points at.
fn failure<'a>(text: &'a str, keys: &[DecryptionKey]) -> (Reason, &'a str, Option<String>) {
    match run(text, keys) {
        Outcome::Failed(failure) => (failure.reason, &text[failure.at.bytes.range()], failure.algorithm),
        Outcome::Decrypted(decrypted) => panic!("{decrypted:?}"),
    }
}

/// The first character of the `index`th CipherValue (0: the key's, 1: the content's), or of the last group, changed.
fn damaged(text: &str, index: usize, at_the_end: bool) -> String {
    let open = "<xenc:CipherValue>";
    let start = text.match_indices(open).nth(index).unwrap().0 + open.len();
    let (before, rest) = (&text[..start], &text[start..]);
    let end = rest.find("</xenc:CipherValue>").unwrap();
    let value: String = rest[..end].split_whitespace().collect();
    let at = if at_the_end { value.len() - 8 } else { 4 };
    let swapped = if &value[at..at + 1] == "A" { "B" } else { "A" };
    format!("{before}{}{swapped}{}{}", &value[..at], &value[at + 1..], &rest[end..])
}

#[test]
fn each_reason_has_its_place() {
    let cbc = XMLSEC1[2].1;
    let hint = cut(GCM, "<ds:X509Data>", "</ds:X509Data>");
    let anonymous = GCM.replace(hint, "");
    let key = encrypted_key(GCM);
    let method = cut(GCM, "<xenc:EncryptionMethod", "/>");
    let value = cut(key, "<xenc:CipherValue>", "</xenc:CipherValue>");
    let oaep = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    let with_digest = |uri: &str| {
        let open = format!("<xenc:EncryptionMethod Algorithm=\"{oaep}\"");
        GCM.replace(
            &format!("{open}/>"),
            &format!("{open}><ds:DigestMethod Algorithm=\"{uri}\"/></xenc:EncryptionMethod>"),
        )
    };
    let doctype = "<!DOCTYPE r [<!ENTITY e \"AAAA\">]>";
    let cases: [(&str, String, Vec<DecryptionKey>, Reason, &str); 20] = [
        ("no key", GCM.to_owned(), vec![], Reason::NoKey, "<xenc:EncryptedKey>"),
        ("another key", anonymous.clone(), vec![other()], Reason::WrongKey, &key_value(GCM)[..20]),
        (
            "another certificate",
            GCM.to_owned(),
            vec![other()],
            Reason::WrongRecipient,
            "MIIDFTCCAf2gAwIBAgIU",
        ),
        ("key changed", damaged(GCM, 0, false), vec![ours()], Reason::BadPadding, ""),
        ("key changed, nobody named", damaged(&anonymous, 0, false), vec![ours()], Reason::WrongKey, ""),
        ("content changed", damaged(GCM, 1, false), vec![ours()], Reason::BadTag, ""),
        ("tag changed", damaged(GCM, 1, true), vec![ours()], Reason::BadTag, ""),
        ("padding changed", damaged(cbc, 1, true), vec![ours()], Reason::BadPadding, ""),
        (
            "another hash than stated",
            with_digest("http://www.w3.org/2001/04/xmlenc#sha256"),
            vec![ours()],
            Reason::BadPadding,
            "",
        ),
        (
            "a hash that is not known",
            with_digest("http://www.w3.org/2001/04/xmlenc#ripemd160"),
            vec![ours()],
            Reason::UnsupportedAlgorithm,
            "http://www.w3.org/2001/04/xmlenc#ripemd160",
        ),
        (
            "a content algorithm that is not known",
            GCM.replace("xmlenc11#aes128-gcm", "xmlenc11#chacha20"),
            vec![ours()],
            Reason::UnsupportedAlgorithm,
            "http://www.w3.org/2009/xmlenc11#chacha20",
        ),
        (
            "key wrap",
            GCM.replace("#rsa-oaep-mgf1p", "#kw-aes128"),
            vec![ours()],
            Reason::UnsupportedAlgorithm,
            "http://www.w3.org/2001/04/xmlenc#kw-aes128",
        ),
        ("no method", GCM.replacen(method, "", 1), vec![ours()], Reason::Malformed, "<xenc:EncryptedData "),
        ("no encrypted key", GCM.replace(key, ""), vec![ours()], Reason::NoEncryptedKey, "<ds:KeyInfo "),
        (
            "an agreed key",
            GCM.replace(key, "<xenc:AgreementMethod Algorithm=\"urn:example:dh\"/>"),
            vec![ours()],
            Reason::UnsupportedAlgorithm,
            "<xenc:AgreementMethod",
        ),
        (
            "an external reference",
            GCM.replace(value, "<xenc:CipherReference URI=\"https://example.com/\"/>"),
            vec![ours()],
            Reason::UnsupportedAlgorithm,
            "<xenc:CipherReference",
        ),
        (
            "no Base64",
            GCM.replace(value, "<xenc:CipherValue> not Base64! </xenc:CipherValue>"),
            vec![ours()],
            Reason::Malformed,
            "not Base64!",
        ),
        ("an empty value", GCM.replace(value, "<xenc:CipherValue/>"), vec![ours()], Reason::Malformed, ""),
        (
            "an entity",
            GCM.replace("<samlp:Response", &format!("{doctype}<samlp:Response"))
                .replace(value, "<xenc:CipherValue>&e;</xenc:CipherValue>"),
            vec![ours()],
            Reason::Doctype,
            "&e;",
        ),
        (
            "a key for another cipher",
            GCM.replace("xmlenc11#aes128-gcm", "xmlenc11#aes256-gcm"),
            vec![ours()],
            Reason::Malformed,
            "",
        ),
    ];
    for (what, text, keys, reason, start) in cases {
        let (found, at, algorithm) = failure(&text, &keys);
        assert_eq!(found, reason, "{what}");
        assert!(at.starts_with(start), "{what}: {at}");
        assert_eq!(algorithm.is_some(), reason == Reason::UnsupportedAlgorithm, "{what}");
    }
}

fn key_value(text: &str) -> &str {
    let value = cut(encrypted_key(text), "<xenc:CipherValue>", "</xenc:CipherValue>");
    value.strip_prefix("<xenc:CipherValue>").unwrap().trim_start()
}

/// A certificate that names nobody here does not keep the right key from being tried.
#[test]
fn a_wrong_certificate_in_the_message_does_not_hinder() {
    let hint = cut(GCM, "<ds:X509Certificate>", "</ds:X509Certificate>");
    let stranger = include_str!("../../../../../tests/fixtures/certificates/rsa-1024.pem");
    let stranger: String = stranger.lines().filter(|line| !line.starts_with('-')).collect();
    let text = GCM.replace(hint, &format!("<ds:X509Certificate>{stranger}</ds:X509Certificate>"));
    assert_eq!(plain(&run(&text, &[ours()])), ASSERTION);
}

#[test]
fn a_modulus_names_the_recipient_too() {
    let hint = cut(GCM, "<ds:X509Data>", "</ds:X509Data>");
    let named = "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AJ8=</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>";
    let (reason, at, _) = {
        let text = GCM.replace(hint, named);
        let (reason, at, algorithm) = failure(&text, &[other()]);
        (reason, at.to_owned(), algorithm)
    };
    assert_eq!((reason, at.as_str()), (Reason::WrongRecipient, "AJ8="));
}
