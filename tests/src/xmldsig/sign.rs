//! Signs an element of a document in any style that XML Signature allows.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use samlens_core::crypto::{Curve, DigestAlgorithm, PublicKey, signatures, verify};
use samlens_core::limits::Limits;

use super::{KeyPair, read};
use crate::working::Chance;

const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const DSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
/// Stand for the values until they are known. Each is Base64, so that the template is a signature.
const DIGEST: &str = "ZGlnZXN0IHRvIGJl";
const VALUE: &str = "dmFsdWUgdG8gYmUu";

/// Where a signature goes: before the characters that stand for it are replaced.
#[derive(Debug, Clone, Copy)]
pub struct Place<'p> {
    /// Characters of the document that the Signature takes the place of.
    pub slot: &'p str,
    /// What the reference says: `#id`, nothing, or a pointer.
    pub uri: &'p str,
}

#[derive(Debug, Clone)]
pub struct Style {
    pub algorithm: String,
    pub digest: &'static str,
    /// Of SignedInfo.
    pub canonicalisation: &'static str,
    /// Of the reference; `None`: there is no such transform, so that it is Canonical XML 1.0.
    pub transform: Option<&'static str>,
    /// The InclusiveNamespaces of both, where they are exclusive.
    pub prefixes: Option<&'static str>,
    /// `ds`, another prefix, or none.
    pub prefix: &'static str,
    /// Between the elements of the signature.
    pub between: &'static str,
    /// Characters in a line of a value.
    pub wrapped: Option<usize>,
    pub key_info: KeyInfo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyInfo {
    Absent,
    Name,
    Certificate,
    /// `RSAKeyValue` or `ECKeyValue`.
    Value,
}

/// The style of most identity providers.
impl Default for Style {
    fn default() -> Self {
        Self {
            algorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256".to_owned(),
            digest: "http://www.w3.org/2001/04/xmlenc#sha256",
            canonicalisation: EXCLUSIVE,
            transform: Some(EXCLUSIVE),
            prefixes: None,
            prefix: "ds",
            between: "",
            wrapped: None,
            key_info: KeyInfo::Absent,
        }
    }
}

/// Any style that fits a key.
pub fn style(key: &KeyPair, chance: &mut Chance) -> Style {
    const METHODS: [&str; 6] = [
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
        "http://www.w3.org/2006/12/xml-c14n11",
        "http://www.w3.org/2006/12/xml-c14n11#WithComments",
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
        EXCLUSIVE,
    ];
    let hash = chance.pick(&["sha1", "sha224", "sha256", "sha384", "sha512"]);
    let algorithm = match (key.name, hash, chance.below(3)) {
        ("rsa", _, 0) => format!("http://www.w3.org/2007/05/xmldsig-more#{hash}-rsa-MGF1"),
        ("rsa", "sha1", _) => format!("{DSIG}rsa-sha1"),
        ("rsa", ..) => format!("http://www.w3.org/2001/04/xmldsig-more#rsa-{hash}"),
        _ => format!("http://www.w3.org/2001/04/xmldsig-more#ecdsa-{hash}"),
    };
    let method = |chance: &mut Chance| if chance.in_hundred(40) { EXCLUSIVE } else { chance.pick(&METHODS) };
    Style {
        algorithm,
        digest: chance.pick(&[
            "http://www.w3.org/2000/09/xmldsig#sha1",
            "http://www.w3.org/2001/04/xmldsig-more#sha224",
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512",
        ]),
        canonicalisation: method(chance),
        transform: if chance.in_hundred(90) { Some(method(chance)) } else { None },
        prefixes: chance.pick(&[
            None,
            None,
            Some("xs"),
            Some("xs xsi"),
            Some("#default"),
            Some("unused xs #default"),
            Some(""),
            Some("undeclared"),
        ]),
        prefix: chance.pick(&["ds", "ds", "", "dsig"]),
        between: chance.pick(&["", "\n", "\n    ", "\r\n\t"]),
        wrapped: chance.pick(&[None, Some(64), Some(76)]),
        key_info: chance.pick(&[KeyInfo::Absent, KeyInfo::Name, KeyInfo::Certificate]),
    }
}

/// The algorithm of the style's DigestMethod.
pub fn digest(style: &Style) -> DigestAlgorithm {
    DigestAlgorithm::from_uri(style.digest).unwrap()
}

/// Puts a signature by `key` into `place`.
pub fn sign(text: &str, place: Place<'_>, style: &Style, key: &KeyPair, chance: &mut Chance) -> String {
    let limits = Limits::default();
    let template = style.template(place.uri, key);
    let text = text.replacen(place.slot, &template, 1);
    let of = |text: &str| {
        let document = read(text);
        let at = text.find(VALUE).unwrap();
        let around = signatures(&document).filter(|signature| signature.span().bytes.range().contains(&at));
        let verification = verify(&document, around.last().unwrap(), &[], &limits);
        let octets = verification.references[0].octets(&document, &limits).unwrap();
        assert!(octets.faults.is_empty(), "{:?} of {text}", octets.faults);
        let signed = verification.signed_info_octets(&document, &limits).unwrap().octets;
        (octets.octets, signed, verification.algorithm.unwrap())
    };
    let digest = BASE64_STANDARD.encode(digest(style).hash(&of(&text).0));
    let text = text.replacen(DIGEST, &digest, 1);
    let (_, signed, algorithm) = of(&text);
    let value = key.sign(algorithm, &algorithm.digest().hash(&signed), chance);
    text.replacen(VALUE, &style.wrap(&BASE64_STANDARD.encode(value)), 1)
}

impl Style {
    fn template(&self, uri: &str, key: &KeyPair) -> String {
        let Self { algorithm, digest, between, prefix, .. } = self;
        let p = if prefix.is_empty() { String::new() } else { format!("{prefix}:") };
        let declared = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
        let method = |name: &str, uri: &str| match self.prefixes.filter(|_| uri.starts_with(EXCLUSIVE)) {
            Some(list) => format!(
                "<{p}{name} Algorithm=\"{uri}\"><ec:InclusiveNamespaces xmlns:ec=\"{EXCLUSIVE}\" \
                 PrefixList=\"{list}\"/></{p}{name}>"
            ),
            None => format!("<{p}{name} Algorithm=\"{uri}\"/>"),
        };
        let transform = self.transform.map(|uri| method("Transform", uri)).unwrap_or_default();
        let key_info = match self.key_info {
            KeyInfo::Absent => String::new(),
            KeyInfo::Name => {
                format!("<{p}KeyInfo><{p}KeyName>{}</{p}KeyName></{p}KeyInfo>{between}", key.name)
            }
            KeyInfo::Certificate => format!(
                "<{p}KeyInfo><{p}X509Data><{p}X509Certificate>{}</{p}X509Certificate></{p}X509Data></{p}KeyInfo>{between}",
                self.wrap(&key.certificate)
            ),
            KeyInfo::Value => {
                format!(
                    "<{p}KeyInfo><{p}KeyValue>{}</{p}KeyValue></{p}KeyInfo>{between}",
                    key_value(p.as_str(), key)
                )
            }
        };
        [
            format!("<{p}Signature {declared}=\"{DSIG}\">"),
            format!("<{p}SignedInfo>"),
            method("CanonicalizationMethod", self.canonicalisation),
            format!("<{p}SignatureMethod Algorithm=\"{algorithm}\"/>"),
            format!("<{p}Reference URI=\"{uri}\">"),
            format!("<{p}Transforms><{p}Transform Algorithm=\"{DSIG}enveloped-signature\"/>{transform}</{p}Transforms>"),
            format!("<{p}DigestMethod Algorithm=\"{digest}\"/>"),
            format!("<{p}DigestValue>{DIGEST}</{p}DigestValue>"),
            format!("</{p}Reference>"),
            format!("</{p}SignedInfo>"),
            format!("<{p}SignatureValue>{VALUE}</{p}SignatureValue>"),
            format!("{key_info}</{p}Signature>"),
        ]
        .join(between)
    }

