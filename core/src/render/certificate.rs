//! Certificates in full, field by field, as people compare them.
//!
//! It judges none: what is wrong with one is said by findings.

use crate::crypto::certificate::{self, Certificate, Extension, Extensions, KeyKind, Time};
use crate::evidence::ItemKind;
use crate::inspect::Report;
use crate::limits::Limits;
use crate::saml::Instant;
use crate::saml::metadata::KeyDescriptor;
use crate::source::Text;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeSet;

/// Certificates of one report that are shown.
const MOST: usize = 20;

/// One thing that a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// For people, with a capital.
    pub name: String,
    /// Data of the certificate, as it is.
    pub value: String,
}

/// A certificate that was supplied.
#[derive(Debug, Clone)]
pub struct Listed {
    /// For people: "certificate for signing".
    pub title: &'static str,
    pub certificate: Certificate,
    pub der: Vec<u8>,
}

/// The certificates of the metadata and those that were supplied by themselves, each once, and how many more there are.
pub fn listed(report: &Report, limits: &Limits) -> (Vec<Listed>, usize) {
    let (mut list, mut seen) = (Vec::new(), BTreeSet::new());
    let mut add = |title, text: &Text| {
        let opened = certificate::open(text, limits);
        let Some(certificate) = certificate::read(&opened.der).0 else { return };
        if seen.insert(certificate.sha256_fingerprint) && list.len() < MOST {
            list.push(Listed { title, certificate, der: opened.der.to_vec() });
        }
    };
    for key in report.evidence.metadata.iter().flat_map(|held| held.metadata.keys()) {
        key.certificates.iter().for_each(|text| add(purpose(key), text));
    }
    for item in report.items.iter().filter(|item| item.kind == ItemKind::Certificate) {
        add("certificate", &Text::plain(report.sources.excerpt(item.leaf.span), item.leaf.span));
    }
    let more = seen.len().saturating_sub(list.len());
    (list, more)
}

/// All that it says, in the order of the certificate, then its fingerprints.
pub fn fields(certificate: &Certificate) -> Vec<Field> {
    let field = |name: &str, value: Option<String>| Field {
        name: name.to_owned(),
        value: value.unwrap_or_else(|| "cannot be read".to_owned()),
    };
    let mut fields = vec![
        field("Subject", certificate.subject.as_ref().map(|name| name.text.clone())),
        field("Issuer", certificate.issuer.as_ref().map(|name| name.text.clone())),
        field("Serial number", certificate.serial.as_ref().map(|serial| serial.text.clone())),
        field("Version", certificate.version.map(|version| version.to_string())),
        field("Valid from", certificate.not_before.and_then(instant)),
        field("Valid until", certificate.not_after.and_then(instant)),
        field("Key", key(certificate)),
        field("Signed with", certificate.signature_algorithm.as_ref().map(|name| name.as_str().to_owned())),
    ];
    for extension in &certificate.extensions.list {
        let critical = if extension.critical { " (critical)" } else { "" };
        fields.push(Field {
            name: format!("{}{critical}", extension.kind.as_str()),
            value: extension_value(extension, &certificate.extensions),
        });
    }
    fields.push(field("SHA-1", Some(fingerprint(&certificate.sha1_fingerprint))));
    fields.push(field("SHA-256", Some(fingerprint(&certificate.sha256_fingerprint))));
    fields
}

/// The certificate in PEM (RFC 7468), 64 characters a line.
pub fn pem(der: &[u8]) -> String {
    let encoded = STANDARD.encode(der);
    let mut out = String::from("-----BEGIN CERTIFICATE-----\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        // Base64 is ASCII, so every place is between characters.
        let (line, after) = rest.split_at_checked(64).unwrap_or((rest, ""));
        out.push_str(line);
        out.push('\n');
        rest = after;
    }
    out.push_str("-----END CERTIFICATE-----\n");
    out
}

fn purpose(key: &KeyDescriptor) -> &'static str {
    match key.usage.as_ref().map(Text::as_str) {
        None => "certificate for signing and encryption",
        Some("signing") => "certificate for signing",
        Some("encryption") => "certificate for encryption",
        Some(_) => "certificate for another use",
    }
}

