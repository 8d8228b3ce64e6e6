//! Agreement with the shared corpus on decryption, where `SAMLENS_CORPUS` names it.
//!
//! The corpus is no part of the project. Most of its encrypted documents name no key; `SAMLENS_CORPUS_KEYS` may name a
//! folder of private keys in PEM that are tried on them. Without a key it is checked that the algorithms are known.

use samlens_core::codec::base64;
use samlens_core::crypto::certificate::{PrivateKey, open, read_private_key};
use samlens_core::crypto::decrypt::{Budget, DecryptionKey, Outcome, Reason, decrypt, find};
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span, Text};
use samlens_core::xml::{Document, parse};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Algorithms that the product does not decrypt, by a part of their identifiers, each with the reason.
const LEFT_OUT: [(&str, &str); 12] = [
    ("#kw-", "a key under a shared key, which SAML does not use"),
    ("#aes192-cbc", "a key under a shared key, which SAML does not use"),
    ("camellia", "no identity provider uses it"),
    ("chacha20", "no identity provider uses it"),
    ("DerivedKey", "a key made from a password"),
    ("AgreementMethod", "key agreement"),
    ("#dh", "key agreement"),
    ("ml-kem", "post-quantum key encapsulation"),
    ("ripemd160", "a hash that nobody uses with RSA-OAEP"),
    ("md5", "a hash that nobody uses with RSA-OAEP"),
    ("sha3-", "a hash that nobody uses with RSA-OAEP"),
    ("CipherReference", "never fetched"),
];

fn keys(folder: &Path, files: &[std::path::PathBuf]) -> Vec<DecryptionKey> {
    let read = |path: &std::path::PathBuf| {
        let pem = std::fs::read_to_string(folder.join(path)).unwrap();
        let text = Text::plain(pem.clone(), Span::new(SourceId(0), 0, pem.len()));
        match read_private_key(&open(&text, &Limits::default()).der).0 {
            Some(PrivateKey::Rsa(rsa)) => DecryptionKey::new(&rsa),
            other => panic!("{path:?}: {other:?}"),
        }
    };
    files.iter().filter_map(read).collect()
}

fn supplied() -> Vec<std::path::PathBuf> {
    let Some(folder) = std::env::var_os("SAMLENS_CORPUS_KEYS") else { return Vec::new() };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn document(folder: &Path, row: &Value) -> Document {
    let bytes = std::fs::read(folder.join(row["file"].as_str().unwrap())).unwrap();
    let limits = Limits::default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let xml = match row["encoding"].as_str().unwrap() {
        "xml" => text,
        _ => String::from_utf8_lossy(&base64::decode(&text, &limits).bytes).into_owned(),
    };
    parse(&xml, Span::new(SourceId(0), 0, xml.len()), &limits)
}

/// What decrypting everything in a document gives: the least good outcome, what was unsupported, and the plain texts.
fn outcome(document: &Document, keys: &[DecryptionKey]) -> (Option<Reason>, Option<String>, Vec<String>) {
    let (mut worst, mut algorithm, mut plain) = (None, None, Vec::new());
    let mut data: Vec<Document> = vec![document.clone()];
    while let Some(document) = data.pop() {
        for encrypted in find(&document) {
            match decrypt(&document, &encrypted, keys, &Limits::default(), &mut Budget::default()) {
                Outcome::Decrypted(decrypted) => {
                    let text = String::from_utf8_lossy(&decrypted.plaintext).into_owned();
                    // What is encrypted inside what was encrypted.
                    data.push(parse(&text, Span::new(SourceId(1), 0, text.len()), &Limits::default()));
                    plain.push(text);
                }
                Outcome::Failed(failure) => {
                    worst = Some(failure.reason);
                    algorithm = failure.algorithm;
                }
            }
        }
    }
    (worst, algorithm, plain)
}

#[test]
fn every_encrypted_document_is_decrypted_or_named() {
    let Some(folder) = std::env::var_os("SAMLENS_CORPUS").map(std::path::PathBuf::from) else {
        println!("the optional corpus suite was not asked for: SAMLENS_CORPUS is not set");
        return;
    };
    let manifest = std::fs::read_to_string(folder.join("manifest.jsonl")).unwrap();
    let rows: Vec<Value> = manifest.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut table: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let others = keys(&folder, &supplied());
    for row in &rows {
        let own = row["key_file"].as_str();
        if row["kind"] != "xmlenc" && own.is_none() {
            continue;
        }
        let document = document(&folder, row);
        if row["kind"] != "xmlenc" && find(&document).is_empty() {
            continue;
        }
        let own = own.map(|file| keys(&folder, &[file.into()]));
        let (reason, algorithm, plain) = outcome(&document, own.as_ref().unwrap_or(&others));
        let expected = row["expect"]["decrypt"].as_str().or(row["oracle"]["decrypt"].as_str()).unwrap_or("?");
        let (class, agrees) = match (reason, expected.starts_with("ok")) {
            (None, true) => ("decrypted".to_owned(), !plain.is_empty()),
            (None, false) => {
                let same =
                    |other: &&Value| other["file"] == row["file"] && other["expect"]["decrypt"] == "ok";
                let why = "decrypted; its source also tests that it fails with the algorithm switched off";
                (why.to_owned(), rows.iter().any(|other| same(&other)))
            }
            (Some(Reason::UnsupportedAlgorithm), true) => {
                let name = algorithm.clone().unwrap_or_default();
                match LEFT_OUT.iter().find(|(part, _)| name.contains(part)) {
                    Some((_, why)) => (format!("unsupported: {why}"), true),
                    None => (format!("unsupported without a reason: {name}"), false),
                }
            }
            (Some(reason), false) => (format!("fails as expected: {}", reason.id()), true),
            (Some(Reason::NoEncryptedKey), true) if own.is_none() => {
                ("no encrypted key: a shared key, by its name".to_owned(), true)
            }
            (Some(Reason::NoKey | Reason::WrongKey | Reason::WrongRecipient), true) if own.is_none() => {
                ("algorithms known; the corpus holds no key".to_owned(), true)
            }
            (Some(reason), true) => (format!("differs: {}", reason.id()), false),
        };
        let facts = &row["facts"]["assertions"];
        let ids = facts.as_array().into_iter().flatten().filter_map(|assertion| assertion["ID"].as_str());
        let missing = ids.filter(|id| {
            !document.by_id(id).any(|_| true) && !plain.iter().any(|text| text.contains(&format!("\"{id}\"")))
        });
        let missing: Vec<_> = missing.collect();
        let source = row["source"]["repo"].as_str().unwrap_or("own").to_owned();
        if !agrees || reason.is_none() && !missing.is_empty() {
            wrong.push(format!(
                "{}: {class}, expected {expected}; {algorithm:?}; missing {missing:?}",
                row["id"]
            ));
        }
        *table.entry((source, class)).or_default() += 1;
    }
    for ((source, class), count) in &table {
        println!("{count:4}  {source}: {class}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
