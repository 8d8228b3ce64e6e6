crate::declare_rule! {
    /// The digest in a signature is that of no text at all.
    ///
    /// ## Why AWS refuses it
    /// Some libraries give back an empty text when they fail to canonicalise an element, and compare its digest as if nothing
    /// had happened. A forged signature with the digest of the empty text then holds over anything. No honest signer
    /// produces that digest. Receivers without this defect find that the digest does not fit, and refuse the message; AWS
    /// answers `Response signature invalid`.
    ///
    /// ## What to do
    /// Treat the message as forged.
    ///
    /// ## Fires
    /// ```case also=digest-mismatch
    /// corpus/attacks/digest-of-nothing.xml
    /// 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
    /// ```
    /// > the digest in the signature is that of an empty text, so it stands for nothing
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// Another digest that does not fit.
    /// ```xml sign=Assertion tamper=ana.lopez@example.com|eve.green@example.com also=digest-mismatch
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "digest-of-nothing" {
        title: "a digest of nothing",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: ["digest-mismatch", "signature-mismatch", "signature-malformed"],
        cites: [
            (
                "XML Signature 1.1",
                "3.2.1 Reference Validation",
                "Compare the generated digest value against DigestValue in the SignedInfo Reference"
            ),
            (
                "practice",
                "void canonicalisation, 2025",
                "libraries took the empty result of a failed canonicalisation for the signed text"
            ),
        ],
        predicts: ["E06"],
    }
}

use crate::crypto::DSIG;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    cx.signatures().first()?;
    for signed in cx.signatures() {
        let Some(document) = signed.document(cx.item) else { continue };
        for reference in &signed.verification.references {
            let empty = reference.digest.is_some_and(|digest| digest.hash(b"") == reference.expected);
            let value = document
                .element(reference.element)
                .and_then(|element| element.child(DSIG, "DigestValue"))
                .filter(|_| empty);
            let Some(value) = value else { continue };
            out.find(
                value.text().trimmed().1,
                say!["the digest in the signature is that of an empty text, so it stands for nothing"],
            )
            .confidence(Confidence::Likely)
            .fix_by(Owner::IdpAdmin, "Do not use this message, and treat it as forged.");
        }
    }
    Some(Checked)
}
