crate::declare_rule! {
    /// A comment or an instruction stands within a value of the signature.
    ///
    /// ## Why it matters
    /// Some libraries read only the text before the comment as the digest, others the whole. A forger puts a digest of their
    /// own before a comment and leaves the signed one behind it, so that the signature and the digest are both found right. No
    /// identity provider writes comments there.
    ///
    /// ## What to do
    /// Treat the message as forged.
    ///
    /// ## Fires
    /// ```case also=digest-mismatch
    /// corpus/attacks/digest-comment.xml
    /// <!--47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=-->
    /// ```
    /// > a comment stands within `DigestValue`: two readers may take different values from it
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "markup-in-signature-value" {
        title: "a comment within a value of the signature",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "libraries for XML Signature, 2025",
            "a comment in DigestValue made the reader take another digest than the signed one"
        )],
        predicts: [],
    }
}

use crate::crypto::ReasonKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    cx.signatures().first()?;
    for signed in cx.signatures() {
        let reasons = signed.verification.all_reasons();
        for reason in reasons.iter().filter(|reason| reason.kind == ReasonKind::MarkupInValue) {
            let comment = cx.sources.excerpt(reason.span).starts_with("<!");
            let document = signed.document(cx.item);
            let node = document.and_then(|document| document.node_at(reason.span.bytes.start));
            let name = node.and_then(|node| node.parent()).map_or("the signature", |parent| parent.local());
            out.find(
                reason.span,
                say![
                    if comment { "a comment" } else { "an instruction" },
                    " stands within ",
                    code(name),
                    ": two readers may take different values from it"
                ],
            )
            .confidence(Confidence::Likely)
            .fix_by(Owner::IdpAdmin, "Do not use this message, and treat it as forged.");
        }
    }
    Some(Checked)
}
