crate::declare_rule! {
    /// The signature brings along a key and a certificate that do not belong together.
    ///
    /// ## Why it matters
    /// A receiver may check the certificate and verify with the other key, and so trust a signature that anybody made. All that
    /// `KeyInfo` holds is to be about one key. AWS goes by the metadata alone, so it may well accept the message if the
    /// signature holds by a certificate that it knows.
    ///
    /// ## What to do
    /// Have the identity provider send the certificate alone. If it does, treat the message as forged.
    ///
    /// ## Fires
    /// ```case
    /// corpus/attacks/key-and-certificate-disagree.xml
    /// ds:RSAKeyValue
    /// ```
    /// > the signature brings along a key that is not the one of the certificate beside it
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "key-info-disagrees" {
        title: "a key and a certificate that do not belong together",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "XML Signature 1.1",
            "4.5 The KeyInfo Element",
            "Multiple declarations within KeyInfo refer to the same key"
        )],
        predicts: [],
    }
}

use crate::crypto::{EmbeddedKey, KeyForm};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    cx.signatures().first()?;
    for signed in cx.signatures() {
        let is_certificate = |one: &&EmbeddedKey| one.form == KeyForm::X509Certificate;
        let embedded = &signed.verification.embedded;
        let Some(certificate) = embedded.iter().find(is_certificate) else { continue };
        let fits = |bare: &EmbeddedKey| embedded.iter().filter(is_certificate).any(|one| one.key == bare.key);
        let bare = embedded.iter().filter(|one| !is_certificate(one));
        for key in bare.filter(|bare| !fits(bare)) {
            let document = signed.document(cx.item);
            let node = document.and_then(|document| document.node_at(key.span.bytes.start));
            let at = node.and_then(|node| node.as_element()).map_or(key.span, |element| element.name_span());
            out.find(
                at,
                say!["the signature brings along a key that is not the one of the certificate beside it"],
            )
            .confidence(Confidence::Likely)
            .related(certificate.span, "the certificate")
            .fix_by(Owner::IdpAdmin, "Send the certificate alone, and look for what added the other key.");
        }
    }
    Some(Checked)
}
