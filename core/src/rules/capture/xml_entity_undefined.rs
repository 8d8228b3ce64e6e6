crate::declare_rule! {
    /// The XML uses an entity that XML does not have.
    ///
    /// ## Why AWS refuses it
    /// XML knows five entities: `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`. Those of HTML, such as `&nbsp;` or
    /// `&eacute;`, mean nothing in it, and a reader of XML must stop there. They come from templates and from directory
    /// values that were escaped for a web page.
    ///
    /// ## What to do
    /// Write the character itself, or its number (`&#160;` for `&nbsp;`). The program that fills in the value must escape
    /// for XML, not for HTML.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/caf«&eacute;»</saml:Issuer>
    /// ```
    /// > `&eacute;` is no entity of XML, so the message cannot be read
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/caf&#233;?a&amp;b</saml:Issuer>
    /// ```
    "xml-entity-undefined" {
        title: "an entity that XML does not have",
        severity: Error,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "XML 1.0",
            "4.1 Character and Entity References, well-formedness constraint: Entity Declared",
            "the Name given in the entity reference MUST match that in an entity declaration"
        )],
        predicts: ["E01"],
    }
}

use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;
use crate::xml::ProblemKind;

/// Further places that are shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    let document = cx.document()?;
    let mut places = document.problems.iter().filter(|problem| problem.kind == ProblemKind::UndefinedEntity);
    let Some(first) = places.next() else { return Some(Checked) };
    let mut finding = out
        .find(
            first.span,
            say![code(document.raw(first.span)), " is no entity of XML, so the message cannot be read"],
        )
        .confidence(Confidence::Likely)
        .predicts(cx.service().assumes_a_role().then_some("E01"))
        .found(code(document.raw(first.span)));
    for place in places.take(SHOWN) {
        finding = finding.related(place.span, "and here");
    }
    finding.fix_by(
        Owner::IdpAdmin,
        "Have the program that fills in the value write the character itself or its number.",
    );
    Some(Checked)
}
