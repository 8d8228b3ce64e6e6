//! The certificates that a leaf shows, each read, with the way back to its characters.
//!
//! It deliberately leaves out those that name the recipient of an encrypted part: they sign nothing.

use crate::crypto::certificate::{self, Armoured, Certificate, Problem};
use crate::evidence::{ItemKind, is_of_a_signature};
use crate::lint::{Cx, Severity};
use crate::rules::metadata::upload;
use crate::source::{Bytes, Span, Text};
use crate::xml::Element;
use std::collections::BTreeSet;

/// Certificates of one leaf that are looked at; a federation's metadata has thousands.
const MOST: usize = 500;

/// Where a certificate was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// In the KeyInfo of a signature: it says which key was used, and trust does not come from it.
    Message,
    /// In metadata, which may be uploaded to IAM; the most that a fault can be there.
    Metadata(Severity),
    /// In metadata that IAM holds.
    Iam,
    /// By itself.
    File,
}

/// One certificate.
pub(super) struct Shown {
    pub text: Text,
    pub armoured: Armoured,
    /// `None`: it cannot be read at all.
    pub certificate: Option<Certificate>,
    pub problems: Vec<Problem>,
    pub home: Home,
}

/// The certificates of the leaf. `None`: it is of a kind that has none.
pub(super) fn certificates(cx: &Cx<'_>) -> Option<Vec<Shown>> {
    let (texts, home) = match cx.kind() {
        ItemKind::Certificate => {
            let span = cx.item.leaf.span;
            (vec![Text::plain(cx.sources.excerpt(span), span)], Home::File)
        }
        ItemKind::Metadata => {
            let supplied = upload::supplied(cx)?;
            let texts = supplied.metadata.keys().flat_map(|key| key.certificates.clone()).collect();
            (texts, if supplied.in_iam { Home::Iam } else { Home::Metadata(supplied.ceiling) })
        }
        ItemKind::Message => {
            cx.response()?;
            let elements = cx.document()?.elements().filter(|element| is_of_a_signature(*element));
            (elements.map(Element::text).collect(), Home::Message)
        }
        _ => return None,
    };
    // A provider repeats its certificate for each use and each signature; once is enough.
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for text in texts {
        if all.len() < MOST && seen.insert(text.as_str().split_whitespace().collect::<String>()) {
            all.push(Shown::read(text, home, cx));
        }
    }
    Some(all)
}

impl Shown {
    fn read(text: Text, home: Home, cx: &Cx<'_>) -> Self {
        let armoured = certificate::open(&text, cx.limits);
        let (certificate, problems) = certificate::read(&armoured.der);
        Self { text, armoured, certificate, problems, home }
    }

    /// The characters that made these bytes of the DER.
    pub fn place(&self, bytes: Bytes) -> Span {
        self.armoured.place(&self.text, bytes)
    }

    /// All characters of the certificate.
    pub fn whole(&self) -> Span {
        self.text.trimmed().1
    }

    /// For people: which certificate this is.
    pub fn whose(&self) -> &'static str {
        match self.home {
            Home::Message => "the certificate in the message",
            Home::Metadata(_) | Home::Iam => "a certificate in the metadata",
            Home::File => "the certificate",
        }
    }

    /// The most that a fault is which IAM does not look for. AWS does not use the certificate in a message at all.
    pub fn concern(&self, cx: &Cx<'_>) -> Severity {
        match self.home {
            Home::Message if cx.service().assumes_a_role() => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// The most that a fault is which IAM refuses in metadata.
    pub fn ceiling(&self) -> Severity {
        match self.home {
            Home::Metadata(ceiling) => ceiling,
            // Metadata with this certificate in it would be refused.
            Home::File => Severity::Warning,
            // AWS takes the key from the metadata that it holds, and that it has accepted.
            Home::Message | Home::Iam => Severity::Note,
        }
    }
}
