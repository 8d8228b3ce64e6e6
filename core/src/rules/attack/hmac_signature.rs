crate::declare_rule! {
    /// The signature is made with a shared secret instead of a key pair.
    ///
    /// ## Why AWS refuses it
    /// An HMAC is made and checked with the same secret. Between an identity provider and AWS there is none: the metadata
    /// holds public certificates only. A receiver that takes the bytes of the public key for the secret accepts what anybody
    /// can make. The metadata in IAM cannot hold a secret, so AWS has nothing to verify the signature with; the text is
    /// probably `Response signature invalid`.
    ///
    /// ## What to do
    /// Choose RSA-SHA256 as the signature algorithm at the identity provider. If it does not offer HMAC, treat the message as
    /// forged.
    ///
    /// ## Fires
    /// ```xml sign=Assertion tamper=http://www.w3.org/2001/04/xmldsig-more#rsa-sha256|http://www.w3.org/2001/04/xmldsig-more#hmac-sha256 mark=ds:SignatureMethod@Algorithm
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature uses `http://www.w3.org/2001/04/xmldsig-more#hmac-sha256`, which needs a secret that AWS and the
    /// > identity provider do not share
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "hmac-signature" {
        title: "a signature with a shared secret",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: ["signature-unsupported"],
        cites: [
            (
                "XML Signature 1.1",
                "6.3 Message Authentication Codes",
                "MAC algorithms take two implicit parameters, their keying material"
            ),
            (
                "IAM User Guide",
                "Troubleshoot SAML federation with IAM: Response signature invalid",
                "Response signature invalid"
            ),
        ],
        predicts: ["E06"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.message()?;
    message.signatures.first()?;
    let signatures = message.signatures.iter().take(cx.limits.signatures);
    for algorithm in signatures.filter_map(|signature| signature.algorithm.as_ref()) {
        if !algorithm.as_str().contains("#hmac-") {
            continue;
        }
        out.find(
            algorithm.span,
            say![
                "the signature uses ",
                code(algorithm.as_str()),
                ", which needs a secret that AWS and the identity provider do not share"
            ],
        )
        .confidence(Confidence::Likely)
        .expected("RSA-SHA256")
        .fix_at_idp(Setting::SigningAlgorithm, "Choose RSA-SHA256 as the signature algorithm.");
    }
    Some(Checked)
}
