//! Decryption of what xmlsec1 and pyca/cryptography encrypted, wherever the key stands, and each way to fail.

mod failures;
mod hostile;

use super::*;
use crate::crypto::certificate::{PrivateKey, open, read_private_key};
use crate::limits::Limits;
use crate::source::SourceId;
use crate::xml;

macro_rules! fixture {
    ($path:literal) => {
        include_str!(concat!("../../../../../tests/fixtures/", $path))
    };
}

const XMLSEC1: [(&str, &str); 7] = [
    ("aes128-cbc, rsa-1_5", fixture!("encryption/aes128-cbc.rsa-1_5.xml")),
    ("aes192-cbc, rsa-oaep-mgf1p", fixture!("encryption/aes192-cbc.rsa-oaep-mgf1p.xml")),
    ("aes256-cbc, rsa-oaep-mgf1p", fixture!("encryption/aes256-cbc.rsa-oaep-mgf1p.xml")),
    ("tripledes-cbc, rsa-1_5", fixture!("encryption/tripledes-cbc.rsa-1_5.xml")),
    ("aes128-gcm, rsa-oaep-mgf1p", GCM),
    ("aes192-gcm, rsa-1_5", fixture!("encryption/aes192-gcm.rsa-1_5.xml")),
    ("aes256-gcm, rsa-oaep-mgf1p", fixture!("encryption/aes256-gcm.rsa-oaep-mgf1p.xml")),
];
const GCM: &str = fixture!("encryption/aes128-gcm.rsa-oaep-mgf1p.xml");
const OAEP: &str = fixture!("encryption/oaep.tsv");
const ASSERTION: &str = "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_a\">\
                         <saml:Issuer>https://idp.example.com/</saml:Issuer></saml:Assertion>";

fn key(pem: &str) -> DecryptionKey {
    let text = Text::plain(pem, Span::new(SourceId(0), 0, pem.len()));
    match read_private_key(&open(&text, &Limits::default()).der).0 {
        Some(PrivateKey::Rsa(rsa)) => DecryptionKey::new(&rsa).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn ours() -> DecryptionKey {
    key(fixture!("certificates/private-pkcs8.pem"))
}

fn other() -> DecryptionKey {
    key(fixture!("encryption/other-key.pem"))
}

fn parse(text: &str) -> Document {
    xml::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default())
}

fn run(text: &str, keys: &[DecryptionKey]) -> Outcome {
    let document = parse(text);
    let data = find(&document);
    decrypt(&document, &data[0], keys, &Limits::default(), &mut Budget::default())
}

fn plain(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Decrypted(decrypted) => std::str::from_utf8(&decrypted.plaintext).unwrap(),
        Outcome::Failed(failure) => panic!("{failure:?}"),
    }
}

/// The part of `text` from `from` to the end of `to`.
fn cut<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap();
    let end = start + text[start..].find(to).unwrap() + to.len();
    &text[start..end]
}

fn encrypted_key(text: &str) -> &str {
    cut(text, "<xenc:EncryptedKey>", "</xenc:EncryptedKey>")
}

const NAMESPACES: &str =
    "xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";

#[test]
fn what_xmlsec1_encrypted_is_decrypted() {
    for (name, text) in XMLSEC1 {
        let outcome = run(text, &[other(), ours()]);
        assert_eq!(plain(&outcome), ASSERTION, "{name}");
        assert!(matches!(outcome, Outcome::Decrypted(Decrypted { key: 1, .. })), "{name}");
    }
}

#[test]
fn every_pair_of_hashes_and_every_label_of_oaep_is_decrypted() {
    let mut rows = OAEP.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let content = rows.next().unwrap()[1];
    let mut count = 0;
    for row in rows {
        let [hash, mask, label, wrapped] = row[..] else { panic!("{row:?}") };
        let digest = match hash {
            "sha1" => "http://www.w3.org/2000/09/xmldsig#sha1",
            "sha224" => "http://www.w3.org/2001/04/xmldsig-more#sha224",
            "sha256" => "http://www.w3.org/2001/04/xmlenc#sha256",
            "sha384" => "http://www.w3.org/2001/04/xmldsig-more#sha384",
            _ => "http://www.w3.org/2001/04/xmlenc#sha512",
        };
        let label = match label {
            "-" => String::new(),
            label => format!("<xenc:OAEPparams>{label}</xenc:OAEPparams>"),
        };
        let mask_element = format!(
            "<e11:MGF xmlns:e11=\"http://www.w3.org/2009/xmlenc11#\" Algorithm=\"http://www.w3.org/2009/xmlenc11#mgf1{mask}\"/>"
        );
        let document = |transport: &str, mask: &str| {
            format!(
                "<xenc:EncryptedData {NAMESPACES}><xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes256-cbc\"/>\
                 <ds:KeyInfo><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm=\"{transport}\">{label}\
                 <ds:DigestMethod Algorithm=\"{digest}\"/>{mask}</xenc:EncryptionMethod><xenc:CipherData>\
                 <xenc:CipherValue>{wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>\
                 <xenc:CipherData><xenc:CipherValue>{content}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>"
            )
        };
        let mut forms = vec![document("http://www.w3.org/2009/xmlenc11#rsa-oaep", &mask_element)];
        if mask == "sha1" {
            forms.push(document("http://www.w3.org/2009/xmlenc11#rsa-oaep", ""));
            forms.push(document("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", ""));
            // The mask that the algorithm fixes counts, should a sender state another by mistake.
            let wrong = mask_element.replace("mgf1sha1", "mgf1sha256");
            forms.push(document("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", &wrong));
        }
        for form in forms {
            assert!(plain(&run(&form, &[ours()])).ends_with("ID=\"_a\"/>"), "{row:?}");
            count += 1;
        }
    }
    assert_eq!(count, 27 + 3 * 7);
}

