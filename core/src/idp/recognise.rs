//! Weighs the marks of a message and names the provider that it probably comes from.
//!
//! It deliberately names none rather than the best of several weak guesses.

use super::{MarkKind, Provider, providers};
use crate::order;

/// What the caller saw in a message. An absent thing is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traits<'a> {
    pub issuer: Option<&'a str>,
    pub response_id: Option<&'a str>,
    pub assertion_id: Option<&'a str>,
    /// The namespace prefix of `Response`; empty for the default namespace.
    pub protocol_prefix: Option<&'a str>,
    /// The prefix of `Assertion`.
    pub assertion_prefix: Option<&'a str>,
    /// The prefix of `Signature`.
    pub signature_prefix: Option<&'a str>,
    pub name_id_format: Option<&'a str>,
    pub attribute_names: Vec<&'a str>,
    /// The `NameFormat`s of the attributes.
    pub name_formats: Vec<&'a str>,
    pub destination: Option<&'a str>,
    pub consent: Option<&'a str>,
    pub session_index: Option<&'a str>,
    pub authn_context: Option<&'a str>,
    /// Whether any `AttributeValue` has an `xsi:type`.
    pub has_xsi_type: bool,
    pub encrypted: bool,
    pub response_signed: bool,
    pub assertion_signed: bool,
}

/// A provider, how sure it is, and why.
#[derive(Debug, Clone)]
pub struct Recognised {
    pub provider: &'static Provider,
    pub confidence: Confidence,
    pub score: u32,
    /// Parts of a sentence, the strongest first.
    pub reasons: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Possible,
    Likely,
    Certain,
}

impl Confidence {
    pub fn id(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// The least that counts without an issuer, and the least lead over the second.
const ENOUGH: u32 = 30;
const LEAD: u32 = 10;

pub fn recognise(traits: &Traits<'_>) -> Option<Recognised> {
    let mut best: Option<Recognised> = None;
    let mut second = 0;
    for provider in providers() {
        let candidate = weigh(provider, traits);
        match &best {
            Some(leader) if candidate.score <= leader.score => second = second.max(candidate.score),
            _ => {
                second = second.max(best.as_ref().map_or(0, |leader| leader.score));
                best = Some(candidate);
            }
        }
    }
    best.filter(|leader| leader.score >= ENOUGH && leader.score.saturating_sub(second) >= LEAD)
}

fn weigh(provider: &'static Provider, traits: &Traits<'_>) -> Recognised {
    let mut found: Vec<_> = provider.marks.iter().filter(|mark| (mark.holds)(traits)).collect();
    order::by(&mut found, |a, b| points(b.kind).cmp(&points(a.kind)));
    let has = |kind: MarkKind| found.iter().any(|mark| mark.kind == kind);
    let confidence = if has(MarkKind::Issuer) {
        Confidence::Certain
    } else if has(MarkKind::ProbableIssuer) || has(MarkKind::Namespace) {
        Confidence::Likely
    } else {
        Confidence::Possible
    };
    Recognised {
        provider,
        confidence,
        score: found.iter().fold(0, |sum, mark| sum.saturating_add(points(mark.kind))),
        reasons: found.iter().map(|mark| mark.reason.to_owned()).collect(),
    }
}

/// How much a mark of this kind counts in the score.
pub fn points(kind: MarkKind) -> u32 {
    match kind {
        MarkKind::Issuer => 100,
        MarkKind::ProbableIssuer => 60,
        MarkKind::Namespace => 40,
        MarkKind::Habit => 10,
    }
}

// What several providers' marks need: small tests on the traits.

/// The issuer's host and path, without `http://` or `https://`.
pub(super) fn issuer_address<'a>(traits: &Traits<'a>) -> Option<(&'a str, &'a str)> {
    let issuer = traits.issuer?;
    let rest = issuer.strip_prefix("https://").or_else(|| issuer.strip_prefix("http://"))?;
    let at = rest.find('/').unwrap_or(rest.len());
    rest.split_at_checked(at)
}

pub(super) fn prefixes_are(traits: &Traits<'_>, protocol: &str, assertion: &str) -> bool {
    traits.protocol_prefix == Some(protocol) && traits.assertion_prefix == Some(assertion)
}

pub(super) fn has_attribute_in(traits: &Traits<'_>, namespace: &str) -> bool {
    traits.attribute_names.iter().any(|name| name.starts_with(namespace))
}

/// Whether an id is the prefix and then a UUID.
pub(super) fn is_prefixed_uuid(id: Option<&str>, prefix: &str) -> bool {
    id.and_then(|id| id.strip_prefix(prefix)).is_some_and(is_uuid)
}

/// Whether an id is the prefix and then so many hexadecimal digits.
pub(super) fn is_prefixed_hex(
    id: Option<&str>,
    prefix: &str,
    digits: std::ops::RangeInclusive<usize>,
) -> bool {
    id.and_then(|id| id.strip_prefix(prefix))
        .is_some_and(|rest| digits.contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

pub(super) use crate::aws::relay_state::is_uuid;
