//! One Reference: what it means, what its transforms leave of it, and whether the digest is that of the octets.
//!
//! It deliberately fetches nothing and runs no XPath, XSLT or decoder: such a reference is `unsupported`, by name.

use super::algorithms::DigestAlgorithm;
use super::reason::{Reason, ReasonKind};
use super::signature::ReferenceParts;
use super::values::{Value, base64};
use crate::limits::Limits;
use crate::order;
use crate::source::{Span, Text};
use crate::xml::c14n::{Canonical, FaultKind, Form, Method, Subset, canonicalise};
use crate::xml::names::XML;
use crate::xml::{Document, Element, NodeId, ProblemKind};

const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
/// The namespace of `wsu:Id` (WS-Security Core, section 4.2).
const WSU: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

/// What became of one comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Holds,
    Differs,
    /// It could not be made; a reason says why.
    Unchecked,
}

/// What a reference means in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Everything, also what stands beside the root.
    Document,
    Element(NodeId),
}

/// One Reference and what was found.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The Reference element.
    pub element: NodeId,
    pub uri: Option<Text>,
    pub target: Option<Target>,
    /// The identifiers of the transforms, as far as the budget goes.
    pub transforms: Vec<Text>,
    pub digest: Option<DigestAlgorithm>,
    pub digest_uri: Option<Text>,
    /// What the DigestValue says.
    pub expected: Vec<u8>,
    /// The digest of the octets; empty where it could not be made.
    pub computed: Vec<u8>,
    pub state: State,
    pub reasons: Vec<Reason>,
    pub(super) plan: Option<Plan>,
}

/// How the octets are made.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub target: Target,
    /// The signature that is left out.
    pub without: Option<NodeId>,
    pub method: Method,
}

impl Plan {
    pub fn octets(&self, document: &Document, most: usize) -> Canonical {
        let apex = match self.target {
            Target::Document => None,
            Target::Element(id) => document.element(id),
        };
        let without = self.without.and_then(|id| document.element(id));
        match (without, apex) {
            // All of it belongs to what is left out.
            (Some(without), Some(apex)) if without.contains(apex) => Canonical::default(),
            _ => canonicalise(document, Subset::Tree { apex, without }, &self.method, most),
        }
    }
}

impl Reference {
    /// The octets that were digested. `None`: they could not be made.
    pub fn octets(&self, document: &Document, limits: &Limits) -> Option<Canonical> {
        Some(self.plan.as_ref()?.octets(document, limits.canonical_bytes))
    }

    /// The element that is signed; of a whole document, its root.
    pub fn signed_element<'a>(&self, document: &'a Document) -> Option<Element<'a>> {
        match self.target? {
            Target::Document => document.root(),
            Target::Element(id) => document.element(id),
        }
    }

    fn reason(&mut self, kind: ReasonKind, span: Span) {
        self.reasons.push(Reason { kind, span });
    }
}

/// Checks a Reference element of `signature`. `fuel` is the number of octets that may still be made.
pub(super) fn check(
    document: &Document,
    signature: Element<'_>,
    reference: Element<'_>,
    limits: &Limits,
    fuel: &mut usize,
) -> Reference {
    let mut out = Reference {
        element: reference.id(),
        uri: reference.attribute("URI").map(|uri| uri.value().clone()),
        target: None,
        transforms: Vec::new(),
        digest: None,
        digest_uri: None,
        expected: Vec::new(),
        computed: Vec::new(),
        state: State::Unchecked,
        reasons: Vec::new(),
        plan: None,
    };
    let parts = match ReferenceParts::read(reference) {
        Ok(parts) => parts,
        Err(span) => {
            out.reason(ReasonKind::Malformed, span);
            return out;
        }
    };
    digest_of(&parts, &mut out, limits);
    let resolved = resolve(document, reference, &mut out);
    let plan = match transforms(&parts, signature, &mut out, limits) {
        Some((without, mut method)) => resolved.map(|(target, comments)| {
            method.comments &= comments;
            Plan { target, without, method }
        }),
        None => None,
    };
    out.target = resolved.map(|(target, _)| target);
    out.plan = plan;
    compare(document, reference, &parts, &mut out, fuel);
    out
}

