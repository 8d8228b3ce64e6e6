//! Agreement with the shared corpus on signatures and canonical octets, where `SAMLENS_CORPUS` names it.
//!
//! The corpus is no part of the project. Without the variable this suite says in one line that it was not asked for.

use base64::Engine as _;
use samlens_core::crypto::{PublicKey, ReasonKind, Verdict, Verification, verify_all};
use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml::c14n::{Form, Method, Part, Subset, canonicalise};
use samlens_core::xml::{Document, Element, Kind, parse};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Rows that cannot agree, and why.
const EXPLAINED: [(&str, &str); 12] = [
    ("python3-saml_signed_encrypted_assertion.xml.base64", "the signature is inside what is encrypted"),
    ("python3-saml_signed_encrypted_assertion2.xml.base64", "the signature is inside what is encrypted"),
    ("node-saml_testshib_encrypted_response.xml", "the signature is inside what is encrypted"),
    (
        "node-saml_inv_response.root-signed.assertion-invalidly-signed-encrypted.xml",
        "the invalid one of two signatures is inside what is encrypted",
    ),
    (
        "xml-crypto_saml_wrapped_signed_info_node.xml",
        "malformed: a foreign element within Signature, which its schema does not allow",
    ),
    (
        "xmlsec_aleksey-xmldsig-01_enveloping-sha512-ecdsa-sha512-with-asn1",
        "the value is an ASN.1 sequence, which the specification does not allow",
    ),
    ("xmlsec_aleksey-xmldsig-01_enveloping-expired-cert", "the expected refusal is about the certificate"),
    (
        "xmlsec_aleksey-xmldsig-01_enveloping-sha256-rsa-sha256~2",
        "the expected refusal is about the certificate",
    ),
    (
        "c14n_generated_saml_ctx_0_in",
        "the oracle cut the element out first, so that xml:lang was not inherited",
    ),
    (
        "c14n_generated_saml_ctx_1_in",
        "the oracle cut the element out first, so that xml:lang was not inherited",
    ),
    (
        "c14n_generated_saml_ctx_2_in",
        "the oracle cut the element out first, so that xml:lang was not inherited",
    ),
    (
        "c14n_santuario-xml-security-java_spec34",
        "the DOCTYPE gives attributes other types; crypto calls such a signature unsupported",
    ),
];

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("SAMLENS_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        println!("the optional corpus suite was not asked for: SAMLENS_CORPUS is not set");
    }
    folder
}