#[test]
fn the_key_is_found_wherever_it_may_stand() {
    let inside = encrypted_key(GCM);
    let outside =
        inside.replacen("<xenc:EncryptedKey>", &format!("<xenc:EncryptedKey Id=\"_k\" {NAMESPACES}>"), 1);
    let without = GCM.replace(inside, "");
    let end = "</xenc:EncryptedData>";
    let pointing = |kind: &str, uri: &str| {
        GCM.replace(
            inside,
            &format!("<{kind} URI=\"{uri}\" xmlns:d11=\"http://www.w3.org/2009/xmldsig11#\"/>"),
        )
    };
    let in_key_info = format!("<ds:KeyInfo Id=\"_i\" {NAMESPACES}>{outside}</ds:KeyInfo>");
    let through =
        format!("<ds:KeyInfo Id=\"_h\" {NAMESPACES}><ds:RetrievalMethod URI=\"#_i\"/></ds:KeyInfo>");
    let at_the_end =
        |text: String, more: &str| text.replace("</samlp:Response>", &format!("{more}</samlp:Response>"));
    let referring = outside.replace(
        "</xenc:EncryptedKey>",
        "<xenc:ReferenceList><xenc:DataReference URI=\"#_d\"/></xenc:ReferenceList></xenc:EncryptedKey>",
    );
    let cases = [
        (GCM.to_owned(), Found::Inside),
        (without.replace(end, &format!("{end}{outside}")), Found::Sibling),
        (at_the_end(pointing("ds:RetrievalMethod", "#_k"), &outside), Found::Retrieved),
        (at_the_end(pointing("d11:KeyInfoReference", "#_i"), &in_key_info), Found::Retrieved),
        (
            at_the_end(pointing("ds:RetrievalMethod", "#_h"), &format!("{in_key_info}{through}")),
            Found::Retrieved,
        ),
        (
            at_the_end(without.replace("<xenc:EncryptedData ", "<xenc:EncryptedData Id=\"_d\" "), &referring),
            Found::Referring,
        ),
    ];
    for (text, found) in cases {
        assert_eq!(find(&parse(&text))[0].recipients[0].found, found);
        assert_eq!(plain(&run(&text, &[ours()])), ASSERTION, "{found:?}");
    }
}

#[test]
fn of_several_recipients_the_one_who_is_meant_is_found() {
    let inside = encrypted_key(GCM);
    let value = cut(inside, "<xenc:CipherValue>", "</xenc:CipherValue>");
    let foreign = inside
        .replace(value, "<xenc:CipherValue>AAAA</xenc:CipherValue>")
        .replace("<xenc:EncryptedKey>", "<xenc:EncryptedKey Recipient=\"https://other.example.org/\">");
    let text = GCM.replace(inside, &format!("{foreign}{inside}{foreign}"));
    let document = parse(&text);
    let data = find(&document).pop().unwrap();
    assert_eq!(data.recipients.len(), 3);
    assert_eq!(data.recipients[0].name.as_ref().unwrap().as_str(), "https://other.example.org/");
    let outcome = run(&text, &[ours()]);
    assert_eq!(plain(&outcome), ASSERTION);
    let Outcome::Decrypted(decrypted) = outcome else { panic!() };
    assert_eq!(decrypted.recipient, data.recipients[1].element);
}

#[test]
fn it_is_told_for_whom_a_message_is_encrypted_without_any_key() {
    let data = find(&parse(GCM)).pop().unwrap();
    assert_eq!(data.method.unwrap().as_str(), "http://www.w3.org/2009/xmlenc11#aes128-gcm");
    assert_eq!(data.kind.unwrap().as_str(), "http://www.w3.org/2001/04/xmlenc#Element");
    let recipient = &data.recipients[0];
    assert_eq!(
        recipient.method.as_ref().unwrap().as_str(),
        "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"
    );
    assert_eq!(recipient.certificates.len(), 1);
}