fn digest_of(parts: &ReferenceParts<'_>, out: &mut Reference, limits: &Limits) {
    match parts.digest_method.attribute("Algorithm") {
        Some(uri) => {
            out.digest = DigestAlgorithm::from_uri(uri.value().as_str());
            out.digest_uri = Some(uri.value().clone());
            if out.digest.is_none() {
                out.reason(ReasonKind::Algorithm, uri.value_span());
            }
        }
        None => out.reason(ReasonKind::Malformed, parts.digest_method.name_span()),
    }
    if let Some(markup) = parts.digest_value.has_markup_in_text() {
        out.reason(ReasonKind::MarkupInValue, markup);
    }
    match base64(parts.digest_value, limits) {
        Value::Octets(octets) => out.expected = octets,
        Value::Bad => out.reason(ReasonKind::Malformed, parts.digest_value.content_span()),
    }
}

/// What the URI means, and whether comments belong to it (XML Signature 1.1, section 4.4.3.3).
fn resolve(document: &Document, reference: Element<'_>, out: &mut Reference) -> Option<(Target, bool)> {
    let Some(uri) = reference.attribute("URI") else {
        // Only the application could know what is meant.
        out.reason(ReasonKind::ExternalReference, reference.name_span());
        return None;
    };
    let span = uri.value_span();
    let Some(fragment) = uri.value().as_str().strip_prefix('#') else {
        if uri.value().as_str().is_empty() {
            return Some((Target::Document, false));
        }
        out.reason(ReasonKind::ExternalReference, span);
        return None;
    };
    let (id, comments) = match fragment.strip_prefix("xpointer(") {
        None => (fragment, false),
        Some("/)") => return Some((Target::Document, true)),
        Some(pointer) => match quoted(pointer) {
            Some(id) => (id, true),
            None => {
                out.reason(ReasonKind::XPointer, span);
                return None;
            }
        },
    };
    if id.contains(['\'', '"', '(', ')']) {
        // No identifier holds these; a reader that pastes the value into an XPath is led elsewhere.
        out.reason(ReasonKind::Malformed, span);
        return None;
    }
    let kind = match elements_with_id(document, id).as_slice() {
        [element] => return Some((Target::Element(*element), comments)),
        // A DOCTYPE may declare that some other attribute is the identifier.
        [] if declares_attributes(document) => ReasonKind::Doctype,
        [] => ReasonKind::ReferenceNotFound,
        _ => ReasonKind::AmbiguousId,
    };
    out.reason(kind, span);
    None
}

/// The identifier in `id('…'))`.
fn quoted(pointer: &str) -> Option<&str> {
    let inner = pointer.strip_prefix("id(")?.strip_suffix("))")?;
    let unquote = |quote| inner.strip_prefix(quote)?.strip_suffix(quote);
    unquote('\'').or_else(|| unquote('"'))
}

fn elements_with_id(document: &Document, id: &str) -> Vec<NodeId> {
    if id.is_empty() {
        return Vec::new();
    }
    let prefixed = |element: &Element<'_>| {
        [(XML, "id"), (WSU, "Id")].iter().any(|&(namespace, local)| {
            element.attribute_ns(namespace, local).is_some_and(|attr| attr.value().as_str() == id)
        })
    };
    let mut all: Vec<_> = document.by_id(id).map(Element::id).collect();
    all.extend(document.elements().filter(prefixed).map(Element::id));
    order::by(&mut all, Ord::cmp);
    all.dedup();
    all
}

/// Whether the DOCTYPE may give attributes a default or another type, or hide what it declares.
pub(super) fn declares_attributes(document: &Document) -> bool {
    let doctypes = document.problems.iter().filter(|problem| problem.kind == ProblemKind::Doctype);
    let mut doctypes = doctypes.filter_map(|problem| document.node_at(problem.span.bytes.start));
    doctypes.any(|doctype| {
        let raw = doctype.raw();
        ["<!ATTLIST", "SYSTEM", "PUBLIC", "%"].iter().any(|word| raw.contains(word))
    })
}