    fn wrap(&self, value: &str) -> String {
        match self.wrapped {
            None => value.to_owned(),
            Some(length) => {
                let characters: Vec<char> = value.chars().collect();
                let lines: Vec<String> =
                    characters.chunks(length).map(|line| line.iter().collect()).collect();
                format!("\n{}\n", lines.join("\n"))
            }
        }
    }
}

/// The key itself (XML Signature 1.1, section 4.5.2).
fn key_value(p: &str, key: &KeyPair) -> String {
    match &key.public {
        PublicKey::Rsa { n, e } => format!(
            "<{p}RSAKeyValue><{p}Modulus>{}</{p}Modulus><{p}Exponent>{}</{p}Exponent></{p}RSAKeyValue>",
            BASE64_STANDARD.encode(n),
            BASE64_STANDARD.encode(e)
        ),
        PublicKey::Ec { curve, point } => {
            let oid = match curve {
                Curve::P256 => "1.2.840.10045.3.1.7",
                Curve::P384 => "1.3.132.0.34",
                Curve::P521 => "1.3.132.0.35",
            };
            format!(
                "<dsig11:ECKeyValue xmlns:dsig11=\"http://www.w3.org/2009/xmldsig11#\"><dsig11:NamedCurve \
                 URI=\"urn:oid:{oid}\"/><dsig11:PublicKey>{}</dsig11:PublicKey></dsig11:ECKeyValue>",
                BASE64_STANDARD.encode(point)
            )
        }
    }
}