fn instant(time: Time) -> Option<String> {
    time.milliseconds.map(|milliseconds| Instant(milliseconds).to_string())
}

fn key(certificate: &Certificate) -> Option<String> {
    let key = certificate.public_key.as_ref()?;
    Some(match &key.kind {
        KeyKind::Rsa(rsa) => match rsa.exponent_value {
            Some(exponent) => format!("RSA, {} bits, exponent {exponent}", rsa.bits),
            None => format!("RSA, {} bits", rsa.bits),
        },
        KeyKind::Ec { curve, .. } => format!("elliptic curve {}", curve.as_str()),
        KeyKind::Other => key.algorithm.as_str().to_owned(),
    })
}

/// Upper-case hexadecimal with colons, as most tools show it.
fn fingerprint(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
}

fn extension_value(extension: &Extension, all: &Extensions) -> String {
    let read = match extension.kind.as_str() {
        _ if extension.repeated => Some("once more".to_owned()),
        "basicConstraints" => all.basic_constraints.map(|basic| match (basic.ca, basic.path_length) {
            (false, _) => "no certificate authority".to_owned(),
            (true, None) => "certificate authority".to_owned(),
            (true, Some(length)) => format!("certificate authority, path length {length}"),
        }),
        "keyUsage" => all.key_usage.map(|usage| usage.names().collect::<Vec<_>>().join(", ")),
        "extKeyUsage" => {
            let names: Vec<_> = all.extended_key_usage.iter().map(|purpose| purpose.as_str()).collect();
            Some(names.join(", "))
        }
        "subjectAltName" => {
            let names = all.subject_alternative_names.iter();
            Some(names.map(|name| format!("{}:{}", name.kind, name.value)).collect::<Vec<_>>().join(", "))
        }
        "subjectKeyIdentifier" => all.subject_key_identifier.clone(),
        "authorityKeyIdentifier" => all.authority_key_identifier.clone(),
        _ => None,
    };
    read.unwrap_or_else(|| format!("{} bytes", extension.value.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};

    fn read(pem: &str) -> (Certificate, Vec<u8>) {
        let text = Text::plain(pem, Span::new(SourceId(0), 0, pem.len()));
        let opened = certificate::open(&text, &Limits::default());
        (certificate::read(&opened.der).0.unwrap(), opened.der.to_vec())
    }

    fn value(fields: &[Field], name: &str) -> String {
        fields
            .iter()
            .find(|field| field.name == name)
            .unwrap_or_else(|| panic!("no {name}: {fields:?}"))
            .value
            .clone()
    }

    #[test]
    fn every_field_is_shown() {
        let file = include_str!("../../../tests/fixtures/certificates/many-extensions.pem");
        let (certificate, der) = read(file);
        let shown = fields(&certificate);
        assert_eq!(value(&shown, "Key"), "RSA, 2048 bits, exponent 65537");
        assert_eq!(value(&shown, "Valid until"), "2036-11-18T23:07:59Z");
        assert_eq!(value(&shown, "basicConstraints (critical)"), "certificate authority, path length 2");
        assert!(
            value(&shown, "subjectAltName")
                .starts_with("DNS:idp.example.com, URI:https://idp.example.com/saml")
        );
        assert_eq!(value(&shown, "SHA-1").len(), 59);
        assert_eq!(value(&shown, "SHA-256").len(), 95);
        assert_eq!(pem(&der), file.replace('\r', ""));
    }

    #[test]
    fn what_is_repeated_and_what_is_no_rsa_key_is_said() {
        let (repeated, _) = read(include_str!("../../../tests/fixtures/certificates/repeated-extension.pem"));
        assert_eq!(fields(&repeated).iter().filter(|field| field.value == "once more").count(), 1);
        let (curve, _) = read(include_str!("../../../tests/fixtures/certificates/p-256.pem"));
        assert!(value(&fields(&curve), "Key").starts_with("elliptic curve "));
    }
}
