crate::declare_rule! {
    /// The message has a document type declaration.
    ///
    /// ## Why it matters
    /// SAML messages have none. A `<!DOCTYPE …>` can declare entities that expand to other text or to files, which is a
    /// known attack, so careful receivers refuse any. What AWS does is not documented. Here it is skipped, and nothing
    /// that it declares is expanded; where a declared entity is used, the value is not known.
    ///
    /// ## What to do
    /// Find out which program adds it. An identity provider that writes one by itself is misconfigured; a message that
    /// came from elsewhere may be hostile.
    ///
    /// ## Fires
    /// ```xml base=none service=generic
    /// «<!DOCTYPE» x [<!ENTITY idp "https://idp.example.com/saml">]><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>‹&idp;›</saml:Issuer></saml:Assertion>
    /// ```
    /// > the message has a document type declaration, which SAML messages have no use for
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "doctype-present" {
        title: "a document type declaration",
        severity: Warning,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "receivers of XML",
            "document type declarations are refused because their entities can read files and exhaust memory"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner};
use crate::say;
use crate::xml::ProblemKind;

/// Uses of entities that are shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    let problems = &cx.document()?.problems;
    let Some(first) = problems.iter().find(|problem| problem.kind == ProblemKind::Doctype) else {
        return Some(Checked);
    };
    let mut finding = out.find(
        first.span,
        say!["the message has a document type declaration, which SAML messages have no use for"],
    );
    for used in problems.iter().filter(|problem| problem.kind == ProblemKind::DoctypeEntityUsed).take(SHOWN) {
        finding = finding.related(used.span, "an entity that it declares; its value is not known here");
    }
    finding.fix_by(Owner::IdpAdmin, "Find out which program adds the declaration, and have it removed.");
    Some(Checked)
}
