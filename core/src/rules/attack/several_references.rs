crate::declare_rule! {
    /// A signature refers to several elements.
    ///
    /// ## Why it matters
    /// In SAML a signature has one reference, to the element that it stands in. With more of them a receiver may check one
    /// and trust another. A receiver that keeps to SAML core 5.4.2 refuses it, others take it. AWS does not document what it
    /// does.
    ///
    /// ## What to do
    /// Have the identity provider sign response and assertion each with a signature of its own.
    ///
    /// ## Fires
    /// ```case
    /// corpus/attacks/several-references.xml
    /// #_a1
    /// ```
    /// > the signature of the response has 2 references, and SAML allows one
    ///
    /// ## Does not fire
    /// Two signatures with one reference each.
    /// ```xml sign=Response,Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "several-references" {
        title: "a signature with several references",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "SAML 2.0 core",
            "5.4.2 References",
            "MUST contain a single <ds:Reference> containing a same-document reference to the ID attribute value of the root element"
        )],
        predicts: [],
    }
}

use super::meant::named;
use crate::crypto::DSIG;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner};
use crate::saml::names;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.message()?, cx.document()?);
    message.signatures.first()?;
    for signature in message.signatures.iter().take(cx.limits.signatures) {
        let Some(element) = document.element(signature.node) else { continue };
        let Some(parent) = element.parent() else { continue };
        let in_saml = parent.namespace().is_some_and(|own| own == names::ASSERTION || own == names::PROTOCOL);
        let Some(info) = element.child(DSIG, "SignedInfo").filter(|_| in_saml) else { continue };
        let mut references = info.children_named(DSIG, "Reference");
        let (Some(first), Some(second)) = (references.next(), references.next()) else { continue };
        let count = references.count().saturating_add(2);
        let uri = |reference: crate::xml::Element<'_>| {
            let uri = reference.attribute("URI").filter(|uri| !uri.value().as_str().is_empty());
            uri.map_or(reference.name_span(), |uri| uri.value_span())
        };
        out.find(
            uri(second),
            say!["the signature of "]
                .then(named(parent))
                .and(format!(" has {count} references, and SAML allows one")),
        )
        .confidence(Confidence::Likely)
        .expected("one reference")
        .found(format!("{count}").as_str())
        .related(uri(first), "the first reference")
        .fix_by(Owner::IdpAdmin, "Sign response and assertion each with a signature of its own.");
    }
    Some(Checked)
}
