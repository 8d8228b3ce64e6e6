crate::declare_rule! {
    /// Two elements have the same identifier.
    ///
    /// ## Why it matters
    /// Signatures find what they sign by its identifier. Where two elements have the same one, two readers can take different
    /// elements for the signed one, and schema validation fails. AWS does not document what it does with such a message.
    ///
    /// ## What to do
    /// Give every element an identifier of its own. If no program of yours copies parts of messages, treat the message as
    /// forged.
    ///
    /// ## Fires
    /// ```xml in=Response sign=none also=message-unsigned
    /// <saml:Assertion ID="«_a1»" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    /// > the identifier `_a1` is given to two elements, so a reader may take the one for the other
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "identifier-duplicated" {
        title: "two elements with the same identifier",
        severity: Warning,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "XML 1.0",
            "3.3.1 Attribute Types: Validity constraint: ID",
            "ID values MUST uniquely identify the elements which bear them"
        )],
        predicts: [],
    }
}

use crate::crypto::DSIG;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::saml::names;
use crate::say;
use crate::xml::Element;

/// More of them are not shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.message()?, cx.document()?);
    let mut shown = 0;
    for element in document.elements() {
        let Some(id) = identifier(element) else { continue };
        let value = id.value().as_str();
        let mut bearers = document.by_id(value);
        let (Some(first), Some(second)) = (bearers.next(), bearers.next()) else { continue };
        // A signature that refers to both is another rule's matter.
        let referred = || {
            let references = message.signatures.iter().take(cx.limits.signatures);
            let mut references = references.flat_map(|one| one.references.iter().take(cx.limits.references));
            references.any(|uri| uri.as_str().strip_prefix('#') == Some(value))
        };
        if second != element || first == second || value.is_empty() || referred() {
            continue;
        }
        shown += 1;
        if shown > SHOWN {
            break;
        }
        let earlier = identifier(first).map_or(first.name_span(), |id| id.value_span());
        out.find(
            id.value_span(),
            say![
                "the identifier ",
                code(value),
                " is given to two elements, so a reader may take the one for the other"
            ],
        )
        .related(earlier, "the first element that has it")
        .fix_by(
            Owner::IdpAdmin,
            "Give every element an identifier of its own, or find out who copied a part of the message.",
        );
    }
    Some(Checked)
}

/// What SAML, XML Signature and XML Encryption take for the identifier.
fn identifier(element: Element<'_>) -> Option<crate::xml::Attr<'_>> {
    match element.namespace()? {
        names::ASSERTION | names::PROTOCOL => element.attribute("ID"),
        DSIG | names::ENCRYPTION => element.attribute("Id"),
        _ => None,
    }
}
