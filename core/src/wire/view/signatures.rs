//! The signatures: what each covers, by whose key it holds, why not, and which parts of the message are signed.
//!
//! It deliberately judges none of them: the verdicts are those of the evidence, the words those of `render`.

use super::message::row;
use super::{CoverView, Row, SignatureView, SignedPart, Stretch, Tone, certificates, phrase, sources};
use crate::crypto::{DSIG, Failed, Reference, State, Verdict};
use crate::evidence::{Cover, Item, Mapped, Part, Signed, coverage, is_of_a_signature};
use crate::inspect::Report;
use crate::render::signature::{self as words, Shown, Standing};
use crate::rules::signature::failure::{digest, undone};
use crate::source::Text;
use crate::xml::{Document, Element, NodeId};

/// Reasons of one signature that are shown.
const MOST_REASONS: usize = 12;

pub fn signatures(report: &Report, item: &Item, document: &Document) -> Vec<SignatureView> {
    words::list(item).map(|shown| signature_view(report, item, document, shown)).collect()
}

fn signature_view(report: &Report, item: &Item, document: &Document, shown: Shown<'_>) -> SignatureView {
    let Shown { read, signed } = shown;
    let (standing, word) = words::verdict(signed);
    let verification = signed.map(|signed| &signed.verification);
    let element = document.element(read.node);
    let own = element.into_iter().flat_map(|element| element.descendants());
    let own = own.filter(|inner| is_of_a_signature(*inner)).map(|certificate| certificate.text());
    let canonicalisation = verification.and_then(|verification| verification.canonicalisation_uri.as_ref());
    let rows = [
        row("Signature algorithm", read.algorithm.as_ref()),
        row("Canonicalisation", canonicalisation),
        row("Signed by", signed.and_then(|signed| vouching(report, signed)).as_ref()),
    ];
    SignatureView {
        signs: format!("Signature in {}", read.parent_name),
        place: sources::place(read.tag),
        tone: tone(standing),
        word: word.to_owned(),
        meaning: words::meaning(signed).to_owned(),
        key: signed.map(|signed| words::key(signed, &report.evidence)).unwrap_or_default().to_owned(),
        key_place: signed
            .and_then(|signed| report.evidence.keys.get(signed.trusted?))
            .map(|key| sources::place(key.span)),
        covers: signed.map(|signed| covers(item, document, signed)).unwrap_or_default(),
        reasons: signed.map(|signed| reasons(item, signed)).unwrap_or_default(),
        rows: rows.into_iter().flatten().collect(),
        certificates: certificates::list(report, "Certificate in it", own),
        has_octets: verification.is_some_and(|verification| verification.canonicalisation.is_some()),
    }
}

/// Who published the key: the entity of the metadata.
fn vouching(report: &Report, signed: &Signed) -> Option<Text> {
    match signed.key {
        crate::evidence::KeyOrigin::Metadata { index, entity } => {
            report.evidence.metadata.get(index)?.metadata.entities.get(entity)?.entity_id.clone()
        }
        _ => None,
    }
}

/// Each reference of the signature, in its order.
fn covers(item: &Item, document: &Document, signed: &Signed) -> Vec<CoverView> {
    let verified = signed.document(item).unwrap_or(document);
    let info = document.element(signed.node).and_then(|signature| signature.child(DSIG, "SignedInfo"));
    let there: Vec<Element<'_>> =
        info.into_iter().flat_map(|info| info.children_named(DSIG, "Reference")).collect();
    let references = signed.verification.references.iter().enumerate();
    let view = |(index, reference): (usize, &Reference)| {
        let own = there.get(index);
        let cover = signed.covers.iter().find(|cover| own.is_some_and(|own| own.id() == cover.reference));
        let target = cover.and_then(|cover| document.element(cover.target));
        let failed = signed.explanations.iter().find(|one| one.failed == Failed::Reference(index));
        let (tone, word) = match reference.state {
            State::Holds if signed.is_trusted() => (Tone::Passed, "the digest holds"),
            // Whoever made the key made the digest, too.
            State::Holds => (Tone::Note, "the digest holds"),
            State::Differs => (Tone::Refused, "the digest differs"),
            State::Unchecked => (Tone::Unknown, "not compared"),
        };
        let at = target.or(own.copied()).map(Element::start_tag);
        let transforms = reference.transforms.iter().map(|transform| row("Transform", Some(transform)));
        let rows = transforms.chain([row("Digest algorithm", reference.digest_uri.as_ref())]);
        CoverView {
            element: target.map(|target| target.local().to_owned()).unwrap_or_default(),
            uri: reference.uri.as_ref().map(|uri| uri.value.clone()).unwrap_or_default(),
            path: target.map(Element::path).unwrap_or_default(),
            place: sources::place(at.unwrap_or(document.span.before())),
            tone,
            word: word.to_owned(),
            explanation: failed
                .map(|failed| phrase(&undone(&failed.change, Some(verified))))
                .unwrap_or_default(),
            expected: digest(&reference.expected),
            computed: digest(&reference.computed),
            rows: rows.flatten().collect::<Vec<Row>>(),
            has_octets: reference.target.is_some() && reference.state != State::Unchecked,
        }
    };
    references.map(view).collect()
}

