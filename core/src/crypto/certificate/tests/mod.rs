//! Certificates and keys: known ones, those of an independent reader, and damaged ones.

mod hostile;
mod oracle;

use super::*;
use crate::limits::Limits;
use crate::source::{SourceId, Span, Text};

macro_rules! fixtures {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../../../tests/fixtures/certificates/", $name, ".pem")))),*]
    };
}

const CERTIFICATES: [(&str, &str); 14] = fixtures![
    "rsa-512",
    "rsa-1024",
    "rsa-2048",
    "rsa-4096",
    "rsa-exponent-3",
    "rsa-pss",
    "p-256",
    "p-384",
    "p-521",
    "ed25519",
    "version-1",
    "after-2050",
    "many-extensions",
    "repeated-extension",
];

const KEYS: [(&str, &str); 8] = fixtures![
    "private-pkcs1",
    "private-pkcs8",
    "private-pkcs1-encrypted",
    "private-pkcs8-encrypted",
    "private-ec",
    "private-ec-pkcs8",
    "public",
    "public-pkcs1",
];

fn armoured(name: &str) -> Armoured {
    let all = CERTIFICATES.iter().chain(&KEYS);
    let text = all.clone().find(|(known, _)| *known == name).unwrap().1;
    open(&Text::plain(text, Span::new(SourceId(0), 0, text.len())), &Limits::default())
}

fn certificate(name: &str) -> (Certificate, Vec<ProblemKind>) {
    let (certificate, problems) = read(&armoured(name).der);
    (certificate.unwrap(), problems.iter().map(|problem| problem.kind).collect())
}

#[test]
fn each_key_and_algorithm_is_named() {
    let cases: [(&str, &str, &str, usize, Option<ProblemKind>); 14] = [
        ("rsa-512", "rsaEncryption", "sha256WithRSAEncryption", 512, Some(ProblemKind::ShortModulus)),
        ("rsa-1024", "rsaEncryption", "sha1WithRSAEncryption", 1024, None),
        ("rsa-2048", "rsaEncryption", "sha256WithRSAEncryption", 2048, None),
        ("rsa-4096", "rsaEncryption", "sha512WithRSAEncryption", 4096, None),
        ("rsa-exponent-3", "rsaEncryption", "sha256WithRSAEncryption", 2048, None),
        ("rsa-pss", "rsaEncryption", "rsassaPss", 2048, None),
        ("p-256", "P-256", "ecdsaWithSHA256", 65, None),
        ("p-384", "P-384", "ecdsaWithSHA256", 97, None),
        ("p-521", "P-521", "ecdsaWithSHA256", 133, None),
        ("ed25519", "Ed25519", "Ed25519", 0, None),
        ("version-1", "rsaEncryption", "sha256WithRSAEncryption", 2048, None),
        ("after-2050", "rsaEncryption", "sha256WithRSAEncryption", 1024, None),
        ("many-extensions", "rsaEncryption", "sha384WithRSAEncryption", 2048, None),
        (
            "repeated-extension",
            "rsaEncryption",
            "sha384WithRSAEncryption",
            2048,
            Some(ProblemKind::RepeatedExtension),
        ),
    ];
    for (name, algorithm, signature, size, problem) in cases {
        let (certificate, problems) = certificate(name);
        let key = certificate.public_key.unwrap();
        let (found, found_size) = match &key.kind {
            KeyKind::Rsa(rsa) => (key.algorithm.as_str(), rsa.bits),
            KeyKind::Ec { curve, point } => (curve.as_str(), point.len()),
            KeyKind::Other => (key.algorithm.as_str(), 0),
        };
        assert_eq!((found, found_size), (algorithm, size), "{name}");
        assert_eq!(certificate.signature_algorithm.unwrap().as_str(), signature, "{name}");
        assert_eq!(problems, problem.into_iter().collect::<Vec<_>>(), "{name}");
        assert_eq!(certificate.version, Some(if name == "version-1" { 1 } else { 3 }), "{name}");
        let exponent = if name == "rsa-exponent-3" { 3 } else { 65537 };
        assert!(key.rsa().is_none_or(|rsa| rsa.exponent_value == Some(exponent)), "{name}");
    }
}

