crate::declare_rule! {
    /// A prefix is used that nothing declares.
    ///
    /// ## Why AWS refuses it
    /// `xsi:type` or `saml:Issuer` have a meaning only where `xmlns:xsi` or `xmlns:saml` stands in the same element or in
    /// one around it. Without it the document is no XML with namespaces, and a SAML receiver must not accept it. It
    /// happens where a part of a response is cut out or put into another one. For an assertion that stands alone the
    /// declaration may simply be in the part that was not copied; then it is a warning.
    ///
    /// ## What to do
    /// Capture the whole response. If it is whole, the program that builds the XML must write the declaration, for
    /// example `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`. A script that changes the XML after it was signed
    /// also breaks the signature.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" «xsi»:type="x">ana.lopez</saml:NameID>
    /// ```
    /// > the prefix `xsi` is used here, and nothing declares it
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="x">ana.lopez</saml:NameID>
    /// ```
    "xml-prefix-undeclared" {
        title: "a prefix that nothing declares",
        severity: Error,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "Namespaces in XML 1.0",
            "5 Using Qualified Names, namespace constraint: Prefix Declared",
            "The namespace prefix, unless it is xml or xmlns, MUST have been declared in a namespace declaration attribute"
        )],
        predicts: ["E01"],
    }
}

use super::cut;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::saml::Kind;
use crate::say;
use crate::xml::ProblemKind;

/// Further places that are shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.message()?, cx.document()?);
    let mut places = document.problems.iter().filter(|problem| problem.kind == ProblemKind::UndeclaredPrefix);
    let Some(first) = places.next() else { return Some(Checked) };
    let part = matches!(message.kind, Kind::Assertion | Kind::EncryptedAssertion) || cut::is_incomplete(cx);
    let mut finding = out
        .find(
            first.span,
            say!["the prefix ", code(document.raw(first.span)), " is used here, and nothing declares it"],
        )
        .at_most(if part { Severity::Warning } else { Severity::Error })
        .confidence(Confidence::Likely)
        .predicts(cx.service().assumes_a_role().then_some("E01"))
        .expected(code(format!("xmlns:{}=\"…\"", document.raw(first.span))));
    for place in places.take(SHOWN) {
        finding = finding.related(place.span, "and here");
    }
    finding.fix_by(
        Owner::IdpAdmin,
        "Capture the whole response; if the declaration is missing there, too, have the program that writes it corrected.",
    );
    Some(Checked)
}
