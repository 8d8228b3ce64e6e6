crate::declare_rule! {
    /// The signature uses SHA-1.
    ///
    /// ## Why it matters
    /// SHA-1 is broken: two documents with the same digest can be made. AWS does not document that it refuses such signatures,
    /// and identity providers have used them with AWS for years, so this is no reason for a failed sign-in by itself. It may
    /// become one.
    ///
    /// ## What to do
    /// Choose RSA-SHA256 as the signature algorithm at the identity provider.
    ///
    /// ## Fires
    /// ```xml sign=Assertion:rsa-sha1 mark=ds:SignatureMethod@Algorithm
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature uses SHA-1, which is broken and may be refused
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "sha1-signature" {
        title: "a signature with SHA-1",
        severity: Note,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "NIST SP 800-131A Rev. 2",
            "3. Digital Signatures",
            "SHA-1 shall not be used"
        )],
        predicts: [],
    }
}

use crate::crypto::DigestAlgorithm;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.signatures().first()?;
    for signed in cx.signatures() {
        let verification = &signed.verification;
        let method = verification.algorithm.filter(|algorithm| algorithm.digest() == DigestAlgorithm::Sha1);
        let at = method.and(verification.algorithm_uri.as_ref()).or_else(|| {
            let weak =
                |reference: &&crate::crypto::Reference| reference.digest == Some(DigestAlgorithm::Sha1);
            verification.references.iter().find(weak)?.digest_uri.as_ref()
        });
        if let Some(at) = at {
            out.find(at.span, say!["the signature uses SHA-1, which is broken and may be refused"])
                .expected("RSA-SHA256")
                .fix_at_idp(Setting::SigningAlgorithm, "Choose RSA-SHA256 as the signature algorithm.");
        }
    }
    Some(Checked)
}