/// The name is that of `openssl x509 -subject -nameopt RFC2253,-esc_msb,utf8`, which only turns round the two values
/// of one part; RFC 4514, section 2.2, leaves their order open.
#[test]
fn names_and_extensions_are_read_as_openssl_reads_them() {
    let (certificate, _) = certificate("many-extensions");
    let subject = certificate.subject.unwrap();
    assert_eq!(
        subject.text,
        "DC=example,UID=u1,serialNumber=4711+CN=\\#hash 🔑,emailAddress=idp@example.org,OU=東京,\
         OU=\\ leading and trailing\\ ,O=Beispiel\\, \\\"Söhne\\\" \\+ Co. \\<GmbH\\>\\; \\\\ 1,L=Lübeck,\
         ST=Schleswig-Holstein,C=DE"
    );
    assert_eq!(subject.first("L").unwrap().value.as_deref(), Some("Lübeck"));
    let extensions = certificate.extensions;
    let listed: Vec<_> = extensions.list.iter().map(|one| (one.kind.as_str(), one.critical)).collect();
    assert_eq!(
        listed,
        [
            ("basicConstraints", true),
            ("keyUsage", true),
            ("extKeyUsage", false),
            ("subjectKeyIdentifier", false),
            ("authorityKeyIdentifier", false),
            ("subjectAltName", false),
            ("netscapeComment", false),
            ("1.2.3.4.5.6", false),
            ("certificatePolicies", false),
        ]
    );
    assert_eq!(extensions.basic_constraints, Some(BasicConstraints { ca: true, path_length: Some(2) }));
    let usage: Vec<_> = extensions.key_usage.unwrap().names().collect();
    assert_eq!(usage, ["digitalSignature", "keyCertSign", "cRLSign", "decipherOnly"]);
    let purposes: Vec<_> = extensions.extended_key_usage.iter().map(Named::as_str).collect();
    assert_eq!(purposes, ["serverAuth", "clientAuth", "1.2.3.4"]);
    let names: Vec<_> =
        extensions.subject_alternative_names.iter().map(|name| (name.kind, name.value.as_str())).collect();
    assert_eq!(
        names,
        [
            ("DNS", "idp.example.com"),
            ("URI", "https://idp.example.com/saml"),
            ("email", "idp@example.org"),
            ("IP", "192.0.2.7"),
            ("IP", "2001:db8::7"),
            ("registered", "1.2.3.4"),
            ("directory", "CN=directory,O=Example Org"),
            ("other", "06032A0304A0070C056F74686572"),
        ]
    );
    assert_eq!(
        extensions.subject_key_identifier.as_deref(),
        Some("41C34A59114E47C7B44EFE3AD4B3305B0175C78D")
    );
    assert_eq!(extensions.authority_key_identifier, None);
}

#[test]
fn the_second_of_two_equal_extensions_is_marked() {
    let (certificate, _) = certificate("repeated-extension");
    let repeated: Vec<_> = certificate.extensions.list.iter().filter(|one| one.repeated).collect();
    assert_eq!(repeated.len(), 1);
    assert_eq!(repeated[0].kind.as_str(), "basicConstraints");
    let last = certificate.extensions.list.last().unwrap();
    assert_eq!(repeated[0].at, last.at);
}

#[test]
fn a_generalized_time_after_2050_is_read() {
    let (certificate, _) = certificate("after-2050");
    // 2126-10-28T23:07:21Z.
    assert_eq!(certificate.not_after.unwrap().milliseconds, Some(4_948_902_441_000));
    assert_eq!(certificate.serial.unwrap().text, "FFEEDDCCBBAA99887766554433221100FFEEDD");
}

/// `openssl x509 -fingerprint`, with `-sha1` and `-sha256`.
#[test]
fn fingerprints_are_those_of_openssl() {
    let (certificate, _) = certificate("rsa-2048");
    assert_eq!(hexadecimal(&certificate.sha1_fingerprint), SHA1_OF_RSA_2048);
    assert_eq!(hexadecimal(&certificate.sha256_fingerprint), SHA256_OF_RSA_2048);
}

