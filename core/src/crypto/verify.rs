//! One signature: the digests of its references and its value, each checked for itself.
//!
//! It deliberately trusts no key: it says which one the value fits. Whose it is, the caller knows.

use super::algorithms::{DSIG, SignatureAlgorithm};
use super::key_info::{EmbeddedKey, embedded_keys};
use super::keys::PublicKey;
use super::primitives::{self, Outcome};
use super::reason::{Reason, ReasonKind, Weight};
use super::reference::{self, Reference, State};
use super::signature::Parts;
use super::values::{Value, base64};
use crate::limits::Limits;
use crate::order;
use crate::source::{Span, Text};
use crate::xml::c14n::{Canonical, Method, Subset, canonicalise};
use crate::xml::{Document, Element, NodeId, ParseClass};

/// What is to be said of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every reference and the value hold. By which key is another question.
    Valid,
    /// A receiver must refuse it, whatever else holds.
    Invalid,
    /// Nothing speaks against it, but something in it is not verified here.
    Unsupported,
    /// Nothing speaks against it, but there is no key.
    Unchecked,
}

/// The key that the value fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyUsed {
    /// Index into the keys that were given.
    Given(usize),
    /// Index into [`Verification::embedded`]: the signature vouches for itself.
    Embedded(usize),
}

/// Everything about one signature.
#[derive(Debug, Clone)]
pub struct Verification {
    /// The Signature element.
    pub signature: NodeId,
    pub algorithm: Option<SignatureAlgorithm>,
    pub algorithm_uri: Option<Text>,
    /// How SignedInfo is canonicalised.
    pub canonicalisation: Option<Method>,
    pub canonicalisation_uri: Option<Text>,
    pub references: Vec<Reference>,
    /// Whether the SignatureValue is that of SignedInfo by `key`.
    pub value: State,
    pub key: Option<KeyUsed>,
    /// The keys in KeyInfo.
    pub embedded: Vec<EmbeddedKey>,
    /// Those of the signature itself; the references have their own.
    pub reasons: Vec<Reason>,
    pub verdict: Verdict,
    pub(super) signed_info: Option<NodeId>,
    /// The SignatureValue.
    octets: Vec<u8>,
}

impl Verdict {
    /// A stable identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Unsupported => "unsupported",
            Self::Unchecked => "unchecked",
        }
    }
}

impl Verification {
    /// All reasons, heaviest first.
    pub fn all_reasons(&self) -> Vec<Reason> {
        let of_references = self.references.iter().flat_map(|reference| &reference.reasons);
        let mut all: Vec<_> = self.reasons.iter().chain(of_references).copied().collect();
        order::by(&mut all, |a, b| b.kind.weight().cmp(&a.kind.weight()));
        all
    }

    /// The octets of SignedInfo that the value signs. `None`: they could not be made.
    pub fn signed_info_octets(&self, document: &Document, limits: &Limits) -> Option<Canonical> {
        let apex = document.element(self.signed_info?);
        let subset = Subset::Tree { apex, without: None };
        Some(canonicalise(document, subset, self.canonicalisation.as_ref()?, limits.canonical_bytes))
    }

    fn embedded_keys(&self) -> Vec<PublicKey> {
        self.embedded.iter().map(|embedded| embedded.key.clone()).collect()
    }

    fn reason(&mut self, kind: ReasonKind, span: Span) {
        self.reasons.push(Reason { kind, span });
    }

    /// The heaviest reason decides; `Valid` needs every single check besides.
    fn judge(&self) -> Verdict {
        let of_references = self.references.iter().flat_map(|reference| &reference.reasons);
        let weights = self.reasons.iter().chain(of_references).map(|reason| reason.kind.weight());
        let holds = self.value == State::Holds
            && !self.references.is_empty()
            && self.references.iter().all(|reference| reference.state == State::Holds);
        match weights.max().unwrap_or(Weight::Note) {
            Weight::Invalid => Verdict::Invalid,
            Weight::Unsupported => Verdict::Unsupported,
            Weight::Unchecked => Verdict::Unchecked,
            Weight::Note if holds => Verdict::Valid,
            Weight::Note => Verdict::Unsupported,
        }
    }
}

/// The Signature elements of a document, in its order.
pub fn signatures(document: &Document) -> impl Iterator<Item = Element<'_>> {
    document.elements().filter(|element| element.is(DSIG, "Signature"))
}