fn rows(folder: &Path) -> Vec<Value> {
    let manifest = std::fs::read_to_string(folder.join("manifest.jsonl")).unwrap();
    manifest.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn document(bytes: Vec<u8>) -> Option<Document> {
    let report = inspect(&[Input { name: None, bytes }], &Options::default(), &Limits::default());
    report.items.into_iter().find_map(|item| item.document)
}

/// The keys of the PEM blocks of a file.
fn keys(path: &Path) -> Vec<PublicKey> {
    let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    let mut keys = Vec::new();
    for block in text.split("-----BEGIN ").skip(1) {
        let (label, rest) = block.split_once("-----").unwrap();
        let body: String = rest.split("-----END").next().unwrap().split_whitespace().collect();
        let Ok(der) = base64::prelude::BASE64_STANDARD.decode(body) else { continue };
        keys.extend(match label {
            "CERTIFICATE" => PublicKey::from_certificate(&der),
            _ => PublicKey::from_spki(&der),
        });
    }
    keys
}

/// The verdict over all signatures of a document, and the reasons.
fn overall(verifications: &[Verification]) -> (&'static str, String) {
    let worst = |wanted| verifications.iter().any(|verification| verification.verdict == wanted);
    let reasons: Vec<_> = verifications
        .iter()
        .flat_map(|verification| verification.all_reasons())
        .map(|reason| reason.kind.id())
        .collect();
    let verdict = match () {
        () if verifications.is_empty() => "none",
        () if worst(Verdict::Invalid) => "invalid",
        () if worst(Verdict::Unsupported) => "unsupported",
        () if worst(Verdict::Unchecked) => "unchecked",
        () => "valid",
    };
    (verdict, reasons.join(" "))
}

/// Whether what keeps a signature from being verified is outside what this program verifies, and said so.
fn named(verifications: &[Verification]) -> bool {
    verifications.iter().flat_map(Verification::all_reasons).any(|reason| {
        use ReasonKind::*;
        matches!(
            reason.kind,
            Algorithm | Transform | ExternalReference | XPointer | Doctype | NoKey | ValueLength
        )
    })
}

#[test]
fn verdicts_agree() {
    let Some(folder) = corpus() else { return };
    let mut table: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in rows(&folder) {
        let expected = match row["expect"]["signature"].as_str() {
            Some(expected) if matches!(row["tier"].as_str(), Some("A" | "B")) => expected,
            _ => continue,
        };
        let id = row["id"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(row["file"].as_str().unwrap())).unwrap();
        let keys = row["cert_file"].as_str().map(|file| keys(&folder.join(file))).unwrap_or_default();
        let found = document(bytes)
            .map(|document| verify_all(&document, &keys, &Limits::default()))
            .unwrap_or_default();
        let (verdict, reasons) = overall(&found);
        let outcome = match verdict {
            _ if verdict == expected => "agrees",
            "unsupported" | "unchecked" if named(&found) => "named as unsupported",
            _ if EXPLAINED.iter().any(|(row, _)| *row == id) => "explained",
            _ => {
                wrong.push(format!("{id}: {verdict} ({reasons}), expected {expected}"));
                "differs"
            }
        };
        if std::env::var_os("SAMLENS_CORPUS_LIST").is_some() && outcome != "agrees" {
            println!("{outcome}: {id}: {verdict} ({reasons}), expected {expected}");
        }
        *table.entry((row["source"]["repo"].as_str().unwrap().to_owned(), outcome)).or_default() += 1;
    }
    for ((source, outcome), count) in &table {
        println!("{source:40} {outcome:22} {count:4}");
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The element that `//*`, `//*[local-name()="x"]` or nothing means first.
fn apex_name(xpath: Option<&str>) -> Option<String> {
    let name = xpath?.split(['"', '\'']).nth(1)?;
    Some(name.to_owned())
}

#[test]
fn canonical_octets_agree() {
    let Some(folder) = corpus() else { return };
    let (mut agree, mut explained, mut node_sets, mut wrong) = (0, 0, 0, Vec::new());
    for row in rows(&folder).into_iter().filter(|row| row["kind"] == "c14n_vector") {
        let Some(method) = row["algorithm"].as_str().and_then(Method::from_uri) else {
            node_sets += 1;
            continue;
        };
        let prefixes = row["inclusive_prefixes"].as_array().cloned().unwrap_or_default();
        let prefixes = prefixes.iter().map(|prefix| prefix.as_str().unwrap().to_owned()).collect();
        let method = Method { prefixes, ..method };
        let text = std::fs::read_to_string(folder.join(row["input_file"].as_str().unwrap())).unwrap();
        let document = parse(&text, Span::new(SourceId(0), 0, text.len()), &Limits::default());
        let xpath = row["xpath"].as_str();
        let apex = match (xpath, apex_name(xpath)) {
            (Some(_), None) => document.root(),
            (_, name) => document.elements().find(|element| Some(element.local()) == name.as_deref()),
        };
        let canonical = canonicalise(&document, Subset::Tree { apex, without: None }, &method, 1 << 24);
        let fails = row["expect"]["verdict"] == "error";
        let expected = std::fs::read(folder.join(row["file"].as_str().unwrap())).unwrap();
        if fails && !canonical.faults.is_empty() || !fails && canonical.octets == expected {
            agree += 1;
        } else if EXPLAINED.iter().any(|(id, _)| row["id"] == *id) {
            explained += 1;
        } else {
            let octets = String::from_utf8_lossy(&canonical.octets).into_owned();
            let expected = String::from_utf8_lossy(&expected).into_owned();
            wrong.push(format!("{}:\n{octets}\nexpected:\n{expected}\n{:?}", row["id"], canonical.faults));
        }
    }
    println!(
        "canonical octets: {agree} agree, {} differ, {explained} are explained, {node_sets} are node-sets of XPath",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `ancestor-or-self::bar:Something`, and in the second vector also: of the namespaces `bar`, `foo` and `baz` those of
/// elements called so, and no default namespace.
#[test]
fn node_sets_agree() {
    let Some(folder) = corpus() else { return };
    let folder = folder.join("lsh123__xmlsec/tests/merlin-c14n-three");
    let text = std::fs::read_to_string(folder.join("signature.xml")).unwrap();
    let document = parse(&text, Span::new(SourceId(0), 0, text.len()), &Limits::default());
    let is = |element: Element<'_>, prefix: &str| {
        element.local() == "Something" && element.namespace() == Some(&format!("http://example.org/{prefix}"))
    };
    let within = |element: Element<'_>| {
        std::iter::successors(Some(element), |element| element.parent()).any(|element| is(element, "bar"))
    };
    let first = |part: Part<'_>| match part {
        Part::Node(node) if matches!(node.kind(), Kind::Comment) => false,
        Part::Node(node) => node.as_element().or(node.parent()).is_some_and(within),
        Part::Attribute(element, _) | Part::Namespace(element, _) => within(element),
    };
    let second = |part: Part<'_>| match part {
        Part::Namespace(element, prefix @ ("bar" | "foo" | "baz")) => first(part) && is(element, prefix),
        Part::Namespace(_, "") => false,
        _ => first(part),
    };
    for (file, subset) in [("c14n-0.txt", Subset::Nodes(&first)), ("c14n-1.txt", Subset::Nodes(&second))] {
        let method = Method::new(Form::Inclusive);
        let canonical = canonicalise(&document, subset, &method, 1 << 20);
        let expected = std::fs::read_to_string(folder.join(file)).unwrap();
        assert_eq!(String::from_utf8(canonical.octets).unwrap(), expected, "{file}");
    }
}
