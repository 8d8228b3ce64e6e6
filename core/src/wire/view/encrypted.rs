//! The encrypted parts: how and for whom they are encrypted, and what became of them.
//!
//! It deliberately opens none.

use super::message::row;
use super::{EncryptedView, Tone, certificates, sources};
use crate::crypto::decrypt::{self, EncryptedData, Recipient};
use crate::evidence::{Deciphered, Item};
use crate::inspect::Report;
use crate::render::signature::closed;
use crate::source::Span;
use crate::xml::Document;

pub fn encrypted(report: &Report, item: &Item, document: &Document) -> Vec<EncryptedView> {
    let found = decrypt::find(document);
    found.iter().filter_map(|data| view(report, item, document, data)).collect()
}

fn view(report: &Report, item: &Item, document: &Document, data: &EncryptedData) -> Option<EncryptedView> {
    let holder = document.element(data.element)?.parent()?;
    let became = item.deciphered.iter().find(|part| is_same(report, holder.start_tag(), part.holder));
    let (tone, word, meaning) = state(became);
    let of = |pick: fn(&Recipient) -> Option<&crate::source::Text>, label: &str| {
        data.recipients.iter().map(|one| row(label, pick(one))).collect::<Vec<_>>()
    };
    let names = data.recipients.iter().flat_map(|one| &one.key_names).map(|name| row("Key name", Some(name)));
    let mut rows = vec![row("Content encrypted with", data.method.as_ref())];
    rows.extend(of(|one| one.method.as_ref(), "Key encrypted with"));
    rows.extend(of(|one| one.name.as_ref(), "Recipient"));
    rows.extend(names);
    let texts = data.recipients.iter().flat_map(|one| one.certificates.iter().cloned());
    Some(EncryptedView {
        name: holder.local().to_owned(),
        place: sources::place(holder.start_tag()),
        tone,
        word: word.to_owned(),
        meaning,
        rows: rows.into_iter().flatten().collect(),
        certificates: certificates::list(report, "Encrypted for", texts),
    })
}

fn state(became: Option<&Deciphered>) -> (Tone, &'static str, String) {
    match became.map(|part| &part.result) {
        Some(Ok(_)) => (
            Tone::Passed,
            "decrypted",
            "The private key that was supplied opened it. What was inside stands behind it in the document. The key stays in \
             memory and is not shown."
                .to_owned(),
        ),
        Some(Err(failure)) if failure.reason == decrypt::Reason::NoKey => {
            (Tone::Unknown, "not decrypted", closed(failure.reason).to_owned())
        }
        Some(Err(failure)) => {
            let algorithm = failure.algorithm.as_ref().map(|name| format!(" It names {name}."));
            (Tone::Refused, "not decrypted", format!("{}{}", closed(failure.reason), algorithm.unwrap_or_default()))
        }
        None => (Tone::Unknown, "not decrypted", "It was not tried: it stands where SAML has none.".to_owned()),
    }
}

/// Whether a tag is the one that was looked at before more of the document was decrypted.
fn is_same(report: &Report, tag: Span, before: Span) -> bool {
    let mut at = Some(tag);
    while let Some(span) = at {
        if span == before {
            return true;
        }
        at = report.sources.outward(span).map(|(outer, _)| outer);
    }
    false
}
