//! Certificates in full, and how those of the message stand to those of the metadata.
//!
//! It deliberately judges none: which upload is missing, the evidence says.

use super::{CertificateView, RotationColumn, RotationEntry, RotationView, Tone, sources};
use crate::crypto::PublicKey;
use crate::crypto::certificate;
use crate::evidence::{Item, KeyOrigin, Rotation, Seen, Step, rotation};
use crate::inspect::{MessageReport, Report};
use crate::limits::Limits;
use crate::lint::update_provider;
use crate::render::certificate::{Field, fields, pem};
use crate::rules::metadata::upload::UPLOAD;
use crate::saml::Instant;
use crate::source::Text;

/// Certificates of one signature or recipient that are shown.
const MOST: usize = 4;
/// Certificates of one metadata document that are compared.
const MOST_COMPARED: usize = 12;
/// Bytes of a fingerprint that tell certificates apart at a glance.
const GLANCE: usize = 8;

/// The certificates in these texts, those that can be read.
pub fn list(report: &Report, title: &str, texts: impl Iterator<Item = Text>) -> Vec<CertificateView> {
    let limits = Limits::default();
    let view = |text: Text| {
        let opened = certificate::open(&text, &limits);
        let read = certificate::read(&opened.der).0?;
        Some(CertificateView {
            title: title.to_owned(),
            note: note(report, PublicKey::from_certificate(&opened.der).as_ref()).to_owned(),
            fields: fields(&read).into_iter().map(|Field { name, value }| (name, value)).collect(),
            pem: pem(&opened.der),
            place: sources::place(text.trimmed().1),
        })
    };
    texts.take(MOST).filter_map(view).collect()
}

/// Whether somebody who supplied something vouches for the key.
fn note(report: &Report, key: Option<&PublicKey>) -> &'static str {
    let known = report.evidence.keys.iter().filter(|known| Some(&known.key) == key);
    let mut origins = known.map(|known| known.origin);
    match (origins.next(), report.evidence.keys.is_empty()) {
        (Some(KeyOrigin::Metadata { .. }), _) => "Its key is in the metadata that was supplied.",
        (Some(_), _) => "Its key is that of a certificate that was supplied.",
        (None, true) => "",
        (None, false) => "Its key is in nothing that was supplied.",
    }
}

/// The certificates of the message beside those of the metadata, where there is metadata.
pub fn rotation_view(report: &Report, message: &MessageReport, item: &Item) -> Option<RotationView> {
    let rotation = rotation(item, &report.evidence, &Limits::default())?;
    let (tone, word, step) = words(&rotation)?;
    let provider = message.roles.iter().find_map(|role| role.provider.as_deref());
    let mut keys: Vec<PublicKey> = Vec::new();
    let mut column = |title: &str, empty: &str, list: &[Seen]| RotationColumn {
        title: title.to_owned(),
        empty: empty.to_owned(),
        certificates: list.iter().take(MOST_COMPARED).map(|seen| entry(seen, &mut keys)).collect(),
    };
    let columns = vec![
        column("In the message", "no certificate", &rotation.in_message),
        column("In IAM now", "Not supplied: the output of aws iam get-saml-provider.", &rotation.in_iam),
        column("Published by the provider", "No other metadata was supplied.", &rotation.published),
    ];
    let upload = !matches!(rotation.step, Some(Step::Nothing));
    Some(RotationView {
        columns,
        tone,
        word: word.to_owned(),
        step: match provider {
            None if upload => {
                format!(
                    "{step} The list shows the ARN with which aws iam update-saml-provider {UPLOAD} is run."
                )
            }
            _ => step.to_owned(),
        },
        command: upload.then(|| update_provider(provider, UPLOAD)),
    })
}

fn words(rotation: &Rotation) -> Option<(Tone, &'static str, &'static str)> {
    let in_iam = !rotation.in_iam.is_empty();
    Some(match rotation.step? {
        Step::Nothing if in_iam => {
            (Tone::Passed, "nothing is missing", "IAM has the key that the message is signed with.")
        }
        Step::Nothing => (
            Tone::Passed,
            "nothing is missing",
            "The metadata that was supplied has the key of the message. Whether IAM holds this metadata is not known from it.",
        ),
        Step::UploadBeforeChange => (
            Tone::Warning,
            "an upload before the change",
            "IAM has the key of this message, but not every key that the provider publishes. Upload the new metadata before \
             the provider signs with the new key.",
        ),
        Step::Upload => (
            Tone::Refused,
            "an upload is missing",
            "The provider publishes the key of this message, and IAM does not have it. Upload the new metadata.",
        ),
        Step::DownloadAndUpload if in_iam => (
            Tone::Refused,
            "an upload is missing",
            "IAM does not have the key of this message. Download the provider's present metadata, then upload it.",
        ),
        Step::DownloadAndUpload => (
            Tone::Refused,
            "another certificate",
            "The metadata that was supplied does not have the key of this message. Download the provider's present metadata, \
             and upload it to IAM if it holds the certificate.",
        ),
    })
}

fn entry(seen: &Seen, keys: &mut Vec<PublicKey>) -> RotationEntry {
    let number = keys.iter().position(|key| *key == seen.key).unwrap_or_else(|| {
        keys.push(seen.key.clone());
        keys.len().saturating_sub(1)
    });
    let start = seen.certificate.sha256_fingerprint.iter().take(GLANCE);
    let fingerprint = start.map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":");
    let until = seen.certificate.not_after.and_then(|time| time.milliseconds);
    RotationEntry {
        number: number.saturating_add(1),
        fingerprint: format!("{fingerprint}:…"),
        subject: seen.certificate.subject.as_ref().map(|name| name.text.clone()).unwrap_or_default(),
        until: until.map(|until| Instant(until).to_string()).unwrap_or_default(),
        place: sources::place(seen.span),
    }
}