/// Why it does not hold, the heaviest reason first, each once.
fn reasons(item: &Item, signed: &Signed) -> Vec<(super::Phrase, super::Place)> {
    let document = signed.document(item);
    let mut all = Vec::new();
    for reason in signed.verification.all_reasons().into_iter().take(MOST_REASONS) {
        let mut said = vec![super::text(super::capital(words::reason(reason.kind)))];
        let value = signed.explanations.iter().find(|one| one.failed == Failed::Value);
        if let (crate::crypto::ReasonKind::SignatureMismatch, Some(value)) = (reason.kind, value) {
            said.push(super::text("; "));
            said.extend(phrase(&undone(&value.change, document)));
        }
        let entry = (said, sources::place(reason.span));
        if !all.contains(&entry) {
            all.push(entry);
        }
    }
    all
}

/// Where the document is signed, for the mark beside its lines.
pub fn stretches(item: &Item, document: &Document) -> Vec<Stretch> {
    let stretch = |signed: &Signed, cover: &Cover| {
        let (target, signature) = (document.element(cover.target)?, document.element(signed.node)?);
        let (all, own) = (target.span().bytes, signature.span().bytes);
        Some(Stretch {
            start: all.start,
            end: all.end,
            without: (own.start, own.end),
            tone: standing(signed, cover.holds).0,
        })
    };
    let all =
        item.signatures.iter().flat_map(|signed| signed.covers.iter().map(move |cover| (signed, cover)));
    all.filter_map(|(signed, cover)| stretch(signed, cover)).collect()
}

/// The map of what AWS reads.
pub fn signed_map(item: &Item) -> Vec<SignedPart> {
    let mut of_assertion: Option<(Tone, &'static str)> = None;
    let view = |part: Mapped| {
        let (tone, word) = cover(item, &part);
        // Most providers sign the assertion alone: that is no alarm.
        let usual = part.signature.is_none() && part.part != Part::Assertion && of_assertion.is_none();
        let tone = if usual { Tone::NotApplicable } else { tone };
        let stands_out = match part.part {
            Part::Assertion => {
                of_assertion = Some((tone, word));
                tone == Tone::Refused
            }
            // What the response says beside its assertions is seldom signed.
            _ => tone == Tone::Refused && of_assertion.is_some_and(|around| around != (tone, word)),
        };
        SignedPart {
            label: part.name.unwrap_or_else(|| part.part.id().to_owned()),
            path: part.path,
            tone,
            word: word.to_owned(),
            signature: part.signature.map(|(index, _)| index),
            place: sources::place(part.span),
            stands_out,
        }
    };
    coverage(item).into_iter().map(view).collect()
}

/// Whether a part is signed, in a few words.
fn cover(item: &Item, part: &Mapped) -> (Tone, &'static str) {
    let Some((index, _)) = part.signature else { return (Tone::Refused, "not signed") };
    let node: Option<NodeId> =
        item.message.as_ref().and_then(|message| message.signatures.get(index)).map(|one| one.node);
    match item.signatures.iter().find(|signed| Some(signed.node) == node) {
        Some(signed) => standing(signed, part.signed),
        None => (Tone::Unknown, "signed, but not verified"),
    }
}

/// What a signature says for an element whose digest holds or does not. A copy that was cut or laid out anew fails like one that was
/// forged, so this blames nobody; the findings say what happened.
fn standing(signed: &Signed, holds: bool) -> (Tone, &'static str) {
    match signed.verdict() {
        Verdict::Unsupported | Verdict::Unchecked => (Tone::Unknown, "signed, but not verified"),
        _ if !holds => (Tone::Refused, "not as it was signed"),
        Verdict::Invalid => (Tone::Refused, "the signature over it does not hold"),
        Verdict::Valid if signed.is_trusted() => (Tone::Accepted, "signed"),
        Verdict::Valid => (Tone::Unknown, "signed by a key that nobody vouches for"),
    }
}

fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Holds => Tone::Accepted,
        Standing::Fails => Tone::Refused,
        Standing::Open => Tone::Unknown,
    }
}