const SHA1_OF_RSA_2048: &str = "863B373092D28F1AF9A070355EC3C4B41D2AD04C";
const SHA256_OF_RSA_2048: &str = "8D73EEF901FB6E3EDA23F7F88100475D0DC774104EBAF5B90EF42239589A6872";

#[test]
fn every_form_of_a_key_is_recognised() {
    let modulus = {
        let der = armoured("rsa-2048").der;
        let rsa = read(&der).0.unwrap().public_key.unwrap().rsa().unwrap();
        der[rsa.modulus.range()].to_vec()
    };
    for (name, label) in [("private-pkcs1", Label::RsaPrivateKey), ("private-pkcs8", Label::PrivateKey)] {
        let block = armoured(name);
        assert_eq!((&block.label, block.encrypted), (&label, false), "{name}");
        let (key, problems) = read_private_key(&block.der);
        assert_eq!(problems, []);
        let Some(PrivateKey::Rsa(key)) = key else { panic!("{name}: {key:?}") };
        assert_eq!(key.modulus(), modulus, "{name}");
        assert_eq!(format!("{key:?}"), "RsaPrivate(2048 bits)");
    }
    for (name, label) in [("public", Label::PublicKey), ("public-pkcs1", Label::RsaPublicKey)] {
        let block = armoured(name);
        assert_eq!(block.label, label, "{name}");
        let (key, problems) = read_public_key(&block.der);
        assert_eq!(problems, []);
        let rsa = key.unwrap().rsa().unwrap();
        assert_eq!(block.der[rsa.modulus.range()], modulus, "{name}");
    }
    assert!(armoured("private-pkcs1-encrypted").encrypted);
    let sealed = armoured("private-pkcs8-encrypted");
    assert!(sealed.encrypted);
    assert!(matches!(read_private_key(&sealed.der).0, Some(PrivateKey::Encrypted)));
    for name in ["private-ec", "private-ec-pkcs8"] {
        let (key, _) = read_private_key(&armoured(name).der);
        let algorithm = key.as_ref().and_then(PrivateKey::algorithm);
        assert!(matches!(algorithm, Some("P-256" | "ecPublicKey")), "{name}: {key:?}");
    }
    // A certificate or a public key is no private key.
    for name in ["rsa-2048", "public", "public-pkcs1"] {
        assert!(read_private_key(&armoured(name).der).0.is_none(), "{name}");
    }
    for (name, _) in KEYS {
        assert!(read(&armoured(name).der).0.is_none(), "{name}");
    }
}

/// The subject's `idp.example.com` is pointed at in the PEM, in bare Base64 and in Base64 with other white space.
#[test]
fn places_lead_back_to_the_wrapping() {
    let pem = CERTIFICATES.iter().find(|(name, _)| *name == "rsa-2048").unwrap().1;
    let bare: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let indented = pem.lines().filter(|line| !line.starts_with('-')).collect::<Vec<_>>().join("\r\n\t  ");
    for (form, expected) in [(pem, Label::Certificate), (&bare, Label::Bare), (&indented, Label::Bare)] {
        let text = Text::plain(form, Span::new(SourceId(7), 100, 100 + form.len()));
        let block = open(&text, &Limits::default());
        assert_eq!(block.label, expected);
        let (certificate, _) = read(&block.der);
        let subject = certificate.unwrap().subject.unwrap();
        let span = block.place(&text, subject.attributes[0].at);
        assert_eq!(span.source, SourceId(7));
        let start = span.bytes.start as usize - 100;
        let characters: String =
            form[start..span.bytes.end as usize - 100].chars().filter(|char| !char.is_whitespace()).collect();
        // Whole groups of Base64 decode to the 15 characters, with at most two bytes on either side.
        assert!((20..=22).contains(&characters.len()), "{characters}");
        assert!(bare.contains(&characters));
    }
}
