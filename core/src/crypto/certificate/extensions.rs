//! The extensions of a certificate (RFC 5280, 4.2): all of them listed, the usual ones read.
//!
//! It deliberately draws no conclusion from them: AWS and most receivers of SAML do not look at them.

use std::collections::BTreeSet;

use super::der::{
    self, BIT_STRING, BOOLEAN, Element, Elements, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE,
};
use super::hexadecimal;
use super::name;
use super::named::Named;
use super::problem::{ProblemKind, Problems};
use crate::source::Bytes;

/// One extension as it stands in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    pub kind: Named,
    pub critical: bool,
    /// Whether one before it has the same identifier.
    pub repeated: bool,
    pub at: Bytes,
    /// What the OCTET STRING holds.
    pub value: Bytes,
}

/// What the usual extensions say; of a repeated one the first counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extensions {
    /// All, in order.
    pub list: Vec<Extension>,
    pub basic_constraints: Option<BasicConstraints>,
    pub key_usage: Option<KeyUsage>,
    pub extended_key_usage: Vec<Named>,
    pub subject_alternative_names: Vec<GeneralName>,
    /// Upper-case hexadecimal.
    pub subject_key_identifier: Option<String>,
    /// Upper-case hexadecimal.
    pub authority_key_identifier: Option<String>,
}

/// RFC 5280, 4.2.1.9.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BasicConstraints {
    pub ca: bool,
    pub path_length: Option<u64>,
}

/// RFC 5280, 4.2.1.3: bit 0 is `digitalSignature`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyUsage(pub u16);

/// RFC 5280, 4.2.1.6.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneralName {
    /// `DNS`, `URI`, `email`, `IP`, `directory`, `registered` or `other`.
    pub kind: &'static str,
    pub value: String,
    pub at: Bytes,
}

impl KeyUsage {
    const NAMES: [&'static str; 9] = [
        "digitalSignature",
        "nonRepudiation",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly",
    ];

    /// The names of the bits that are set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES
            .into_iter()
            .enumerate()
            .filter(move |(bit, _)| self.0 & 1 << bit != 0)
            .map(|(_, name)| name)
    }
}

/// Reads `Extensions`, which `list` is.
pub(super) fn read(list: &Element<'_>, problems: &mut Problems) -> Extensions {
    let mut all = Extensions::default();
    let mut known = BTreeSet::new();
    let mut items = list.elements();
    while !items.is_empty() {
        let Some(item) = items.expect(SEQUENCE, problems) else { continue };
        let mut fields = item.elements();
        let identifier = fields.expect(OBJECT_IDENTIFIER, problems);
        let kind = Named::new(identifier.map_or_else(String::new, |oid| der::identifier(&oid, problems)));
        let critical = fields.optional(BOOLEAN, problems).is_some_and(|value| boolean(&value, problems));
        let Some(value) = fields.expect(OCTET_STRING, problems) else { continue };
        fields.end(problems);
        let repeated = !known.insert(kind.oid.clone());
        if repeated {
            problems.add(ProblemKind::RepeatedExtension, item.at);
        } else {
            let mut inner = Problems::default();
            let understood = interpret(&kind, &value, &mut all, &mut inner);
            if understood.is_none() || !inner.finish().is_empty() {
                problems.add(ProblemKind::BadExtension, value.inner());
            }
        }
        all.list.push(Extension { kind, critical, repeated, at: item.at, value: value.inner() });
    }
    all
}

/// Reads the content of an extension that is known. `None`: it is not what it should be.
fn interpret(kind: &Named, value: &Element<'_>, all: &mut Extensions, problems: &mut Problems) -> Option<()> {
    let mut outer = Elements::new(value.content, value.content_start);
    match kind.as_str() {
        "basicConstraints" => {
            let mut fields = outer.expect(SEQUENCE, problems)?.elements();
            let ca = fields.optional(BOOLEAN, problems).is_some_and(|value| boolean(&value, problems));
            let path_length = fields.optional(INTEGER, problems);
            let path_length = path_length.and_then(|value| der::small(der::positive(&value, problems).0));
            fields.end(problems);
            all.basic_constraints = Some(BasicConstraints { ca, path_length });
        }
        "keyUsage" => {
            let bits = outer.expect(BIT_STRING, problems)?;
            let (bytes, _) = der::bit_string(&bits, problems);
            // The first bit is the highest of the first byte.
            let set = bytes
                .iter()
                .take(2)
                .enumerate()
                .fold(0, |set, (index, byte)| set | u16::from(byte.reverse_bits()) << (index * 8));
            all.key_usage = Some(KeyUsage(set));
        }
        "extKeyUsage" => {
            let mut purposes = outer.expect(SEQUENCE, problems)?.elements();
            while !purposes.is_empty() {
                if let Some(purpose) = purposes.expect(OBJECT_IDENTIFIER, problems) {
                    all.extended_key_usage.push(Named::new(der::identifier(&purpose, problems)));
                }
            }
        }
        "subjectAltName" => {
            let mut names = outer.expect(SEQUENCE, problems)?.elements();
            while let Some(name) = names.next(problems) {
                all.subject_alternative_names.push(general_name(&name, problems));
            }
        }
        "subjectKeyIdentifier" => {
            all.subject_key_identifier = Some(hexadecimal(outer.expect(OCTET_STRING, problems)?.content));
        }
        "authorityKeyIdentifier" => {
            let mut fields = outer.expect(SEQUENCE, problems)?.elements();
            // keyIdentifier [0] IMPLICIT; the issuer's name and serial number may follow.
            let identifier = fields.optional(0x80, problems);
            all.authority_key_identifier = identifier.map(|identifier| hexadecimal(identifier.content));
            return Some(());
        }
        _ => return Some(()),
    }
    outer.end(problems);
    Some(())
}

fn boolean(element: &Element<'_>, problems: &mut Problems) -> bool {
    if !matches!(element.content, [0 | 0xFF]) {
        problems.add(ProblemKind::BadBoolean, element.at);
    }
    element.content.iter().any(|&byte| byte != 0)
}

/// The tags are those of `GeneralName`, IMPLICIT but for the directory name.
fn general_name(element: &Element<'_>, problems: &mut Problems) -> GeneralName {
    let text = || name::latin_1(element.content);
    let (kind, value) = match element.tag {
        0x81 => ("email", text()),
        0x82 => ("DNS", text()),
        0x86 => ("URI", text()),
        0x87 => ("IP", address(element.content)),
        0xA4 => {
            let inner = element.elements().expect(SEQUENCE, problems);
            ("directory", inner.map_or_else(String::new, |inner| name::read(&inner, problems).text))
        }
        0x88 => ("registered", der::identifier(element, problems)),
        _ => ("other", hexadecimal(element.content)),
    };
    GeneralName { kind, value, at: element.inner() }
}

fn address(content: &[u8]) -> String {
    if let Ok(bytes) = <[u8; 4]>::try_from(content) {
        return std::net::Ipv4Addr::from(bytes).to_string();
    }
    match <[u8; 16]>::try_from(content) {
        Ok(bytes) => std::net::Ipv6Addr::from(bytes).to_string(),
        Err(_) => hexadecimal(content),
    }
}