/// Verifies every signature of a document, as far as the budgets go.
pub fn verify_all(document: &Document, keys: &[PublicKey], limits: &Limits) -> Vec<Verification> {
    let mut fuel = limits.canonical_bytes;
    let signatures = signatures(document).take(limits.signatures);
    signatures.map(|signature| within(document, signature, keys, limits, &mut fuel)).collect()
}

/// Verifies one Signature element against `keys`; where there are none, against those that it brings along.
pub fn verify(
    document: &Document,
    signature: Element<'_>,
    keys: &[PublicKey],
    limits: &Limits,
) -> Verification {
    let mut fuel = limits.canonical_bytes;
    within(document, signature, keys, limits, &mut fuel)
}

/// `fuel` is spent on octets, one for each, and on keys, as much as [`cost`] says.
pub(super) fn within(
    document: &Document,
    signature: Element<'_>,
    keys: &[PublicKey],
    limits: &Limits,
    fuel: &mut usize,
) -> Verification {
    let mut out = Verification {
        signature: signature.id(),
        algorithm: None,
        algorithm_uri: None,
        canonicalisation: None,
        canonicalisation_uri: None,
        references: Vec::new(),
        value: State::Unchecked,
        key: None,
        embedded: Vec::new(),
        reasons: Vec::new(),
        verdict: Verdict::Unsupported,
        signed_info: None,
        octets: Vec::new(),
    };
    match document.parse_class() {
        ParseClass::Ok => {}
        ParseClass::Limit => out.reason(ReasonKind::Limit, signature.name_span()),
        ParseClass::NotWellFormed | ParseClass::NamespaceError => {
            let first = document.problems.iter().find(|problem| problem.kind.fatal());
            out.reason(ReasonKind::Malformed, first.map_or(signature.name_span(), |problem| problem.span));
        }
    }
    match Parts::read(signature) {
        Ok(parts) => {
            if let Some(extra) = parts.references.get(limits.references) {
                out.reason(ReasonKind::Limit, extra.name_span());
            }
            for reference in parts.references.iter().take(limits.references) {
                out.references.push(reference::check(document, signature, *reference, limits, fuel));
            }
            check_value(document, &parts, keys, limits, fuel, &mut out);
        }
        Err(span) => out.reason(ReasonKind::Malformed, span),
    }
    out.verdict = out.judge();
    out
}

fn check_value(
    document: &Document,
    parts: &Parts<'_>,
    keys: &[PublicKey],
    limits: &Limits,
    fuel: &mut usize,
    out: &mut Verification,
) {
    out.signed_info = Some(parts.signed_info.id());
    if let Value::Octets(octets) = base64(parts.value, limits) {
        out.octets = octets;
    } else {
        out.reason(ReasonKind::Malformed, parts.value.content_span());
        return;
    }
    out.embedded = parts.key_info.map(|key_info| embedded_keys(key_info, limits)).unwrap_or_default();
    algorithms(parts, out);
    if let Some(markup) = parts.value.has_markup_in_text() {
        out.reason(ReasonKind::MarkupInValue, markup);
    }
    let (Some(algorithm), Some(method)) = (out.algorithm, &out.canonicalisation) else { return };
    let subset = Subset::Tree { apex: Some(parts.signed_info), without: None };
    let canonical = canonicalise(document, subset, method, *fuel);
    *fuel = fuel.saturating_sub(canonical.octets.len());
    out.reasons.extend(reference::faults(&canonical));
    if !canonical.faults.is_empty() {
        return;
    }
    let hash = algorithm.digest().hash(&canonical.octets);
    let mut attempt =
        Attempt { algorithm, hash: &hash, value: &out.octets, limits, fuel, unusable: true, short: false };
    let given = attempt.first_that_holds(keys);
    let own: Vec<_> = out.embedded.iter().map(|embedded| embedded.key.clone()).collect();
    let embedded = if given.is_none() { attempt.first_that_holds(&own) } else { None };
    // Of a key that was not tried nobody knows whether the value is its own.
    let (unusable, short) = (attempt.unusable, attempt.short);
    let at = parts.value.text().trimmed().1;
    match given.or(embedded) {
        Some((_, Outcome::HoldsAsDer)) => out.reason(ReasonKind::DerValue, at),
        Some((_, Outcome::HoldsAsHalves)) => out.reason(ReasonKind::ValueLength, at),
        _ => {}
    }
    match (given, embedded) {
        (Some((index, _)), _) => (out.value, out.key) = (State::Holds, Some(KeyUsed::Given(index))),
        (None, Some((index, _))) => {
            (out.value, out.key) = (State::Holds, Some(KeyUsed::Embedded(index)));
            if !keys.is_empty() {
                let span = out.embedded.get(index).map_or(at, |embedded| embedded.span);
                out.reason(if short { ReasonKind::Limit } else { ReasonKind::WrongKey }, span);
            }
        }
        (None, None) if keys.is_empty() && own.is_empty() => {
            out.reason(ReasonKind::NoKey, parts.value.parent().unwrap_or(parts.value).name_span());
        }
        (None, None) if unusable || short => {
            out.reason(ReasonKind::Limit, at);
        }
        (None, None) if reference::declares_attributes(document) => out.reason(ReasonKind::Doctype, at),
        (None, None) => {
            out.value = State::Differs;
            out.reason(ReasonKind::SignatureMismatch, at);
        }
    }
}