/// What is left out, and the last step to octets. Without one it is Canonical XML 1.0 (section 4.4.3.2).
fn transforms(
    parts: &ReferenceParts<'_>,
    signature: Element<'_>,
    out: &mut Reference,
    limits: &Limits,
) -> Option<(Option<NodeId>, Method)> {
    let (mut without, mut method) = (None, None);
    for (index, transform) in parts.transforms.iter().enumerate() {
        let Some(uri) = transform.attribute("Algorithm") else {
            out.reason(ReasonKind::Malformed, transform.name_span());
            return None;
        };
        if index >= limits.transforms {
            out.reason(ReasonKind::Limit, transform.name_span());
            return None;
        }
        out.transforms.push(uri.value().clone());
        match (uri.value().as_str(), Method::from_uri(uri.value().as_str())) {
            (ENVELOPED, _) if method.is_none() => without = Some(signature.id()),
            (_, Some(found)) if method.is_none() => match with_prefixes(*transform, found) {
                Ok(found) => method = Some(found),
                Err(span) => {
                    out.reason(ReasonKind::Malformed, span);
                    return None;
                }
            },
            // Whatever follows octets would have to parse them again.
            _ => {
                out.reason(ReasonKind::Transform, uri.value_span());
                return None;
            }
        }
    }
    Some((without, method.unwrap_or(Method::new(Form::Inclusive))))
}

/// The InclusiveNamespaces of a Transform or CanonicalizationMethod (Exclusive, section 2).
pub(super) fn with_prefixes(element: Element<'_>, mut method: Method) -> Result<Method, Span> {
    if method.form != Form::Exclusive {
        return Ok(method);
    }
    let mut lists = element.children_named(EXCLUSIVE, "InclusiveNamespaces");
    if let Some(list) = lists.next().and_then(|list| list.attribute("PrefixList")) {
        let prefixes = list.value().as_str().split_ascii_whitespace();
        method.prefixes =
            prefixes.map(|prefix| if prefix == "#default" { "" } else { prefix }.to_owned()).collect();
    }
    match lists.next() {
        Some(second) => Err(second.name_span()),
        None => Ok(method),
    }
}

fn compare(
    document: &Document,
    reference: Element<'_>,
    parts: &ReferenceParts<'_>,
    out: &mut Reference,
    fuel: &mut usize,
) {
    let (Some(digest), Some(plan)) = (out.digest, &out.plan) else { return };
    let canonical = plan.octets(document, *fuel);
    *fuel = fuel.saturating_sub(canonical.octets.len());
    out.reasons.extend(faults(&canonical));
    if !canonical.faults.is_empty() {
        return;
    }
    if canonical.octets.is_empty() {
        out.reason(ReasonKind::NothingSigned, reference.name_span());
        return;
    }
    out.computed = digest.hash(&canonical.octets);
    if out.computed == out.expected {
        out.state = State::Holds;
    } else if declares_attributes(document) {
        out.reason(ReasonKind::Doctype, parts.digest_value.content_span());
    } else {
        out.state = State::Differs;
        out.reason(ReasonKind::DigestMismatch, parts.digest_value.text().trimmed().1);
    }
}

/// Why octets must not be used. That the document is no XML is said of the signature as a whole.
pub(super) fn faults(canonical: &Canonical) -> impl Iterator<Item = Reason> {
    canonical.faults.iter().filter_map(|fault| {
        let kind = match fault.kind {
            FaultKind::RelativeNamespace => ReasonKind::RelativeNamespace,
            FaultKind::Entity => ReasonKind::Doctype,
            FaultKind::XmlBase => ReasonKind::XmlBase,
            FaultKind::Limit => ReasonKind::Limit,
            FaultKind::Broken => return None,
        };
        Some(Reason { kind, span: fault.span })
    })
}
