//! Why a digest or a value differs: which change to the message, undone, makes it hold.
//!
//! It deliberately says nothing that it has not verified: each explanation is a copy over which the check holds.

use super::algorithms::DSIG;
use super::edits::{self, Edit};
use super::keys::PublicKey;
use super::reference::{Plan, State, Target};
use super::verify::{KeyUsed, Verification, signatures, value_holds, within};
use crate::limits::Limits;
use crate::source::Span;
use crate::xml::c14n::{Form, Method, Subset, canonicalise};
use crate::xml::{Document, Element, NodeId, parse};

/// What was done to the message after it was signed, or what the signer did otherwise than it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// White space between elements was added.
    Indented,
    /// White space between elements was taken away.
    IndentationLost,
    /// CR LF became LF, or the other way round.
    LineEnds,
    /// Line ends or tabs in attributes, which were written as references, stand as they are; readers make spaces of them.
    AttributeLineEnds,
    /// Characters that nobody sees were inserted, or no-break spaces instead of spaces.
    InvisibleCharacters,
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
    /// This element was alone when it was signed, and what stands around it now declares more.
    Wrapped(NodeId),
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
            Self::AttributeLineEnds => "attribute-line-ends",
            Self::InvisibleCharacters => "invisible-characters",
            Self::WhiteSpaceAround => "white-space-around",
            Self::LinesWrapped => "lines-wrapped",
            Self::Entities => "entities",
            Self::Charset => "charset",
            Self::NamespacesLost(_) => "namespaces-lost",
            Self::Wrapped(_) => "wrapped",
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
    let keys = match verification.key {
        // Over a copy the other keys can only be wrong.
        Some(KeyUsed::Given(index)) => keys.get(index).map(std::slice::from_ref).unwrap_or_default(),
        _ => keys,
    };
    let (fuel, work) = (limits.explained_bytes, limits.canonical_bytes);
    let mut search = Search { document, verification, keys, limits, fuel, work };
    if let Some(change) = search.wrapped(&failed) {
        // Where the signature was alone, both checks tell so; the digest by itself would look like another method.
        return failed.into_iter().map(|failed| Explanation { failed, change: change.clone() }).collect();
    }
    let mut found = Vec::new();
    failed.retain(|&failed| match search.without_edit(failed) {
        Some(change) => {
            found.push(Explanation { failed, change });
            false
        }
        None => true,
    });
    for attempt in search.attempts() {
        if failed.is_empty() {
            break;
        }
        let Some(copy) = search.outcome(attempt) else { continue };
        failed.retain(|&failed| {
            let holds = copy.state(failed) == Some(State::Holds);
            if holds {
                found.push(Explanation { failed, change: attempt.change() });
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

/// A copy that the signature may hold over.
#[derive(Debug, Clone, Copy)]
enum Attempt<'d> {
    Edit(Edit),
    /// The element as the whole document.
    Alone(Element<'d>),
}

impl Attempt<'_> {
    fn change(self) -> Change {
        match self {
            Self::Edit(edit) => edit.change(),
            Self::Alone(element) => Change::Wrapped(element.id()),
        }
    }
}

/// Elements around a signature that are tried as the whole document.
const MOST_AROUND: usize = 8;

struct Search<'d> {
    document: &'d Document,
    verification: &'d Verification,
    keys: &'d [PublicKey],
    limits: &'d Limits,
    /// Bytes of copies and octets that may still be made.
    fuel: usize,
    /// What the verifications of copies may still cost, as in [`within`].
    work: usize,
}

impl<'d> Search<'d> {
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
        let index = signatures(self.document).position(|other| other.id() == self.verification.signature)?;
        self.verified(&text, index)
    }

    /// Whether a canonicalisation of the signature shows declarations that no name needs.
    fn shows_all(&self) -> bool {
        let plans = self.verification.references.iter().filter_map(|reference| reference.plan.as_ref());
        let mut methods = plans.map(|plan| &plan.method).chain(self.verification.canonicalisation.as_ref());
        methods.any(|method| method.form != Form::Exclusive || !method.prefixes.is_empty())
    }

    /// The likelier ones first.
    fn attempts(&self) -> Vec<Attempt<'d>> {
        let edits = edits::all().into_iter().map(Attempt::Edit);
        if !self.shows_all() {
            return edits.filter(|edit| matches!(edit, Attempt::Edit(edit) if edit.is_visible())).collect();
        }
        let (mut attempts, hidden): (Vec<_>, Vec<_>) =
            edits.partition(|edit| matches!(edit, Attempt::Edit(edit) if edit.is_visible()));
        attempts.extend(self.around().into_iter().map(Attempt::Alone));
        attempts.extend(hidden);
        attempts
    }

    /// The element around the signature that explains everything by having been alone.
    fn wrapped(&mut self, failed: &[Failed]) -> Option<Change> {
        if failed.is_empty() || !self.shows_all() {
            return None;
        }
        self.around().into_iter().find_map(|element| {
            let copy = self.alone(element)?;
            let holds = failed.iter().all(|&failed| copy.state(failed) == Some(State::Holds));
            holds.then(|| Change::Wrapped(element.id()))
        })
    }

    fn outcome(&mut self, attempt: Attempt<'_>) -> Option<Verification> {
        match attempt {
            Attempt::Edit(edit) => self.over(edit),
            Attempt::Alone(element) => self.alone(element),
        }
    }

    /// The elements around the signature, the outermost left out: as it is, it stands alone.
    fn around(&self) -> Vec<Element<'d>> {
        let signature = self.document.element(self.verification.signature);
        let outer = std::iter::successors(signature.and_then(Element::parent), |outer| outer.parent());
        outer.filter(|outer| outer.parent().is_some()).take(MOST_AROUND).collect()
    }

    /// What the signature says where an element around it is the whole document.
    fn alone(&mut self, element: Element<'_>) -> Option<Verification> {
        if !self.affords(element.span().bytes.len()) {
            return None;
        }
        let before = signatures(self.document).filter(|other| element.contains(*other));
        let index = before.map(Element::id).position(|other| other == self.verification.signature)?;
        self.verified(&edits::cut_out(self.document, element), index)
    }

    /// What the signature of this index says in another text.
    fn verified(&mut self, text: &str, index: usize) -> Option<Verification> {
        let span = Span::new(self.document.span.source, 0, text.len());
        let copy = parse(text, span, self.limits);
        let signature = signatures(&copy).nth(index)?;
        Some(within(&copy, signature, self.keys, self.limits, &mut self.work))
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
                        && value_holds(
                            self.verification,
                            &canonical.octets,
                            self.keys,
                            self.limits,
                            &mut self.work,
                        );
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