/// Whether the SignatureValue is that of other octets than those of SignedInfo as it stands, by any key.
pub(super) fn value_holds(
    verification: &Verification,
    octets: &[u8],
    keys: &[PublicKey],
    limits: &Limits,
    fuel: &mut usize,
) -> bool {
    let Some(algorithm) = verification.algorithm else { return false };
    let hash = algorithm.digest().hash(octets);
    let value = &verification.octets;
    let mut attempt = Attempt { algorithm, hash: &hash, value, limits, fuel, unusable: true, short: false };
    attempt.first_that_holds(keys).is_some()
        || attempt.first_that_holds(&verification.embedded_keys()).is_some()
}

fn algorithms(parts: &Parts<'_>, out: &mut Verification) {
    let (method, canonicalisation) = (parts.method, parts.canonicalisation);
    match method.attribute("Algorithm") {
        Some(uri) => {
            out.algorithm_uri = Some(uri.value().clone());
            out.algorithm = SignatureAlgorithm::of(method).filter(|found| primitives::is_built(*found));
            if out.algorithm.is_none() {
                out.reason(ReasonKind::Algorithm, uri.value_span());
            }
        }
        None => out.reason(ReasonKind::Malformed, method.name_span()),
    }
    match canonicalisation.attribute("Algorithm") {
        Some(uri) => {
            out.canonicalisation_uri = Some(uri.value().clone());
            let found = Method::from_uri(uri.value().as_str());
            match found.map(|method| reference::with_prefixes(canonicalisation, method)) {
                Some(Ok(method)) => out.canonicalisation = Some(method),
                Some(Err(span)) => out.reason(ReasonKind::Malformed, span),
                None => out.reason(ReasonKind::Algorithm, uri.value_span()),
            }
        }
        None => out.reason(ReasonKind::Malformed, canonicalisation.name_span()),
    }
}

/// A value that keys are tried on.
struct Attempt<'v> {
    algorithm: SignatureAlgorithm,
    hash: &'v [u8],
    value: &'v [u8],
    limits: &'v Limits,
    fuel: &'v mut usize,
    /// Whether no key so far said anything about the value, because each is beyond what is verified here.
    unusable: bool,
    /// Whether a key was passed over because it would have cost more than is left.
    short: bool,
}

impl Attempt<'_> {
    fn outcome(&mut self, key: &PublicKey) -> Outcome {
        let Some(left) = self.fuel.checked_sub(cost(key)) else {
            self.short = true;
            return Outcome::Unusable;
        };
        *self.fuel = left;
        primitives::check(key, self.algorithm, self.hash, self.value, self.limits)
    }

    fn first_that_holds(&mut self, keys: &[PublicKey]) -> Option<(usize, Outcome)> {
        use Outcome::{Holds, HoldsAsDer, HoldsAsHalves};
        for (index, key) in keys.iter().take(self.limits.keys).enumerate() {
            let outcome = self.outcome(key);
            self.unusable &= outcome == Outcome::Unusable;
            if matches!(outcome, Holds | HoldsAsDer | HoldsAsHalves) {
                return Some((index, outcome));
            }
        }
        None
    }
}

/// What trying a key costs, in octets that could be canonicalised and digested in the time: the square of the length of
/// an RSA modulus in bytes. A curve takes about as long as 4096 bits of RSA.
fn cost(key: &PublicKey) -> usize {
    match key {
        PublicKey::Rsa { n, .. } => n.len().saturating_mul(n.len()),
        PublicKey::Ec { .. } => 512 * 512,
    }
}
