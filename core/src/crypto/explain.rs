//! Why a digest or a value differs: which change to the message, undone, makes it hold.
//!
//! It deliberately says nothing that it has not verified: each explanation is a copy over which the check holds.

use super::algorithms::DSIG;
use super::edits::{self, Edit};
use super::keys::PublicKey;
use super::reference::{Plan, State, Target};
use super::verify::{Verification, signatures, value_holds, verify};
use crate::limits::Limits;
use crate::source::Span;
use crate::xml::c14n::{Form, Method, Subset, canonicalise};
use crate::xml::{Document, NodeId, parse};

/// What was done to the message after it was signed, or what the signer did otherwise than it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// White space between elements was added.
    Indented,
    /// White space between elements was taken away.
    IndentationLost,
    /// CR LF became LF, or the other way round.
    LineEnds,
    /// Values gained white space at their ends.
    WhiteSpaceAround,
    /// Values were broken into lines.
    LinesWrapped,
    /// `&` was escaped once more, or once less.
    Entities,
    /// UTF-8 was read as Windows-1252, or the other way round.
    Charset,
    /// The declarations of these prefixes on an outer element are gone.
    NamespacesLost(Vec<&'static str>),
    /// The digest is that of another element.
    OtherElement(NodeId),
    /// The signer canonicalised by another method than the signature names.
    OtherMethod(Method),
}

/// Which check fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// The digest of a reference, by its index.
    Reference(usize),
    /// The SignatureValue.
    Value,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub failed: Failed,
    pub change: Change,
}

impl Change {
    /// A stable identifier.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Indented => "indented",
            Self::IndentationLost => "indentation-lost",
            Self::LineEnds => "line-ends",
            Self::WhiteSpaceAround => "white-space-around",
            Self::LinesWrapped => "lines-wrapped",
            Self::Entities => "entities",
            Self::Charset => "charset",
            Self::NamespacesLost(_) => "namespaces-lost",
            Self::OtherElement(_) => "other-element",
            Self::OtherMethod(_) => "other-method",
        }
    }
}

/// At most one explanation for each check that fails, the simplest. The work is bounded by the budget
/// `explained_bytes`.
pub fn explain(
    document: &Document,
    verification: &Verification,
    keys: &[PublicKey],
    limits: &Limits,
) -> Vec<Explanation> {
    let differing = |(index, reference): (usize, &super::Reference)| {
        (reference.state == State::Differs).then_some(Failed::Reference(index))
    };
    let mut failed: Vec<_> = verification.references.iter().enumerate().filter_map(differing).collect();
    failed.extend((verification.value == State::Differs).then_some(Failed::Value));
    let mut search = Search { document, verification, keys, limits, fuel: limits.explained_bytes };
    let mut found = Vec::new();
    failed.retain(|&failed| match search.without_edit(failed) {
        Some(change) => {
            found.push(Explanation { failed, change });
            false
        }
        None => true,
    });
    for edit in edits::all() {
        if failed.is_empty() {
            break;
        }
        let Some(copy) = search.over(edit) else { continue };
        failed.retain(|&failed| {
            let holds = copy.state(failed) == Some(State::Holds);
            if holds {
                found.push(Explanation { failed, change: edit.change() });
            }
            !holds
        });
    }
    found
}

impl Verification {
    fn state(&self, of: Failed) -> Option<State> {
        match of {
            Failed::Reference(index) => self.references.get(index).map(|reference| reference.state),
            Failed::Value => Some(self.value),
        }
    }
}

struct Search<'d> {
    document: &'d Document,
    verification: &'d Verification,
    keys: &'d [PublicKey],
    limits: &'d Limits,
    fuel: usize,
}

impl Search<'_> {
    /// Takes octets from the budget.
    fn affords(&mut self, octets: usize) -> bool {
        let left = self.fuel.checked_sub(octets);
        self.fuel = left.unwrap_or(self.fuel);
        left.is_some()
    }

    /// What the same signature says in a changed copy.
    fn over(&mut self, edit: Edit) -> Option<Verification> {
        if !self.affords(self.document.span.bytes.len()) {
            return None;
        }
        let text = edit.apply(self.document)?;
        let span = Span::new(self.document.span.source, 0, text.len());
        let copy = parse(&text, span, self.limits);
        let index = signatures(self.document).position(|other| other.id() == self.verification.signature)?;
        let signature = signatures(&copy).nth(index)?;
        Some(verify(&copy, signature, self.keys, self.limits))
    }

    /// Other elements and other methods over the document as it is.
    fn without_edit(&mut self, failed: Failed) -> Option<Change> {
        match failed {
            Failed::Reference(index) => {
                let reference = self.verification.references.get(index)?;
                let (plan, digest) = (reference.plan.clone()?, reference.digest?);
                let expected = reference.expected.clone();
                self.other_plans(&plan).into_iter().find_map(|(plan, change)| {
                    let octets = self.octets(&plan)?;
                    (digest.hash(&octets) == expected).then_some(change)
                })
            }
            Failed::Value => {
                let method = self.verification.canonicalisation.clone()?;
                other_methods(&method).into_iter().find_map(|method| {
                    let apex = self.document.element(self.verification.signed_info?);
                    let subset = Subset::Tree { apex, without: None };
                    let canonical = canonicalise(self.document, subset, &method, self.fuel);
                    let right = self.affords(canonical.octets.len())
                        && canonical.faults.is_empty()
                        && value_holds(self.verification, &canonical.octets, self.keys, self.limits);
                    right.then_some(Change::OtherMethod(method))
                })
            }
        }
    }

    fn octets(&mut self, plan: &Plan) -> Option<Vec<u8>> {
        let canonical = plan.octets(self.document, self.fuel);
        let usable = self.affords(canonical.octets.len()) && canonical.faults.is_empty();
        (usable && !canonical.octets.is_empty()).then_some(canonical.octets)
    }

    fn other_plans(&self, plan: &Plan) -> Vec<(Plan, Change)> {
        let methods = other_methods(&plan.method).into_iter();
        let mut plans: Vec<_> = methods
            .map(|method| (Plan { method: method.clone(), ..plan.clone() }, Change::OtherMethod(method)))
            .collect();
        let named = |name: &str| matches!(name, "ID" | "Id" | "id" | "AssertionID" | "ResponseID");
        let elements = self.document.elements().filter(|element| {
            let has_id = element.attributes().any(|attr| named(attr.qname()));
            has_id && !element.is(DSIG, "Signature") && Target::Element(element.id()) != plan.target
        });
        plans.extend(elements.take(self.limits.references).map(|element| {
            let target = Target::Element(element.id());
            (Plan { target, ..plan.clone() }, Change::OtherElement(element.id()))
        }));
        plans
    }
}

fn other_methods(named: &Method) -> Vec<Method> {
    let mut methods = Vec::new();
    for form in [Form::Exclusive, Form::Inclusive, Form::Inclusive11] {
        for comments in [false, true] {
            let lists: &[&[String]] = if form == Form::Exclusive { &[&named.prefixes, &[]] } else { &[&[]] };
            for list in lists {
                let method = Method { form, comments, prefixes: list.to_vec() };
                if method != *named && !methods.contains(&method) {
                    methods.push(method);
                }
            }
        }
    }
    methods
}
