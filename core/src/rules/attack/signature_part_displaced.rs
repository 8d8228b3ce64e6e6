crate::declare_rule! {
    /// A signature holds an `Object`, or a `SignedInfo` stands outside its place.
    ///
    /// ## Why it matters
    /// `SignedInfo` says what is signed and stands directly in `Signature`. Some libraries look for it anywhere and take a
    /// forged one. An `Object` can carry anything along, so forgers hide in it the part that was once signed. SAML signatures
    /// need neither; receivers built on OpenSAML refuse a signature with an `Object`.
    ///
    /// ## What to do
    /// Have the identity provider sign without `Object`. If it does, treat the message as forged.
    ///
    /// ## Fires
    /// ```xml sign=Assertion tamper=</ds:Signature>|<ds:Object/></ds:Signature> mark=ds:Object:
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature holds an `Object`, which SAML has no use for and which can hide anything
    ///
    /// ```case
    /// corpus/attacks/signed-info-in-object.xml
    /// ds:Object
    /// <ds:SignedInfo Id="other">
    /// ```
    ///
    /// ## Does not fire
    /// ```xml sign=Response,Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signature-part-displaced" {
        title: "a part of a signature that does not belong there",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "receivers built on OpenSAML",
            "Signature contained illegal ds:Object children"
        )],
        predicts: [],
    }
}

use crate::crypto::DSIG;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, code};
use crate::say;
use crate::source::Span;

/// More of them are not shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.message()?, cx.document()?);
    message.signatures.first()?;
    let found = document.elements().filter_map(|element| {
        let in_signature = element.parent().is_some_and(|parent| parent.is(DSIG, "Signature"));
        let (span, words): (Span, Message) = match element.local() {
            "Object" if element.is(DSIG, "Object") && in_signature => (
                element.name_span(),
                say![
                    "the signature holds an ",
                    code("Object"),
                    ", which SAML has no use for and which can hide anything"
                ],
            ),
            "SignedInfo" if element.is(DSIG, "SignedInfo") && !in_signature => (
                element.start_tag(),
                say![
                    "a ",
                    code("SignedInfo"),
                    " stands at ",
                    code(element.path()),
                    ", where some libraries take it for the one of the signature"
                ],
            ),
            _ => return None,
        };
        Some((span, words))
    });
    for (span, words) in found.take(SHOWN) {
        out.find(span, words).confidence(Confidence::Likely).fix_by(
            Owner::IdpAdmin,
            "Sign with an enveloped signature alone. If the identity provider does, treat the message as forged.",
        );
    }
    Some(Checked)
}
