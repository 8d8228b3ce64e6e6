crate::declare_rule! {
    /// An assertion or response has an identifier by another name than `ID`.
    ///
    /// ## Why it matters
    /// The identifier of a SAML element is its attribute `ID`, without a prefix. `saml:ID`, `Id`, `id` and `xml:id` are other
    /// attributes. Receivers that look for names without minding prefix or case take them for the identifier, and others do
    /// not, so that two readers find different elements behind one signature.
    ///
    /// ## What to do
    /// Leave out the attribute. If no program of yours writes it, treat the message as forged.
    ///
    /// ## Fires
    /// ```xml in=Response sign=none also=message-unsigned
    /// <saml:Assertion ID="_a2" «saml:ID»="_a3" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    /// > the assertion has an attribute `saml:ID`, which some receivers take for its identifier and others do not
    ///
    /// ```xml in=Response sign=none also=message-unsigned
    /// <saml:Assertion «id»="_a2" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "identifier-prefixed" {
        title: "an identifier by another name",
        severity: Warning,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "2.3.3 Element <Assertion>",
            "ID [Required] The identifier for this assertion"
        )],
        predicts: [],
    }
}

use super::meant::{is_statement, named};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

/// More of them are not shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    let statements = cx.document()?.elements().filter(|element| is_statement(*element));
    let attributes = statements.flat_map(|element| element.attributes().map(move |attr| (element, attr)));
    let is_odd = |name: &str, local: &str| name != "ID" && local.eq_ignore_ascii_case("id");
    let odd =
        attributes.filter(|(_, attr)| !attr.is_namespace_declaration() && is_odd(attr.qname(), attr.local()));
    for (element, attr) in odd.take(SHOWN) {
        let words = named(element)
            .and(" has an attribute ")
            .and(code(attr.qname()))
            .and(", which some receivers take for its identifier and others do not");
        let mut finding =
            out.find(attr.name_span(), words).confidence(Confidence::Likely).expected(code("ID"));
        if let Some(own) = element.attribute("ID") {
            finding = finding.related(own.value_span(), "its identifier");
        }
        finding.fix_by(Owner::IdpAdmin, say!["Name the identifier ", code("ID"), ", and send no other."]);
    }
    Some(Checked)
}
